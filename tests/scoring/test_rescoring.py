"""All leads scored again after a change of rules: in batches, by any number of workers, missing none."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from leadhub.kit.actor import Request, as_actor, system_actor
from leadhub.kit.work import Lent
from leadhub.process import Background, lend
from leadhub.scoring import reactions, rescoring
from leadhub.scoring.models import Rescoring
from leadhub.scoring.rescoring import RescoreLeads, rescore_some
from leadhub.settings import Settings
from tests.held import Held
from tests.scoring.scored import rescored, rule, score
from tests.world import Company, World, gather

PROGRESS = "{ scoringSettings { rescoring { since done total } } }"


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rescoring, "BATCH", 3)


async def some(company: Company) -> bool:
    """One batch, as a worker scores it."""
    with as_actor(system_actor(company.tenant_id), Request(id="test")):
        return await rescore_some()


async def first_batch(company: Company) -> None:
    """What was under way when the rules were made may take a moment to end."""
    for _ in range(1000):
        if await some(company):
            return
        await asyncio.sleep(0.02)
    raise AssertionError("the first batch was never scored")


async def progress(company: Company) -> Any:
    return (await company.viewer.ok(PROGRESS))["scoringSettings"]["rescoring"]


async def scores(company: Company) -> list[int | None]:
    data = await company.owner.ok("{ leads(first: 100) { nodes { score scoreBreakdown { points } } } }")
    for lead in data["leads"]["nodes"]:
        assert (lead["score"] or 0) == sum(item["points"] for item in lead["scoreBreakdown"])
    return [lead["score"] for lead in data["leads"]["nodes"]]


async def test_how_far_it_has_come_can_be_read(company: Company) -> None:
    for _ in range(4):
        await company.lead()
    await rule(company, "all", 5)
    found = await progress(company)
    assert (found["done"], found["total"]) == (0, None)
    await first_batch(company)
    found = await progress(company)
    assert (found["done"], found["total"]) == (3, 4)
    assert sorted(await scores(company), key=str) == [5, 5, 5, None]
    assert not await some(company)
    assert await progress(company) is None
    assert await scores(company) == [5] * 4


async def test_another_change_of_rules_begins_anew(company: Company) -> None:
    for _ in range(5):
        await company.lead()
    await rule(company, "all", 5)
    await first_batch(company)
    await rule(company, "all again", 2)
    assert (await progress(company))["done"] == 0
    await rescored(company)
    assert await scores(company) == [7] * 5


async def test_where_a_worker_dies_another_goes_on(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(7):
        await company.lead()
    await rule(company, "all", 5)
    await first_batch(company)
    work = rescoring.score

    async def die(*given: Any) -> None:
        await work(*given)
        raise ConnectionError("killed")

    monkeypatch.setattr(rescoring, "score", die)
    with pytest.raises(ConnectionError):
        await some(company)
    assert (await progress(company))["done"] == 3
    monkeypatch.setattr(rescoring, "score", work)
    await rescored(company)
    assert await scores(company) == [5] * 7
    assert await scored_events(company) == 7


async def scored_events(company: Company) -> int:
    data = await company.owner.ok(
        '{ events(after: 0, types: ["lead.scored"], first: 100) { events { seq } } }'
    )
    return len(data["events"]["events"])


async def test_workers_at_once_score_each_lead_once(company: Company) -> None:
    for _ in range(10):
        await company.lead()
    await rule(company, "all", 5)

    async def work() -> None:
        with as_actor(system_actor(company.tenant_id), Request(id="test")):
            while await Rescoring.mine().exists():
                await rescore_some()
                await asyncio.sleep(0.01)

    async with asyncio.timeout(60):
        await gather(*(work() for _ in range(4)))
    assert await scores(company) == [5] * 10
    assert await scored_events(company) == 10


async def test_leads_that_change_meanwhile_lose_nothing(company: Company) -> None:
    await rule(company, "title", 1, filter={"jobTitle": {"eq": "CEO"}})
    ids = [(await company.lead())["id"] for _ in range(6)]
    await rule(company, "all", 10)

    async def change(id: str) -> None:
        await company.owner.done("updateLead", {"id": id, "expectedVersion": 1, "jobTitle": "CEO"})

    await gather(rescored(company), *(change(id) for id in ids))
    assert await scores(company) == [11] * 6


async def test_a_lead_that_came_in_by_the_rules_of_before_is_not_missed(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has read the rules, and is committed when the other leads have been scored by new ones."""
    await company.lead()
    held = Held(monkeypatch, reactions, "scoring_now")
    coming = asyncio.create_task(company.lead(lastName="Late"))
    await held.reading.wait()
    await rule(company, "all", 5)
    for _ in range(20):
        assert not await some(company)
    assert await scores(company) == [None]
    held.go_on.set()
    await coming
    await rescored(company)
    assert await scores(company) == [5, 5]


async def test_the_worker_finds_the_tenants_by_itself(
    company: Company, rival: Company, world: World, settings: Settings
) -> None:
    ids = []
    for one in (company, rival):
        ids.append((await one.lead())["id"])
        await rule(one, "all", 5)
    worker = RescoreLeads(Lent(settings, lend(settings, Background(), is_server=False), 1))
    async with asyncio.timeout(60):
        while any([await progress(one) for one in (company, rival)]):
            await worker.round()
            await asyncio.sleep(0.02)
    assert [(await score(one.owner, id))["score"] for one, id in zip((company, rival), ids, strict=True)] == [
        5,
        5,
    ]
