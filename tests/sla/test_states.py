"""How the answer stands that a lead waits for, as the lead goes its way."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from leadhub.kit.actor import Request, as_actor, system_actor
from leadhub.kit.work import Lent
from leadhub.sla import following
from leadhub.sla.sweeping import sweep_some
from tests.held import Held
from tests.sla.promised import HOUR, Clock, due, policy, sla, status, swept, talk, told, work
from tests.world import Company


async def move(company: Company, id: str, version: int, stage: str) -> None:
    stage_id = (await company.stages())[stage]
    await company.owner.done("transitionLead", {"id": id, "expectedVersion": version, "stageId": stage_id})


async def listed(company: Company, filter: dict[str, Any]) -> list[str]:
    document = "query($filter: LeadFilter) { leads(filter: $filter, orderBy: [{field: SLA_DUE_AT}]) { nodes { id } } }"
    return [lead["id"] for lead in (await company.owner.ok(document, filter=filter))["leads"]["nodes"]]


async def test_a_new_lead_is_due_to_be_answered_and_says_by_which_policy(company: Company) -> None:
    await policy(company)
    id = (await company.lead())["id"]
    found = await sla(company.owner, id)
    assert found is not None
    assert (found["status"], found["target"], found["policy"]["name"]) == ("PENDING", "FIRST_RESPONSE", "all")
    assert await due(company, id) == timedelta(hours=1)
    assert await told(company) == [("changed", None, "PENDING")]


async def test_without_a_policy_nothing_is_due(company: Company) -> None:
    await policy(company, filter={"jobTitle": {"eq": "CEO"}})
    id = (await company.lead())["id"]
    assert await sla(company.owner, id) is None
    await company.owner.done("updateLead", {"id": id, "expectedVersion": 1, "jobTitle": "CEO"})
    assert await status(company, id) == "PENDING"
    await company.owner.done("updateLead", {"id": id, "expectedVersion": 2, "jobTitle": "CTO"})
    assert await sla(company.owner, id) is None


async def test_the_first_policy_that_a_lead_meets_counts(company: Company) -> None:
    for name, seconds in (("slow", 7200), ("fast", 600)):
        await policy(company, name, firstResponseSeconds=seconds)
    assert await due(company, (await company.lead())["id"]) == timedelta(hours=2)


async def test_what_came_in_before_the_policy_is_not_judged_by_it(company: Company) -> None:
    id = (await company.lead())["id"]
    await policy(company, nextResponseSeconds=60, firstResponseSeconds=60)
    await company.owner.done("updateLead", {"id": id, "expectedVersion": 1, "jobTitle": "CEO"})
    assert await sla(company.owner, id) is None
    await talk(company.owner, id)
    await talk(company.owner, id, "INBOUND")
    assert await status(company, id) == "PENDING"


async def test_an_answer_meets_it(company: Company, clock: Clock) -> None:
    await policy(company)
    id = (await company.lead())["id"]
    await talk(company.owner, id, "INBOUND")
    assert await status(company, id) == "PENDING"
    clock.go(minutes=59)
    await talk(company.owner, id)
    found = await sla(company.owner, id)
    assert found is not None
    assert (found["status"], found["respondedAt"] is None, found["breachedAt"]) == ("MET", False, None)
    lead = await company.owner.ok("query($id: ID!) { lead(id: $id) { version firstRespondedAt } }", id=id)
    assert lead["lead"] == {"version": 1, "firstRespondedAt": found["respondedAt"]}


async def test_what_is_said_later_is_due_to_be_answered_too(company: Company, clock: Clock) -> None:
    await policy(company, firstResponseSeconds=HOUR, nextResponseSeconds=2 * HOUR)
    id = (await company.lead())["id"]
    await talk(company.owner, id)
    clock.go(hours=5)
    await talk(company.owner, id, "INBOUND")
    clock.go(hours=1)
    await talk(company.owner, id, "INBOUND")
    found = await sla(company.owner, id)
    assert found is not None
    assert (found["status"], found["target"]) == ("PENDING", "NEXT_RESPONSE")
    assert await due(company, id) == timedelta(hours=2)
    clock.go(minutes=59)
    await talk(company.owner, id)
    assert await status(company, id) == "MET"
    assert [to for _, _, to in await told(company)] == ["PENDING", "MET", "PENDING", "MET"]


async def test_an_answer_that_is_deleted_was_none(company: Company, clock: Clock) -> None:
    await policy(company)
    id = (await company.lead())["id"]
    call = await talk(company.owner, id)
    await company.owner.done("deleteActivity", {"id": call, "expectedVersion": 1})
    assert await status(company, id) == "PENDING"
    assert await due(company, id) == timedelta(hours=1)


async def test_a_stage_that_pauses_gives_time(company: Company, lent: Lent, clock: Clock) -> None:
    await policy(company, pausingStageIds=[(await company.stages())["Contacted"]])
    id = (await company.lead())["id"]
    clock.go(minutes=30)
    await move(company, id, 1, "Contacted")
    clock.go(hours=20)
    await work(lent)
    assert await status(company, id) == "PAUSED"
    assert await due(company, id) is None
    await move(company, id, 2, "New")
    assert await due(company, id) == timedelta(hours=21)
    assert [to for _, _, to in await told(company)] == ["PENDING", "PAUSED", "PENDING"]


async def test_a_lead_that_is_closed_waits_no_more_and_goes_on_where_it_was_when_it_is_reopened(
    company: Company, lent: Lent, clock: Clock
) -> None:
    await policy(company, filter={"status": {"eq": "OPEN"}})
    id = (await company.lead())["id"]
    clock.go(minutes=30)
    await move(company, id, 1, "Disqualified")
    assert await status(company, id) == "ENDED"
    clock.go(hours=10)
    await work(lent)
    await move(company, id, 2, "New")
    assert await due(company, id) == timedelta(hours=11)


async def test_deleting_and_converting_end_it(company: Company, lent: Lent, clock: Clock) -> None:
    await policy(company)
    deleted, converted = [(await company.lead())["id"] for _ in range(2)]
    await company.owner.done("deleteLead", {"id": deleted, "expectedVersion": 1})
    create = {"create": {"lastName": "Hopper"}}
    await company.owner.done("convertLead", {"id": converted, "expectedVersion": 1, "contact": create})
    clock.go(hours=2)
    await work(lent)
    assert await status(company, converted) == "ENDED"
    await company.owner.done("restoreLead", {"id": deleted, "expectedVersion": 2})
    assert await due(company, deleted) == timedelta(hours=3)


async def test_a_merged_lead_waits_since_the_first_of_them_came_in(
    company: Company, lent: Lent, clock: Clock
) -> None:
    await policy(company)
    old, young = [(await company.lead())["id"] for _ in range(2)]
    started = (await sla(company.owner, old) or {})["startedAt"]
    input = {"survivorId": young, "absorbedIds": [old]}
    dry = await company.owner.done("mergeLeads", {**input, "dryRun": True}, "lead { sla { startedAt } }")
    merge = await company.owner.done("mergeLeads", input, "merge { id } lead { sla { startedAt } }")
    assert merge["lead"] == dry["lead"] == {"sla": {"startedAt": started}}
    clock.go(hours=2)
    await work(lent)
    assert [kind for kind, _, _ in await told(company)].count("breached") == 1
    await company.owner.done("undoMerge", {"mergeId": merge["merge"]["id"]})
    await work(lent)
    assert [await status(company, id) for id in (old, young)] == ["BREACHED", "BREACHED"]


async def test_a_dry_run_of_a_conversion_shows_the_end(company: Company) -> None:
    await policy(company)
    id = (await company.lead())["id"]
    input = {"id": id, "expectedVersion": 1, "contact": {"create": {"lastName": "Hopper"}}, "dryRun": True}
    shown = await company.owner.done("convertLead", input, "lead { sla { status dueAt } }")
    assert shown["lead"]["sla"] == {"status": "ENDED", "dueAt": None}
    assert await status(company, id) == "PENDING"


async def test_leads_are_found_and_ordered_by_what_is_due(company: Company, lent: Lent, clock: Clock) -> None:
    await policy(company, "fast", filter={"jobTitle": {"eq": "CEO"}}, firstResponseSeconds=600)
    await policy(company)
    slow, fast, met = [(await company.lead(jobTitle=title))["id"] for title in (None, "CEO", None)]
    await talk(company.owner, met)
    assert await listed(company, {"slaStatus": {"eq": "PENDING"}}) == [fast, slow]
    assert await listed(company, {}) == [fast, slow, met]
    assert await listed(company, {"slaDueAt": {"lt": (clock.now() + timedelta(minutes=30)).isoformat()}}) == [
        fast
    ]
    clock.go(minutes=30)
    await work(lent)
    assert await listed(company, {"slaStatus": {"in": ["BREACHED", "MET"]}}) == [fast, met]


async def test_what_changes_in_a_policy_changes_what_is_due(company: Company, clock: Clock) -> None:
    made = await policy(company)
    id = (await company.lead())["id"]
    change = {"id": made["id"], "expectedVersion": 1, "firstResponseSeconds": 2 * HOUR}
    await company.owner.done("updateSlaPolicy", change)
    await swept(company)
    assert await due(company, id) == timedelta(hours=2)
    other = await policy(company, "other", firstResponseSeconds=3 * HOUR)
    await company.owner.done("reorderSlaPolicies", {"ids": [other["id"], made["id"]]})
    await swept(company)
    assert await due(company, id) == timedelta(hours=3)
    for id_, version in ((other["id"], 2), (made["id"], 3)):
        await company.owner.done("archiveSlaPolicy", {"id": id_, "expectedVersion": version})
    await swept(company)
    assert await sla(company.owner, id) is None


async def test_a_lead_that_came_in_by_the_policies_of_before_is_not_missed(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has read the policies, and is committed when all other leads have been worked out by new ones."""
    made = await policy(company)
    early = (await company.lead())["id"]
    held = Held(monkeypatch, following, "policies_in_use")
    coming = asyncio.create_task(company.lead())
    await held.reading.wait()
    change = {"id": made["id"], "expectedVersion": 1, "firstResponseSeconds": 2 * HOUR}
    await company.owner.done("updateSlaPolicy", change)
    for _ in range(20):
        with as_actor(system_actor(company.tenant_id), Request(id="test")):
            assert not await sweep_some()
    assert await due(company, early) == timedelta(hours=1)
    held.go_on.set()
    late = (await coming)["id"]
    await swept(company)
    assert [await due(company, id) for id in (early, late)] == [timedelta(hours=2)] * 2
