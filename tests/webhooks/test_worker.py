"""The worker: what it does when it is asked to end, when another dies, and when the database goes away."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import asyncpg
import orjson
import pytest

from leadhub import worker
from leadhub.kit.metrics import webhook_attempts, webhook_open
from leadhub.kit.uuid7 import uuid7
from leadhub.kit.work import Lent, Work
from leadhub.process import Background, lend
from leadhub.settings import Settings
from leadhub.webhooks import recording, sending
from leadhub.webhooks.lanes import LEASE
from leadhub.webhooks.models import DeliveryState
from leadhub.webhooks.outcomes import Attempt, Outcome
from leadhub.webhooks.post import Claim
from leadhub.webhooks.work import WORK, Measuring
from leadhub.worker import declared, working
from tests.webhooks.made import change_row, lanes
from tests.webhooks.receiving import Received, Receiver, at_work, hook, until
from tests.webhooks.test_spreading import inside, spread_all
from tests.world import Company, World


@pytest.fixture
async def hanging(receiver: Receiver) -> AsyncIterator[asyncio.Event]:
    """The receiver says nothing until this is set."""
    release = asyncio.Event()

    async def hang(_: Received) -> int:
        await release.wait()
        return 200

    receiver.answer = hang
    yield release
    release.set()


def test_every_slice_s_work_is_found() -> None:
    names = [kind.name for kind in declared()]
    assert len(names) == len(set(names))
    assert {kind.name for kind in WORK} < set(names)
    assert {"forget events", "forget sessions", "forget password resets", "log audit heads"} < set(names)


# Tests before have left deliveries that are due, and those come first.
EVERYTHING = 10_000


async def claimed(company: Company, lease: timedelta = LEASE) -> list[Claim]:
    """Takes what is due, as a worker does; what is other tenants' goes back."""
    claims = await recording.claim(EVERYTHING, at_once=16, slow=[], slow_at_once=4, lease=lease)
    return [claim for claim in claims if claim.tenant_id == company.tenant_id]


async def test_what_a_dead_worker_held_another_delivers(
    company: Company, settings: Settings, receiver: Receiver
) -> None:
    endpoint = await hook(company, receiver.url, eventTypes=["lead.created"])
    await company.lead()
    await spread_all(endpoint)
    [_] = await claimed(company, timedelta(seconds=0.5))  # and nothing more is heard of who claimed it
    began = time.time()
    async with at_work(settings):
        [request] = await receiver.got(1)
        [delivery] = await endpoint.settled(1)
    assert request.at - began > 0.4
    assert (delivery["state"], delivery["attemptCount"]) == ("DELIVERED", 1)


async def test_of_one_endpoint_sixteen_are_claimed_however_many_workers_claim_at_once(
    company: Company, world: World
) -> None:
    endpoint = await hook(company, "http://127.0.0.1:9/", eventTypes=["lead.updated"])
    entry = {"action": "lead.updated", "event": True, "outcome": "DONE", "subject_type": "Lead", "version": 1}
    entries = [{**entry, "subject_id": str(uuid7()), "changes": {}, "masked": {}} for _ in range(100)]
    document = {"actor_kind": "SYSTEM", "request_id": "-", "entries": entries}
    async with world.sql() as connection:
        await connection.execute(
            "select leadhub_finish($1, $2::jsonb)", company.tenant_id, orjson.dumps(document).decode()
        )
    await spread_all(endpoint)
    claim = f"select * from leadhub_claim_webhooks({EVERYTHING}, 16, '{{}}', 4, '1 minute')"
    async with AsyncExitStack() as stack:
        workers = [await stack.enter_async_context(world.sql("leadhub_app")) for _ in range(6)]
        rounds = await asyncio.gather(*(one.fetch(claim) for one in workers))
    held = [row["delivery_id"] for rows in rounds for row in rows if row["tenant_id"] == company.tenant_id]
    assert len(held) == len(set(held)) == 16


async def test_nothing_is_claimed_of_an_endpoint_that_is_off(company: Company) -> None:
    endpoint = await hook(company, "http://127.0.0.1:9/", eventTypes=["lead.created"])
    await company.lead()
    await spread_all(endpoint)
    await change_row(company, {"id": endpoint.id}, is_active=False)
    assert await claimed(company) == []
    await change_row(company, {"id": endpoint.id}, is_active=True)
    assert len(await claimed(company)) == 1


async def test_slow_endpoints_get_fewer_at_once(company: Company) -> None:
    endpoint = await hook(company, "http://127.0.0.1:9/", eventTypes=["lead.created"])
    for _ in range(8):
        await company.lead()
    await spread_all(endpoint)
    for expected in (4, 0):
        claims = await recording.claim(EVERYTHING, at_once=16, slow=[endpoint.row_id], slow_at_once=4)
        assert len([claim for claim in claims if claim.tenant_id == company.tenant_id]) == expected


