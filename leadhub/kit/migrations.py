"""Migrations with aerich, as the owner role: what is applied, what is not, and how a new one is made."""

import importlib.resources
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg
from aerich import Command
from aerich.migrate import Migrate
from aerich.models import Aerich
from aerich.utils import decompress_dict, import_py_file
from tortoise import connections
from tortoise.context import TortoiseContext
from tortoise.exceptions import OperationalError

from leadhub.errors import SetupError
from leadhub.kit import db, patience
from leadhub.kit.roles import OWNER, ensure_roles
from leadhub.kit.tenant_table import tenant_table_sql

_MIGRATION_LOCK = 7_246_837_551  # any number that nothing else locks


def folder() -> Path:
    """Where the migrations are: beside the package in a checkout, inside it in a wheel."""
    package = Path(str(importlib.resources.files("leadhub")))
    inside = package / "migrations"
    return inside if inside.is_dir() else package.parent / "migrations"


def known() -> list[str]:
    """The migrations that this build knows, oldest first."""
    files = (path.name for path in (folder() / db.APP).glob("*_*.py"))
    return sorted(files, key=lambda name: int(name.split("_")[0]))


async def applied() -> list[str]:
    """The migrations that the connected database holds, oldest first."""
    try:
        rows = await db.fetch("select version from aerich where app = $1 order by id", db.APP)
    except OperationalError as error:
        if isinstance(error.__cause__ or error.args[0], asyncpg.UndefinedTableError):
            return []
        raise
    return [row["version"] for row in rows]


@dataclass(frozen=True, slots=True)
class Status:
    """`pending` are known here and missing there; `unknown` are newer than this build."""

    applied: list[str]
    pending: list[str]
    unknown: list[str]


async def status() -> Status:
    """How the connected database stands to this build."""
    there, here = await applied(), known()
    return Status(
        applied=there,
        pending=[name for name in here if name not in there],
        unknown=[name for name in there if name not in here],
    )


@asynccontextmanager
async def as_owner(owner_url: str, models: list[str], *logins: str | None) -> AsyncIterator[Command]:
    """aerich on the database as the owner role."""
    await ensure_roles(owner_url, logins)
    config = db.tortoise_config(owner_url, models, pool_max=3)
    credentials = config["connections"][db.CONNECTION]["credentials"]
    credentials["server_settings"] |= {
        "role": OWNER,
        "application_name": "leadhub migrate",
        **patience.AT_LENGTH,
    }
    # A context of its own: aerich takes an older one, closed or another database's, for its own.
    with TortoiseContext() as context:
        await context.init(config=config)
        async with Command(config, app=db.APP, location=str(folder())) as command:
            yield command


@asynccontextmanager
async def alone() -> AsyncIterator[None]:
    """As the owner, and nobody else meanwhile: two runs at once take turns."""
    client: Any = connections.get(db.CONNECTION)
    async with client.acquire_connection() as connection:
        await patience.take_turn(connection, _MIGRATION_LOCK)
        try:
            yield
        finally:
            await connection.execute("select pg_advisory_unlock($1)", _MIGRATION_LOCK)


async def status_of(owner_url: str, models: list[str]) -> Status:
    """How the database at this address stands to this build, also while it is migrated."""
    async with as_owner(owner_url, models):
        return await status()


async def up(owner_url: str, models: list[str], *logins: str | None) -> list[str]:
    """Applies what is pending; the names of what was applied. Roles that it makes get the passwords in `logins`."""
    async with as_owner(owner_url, models, *logins), alone():
        pending = (await status()).pending
        for name in pending:
            await _apply(name)
        return pending


async def _apply(name: str) -> None:
    """Not aerich's upgrade(), in which nothing can be said to the transaction before the migration begins."""
    module = import_py_file(folder() / db.APP / name)

    async def work() -> None:
        await db.connection().execute_script(await module.upgrade(db.connection()))
        await Aerich.create(version=name, app=db.APP, content=decompress_dict(module.MODELS_STATE))

    if getattr(module, "RUN_IN_TRANSACTION", True):
        await patience.in_short_transaction(work, f"{name} was not applied, and nothing of it is left")
    else:
        with patience.failure(
            f"{name} was not applied, and may have left something, as it is no transaction"
        ):
            await work()


async def down(owner_url: str, models: list[str]) -> list[str]:
    """Takes the newest migration back; its name."""
    async with as_owner(owner_url, models) as command, alone():
        if not await applied():
            return []
        newest = (await applied())[-1]
        if newest not in known():
            raise SetupError(f"{newest} was made by a newer build of LeadHub: take it back with that one.")

        async def work() -> None:
            await command.downgrade(version=-1, delete=False)

        await patience.in_short_transaction(work, f"{newest} was not taken back")
        return [newest]


async def make(owner_url: str, models: list[str], name: str, tenant_tables: list[str]) -> str | None:
    """Writes a migration from what changed in the models; None when nothing did.

    Tables named in `tenant_tables` get row security, a composite key and rights.
    """
    async with as_owner(owner_url, models) as command, alone():
        pending = (await status()).pending
        if pending:
            raise SetupError(f"Apply {', '.join(pending)} first: `leadhub migrate up`.")
        made = await command.migrate(name, empty=False, no_input=True)
    if not made:
        return None
    path = Path(Migrate.migrate_location, made)
    if tenant_tables:
        _add_tenant_sql(path, tenant_tables)
    return made


def _add_tenant_sql(path: Path, tables: list[str]) -> None:
    marker = '"""\n\n\nasync def downgrade'
    before, found, after = path.read_text().partition(marker)
    if not found:
        raise SetupError(f"{path} does not look as aerich writes it; add tenant_table_sql() by hand.")
    extra = "".join(tenant_table_sql(table) for table in tables).replace("\n", "\n        ")
    path.write_text(f"{before.rstrip()}\n{extra.rstrip()}{found}{after}")
