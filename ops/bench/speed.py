"""CPU for each request: LeadHub beside a Strawberry server as tutorials write it, and Mercurius with its JIT."""

import asyncio
import os
import statistics
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import asyncpg
from aiohttp import ClientError, ClientSession

from leadhub.kit.node import from_global
from leadhub.kit.scopes import Role
from leadhub.settings import environment
from ops.bench.ground import Ground, Person, Process, free_port, ground, http, machine, quantile
from ops.bench.picture import bars
from ops.load.leads import fill

PEERS = Path(__file__).parents[1] / "load" / "peers"
LEADS, PEOPLE = 10_000, 20
ROUNDS, SECONDS, WARM_SECONDS, CLIENTS = 5, 3.0, 1.5, 8

PICTURE = Path(__file__).parents[2] / "docs" / "speed.svg"
SHOWN = {"list of 50 with owners": "50 leads with their owners", "one lead": "one lead by its id"}

ROW = "id number firstName lastName companyName jobTitle status createdAt"


@dataclass
class Work:
    """One operation, as LeadHub writes it and as its peers do."""

    name: str
    ours: tuple[str, dict[str, Any]]
    theirs: tuple[str, dict[str, Any]]


def works(lead: str) -> list[Work]:
    """The five operations; `lead` is the global id of one with a history."""
    plain = str(from_global(lead)[1])
    listed = f"{{ leads(first: 50) {{ nodes {{ {ROW} owner {{ id name email }} }} }} }}"
    some = "id number lastName owner { name } stage { name } source { name }"
    one = f"query($id: ID!) {{ lead(id: $id) {{ {ROW} }} }}"
    history = "query($id: ID!) { lead(id: $id) { id number stageHistory { toName at secondsInStage } } }"
    create = "mutation($input: CreateLeadInput!) { createLead(input: $input) { lead { id number } } }"
    theirs = 'mutation { createLead(lastName: "Quick") { id number } }'
    return [
        Work("list of 50 with owners", (listed, {}), (listed, {})),
        Work(
            "filter, three relations",
            (f"{{ leads(first: 25, filter: {{status: {{in: [OPEN]}}}}) {{ nodes {{ {some} }} }} }}", {}),
            (f'{{ leads(first: 25, status: "OPEN") {{ nodes {{ {some} }} }} }}', {}),
        ),
        Work("one lead", (one, {"id": lead}), (one, {"id": plain})),
        Work("createLead", (create, {"input": {"lastName": "Quick"}}), (theirs, {})),
        Work("one with its history", (history, {"id": lead}), (history, {"id": plain})),
    ]


@dataclass
class Measured:
    """What one server needed for one operation: milliseconds of CPU a request in each round, its own and PostgreSQL's, and
    all waits."""

    cpu: list[float] = field(default_factory=list)
    database: list[float] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    rate: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return statistics.median(self.cpu)


async def load(
    client: ClientSession, server: Process, token: str, asked: tuple[str, dict[str, Any]], seconds: float
) -> tuple[list[float], float]:
    """Asks as fast as it is answered; the waits in ms, and the server's CPU for each request in ms."""
    waits: list[float] = []
    end, before, started = time.monotonic() + seconds, server.cpu_seconds(), time.monotonic()
    body = {"query": asked[0], "variables": asked[1]}
    headers = {"Authorization": f"Bearer {token}"}

    async def one() -> None:
        while time.monotonic() < end:
            began = time.perf_counter()
            async with client.post(f"{server.url}/graphql", json=body, headers=headers) as response:
                answer = await response.json(content_type=None)
            if response.status != 200 or answer.get("errors"):
                raise RuntimeError(f"{server.url}: {answer}")
            waits.append((time.perf_counter() - began) * 1000)

    async with asyncio.TaskGroup() as group:
        for _ in range(CLIENTS):
            group.create_task(one())
    return waits, (server.cpu_seconds() - before) * 1000 / len(waits) if time.monotonic() > started else 0.0


