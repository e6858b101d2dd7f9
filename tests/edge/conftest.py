"""A server as in production, in a process of its own, whose way to the database can be cut."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest

from leadhub.kit.embedded import Cluster
from tests.commands.conftest import make_database, own_cluster
from tests.commands.serving import Server, join, new_tenant, prepared, serving, signing_key
from tests.world import Caller

__all__ = ["own_cluster"]  # a fixture

STATEMENT_SECONDS = 1.0
OPERATION_SECONDS = 1.5


@dataclass
class Cable:
    """Passes bytes on between the server and PostgreSQL, as long as it is whole."""

    to: tuple[str, int]
    is_cut: bool = False
    is_blocked: bool = False
    writers: set[asyncio.StreamWriter] = field(default_factory=set)

    async def connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.writers.add(writer)
        with suppress(OSError):
            if not self.is_cut:
                far_reader, far_writer = await asyncio.open_connection(*self.to)
                self.writers.add(far_writer)
                await asyncio.gather(self._pass(reader, far_writer), self._pass(far_reader, writer))
        writer.close()

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while part := await reader.read(65536):
                while self.is_blocked:  # noqa: ASYNC110
                    await asyncio.sleep(0.02)
                writer.write(part)
                await writer.drain()
        writer.close()

    @asynccontextmanager
    async def cut(self) -> AsyncIterator[None]:
        """No connection lives, and none can be made, inside the block."""
        self.is_cut = True
        for writer in self.writers:
            writer.transport.abort()
        self.writers.clear()
        try:
            yield
        finally:
            self.is_cut = False

    @asynccontextmanager
    async def blocked(self) -> AsyncIterator[None]:
        """Connections live, but nothing passes, inside the block."""
        self.is_blocked = True
        try:
            yield
        finally:
            self.is_blocked = False


@dataclass
class Production:
    server: Server
    cable: Cable
    owner: Caller

    @property
    def url(self) -> str:
        return f"{self.server.url}/graphql"

    @property
    def anyone(self) -> Caller:
        return self.server.anyone


@pytest.fixture(scope="session")
async def production(
    own_cluster: Cluster, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Production]:
    """One for all tests of the group `own cluster`, with a tenant and its owner in it."""
    folder = tmp_path_factory.mktemp("production")
    name = "production"
    database = await prepared(await make_database(own_cluster, name))
    await database.sql(
        f"alter role leadhub_app in database {name} set statement_timeout = '{STATEMENT_SECONDS:.0f}s'"
    )
    cable = Cable(("127.0.0.1", own_cluster.port))
    listener = await asyncio.start_server(cable.connect, "127.0.0.1", 0)
    through = f"127.0.0.1:{listener.sockets[0].getsockname()[1]}"
    settings = {
        "ENV": "production",
        "SIGNING_KEYS": await signing_key(folder),
        "DATABASE_URL": database.app.replace(urlsplit(database.app).netloc.partition("@")[2], through),
        "TIMEOUT_SECONDS": OPERATION_SECONDS,
        "TRUSTED_PROXIES": "127.0.0.0/8, 10.0.0.0/8, 2001:db8::/32",
        "POOL_MAX": 4,
    }
    token = await new_tenant(database, "acme", folder)
    async with serving(database, folder, **settings) as server:
        yield Production(server, cable, await join(server, token))
    listener.close()
