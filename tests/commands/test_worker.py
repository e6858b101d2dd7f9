"""`leadhub worker`: processes that deliver what servers wrote, and how they end. Receivers are on this machine."""

import asyncio
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import Database
from tests.commands.demonstration import demonstration, sign_in
from tests.commands.running import Running, free_port, leadhub, running
from tests.commands.serving import Server, join, new_tenant, prepared, serving
from tests.webhooks.receiving import Received, Receiver, receiving, until
from tests.world import Caller

NewDatabase = Callable[[str], Awaitable[Database]]
LOOPBACK = {"WEBHOOK_ALLOW_LOOPBACK": "on", "WEBHOOK_RETRIES": "200ms,200ms"}


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    """A receiver of the test's own."""
    async with receiving() as found:
        yield found


@dataclass
class Worker:
    """A worker process and where its metrics are."""

    process: Running
    metrics_url: str

    async def ends(self) -> None:
        self.process.send(signal.SIGTERM)
        assert await self.process.ended() == 0
        assert self.process.err == []
        assert "stopped" in self.process.out[-1]


@asynccontextmanager
async def at_work(database: Database, cwd: Path, **settings: object) -> AsyncIterator[Worker]:
    """A worker that is ready, killed at the end if it still runs."""
    port = free_port()
    chosen = {"DATABASE_URL": database.app, "METRICS_PORT": port, **LOOPBACK, **settings}
    async with running("worker", cwd=cwd, **chosen) as process:
        await process.says("ready")
        yield Worker(process, f"http://127.0.0.1:{port}/metrics")


@asynccontextmanager
async def tenant(database: Database, cwd: Path, receiver: Receiver) -> AsyncIterator[tuple[Server, Caller]]:
    """A server, and the owner of a tenant with an endpoint."""
    async with serving(database, cwd, **LOOPBACK) as server:
        owner = await join(server, await new_tenant(database, "acme", cwd))
        await owner.done("createWebhookEndpoint", {"url": receiver.url, "eventTypes": ["lead.created"]})
        yield server, owner


async def leads(owner: Caller, count: int) -> None:
    for number in range(count):
        await owner.done("createLead", {"lastName": f"Lead {number}"})


async def final(database: Database, count: int) -> None:
    async def holds() -> bool:
        rows = await database.sql("select 1 from webhook_delivery where state in ('DELIVERED', 'DEAD')")
        return len(rows) >= count

    await until(holds)


async def test_what_a_server_writes_workers_deliver_once(
    new_database: NewDatabase, tmp_path: Path, receiver: Receiver
) -> None:
    database = await prepared(await new_database("worker_delivers"))
    async with (
        tenant(database, tmp_path, receiver) as (server, owner),
        at_work(database, tmp_path) as first,
        at_work(database, tmp_path, ENV="production", WEBHOOK_ALLOW_LOOPBACK="off") as second,
    ):
        await second.ends()  # it needs no signing key, and would send nothing to this machine
        async with at_work(database, tmp_path) as third:
            await leads(owner, 30)
            requests = await receiver.got(30)
            await final(database, 30)
            assert len({request.delivery for request in requests}) == len(requests) == 30
            async with server.anyone.world.http.get(first.metrics_url) as answer:
                metrics = await answer.text()
            for name in (
                "leadhub_webhook_attempts_total",
                "leadhub_webhook_open_deliveries",
                "leadhub_webhook_late_seconds",
                "leadhub_webhook_unspread_events",
                "leadhub_webhook_attempt_seconds_bucket",
                "leadhub_webhook_dead_total",
                "leadhub_build_info",
            ):
                assert name in metrics
            assert "acme" not in metrics
            await asyncio.gather(first.ends(), third.ends())


