"""Leads that nobody has room for wait, and go to whoever has room first: each once, the oldest first."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from leadhub.settings import Settings
from tests.routing.teams import (
    LATER,
    log,
    owner_of,
    owners,
    people,
    reasons,
    rule,
    rules,
    set_availability,
    shares,
)
from tests.webhooks.receiving import at_work, until
from tests.world import Caller, Company

AWAY = {"awayUntil": LATER}


async def is_given(company: Company, lead: dict[str, Any], to: str | None) -> None:
    """Returns when the lead is this member's."""

    async def holds() -> bool:
        return await owner_of(company, lead) == to

    await until(holds, within=30)


async def waiting(company: Company, member: Caller, count: int = 1) -> list[dict[str, Any]]:
    """Leads that wait for a member who is away."""
    await set_availability(company, member, **AWAY)
    await rule(company, "FIXED", memberId=member.id, teamId=company.teams["North"])
    leads = [await company.lead() for _ in range(count)]
    assert {await owner_of(company, lead) for lead in leads} == {None}
    return leads


async def test_who_is_back_gets_what_waited_and_the_log_tells_both(
    company: Company, settings: Settings
) -> None:
    [ann] = await people(company, "Ann")
    [lead] = await waiting(company, ann)
    async with at_work(settings):
        await set_availability(company, ann, awayUntil=None)
        await is_given(company, lead, "Ann")
    given, queued = await log(company, lead)
    assert (queued["queued"], given["queued"], given["member"]["name"]) == (True, False, "Ann")
    data = await company.owner.ok("{ auditLog(first: 1) { nodes { action actorKind subjectId } } }")
    assert data["auditLog"]["nodes"] == [
        {"action": "lead.assigned", "actorKind": "SYSTEM", "subjectId": lead["id"]}
    ]


async def test_who_is_back_by_the_clock_gets_what_waited(company: Company, settings: Settings) -> None:
    [ann] = await people(company, "Ann")
    [lead] = await waiting(company, ann)
    soon = datetime.now(UTC) + timedelta(seconds=3)
    async with at_work(settings):
        await set_availability(company, ann, awayUntil=soon.isoformat())
        assert await owner_of(company, lead) is None or datetime.now(UTC) > soon
        await is_given(company, lead, "Ann")
    assert datetime.now(UTC) > soon


Free = Callable[[Company, dict[str, Any]], Awaitable[object]]


async def close(company: Company, lead: dict[str, Any]) -> None:
    stage = (await company.stages())["Won"]
    input = {"id": lead["id"], "expectedVersion": lead["version"], "stageId": stage}
    await company.owner.done("transitionLead", input)


async def give_away(company: Company, lead: dict[str, Any]) -> None:
    input = {"id": lead["id"], "expectedVersion": lead["version"], "ownerId": company.colleague.id}
    await company.owner.done("assignLead", input)


async def delete(company: Company, lead: dict[str, Any]) -> None:
    await company.owner.done("deleteLead", {"id": lead["id"], "expectedVersion": lead["version"]})


async def convert(company: Company, lead: dict[str, Any]) -> None:
    await company.owner.done(
        "convertLead", {"id": lead["id"], "expectedVersion": 1, "contact": {"create": {}}}
    )


async def merge(company: Company, lead: dict[str, Any]) -> None:
    other = await company.lead(ownerId=company.colleague.id)
    await company.owner.done("mergeLeads", {"survivorId": other["id"], "absorbedIds": [lead["id"]]})


@pytest.mark.parametrize("free", [close, give_away, delete, convert, merge])
async def test_a_place_that_frees_up_is_taken(company: Company, settings: Settings, free: Free) -> None:
    [ann] = await people(company, "Ann")
    await set_availability(company, ann, capacityOpen=1)
    await rule(company, "FIXED", memberId=ann.id)
    first, second = await company.lead(), await company.lead()
    assert (await owner_of(company, first), await owner_of(company, second)) == ("Ann", None)
    async with at_work(settings):
        await free(company, first)
        await is_given(company, second, "Ann")


