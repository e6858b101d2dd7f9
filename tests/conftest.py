"""One PostgreSQL, one migrated database and one server per test process; a fresh tenant per test."""

import json
import logging
import re
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import argon2
import pytest
import structlog
from aiohttp import ClientSession, DummyCookieJar, web
from tortoise.context import TortoiseContext

from leadhub.app import build_app
from leadhub.kit import metrics, migrations
from leadhub.kit.actor import Remembered
from leadhub.kit.embedded import Cluster, EmbeddedPostgres, remove
from leadhub.kit.tokens import SigningKeys, generate_jwk
from leadhub.protocol import make_runner
from leadhub.settings import Settings, load
from leadhub.slices import MODEL_MODULES
from tests.skips import pytest_addoption, pytest_runtest_makereport  # noqa: F401 - hooks of pytest
from tests.world import PASSWORD, Company, World, owner_config

# Tests may lose their database to a power cut, so nothing waits for the disk.
_FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


# What starts servers, workers and migrations as processes of their own takes seconds a test.
_PROCESSES = (
    "backup/",
    "commands/",
    "kit/embedded/",
    "traces/",
    "edge/test_hostile.py",
    "edge/test_idempotency_killed.py",
    "test_wheel.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks them, for `just test-processes`."""
    for item in items:
        if item.path.relative_to(Path(__file__).parent).as_posix().startswith(_PROCESSES):
            item.add_marker(pytest.mark.processes)


@pytest.fixture(scope="session", autouse=True)
def plain_logs() -> None:
    """Errors are told in plain lines, as in every process of LeadHub: tracebacks in colour take a second each."""
    renderer = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[*structlog.get_config()["processors"][:-1], renderer])


@pytest.fixture(scope="session")
async def cluster(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Cluster]:
    """A private PostgreSQL for this test process."""
    folder = tmp_path_factory.mktemp("postgres") / "data"
    postgres = EmbeddedPostgres(folder, say=lambda _: None, settings=_FAST)
    yield await postgres.start()
    await postgres.stop()
    remove(folder)  # for root its data is elsewhere, where no pytest cleans up


@pytest.fixture(scope="session")
def signing_key() -> str:
    return json.dumps(generate_jwk())


@pytest.fixture(scope="session")
def settings(cluster: Cluster, signing_key: str) -> Settings:
    """What the test server runs with."""
    return load(
        database_url=cluster.url("leadhub_app"),
        owner_database_url=cluster.url(),
        public_url="http://leadhub.test",
        metrics_port=0,
        signing_keys=signing_key,
        sign_in_limit=1000,
        cost_bucket=100_000_000,
        cost_restore=100_000_000,
        webhook_allow_loopback="on",
        log_level="WARNING",
    )


@pytest.fixture(scope="session")
async def world(cluster: Cluster, settings: Settings, signing_key: str) -> AsyncIterator[World]:
    """A server on a migrated database, and the way to it."""
    await migrations.up(cluster.url(), MODEL_MODULES, cluster.url("leadhub_app"))
    runner = make_runner(build_app(settings))
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    context = TortoiseContext()
    with context:
        await context.init(config=owner_config(cluster.url()))
    async with ClientSession(cookie_jar=DummyCookieJar()) as http:
        yield World(
            cluster=cluster,
            database="postgres",
            url=f"http://127.0.0.1:{runner.addresses[0][1]}",
            http=http,
            keys=SigningKeys.parse(signing_key),
            issuer=settings.issuer,
            owner_context=context,
            password_hash=argon2.PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash(PASSWORD),
        )
    with context:
        await context.close_connections()
    await runner.cleanup()


@pytest.fixture(autouse=True)
def no_query_ran_twice() -> Iterator[None]:
    """What a plan gets wrong is put right by graphql-core, at twice the cost: no answer shows it."""
    before = metrics.ran_twice._value.get()
    yield
    assert metrics.ran_twice._value.get() == before, "a plan failed at a query that has no errors"


@pytest.fixture
async def company(world: World) -> Company:
    """A tenant of the test's own."""
    return await world.company()


@pytest.fixture
async def rival(world: World) -> Company:
    """Another tenant on the same server."""
    return await world.company()


@pytest.fixture
def queries(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], list[str]]]:
    """The SQL statements that Tortoise sent since the test began counting: `queries()`.

    Who a caller is, is then asked once, however long a test takes.
    """
    monkeypatch.setattr(Remembered, "SECONDS", 3600.0)
    logger, found = logging.getLogger("tortoise.db_client"), []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage())

    handler, before = Collect(), logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    yield lambda: [text for text in found if re.match(r"\s*(select|insert|update|delete|with)", text, re.I)]
    logger.removeHandler(handler)
    logger.setLevel(before)
