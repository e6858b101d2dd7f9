"""Operations that are stopped, since they take too long or whoever asked is gone: what becomes of their statements."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from leadhub.settings import Settings
from tests.edge.once import CREATE, KEY, count, held, until_blocked
from tests.edge.sending import GRAPHQL_JSON, JSON
from tests.sessions.servers import another_server, at
from tests.streams.following import answer_of, socket_of
from tests.world import Caller, Company, World

# With the first nobody reads leads; with the second nobody writes any; with the third nobody reads tags.
NO_READING = "lock table lead in access exclusive mode"
NO_WRITING = "lock table lead in share mode"
NO_TAGS = "lock table tag in access exclusive mode"
LEADS = "{ leads { totalCount } }"
TAGS = "{ leads { nodes { tags { name } } } }"
INPUT = {"lastName": "Lovelace"}
SENTENCE = "The operation took too long and was stopped. Ask for less at once; after a change, look whether it was made."
_AT_WORK = "select count(*) from pg_stat_activity where application_name = 'leadhub' and state <> 'idle'"


async def until_idle(world: World) -> None:
    """Returns once the server has nothing going on in the database: no statement, no transaction."""
    # On a connection of its own: inside a transaction PostgreSQL shows the activity of its beginning.
    async with world.sql() as connection, asyncio.timeout(5):
        while await connection.fetchval(_AT_WORK):  # noqa: ASYNC110
            await asyncio.sleep(0.02)


@pytest.fixture
async def hasty(world: World, settings: Settings) -> AsyncIterator[World]:
    """A server that gives an operation half a second."""
    async with another_server(world, settings, timeout_seconds=0.5) as server:
        yield server


@asynccontextmanager
async def asking(caller: Caller, document: str) -> AsyncIterator[asyncio.Task[object]]:
    """Somebody who waits for an answer, and hangs up at the end of the block."""
    waiting = asyncio.create_task(caller(document, KEY, input=INPUT))
    yield waiting
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)


async def lead_with_tag(company: Company) -> None:
    await company.lead(tags=["hot"])


@pytest.mark.parametrize(("document", "lock"), [(LEADS, NO_READING), (TAGS, NO_TAGS)], ids=["rows", "loader"])
async def test_a_query_that_takes_too_long_leaves_no_statement_behind(
    hasty: World, company: Company, document: str, lock: str
) -> None:
    await lead_with_tag(company)
    caller = at(hasty, company.owner)
    async with held(hasty, lock):
        # More than there are connections in the pool.
        answers = await asyncio.gather(*(caller(document, {"Accept": GRAPHQL_JSON}) for _ in range(15)))
        await until_idle(company.world)
        assert (await caller("{ pipelines { id } }")).errors == []
    for answer in answers:
        assert (answer.status, answer.code) == (503, "TIMEOUT")
        assert answer.errors[0]["message"] == SENTENCE
    assert (await caller(document)).errors == []


async def test_who_reads_the_older_type_gets_200_with_the_same_error(hasty: World, company: Company) -> None:
    async with held(hasty, NO_READING):
        answer = await at(hasty, company.owner)(LEADS, {"Accept": JSON})
    assert (answer.status, answer.code, answer.data) == (200, "TIMEOUT", None)


async def test_a_change_that_takes_too_long_is_not_made(hasty: World, company: Company) -> None:
    async with held(hasty, NO_WRITING):
        answer = await at(hasty, company.owner)(CREATE, {"Accept": GRAPHQL_JSON}, input=INPUT)
        assert (answer.status, answer.code) == (503, "TIMEOUT")
        await until_idle(company.world)
    assert await count(company) == 0
    # Nothing is kept of it either: the same again, with the same key, is made.
    assert (await company.owner(CREATE, KEY, input=INPUT)).errors == []
    assert await count(company) == 1


@pytest.mark.parametrize(("document", "lock"), [(LEADS, NO_READING), (TAGS, NO_TAGS)], ids=["rows", "loader"])
async def test_a_query_whose_client_hangs_up_stops(company: Company, document: str, lock: str) -> None:
    await lead_with_tag(company)
    for _ in range(2):  # by graphql-core, and by a plan
        async with held(company.world, lock) as holder:
            async with asking(company.owner, document):
                await until_blocked(holder, 1)
            await until_idle(company.world)


async def test_a_change_whose_client_hangs_up_is_carried_through(company: Company) -> None:
    async with held(company.world, NO_WRITING) as holder:
        async with asking(company.owner, CREATE):
            await until_blocked(holder, 1)
        await company.owner.ok("{ pipelines { id } }")
        await until_blocked(holder, 1)
    again = await company.owner(CREATE, KEY, input=INPUT)
    assert again.errors == []
    assert again.body["extensions"]["idempotentReplay"] is True
    assert await count(company) == 1


async def test_a_query_on_a_socket_that_is_completed_stops(company: Company) -> None:
    async with held(company.world, NO_READING) as holder, socket_of(company.owner) as socket:
        stream = await socket.subscribe(LEADS)
        await until_blocked(holder, 1)
        await socket.send(id=stream.id, type="complete")
        await until_idle(company.world)


async def test_a_query_on_a_socket_that_is_closed_stops(company: Company) -> None:
    async with held(company.world, NO_READING) as holder:
        async with socket_of(company.owner) as socket:
            await socket.subscribe(LEADS)
            await until_blocked(holder, 1)
        await until_idle(company.world)


async def test_a_change_on_a_socket_that_is_completed_is_carried_through(company: Company) -> None:
    async with held(company.world, NO_WRITING) as holder, socket_of(company.owner) as socket:
        stream = await socket.subscribe(CREATE, input=INPUT)
        await until_blocked(holder, 1)
        await socket.send(id=stream.id, type="complete")
        assert await (await socket.subscribe("{ __typename }")).next() == "Query"
        await until_blocked(holder, 1)
        await holder.execute("commit")
        await until_idle(company.world)
    assert await count(company) == 1


async def test_a_query_as_an_event_stream_stops_when_its_client_hangs_up(company: Company) -> None:
    async with held(company.world, NO_READING) as holder:
        waiting = asyncio.create_task(hang_up(company.owner))
        await until_blocked(holder, 1)
        waiting.cancel()
        await until_idle(company.world)


async def hang_up(caller: Caller) -> None:
    async with answer_of(caller, LEADS) as response:
        await response.read()


async def test_a_refusal_is_audited_though_nobody_waits_for_it(company: Company) -> None:
    refusals = "select count(*) from audit_entry where tenant_id = $1 and action = 'access.refused'"
    async with held(company.world, "lock table audit_entry in share mode") as holder:
        async with asking(
            company.viewer, "mutation($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }"
        ):
            await until_blocked(holder, 1)
        await holder.execute("commit")
        await until_idle(company.world)
        assert await holder.fetchval(refusals, company.tenant_id) == 1
