"""What a list costs as more is asked for, and as more is stored: it may grow with the first, and not with the second."""

import asyncio
import os
import statistics
import time
from pathlib import Path
from typing import Any

from aiohttp import ClientSession

from leadhub.kit.scopes import Role
from ops.bench.ground import Ground, Person, Process, ground, http, machine, quantile
from ops.bench.picture import lines
from ops.bench.speed import ROW, load
from ops.load.leads import fill

STORED = (100, 10_000, 1_000_000)
ASKED = (1, 10, 50, 100)
ROUNDS, SECONDS, PACED_SECONDS = 5, 1.0, 5.0
LOAD = 0.8
PICTURE = Path(__file__).parents[2] / "docs" / "growth.svg"


def question(first: int) -> tuple[str, dict[str, Any]]:
    """The list that is asked for."""
    return f"{{ leads(first: {first}) {{ nodes {{ {ROW} owner {{ id name email }} }} }} }}", {}


async def main() -> None:
    """Prints a table, and draws it."""
    async with ground() as here, http() as client:
        people = {count: await tenant(here, count) for count in STORED}
        server = await here.start("serve", cost_bucket="1000000000", cost_restore="1000000000")
        print(f"{machine()}; medians of {ROUNDS} rounds of {SECONDS} s in turns")
        found = await costs(client, server, people)
        for (count, first), cpu in found.items():
            waits = await paced(client, server, people[count], first)
            print(
                f"{count:9} stored, {first:3} asked: {cpu:5.2f} ms of CPU, at {LOAD:.0%} load "
                f"p50 {quantile(waits, 0.5):5.1f} ms, p99 {quantile(waits, 0.99):5.1f} ms"
            )
        series = {f"{count:,} leads stored": [(one, found[count, one]) for one in ASKED] for count in STORED}
        PICTURE.write_text(lines("CPU for a list of leads with owners", "leads asked for", "ms", series))
        print(f"load average of the machine {os.getloadavg()[0]:.1f}")


async def tenant(here: Ground, count: int) -> Person:
    """Somebody in a new tenant with so many leads."""
    [person, *_] = await here.company([(Role.ADMIN, None)] * 20)
    await fill(here.cluster.url(), here.tenant_of(person), count)
    return person


async def costs(
    client: ClientSession, server: Process, people: dict[int, Person]
) -> dict[tuple[int, int], float]:
    """Milliseconds of CPU a request by what is stored and what is asked for, each in its turn in each round."""
    found: dict[tuple[int, int], list[float]] = {(count, one): [] for count in STORED for one in ASKED}
    for turn in range(ROUNDS + 1):
        for (count, first), each in found.items():
            _, cpu = await load(client, server, people[count].token, question(first), SECONDS)
            if turn:
                each.append(cpu)
    return {key: statistics.median(each) for key, each in found.items()}


async def paced(client: ClientSession, server: Process, person: Person, first: int) -> list[float]:
    """The waits in ms when requests come evenly, at a share of the rate that the server was just seen to answer."""
    waits, _ = await load(client, server, person.token, question(first), SECONDS)
    pause = SECONDS / (LOAD * len(waits))
    body, found = {"query": question(first)[0]}, list[float]()

    async def one(due: float) -> None:
        async with client.post(f"{server.url}/graphql", json=body, headers=person.headers) as response:
            await response.read()
        found.append((time.perf_counter() - due) * 1000)  # also what it waited for its turn here

    started = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for at in range(int(PACED_SECONDS / pause)):
            due = started + at * pause
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            group.create_task(one(due))
    return found


if __name__ == "__main__":
    asyncio.run(main())
