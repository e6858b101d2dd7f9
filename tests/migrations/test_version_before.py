"""A database with all migrations still takes the statements of the versions that may run on it: those of the newest
release and of every migration since."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from ops.compatible.history import Migration, migrations, releases
from tests.world import World

ALL = migrations()
NEWEST = next(one.number for one in ALL if one.name == list(releases().values())[-1])
STILL_RUNNING = [one for one in ALL if one.number >= NEWEST]

# Columns that have to be filled, and are not by whoever does not know them.
_MUST_BE_FILLED = """
select attname from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
and attnotnull and not atthasdef and attidentity = ''
"""


@pytest.fixture
async def connection(world: World) -> AsyncIterator[asyncpg.Connection]:
    """On the migrated database; nothing that is done here is kept."""
    connection = await asyncpg.connect(world.cluster.url(database=world.database))
    transaction = connection.transaction()
    await transaction.start()
    yield connection
    await transaction.rollback()
    await connection.close()


async def refused(connection: asyncpg.Connection, migration: Migration) -> list[str]:
    """What the models of then cannot do now, for each table: read, insert and update all columns that they know."""
    found = []
    for table, columns in migration.columns().items():
        names = ", ".join(f'"{name}"' for name in sorted(columns))
        statements = (
            f'insert into "{table}" ({names}) select {names} from "{table}" where false',
            f'update "{table}" set ({names}) = (select {names} from "{table}" limit 1) where false',
        )
        try:
            for statement in statements:
                async with connection.transaction():
                    await connection.execute(statement)
            rows = await connection.fetch(_MUST_BE_FILLED, table)
        except asyncpg.PostgresError as error:
            found.append(str(error))
            continue
        found += [
            f"{table}.{row['attname']} has to be filled" for row in rows if row["attname"] not in columns
        ]
    return found


@pytest.mark.parametrize("migration", STILL_RUNNING, ids=lambda one: one.name)
async def test_versions_that_may_still_run_find_what_they_use(
    connection: asyncpg.Connection, migration: Migration
) -> None:
    assert "lead" in migration.columns()
    assert await refused(connection, migration) == []


@pytest.mark.parametrize(
    ("change", "wrong"),
    {
        "alter table tag drop column name": 'column "name" of relation "tag" does not exist',
        "alter table tag rename to label": 'relation "tag" does not exist',
        "alter table tag add column height int not null": "tag.height has to be filled",
    }.items(),
)
async def test_what_would_break_them_is_seen(connection: asyncpg.Connection, change: str, wrong: str) -> None:
    await connection.execute(f"truncate tag cascade; {change}")
    assert wrong in await refused(connection, ALL[-1])
