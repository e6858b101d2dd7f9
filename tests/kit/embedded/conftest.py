"""Real servers on folders of their own, stopped and removed after the test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from leadhub.kit.embedded import Cluster, EmbeddedPostgres, remove
from leadhub.kit.embedded_folder import Folder
from tests.kit.embedded.servers import Make


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "hub"


@pytest.fixture
async def make(folder: Path) -> AsyncIterator[Make]:
    """Makes servers on `folder`, which are stopped and removed after the test."""
    made: list[EmbeddedPostgres] = []

    def server(**settings: str) -> EmbeddedPostgres:
        made.append(EmbeddedPostgres(folder, say=lambda _: None, settings={"fsync": "off", **settings}))
        return made[-1]

    yield server
    for each in made:
        await each.stop()
    if Folder(folder).marker.exists():
        remove(folder)


@pytest.fixture(scope="module")
async def running(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Cluster]:
    """A server for the tests that only look at it."""
    server = EmbeddedPostgres(tmp_path_factory.mktemp("running") / "hub", say=lambda _: None)
    cluster = await server.start()
    yield cluster
    await server.stop()
    remove(cluster.folder)
