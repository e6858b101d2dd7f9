"""The way to PostgreSQL: the pool whose connections know the actor, transactions, and the step to the
whole tenant. It knows no table."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import unquote, urlsplit

import asyncpg
from tortoise import Tortoise, connections
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.context import require_context
from tortoise.transactions import in_transaction

from leadhub.errors import SetupError
from leadhub.kit.actor import actor
from leadhub.kit.hosts import Hosts, read_hosts

CONNECTION = "default"
APP = "models"
CONNECT_SECONDS = 5.0


def tortoise_config(
    url: str,
    models: list[str],
    *,
    pool_min: int = 1,
    pool_max: int = 10,
    statement_seconds: float | None = None,
) -> dict[str, Any]:
    """Tortoise's configuration for a `postgres://user:password@host:port/database` address. It may name several
    hosts, `db1:5432,db2:5432`: the one that takes writes is used.

    After `statement_seconds` a server that says nothing is given up; PostgreSQL's own limit should be shorter.
    """
    parts, hosts = urlsplit(url), _hosts(url)
    credentials = {
        "host": hosts[0][0],
        "port": hosts[0][1],
        "connect": Hosts(hosts).connect,
        "user": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "database": parts.path.lstrip("/"),
        "minsize": pool_min,
        "maxsize": pool_max,
        "timeout": CONNECT_SECONDS,
        "command_timeout": statement_seconds,
        "server_settings": {"application_name": "leadhub", "timezone": "UTC", "jit": "off"},
    }
    return {
        "connections": {CONNECTION: {"engine": "leadhub.kit.pool", "credentials": credentials}},
        "apps": {APP: {"models": models, "default_connection": CONNECTION}},
        "use_tz": True,
        "timezone": "UTC",
    }


def _hosts(url: str) -> list[tuple[str, int]]:
    try:
        hosts = read_hosts(url)
    except ValueError:  # a port that is none
        hosts = []
    if (
        urlsplit(url).scheme not in {"postgres", "postgresql"}
        or not all(name for name, _ in hosts)
        or not hosts
    ):
        raise SetupError("The database address must look like postgres://user:password@host:5432/leadhub.")
    return hosts


async def connect(config: dict[str, Any]) -> None:
    """Opens the pool now, so that a wrong address fails at the start and not on the first request."""
    await Tortoise.init(config=config, _enable_global_fallback=True)
    try:
        await connections.get(CONNECTION).execute_query("select 1")
    except (OSError, asyncpg.PostgresError) as error:
        await disconnect()
        raise SetupError(f"The database cannot be reached: {error}") from error


async def disconnect() -> None:
    """Closes the pool."""
    await Tortoise.close_connections()


def connection() -> BaseDBAsyncClient:
    """The connection of the running transaction, or the pool."""
    return require_context().connections.get(CONNECTION)


async def fetch(sql: str, *values: Any) -> list[dict[str, Any]]:
    """Rows of a hand-written statement, under the rights of the actor."""
    return await connection().execute_query_dict(sql, list(values))


@asynccontextmanager
async def transaction() -> AsyncIterator[None]:
    """One transaction as the current actor."""
    actor()
    async with in_transaction(CONNECTION):
        yield


async def whole_tenant(reason: str) -> None:
    """From here to the end of the running transaction every row of the tenant is seen, never another's.

    For rules that must count or move what the caller cannot see; `reason` says which, for the reader of
    the code. Only mutations may: a test lists the callers.
    """
    if not reason:
        raise ValueError("whole_tenant needs a reason")
    await connection().execute_query("select set_config('leadhub.reach', 'all', true)")
