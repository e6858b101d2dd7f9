"""Whether a server's memory stays flat: 200,000 requests, or as many as are given, with 5,000 documents."""

import asyncio
import sys
from itertools import count

from aiohttp import ClientSession

from leadhub.kit.scopes import Role
from ops.bench.ground import Person, Process, ground, http, machine
from ops.load.leads import fill

REQUESTS, DOCUMENTS, CLIENTS, SHOWN = 200_000, 5_000, 8, 20
MOST_GROWTH = 1.1  # of what it held after a quarter


async def main(requests: int = REQUESTS) -> None:
    """Prints what it holds, as a curve; fails when it grows."""
    async with ground() as here, http() as client:
        [person] = await here.company([(Role.ADMIN, None)])
        await fill(here.cluster.url(), here.tenant_of(person), 100)
        server = await here.start("serve", cost_bucket="1000000000", cost_restore="1000000000")
        print(f"{machine()}; {requests} requests, {DOCUMENTS} documents")
        curve = await asked(client, server, person, requests)
    settled = curve[len(curve) // 4]
    if max(curve[len(curve) // 4 :]) > settled * MOST_GROWTH:
        raise SystemExit(f"It grew from {settled:.0f} MB to {max(curve):.0f} MB.")


async def asked(client: ClientSession, server: Process, person: Person, requests: int) -> list[float]:
    """Megabytes after each twentieth of the requests."""
    numbers, curve = count(), list[float]()
    step = requests // SHOWN

    async def one(until: int) -> None:
        while (number := next(numbers)) < until:
            document = (
                f"{{ a{number % DOCUMENTS}: leads(first: 3) {{ nodes {{ number owner {{ name }} }} }} }}"
            )
            body = {"query": document}
            async with client.post(f"{server.url}/graphql", json=body, headers=person.headers) as response:
                if response.status != 200:
                    raise RuntimeError(await response.text())
                await response.read()

    for end in range(step, requests + 1, step):
        async with asyncio.TaskGroup() as group:
            for _ in range(CLIENTS):
                group.create_task(one(end))
        curve.append(server.megabytes())
        print(f"{end:7} {curve[-1]:6.1f} MB {'#' * int(curve[-1] / 4)}", flush=True)
    return curve


if __name__ == "__main__":
    asyncio.run(main(*map(int, sys.argv[1:])))
