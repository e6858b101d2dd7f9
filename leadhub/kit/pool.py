"""The pool of connections to PostgreSQL, measured: who waits for one, how many are out, how long statements take."""

import time
from typing import Any

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient

from leadhub.kit import metrics, traces


class MeasuredPool:
    """What Tortoise uses of asyncpg's pool."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def acquire(self) -> Any:
        """A connection that is free; opening one and introducing the actor count as waiting."""
        started = time.perf_counter()
        metrics.pool_waiting.inc()
        try:
            connection = await self._pool.acquire()
        finally:
            metrics.pool_waiting.dec()
            metrics.pool_wait_seconds.observe(time.perf_counter() - started)
        metrics.pool_in_use.inc()
        return connection

    async def release(self, connection: Any) -> None:
        """Gives it back."""
        try:
            await self._pool.release(connection)
        finally:
            metrics.pool_in_use.dec()

    async def expire_connections(self) -> None:
        """Has every connection replaced when it comes back."""
        await self._pool.expire_connections()

    async def close(self) -> None:
        """Waits until all are back, and closes them."""
        await self._pool.close()

    def terminate(self) -> None:
        """Closes all at once."""
        self._pool.terminate()


class MeasuredClient(AsyncpgDBClient):
    """Tortoise's client for asyncpg, on a measured pool."""

    async def create_pool(self, **kwargs: Any) -> Any:
        """Opens the pool."""
        metrics.pool_limit.set(kwargs["max_size"])
        return MeasuredPool(await super().create_pool(init=_time_statements, **kwargs))


async def _time_statements(connection: Any) -> None:
    connection.add_query_logger(_observe)


def _observe(statement: Any) -> None:
    metrics.database_seconds.observe(statement.elapsed)
    traces.statement(statement.query, statement.elapsed, statement.exception)


# Tortoise looks for this name in the module that is its engine.
client_class = MeasuredClient
