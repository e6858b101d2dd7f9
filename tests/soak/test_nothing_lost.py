"""No event is ever lost: mutations from many clients while everything around them is killed."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from aiohttp import ClientError, ClientSession, ClientTimeout, DummyCookieJar, web

from leadhub.kit import migrations
from leadhub.provision import create_first_tenant
from leadhub.slices import MODEL_MODULES
from tests.soak.processes import Farm, farm

CLIENTS = 20
MUTATIONS = 2000
LEADS_EACH = 5
SETTLE_SECONDS = 400
# Enough that chance alone gives nothing up, and short, so that minutes suffice.
RETRIES = ",".join(["100ms", "300ms", "700ms", "1500ms", *["3s"] * 60])

_CREATE = "mutation($input: CreateLeadInput!) { createLead(input: $input) { lead { id version } userErrors { code } } }"
_UPDATE = "mutation($input: UpdateLeadInput!) { updateLead(input: $input) { lead { version } userErrors { code meta } } }"
_EVENTS = """query($after: Int!) { events(after: $after, first: 100) {
  lastSeq headSeq hasMore events { id seq type subjectId version }
} }"""


@dataclass
class Receiver:
    """Answers 200, 500, 429 or nothing at random; remembers what it took, in its order."""

    taken: list[dict[str, Any]] = field(default_factory=list)
    answers: Counter[str] = field(default_factory=Counter)
    chance: random.Random = field(default_factory=lambda: random.Random(7))  # noqa: S311

    async def handle(self, request: web.Request) -> web.Response:
        body = await request.json()
        how = self.chance.choices(["200", "500", "429", "hang"], [70, 15, 14, 1])[0]
        self.answers[how] += 1
        if how == "hang":
            await asyncio.sleep(20)
            return web.Response(status=503)
        if how == "200":
            self.taken.append(body)
        headers = {"Retry-After": "1"} if how == "429" else {}
        return web.Response(status=int(how), headers=headers)


@asynccontextmanager
async def listening(receiver: Receiver) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_post("/hook", receiver.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    finally:
        await runner.cleanup()


@dataclass
class Client:
    """Somebody who sends GraphQL to a server that may be dead, and asks again until it lives."""

    http: ClientSession
    url: str
    token: str | None = None

    async def once(self, document: str, **variables: Any) -> Any:
        """The data, or None when nobody knows what became of it."""
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        body = {"query": document, "variables": variables}
        try:
            async with self.http.post(f"{self.url}/graphql", json=body, headers=headers) as response:
                answer = await response.json()
        except (ClientError, TimeoutError, ValueError):
            return None
        if answer.get("errors"):
            codes = {error["extensions"]["code"] for error in answer["errors"]}
            assert codes <= {"UNAVAILABLE", "TIMEOUT"}, answer
            return None
        return answer["data"]

    async def until(self, document: str, **variables: Any) -> Any:
        """The data of something that may be asked twice."""
        async with asyncio.timeout(120):
            while (data := await self.once(document, **variables)) is None:  # noqa: ASYNC110
                await asyncio.sleep(0.2)
            return data


async def _work(client: Client, share: int, acknowledged: list[tuple[str, int]]) -> None:
    """Makes leads and changes them; notes each version that the server said it made."""
    leads: list[dict[str, Any]] = []
    done = 0
    while done < share:
        if len(leads) < LEADS_EACH:
            data = await client.once(_CREATE, input={"lastName": f"L{done}"})
            if data is not None:
                leads.append(data["createLead"]["lead"])
                acknowledged.append((leads[-1]["id"], 1))
                done += 1
            else:
                await asyncio.sleep(0.2)
            continue
        lead = leads[done % len(leads)]
        input = {"id": lead["id"], "expectedVersion": lead["version"], "jobTitle": f"Job {done}"}
        data = await client.once(_UPDATE, input=input)
        if data is None:
            await asyncio.sleep(0.2)
        elif errors := data["updateLead"]["userErrors"]:
            # It was made although nobody said so; the version that it has now is the truth.
            lead["version"] = errors[0]["meta"]["version"]
        else:
            lead["version"] = data["updateLead"]["lead"]["version"]
            acknowledged.append((lead["id"], lead["version"]))
            done += 1


async def _owner(here: Farm, http: ClientSession) -> Client:
    async with migrations.as_owner(here.cluster.url(), MODEL_MODULES):
        invitation = await create_first_tenant("soak", "Soak", "owner@soak.test")
    client = Client(http, here.url)
    accept = """mutation($token: String!) { acceptInvitation(
      input: {token: $token, name: "Owner", password: "correct horse battery"}) { accessToken userErrors { message } } }"""
    client.token = (await client.until(accept, token=invitation))["acceptInvitation"]["accessToken"]
    return client


async def _feed(client: Client) -> list[dict[str, Any]]:
    found, after = [], 0
    while True:
        page = (await client.until(_EVENTS, after=after))["events"]
        found += page["events"]
        after = page["lastSeq"]
        if not page["hasMore"]:
            return found


async def _settled(here: Farm) -> Counter[str]:
    """The states of all deliveries, once all are final and every event was made into one."""
    end = time.monotonic() + SETTLE_SECONDS
    while time.monotonic() < end:
        with suppress(OSError, asyncpg.PostgresError):
            connection = await asyncpg.connect(here.cluster.url())
            rows = await connection.fetch("select state, count(*) as n from webhook_delivery group by state")
            behind = await connection.fetchval("select count(*) from leadhub_endpoints_behind()")
            await connection.close()
            states = Counter({row["state"]: row["n"] for row in rows})
            if not behind and not states["PENDING"] and not states["RETRYING"]:
                return states
        await asyncio.sleep(1)
    raise AssertionError(f"Not settled after {SETTLE_SECONDS} s: {states}, {behind} endpoints behind")


@pytest.mark.soak
async def test_every_committed_event_is_in_the_feed_once_and_delivered_in_order(tmp_path: Path) -> None:
    receiver, acknowledged = Receiver(), []
    async with (
        listening(receiver) as hook,
        farm(tmp_path, WEBHOOK_RETRIES=RETRIES) as here,
        ClientSession(cookie_jar=DummyCookieJar(), timeout=ClientTimeout(15)) as http,
    ):
        client = await _owner(here, http)
        create = "mutation($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { userErrors { message } } }"
        created = await client.until(create, input={"url": hook})
        assert created["createWebhookEndpoint"]["userErrors"] == []
        started = time.monotonic()
        havoc = asyncio.create_task(here.havoc())
        await asyncio.gather(*(_work(client, MUTATIONS // CLIENTS, acknowledged) for _ in range(CLIENTS)))
        seconds = time.monotonic() - started
        while here.restarts < 3:  # noqa: ASYNC110
            await asyncio.sleep(0.5)
        havoc.cancel()
        states = await _settled(here)
        feed = await _feed(client)
        deaths = [process.deaths for process in (here.server, *here.workers)]
    print(  # noqa: T201
        f"\n{len(acknowledged)} mutations in {seconds:.0f} s; killed: server {deaths[0]}, workers {deaths[1:]}, "
        f"database restarts {here.restarts}; answers {dict(receiver.answers)}; deliveries {dict(states)}"
    )
    assert min(deaths) >= 2
    _check_feed(feed, acknowledged)
    _check_deliveries(feed, receiver)
    assert set(states) == {"DELIVERED"}


def _check_feed(feed: list[dict[str, Any]], acknowledged: list[tuple[str, int]]) -> None:
    """Every commit exactly once: numbers without gaps, versions of each lead without gaps, all that was acknowledged."""
    first = feed[0]["seq"]
    assert [event["seq"] for event in feed] == list(range(first, first + len(feed)))
    versions = defaultdict(list)
    for event in feed:
        if event["type"].startswith("lead."):
            versions[event["subjectId"]].append(event["version"])
    for lead, found in versions.items():
        assert found == list(range(1, len(found) + 1)), (lead, found)
    missing = [(lead, version) for lead, version in acknowledged if version > len(versions[lead])]
    assert missing == []
    assert len(acknowledged) >= MUTATIONS


def _check_deliveries(feed: list[dict[str, Any]], receiver: Receiver) -> None:
    """At least once each, and the first time of each in the order of its subject's events."""
    firsts: dict[str, dict[str, Any]] = {}
    for body in receiver.taken:
        firsts.setdefault(body["id"], body)
    since = next(at for at, event in enumerate(feed) if event["type"] == "webhook_endpoint.created")
    missing = [event for event in feed[since:] if event["id"] not in firsts]
    assert missing == []
    order = defaultdict(list)
    for body in firsts.values():
        order[body["subjectId"]].append(body["seq"])
    for subject, found in order.items():
        assert found == sorted(found), (subject, found)
