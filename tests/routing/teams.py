"""Teams that leads are routed to, made through the API, and what came of it."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from leadhub.kit.node import from_global
from leadhub.kit.scopes import Role
from leadhub.members.models import Member, MemberStatus, TeamMember
from tests.world import Caller, Company

RULE = "assignmentRule { id version name position active strategy filter weights { weight member { id } } }"
LOG = """query($id: ID!) { assignmentLog(leadId: $id) { nodes {
  queued strategy rule { name } member { id name } lead { id } candidates { skipped reason member { id name } } } } }"""
_numbers = itertools.count(1)
LATER = (datetime.now(UTC) + timedelta(days=30)).isoformat()


async def people(company: Company, *names: str, team: str = "North", role: Role = Role.AGENT) -> list[Caller]:
    """New members of a team, who have never had a lead."""
    async with company.inside():
        found = []
        for name in names:
            member = await Member.create(
                email=f"{name.lower()}@{company.slug}.test", name=name, role=role, status=MemberStatus.ACTIVE
            )
            await TeamMember.create(team_id=from_global(company.teams[team])[1], member_id=member.id)
            found.append(await company.world.caller(member))
    return found


async def rule(company: Company, strategy: str, by: Caller | None = None, **input: Any) -> dict[str, Any]:
    """A new rule."""
    given = {"name": f"{strategy} {next(_numbers)}", "strategy": strategy, **input}
    payload = await (by or company.owner).done("createAssignmentRule", given, RULE)
    return payload["assignmentRule"]


async def rules(company: Company) -> list[dict[str, Any]]:
    return (await company.owner.ok("{ assignmentRules { id name position version active } }"))[
        "assignmentRules"
    ]


def shares(members: Sequence[Caller], *weights: int) -> list[dict[str, Any]]:
    """The weights of an input."""
    return [{"memberId": one.id, "weight": weight} for one, weight in zip(members, weights, strict=True)]


async def set_availability(company: Company, member: Caller, by: Caller | None = None, **input: Any) -> None:
    await (by or company.owner).done("setAvailability", {"memberId": member.id, **input})


async def owner_of(company: Company, lead: dict[str, Any]) -> str | None:
    data = await company.owner.ok("query($id: ID!) { lead(id: $id) { owner { name } } }", id=lead["id"])
    return data["lead"]["owner"] and data["lead"]["owner"]["name"]


async def owners(company: Company) -> Counter[str | None]:
    """How many leads each has."""
    found: Counter[str | None] = Counter()
    after = None
    while True:
        data = await company.owner.ok(
            "query($after: String) { leads(first: 100, after: $after) { nodes { owner { name } } "
            "pageInfo { hasNextPage endCursor } } }",
            after=after,
        )
        found.update(node["owner"] and node["owner"]["name"] for node in data["leads"]["nodes"])
        if not data["leads"]["pageInfo"]["hasNextPage"]:
            return found
        after = data["leads"]["pageInfo"]["endCursor"]


async def log(company: Company, lead: dict[str, Any], by: Caller | None = None) -> list[dict[str, Any]]:
    """The decisions about a lead, newest first."""
    return (await (by or company.owner).ok(LOG, id=lead["id"]))["assignmentLog"]["nodes"]


def reasons(decision: dict[str, Any]) -> dict[str, str | None]:
    """Why each candidate was passed over, by name."""
    return {one["member"]["name"]: one["reason"] for one in decision["candidates"]}
