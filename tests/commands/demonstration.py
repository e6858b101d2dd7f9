"""A running `leadhub demo` and the ways to it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.commands.running import LEADHUB, Running, callers, free_port, running
from tests.world import Caller

PASSWORD = "leadhub-demo"
DAYS = 90
_LEAD = (
    "number fullName companyName primaryEmail createdAt status stage { name } owner { name } source { name }"
)


@dataclass
class Demo:
    """`anyone` is a caller who has not signed in."""

    process: Running
    folder: Path
    port: int
    metrics_port: int
    anyone: Caller

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def paste(self, body: str, url: str) -> Any:
        """What `curl URL -d BODY` answers."""
        headers = {"Content-Type": "application/json"}
        async with self.anyone.world.http.post(url, data=body, headers=headers) as answer:
            return await answer.json()


@asynccontextmanager
async def demonstration(
    folder: Path,
    *options: str,
    metrics_port: int = 0,
    command: tuple[str, ...] = LEADHUB,
    **settings: object,
) -> AsyncIterator[Demo]:
    """A demo on this folder that is ready, killed at the end if it still runs."""
    port, metrics_port = free_port(), metrics_port or free_port()
    async with running(
        "demo",
        "--port",
        port,
        "--data",
        folder,
        *options,
        cwd=folder.parent,
        command=command,
        METRICS_PORT=metrics_port,
        **settings,
    ) as process:
        await process.says("LeadHub is ready")
        await process.says("Press Ctrl-C")
        async with callers(f"http://127.0.0.1:{port}") as anyone:
            yield Demo(process, folder, port, metrics_port, anyone)


async def sign_in(demo: Demo, tenant: str, name: str) -> Caller:
    """Somebody of a demo tenant."""
    given = {"tenant": tenant, "email": f"{name}@{tenant}.test", "password": PASSWORD}
    payload = await demo.anyone.done("signIn", given, "accessToken")
    return Caller(demo.anyone.world, payload["accessToken"])


async def leads_of(caller: Caller) -> list[dict[str, Any]]:
    """Every lead of a tenant, oldest first."""
    found: list[dict[str, Any]] = []
    after = None
    while True:
        page = await caller.ok(
            f"query($after: String) {{ leads(first: 100, after: $after, orderBy: [{{field: CREATED_AT, direction: ASC}}]) "
            f"{{ nodes {{ {_LEAD} }} pageInfo {{ hasNextPage endCursor }} }} }}",
            after=after,
        )
        found += page["leads"]["nodes"]
        after = page["leads"]["pageInfo"]["endCursor"]
        if not page["leads"]["pageInfo"]["hasNextPage"]:
            return found
