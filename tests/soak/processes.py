"""Processes of LeadHub that are killed again and again, and come back."""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from leadhub.kit import migrations
from leadhub.kit.embedded import Cluster, EmbeddedPostgres, remove
from leadhub.kit.tokens import generate_jwk
from leadhub.slices import MODEL_MODULES
from tests.commands.running import environment, free_port

# After each death this long until the next, so that every process also gets to work.
PAUSE = (1.5, 4.0)


@dataclass
class Undying:
    """One process that is started again whenever it ends."""

    command: str
    settings: dict[str, object]
    folder: Path
    deaths: int = 0
    process: asyncio.subprocess.Process | None = None

    async def live(self) -> None:
        """Until cancelled; then it is asked to end, and waited for."""
        try:
            while True:
                with (self.folder / f"{self.command}.log").open("ab") as log:
                    self.process = await asyncio.create_subprocess_exec(
                        sys.executable, "-m", "leadhub", self.command,
                        env=environment(self.settings), cwd=self.folder, stdout=log, stderr=log,
                    )  # fmt: skip
                await self.process.wait()
                await asyncio.sleep(0.2)
        finally:
            if self.process is not None and self.process.returncode is None:
                self.process.terminate()
                await self.process.wait()

    def kill(self) -> None:
        """As a power cut would."""
        if self.process is not None and self.process.returncode is None:
            with suppress(ProcessLookupError):
                self.process.send_signal(signal.SIGKILL)
                self.deaths += 1


@dataclass
class Farm:
    """A database, a server and two workers."""

    cluster: Cluster
    postgres: EmbeddedPostgres
    server: Undying
    workers: list[Undying]
    restarts: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.settings['PORT']}"

    async def havoc(self) -> None:
        """Kills one after the other and restarts the database in between, until cancelled."""
        chance = random.Random(4)  # noqa: S311
        while True:
            for victim in [*self.workers, self.server]:
                await asyncio.sleep(chance.uniform(*PAUSE))
                victim.kill()
            await asyncio.sleep(chance.uniform(*PAUSE))
            self.restart_database()

    def restart_database(self) -> None:
        """Ends all of its connections at once; whoever supervises it starts it again."""
        process = self.postgres._process
        if process is not None and process.poll() is None:
            os.kill(process.pid, signal.SIGINT)
            self.restarts += 1


@asynccontextmanager
async def farm(folder: Path, **settings: object) -> AsyncIterator[Farm]:
    """All of it running, on a database that waits for the disk."""
    postgres = EmbeddedPostgres(folder / "data", say=lambda _: None)
    cluster = await postgres.start()
    app = cluster.url("leadhub_app")
    await migrations.up(cluster.url(), MODEL_MODULES, app)
    shared = {
        "DATABASE_URL": app,
        "SIGNING_KEYS": json.dumps(generate_jwk()),
        "PUBLIC_URL": "http://leadhub.test",
        "METRICS_PORT": 0,
        "WEBHOOK_ALLOW_LOOPBACK": "on",
        "LOG_LEVEL": "WARNING",
        **settings,
    }
    server = Undying("serve", shared | {"PORT": free_port()}, folder)
    workers = [Undying("worker", shared, folder) for _ in range(2)]
    found = Farm(cluster, postgres, server, workers)
    tasks = [
        asyncio.create_task(work) for work in (_supervise(postgres), *(p.live() for p in (server, *workers)))
    ]
    try:
        yield found
    finally:
        for task in reversed(tasks):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        await postgres.stop()
        remove(folder / "data")


async def _supervise(postgres: EmbeddedPostgres) -> None:
    while True:
        with suppress(Exception):
            await postgres.supervise()
        await asyncio.sleep(0.1)
