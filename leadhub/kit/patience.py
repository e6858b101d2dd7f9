"""How long a migration waits, and for whom: it must not stand in a queue for a lock, or all who come later stand behind
it. It knows no migration."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Any

import asyncpg
from tortoise import connections
from tortoise.exceptions import BaseORMException
from tortoise.transactions import in_transaction

from leadhub.errors import SetupError
from leadhub.kit import db

# In a transaction a migration takes locks that stop others, so it gets them at once or lets go, and keeps them briefly.
BRIEFLY = "set local lock_timeout = '2s'; set local statement_timeout = '60s'"
# Outside one it builds indexes, which stop nobody, and have to wait until all older transactions have ended.
AT_LENGTH = {"lock_timeout": "30min", "statement_timeout": "0"}
PAUSES = (1.0, 2.0, 4.0, 8.0)  # seconds between two tries, as long as what was in the way may need
TURN_SECONDS = 60.0  # for another run to end

# The transaction is rolled back, and may succeed the next time.
_TAKEN = (asyncpg.LockNotAvailableError, asyncpg.DeadlockDetectedError)
_LOOK_SECONDS = 0.2

_WHO = """
select pid, coalesce(nullif(application_name, ''), 'unnamed') as name, usename,
       extract(epoch from clock_timestamp() - coalesce(xact_start, backend_start))::int as seconds
from pg_stat_activity
"""
_IN_THE_WAY = f"{_WHO} where pid = any (pg_blocking_pids($1))"
_HOLDS_THE_TURN = f"""{_WHO} where pid in
(select pid from pg_locks where locktype = 'advisory' and granted and (classid::bigint << 32) + objid::bigint = $1
 and database = (select oid from pg_database where datname = current_database()))
"""


@contextmanager
def failure(said: str) -> Iterator[None]:
    """What PostgreSQL refuses inside the block becomes a SetupError that begins with `said`."""
    try:
        yield
    except (asyncpg.PostgresError, BaseORMException) as error:
        raise SetupError(f"{said}: {error}") from error


async def in_short_transaction(work: Callable[[], Awaitable[None]], failed: str) -> None:
    """Does `work` in a transaction, again after a pause when a lock could not be had; raises SetupError that begins
    with `failed`, and names who had the lock."""
    client: Any = connections.get(db.CONNECTION)
    async with client.acquire_connection() as beside:
        in_the_way = _InTheWay(beside)
        with failure(failed):
            for pause in PAUSES:
                with suppress(*_TAKEN):
                    return await _try(work, in_the_way)
                await asyncio.sleep(pause)
            try:
                return await _try(work, in_the_way)
            except _TAKEN:
                raise SetupError(
                    f"{failed}: in {len(PAUSES) + 1} tries a lock could not be had, which {in_the_way.shown()} holds. "
                    "End that, or try again later."
                ) from None


async def _try(work: Callable[[], Awaitable[None]], in_the_way: "_InTheWay") -> None:
    async with in_transaction(db.CONNECTION):
        await db.connection().execute_script(BRIEFLY)
        [row] = await db.fetch("select pg_backend_pid() as pid")
        async with in_the_way.watched(row["pid"]):
            await work()


class _InTheWay:
    """Who holds what the connection of this `pid` waits for. Looked at meanwhile: afterwards nobody can tell."""

    def __init__(self, beside: asyncpg.Connection) -> None:
        self._beside = beside
        self._last: list[asyncpg.Record] = []

    @asynccontextmanager
    async def watched(self, pid: int) -> AsyncIterator[None]:
        """Looks as long as the block."""
        looking = asyncio.create_task(self._look(pid))
        try:
            yield
        finally:
            looking.cancel()
            await asyncio.gather(looking, return_exceptions=True)

    async def _look(self, pid: int) -> None:
        while True:
            self._last = await self._beside.fetch(_IN_THE_WAY, pid) or self._last
            await asyncio.sleep(_LOOK_SECONDS)

    def shown(self) -> str:
        return _shown(self._last) or "somebody"


def _shown(rows: list[asyncpg.Record]) -> str:
    """Such as `pid 4711 (psql as ada, for 312 s)`; how long is told to those who may read all statistics."""
    return ", ".join(
        f"pid {row['pid']} ({row['name']} as {row['usename']}"
        + ("" if row["seconds"] is None else f", for {row['seconds']} s")
        + ")"
        for row in rows
    )


async def take_turn(connection: asyncpg.Connection, lock: int) -> None:
    """Waits for an advisory lock, but not for ever; raises SetupError that names who has it.

    It asks again and again instead of waiting inside PostgreSQL: `create index concurrently` of whoever has the turn
    waits for every statement that began before it, that of somebody who waits for the turn too.
    """
    give_up = time.monotonic() + TURN_SECONDS
    while not await connection.fetchval("select pg_try_advisory_lock($1)", lock):
        if time.monotonic() > give_up:
            holder = _shown(await connection.fetch(_HOLDS_THE_TURN, lock))
            raise SetupError(
                f"This database is being changed by {holder}: wait for that to end, then try again."
            )
        await asyncio.sleep(_LOOK_SECONDS)
