"""A server that is killed in the middle of a change: with the same key, the change is there once, whenever that was."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import asyncpg
import pytest
from aiohttp import ClientError

from leadhub.kit.embedded import Cluster
from tests.commands.conftest import Database, make_database
from tests.commands.serving import Server, join, new_tenant, prepared, serving, signing_key
from tests.edge.once import KEY, is_replay, until_blocked
from tests.world import Answer, Caller

CREATE = """
mutation {
  createLead(input: {lastName: "Lovelace"}) { lead { id number externalIds { system } } userErrors { code } }
}
"""

# The last statement of each change needs this row.
HOLD_COMMIT = "select from tenant_head for update"


@dataclass
class Place:
    """A database with one tenant, on which servers come and go."""

    database: Database
    folder: Path
    settings: dict[str, object]

    def serving(self) -> AbstractAsyncContextManager[Server]:
        return serving(self.database, self.folder, **self.settings)

    @asynccontextmanager
    async def somebody(self) -> AsyncIterator[asyncpg.Connection]:
        """Somebody else's transaction, which ends with the block at the latest."""
        connection = await asyncpg.connect(self.database.owner)
        try:
            await connection.execute("begin")
            yield connection
        finally:
            await connection.close()

    async def leads(self) -> list[str]:
        return [str(row["id"]) for row in await self.database.sql("select id from lead")]

    async def outcomes(self) -> list[asyncpg.Record]:
        return await self.database.sql("select * from idempotent_outcome")


@pytest.fixture
async def place(own_cluster: Cluster, tmp_path: Path) -> Place:
    database = await prepared(await make_database(own_cluster, f"killed-{uuid4().hex[:8]}"))
    settings = {"SIGNING_KEYS": await signing_key(tmp_path), "PUBLIC_URL": "http://leadhub.test"}
    return Place(database, tmp_path, settings)


async def send(caller: Caller) -> Answer:
    return await caller(CREATE, KEY)


async def kill(server: Server, asked: "asyncio.Task[Answer]") -> None:
    """As a power cut does; whoever asked hears nothing."""
    server.process.send(signal.SIGKILL)
    await server.process.ended()
    with pytest.raises(ClientError):
        await asked


async def once_more(place: Place, token: str | None) -> Answer:
    """The same request, to another server."""
    async with place.serving() as server:
        return await send(Caller(server.anyone.world, token))


async def test_killed_after_the_commit_and_before_the_answer(place: Place) -> None:
    token = await new_tenant(place.database, "acme", place.folder)
    async with place.serving() as server:
        owner = await join(server, token)
        async with place.somebody() as first, place.somebody() as second:
            await first.execute(HOLD_COMMIT)
            asked = asyncio.create_task(send(owner))
            await until_blocked(first, 1)
            # In the queue behind the change, and before the look at the lead for the answer.
            queued = asyncio.create_task(second.execute("lock lead in access exclusive mode"))
            await until_blocked(first, 2)
            await first.execute("commit")
            await queued
            await until_blocked(first, 1)
            assert len(await place.outcomes()) == 1
            await kill(server, asked)
    again = await once_more(place, owner.token)
    assert is_replay(again)
    payload: dict[str, Any] = again.data["createLead"]
    assert payload["lead"]["number"].endswith("-000001")
    assert payload["userErrors"] == []
    assert len(await place.leads()) == len(await place.outcomes()) == 1


async def test_killed_before_the_commit(place: Place) -> None:
    token = await new_tenant(place.database, "acme", place.folder)
    async with place.serving() as server:
        owner = await join(server, token)
        async with place.somebody() as other:
            await other.execute(HOLD_COMMIT)
            asked = asyncio.create_task(send(owner))
            await until_blocked(other, 1)
            await kill(server, asked)
    assert await place.leads() == await place.outcomes() == []
    again = await once_more(place, owner.token)
    assert not is_replay(again)
    assert again.data["createLead"]["userErrors"] == []
    assert len(await place.leads()) == len(await place.outcomes()) == 1
