"""A LeadHub that can be killed, and ways to look at its PostgreSQL from outside."""
# ruff: noqa: ASYNC110 - nothing else waits for the event loop here

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import asyncpg
import pytest

import leadhub
from leadhub.kit.embedded import Cluster, EmbeddedPostgres
from leadhub.kit.embedded_folder import Folder

REPOSITORY = Path(leadhub.__file__).parents[1]
NOBODY = 65534
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="what only root needs")

# A LeadHub that can be killed: starts a server, prints what it says and the URL, and stays.
PROGRAM = """
import asyncio, sys
from pathlib import Path
from leadhub.kit.embedded import EmbeddedPostgres

async def main():
    server = EmbeddedPostgres(Path(sys.argv[1]), say=lambda line: print(line, flush=True), settings={"fsync": "off"})
    print((await server.start()).url(), flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    await server.stop()
    print("stopped", flush=True)

asyncio.run(main())
"""

Make = Callable[[], EmbeddedPostgres]


@asynccontextmanager
async def program(folder: Path, **how: object) -> AsyncIterator[asyncio.subprocess.Process]:
    how = {"cwd": REPOSITORY, **how}
    python = how.pop("python", sys.executable)
    process = await asyncio.create_subprocess_exec(
        str(python), "-c", PROGRAM, str(folder), stdin=subprocess.PIPE, stdout=subprocess.PIPE, **how
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.communicate()


async def line_of(process: asyncio.subprocess.Process, start: str) -> str:
    async with asyncio.timeout(20):
        async for line in process.stdout:
            if line.decode().startswith(start):
                return line.decode().strip()
    raise AssertionError(f"no line began with {start}")


async def run(url: str, sql: str) -> object:
    connection = await asyncpg.connect(url, timeout=5)
    try:
        return await connection.fetchval(sql)
    finally:
        await connection.close()


async def eventually(answer: Callable[[], object], seconds: float = 10) -> None:
    async with asyncio.timeout(seconds):
        while not answer():
            await asyncio.sleep(0.02)


def postmaster(folder: Path) -> int:
    return int((Folder(folder).data / "postmaster.pid").read_text().split("\n")[0])


async def answers_again(cluster: Cluster, dead: int) -> None:
    async with asyncio.timeout(15):
        while True:
            with suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
                if await run(cluster.url(), "select 1") and postmaster(cluster.folder) != dead:
                    return
            await asyncio.sleep(0.05)
