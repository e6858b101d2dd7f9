"""What this code needs for a request beside what it needed as of a commit, in turns: nothing may have become slower."""

import asyncio
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from graphql import get_introspection_query

from leadhub.kit.scopes import Role
from ops.bench.ground import ground, http, machine
from ops.bench.speed import load, newest_lead, works
from ops.load.leads import fill

ROUNDS, SECONDS = 5, 1.5
MOST = 1.05
ROOT = Path(__file__).parents[2]
UNLIMITED = {"cost_bucket": "1000000000", "cost_restore": "1000000000"}


def questions(lead: str) -> dict[str, tuple[str, dict[str, Any]]]:
    """Those of `speed`, and what no plan is for."""
    small = {
        "__typename": ("{ __typename }", {}),
        "viewer": ("{ viewer { role scopes } }", {}),
        "tags": ("{ tags { name } }", {}),
        "node": ("query($id: ID!) { node(id: $id) { id ... on Lead { number } } }", {"id": lead}),
        "introspection": (get_introspection_query(), {}),
        "a type of the schema": (
            '{ __type(name: "PageInfo") { name fields { name type { kind name } } } }',
            {},
        ),
    }
    return {work.name: work.ours for work in works(lead)} | small


@contextmanager
def checkout(commit: str) -> Iterator[Path]:
    """The code of a commit, in a folder of its own as long as the block."""
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent, "before")
        git = ("git", "-C", str(ROOT), "worktree")
        subprocess.run([*git, "add", "--quiet", "--detach", str(folder), commit], check=True)  # noqa: S603
        try:
            yield folder
        finally:
            subprocess.run([*git, "remove", "--force", str(folder)], check=True)  # noqa: S603


async def main(commit: str) -> None:
    """Prints a line for each operation; the database is migrated as this code has it."""
    with checkout(commit) as folder:
        async with ground() as here, http() as client:
            [person, *_] = await here.company([(Role.ADMIN, None)] * 20)
            await fill(here.cluster.url(), here.tenant_of(person), 10_000)
            before = await here.start("serve", folder, **UNLIMITED)
            now = await here.start("serve", **UNLIMITED)
            lead = await newest_lead(client, now, person)
            print(f"{machine()}; medians of {ROUNDS} rounds of {SECONDS} s in turns, before: {commit}")
            for name, asked in questions(lead).items():
                found: dict[str, list[float]] = {"before": [], "now": []}
                for turn in range(ROUNDS + 1):
                    for which, server in (("before", before), ("now", now)):
                        _, cpu = await load(client, server, person.token, asked, SECONDS)
                        if turn:
                            found[which].append(cpu)
                old, new = (statistics.median(each) for each in found.values())
                word = "" if new <= old * MOST else "  SLOWER"
                print(f"{name:25} {old:6.2f} ms, now {new:6.2f} ms: {new / old:4.2f}{word}", flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