async def test_what_a_killed_worker_was_sending_another_delivers(
    new_database: NewDatabase, tmp_path: Path, receiver: Receiver
) -> None:
    database = await prepared(await new_database("worker_killed"))
    hanging = asyncio.Event()

    async def hang(_: Received) -> int:
        await hanging.wait()
        return 200

    receiver.answer = hang
    async with tenant(database, tmp_path, receiver) as (_, owner):
        await leads(owner, 3)
        async with at_work(database, tmp_path) as killed:
            await receiver.got(3)
            killed.process.send(signal.SIGKILL)
            await killed.process.ended()
        rows = await database.sql(
            "select next_at > now() as is_held from webhook_lane where claim is not null"
        )
        assert [row["is_held"] for row in rows] == [True] * 3
        hanging.set()
        # A minute later.
        await database.sql("update webhook_lane set next_at = next_at - interval '1 minute'")
        async with at_work(database, tmp_path):
            requests = await receiver.got(6)
            await final(database, 3)
    assert len({request.delivery for request in requests}) == 3
    rows = await database.sql("select state, attempt_count from webhook_delivery")
    assert [tuple(row) for row in rows] == [("DELIVERED", 1)] * 3


async def test_what_is_not_finished_at_the_end_is_delivered_by_the_next(
    new_database: NewDatabase, tmp_path: Path, receiver: Receiver
) -> None:
    database = await prepared(await new_database("worker_ends"))

    async def slow(_: Received) -> int:
        await asyncio.sleep(0.5)
        return 200

    receiver.answer = slow
    async with tenant(database, tmp_path, receiver) as (_, owner):
        await leads(owner, 20)
        async with at_work(database, tmp_path) as ended:
            await receiver.got(1)
            await ended.ends()
        assert await database.sql("select 1 from webhook_lane where claim is not null") == []
        [row] = await database.sql("select count(*) as done from webhook_delivery where state = 'DELIVERED'")
        assert row["done"] == len(receiver.requests)
        async with at_work(database, tmp_path):
            requests = await receiver.got(20)
            await final(database, 20)
    assert len({request.delivery for request in requests}) == len(requests) == 20


async def test_it_refuses_in_one_line_what_it_cannot_run_with(
    new_database: NewDatabase, tmp_path: Path
) -> None:
    empty = await new_database("worker_empty")
    cases: list[tuple[dict[str, object], str]] = [
        ({"DATABASE_URL": ""}, "LEADHUB_DATABASE_URL is not set"),
        ({"DATABASE_URL": empty.app}, "The database lacks "),
        ({"DATABASE_URL": "postgres://leadhub_app@127.0.0.1:1/leadhub"}, "The database cannot be reached"),
        ({"DATABASE_URL": empty.app, "WEBHOOK_RETRIES": "soon"}, "LEADHUB_WEBHOOK_RETRIES: "),
        (
            {"DATABASE_URL": empty.app, "WEBHOOK_ALLOW_LOOPBACK": "on", "ENV": "production"},
            "LEADHUB_WEBHOOK_ALLOW_LOOPBACK is for development",
        ),
    ]
    calls = [leadhub("worker", cwd=tmp_path, METRICS_PORT=0, **settings) for settings, _ in cases]
    for (status, _, error), (_, expected) in zip(await asyncio.gather(*calls), cases, strict=True):
        assert (status, len(error.splitlines())) == (1, 1), error
        assert expected in error


async def test_a_demo_sends_to_this_machine_and_ends_though_a_receiver_hangs(
    demo_folder: Path, receiver: Receiver
) -> None:
    async with demonstration(demo_folder) as demo:
        owner = await sign_in(demo, "acme", "owner")
        given: dict[str, Any] = {"url": receiver.url, "eventTypes": ["lead.created"]}
        made = await owner.done("createWebhookEndpoint", given, "webhookEndpoint { id }")
        await owner.done("createLead", {"lastName": "First"})
        [request] = await receiver.got(1)
        assert request.body["tenant"] == "acme"

        async def hang(_: Received) -> int:
            await asyncio.sleep(60)
            return 200

        receiver.answer = hang
        await owner.done("createLead", {"lastName": "Second"})
        await receiver.got(2)
        demo.process.send(signal.SIGINT)
        assert await demo.process.ended(within=15) == 0
        assert demo.process.err == []
        assert demo.process.out[-1].startswith("Stopped. Your data is kept")
    receiver.answer = lambda _: 200
    async with demonstration(demo_folder) as demo:
        requests = await receiver.got(3)
        assert requests[1].delivery == requests[2].delivery
        owner = await sign_in(demo, "acme", "owner")
        await owner.done("deleteWebhookEndpoint", {"id": made["webhookEndpoint"]["id"]})
