"""How many webhooks one worker delivers a second to a receiver that answers at once, and how soon a single one."""

import asyncio
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from aiohttp import ClientSession, web

from leadhub.kit.actor import as_actor, system_actor
from leadhub.kit.db import connection
from leadhub.kit.inputs import now
from leadhub.kit.scopes import Role
from leadhub.kit.tokens import new_secret
from leadhub.kit.uuid7 import uuid7
from leadhub.webhooks.models import WebhookEndpoint, WebhookSecret
from leadhub.webhooks.spreading import spread
from ops.bench.ground import Process, ground, http, machine, quantile

DELIVERIES = 10_000
LEADS = 2_500
PAGE = 500
MOST_SECONDS = 120
PROMISED = 300
SINGLE = 100
PAUSE_SECONDS = 0.1


async def main() -> None:
    """Prints the figures."""
    async with ground() as here, http() as client:
        tenant_id = here.tenant_of((await here.company([(Role.OWNER, None)]))[0])
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "ops.bench.webhooks", "receive", stdout=asyncio.subprocess.PIPE
        )
        try:
            assert child.stdout is not None
            url = (await child.stdout.readline()).decode().strip()
            made = await _prepare(tenant_id, url)
            print(f"{DELIVERIES} deliveries about {LEADS} leads made in {made:.1f} s")
            worker = await here.start("worker", webhook_allow_loopback="on")
            rate = await _measure(worker, client, url)
            await _measure_single(tenant_id, client, url)
            if rate < PROMISED:
                sys.exit(f"{PROMISED} a second were promised.")
        finally:
            child.terminate()
            await child.wait()


async def _prepare(tenant_id: UUID, url: str) -> float:
    """An endpoint and what waits for it; how long it took to make deliveries of the events."""
    with as_actor(system_actor(tenant_id)):
        endpoint = await WebhookEndpoint.create(url=url, spread_seq=0)
        await WebhookSecret.create(endpoint_id=endpoint.id, value=new_secret("whsec_"), created_at=now())
        leads = [uuid7() for _ in range(LEADS)]
        for start in range(0, DELIVERIES, PAGE):
            await _write(tenant_id, [_entry(leads[at % LEADS], at) for at in range(start, start + PAGE)])
        started = time.perf_counter()
        while (await spread(endpoint.id))[1]:
            pass
        return time.perf_counter() - started


async def _write(tenant_id: UUID, entries: Sequence[Mapping[str, Any]]) -> None:
    document = {"actor_kind": "SYSTEM", "address": None, "request_id": "bench", "entries": entries}
    await connection().execute_query(
        "select leadhub_finish($1, $2::jsonb)", [tenant_id, orjson.dumps(document).decode()]
    )


def _entry(lead_id: UUID, at: int) -> Mapping[str, Any]:
    changes = {"companyName": {"from": "Northwind Traders", "to": f"Northwind Traders {at}"}}
    return {
        "action": "lead.updated",
        "event": True,
        "outcome": "DONE",
        "subject_type": "Lead",
        "subject_id": str(lead_id),
        "version": at // LEADS + 1,
        "changes": changes,
        "masked": {},
    }


async def _measure(worker: Process, client: ClientSession, url: str) -> float:
    """Deliveries a second."""
    found = await _received(client, url, DELIVERIES)
    rate: float = found["count"] / (found["last"] - found["first"])
    print(
        f"{rate:.0f} deliveries a second by one worker: {found['count']} requests, {found['distinct']} different,"
    )
    print(f"{found['early']} before an earlier one of the same lead;")
    print(f"worker {worker.cpu_seconds():.1f} s of CPU with its start, {worker.megabytes():.0f} MB;")
    print(f"{machine()}, receiver and all")
    return rate if found["distinct"] == DELIVERIES else 0.0


async def _measure_single(tenant_id: UUID, client: ClientSession, url: str) -> None:
    """One event now and then, as a server writes and announces it."""
    for at in range(SINGLE):
        with as_actor(system_actor(tenant_id)):
            await _write(tenant_id, [_entry(uuid7(), at)])
            await connection().execute_query("select pg_notify('leadhub_events', $1)", [str(tenant_id)])
        await asyncio.sleep(PAUSE_SECONDS)
    found = await _received(client, url, DELIVERIES + SINGLE)
    lags = found["lags"][-SINGLE:]
    print(
        f"a single event arrives after {quantile(lags, 0.5) * 1000:.0f} ms, 99 of 100 within "
        f"{quantile(lags, 0.99) * 1000:.0f} ms"
    )


async def _received(client: ClientSession, url: str, count: int) -> dict[str, Any]:
    """What the receiver tells once it got so many, or time is up."""
    end = time.monotonic() + MOST_SECONDS
    while True:
        async with client.get(url) as answer:
            found: dict[str, Any] = await answer.json()
        if found["count"] >= count or time.monotonic() > end:
            return found
        await asyncio.sleep(0.5)


class Receiver:
    """Takes every delivery, and knows how many there were and whether any came before its time."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self.seen: set[str] = set()
        self.newest: dict[str, int] = {}
        self.early = 0
        self.lags: list[float] = []

    async def take(self, request: web.Request) -> web.Response:
        body = orjson.loads(await request.read())
        self.times.append(time.time())
        self.lags.append(time.time() - datetime.fromisoformat(body["at"]).timestamp())
        self.seen.add(request.headers["X-LeadHub-Delivery-Id"])
        self.early += body["seq"] < self.newest.get(body["subjectId"], 0)
        self.newest[body["subjectId"]] = body["seq"]
        return web.Response(text="ok")

    async def tell(self, _request: web.Request) -> web.Response:
        first, last = (self.times[0], self.times[-1]) if self.times else (0.0, 0.0)
        return web.json_response(
            {
                "count": len(self.times),
                "first": first,
                "last": last,
                "distinct": len(self.seen),
                "early": self.early,
                "lags": self.lags[-SINGLE:],
            }
        )


async def receive() -> None:
    """Prints its address and serves until it is ended."""
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/", receiver.take)
    app.router.add_get("/", receiver.tell)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(f"http://127.0.0.1:{runner.addresses[0][1]}/", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    import uvloop

    uvloop.run(receive() if "receive" in sys.argv else main())
