"""No promise is forgotten: each is reminded of once, whatever the number of workers, their deaths, and the clock."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from leadhub.followups import reminding as follow_ups
from leadhub.followups import work
from leadhub.followups.work import Reminding
from leadhub.kit.work import Lent
from leadhub.notifications import telling
from leadhub.process import Background, lend
from leadhub.settings import Settings
from leadhub.tasks import reminding as tasks
from tests.tasks.test_tasks import made, told, wish
from tests.webhooks.receiving import at_work, until
from tests.world import Company, World

START = datetime.now(UTC).replace(microsecond=0)
HOUR = timedelta(hours=1)


class Clock:
    """What workers take for the time, from an hour before `START` on."""

    def __init__(self) -> None:
        self.moment = START - HOUR

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock()
    monkeypatch.setattr(work, "now", found.now)
    return found


@pytest.fixture
async def lent(settings: Settings, world: World) -> AsyncIterator[Lent]:
    background = Background()
    yield Lent(settings, lend(settings, background, is_server=False), 1)
    await background.close()


async def promise(company: Company, at: datetime = START) -> tuple[dict[str, Any], dict[str, Any]]:
    """A lead of the agent's to get in touch with, and a task about it, both at that time."""
    lead = await company.lead(ownerId=company.agent.id)
    given = {"id": lead["id"], "expectedVersion": 1, "at": at.isoformat()}
    lead = (await company.agent.done("setNextFollowUp", given, "lead { id version nextFollowUpAt }"))["lead"]
    task = await made(company.agent, lead, remindAt=at.isoformat())
    return lead, task


async def test_each_is_reminded_once_when_it_is_time(company: Company, lent: Lent, clock: Clock) -> None:
    lead, task = await promise(company)
    worker = Reminding(lent)
    await worker.round()
    assert await told(company.agent) == []
    clock.moment = START
    await worker.round()
    await worker.round()
    data = await company.agent.ok("{ notifications { nodes { kind subjectId leadId by { id } } } }")
    assert sorted(data["notifications"]["nodes"], key=lambda node: node["kind"]) == [
        {"kind": "FOLLOW_UP_DUE", "subjectId": lead["id"], "leadId": lead["id"], "by": None},
        {"kind": "TASK_DUE", "subjectId": task["id"], "leadId": lead["id"], "by": None},
    ]
    assert await told(company.owner) == []


async def test_any_number_of_workers_remind_once(company: Company, lent: Lent, clock: Clock) -> None:
    for _ in range(5):
        await promise(company)
    clock.moment = START
    await asyncio.gather(*(Reminding(lent).round() for _ in range(6)))
    await Reminding(lent).round()
    assert sorted(await told(company.agent)) == ["FOLLOW_UP_DUE"] * 5 + ["TASK_DUE"] * 5


@contextmanager
def dying(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whoever reminds dies when all is written and nothing committed."""
    emit = telling.emit

    def die(*given: Any) -> None:
        emit(*given)
        raise ConnectionResetError

    with monkeypatch.context() as patched:
        patched.setattr(telling, "emit", die)
        yield


async def test_what_a_worker_was_at_when_it_died_another_does(
    company: Company, lent: Lent, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await promise(company)
    clock.moment = START
    with dying(monkeypatch), pytest.raises(ConnectionResetError):
        await Reminding(lent).round()
    assert await told(company.agent) == []
    await Reminding(lent).round()
    assert sorted(await told(company.agent)) == ["FOLLOW_UP_DUE", "TASK_DUE"]


async def test_a_clock_that_jumps_reminds_of_all_that_it_passed_and_of_nothing_twice(
    company: Company, lent: Lent, clock: Clock
) -> None:
    await promise(company, START)
    await promise(company, START + 100 * HOUR)
    for moment in (START + 200 * HOUR, START - 50 * HOUR, START, START + 200 * HOUR):
        clock.moment = moment
        await Reminding(lent).round()
    assert sorted(await told(company.agent)) == ["FOLLOW_UP_DUE"] * 2 + ["TASK_DUE"] * 2


async def test_what_is_moved_is_reminded_of_anew(company: Company, lent: Lent, clock: Clock) -> None:
    lead, task = await promise(company)
    clock.moment = START
    await Reminding(lent).round()
    later = (START + HOUR).isoformat()
    moved = {"id": lead["id"], "expectedVersion": lead["version"], "at": later}
    await company.agent.done("setNextFollowUp", moved)
    await company.agent.done("updateTask", wish(task, remindAt=later))
    await Reminding(lent).round()
    assert len(await told(company.agent)) == 2
    clock.moment = START + HOUR
    await Reminding(lent).round()
    assert len(await told(company.agent)) == 4


async def test_nobody_is_reminded_of_what_is_done_or_gone(company: Company, lent: Lent, clock: Clock) -> None:
    lead, task = await promise(company)
    await company.agent.done("completeTask", wish(task))
    given = {"id": lead["id"], "expectedVersion": lead["version"], "at": None}
    await company.agent.done("setNextFollowUp", given)
    gone, _ = await promise(company)
    await company.owner.done("deleteLead", {"id": gone["id"], "expectedVersion": gone["version"]})
    clock.moment = START
    await Reminding(lent).round()
    assert await told(company.agent) == []


async def test_the_owner_of_then_is_reminded_however_the_time_was_set(
    company: Company, lent: Lent, clock: Clock
) -> None:
    lead = await company.lead(nextFollowUpAt=START.isoformat())
    clock.moment = START
    await Reminding(lent).round()
    given = {"id": lead["id"], "expectedVersion": 1, "ownerId": company.colleague.id}
    await company.owner.done("assignLead", given)
    await Reminding(lent).round()
    assert await told(company.colleague) == ["FOLLOW_UP_DUE"]
    updated = {"id": lead["id"], "expectedVersion": 2, "nextFollowUpAt": (START - HOUR).isoformat()}
    await company.owner.done("updateLead", updated)
    await Reminding(lent).round()
    assert await told(company.colleague) == ["FOLLOW_UP_DUE"] * 2


async def test_a_worker_at_work_reminds(company: Company, settings: Settings) -> None:
    await promise(company)

    async def all_told() -> bool:
        return len(await told(company.agent)) == 2

    async with at_work(settings):
        await until(all_told)


async def test_more_than_a_batch_is_worked_off_in_rounds(
    company: Company, lent: Lent, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (tasks, follow_ups):
        monkeypatch.setattr(module, "BATCH", 2)
        monkeypatch.setattr(module, "_CLAIM", module._CLAIM.replace("limit 100", "limit 2"))
    for _ in range(3):
        await promise(company)
    clock.moment = START
    while await Reminding(lent).round():
        pass
    assert len(await told(company.agent)) == 6
