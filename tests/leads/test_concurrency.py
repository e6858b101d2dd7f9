"""Many at once: one winner where there can be one, and no broken promise anywhere."""

import random
from collections import Counter
from typing import Any

from leadhub.audit.models import AuditEntry
from leadhub.events.models import Event
from leadhub.leads.models import ExternalId, Lead
from leadhub.members.models import Member, MemberStatus, Team, TeamMember
from tests.leads.lists import seen, total
from tests.world import Caller, Company, gather


async def test_of_fifty_updates_of_one_version_one_is_made(company: Company) -> None:
    lead = await company.lead()
    payloads = await gather(
        *(
            company.owner.do(
                "updateLead",
                {"id": lead["id"], "expectedVersion": 1, "jobTitle": f"Title {at}"},
                "lead { jobTitle }",
            )
            for at in range(50)
        )
    )
    [winner] = [payload["lead"] for payload in payloads if not payload["userErrors"]]
    errors = [error for payload in payloads for error in payload["userErrors"]]
    assert Counter(error["code"] for error in errors) == {"CONFLICT_VERSION": 49}
    assert all(error["meta"] == {"version": 2} for error in errors)
    read = await seen(company.owner, lead["id"], "version jobTitle")
    assert read == {"version": 2, **winner}


async def test_two_hundred_leads_at_once_are_numbered_without_a_gap(company: Company) -> None:
    callers = [company.owner, company.admin, company.manager, company.agent]
    waves = [
        await gather(*(company.lead(by=callers[at % 4], lastName=f"N{at}") for at in range(50)))
        for _ in range(4)
    ]
    numbers = sorted(int(lead["number"].rpartition("-")[2]) for wave in waves for lead in wave)
    assert numbers == list(range(1, 201))


async def _agents(company: Company, count: int) -> list[Caller]:
    async with company.inside():
        north = await Team.mine().get(name="North")
        members = [
            Member(email=f"a{at}@x.test", name=f"Winner {at}", role="AGENT", status=MemberStatus.ACTIVE)
            for at in range(count)
        ]
        await Member.bulk_create(members)
        await TeamMember.bulk_create(
            [TeamMember(team_id=north.id, member_id=member.id) for member in members]
        )
        return [await company.world.caller(member) for member in members]


async def test_of_forty_agents_who_claim_a_lead_one_wins(company: Company) -> None:
    lead = await company.lead(by=company.manager)
    agents = await _agents(company, 40)
    answers = await gather(
        company.outsider.do("claimLead", {"id": lead["id"]}, "lead { owner { name } }"),
        *(agent.do("claimLead", {"id": lead["id"]}, "lead { owner { name } }") for agent in agents),
    )
    outsider, *payloads = answers
    assert [error["code"] for error in outsider["userErrors"]] == ["NOT_FOUND"]
    [won] = [at for at, payload in enumerate(payloads) if not payload["userErrors"]]
    name = agents[won].member.name
    assert payloads[won]["lead"]["owner"] == {"name": name}
    losers = [payload for at, payload in enumerate(payloads) if at != won]
    assert Counter(error["code"] for payload in losers for error in payload["userErrors"]) == {
        "CONFLICT_VERSION": 39
    }
    assert not any(name in str(payload) or agents[won].id in str(payload) for payload in losers)
    assert (await seen(company.owner, lead["id"], "version owner { name }")) == {
        "version": 2,
        "owner": {"name": name},
    }


async def test_whatever_happens_at_once_leaves_every_promise_kept(company: Company) -> None:
    dice = random.Random(7)  # noqa: S311
    leads = [await company.lead(externalId={"system": "crm", "id": str(at)}) for at in range(4)]
    stages, people = await company.stages(), [company.agent, company.colleague, company.outsider]

    async def something(at: int) -> dict[str, Any]:
        lead = dice.choice(leads)
        version = (await seen(company.owner, lead["id"], "version"))["version"]
        input: dict[str, Any] = {"id": lead["id"], "expectedVersion": version}
        mutation, more = dice.choice(
            [
                ("assignLead", {"ownerId": dice.choice(people).id}),
                ("assignLead", {"ownerId": None, "teamId": company.teams["South"]}),
                ("updateLead", {"emails": [f"a{at}@x.test"], "tags": [f"t{at % 3}"]}),
                ("updateLead", {"externalIds": [{"system": "crm", "id": str(dice.randrange(4))}]}),
                ("transitionLead", {"stageId": dice.choice([stages["Contacted"], stages["Won"]])}),
                ("deleteLead", {}),
                ("restoreLead", {}),
            ]
        )
        return await company.owner.do(mutation, {**input, **more})

    # In waves, so that there are both: rivals for one version, and changes that build on each other.
    payloads = [
        payload
        for wave in range(20)
        for payload in await gather(*(something(wave * 6 + at) for at in range(6)))
    ]
    codes = Counter(error["code"] for payload in payloads for error in payload["userErrors"])
    assert codes.keys() <= {"CONFLICT_VERSION", "INVALID", "UNIQUE", "ILLEGAL_TRANSITION"}
    assert len(payloads) > codes.total(), "nothing was done at all"
    await _check_promises(company)
    assert await total(company) == 4


async def _check_promises(company: Company) -> None:
    async with company.inside():
        stages = {
            row["id"]: row["category"]
            for row in await _fetch(company, "select id, category from stage where tenant_id = $1")
        }
        events = await Event.mine().order_by("seq")
        assert [event.seq for event in events] == list(range(1, len(events) + 1))
        entries = await AuditEntry.mine().order_by("seq")
        assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
        live = [(row.system, row.external_id) for row in await ExternalId.mine().filter(is_live=True)]
        assert len(live) == len(set(live))
        for lead in await Lead.mine():
            own = [event.version for event in events if event.subject_id == lead.id]
            assert own == list(range(1, lead.version + 1)), "one event for each version"
            assert lead.status == stages[lead.stage_id]
            ids = await ExternalId.mine().filter(lead_id=lead.id)
            assert all(row.is_live == (lead.deleted_at is None) for row in ids)


async def _fetch(company: Company, sql: str) -> list[Any]:
    async with company.world.sql() as connection:
        return await connection.fetch(sql, company.tenant_id)
