"""What the tests of the commands share: a server on which nothing was set up before, and a running demo."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import asyncpg
import pytest

from leadhub.kit.embedded import Cluster, EmbeddedPostgres, remove
from leadhub.kit.roles import APP
from tests.commands.demonstration import Demo, demonstration

_FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass(frozen=True)
class Database:
    """A database and its addresses, as settings."""

    owner: str
    app: str

    @property
    def settings(self) -> dict[str, str]:
        return {"OWNER_DATABASE_URL": self.owner, "DATABASE_URL": self.app}

    async def sql(self, statement: str, *values: object) -> list[asyncpg.Record]:
        """As the superuser."""
        connection = await asyncpg.connect(self.owner)
        try:
            return list(await connection.fetch(statement, *values))
        finally:
            await connection.close()


@pytest.fixture(scope="session")
async def own_cluster(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Cluster]:
    """A server without any role of LeadHub's."""
    folder = tmp_path_factory.mktemp("own") / "data"
    postgres = EmbeddedPostgres(folder, say=lambda _: None, settings=_FAST)
    yield await postgres.start()
    await postgres.stop()
    remove(folder)


async def make_database(cluster: Cluster, name: str, template: str = "template1") -> Database:
    """A database of this name: empty, or a copy."""
    connection = await asyncpg.connect(cluster.url())
    await connection.execute(f'create database "{name}" template "{template}"')
    await connection.close()
    return Database(cluster.url(database=name), cluster.url(APP, name))


@pytest.fixture(scope="session")
def new_database(own_cluster: Cluster) -> Callable[[str], Awaitable[Database]]:
    """Makes an empty database of this name."""
    return lambda name: make_database(own_cluster, name)


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the demo of the tests keeps its data."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    yield folder
    remove(folder)


@pytest.fixture(scope="module")
async def demo(demo_folder: Path) -> AsyncIterator[Demo]:
    """A demo for the tests that do not end it."""
    async with demonstration(demo_folder) as running:
        yield running