async def test_more_capacity_takes_the_oldest_first(company: Company, settings: Settings) -> None:
    [ann] = await people(company, "Ann")
    await set_availability(company, ann, capacityOpen=0)
    await rule(company, "FIXED", memberId=ann.id)
    leads = [await company.lead() for _ in range(5)]
    async with at_work(settings):
        await set_availability(company, ann, capacityOpen=2)
        await is_given(company, leads[1], "Ann")
    assert [await owner_of(company, lead) for lead in leads] == ["Ann", "Ann", None, None, None]


async def test_who_is_reinstated_gets_what_waited(company: Company, settings: Settings) -> None:
    [ann] = await people(company, "Ann")
    await rule(company, "FIXED", memberId=ann.id)
    await company.owner.done("suspendMember", {"id": ann.id})
    lead = await company.lead()
    assert reasons((await log(company, lead))[0]) == {"Ann": "Suspended."}
    async with at_work(settings):
        await company.owner.done("reinstateMember", {"id": ann.id})
        await is_given(company, lead, "Ann")


@pytest.mark.parametrize("leaving", ["suspendMember", "changeMemberRole"])
async def test_open_leads_of_who_leaves_go_to_others(
    company: Company, settings: Settings, leaving: str
) -> None:
    ann, ben = await people(company, "Ann", "Ben")
    lead = await company.lead(by=ann)
    won = await company.lead(by=ann, stageId=(await company.stages())["Won"])
    await rule(company, "WEIGHTED", weights=shares((ann, ben), 1, 1))
    async with at_work(settings):
        await company.owner.done(
            leaving, {"id": ann.id} | ({"role": "VIEWER"} if leaving == "changeMemberRole" else {})
        )
        await is_given(company, lead, "Ben")
    given, left = await log(company, lead)
    assert (left["queued"], left["rule"], given["member"]["name"]) == (True, None, "Ben")
    assert await owner_of(company, won) == "Ann"
    assert await log(company, won) == []


async def test_where_there_are_no_rules_leads_of_who_leaves_wait_for_who_claims_them(
    company: Company, settings: Settings
) -> None:
    lead = await company.lead(by=company.agent)
    await company.owner.done("suspendMember", {"id": company.agent.id})
    await rule(company, "FIXED", memberId=company.colleague.id)
    assert await log(company, lead) == []
    async with at_work(settings):
        other = await company.lead()
        await is_given(company, other, "Colleague")
        await asyncio.sleep(0.3)
    assert await owner_of(company, lead) is None


async def test_what_is_put_back_by_hand_waits_for_who_claims_it(company: Company, settings: Settings) -> None:
    ann, ben = await people(company, "Ann", "Ben")
    await rule(company, "ROUND_ROBIN", weights=shares((ann, ben), 1, 1))
    lead = await company.lead()
    await company.owner.done("assignLead", {"id": lead["id"], "expectedVersion": 1, "ownerId": None})
    async with at_work(settings):
        await set_availability(company, ann, capacityOpen=50)
        await asyncio.sleep(0.5)
    assert await owner_of(company, lead) is None
    assert len(await log(company, lead)) == 1


async def test_what_is_claimed_or_assigned_by_hand_waits_no_more(
    company: Company, settings: Settings
) -> None:
    [ann] = await people(company, "Ann")
    claimed, assigned, left = await waiting(company, ann, 3)
    await set_availability(company, company.agent, capacityOpen=0)
    await company.agent.done("claimLead", {"id": claimed["id"]})
    input = {"id": assigned["id"], "expectedVersion": 1, "ownerId": company.agent.id}
    await company.owner.done("assignLead", input)
    await company.owner.done("assignLead", input | {"expectedVersion": 2, "ownerId": None})
    async with at_work(settings):
        await set_availability(company, ann, awayUntil=None)
        await is_given(company, left, "Ann")
    assert await owner_of(company, claimed) == "Agent", "by hand, whatever their capacity"
    assert await owner_of(company, assigned) is None