async def peer(here: Ground, *command: str, cwd: Path) -> Process:
    """A server that is not LeadHub."""
    port = free_port()
    env = {
        **environment(),
        "DATABASE_URL": here.app_url,
        "PUBLIC_KEY": here.public_pem(),
        "PORT": str(port),
        "NODE_ENV": "production",
    }
    child = await asyncio.create_subprocess_exec(*command, cwd=cwd, env=env)
    process = Process(child, f"http://127.0.0.1:{port}")
    here.processes.append(process)
    return process


async def answering(client: ClientSession, server: Process) -> None:
    """Waits until a server answers."""
    for _ in range(100):
        with suppress(ClientError):
            await client.get(server.url)
            return
        await asyncio.sleep(0.1)
    raise RuntimeError(f"{server.url} does not answer.")


async def main(rounds: int = ROUNDS) -> None:
    """Prints the figures and their ratios."""
    async with ground() as here, http() as client:
        [person, *_] = await here.company([(Role.ADMIN, None)] * PEOPLE)
        await fill(here.cluster.url(), here.tenant_of(person), LEADS)
        connection = await asyncpg.connect(here.cluster.url())
        await connection.execute((PEERS / "tables.sql").read_text())
        await connection.close()
        servers = {
            "LeadHub": await here.start("serve", cost_bucket="1000000000", cost_restore="1000000000"),
            "Mercurius": await peer(here, "node", "server.js", cwd=PEERS / "mercurius"),
            "tutorial": await peer(here, sys.executable, "tutorial.py", cwd=PEERS),
        }
        for server in servers.values():
            await answering(client, server)
        newest = await newest_lead(client, servers["LeadHub"], person)
        print(f"{machine()}; {LEADS} leads, {CLIENTS} clients, {rounds} rounds of {SECONDS} s in turns")
        found = {
            work.name: await compare(here, client, servers, person.token, work, rounds)
            for work in works(newest)
        }
        drawn = {
            shown: {who: one.median for who, one in found[name].items()} for name, shown in SHOWN.items()
        }
        PICTURE.write_text(bars("CPU of the application for each request", "ms", drawn))
        print(", ".join(f"{name} holds {server.megabytes():.0f} MB" for name, server in servers.items()))
        print(f"load average of the machine {os.getloadavg()[0]:.1f}")


async def newest_lead(client: ClientSession, server: Process, person: Person) -> str:
    """The id of a lead that has a history."""
    body = {"query": "{ leads(first: 1) { nodes { id } } }"}
    async with client.post(f"{server.url}/graphql", json=body, headers=person.headers) as response:
        answer = await response.json()
    return str(answer["data"]["leads"]["nodes"][0]["id"])


async def compare(
    here: Ground,
    client: ClientSession,
    servers: dict[str, Process],
    token: str,
    work: Work,
    rounds: int,
) -> dict[str, Measured]:
    """One operation on all servers, in turns; prints a line for each."""
    found = {name: Measured() for name in servers}
    for turn in range(rounds + 1):
        for name, server in servers.items():
            asked = work.ours if name == "LeadHub" else work.theirs
            seconds = SECONDS if turn else WARM_SECONDS
            before = here.database_cpu_seconds()
            waits, cpu = await load(client, server, token, asked, seconds)
            if turn:
                found[name].database.append((here.database_cpu_seconds() - before) * 1000 / len(waits))
                found[name].waits += waits
                found[name].cpu.append(cpu)
                found[name].rate.append(len(waits) / seconds)
    print(work.name)
    for name, one in found.items():
        spread = f"{min(one.cpu):.2f} to {max(one.cpu):.2f}"
        print(
            f"  {name:10} {one.median:6.2f} ms of CPU ({spread}), PostgreSQL {statistics.median(one.database):5.2f}, "
            f"{statistics.median(one.rate):5.0f} a second, "
            f"p50 {quantile(one.waits, 0.5):5.1f} ms, p99 {quantile(one.waits, 0.99):5.1f} ms, "
            f"{one.median / found['Mercurius'].median:5.2f} of Mercurius"
        )
    return found


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS))
