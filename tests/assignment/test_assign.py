"""Putting leads into other hands."""

from typing import Any

import pytest

from leadhub.kit.node import from_global
from leadhub.members.models import TeamMember
from tests.leads.lists import names, seen
from tests.world import Caller, Company

HANDS = "version owner { name } team { name }"


async def assign(caller: Caller, lead: dict[str, Any], **hands: Any) -> dict[str, Any] | None:
    """The lead after it went into other hands, as the caller sees it."""
    input = {"id": lead["id"], "expectedVersion": 1, **hands}
    return (await caller.done("assignLead", input, f"lead {{ {HANDS} }}"))["lead"]


def hands(version: int, owner: str | None, team: str | None) -> dict[str, Any]:
    return {
        "version": version,
        "owner": {"name": owner} if owner else None,
        "team": {"name": team} if team else None,
    }


async def test_a_lead_goes_to_its_new_owners_team(company: Company) -> None:
    lead = await company.lead(by=company.agent)
    assert await assign(company.owner, lead, ownerId=company.outsider.id) == hands(2, "Outsider", "South")


async def test_a_lead_stays_in_its_team_while_the_new_owner_works_there(company: Company) -> None:
    lead = await company.lead(by=company.agent)
    assert await assign(company.owner, lead, ownerId=company.colleague.id) == hands(2, "Colleague", "North")


async def test_it_stays_even_where_that_is_not_the_new_owners_first_team(company: Company) -> None:
    async with company.inside():
        south = from_global(company.teams["South"])[1]
        await TeamMember.create(team_id=south, member_id=company.colleague.member.id)
    lead = await company.lead(by=company.outsider)
    assert await assign(company.owner, lead, ownerId=company.colleague.id) == hands(2, "Colleague", "South")


async def test_an_owner_without_a_team_takes_it_out_of_its_team(company: Company) -> None:
    lead = await company.lead(by=company.agent)
    assert await assign(company.owner, lead, ownerId=company.admin.id) == hands(2, "Admin", None)


async def test_without_an_owner_it_waits_in_its_team(company: Company) -> None:
    lead = await company.lead(by=company.agent)
    assert await assign(company.owner, lead, ownerId=None) == hands(2, None, "North")


async def test_owner_and_team_can_be_said_together(company: Company) -> None:
    lead = await company.lead()
    both = {"ownerId": company.agent.id, "teamId": company.teams["South"]}
    assert await assign(company.owner, lead, **both) == hands(2, "Agent", "South")


async def test_the_team_can_be_changed_or_taken_away_alone(company: Company) -> None:
    lead = await company.lead(by=company.agent)
    assert await assign(company.owner, lead, teamId=company.teams["South"]) == hands(2, "Agent", "South")
    input = {"id": lead["id"], "expectedVersion": 2, "teamId": None}
    payload = await company.owner.done("assignLead", input, f"lead {{ {HANDS} }}")
    assert payload["lead"] == hands(3, "Agent", None)


async def test_to_give_a_lead_to_whoever_has_it_is_no_change(company: Company) -> None:
    lead = await company.lead(by=company.agent)
    assert await assign(company.owner, lead, ownerId=company.agent.id) == hands(1, "Agent", "North")
    assert await assign(company.owner, lead) == hands(1, "Agent", "North")


async def test_a_manager_gives_a_lead_out_of_their_own_reach(company: Company) -> None:
    lead = await company.lead(by=company.manager)
    assert await assign(company.manager, lead, ownerId=company.outsider.id) is None
    assert await seen(company.owner, lead["id"], HANDS) == hands(2, "Outsider", "South")
    assert await names(company.manager) == []
    error = await company.manager.refused("assignLead", {"id": lead["id"], "expectedVersion": 2})
    assert (error["code"], error["path"]) == ("NOT_FOUND", ["input", "id"])


async def test_a_manager_assigns_only_what_they_see(company: Company) -> None:
    for lead in (await company.lead(), await company.lead(by=company.outsider)):
        error = await company.manager.refused(
            "assignLead", {"id": lead["id"], "expectedVersion": 1, "ownerId": company.agent.id}
        )
        assert (error["code"], error["path"]) == ("NOT_FOUND", ["input", "id"])


async def test_a_program_may_assign(company: Company) -> None:
    key = await company.key("lead:read", "lead:assign", "member:read")
    lead = await company.lead()
    assert await assign(key, lead, ownerId=company.agent.id) == hands(2, "Agent", "North")


@pytest.mark.parametrize("who", ["agent", "viewer"])
async def test_agents_and_viewers_assign_nothing(company: Company, who: str) -> None:
    lead = await company.lead(by=company.agent)
    answer = await company.people[who](
        "mutation($id: ID!) { assignLead(input: {id: $id, expectedVersion: 1}) { lead { id } } }",
        id=lead["id"],
    )
    assert (answer.code, answer.errors[0]["extensions"]["missing"]) == ("FORBIDDEN", ["lead:assign"])


async def test_who_cannot_own_leads_gets_none(company: Company, rival: Company) -> None:
    lead = await company.lead()
    for hands_, code, field in [
        ({"ownerId": company.viewer.id}, "INVALID", "ownerId"),
        ({"ownerId": rival.agent.id}, "NOT_FOUND", "ownerId"),
        ({"teamId": rival.teams["North"]}, "NOT_FOUND", "teamId"),
        ({"teamId": company.agent.id}, "INVALID", "teamId"),
        ({"teamId": ""}, "INVALID", "teamId"),
    ]:
        error = await company.owner.refused("assignLead", {"id": lead["id"], "expectedVersion": 1, **hands_})
        assert (error["code"], error["path"]) == (code, ["input", field])
    assert await seen(company.owner, lead["id"], HANDS) == hands(1, None, None)


async def test_an_assignment_is_told_with_ids_as_clients_know_them(company: Company) -> None:
    lead = await company.lead()
    await assign(company.owner, lead, ownerId=company.agent.id)
    data = await company.owner.ok("{ auditLog(first: 1) { nodes { action changes subjectId } } }")
    assert data["auditLog"]["nodes"] == [
        {
            "action": "lead.assigned",
            "subjectId": lead["id"],
            "changes": {
                "ownerId": {"from": None, "to": company.agent.id},
                "teamId": {"from": None, "to": company.teams["North"]},
            },
        }
    ]
