"""One connection after the other serves whoever comes: none shows what the one before might see."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import nullcontext
from dataclasses import replace
from typing import Any

import pytest
from tortoise.context import TortoiseContext
from tortoise.exceptions import OperationalError

from leadhub.kit import db, metrics, pool
from leadhub.kit.actor import as_actor, system_actor
from leadhub.kit.scopes import Reach
from leadhub.slices import MODEL_MODULES
from tests.world import Company, World

WHO = "select current_setting('leadhub.tenant_id', true) as tenant, current_setting('leadhub.reach', true) as reach"
SEEN = "select count(*) as leads from lead"
LIST = "{ leads { nodes { number owner { name } stage { name } emails { value } } } }"


@pytest.fixture
async def one(world: World) -> AsyncIterator[None]:
    """A pool with a single connection, as the application's role."""
    context = TortoiseContext()
    with context:
        config = db.tortoise_config(world.database_url("leadhub_app"), MODEL_MODULES, pool_max=1)
        await context.init(config=config)
        yield
        await context.close_connections()


async def seen() -> int:
    [row] = await db.fetch(SEEN)
    return int(row["leads"])


async def told() -> dict[str, Any]:
    [row] = await db.fetch(WHO)
    return row


@pytest.mark.usefixtures("one")
async def test_each_sees_their_own_on_the_same_connection(company: Company, rival: Company) -> None:
    await company.lead()
    mine, theirs = system_actor(company.tenant_id), system_actor(rival.tenant_id)
    counts = []
    for who in (mine, theirs, None, mine, mine, None):
        with as_actor(who):
            counts.append(await seen())
    assert counts == [1, 0, 0, 1, 1, 0]


