"""A real Prometheus watches a real server and worker: every graph has data, and alerts fire."""

import asyncio
import math
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path

import asyncpg
import pytest

from tests.commands.conftest import Database
from tests.commands.serving import Server, join, new_tenant, prepared, serving
from tests.commands.test_worker import at_work
from tests.monitoring.programs import program
from tests.monitoring.prometheus import Prometheus, watching
from tests.monitoring.watching import DASHBOARDS, panels
from tests.webhooks.receiving import receiving, until
from tests.world import PASSWORD, Caller

pytestmark = pytest.mark.monitoring
NewDatabase = Callable[[str], Awaitable[Database]]
WITHIN = 40.0


@pytest.fixture(autouse=True)
def installed() -> None:
    program("prometheus")


async def traffic(server: Server, owner: Caller, seconds: float) -> None:
    """A little of everything, for so long."""
    sign_in = "mutation($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }"
    for number in range(int(seconds / 0.25)):
        await owner.done("createLead", {"lastName": f"Lead {number}"})
        await owner("{ leads(first: 5) { nodes { id } } }")
        await owner("{ nothing }")
        if number % 8 == 0:
            for password in (PASSWORD, "wrong"):
                entry = {"tenant": "acme", "email": "owner@acme.test", "password": password}
                await server.anyone(sign_in, input=entry)
        await asyncio.sleep(0.2)


async def without_data(prometheus: Prometheus) -> list[str]:
    """The expressions of the dashboards that find nothing, or no number."""
    return [
        f"{dashboard.stem}: {panel['title']}: {target['expr']}"
        for dashboard in DASHBOARDS
        for panel in panels(dashboard)
        for target in panel["targets"]
        if not (found := await prometheus.values(target["expr"])) or any(map(math.isnan, found))
    ]


async def test_every_graph_finds_data(new_database: NewDatabase, tmp_path: Path) -> None:
    database = await prepared(await new_database("graphs"))
    async with (
        receiving() as receiver,
        serving(database, tmp_path, WEBHOOK_ALLOW_LOOPBACK="on", SIGN_IN_LIMIT=1000) as server,
        at_work(database, tmp_path) as worker,
    ):
        owner = await join(server, await new_tenant(database, "acme", tmp_path))
        await owner.done("createWebhookEndpoint", {"url": receiver.url, "eventTypes": ["lead.created"]})
        http, urls = server.anyone.world.http, {"server": server.metrics_url, "worker": worker.metrics_url}
        async with watching(tmp_path, http, **urls) as prometheus:
            await traffic(server, owner, 12)
            assert await without_data(prometheus) == []
            assert await prometheus.values("sum(leadhub:errors:ratio_rate5m)") == [0]


async def test_an_instance_that_dies_is_told_and_the_others_are_not(
    new_database: NewDatabase, tmp_path: Path
) -> None:
    database = await prepared(await new_database("dying"))
    async with serving(database, tmp_path) as server, at_work(database, tmp_path) as worker:
        http = server.anyone.world.http
        async with watching(
            tmp_path, http, server=server.metrics_url, worker=worker.metrics_url
        ) as prometheus:
            await asyncio.sleep(3)
            assert await prometheus.firing() == set()
            worker.process.send(signal.SIGKILL)
            expected = {("LeadHubInstanceDown", worker.metrics_url.split("/")[2]), ("LeadHubAllDown", "")}

            async def is_told() -> bool:
                return await prometheus.firing() == expected

            await until(is_told, WITHIN)


async def test_events_that_nobody_looks_through_are_told(new_database: NewDatabase, tmp_path: Path) -> None:
    database = await prepared(await new_database("lagging"))
    async with receiving() as receiver, serving(database, tmp_path, WEBHOOK_ALLOW_LOOPBACK="on") as server:
        owner = await join(server, await new_tenant(database, "acme", tmp_path))
        await owner.done("createWebhookEndpoint", {"url": receiver.url, "eventTypes": ["lead.created"]})
        await owner.done("createLead", {"lastName": "Late"})
        await database.sql("update event set at = at - interval '90 seconds'")
        holder = await asyncpg.connect(database.owner)
        held = holder.transaction()
        await held.start()
        # Workers pass over an endpoint that somebody else looks after.
        await holder.execute("select 1 from webhook_endpoint for update")
        async with at_work(database, tmp_path) as worker:
            http = server.anyone.world.http
            async with watching(tmp_path, http, worker=worker.metrics_url) as prometheus:

                async def is_told() -> bool:
                    return await prometheus.firing() == {("LeadHubEventsLag", "")}

                async def is_over() -> bool:
                    return await prometheus.firing() == set()

                await until(is_told, WITHIN)
                await held.rollback()
                await until(is_over, WITHIN)
        await holder.close()
