"""The pool of connections to PostgreSQL. It is measured: who waits for one, how many are out, how long statements take.
Its connections know the actor, and a query has one of them for all of its statements."""

import asyncio
import time
from contextlib import AbstractAsyncContextManager
from contextvars import ContextVar, Token
from dataclasses import dataclass, field
from typing import Any

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient

from leadhub.kit import metrics, traces
from leadhub.kit.actor import Actor, acting

# Set for the session, not the transaction, and known of each connection: see `introduce`.
_INTRODUCE = """
select set_config('leadhub.tenant_id', $1, false), set_config('leadhub.member_id', $2, false),
       set_config('leadhub.reach', $3, false), set_config('leadhub.team_ids', $4, false)
"""
_NOBODY = ("", "", "", "")

# How long connections may go round without asyncpg's seeing them.
KEPT_SECONDS = 60.0

# What each connection was told last, by the identity of an object that is its own as long as it is open.
_told: dict[int, tuple[Actor | None, tuple[str, str, str, str]]] = {}


async def introduce(connection: Any) -> None:
    """Tells a connection who acts, for the row-security policies to read; one that knows already is told nothing.

    Nothing else is ever set for a session, so that a connection need not be reset when it comes back.
    """
    who = acting()
    key = id(connection.get_settings())
    told = _told.get(key)
    if told is not None and told[0] is who:
        return
    settings = _NOBODY if who is None else _settings(who)
    if told is None or told[1] != settings:
        _told.pop(key, None)  # until it is done nobody can say what it knows
        await connection.execute(_INTRODUCE, *settings)
    _told[key] = who, settings


def _settings(who: Actor) -> tuple[str, str, str, str]:
    return (
        str(who.tenant_id),
        str(who.member_id or ""),
        str(who.reach),
        ",".join(map(str, who.team_ids)),
    )


@dataclass(slots=True)
class _Lease:
    """The one connection of a query, taken when it is first needed. Fields that run side by side take turns."""

    pool: "MeasuredPool | None" = None
    connection: Any = None
    is_over: bool = False
    in_doubt: bool = False
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    before: Token["_Lease | None"] | None = None

    async def __aenter__(self) -> None:
        self.before = _lease.set(self)

    async def __aexit__(self, error: object, *_: object) -> None:
        assert self.before is not None
        _lease.reset(self.before)
        self.is_over = True
        if not self.turn.locked():
            await self.give_back(keep=error is None)

    async def give_back(self, *, keep: bool = False) -> None:
        pool, self.pool = self.pool, None
        if pool is not None:
            await pool.release(self.connection, keep=keep, in_doubt=self.in_doubt)


_lease: ContextVar[_Lease | None] = ContextVar("leadhub_lease", default=None)


def one_connection() -> AbstractAsyncContextManager[None]:
    """Has all statements in the block, transactions apart, run on one connection: taking one costs as much as a small
    statement."""
    return _Lease()


class _Taken:
    """A connection of the pool's for one statement."""

    def __init__(self, pool: "MeasuredPool") -> None:
        self._pool = pool
        self._connection: Any = None

    async def __aenter__(self) -> Any:
        self._connection = await self._pool.acquire()
        return self._connection

    async def __aexit__(self, kind: type[BaseException] | None, *_: object) -> None:
        await self._pool.release(self._connection, in_doubt=kind is not None)


class _Leased:
    """What Tortoise asks for a connection, one statement after the other. Whoever has the turn when the query ends gives
    the connection back, and whoever comes after that takes another one."""

    def __init__(self, pool: "MeasuredPool", lease: _Lease) -> None:
        self._pool, self._lease = pool, lease

    async def __aenter__(self) -> Any:
        lease = self._lease
        await lease.turn.acquire()
        try:
            if lease.pool is None:
                lease.connection, lease.pool = await self._pool.acquire(), self._pool
            else:
                await introduce(lease.connection)  # whoever signs in acts as somebody else from then on
        except BaseException as error:
            await self.__aexit__(type(error))
            raise
        return lease.connection

    async def __aexit__(self, kind: type[BaseException] | None, *_: object) -> None:
        lease = self._lease
        lease.in_doubt |= kind is not None
        try:
            if lease.is_over:
                await lease.give_back()
        finally:
            lease.turn.release()