@pytest.mark.usefixtures("one")
async def test_who_is_known_is_not_introduced_again(
    company: Company, rival: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    for who, again in ((company, False), (company, True), (rival, False), (rival, True), (company, False)):
        with as_actor(system_actor(who.tenant_id)):
            if again:
                monkeypatch.setattr(pool, "_INTRODUCE", "this would fail")
            assert (await told())["tenant"] == str(who.tenant_id)
            monkeypatch.undo()


@pytest.mark.usefixtures("one")
async def test_an_introduction_that_failed_is_made_again(
    company: Company, rival: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    with as_actor(system_actor(company.tenant_id)):
        await told()
    monkeypatch.setattr(
        pool, "_INTRODUCE", "select set_config('leadhub.reach', 'all', false), 1/0, $1, $2, $3, $4"
    )
    with as_actor(system_actor(rival.tenant_id)), pytest.raises(Exception, match=r"zero|parameter|type"):
        await told()
    monkeypatch.undo()
    with as_actor(system_actor(company.tenant_id)):
        assert (await told())["tenant"] == str(company.tenant_id)


async def test_an_introduction_that_was_cancelled_is_made_again(company: Company, rival: Company) -> None:
    """Whether the server had heard of it by then is not known."""
    heard: list[str] = []

    class Connection:
        def get_settings(self) -> object:
            return self

        async def execute(self, _sql: str, tenant: str, *_: str) -> None:
            heard.append(tenant)
            if len(heard) == 2:
                raise asyncio.CancelledError

    connection, first, second = Connection(), *(str(one.tenant_id) for one in (company, rival))
    with as_actor(system_actor(company.tenant_id)):
        await pool.introduce(connection)
    with as_actor(system_actor(rival.tenant_id)), pytest.raises(asyncio.CancelledError):
        await pool.introduce(connection)
    with as_actor(system_actor(company.tenant_id)):
        await pool.introduce(connection)
    assert heard == [first, second, first]


@pytest.mark.usefixtures("one")
async def test_what_a_query_left_is_introduced_to_the_next(company: Company, rival: Company) -> None:
    await company.lead()
    counts = []
    for who in (company, rival, company):
        with as_actor(system_actor(who.tenant_id)):
            async with pool.one_connection():
                counts.append(await seen())
    assert counts == [1, 0, 1]
    assert len(_pool()._kept) == 1
    with as_actor(system_actor(company.tenant_id)):
        async with db.transaction():  # takes the one that is kept, or would wait for ever
            assert await seen() == 1
    assert _pool()._kept == []


@pytest.mark.usefixtures("one")
async def test_what_a_query_left_broken_or_closed_is_not_used_again(company: Company) -> None:
    async def breaks() -> None:
        async with pool.one_connection():
            await seen()
            raise ValueError("broken")

    with as_actor(system_actor(company.tenant_id)):
        with pytest.raises(ValueError, match="broken"):
            await breaks()
        assert _pool()._kept == []
        async with pool.one_connection():
            with pytest.raises(OperationalError, match="invalid input"):
                await db.fetch("select $1::int as number", "none")
        assert _pool()._kept == []
        async with pool.one_connection():
            await seen()
        _pool()._kept[0].terminate()
        async with pool.one_connection():
            assert await seen() == 0


@pytest.mark.usefixtures("one")
async def test_who_waits_gets_what_a_query_leaves(company: Company) -> None:
    async def ask() -> int:
        async with pool.one_connection():
            return await seen()

    with as_actor(system_actor(company.tenant_id)):
        assert await asyncio.gather(*(ask() for _ in range(5))) == [0] * 5


def _pool() -> Any:
    client: Any = db.connection()
    return client._pool


@pytest.mark.usefixtures("one")
async def test_a_wider_reach_ends_with_its_transaction(company: Company) -> None:
    who = system_actor(company.tenant_id)
    narrow = replace(who, reach=Reach.OWN)
    with as_actor(narrow):
        for fails in (False, True):
            try:
                async with db.transaction():
                    await db.whole_tenant("to see that it ends")
                    assert (await told())["reach"] == "all"
                    if fails:
                        raise ValueError
            except ValueError:
                pass
            assert (await told())["reach"] == str(Reach.OWN)


async def test_a_query_takes_one_connection(company: Company) -> None:
    await company.lead(emails=["a@b.test"])
    await company.owner.ok("{ viewer { scopes } }")
    for _ in range(2):  # by graphql-core, and compiled
        before = _taken()
        await company.owner.ok(LIST)
        assert _taken() - before == 1


def _taken() -> float:
    [metric] = metrics.pool_wait_seconds.collect()
    return next(sample.value for sample in metric.samples if sample.name.endswith("_count"))


async def test_fields_side_by_side_take_turns_on_it(company: Company) -> None:
    await company.lead(emails=["a@b.test"])
    document = "{ a: leads { nodes { number stage { name } } } b: leads { nodes { emails { value } } } tags { name } }"
    for _ in range(2):
        before = _taken()
        data = await company.owner.ok(document)
        assert data["a"]["nodes"][0]["stage"]["name"] == "New"
        assert data["b"]["nodes"][0]["emails"] == [{"value": "a@b.test"}]
        assert _taken() - before == 1


async def test_what_outlives_a_query_does_not_use_its_connection(company: Company) -> None:
    with as_actor(system_actor(company.tenant_id)), company.world.owner_context:
        async with pool.one_connection():
            later = asyncio.create_task(_later())
            await db.fetch("select 1 as one")
        assert await later == [{"two": 2}]


@pytest.mark.usefixtures("one")
async def test_what_still_runs_when_a_query_ends_keeps_its_connection_until_then(
    company: Company, rival: Company
) -> None:
    await company.lead()
    with as_actor(system_actor(company.tenant_id)):
        for beforehand in (
            True,
            False,
        ):  # the query had a connection, or one of these is the first to take it
            async with asyncio.timeout(60), pool.one_connection():
                if beforehand:
                    await seen()
                slow = asyncio.create_task(db.fetch("select pg_sleep(0.3)"))
                waiting = asyncio.create_task(seen())
                await asyncio.sleep(0.1)
            with as_actor(system_actor(rival.tenant_id)):
                async with asyncio.timeout(60):
                    assert [await seen() for _ in range(3)] == [0, 0, 0]
            assert (len(await slow), await waiting) == (1, 1)


async def _later() -> Any:
    await asyncio.sleep(0.05)
    return await db.fetch("select 2 as two")


@pytest.mark.usefixtures("one")
async def test_a_statement_that_was_given_up_takes_no_time_from_the_next_one(company: Company) -> None:
    """asyncpg cannot send this value, when PostgreSQL has prepared the statement already."""
    for together in (nullcontext, pool.one_connection):
        with as_actor(system_actor(company.tenant_id)):
            await db.fetch("select set_config('statement_timeout', '200ms', false)")
            async with together():
                with pytest.raises(OperationalError, match="invalid input"):
                    await db.fetch("select $1::int as number", "none")
            await asyncio.sleep(0.4)
            assert await seen() == 0
