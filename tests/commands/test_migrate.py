"""`leadhub migrate`: up, down, status and make, on databases that nobody set up before."""

import asyncio
import shutil
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import asyncpg
import pytest

import leadhub as package
from leadhub.kit import migrations
from leadhub.slices import MODEL_MODULES
from tests.commands.conftest import Database
from tests.commands.running import leadhub, running

TREE = Path(package.__file__).parents[1]
NewDatabase = Callable[[str], Awaitable[Database]]


async def test_two_at_once_take_turns(new_database: NewDatabase, tmp_path: Path) -> None:
    database = await new_database("twice")
    both = await asyncio.gather(
        *(leadhub("migrate", "up", cwd=tmp_path, **database.settings) for _ in range(2))
    )
    assert [(status, error) for status, _, error in both] == [(0, "")] * 2
    assert sorted(out for _, out, _ in both) == [
        "Nothing to apply.",
        "\n".join(f"applied {name}" for name in migrations.known()),
    ]
    roles = await database.sql(
        "select rolname, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb from pg_roles "
        "where rolname like 'leadhub%' order by rolname"
    )
    assert [tuple(role) for role in roles] == [
        ("leadhub_app", False, False, True, False, False),
        ("leadhub_backup", False, True, True, False, False),
        ("leadhub_lookup", False, False, False, False, False),
        ("leadhub_owner", False, False, False, False, False),
    ]
    app = await asyncpg.connect(database.app)  # with the password of LEADHUB_DATABASE_URL
    assert await app.fetch("select * from lead") == []
    await app.close()


async def test_up_status_and_down(new_database: NewDatabase, tmp_path: Path) -> None:
    database = await new_database("moves")

    async def migrate(command: str) -> tuple[int, list[str], str]:
        status, out, error = await leadhub("migrate", command, cwd=tmp_path, **database.settings)
        return status, out.splitlines(), error

    known = migrations.known()
    behind = "leadhub: The database is behind: run `leadhub migrate up`."
    assert await migrate("status") == (1, [f"pending  {name}" for name in known], behind)
    assert await migrate("up") == (0, [f"applied {name}" for name in known], "")
    assert await migrate("up") == (0, ["Nothing to apply."], "")
    assert await migrate("status") == (0, [f"applied  {name}" for name in known], "")
    for name in reversed(known):
        assert await migrate("down") == (0, [f"took back {name}"], "")
    assert await migrate("down") == (0, ["Nothing to take back."], "")
    assert (await migrate("status"))[0] == 1
    left = await database.sql("select relname from pg_class where relnamespace = 'public'::regnamespace")
    assert {row["relname"] for row in left} <= {"aerich", "aerich_id_seq", "aerich_pkey"}
    assert await migrate("up") == (0, [f"applied {name}" for name in known], "")


async def test_migration_of_a_newer_build_is_known_as_such_and_left_to_it(
    new_database: NewDatabase, tmp_path: Path
) -> None:
    database = await new_database("newer")
    await migrations.up(database.owner, MODEL_MODULES, database.app)
    future = "999_20990101000000_future.py"
    await database.sql("insert into aerich (version, app, content) values ($1, 'models', '{}')", future)
    status, out, error = await leadhub("migrate", "status", cwd=tmp_path, **database.settings)
    assert (status, error) == (0, "")
    assert out.splitlines()[-1] == f"unknown  {future}"
    status, _, error = await leadhub("migrate", "down", cwd=tmp_path, **database.settings)
    assert status == 1
    assert error == f"leadhub: {future} was made by a newer build of LeadHub: take it back with that one."


