"""What must hold before this build serves a database."""

import asyncio

import asyncpg
import structlog
from tortoise.exceptions import OperationalError

from leadhub.errors import SetupError
from leadhub.kit import migrations
from leadhub.kit.db import fetch
from leadhub.kit.roles import BACKUP, LOOKUP, OWNER, check_version

log = structlog.get_logger()

_READY_SECONDS = 3

# Not the role alone: policies for another role hold for its members too, and a member may become it.
_UNSAFE = """
select rolname from pg_roles r
where pg_has_role(current_user, r.oid, 'member')
  and (rolsuper or rolbypassrls or rolname = any ($1)
       or exists (select 1 from pg_class where relname = 'lead' and relowner = r.oid))
"""


async def check_database(*, production: bool) -> None:
    """Raises SetupError when this server must not start on the connected database."""
    [row] = await fetch("select current_setting('server_version_num')::int as number")
    check_version(row["number"] // 10000)
    if await fetch(_UNSAFE, [OWNER, LOOKUP, BACKUP]):
        message = "The role in LEADHUB_DATABASE_URL may bypass row security; use leadhub_app."
        if production:
            raise SetupError(message)
        log.warning("unsafe_database_role", hint=message)
    pending = (await migrations.status()).pending
    if pending:
        raise SetupError(f"The database lacks {', '.join(pending)}: run `leadhub migrate up`.")


async def not_ready() -> str | None:
    """Why this process cannot serve now, or None. Migrations newer than this build do not matter."""
    try:
        async with asyncio.timeout(_READY_SECONDS):
            pending = (await migrations.status()).pending
    except (OSError, TimeoutError, OperationalError, asyncpg.PostgresError, asyncpg.InterfaceError):
        return "the database does not answer"
    return f"the database lacks {', '.join(pending)}" if pending else None
