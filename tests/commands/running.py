"""Real processes of `leadhub`: started with settings of their own, watched, and ended whatever happens."""

import asyncio
import os
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

from aiohttp import ClientSession, DummyCookieJar

from tests.world import Caller

LEADHUB = (sys.executable, "-m", "leadhub")
WITHIN = 60.0  # seconds; far more than anything takes here


def environment(settings: Mapping[str, object]) -> dict[str, str]:
    """This process's environment, but for LeadHub's settings and what leads Python elsewhere, with these."""
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith(("LEADHUB_", "PYTHONPATH"))
    }
    return inherited | {f"LEADHUB_{name}": str(value) for name, value in settings.items()}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Running:
    """A process and what it has printed so far."""

    process: asyncio.subprocess.Process
    started: float = field(default_factory=time.monotonic)
    out: list[str] = field(default_factory=list)
    err: list[str] = field(default_factory=list)
    readers: list[asyncio.Task[None]] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.started

    async def says(self, text: str, within: float = WITHIN) -> str:
        """The first line on stdout that holds `text`."""
        async with asyncio.timeout(within):
            while True:
                for line in self.out:
                    if text in line:
                        return line
                if all(reader.done() for reader in self.readers):
                    raise AssertionError(f"it ended without saying {text!r}: {self.out} {self.err}")
                await asyncio.sleep(0.01)

    def send(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    async def ended(self, within: float = WITHIN) -> int:
        """The exit status, once it ended and all that it said is read."""
        async with asyncio.timeout(within):
            await asyncio.gather(*self.readers)
            return await self.process.wait()


async def _read(stream: asyncio.StreamReader | None, lines: list[str]) -> None:
    assert stream is not None
    while line := await stream.readline():
        lines.append(line.decode().rstrip("\n"))


@asynccontextmanager
async def running(
    *arguments: object,
    cwd: Path,
    command: tuple[str, ...] = LEADHUB,
    **settings: object,
) -> AsyncIterator[Running]:
    """`leadhub ARGUMENTS...`, killed at the end of the block if it still runs."""
    process = await asyncio.create_subprocess_exec(
        *command,
        *map(str, arguments),
        cwd=cwd,
        env=environment(settings),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    found = Running(process)
    found.readers = [
        asyncio.create_task(_read(stream, lines))
        for stream, lines in ((process.stdout, found.out), (process.stderr, found.err))
    ]
    try:
        yield found
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await found.ended()


async def leadhub(*arguments: object, cwd: Path, **settings: object) -> tuple[int, str, str]:
    """Exit status, stdout and stderr of a command that ends by itself."""
    async with running(*arguments, cwd=cwd, **settings) as found:
        status = await found.ended()
    return status, "\n".join(found.out), "\n".join(found.err)


@asynccontextmanager
async def callers(url: str) -> AsyncIterator[Caller]:
    """Nobody yet, at the server of this address; `Caller(nobody.world, token)` is somebody."""
    async with ClientSession(cookie_jar=DummyCookieJar()) as http:
        yield Caller(SimpleNamespace(url=url, http=http))  # type: ignore[arg-type]
