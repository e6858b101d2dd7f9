"""`just backup` and `just restore`: what is backed up while people write comes back, whole and fenced, or not at all."""

import asyncio
import fcntl
import json
import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import asyncpg
import pytest

from leadhub.kit import migrations
from leadhub.kit.roles import APP, BACKUP
from leadhub.slices import MODEL_MODULES
from tests.backup.conftest import PROGRAMS, Operator
from tests.commands.running import leadhub
from tests.world import Company, World

pytestmark = pytest.mark.survive


@asynccontextmanager
async def writing(company: Company) -> AsyncIterator[None]:
    """People who make leads as long as the block lasts."""

    async def write() -> None:
        while True:
            await company.lead()

    tasks = [asyncio.create_task(write()) for _ in range(3)]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


def instead_of(program: str, script: str, operator: Operator) -> None:
    """Has the operator's machine run this in place of a program of PostgreSQL's."""
    folder = operator.home / "bin"
    folder.mkdir(exist_ok=True)
    (folder / program).write_text(f"#!/bin/sh\n{script}\n")
    (folder / program).chmod(0o755)
    operator.path = f"{folder}:{operator.path}"


async def test_what_is_backed_up_while_people_write_comes_back_table_by_table(
    operator: Operator, company: Company, rival: Company, world: World, empty: str, tmp_path: Path
) -> None:
    mine, theirs = await company.lead(), await rival.lead()
    async with writing(company):
        said = await operator.does("dump", "test")
    [dump] = operator.dumps()
    manifest = json.loads(dump.with_name(f"{dump.name}.json").read_text())
    rows = {name: table["rows"] for name, table in manifest["tables"].items()}
    assert f"{sum(rows.values())} rows of {rows['public.tenant']} tenants" in said
    owner = world.cluster.url(database=empty)
    assert "all compared" in await operator.does("restore", "test", dump, OWNER_DATABASE_URL=owner)

    restored = await asyncpg.connect(owner)
    found = {name: await restored.fetchval(f"select count(*) from {name}") for name in rows}
    await restored.close()
    assert found == rows
    assert rows["public.lead"] >= 2
    app = await asyncpg.connect(world.cluster.url(APP, empty))
    assert await app.fetchval("select count(*) from lead") == 0
    await app.execute("select set_config('leadhub.reach', 'all', false)")
    for one, lead in ((company, mine), (rival, theirs)):
        await app.execute("select set_config('leadhub.tenant_id', $1, false)", str(one.tenant_id))
        seen = await app.fetch("select distinct tenant_id from lead")
        assert [row["tenant_id"] for row in seen] == [one.tenant_id]
        assert await app.fetchval("select true from lead where version = $1", lead["version"])
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await app.execute("select hash from secret")
    await app.close()
    settings = {"OWNER_DATABASE_URL": owner}
    assert (await leadhub("migrate", "status", cwd=tmp_path, **settings))[0] == 0
    status, out, _ = await leadhub("audit", "verify", cwd=tmp_path, **settings)
    assert (status, "follow from each other" in out) == (0, True)


async def test_nobody_else_may_read_a_backup(operator: Operator, company: Company) -> None:
    await operator.does("dump", "test")
    assert stat.S_IMODE(operator.folder.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in operator.folder.iterdir()}
    assert set(modes.values()) == {0o600}
    [dump] = operator.dumps()
    assert modes.keys() == {dump.name, f"{dump.name}.json", ".leadhub.lock"}


async def test_dump_that_lacks_rows_is_thrown_away(operator: Operator, company: Company) -> None:
    await company.lead()
    instead_of("pg_dump", f'exec {PROGRAMS}/pg_dump "$@" --exclude-table-data=public.lead', operator)
    error = await operator.fails("dump", "test")
    assert error.startswith("The dump holds 0 rows of public.lead, the database ")
    assert {path.name for path in operator.folder.iterdir()} == {".leadhub.lock"}


async def test_only_the_newest_are_kept(operator: Operator, company: Company) -> None:
    made, mine = [], operator.folder / "leadhub-of-mine.dump"
    for _ in range(3):
        said = await operator.does("dump", "test", BACKUP_KEEP=2)
        made.append(Path(said.partition(": ")[0]))
        mine.touch()
    assert operator.dumps() == [*made[1:], mine]
    assert len(list(operator.folder.glob("*.json"))) == 2