async def test_who_has_much_to_send_is_served_after_who_has_little(company: Company, rival: Company) -> None:
    await recording.claim(EVERYTHING, at_once=EVERYTHING, slow=[], slow_at_once=4)
    busy = await hook(company, "http://127.0.0.1:9/", eventTypes=["lead.created"])
    for _ in range(6):
        await company.lead()
    await spread_all(busy)
    late = await hook(rival, "http://127.0.0.1:9/", eventTypes=["lead.created"])
    await rival.lead()
    await spread_all(late)
    claims = await recording.claim(3, at_once=16, slow=[], slow_at_once=4)
    assert {claim.tenant_id for claim in claims} == {company.tenant_id, rival.tenant_id}


async def test_a_claim_that_was_lost_writes_nothing(company: Company) -> None:
    endpoint = await hook(company, "http://127.0.0.1:9/", eventTypes=["lead.created"])
    await company.lead()
    await spread_all(endpoint)
    [lost] = await claimed(company, timedelta(0))
    [held] = await claimed(company)
    assert lost.delivery_id == held.delivery_id
    refused = Attempt(datetime.now(UTC), 5, status=404)
    async with inside(company):
        assert await recording.record(lost, refused, Outcome(DeliveryState.DEAD)) is None
        [delivery] = await endpoint.deliveries()
        assert (delivery["state"], delivery["attempts"]) == ("PENDING", [])
        assert (await endpoint.shown("deadInARow"))["deadInARow"] == 0
        assert await recording.record(held, refused, Outcome(DeliveryState.DEAD)) == 1
        assert await recording.record(held, refused, Outcome(DeliveryState.DEAD)) is None
    [delivery] = await endpoint.deliveries()
    assert (delivery["state"], len(delivery["attempts"])) == ("DEAD", 1)


async def test_a_worker_that_lost_its_claim_goes_on(
    company: Company, settings: Settings, receiver: Receiver, hanging: asyncio.Event
) -> None:
    endpoint = await hook(company, receiver.url, eventTypes=["lead.created"])
    await company.lead()
    async with at_work(settings):
        await receiver.got(1)
        async with company.world.sql() as connection:
            await connection.execute(
                "update webhook_lane set next_at = now() where tenant_id = $1", company.tenant_id
            )
        # The same worker takes it again: its first claim is lost.
        await receiver.got(2)
        hanging.set()
        [delivery] = await endpoint.settled(1)
    assert (delivery["state"], delivery["attemptCount"]) == ("DELIVERED", 1)
    assert await lanes(company) == []
    assert len({request.delivery for request in receiver.requests}) == 1


async def test_asked_to_end_it_finishes_what_is_on_its_way(
    company: Company, settings: Settings, receiver: Receiver
) -> None:
    async def slow(_: Received) -> int:
        await asyncio.sleep(0.5)
        return 200

    receiver.answer = slow
    endpoint = await hook(company, receiver.url, eventTypes=["lead.created"])
    await company.lead()
    async with at_work(settings):
        await receiver.got(1)
        await company.lead()
    [first, *rest] = await endpoint.deliveries()
    assert (first["state"], first["attemptCount"]) == ("DELIVERED", 1)
    assert all(one["state"] == "PENDING" for one in rest)
    assert len(receiver.requests) == 1


async def test_asked_to_end_it_gives_back_what_does_not_finish(
    company: Company, settings: Settings, receiver: Receiver, hanging: asyncio.Event
) -> None:
    endpoint = await hook(company, receiver.url, eventTypes=["lead.created"])
    await company.lead()
    async with at_work(settings, finish_seconds=1.3):
        await receiver.got(1)
        began = time.monotonic()
    assert time.monotonic() - began < 3
    [lane] = await lanes(company)
    assert lane["claim"] is None
    hanging.set()
    async with at_work(settings):
        [delivery] = await endpoint.settled(1, within=2)
    assert (delivery["state"], delivery["attemptCount"]) == ("DELIVERED", 1)


async def test_a_database_that_goes_away_is_waited_for(
    company: Company, settings: Settings, receiver: Receiver, hanging: asyncio.Event, world: World
) -> None:
    endpoint = await hook(company, receiver.url, eventTypes=["lead.created"])
    await company.lead()
    async with at_work(settings):
        await receiver.got(1)
        async with world.sql() as connection:
            # Nobody new comes in, and who is in is thrown out.
            await connection.execute("alter role leadhub_app connection limit 0")
            await connection.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'leadhub_app'"
            )
            hanging.set()
            await asyncio.sleep(0.7)  # what was sent cannot be written down, and nothing new is found
            await connection.execute("alter role leadhub_app connection limit -1")
        [delivery] = await endpoint.settled(1)
        await company.lead()
        await receiver.got(2)
        await endpoint.settled(2)
    assert (delivery["state"], delivery["attemptCount"]) == ("DELIVERED", 1)
    assert len(receiver.requests) == 2


