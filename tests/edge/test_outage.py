"""A database that is slow, mute, gone, behind or ahead: a clear answer, and everything is well again by itself."""

import asyncio
import time

import asyncpg
import pytest

from leadhub.kit import migrations
from tests.commands.measuring import measured
from tests.edge.conftest import OPERATION_SECONDS, STATEMENT_SECONDS, Production
from tests.edge.sending import GRAPHQL_JSON, JSON, send

LEADS = "{ leads { totalCount } }"


async def is_well(production: Production) -> None:
    async with asyncio.timeout(15):
        while (await production.owner(LEADS)).errors:  # noqa: ASYNC110 - nothing tells when
            await asyncio.sleep(0.05)
    assert await production.server.status("/readyz") == (200, {"status": "ready"})


async def test_statement_that_takes_too_long_is_timeout(production: Production) -> None:
    holder = await asyncpg.connect(production.server.database.owner)
    async with holder.transaction():
        await holder.execute("lock table lead in access exclusive mode")
        started = time.monotonic()
        answer = await production.owner(LEADS, {"Accept": GRAPHQL_JSON})
        assert time.monotonic() - started < OPERATION_SECONDS
    await holder.close()
    assert (answer.status, answer.code) == (503, "TIMEOUT")
    assert STATEMENT_SECONDS < OPERATION_SECONDS
    await is_well(production)


@pytest.mark.parametrize(("kind", "status"), [(GRAPHQL_JSON, 503), (JSON, 200)])
async def test_database_that_is_gone_is_unavailable_and_comes_back(
    production: Production, kind: str, status: int
) -> None:
    headers = {"Accept": kind, "Authorization": f"Bearer {production.owner.token}"}
    async with production.cable.cut():
        for _ in range(6):  # more than there are connections in the pool
            reply = await send(
                production.anyone.world.http, production.url, {"query": LEADS}, headers=headers
            )
            assert reply.code == "UNAVAILABLE"
            assert reply.status in {status, 503}  # 503 also when even the caller could not be looked up
        assert await production.server.status("/readyz") == (
            503,
            {"status": "not ready", "reason": "the database does not answer"},
        )
        assert await production.server.status("/healthz") == (200, {"status": "ok"})
        assert (await production.anyone("{ __typename }")).data == {"__typename": "Query"}
    await is_well(production)


async def test_every_request_that_found_no_database_is_counted_as_one(production: Production) -> None:
    http, url = production.anyone.world.http, production.server.metrics_url
    before = (await measured(http, url))["leadhub_requests_total"]
    async with production.cable.cut():
        for _ in range(6):  # the first may come as far as being run, of others not even the caller is known
            assert (await production.owner(LEADS)).code == "UNAVAILABLE"
    assert (await measured(http, url))["leadhub_requests_total"] == before + 6
    await is_well(production)


async def test_database_that_says_nothing_is_timeout_and_comes_back(production: Production) -> None:
    async with production.cable.blocked():
        started = time.monotonic()
        answers = await asyncio.gather(*(production.owner(LEADS, {"Accept": GRAPHQL_JSON}) for _ in range(6)))
        print(f"given up after {time.monotonic() - started:.1f} s")  # noqa: T201
        assert {answer.code for answer in answers} <= {"TIMEOUT", "UNAVAILABLE"}
        assert {answer.status for answer in answers} == {503}
        started = time.monotonic()
        assert (await production.server.status("/readyz"))[0] == 503
        print(f"not ready after {time.monotonic() - started:.1f} s")  # noqa: T201
        assert (await production.server.status("/healthz"))[0] == 200
    await is_well(production)


async def test_ready_needs_every_known_migration_and_minds_no_newer_one(production: Production) -> None:
    newest = migrations.known()[-1]
    database = production.server.database
    await database.sql("update aerich set version = 'away' || version where version = $1", newest)
    assert await production.server.status("/readyz") == (
        503,
        {"status": "not ready", "reason": f"the database lacks {newest}"},
    )
    await database.sql("update aerich set version = substr(version, 5) where version like 'away%'")
    await database.sql("insert into aerich (version, app, content) values ('999_future.py', 'models', '{}')")
    assert await production.server.status("/readyz") == (200, {"status": "ready"})
    await database.sql("delete from aerich where version = '999_future.py'")
