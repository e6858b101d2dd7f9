"""The database roles: made when missing, with what the role that migrates may do."""

from urllib.parse import unquote, urlsplit

import asyncpg

from leadhub.errors import SetupError

OWNER = "leadhub_owner"
APP = "leadhub_app"
LOOKUP = "leadhub_lookup"
BACKUP = "leadhub_backup"
OLDEST_POSTGRES = 18
_ROLES_LOCK = 7_246_837_552  # any number that nothing else locks

_ROLES = {
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


async def ensure_roles(owner_url: str, app_url: str | None) -> None:
    """Makes missing roles. The app role gets the password that `app_url` names.

    The first run on a cluster needs a superuser; later runs need a member of `leadhub_owner`.
    """
    connection = await _connect(owner_url)
    try:
        check_version(connection.get_server_version().major)
        await _make_missing(connection, app_url)
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


async def _make_missing(connection: asyncpg.Connection, app_url: str | None) -> None:
    # Roles belong to the whole cluster: two databases set up at once would both try to make them.
    await connection.execute("select pg_advisory_lock($1)", _ROLES_LOCK)
    rows = await connection.fetch("select rolname from pg_roles where rolname = any($1)", list(_ROLES))
    missing = [name for name in _ROLES if name not in {row["rolname"] for row in rows}]
    async with connection.transaction():
        for name in missing:
            await _create(connection, name, app_url)
        if missing:
            await connection.execute(_MEMBERSHIPS)
    await connection.execute("select pg_advisory_unlock($1)", _ROLES_LOCK)


async def _connect(url: str) -> asyncpg.Connection:
    try:
        return await asyncpg.connect(url, timeout=10)
    except (OSError, asyncpg.PostgresError, TimeoutError) as error:
        raise SetupError(
            f"The database cannot be reached with LEADHUB_OWNER_DATABASE_URL: {error}"
        ) from error


def check_version(found: int) -> None:
    """Raises SetupError when this PostgreSQL is too old."""
    if found < OLDEST_POSTGRES:
        raise SetupError(f"PostgreSQL {OLDEST_POSTGRES} or newer is needed; this one is {found}.")


async def _create(connection: asyncpg.Connection, name: str, app_url: str | None) -> None:
    parts = urlsplit(app_url or "")
    password = unquote(parts.password or "") if name == APP and parts.username == APP else None
    statement = await connection.fetchval(
        "select format('create role %I %s', $1::text, $2::text) || coalesce(format(' password %L', $3::text), '')",
        name,
        _ROLES[name],
        password,
    )
    await connection.execute(statement)
