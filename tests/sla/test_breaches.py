"""What was not answered in time: found once, whoever works and whatever the clock does, and told to whom the policy names."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from leadhub.kit.node import from_global
from leadhub.kit.work import Lent
from leadhub.members.models import Member
from leadhub.sla import breaching
from tests.sla.promised import HOUR, Clock, due, policy, sla, status, talk, told, work
from tests.streams.following import stream_of
from tests.world import Caller, Company, gather

BREACH = ("breached", "PENDING", "BREACHED")


async def kinds(caller: Caller, id: str) -> list[str]:
    """What somebody was told about a lead."""
    nodes = (await caller.ok("{ notifications { nodes { kind leadId } } }"))["notifications"]["nodes"]
    return [one["kind"] for one in nodes if one["leadId"] == id]


async def lead_of(company: Company, **more: Any) -> str:
    """A lead of the agent, who is in North."""
    input = {"ownerId": company.agent.id, "teamId": company.teams["North"], **more}
    return (await company.lead(**input))["id"]


async def test_who_owns_a_lead_is_told_once_that_it_was_not_answered(
    company: Company, lent: Lent, clock: Clock
) -> None:
    await policy(company)
    id = await lead_of(company)
    clock.go(minutes=59)
    await work(lent)
    assert await status(company, id) == "PENDING"
    clock.go(minutes=2)
    for _ in range(3):
        await work(lent)
    found = await sla(company.owner, id)
    assert found is not None
    assert (found["status"], found["breachedAt"], found["respondedAt"]) == ("BREACHED", found["dueAt"], None)
    assert found["dueAt"] is not None
    assert (await told(company)).count(BREACH) == 1
    assert await kinds(company.agent, id) == ["SLA_BREACHED"]
    assert await kinds(company.manager, id) == await kinds(company.owner, id) == []


async def test_an_answer_after_that_is_late(company: Company, lent: Lent, clock: Clock) -> None:
    await policy(company)
    id = await lead_of(company)
    clock.go(hours=2)
    await work(lent)
    await talk(company.agent, id)
    await work(lent)
    assert await status(company, id) == "LATE"
    assert (await told(company))[-2:] == [BREACH, ("changed", "BREACHED", "LATE")]


async def test_a_late_answer_is_a_breach_also_where_no_worker_came_in_between(
    company: Company, lent: Lent, clock: Clock
) -> None:
    await policy(company)
    id = await lead_of(company)
    clock.go(hours=2)
    await talk(company.agent, id)
    await work(lent)
    assert (await told(company))[-1] == ("breached", "PENDING", "LATE")
    assert await kinds(company.agent, id) == []


@pytest.mark.parametrize(
    ("named", "people"),
    [
        (["MANAGER"], ["manager"]),
        (["TEAM"], ["agent", "colleague", "manager"]),
        (["OWNER", "MANAGER"], ["agent", "manager"]),
        ([], []),
    ],
)
async def test_a_policy_names_who_is_told(
    company: Company, lent: Lent, clock: Clock, named: list[str], people: list[str]
) -> None:
    await policy(company, notify=named)
    id = await lead_of(company)
    clock.go(hours=2)
    await work(lent)
    told_of_it = [name for name, caller in company.people.items() if await kinds(caller, id)]
    assert sorted(told_of_it) == people


async def test_the_manager_is_the_owners_own_where_there_is_one(
    company: Company, lent: Lent, clock: Clock
) -> None:
    async with company.inside():
        assert company.agent.member is not None
        assert company.admin.member is not None
        await Member.mine().filter(id=company.agent.member.id).update(manager_id=company.admin.member.id)
    await policy(company, notify=["MANAGER"])
    id = await lead_of(company)
    clock.go(hours=2)
    await work(lent)
    assert (await kinds(company.admin, id), await kinds(company.manager, id)) == (["SLA_BREACHED"], [])


async def test_where_nobody_is_there_owners_and_admins_are_told(
    company: Company, lent: Lent, clock: Clock
) -> None:
    await policy(company, notify=["OWNER", "TEAM"])
    id = (await company.lead())["id"]
    clock.go(hours=2)
    await work(lent)
    assert await kinds(company.owner, id) == await kinds(company.admin, id) == ["SLA_BREACHED"]
    assert await kinds(company.agent, id) == []


async def test_workers_at_once_find_each_breach_once(
    company: Company, lent: Lent, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(breaching, "BATCH", 2)
    await policy(company)
    ids = [await lead_of(company) for _ in range(7)]
    clock.go(hours=2)
    await gather(*(work(lent) for _ in range(4)))
    await work(lent)  # what somebody else was at when this one looked
    assert (await told(company)).count(BREACH) == 7
    assert [await kinds(company.agent, id) for id in ids] == [["SLA_BREACHED"]] * 7


async def test_what_another_worker_has_noted_is_not_noted_again(
    company: Company, lent: Lent, clock: Clock
) -> None:
    """Two of them may have found the same lead before one of them has it in hand."""
    await policy(company)
    id = await lead_of(company)
    clock.go(hours=2)
    with lent.inside(company.tenant_id):
        noted = [await breaching.breach(from_global(id)[1], clock.now()) for _ in range(2)]
    assert noted == [True, False]
    assert await kinds(company.agent, id) == ["SLA_BREACHED"]


async def test_where_a_worker_dies_half_way_another_one_finds_the_breach(
    company: Company, lent: Lent, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await policy(company)
    id = await lead_of(company)
    clock.go(hours=2)
    notify = breaching.notify

    async def die(*given: Any, **more: Any) -> None:
        await notify(*given, **more)
        raise ConnectionError("killed")

    monkeypatch.setattr(breaching, "notify", die)
    await work(lent)
    assert (await status(company, id), await kinds(company.agent, id)) == ("PENDING", [])
    monkeypatch.setattr(breaching, "notify", notify)
    await work(lent)
    assert (await status(company, id), await kinds(company.agent, id)) == ("BREACHED", ["SLA_BREACHED"])
    assert (await told(company)).count(BREACH) == 1


async def test_a_clock_that_jumps_finds_no_breach_twice(company: Company, lent: Lent, clock: Clock) -> None:
    await policy(company)
    id = await lead_of(company)
    for days in (400, -399, 30, -31):
        clock.go(days=days)
        await work(lent)
        title = f"after {days}"
        version = (await sla_version(company, id)) or 0
        await company.owner.done("updateLead", {"id": id, "expectedVersion": version, "jobTitle": title})
    assert await status(company, id) == "BREACHED"
    assert (await told(company)).count(BREACH) == 1
    assert await kinds(company.agent, id) == ["SLA_BREACHED"]


async def sla_version(company: Company, id: str) -> int:
    lead = (await company.owner.ok("query($id: ID!) { lead(id: $id) { version } }", id=id))["lead"]
    return int(lead["version"])


async def test_a_lead_that_somebody_has_in_hand_is_left_for_later(
    company: Company, lent: Lent, clock: Clock
) -> None:
    await policy(company)
    id = await lead_of(company)
    clock.go(hours=2)
    async with company.world.sql() as other, other.transaction():
        await other.execute("select from lead where tenant_id = $1 for update", company.tenant_id)
        async with asyncio.timeout(30):
            await work(lent)
        assert await status(company, id) == "PENDING"
    await work(lent)
    assert await status(company, id) == "BREACHED"


async def test_a_policy_that_gives_more_time_is_heard_before_anything_is_over(
    company: Company, lent: Lent, clock: Clock
) -> None:
    made = await policy(company)
    id = await lead_of(company)
    clock.go(hours=2)
    change = {"id": made["id"], "expectedVersion": 1, "firstResponseSeconds": 5 * HOUR}
    await company.owner.done("updateSlaPolicy", change)
    await work(lent)
    assert await status(company, id) == "PENDING"
    found = await due(company, id)
    assert found is not None
    assert found.total_seconds() == 5 * HOUR


async def test_the_event_of_a_breach_carries_what_leads_are_found_by(
    company: Company, lent: Lent, clock: Clock
) -> None:
    await policy(company)
    id = await lead_of(company)
    due_at = (await sla(company.owner, id) or {})["dueAt"]
    clock.go(hours=2)
    await work(lent)
    await talk(company.agent, id)
    types = '["lead.sla_breached", "lead.sla_changed"]'
    document = (
        f"{{ events(after: 0, types: {types}, first: 5) {{ events {{ subjectId version changes }} }} }}"
    )
    _, breached, late = (await company.owner.ok(document))["events"]["events"]
    assert (breached["subjectId"], breached["version"]) == (id, 1)
    assert breached["changes"] == {"slaStatus": {"from": "PENDING", "to": "BREACHED"}}
    assert late["changes"]["slaDueAt"] == {"from": due_at, "to": None}


async def test_who_follows_breached_leads_sees_them_come_and_go(
    company: Company, lent: Lent, clock: Clock
) -> None:
    await policy(company)
    id = await lead_of(company)
    clock.go(hours=2)
    head = (await company.owner.ok("{ events(after: 0) { headSeq } }"))["events"]["headSeq"]
    await work(lent)
    await talk(company.agent, id)
    document = """subscription($after: Int) {
      leadChanged(filter: {slaStatus: {eq: BREACHED}}, after: $after) { kind type }
    }"""
    async with stream_of(company.agent, document, after=head) as stream:
        seen = [await stream.next() for _ in range(2)]
    assert [(one["kind"], one["type"]) for one in seen] == [
        ("ENTERED", "lead.sla_breached"),
        ("LEFT", "lead.sla_changed"),
    ]


async def test_a_breach_gives_the_lead_to_whom_the_rules_choose(
    company: Company, lent: Lent, clock: Clock
) -> None:
    await policy(company, reassign=True)
    id = await lead_of(company)
    fixed = {"name": "second", "strategy": "FIXED", "memberId": company.colleague.id}
    await company.owner.done("createAssignmentRule", fixed)
    clock.go(hours=2)
    await work(lent)
    assert await owner(company, id) == company.colleague.id
    assert await status(company, id) == "BREACHED"
    assert await kinds(company.agent, id) == await kinds(company.colleague, id) == ["SLA_BREACHED"]
    log = "query($id: ID!) { assignmentLog(leadId: $id) { nodes { member { id } rule { name } } } }"
    [decided] = (await company.owner.ok(log, id=id))["assignmentLog"]["nodes"]
    assert decided == {"member": {"id": company.colleague.id}, "rule": {"name": "second"}}


async def test_a_lead_stays_with_its_owner_where_the_rules_choose_nobody_else(
    company: Company, lent: Lent, clock: Clock
) -> None:
    await policy(company, reassign=True)
    id, unruled = await lead_of(company, jobTitle="CEO"), await lead_of(company)
    fixed = {"name": "same", "strategy": "FIXED", "memberId": company.agent.id}
    await company.owner.done("createAssignmentRule", fixed | {"filter": {"jobTitle": {"eq": "CEO"}}})
    clock.go(hours=2)
    await work(lent)
    assert await owner(company, id) == await owner(company, unruled) == company.agent.id
    assert await status(company, id) == await status(company, unruled) == "BREACHED"
    assert await kinds(company.agent, id) == ["SLA_BREACHED"]


async def owner(company: Company, id: str) -> str | None:
    lead = (await company.owner.ok("query($id: ID!) { lead(id: $id) { owner { id } } }", id=id))["lead"]
    return lead["owner"] and str(lead["owner"]["id"])