async def test_what_is_missing_is_said_in_one_line(new_database: NewDatabase, tmp_path: Path) -> None:
    database = await new_database("weak")
    await database.sql("create role weak login password 'weak'")
    scheme, _, rest = database.owner.partition("://")
    weak = f"{scheme}://weak:weak@{rest.partition('@')[2]}"
    cases = {
        "": "LEADHUB_OWNER_DATABASE_URL is not set",
        "postgres://nobody@127.0.0.1:1/nothing": "cannot be reached with LEADHUB_OWNER_DATABASE_URL",
        database.owner.replace("weak", "nowhere"): "cannot be reached with LEADHUB_OWNER_DATABASE_URL",
        "mysql://user@host/leadhub": "LEADHUB_OWNER_DATABASE_URL: must look like postgres://",
        weak: "a superuser.",
    }
    results = await asyncio.gather(
        *(leadhub("migrate", "up", cwd=tmp_path, OWNER_DATABASE_URL=url) for url in cases)
    )
    for (status, out, error), expected in zip(results, cases.values(), strict=True):
        assert (status, out, len(error.splitlines())) == (1, "", 1), error
        assert expected in error


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The tree, to be changed."""
    for name in ("leadhub", "migrations", "schema"):
        shutil.copytree(TREE / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(TREE / "justfile", tmp_path)
    (tmp_path / "ops" / "env").mkdir(parents=True)
    for name in ("environment.py", "within.py"):
        shutil.copy(TREE / "ops" / name, tmp_path / "ops")
    return tmp_path


@pytest.fixture
def just() -> str:
    found = shutil.which("just", path=str(Path(sys.executable).parent))
    if found is None:
        pytest.skip("just is not in the environment of this interpreter")
    return found


_TABLE = '''

from leadhub.kit.model import TenantModel


class Pet(TenantModel):
    """For a test."""

    name = fields.CharField(max_length=20)

    class Meta:
        table = "pet"
'''


async def test_make_writes_what_changed_with_row_security_for_a_new_table(
    new_database: NewDatabase, copy: Path
) -> None:
    database = await new_database("make")

    async def migrate(*arguments: str) -> tuple[int, str, str]:
        return await leadhub("migrate", *arguments, cwd=copy, **database.settings)

    assert (await migrate("make", "early"))[0] == 1  # what is pending comes first
    assert (await migrate("up"))[0] == 0
    assert await migrate("make", "nothing") == (0, "No changes in the models.", "")
    before = set((copy / "migrations" / "models").glob("*_*.py"))
    with (copy / "leadhub" / "labels" / "models.py").open("a") as models:
        models.write(_TABLE)
    status, out, error = await migrate("make", "pets", "--tenant-table", "pet")
    assert (status, error) == (0, "")
    [made] = set((copy / "migrations" / "models").glob("*_*.py")) - before
    assert out == f"wrote {made.name}"
    assert "pets" in made.name
    assert (await migrate("up"))[1] == f"applied {made.name}"
    [table] = await database.sql(
        "select relrowsecurity, relforcerowsecurity, (select count(*) from pg_policy where polrelid = c.oid), "
        "pg_get_constraintdef((select oid from pg_constraint where conname = 'pet_pkey')) "
        "from pg_class c where relname = 'pet'"
    )
    assert tuple(table) == (True, True, 5, "PRIMARY KEY (tenant_id, id)")
    assert (await migrate("make", "again"))[1] == "No changes in the models."
    assert (await migrate("down"))[1] == f"took back {made.name}"
    assert await database.sql("select 1 from pg_class where relname = 'pet'") == []


async def test_just_makes_a_migration_without_any_database(copy: Path, just: str) -> None:
    async with running("migration", "nothing", command=(just,), cwd=copy) as recipe:
        assert await recipe.ended() == 0
    assert "No changes in the models." in recipe.out


async def test_just_migrates_the_environment_that_is_named(
    new_database: NewDatabase, copy: Path, just: str
) -> None:
    database = await new_database("staging")
    (copy / "owner").write_text(f"{database.owner}\n")
    settings = copy / "ops" / "env" / "staging.env"

    async def migrate(*arguments: str) -> tuple[int, list[str], str]:
        async with running("migrate", *arguments, command=(just,), cwd=copy) as recipe:
            return await recipe.ended(), recipe.out, "\n".join(recipe.err)

    status, out, error = await migrate("staging", "status")
    assert (status, out) == (1, [])
    assert "copy ops/env/staging.env.example and fill it in." in error
    settings.write_text("# staging\nLEADHUB_OWNER_DATABASE_URL_FILE=owner\n")
    assert (await migrate("staging", "up"))[:2] == (0, [f"applied {name}" for name in migrations.known()])
    assert (await migrate("staging", "status"))[0] == 0
    assert (await migrate("staging", "down"))[1] == [f"took back {migrations.known()[-1]}"]
    # The settings of one environment copied to another's file, and not yet changed.
    settings.with_name("production.env").write_text(f"{settings.read_text()}LEADHUB_ENV=staging\n")
    status, out, error = await migrate("production", "up")
    assert (status, out) == (1, [])
    assert "LEADHUB_ENV is staging, so these are not the settings of production." in error
