"""A thousand subscriptions in one server process: their memory, and the time from commit to frame."""

import asyncio
import random
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

import asyncpg
import orjson
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from leadhub.kit.node import to_global
from leadhub.kit.scopes import Role
from ops.bench.ground import Ground, Person, Process, ask, ground, http, machine, quantile

TENANTS = 10
AGENTS, MANAGERS, ADMINS = 88, 8, 4  # of each tenant: 100 subscribers
LEADS = 200  # of each tenant
PER_SECOND = 50
SECONDS = 20

WATCH = """subscription { leadChanged {
  kind leadId seq lead { id number version fullName companyName status updatedAt owner { name } }
} }"""
CHANGE = """mutation($input: UpdateLeadInput!) {
  updateLead(input: $input) { lead { version updatedAt } userErrors { code message } }
}"""


@dataclass
class Lead:
    """A lead that is changed, its version, and who must be told."""

    id: str
    owner: Person
    watchers: set[str]
    version: int = 1
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


@dataclass
class Seen:
    """What the subscribers got: by lead and version, who and when."""

    frames: dict[tuple[str, int], dict[str, float]] = field(default_factory=dict)
    foreign: int = 0

    def note(self, person: Person, frame: dict[str, Any]) -> None:
        change = frame["payload"]["data"]["leadChanged"]
        key = (change["leadId"], change["seq"])
        self.frames.setdefault(key, {})[person.id] = time.time()


async def main() -> None:
    """Prints the figures."""
    async with ground() as here, http() as client, AsyncExitStack() as stack:
        companies = [await here.company(_people()) for _ in range(TENANTS)]
        server = await here.start("serve")
        leads = [lead for people in companies for lead in await _leads(client, server.url, people)]
        print(f"{machine()}; {TENANTS} tenants of {AGENTS + MANAGERS + ADMINS} people")
        before, seen = server.megabytes(), Seen()
        subscribers = [person for people in companies for person in people]
        for person in subscribers:
            await _subscribe(client, server, person, seen, stack)
        await asyncio.sleep(3)
        after = server.megabytes()
        print(
            f"{len(subscribers)} subscriptions on sockets of their own: "
            f"{(after - before) * 1000 / len(subscribers):.0f} kB each ({before:.0f} -> {after:.0f} MB)"
        )
        cpu, started = server.cpu_seconds(), time.time()
        await _change(client, server, leads)
        busy = (server.cpu_seconds() - cpu) / (time.time() - started)
        await asyncio.sleep(3)
        await _report(here, leads, seen)
        print(f"the server computed {busy:.2f} of a core, the changes themselves among it")


def _people() -> list[tuple[Role, str | None]]:
    return [
        *[(Role.ADMIN, None)] * ADMINS,
        *[(Role.MANAGER, f"Team {at}") for at in range(MANAGERS)],
        *[(Role.AGENT, f"Team {at % MANAGERS}") for at in range(AGENTS)],
    ]


async def _leads(client: ClientSession, url: str, people: Sequence[Person]) -> list[Lead]:
    admin, found = people[0], []
    create = "mutation($input: CreateLeadInput!) { createLead(input: $input) { lead { id team { name } } userErrors { message } } }"
    agents = [person for person in people if person.role is Role.AGENT]
    for at in range(LEADS):
        owner = agents[at % len(agents)]
        data = await ask(
            client,
            url,
            admin,
            create,
            input={"lastName": f"Lead {at}", "companyName": "Acme", "ownerId": owner.id},
        )
        lead = data["createLead"]["lead"]
        watchers = {p.id for p in people if p.role is Role.ADMIN or p is owner}
        watchers |= {
            p.id for p in people if p.role is Role.MANAGER and lead["team"] and p.team == lead["team"]["name"]
        }
        found.append(Lead(lead["id"], owner, watchers))
    return found


async def _subscribe(
    client: ClientSession, server: Process, person: Person, seen: Seen, stack: AsyncExitStack
) -> None:
    socket = await stack.enter_async_context(
        client.ws_connect(f"{server.url}/graphql", protocols=["graphql-transport-ws"])
    )
    await socket.send_json(
        {"type": "connection_init", "payload": {"authorization": person.headers["Authorization"]}}
    )
    assert (await socket.receive_json())["type"] == "connection_ack"
    await socket.send_json({"id": "1", "type": "subscribe", "payload": {"query": WATCH}})
    task = asyncio.create_task(_receive(socket, person, seen))
    stack.callback(task.cancel)


async def _receive(socket: ClientWebSocketResponse, person: Person, seen: Seen) -> None:
    async for message in socket:
        if message.type is WSMsgType.TEXT:
            frame = orjson.loads(message.data)
            if frame["type"] != "next" or "errors" in frame["payload"]:
                raise RuntimeError(frame)
            seen.note(person, frame)


async def _change(client: ClientSession, server: Process, leads: list[Lead]) -> None:
    """Changes leads at a steady rate, as their owners."""
    chosen, start = random.Random(1), time.monotonic()
    async with asyncio.TaskGroup() as group:
        for at in range(PER_SECOND * SECONDS):
            await asyncio.sleep(max(0.0, start + at / PER_SECOND - time.monotonic()))
            group.create_task(_change_one(client, server, chosen.choice(leads)))


async def _change_one(client: ClientSession, server: Process, lead: Lead) -> None:
    async with lead.lock:
        input = {"id": lead.id, "expectedVersion": lead.version, "jobTitle": f"Job {lead.version}"}
        data = await ask(client, server.url, lead.owner, CHANGE, input=input)
        assert not data["updateLead"]["userErrors"], data
        lead.version = data["updateLead"]["lead"]["version"]


async def _report(here: Ground, leads: list[Lead], seen: Seen) -> None:
    """Compares what was committed with what arrived."""
    watchers = {lead.id: lead.watchers for lead in leads}
    connection = await asyncpg.connect(here.cluster.url())
    try:
        rows = await connection.fetch("select subject_id, seq, at from event where type = 'lead.updated'")
    finally:
        await connection.close()
    waits, missing = [], 0
    for row in rows:
        lead_id = to_global("Lead", row["subject_id"])
        arrived = seen.frames.pop((lead_id, row["seq"]), {})
        missing += len(watchers[lead_id] - arrived.keys())
        seen.foreign += len(arrived.keys() - watchers[lead_id])
        waits += [at - row["at"].timestamp() for at in arrived.values()]
    print(
        f"{len(rows)} changes, {PER_SECOND} a second, each concerned {len(waits) / len(rows):.1f} "
        f"subscribers: {len(waits)} frames, {missing} missing, {seen.foreign} to whom they did not concern"
    )
    print(
        f"commit to frame: p50 {quantile(waits, 0.5) * 1000:.0f} ms, p99 {quantile(waits, 0.99) * 1000:.0f} ms, "
        f"longest {max(waits) * 1000:.0f} ms"
    )


if __name__ == "__main__":
    asyncio.run(main())
