"""What a server and a worker tell Prometheus follows from what happens to them."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import asyncpg

from leadhub import VERSION
from tests.commands.conftest import Database
from tests.commands.measuring import measured
from tests.commands.serving import Server, join, new_tenant, prepared, serving
from tests.commands.test_worker import at_work
from tests.webhooks.receiving import receiving, until

NewDatabase = Callable[[str], Awaitable[Database]]


async def of(server: Server) -> dict[str, float]:
    return await measured(server.anyone.world.http, server.metrics_url)


async def test_who_waits_for_the_database_shows_and_how_long_it_took(
    new_database: NewDatabase, tmp_path: Path
) -> None:
    database = await prepared(await new_database("measured_pool"))
    async with serving(database, tmp_path, POOL_MAX=2) as server:
        owner = await join(server, await new_tenant(database, "acme", tmp_path))
        lead = (await owner.done("createLead", {"lastName": "Held"}, "lead { id version }"))["lead"]
        before = await of(server)
        assert (before["leadhub_pool_limit"], before["leadhub_pool_in_use"]) == (2, 0)
        holder = await asyncpg.connect(database.owner)
        held = holder.transaction()
        await held.start()
        await holder.execute("select 1 from lead for update")
        change = {"id": lead["id"], "lastName": "Changed", "expectedVersion": lead["version"]}
        slow = [asyncio.create_task(owner.do("updateLead", change)) for _ in range(5)]

        async def is_exhausted() -> bool:
            now = await of(server)
            return (now["leadhub_pool_in_use"], now["leadhub_pool_waiting"]) == (2, 3)

        await until(is_exhausted)
        await asyncio.sleep(0.5)
        await held.rollback()
        await holder.close()
        await asyncio.gather(*slow)
        after = await of(server)
    assert (after["leadhub_pool_in_use"], after["leadhub_pool_waiting"]) == (0, 0)
    # Three waited for a connection and two for the lock, half a second each.
    assert after["leadhub_pool_wait_seconds_sum"] - before["leadhub_pool_wait_seconds_sum"] > 1.5
    assert after["leadhub_database_seconds_sum"] - before["leadhub_database_seconds_sum"] > 1.0
    assert after["leadhub_execution_seconds_count"] - before["leadhub_execution_seconds_count"] == 5


async def test_points_spent_are_those_that_answers_tell(new_database: NewDatabase, tmp_path: Path) -> None:
    database = await prepared(await new_database("measured_cost"))
    async with serving(database, tmp_path, COST_BUCKET=200, COST_RESTORE=1, COST_LIMIT=200) as server:
        owner = await join(server, await new_tenant(database, "acme", tmp_path))
        before, spent = await of(server), 0
        for document in ("{ __typename }", "{ leads(first: 5) { nodes { id } } }", "{ nothing }"):
            answer = await owner(document)
            spent += answer.body["extensions"]["cost"]["actualQueryCost"]
        assert (await owner("{ leads(first: 100) { nodes { id } } }")).code == "THROTTLED"
        after = await of(server)
    assert spent > 100  # what is wrong costs a hundred
    assert after["leadhub_cost_points_total"] - before["leadhub_cost_points_total"] == spent
    assert (before["leadhub_cost_throttled_total"], after["leadhub_cost_throttled_total"]) == (0, 1)


async def test_the_version_that_runs_is_told(new_database: NewDatabase, tmp_path: Path) -> None:
    database = await prepared(await new_database("measured_build"))
    async with (
        serving(database, tmp_path) as server,
        server.anyone.world.http.get(server.metrics_url) as said,
    ):
        assert f'leadhub_build_info{{version="{VERSION}"}} 1.0' in await said.text()


async def test_events_that_nobody_looked_through_lag(new_database: NewDatabase, tmp_path: Path) -> None:
    database = await prepared(await new_database("measured_events"))
    async with receiving() as receiver, serving(database, tmp_path, WEBHOOK_ALLOW_LOOPBACK="on") as server:
        owner = await join(server, await new_tenant(database, "acme", tmp_path))
        await owner.done("createWebhookEndpoint", {"url": receiver.url, "eventTypes": ["lead.created"]})
        await owner.done("createLead", {"lastName": "Late"})
        await database.sql("update event set at = at - interval '90 seconds'")
        http, name = server.anyone.world.http, "leadhub_events_lag_seconds"
        holder = await asyncpg.connect(database.owner)
        async with holder.transaction():
            # Workers pass over an endpoint that somebody else looks after.
            await holder.execute("select 1 from webhook_endpoint for update")
            async with at_work(database, tmp_path) as worker:

                async def lags() -> bool:
                    return 90 <= (await measured(http, worker.metrics_url))[name] < 120

                await until(lags)
        await holder.close()
        async with at_work(database, tmp_path):
            await receiver.got(1)
        async with at_work(database, tmp_path) as worker:
            await asyncio.sleep(0.5)
            assert (await measured(http, worker.metrics_url))[name] == 0
