"""The database roles: made when missing, with what the role that migrates may do."""

from collections.abc import Collection, Iterable, Iterator
from urllib.parse import unquote, urlsplit

import asyncpg

from leadhub.errors import SetupError
from leadhub.kit.hosts import Hosts, read_hosts

OWNER = "leadhub_owner"
APP = "leadhub_app"
LOOKUP = "leadhub_lookup"
BACKUP = "leadhub_backup"
OLDEST_POSTGRES = 18
_ROLES_LOCK = 7_246_837_552  # any number that nothing else locks

ROLES = {
    OWNER: "nologin",
    LOOKUP: "nologin",
    APP: "login",
    BACKUP: "login bypassrls",
}

_MEMBERSHIPS = f"""
grant {LOOKUP} to {OWNER};
grant {OWNER} to current_user;
grant pg_read_all_stats to {OWNER};
grant pg_read_all_data to {BACKUP};
alter role {APP} set statement_timeout = '10s';
alter role {APP} set idle_in_transaction_session_timeout = '60s';
"""

_DATABASE = f"""
grant create, usage on schema public to {OWNER} with grant option;
grant usage on schema public to {APP}, {LOOKUP}, {BACKUP};
"""


_IS_OWNER = "select pg_has_role($1, 'set')"
_MAY_CREATE = "select has_schema_privilege($1, 'public', 'create')"


async def ensure_roles(owner_url: str, logins: Iterable[str | None]) -> None:
    """Makes missing roles. Those who log in get the passwords that their addresses among `logins` name.

    The first run on a cluster needs a superuser; later runs need a member of `leadhub_owner`.
    """
    connection = await _connect(owner_url)
    try:
        check_version(connection.get_server_version().major)
        await _make_missing(connection, logins)
        if not await connection.fetchval(_IS_OWNER, OWNER):
            raise await _wrong_role(connection)
        if not await connection.fetchval(_MAY_CREATE, OWNER):
            await connection.execute(_DATABASE)
        # Asked again, since a GRANT by somebody who may not grant is only a warning.
        if not await connection.fetchval(_MAY_CREATE, OWNER):
            raise _not_allowed("permission denied")
    except asyncpg.InsufficientPrivilegeError as error:
        raise _not_allowed(str(error)) from error
    finally:
        await connection.close()


async def _wrong_role(connection: asyncpg.Connection) -> SetupError:
    name = await connection.fetchval("select current_user")
    return SetupError(
        f"LEADHUB_OWNER_DATABASE_URL names {name}, which may not act as {OWNER}: "
        f"name a member of {OWNER}, or a superuser."
    )


def _not_allowed(reason: str) -> SetupError:
    return SetupError(
        f"The database roles cannot be set up ({reason}): run `leadhub migrate up` once with "
        "LEADHUB_OWNER_DATABASE_URL naming a superuser."
    )


async def _make_missing(connection: asyncpg.Connection, logins: Iterable[str | None]) -> None:
    # Roles belong to the whole cluster: two databases set up at once would both try to make them.
    await connection.execute("select pg_advisory_lock($1)", _ROLES_LOCK)
    rows = await connection.fetch("select rolname from pg_roles where rolname = any($1)", list(ROLES))
    there = {row["rolname"] for row in rows}
    async with connection.transaction():
        for statement in statements([name for name in ROLES if name not in there], logins):
            await connection.execute(statement)
    await connection.execute("select pg_advisory_unlock($1)", _ROLES_LOCK)


def statements(missing: Collection[str], logins: Iterable[str | None]) -> Iterator[str]:
    """What makes these roles, each with the password of its address among `logins`, if there is one."""
    addresses = [urlsplit(url or "") for url in logins]
    passwords = {unquote(parts.username or ""): unquote(parts.password or "") for parts in addresses}
    for name in missing:
        password = passwords.get(name, "").replace("'", "''")
        yield f"create role {name} {ROLES[name]}" + (f" password '{password}';" if password else ";")
    if missing:
        yield _MEMBERSHIPS


async def _connect(url: str) -> asyncpg.Connection:
    try:
        return await Hosts(read_hosts(url)).connect(url, timeout=10)
    except (OSError, asyncpg.PostgresError, ValueError) as error:
        raise SetupError(
            f"The database cannot be reached with LEADHUB_OWNER_DATABASE_URL: {error}"
        ) from error


def check_version(found: int) -> None:
    """Raises SetupError when this PostgreSQL is too old."""
    if found < OLDEST_POSTGRES:
        raise SetupError(f"PostgreSQL {OLDEST_POSTGRES} or newer is needed; this one is {found}.")