class Failing(Work):
    """Fails in every other round."""

    name = "fail"
    every = 0.01
    rounds = 0

    async def round(self) -> bool:
        type(self).rounds += 1
        if self.rounds % 2:
            raise RuntimeError("a defect")
        return False


async def test_work_that_fails_goes_on(
    world: World, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "AGAIN_SECONDS", 0.01)
    monkeypatch.setattr(worker, "declared", lambda: [Failing])
    services = lend(settings, Background(), is_server=False)
    async with working(services, settings):

        async def has_gone_on() -> bool:
            return Failing.rounds > 4

        await until(has_gone_on)


async def test_a_delivery_that_is_forgotten_while_it_is_sent_leaves_nothing(
    company: Company, settings: Settings, receiver: Receiver, hanging: asyncio.Event, world: World
) -> None:
    await hook(company, receiver.url, eventTypes=["lead.created"])
    await company.lead()
    async with at_work(settings):
        await receiver.got(1)
        async with world.sql() as connection:
            await connection.execute("delete from event where tenant_id = $1", company.tenant_id)
        hanging.set()

        async def is_gone() -> bool:
            return not await lanes(company)

        await until(is_gone)


async def test_a_lane_without_deliveries_is_closed(company: Company, world: World) -> None:
    endpoint = await hook(company, "http://127.0.0.1:9/", eventTypes=["lead.created"])
    await company.lead()
    await spread_all(endpoint)
    async with world.sql() as connection:
        await connection.execute("delete from event where tenant_id = $1", company.tenant_id)
    assert len(await lanes(company)) == 1
    assert await claimed(company) == []
    assert await lanes(company) == []


async def test_what_waits_is_measured(company: Company, settings: Settings, receiver: Receiver) -> None:
    def of(outcome: str) -> float:
        return webhook_attempts.labels(outcome)._value.get()

    endpoint = await hook(company, receiver.url, eventTypes=["lead.created"])
    await company.lead()
    await spread_all(endpoint)
    measuring = Measuring(Lent(settings, lend(settings, Background(), is_server=False), 1))
    await measuring.round()
    waiting, before = webhook_open._value.get(), of("DELIVERED")
    assert waiting >= 1
    async with at_work(settings):
        await endpoint.settled(1)
    assert of("DELIVERED") >= before + 1
    async with inside(company):
        await measuring.round()
    assert webhook_open._value.get() < waiting


async def test_a_receiver_known_to_be_slow_takes_half_of_the_slots_at_most(
    settings: Settings, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "SLOTS", 4)
    found = sending.Sending(Lent(settings, lend(settings, Background(), is_server=False), 1))
    slow: Any = Claim(
        tenant_id=UUID(int=1), endpoint_id=UUID(int=2), subject_id=UUID(int=3), claim=UUID(int=4),
        delivery_id=UUID(int=5), attempt_count=0, url="", secrets=[], event={}, tenant="",
    )  # fmt: skip
    found._slow[slow.endpoint_id] = time.monotonic() + 60
    assert found._room_for_slow() == sending.SLOW_AT_ONCE
    forever = [asyncio.create_task(asyncio.sleep(60)) for _ in range(2)]
    found._in_flight = dict.fromkeys(forever, slow)
    assert found._room_for_slow() == 0
    found._in_flight = {}
    for task in forever:
        task.cancel()
    await found.close()


@pytest.mark.parametrize(
    "problem",
    [
        asyncpg.DeadlockDetectedError("deadlock"),
        asyncpg.CannotConnectNowError("it starts"),
        asyncpg.InternalClientError("cannot switch to state 12"),
        ConnectionRefusedError(),
    ],
    ids=lambda problem: type(problem).__name__,
)
async def test_what_cannot_be_written_down_now_is_written_down_later(
    problem: Exception,
    company: Company,
    settings: Settings,
    receiver: Receiver,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real, failures = recording.fetch, iter([problem])

    async def fetch(statement: str, *values: Any) -> Any:
        if "leadhub_record_webhook" in statement and (failure := next(failures, None)):
            raise failure
        return await real(statement, *values)

    monkeypatch.setattr(recording, "fetch", fetch)
    monkeypatch.setattr(recording, "_AGAIN_SECONDS", 0.05)
    endpoint = await hook(company, receiver.url, eventTypes=["lead.created"])
    await company.lead()
    async with at_work(settings):
        [delivery] = await endpoint.settled(1)
    assert (delivery["state"], delivery["attemptCount"], len(receiver.requests)) == ("DELIVERED", 1, 1)