class MeasuredPool:
    """What Tortoise uses of asyncpg's pool. Connections that queries have just left are kept for whoever comes next:
    the way through asyncpg's pool (0.32) takes as long as a small statement."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool
        self._kept: list[Any] = []
        self._kept_until = 0.0
        self._waiting = 0

    async def acquire(self) -> Any:
        """A connection that is free; opening one and introducing the actor count as waiting."""
        started = time.perf_counter()
        self._waiting += 1
        metrics.pool_waiting.inc()
        try:
            connection = await self._kept_one() or await self._pool.acquire()
        finally:
            self._waiting -= 1
            metrics.pool_waiting.dec()
            metrics.pool_wait_seconds.observe(time.perf_counter() - started)
        metrics.pool_in_use.inc()
        return connection

    async def _kept_one(self) -> Any:
        while self._kept:
            connection = self._kept.pop()
            if _is_gone(connection):
                await self._pool.release(connection)
                continue
            try:
                await introduce(connection)
            except BaseException:
                connection.terminate()
                await self._pool.release(connection)
                raise
            return connection
        return None

    async def release(self, connection: Any, *, keep: bool = False, in_doubt: bool = False) -> None:
        """Gives it back; `in_doubt` says that a statement failed on it, or was cancelled. With `keep`, to whoever comes
        next, if nothing was left open on it and nobody waits."""
        is_gone = _is_gone(connection)
        if in_doubt and not is_gone:
            _told.pop(id(connection.get_settings()), None)
        try:
            if keep and not (in_doubt or is_gone or self._waiting or connection.is_in_transaction()):
                self._kept.append(connection)
            else:
                await self._pool.release(connection)
            if self._kept_until < time.monotonic():
                await self._let_go()
        finally:
            metrics.pool_in_use.dec()

    async def _let_go(self) -> None:
        """Gives all that are free to asyncpg, which renews those that are old and closes those that nobody needs."""
        self._kept_until = time.monotonic() + KEPT_SECONDS
        while self._kept:
            await self._pool.release(self._kept.pop())

    async def expire_connections(self) -> None:
        """Has every connection replaced when it comes back."""
        await self._let_go()
        await self._pool.expire_connections()

    async def close(self) -> None:
        """Waits until all are back, and closes them."""
        await self._let_go()
        await self._pool.close()

    def terminate(self) -> None:
        """Closes all at once."""
        self._pool.terminate()


class MeasuredClient(AsyncpgDBClient):
    """Tortoise's client for asyncpg, on a measured pool."""

    async def create_pool(self, **kwargs: Any) -> Any:
        """Opens the pool."""
        metrics.pool_limit.set(kwargs["max_size"])
        pool = await super().create_pool(init=_begin, setup=introduce, reset=_settle, **kwargs)
        return MeasuredPool(pool)

    def acquire_connection(self) -> Any:
        """The connection of this query, or else one from the pool."""
        if self._pool is None:
            return super().acquire_connection()
        lease = _lease.get()
        return _Taken(self._pool) if lease is None or lease.is_over else _Leased(self._pool, lease)


def _is_gone(connection: Any) -> bool:
    try:
        closed: bool = connection.is_closed()
    except asyncpg.InterfaceError:  # asyncpg has closed it, and taken it back
        return True
    return closed


async def _begin(connection: Any) -> None:
    key = id(connection.get_settings())
    _told.pop(key, None)
    connection.add_termination_listener(lambda _: _told.pop(key, None))
    connection.add_query_logger(_observe)


async def _settle(connection: Any) -> None:
    """Has nothing to do but after a failure, since asyncpg ends by itself what a transaction left open. asyncpg (0.32)
    prepares a statement and runs it in two steps. Of who gives up in between, PostgreSQL hears nothing more: the time
    for the statement runs on, and its end would be the answer to whatever comes next on this connection."""
    if id(connection.get_settings()) not in _told:
        await connection.execute("select")


def _observe(statement: Any) -> None:
    metrics.database_seconds.observe(statement.elapsed)
    traces.statement(statement.query, statement.elapsed, statement.exception)


# Tortoise looks for this name in the module that is its engine.
client_class = MeasuredClient
