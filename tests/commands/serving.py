"""A running `leadhub serve` on a migrated database, and the ways to it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from leadhub.kit import migrations
from leadhub.slices import MODEL_MODULES
from tests.commands.conftest import Database
from tests.commands.running import Running, callers, free_port, leadhub, running
from tests.world import PASSWORD, Caller


@dataclass
class Server:
    """`anyone` is a caller who has not signed in."""

    process: Running
    url: str
    metrics_url: str
    database: Database
    anyone: Caller

    async def status(self, path: str) -> tuple[int, dict[str, str]]:
        """Status and JSON of a GET."""
        async with self.anyone.world.http.get(self.url + path) as answer:
            return answer.status, await answer.json()


async def signing_key(cwd: Path) -> str:
    """What `leadhub keys generate` prints."""
    status, out, error = await leadhub("keys", "generate", cwd=cwd)
    assert (status, error) == (0, "")
    return out


async def prepared(database: Database) -> Database:
    """The same database, migrated."""
    await migrations.up(database.owner, MODEL_MODULES, database.app)
    return database


@asynccontextmanager
async def serving(database: Database, cwd: Path, **settings: object) -> AsyncIterator[Server]:
    """A server that is ready, killed at the end if it still runs."""
    port, metrics_port = free_port(), free_port()
    chosen = {"PORT": port, "METRICS_PORT": metrics_port, "DATABASE_URL": database.app, "LOG_LEVEL": "INFO"}
    async with running("serve", cwd=cwd, **{**chosen, **settings}) as process:
        await process.says('"event": "ready"' if "ENV" in settings else " ready ")
        url = f"http://127.0.0.1:{port}"
        async with callers(url) as anyone:
            yield Server(process, url, f"http://127.0.0.1:{metrics_port}/metrics", database, anyone)


async def new_tenant(database: Database, slug: str, cwd: Path) -> str:
    """The token that `leadhub tenant create` prints."""
    status, out, error = await leadhub(
        "tenant", "create", slug, "--name", slug.title(), "--owner-email", f"owner@{slug}.test",
        cwd=cwd, **database.settings,
    )  # fmt: skip
    assert (status, error) == (0, "")
    [token] = [line.strip() for line in out.splitlines() if line.strip().startswith("lhi_")]
    return token


async def join(server: Server, token: str) -> Caller:
    """Whoever accepts this invitation."""
    given = {"token": token, "name": "Olivia Owen", "password": PASSWORD}
    payload = await server.anyone.done("acceptInvitation", given, "accessToken")
    return Caller(server.anyone.world, payload["accessToken"])
