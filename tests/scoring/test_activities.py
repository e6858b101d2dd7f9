"""Points for what was done about a lead."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from leadhub.kit.work import Lent
from leadhub.process import Background, lend
from leadhub.scoring.decaying import DecayScores
from leadhub.settings import Settings
from tests.merging.merged import merge, undo
from tests.scoring.scored import Clock, rescored, rule, score
from tests.world import Caller, Company, World


@pytest.fixture
def lent(settings: Settings, world: World) -> Lent:
    """What a worker would lend."""
    return Lent(settings, lend(settings, Background(), is_server=False), 1)


async def log(
    caller: Caller, lead: str, kind: str = "CALL", *, days_ago: float = 0, **more: Any
) -> dict[str, Any]:
    """An activity of a lead that was so long ago."""
    at = (datetime.now(UTC) - timedelta(days=days_ago)).isoformat()
    input = {"leadId": lead, "kind": kind, "occurredAt": at, **more}
    return (await caller.done("logActivity", input, "activity { id version }"))["activity"]


async def test_activities_give_points_up_to_so_many_of_a_kind(company: Company) -> None:
    made = await rule(
        company, "called back", 5, activity={"kind": "CALL", "direction": "INBOUND", "atMost": 2}
    )
    assert made["activity"] == {"kind": "CALL", "direction": "INBOUND", "atMost": 2}
    id = (await company.lead(company.agent))["id"]
    found = []
    for kind, direction in (("CALL", "OUTBOUND"), ("EMAIL", "INBOUND"), *[("CALL", "INBOUND")] * 3):
        await log(company.agent, id, kind, direction=direction)
        found.append((await score(company.agent, id))["score"])
    assert found == [0, 0, 5, 10, 10]
    assert (await score(company.agent, id))["version"] == 1


async def test_an_activity_of_the_last_days_counts_and_then_no_more(
    company: Company, lent: Lent, clock: Clock
) -> None:
    await rule(company, "met lately", 20, activity={"kind": "MEETING"}, decay={"points": 20, "days": 30})
    id = (await company.lead())["id"]
    await log(company.owner, id, "MEETING", days_ago=10)
    assert (await score(company.owner, id))["score"] == 20
    clock.go(days=19)
    await DecayScores(lent).round()
    assert (await score(company.owner, id))["score"] == 20
    clock.go(days=2)
    await DecayScores(lent).round()
    assert (await score(company.owner, id))["score"] == 0


async def test_each_activity_decays_since_it_was(company: Company, lent: Lent, clock: Clock) -> None:
    await rule(company, "calls", 10, activity={"kind": "CALL", "atMost": 5}, decay={"points": 4, "days": 7})
    id = (await company.lead())["id"]
    for days in (15, 8, 1):
        await log(company.owner, id, days_ago=days)
    assert (await score(company.owner, id))["score"] == 2 + 6 + 10
    clock.go(days=6.5)
    await DecayScores(lent).round()
    assert (await score(company.owner, id))["score"] == 0 + 2 + 6


async def test_only_the_leads_that_meet_the_filter_get_them(company: Company) -> None:
    given = {"activity": {"kind": "CALL"}, "filter": {"jobTitle": {"eq": "CEO"}}}
    await rule(company, "spoke to the boss", 5, **given)
    boss, other = (await company.lead(jobTitle="CEO"))["id"], (await company.lead())["id"]
    for id in (boss, other):
        await log(company.owner, id)
    assert [(await score(company.owner, id))["score"] for id in (boss, other)] == [5, 0]


async def test_what_is_changed_or_deleted_counts_as_it_is_now(company: Company) -> None:
    await rule(company, "calls", 5, activity={"kind": "CALL", "direction": "INBOUND", "atMost": 9})
    id = (await company.lead())["id"]
    made = await log(company.owner, id, direction="INBOUND")
    change = {"id": made["id"], "expectedVersion": 1, "direction": "OUTBOUND"}
    await company.owner.done("updateActivity", change)
    assert (await score(company.owner, id))["score"] == 0
    change = {"id": made["id"], "expectedVersion": 2, "direction": "INBOUND"}
    await company.owner.done("updateActivity", change)
    assert (await score(company.owner, id))["score"] == 5
    await company.owner.done("deleteActivity", {"id": made["id"], "expectedVersion": 3})
    assert (await score(company.owner, id))["score"] == 0


async def test_activities_that_were_there_before_the_rule_count(company: Company) -> None:
    id = (await company.lead())["id"]
    await log(company.owner, id, days_ago=3)
    made = await rule(company, "calls", 5, activity={"kind": "CALL"})
    await rescored(company)
    assert (await score(company.owner, id))["score"] == 5
    change = {"id": made["id"], "expectedVersion": 1, "activity": {"kind": "EMAIL"}}
    await company.owner.done("updateScoringRule", change)
    await rescored(company)
    assert (await score(company.owner, id))["score"] == 0


async def test_activities_count_for_the_survivor_of_a_merge_and_go_back(company: Company) -> None:
    await rule(company, "calls", 5, activity={"kind": "CALL", "atMost": 3}, decay={"points": 1, "days": 1})
    survivor, absorbed = (await company.lead())["id"], (await company.lead())["id"]
    for id, days in ((survivor, 0), (absorbed, 0), (absorbed, 2)):
        await log(company.owner, id, days_ago=days)
    rehearsed = await merge(company.owner, survivor, absorbed, dryRun=True)
    done = await merge(company.owner, survivor, absorbed)
    assert rehearsed["lead"]["score"] == done["lead"]["score"] == 5 + 5 + 3
    await undo(company.owner, done["merge"]["id"])
    assert [(await score(company.owner, id))["score"] for id in (survivor, absorbed)] == [5, 8]


async def test_rules_hear_of_activities_by_the_time_of_the_last(company: Company) -> None:
    since = (datetime.now(UTC) + timedelta(seconds=2)).isoformat()
    await rule(company, "worked on", 5, filter={"lastActivityAt": {"gte": since}})
    id = (await company.lead())["id"]
    assert (await score(company.owner, id))["score"] == 0
    await log(company.owner, id, days_ago=-0.002)
    assert (await score(company.owner, id))["score"] == 5
