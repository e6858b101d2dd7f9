"""Changes that are sent with an Idempotency-Key, and what is kept of them."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import asyncpg

from tests.edge.sending import GRAPHQL_JSON
from tests.world import Answer, Caller, Company, World

CREATE = """
mutation($input: CreateLeadInput!) {
  createLead(input: $input) { lead { id number lastName version } userErrors { code path } }
}
"""
KEY = {"Idempotency-Key": "7b0f2c1e-order-4711"}
NEW_TYPE = {"Accept": GRAPHQL_JSON}
_BLOCKED = "select count(*) from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0"


def keyed(key: str) -> dict[str, str]:
    """The header for a key."""
    return {"Idempotency-Key": key}


async def create(
    caller: Caller, name: str = "Lovelace", headers: dict[str, str] = KEY, **input: Any
) -> Answer:
    """A new lead of this name, under a key."""
    return await caller(CREATE, headers, input={"lastName": name, **input})


async def count(company: Company) -> int:
    """How many leads there are."""
    return (await company.owner.ok("{ leads { totalCount } }"))["leads"]["totalCount"]


def is_replay(answer: Answer) -> bool:
    """Whether something of it had happened before."""
    return answer.body["extensions"].get("idempotentReplay", False)


async def kept(company: Company) -> Sequence[asyncpg.Record]:
    """All that is kept of the tenant's outcomes."""
    async with company.world.sql() as connection:
        return await connection.fetch(
            "select * from idempotent_outcome where tenant_id = $1", company.tenant_id
        )


async def age(company: Company, interval: str) -> None:
    """Makes what is kept older."""
    async with company.world.sql() as connection:
        await connection.execute(
            f"update idempotent_outcome set created_at = created_at - interval '{interval}' where tenant_id = $1",
            company.tenant_id,
        )


@asynccontextmanager
async def held(world: World, lock: str, *values: Any) -> AsyncIterator[asyncpg.Connection]:
    """Somebody else's transaction that locks something until the end of the block, or until it is committed."""
    async with world.sql() as connection:
        await connection.execute("begin")
        await connection.execute(lock, *values)
        yield connection
        await connection.execute("commit")


async def until_blocked(connection: asyncpg.Connection, how_many: int) -> None:
    """Returns once so many wait for a lock."""
    async with asyncio.timeout(30):
        while await connection.fetchval(_BLOCKED) < how_many:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
