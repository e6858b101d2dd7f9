"""How many webhooks one worker delivers a second, to a receiver that answers at once."""

import asyncio
import sys
import time
from collections.abc import Mapping
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
from ops.bench.ground import Ground, ground, http, machine

DELIVERIES = 10_000
LEADS = 2_500
PAGE = 500
MOST_SECONDS = 120
PROMISED = 300


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
            await _measure(here, client, url)
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
            entries = [_entry(leads[at % LEADS], at) for at in range(start, start + PAGE)]
            document = {"actor_kind": "SYSTEM", "address": None, "request_id": "bench", "entries": entries}
            await connection().execute_query(
                "select leadhub_finish($1, $2::jsonb)", [tenant_id, orjson.dumps(document).decode()]
            )
        started = time.perf_counter()
        while (await spread(endpoint.id))[1]:
            pass
        return time.perf_counter() - started


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


async def _measure(here: Ground, client: ClientSession, url: str) -> None:
    worker = await here.start("worker", webhook_allow_loopback="on")
    found: dict[str, Any] = {"count": 0}
    end = time.monotonic() + MOST_SECONDS
    while found["count"] < DELIVERIES and time.monotonic() < end:
        await asyncio.sleep(0.5)
        async with client.get(url) as answer:
            found = await answer.json()
    seconds = found["last"] - found["first"]
    rate = found["count"] / seconds
    cpu, memory = worker.cpu_seconds(), worker.megabytes()
    await worker.stop()
    print(f"{rate:.0f} deliveries a second by one worker: {found['count']} requests in {seconds:.1f} s;")
    print(f"{found['distinct']} different ones, {found['early']} before an earlier one of the same lead;")
    print(f"worker {cpu:.1f} s of CPU with its start, {memory:.0f} MB; {machine()}, receiver and all")
    if found["distinct"] < DELIVERIES or rate < PROMISED:
        sys.exit(f"{PROMISED} a second were promised.")


class Receiver:
    """Takes every delivery, and knows how many there were and whether any came before its time."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self.seen: set[str] = set()
        self.newest: dict[str, int] = {}
        self.early = 0

    async def take(self, request: web.Request) -> web.Response:
        body = orjson.loads(await request.read())
        self.times.append(time.time())
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
