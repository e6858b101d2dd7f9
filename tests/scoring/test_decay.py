"""Points that fall on time: each once, whoever works, and whatever the clock does."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import pytest

from leadhub.kit.work import Lent
from leadhub.process import Background, lend
from leadhub.scoring import decaying
from leadhub.scoring.decaying import DecayScores
from leadhub.settings import Settings
from tests.scoring.scored import Clock, rescored, rule, score
from tests.world import Company, World, gather


@pytest.fixture
def lent(settings: Settings, world: World) -> Lent:
    """What a worker would lend."""
    return Lent(settings, lend(settings, Background(), is_server=False), 1)


async def work(lent: Lent) -> None:
    while await DecayScores(lent).round():
        pass


async def told(company: Company) -> list[tuple[int, int]]:
    """What the events say of scores, oldest first."""
    document = '{ events(after: 0, types: ["lead.scored"], first: 100) { events { changes } } }'
    events = (await company.owner.ok(document))["events"]["events"]
    return [
        (event["changes"]["score"]["from"], event["changes"]["score"]["to"])
        for event in events
        if "score" in event["changes"]
    ]


async def decaying_lead(company: Company, points: int = 10, **decay: int) -> str:
    await rule(company, "fresh", points, decay={"points": 3, "days": 7} | decay)
    return (await company.lead())["id"]


async def test_points_fall_period_by_period_until_none_is_left(
    company: Company, lent: Lent, clock: Clock
) -> None:
    id, found = await decaying_lead(company), []
    for _ in range(6):
        found.append((await score(company.owner, id))["score"])
        clock.go(days=7)
        await work(lent)
    assert found == [10, 7, 4, 1, 0, 0]
    after = await score(company.owner, id)
    assert (after["items"], after["version"]) == ({"fresh": 0}, 1)
    assert await told(company) == [(None, 10), (10, 7), (7, 4), (4, 1), (1, 0)]


async def test_points_below_nothing_rise(company: Company, lent: Lent, clock: Clock) -> None:
    id = await decaying_lead(company, -5)
    clock.go(days=8)
    await work(lent)
    assert (await score(company.owner, id))["score"] == -2


async def test_nothing_falls_before_its_time(company: Company, lent: Lent, clock: Clock) -> None:
    id = await decaying_lead(company)
    clock.go(days=6, hours=23)
    await work(lent)
    assert (await score(company.owner, id))["score"] == 10


async def test_a_clock_that_jumps_forward_makes_one_change_of_several(
    company: Company, lent: Lent, clock: Clock
) -> None:
    id = await decaying_lead(company)
    clock.go(days=15)
    await work(lent)
    assert (await score(company.owner, id))["score"] == 4
    assert await told(company) == [(None, 10), (10, 4)]


async def test_a_clock_that_jumps_back_gives_no_points_back_and_takes_none_twice(
    company: Company, lent: Lent, clock: Clock
) -> None:
    id = await decaying_lead(company)
    clock.go(days=8)
    await work(lent)
    clock.go(days=-3)
    await work(lent)
    await company.owner.done("updateLead", {"id": id, "expectedVersion": 1, "jobTitle": "CEO"})
    assert (await score(company.owner, id))["score"] == 7
    clock.go(days=3)
    await work(lent)
    assert await told(company) == [(None, 10), (10, 7)]
    clock.go(days=7)
    await work(lent)
    assert await told(company) == [(None, 10), (10, 7), (7, 4)]


async def test_a_change_of_the_lead_does_not_begin_the_decay_anew(
    company: Company, lent: Lent, clock: Clock
) -> None:
    id = await decaying_lead(company)
    clock.go(days=6)
    await company.owner.done("updateLead", {"id": id, "expectedVersion": 1, "jobTitle": "CEO"})
    clock.go(days=2)
    await work(lent)
    assert (await score(company.owner, id))["score"] == 7


async def test_who_meets_a_rule_again_gets_all_points_again(company: Company, clock: Clock) -> None:
    await rule(company, "boss", 10, filter={"jobTitle": {"eq": "CEO"}}, decay={"points": 1, "days": 1})
    id = (await company.lead(jobTitle="CEO"))["id"]
    clock.go(days=4)
    for version, title in enumerate([None, "CEO"], start=1):
        await company.owner.done("updateLead", {"id": id, "expectedVersion": version, "jobTitle": title})
    assert (await score(company.owner, id))["score"] == 10


async def test_a_rule_that_decays_in_another_way_counts_from_the_same_day(
    company: Company, clock: Clock
) -> None:
    id = await decaying_lead(company)
    clock.go(days=8)
    data = await company.owner.ok("{ scoringRules { id } }")
    change = {"id": data["scoringRules"][0]["id"], "expectedVersion": 1, "decay": {"points": 1, "days": 2}}
    await company.owner.done("updateScoringRule", change)
    await rescored(company)
    assert (await score(company.owner, id))["score"] == 6


async def test_workers_at_once_take_points_once(
    company: Company, lent: Lent, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decaying, "BATCH", 2)
    await rule(company, "fresh", 10, decay={"points": 3, "days": 7})
    ids = [(await company.lead())["id"] for _ in range(7)]
    clock.go(days=8)
    await gather(*(work(lent) for _ in range(4)))
    await work(lent)  # what somebody else was at when this one looked
    assert [(await score(company.owner, id))["score"] for id in ids] == [7] * 7
    assert (await told(company)).count((10, 7)) == 7


async def test_where_a_worker_dies_another_takes_the_points(
    company: Company, lent: Lent, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = await decaying_lead(company)
    clock.go(days=8)
    take = decaying.score

    async def die(*given: Any) -> None:
        await take(*given)
        raise ConnectionError("killed")

    monkeypatch.setattr(decaying, "score", die)
    await work(lent)
    assert (await score(company.owner, id))["score"] == 10
    monkeypatch.setattr(decaying, "score", take)
    await work(lent)
    assert (await score(company.owner, id))["score"] == 7
    assert await told(company) == [(None, 10), (10, 7)]


async def test_leads_that_are_deleted_rest_and_are_right_when_they_are_restored(
    company: Company, lent: Lent, clock: Clock
) -> None:
    id = await decaying_lead(company)
    await company.owner.done("deleteLead", {"id": id, "expectedVersion": 1})
    clock.go(days=8)
    await work(lent)
    assert (await told(company))[1:] == []
    await company.owner.done("restoreLead", {"id": id, "expectedVersion": 2})
    assert (await told(company))[1:] == [(10, 7)]
    clock.go(days=7)
    await work(lent)
    assert (await score(company.owner, id))["score"] == 4


async def test_leads_that_rest_keep_nobody_waiting(
    company: Company, lent: Lent, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decaying, "BATCH", 1)
    deleted = await decaying_lead(company)
    absorbed, survivor = (await company.lead())["id"], (await company.lead())["id"]
    await company.owner.done("deleteLead", {"id": deleted, "expectedVersion": 1})
    await company.owner.done("mergeLeads", {"survivorId": survivor, "absorbedIds": [absorbed]})
    clock.go(days=8)
    await work(lent)
    assert (await score(company.owner, survivor))["score"] == 7


async def test_a_lead_that_is_being_changed_is_left_alone(company: Company, lent: Lent, clock: Clock) -> None:
    id = await decaying_lead(company)
    clock.go(days=8)
    async with company.world.sql() as other, other.transaction():
        await other.execute("select from lead where tenant_id = $1 for update", company.tenant_id)
        async with asyncio.timeout(9):  # a statement that waited would be given up after ten
            await work(lent)
        assert (await score(company.owner, id))["score"] == 10
    await work(lent)
    assert (await score(company.owner, id))["score"] == 7


async def test_who_is_due_is_found_by_an_index(company: Company) -> None:
    async with company.world.sql() as superuser, superuser.transaction():
        await superuser.execute("set local session_replication_role = replica")  # no foreign keys
        await superuser.execute(
            """insert into score_item (id, tenant_id, lead_id, points, since, decays_at, worked_out_at)
            select uuidv7(), $1, uuidv7(), 1, now(), now() + make_interval(hours => n), now() from generate_series(1, 20000) n""",
            company.tenant_id,
        )
        await superuser.execute("analyze score_item")
        body = await superuser.fetchval(
            "select prosrc from pg_proc where proname = 'leadhub_decaying_scores'"
        )
        await superuser.execute("set local role leadhub_lookup")
        sql = re.sub(r"\bmoment\b", "now()", re.sub(r"\bmost\b", "200", body))
        found = "\n".join(row[0] for row in await superuser.fetch(f"explain {sql}"))
        await superuser.execute("reset role")
        await superuser.execute("delete from score_item where tenant_id = $1", company.tenant_id)
    assert "score_item_decays" in found
    assert "Seq Scan on score_item" not in found
