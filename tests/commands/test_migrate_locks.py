"""`leadhub migrate` on a database that others use: who may, how long it waits, and what it leaves."""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import pytest

from leadhub.errors import SetupError
from leadhub.kit import migrations, patience
from leadhub.kit.embedded import Cluster
from leadhub.slices import MODEL_MODULES
from tests.commands.conftest import Database, make_database
from tests.commands.running import leadhub
from tests.commands.serving import prepared

NEXT = "3_20261201000000_next.py"


@pytest.fixture(scope="module")
async def migrated(own_cluster: Cluster) -> str:
    """The name of what the databases of the tests are copies of."""
    await prepared(await make_database(own_cluster, "migrated"))
    return "migrated"


@pytest.fixture
async def busy(own_cluster: Cluster, migrated: str, request: pytest.FixtureRequest) -> Database:
    """Migrated, and the test's own."""
    return await make_database(own_cluster, request.node.name[:60], template=migrated)


@pytest.fixture
def migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Adds one that does this SQL to those that this process knows."""
    folder = tmp_path / "migrations"
    models = folder / "models"
    models.mkdir(parents=True)
    for name in migrations.known():
        (models / name).symlink_to(migrations.folder() / "models" / name)
    monkeypatch.setattr(migrations, "folder", lambda: folder)

    def write(sql: str, *, in_transaction: bool = True) -> None:
        newest = (models / migrations.known()[-1]).read_text()
        state = newest[newest.index("MODELS_STATE") :]
        (models / NEXT).write_text(
            f"RUN_IN_TRANSACTION = {in_transaction}\n\n\nasync def upgrade(db):\n    return {sql!r}\n\n\n"
            f"async def downgrade(db):\n    return 'select 1'\n\n\n{state}"
        )

    return write


def hurry(patch: pytest.MonkeyPatch, *, pauses: tuple[float, ...]) -> None:
    patch.setattr(patience, "BRIEFLY", "set local lock_timeout = '500ms'; set local statement_timeout = '3s'")
    patch.setattr(patience, "PAUSES", pauses)


@asynccontextmanager
async def transaction(database: Database, statement: str) -> AsyncIterator[asyncpg.Connection]:
    """A long one, in which this was done."""
    connection = await asyncpg.connect(database.owner, server_settings={"application_name": "monthly report"})
    await connection.execute("begin")
    await connection.execute(statement)
    try:
        yield connection
    finally:
        await connection.close()


async def up(database: Database) -> list[str]:
    return await migrations.up(database.owner, MODEL_MODULES, database.app)


async def test_gives_up_on_a_lock_names_its_holder_and_lets_others_through(
    busy: Database, migration: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    hurry(monkeypatch, pauses=(0.5,))
    migration("create table first_part (id int); alter table lead add column height int")
    async with transaction(busy, "select 1 from lead") as report:
        migrating = asyncio.create_task(up(busy))
        while not await busy.sql("select 1 from pg_stat_activity where wait_event_type = 'Lock'"):  # noqa: ASYNC110
            await asyncio.sleep(0.02)
        started = time.monotonic()
        await busy.sql("select 1 from lead")  # behind the migration in the queue, until that lets go
        waited = time.monotonic() - started
        with pytest.raises(SetupError) as caught:
            await migrating
        pid = report.get_server_pid()
    assert waited < 5
    assert re.fullmatch(
        rf"{NEXT} was not applied, and nothing of it is left: in 2 tries a lock could not be had, which "
        rf"pid {pid} \(monthly report as \w+, for \d+ s\) holds\. End that, or try again later\.",
        caught.value.message,
    )
    assert await busy.sql("select 1 from pg_class where relname = 'first_part'") == []


async def test_comes_again_when_whoever_was_in_the_way_is_gone(
    busy: Database, migration: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    hurry(monkeypatch, pauses=(0.2,) * 100)
    migration("alter table lead add column height int")
    async with transaction(busy, "select 1 from lead"):
        migrating = asyncio.create_task(up(busy))
        await asyncio.sleep(1.5)  # three tries, or so
        assert not migrating.done()
    assert await migrating == [NEXT]


async def test_a_statement_that_would_hold_its_locks_for_long_is_ended(
    busy: Database, migration: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    hurry(monkeypatch, pauses=())
    migration("alter table lead add column height int; select pg_sleep(60)")
    with pytest.raises(
        SetupError, match="and nothing of it is left: canceling statement due to statement timeout"
    ):
        await up(busy)
    assert await busy.sql("select 1 from pg_attribute where attname = 'height'") == []


async def test_an_index_is_built_without_a_transaction_and_waits_for_older_ones(
    busy: Database, migration: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    hurry(monkeypatch, pauses=())
    migration("create index concurrently lead_by_height on lead (tenant_id, score)", in_transaction=False)
    async with transaction(busy, "select 1 from lead; lock table lead in row exclusive mode"):
        migrating = asyncio.create_task(up(busy))
        await asyncio.sleep(1.5)  # longer than a migration in a transaction waits
        assert not migrating.done()
        await busy.sql("update lead set score = 1")  # nobody is stopped
    assert await migrating == [NEXT]
    assert await busy.sql("select indisvalid from pg_index where indexrelid = 'lead_by_height'::regclass")


async def test_what_a_migration_gets_wrong_is_said_in_one_line(
    busy: Database, migration: Callable[..., None]
) -> None:
    migration("create table first_part (id int); alter table nothing add column height int")
    with pytest.raises(SetupError) as caught:
        await up(busy)
    assert caught.value.message == (
        f'{NEXT} was not applied, and nothing of it is left: relation "nothing" does not exist'
    )
    assert await busy.sql("select 1 from pg_class where relname = 'first_part'") == []
    migration("create index concurrently broken on nothing (id)", in_transaction=False)
    with pytest.raises(SetupError, match=f"^{NEXT} was not applied, and may have left something, "):
        await up(busy)


async def test_does_not_wait_for_ever_for_another_run(
    busy: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(patience, "TURN_SECONDS", 0.5)
    async with migrations.as_owner(busy.owner, MODEL_MODULES), migrations.alone():
        [first] = await busy.sql("select pid from pg_locks where locktype = 'advisory' and granted")
        with pytest.raises(SetupError) as caught:
            await asyncio.create_task(up(busy))
        # Whoever only asks waits for nobody.
        assert (await leadhub("migrate", "status", cwd=tmp_path, **busy.settings))[0] == 0
    assert re.fullmatch(
        rf"This database is being changed by pid {first['pid']} \(leadhub migrate as \w+, for \d+ s\): "
        r"wait for that to end, then try again\.",
        caught.value.message,
    )


async def test_refuses_a_role_that_is_not_the_owner(busy: Database, tmp_path: Path) -> None:
    commands = [
        leadhub("migrate", command, cwd=tmp_path, OWNER_DATABASE_URL=busy.app)
        for command in ("up", "down", "status")
    ]
    for status, out, error in await asyncio.gather(*commands):
        assert (status, out) == (1, "")
        assert error == (
            "leadhub: LEADHUB_OWNER_DATABASE_URL names leadhub_app, which may not act as leadhub_owner: "
            "name a member of leadhub_owner, or a superuser."
        )


async def test_production_is_taken_back_only_on_purpose(busy: Database, tmp_path: Path) -> None:
    settings = {"ENV": "production", **busy.settings}
    status, out, error = await leadhub("migrate", "down", cwd=tmp_path, **settings)
    assert (status, out) == (1, "")
    assert error.startswith("leadhub: This is production.")
    assert len(error.splitlines()) == 1
    newest = migrations.known()[-1]
    assert await leadhub("migrate", "down", "--delete-data", cwd=tmp_path, **settings) == (
        0,
        f"took back {newest}",
        "",
    )