async def test_new_rules_and_changed_leads_are_looked_at_anew(company: Company, settings: Settings) -> None:
    ann, ben = await people(company, "Ann", "Ben")
    first, second = await waiting(company, ann, 2)
    async with at_work(settings):
        made = await rule(company, "FIXED", memberId=ben.id, filter={"jobTitle": {"eq": "CEO"}})
        waits = (await rules(company))[0]["id"]
        await company.owner.done("reorderAssignmentRules", {"ids": [made["id"], waits]})
        await company.owner.done("updateLead", {"id": first["id"], "expectedVersion": 1, "jobTitle": "CEO"})
        await is_given(company, first, "Ben")
        assert await owner_of(company, second) is None
        await company.owner.done("archiveAssignmentRule", {"id": waits, "expectedVersion": 2})
        await rule(company, "FIXED", memberId=company.colleague.id)
        await is_given(company, second, "Colleague")


async def test_a_deleted_or_closed_lead_is_passed_over_until_it_is_back(
    company: Company, settings: Settings
) -> None:
    [ann] = await people(company, "Ann")
    deleted, closed, live = await waiting(company, ann, 3)
    await delete(company, deleted)
    await close(company, closed)
    async with at_work(settings):
        await set_availability(company, ann, awayUntil=None)
        await is_given(company, live, "Ann")
        await company.owner.done("restoreLead", {"id": deleted["id"]})
        await is_given(company, deleted, "Ann")
        stage = (await company.stages())["Contacted"]
        await company.owner.done(
            "transitionLead", {"id": closed["id"], "expectedVersion": 2, "stageId": stage}
        )
        await is_given(company, closed, "Ann")


async def test_a_lead_that_is_restored_to_who_has_left_goes_to_another(
    company: Company, settings: Settings
) -> None:
    lead = await company.lead(by=company.agent)
    await rule(company, "FIXED", memberId=company.colleague.id)
    await delete(company, lead)
    await company.owner.done("suspendMember", {"id": company.agent.id})
    async with at_work(settings):
        await company.owner.done("restoreLead", {"id": lead["id"]})
        await is_given(company, lead, "Colleague")


async def test_a_merge_that_is_undone_brings_back_what_waited(company: Company, settings: Settings) -> None:
    [ann] = await people(company, "Ann")
    survivor, absorbed = await waiting(company, ann, 2)
    input = {"survivorId": survivor["id"], "absorbedIds": [absorbed["id"]]}
    merged = await company.owner.done("mergeLeads", input, "merge { id }")
    await company.owner.done("undoMerge", {"mergeId": merged["merge"]["id"]})
    async with at_work(settings):
        await set_availability(company, ann, awayUntil=None)
        await is_given(company, survivor, "Ann")
        await is_given(company, absorbed, "Ann")


async def test_each_goes_once_with_several_workers_and_nobody_is_overfilled(
    company: Company, settings: Settings
) -> None:
    ann, ben = await people(company, "Ann", "Ben")
    for member in (ann, ben):
        await set_availability(company, member, capacityOpen=0)
    await rule(company, "ROUND_ROBIN", weights=shares((ann, ben), 1, 1))
    leads = [await company.lead() for _ in range(14)]
    async with AsyncExitStack() as workers:
        for _ in range(3):
            await workers.enter_async_context(at_work(settings))
        for member in (ann, ben):
            await set_availability(company, member, capacityOpen=5)

        async def all_given() -> bool:
            return (await owners(company))[None] == 4

        await until(all_given, within=30)
    assert await owners(company) == {"Ann": 5, "Ben": 5, None: 4}
    assert [await owner_of(company, lead) is None for lead in leads] == [False] * 10 + [True] * 4
    for lead in leads[:10]:
        assert [one["queued"] for one in await log(company, lead)] == [False, True]