async def test_what_cannot_be_backed_up_is_said_in_one_line(
    operator: Operator, company: Company, world: World, empty: str
) -> None:
    old = Operator(operator.home, operator.settings)
    instead_of("pg_dump", "echo 'pg_dump (PostgreSQL) 15.18'", old)
    where = {"BACKUP_DATABASE_URL": world.cluster.url(BACKUP, empty)}
    assert "has no tables of LeadHub" in await operator.fails("dump", "test", **where)
    await migrations.up(world.cluster.url(database=empty), MODEL_MODULES)
    cases = {
        "leadhub_app does not see every row: use leadhub_backup": {
            "BACKUP_DATABASE_URL": world.database_url(APP)
        },
        f"{empty} holds no tenant: is it the right one?": where,
        "LEADHUB_BACKUP_DATABASE_URL is not set": {"BACKUP_DATABASE_URL": ""},
        "LEADHUB_BACKUP_DATABASE_URL must look like": {"BACKUP_DATABASE_URL": "mysql://a@b/c"},
        "psql failed: ": {"BACKUP_DATABASE_URL": "postgres://leadhub_backup@127.0.0.1:1/leadhub"},
        "LEADHUB_BACKUP_KEEP must be": {"BACKUP_KEEP": "0"},
        "nowhere cannot be started": {"BACKUP_VIA": "nowhere exec"},
        "LEADHUB_BACKUP_FOLDER is not set": {"BACKUP_FOLDER": ""},
        "/dev/null/kept cannot be made": {"BACKUP_FOLDER": "/dev/null/kept"},
    }
    for expected, settings in cases.items():
        assert (await operator.fails("dump", "test", **settings)).startswith(expected)
    assert "pg_dump is older than the server" in await old.fails("dump", "test")
    assert "copy ops/env/nobody.env.example" in await operator.fails("dump", "nobody")
    assert "'../test' is no name" in await operator.fails("dump", "../test")
    with (operator.folder / ".leadhub.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert "Another backup is being written" in await operator.fails("dump", "test")
    assert operator.dumps() == []
    await operator.does("dump", "test", "--allow-empty", **where)


async def test_database_with_tables_is_left_alone_unless_told(
    operator: Operator, company: Company, world: World, empty: str
) -> None:
    await operator.does("dump", "test")
    [dump] = operator.dumps()
    where = {"OWNER_DATABASE_URL": world.cluster.url(database=empty)}
    await operator.does("restore", "test", dump, **where)
    connection = await asyncpg.connect(world.cluster.url(database=empty))
    await connection.execute("create table newer (id int)")
    await connection.execute("alter table newer owner to leadhub_owner")
    await connection.execute("delete from event")
    error = await operator.fails("restore", "test", dump, **where)
    assert error.startswith(f"{empty} is not empty, it has ")
    assert await connection.fetchval("select count(*) from event") == 0
    await operator.does("restore", "test", dump, "--replace", **where)
    assert await connection.fetchval("select count(*) from event") > 0
    assert await connection.fetchval("select to_regclass('newer')") is None
    await connection.close()


async def test_what_is_damaged_or_differs_changes_nothing(
    operator: Operator, company: Company, world: World, empty: str
) -> None:
    await operator.does("dump", "test")
    [dump] = operator.dumps()
    where = {"OWNER_DATABASE_URL": world.cluster.url(database=empty)}
    beside = dump.with_name(f"{dump.name}.json")
    good, manifest = dump.read_bytes(), json.loads(beside.read_text())

    manifest["tables"]["public.member"]["checksum"] = "1"
    beside.write_text(json.dumps(manifest))
    error = await operator.fails("restore", "test", dump, **where)
    assert error.startswith(
        "What came back is not what was backed up, so nothing was changed: public.member has "
    )
    dump.write_bytes(good[:-1])
    assert "is damaged" in await operator.fails("restore", "test", dump, **where)
    dump.write_bytes(bytes([good[0] ^ 1]) + good[1:])
    assert "is damaged" in await operator.fails("restore", "test", dump, **where)
    beside.write_text("{}")
    assert "is no manifest" in await operator.fails("restore", "test", dump, **where)
    beside.unlink()
    assert "cannot be read: No such file" in await operator.fails("restore", "test", dump, **where)
    weak = {"OWNER_DATABASE_URL": world.cluster.url(APP, empty)}
    dump.write_bytes(good)
    beside.write_text(json.dumps(manifest))
    assert "leadhub_app may not restore" in await operator.fails("restore", "test", dump, **weak)

    connection = await asyncpg.connect(world.cluster.url(database=empty))
    assert await connection.fetch("select 1 from pg_class where relnamespace = 'public'::regnamespace") == []
    await connection.close()
