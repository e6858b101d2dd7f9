"""Whoever was cut off goes on where they were: each event exactly once, in order, over any number of connections."""

import random
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import pytest

from leadhub.events.log import EventLog
from leadhub.kit import feed
from leadhub.settings import Settings
from leadhub.websocket import Socket
from tests.sessions.servers import another_server, at
from tests.streams.following import Closed, Events, Stream, answer_of, head, socket_of
from tests.streams.happening import change, changing
from tests.world import Caller, Company

MANY, LEADS = 500, 5
STREAM = "subscription($after: Int!) { eventStream(after: $after) { seq } }"
CHANGED = "subscription($after: Int) { leadChanged(after: $after) { seq } }"


@asynccontextmanager
async def over_websocket(caller: Caller, document: str, after: int) -> AsyncIterator[Stream]:
    async with socket_of(caller) as socket:
        yield await socket.subscribe(document, after=after)


@asynccontextmanager
async def over_sse(caller: Caller, document: str, after: int) -> AsyncIterator[Events]:
    async with answer_of(caller, document, after=after) as response:
        yield Events(response)


def cut(stream: Stream | Events) -> None:
    """The connection is gone, as when a train enters a tunnel."""
    response = stream.response if isinstance(stream, Events) else stream.socket.socket._response
    assert response.connection is not None
    response.connection.transport.abort()


WAYS = [over_websocket, over_sse]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("document", [STREAM, CHANGED], ids=["eventStream", "leadChanged"])
async def test_cut_off_again_and_again_a_reader_sees_each_change_once(
    company: Company, way: Any, document: str
) -> None:
    chance, seen = random.Random(1), [await head(company)]  # noqa: S311
    async with over_sse(company.admin, document, seen[0]) as steady, changing(company, MANY, LEADS):
        while seen[-1] < MANY + LEADS:
            async with way(company.owner, document, seen[-1]) as stream:
                for _ in range(chance.randrange(1, 80)):
                    seen.append((await stream.next())["seq"])
                    if seen[-1] == MANY + LEADS:
                        break
                cut(stream)
        assert [(await steady.next())["seq"] for _ in seen[1:]] == seen[1:]
    assert seen == list(range(MANY + LEADS + 1))


async def read_to_the_end(stream: Stream | Events, seen: list[int], most: int) -> Closed | None:
    """Reads until the server hangs up, or until all is seen."""
    try:
        while seen[-1] < most:
            seen.append((await stream.next())["seq"])
    except Closed as ending:
        return ending
    return None


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("document", [STREAM, CHANGED], ids=["eventStream", "leadChanged"])
async def test_a_reader_goes_on_at_the_next_server_when_one_stops(
    company: Company, settings: Settings, way: Any, document: str
) -> None:
    seen, ending = [await head(company)], None
    async with changing(company, MANY, LEADS):
        for stop in (50, 200, MANY + LEADS):
            async with AsyncExitStack() as connection:
                async with another_server(company.world, settings) as server:
                    who = at(server, company.owner)
                    stream = await connection.enter_async_context(way(who, document, seen[-1]))
                    while seen[-1] < stop:
                        seen.append((await stream.next())["seq"])
                ending = await read_to_the_end(stream, seen, MANY + LEADS)
                if ending is not None and way is over_websocket:
                    assert (ending.code, ending.reason) == (1012, "The server restarts; connect again.")
    assert seen == list(range(MANY + LEADS + 1))


async def test_a_connection_in_trouble_keeps_no_other_when_the_server_stops(
    company: Company, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave, troubled = Socket.leave, list[Socket]()

    async def in_trouble(self: Socket) -> None:
        if not troubled:
            troubled.append(self)
            self._cut()
            raise KeyError("trouble")
        await leave(self)

    monkeypatch.setattr(Socket, "leave", in_trouble)
    async with AsyncExitStack() as connections:
        async with another_server(company.world, settings) as server:
            who = at(server, company.owner)
            streams = [
                await connections.enter_async_context(over_websocket(who, STREAM, 0)) for _ in range(3)
            ]
        endings = [await read_to_the_end(stream, [0], 1) for stream in streams]
    assert [ending.code for ending in endings if ending is not None].count(1012) == 2


async def test_a_reader_of_some_types_goes_on_after_the_last_that_came(company: Company) -> None:
    document = """subscription($after: Int!) {
      eventStream(after: $after, types: ["lead.created"]) { seq type } }"""
    made, seen = [], [await head(company)]
    for _ in range(3):
        lead = await company.lead()
        made.append(seen[0] + 3 * len(made) + 1)
        await change(company, lead["id"], 2)
    for _ in made:
        async with over_websocket(company.owner, document, seen[-1]) as stream:
            seen.append((await stream.next())["seq"])
            cut(stream)
    assert seen[1:] == made


async def test_events_that_are_deleted_while_somebody_catches_up_are_not_skipped_in_silence(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead = await company.lead()
    await change(company, lead["id"], 30)
    read = EventLog.after

    async def forgetting(self: EventLog, seq: int, most: int) -> Any:
        found = await read(self, seq, most)
        async with company.world.sql() as sql:
            await sql.execute("delete from event where tenant_id = $1 and seq <= 25", company.tenant_id)
        return found

    monkeypatch.setattr(feed, "PAGE", 10)
    monkeypatch.setattr(EventLog, "after", forgetting)
    async with over_websocket(company.owner, STREAM, 0) as stream:
        assert [(await stream.next())["seq"] for _ in range(10)] == list(range(1, 11))
        error = await stream.error()
    assert error["extensions"] == {"code": "FEED_EXPIRED", "oldestSeq": 26, "headSeq": 31}


@pytest.mark.parametrize("document", [STREAM, CHANGED], ids=["eventStream", "leadChanged"])
async def test_a_number_to_go_on_from_is_checked_as_in_the_feed(company: Company, document: str) -> None:
    lead = await company.lead()
    await change(company, lead["id"], 4)
    async with company.world.sql() as sql:
        await sql.execute("delete from event where tenant_id = $1 and seq <= 3", company.tenant_id)
    async with socket_of(company.owner) as socket:
        expired = await (await socket.subscribe(document, after=2)).error()
        assert expired["extensions"] == {"code": "FEED_EXPIRED", "oldestSeq": 4, "headSeq": 5}
        for after in (-1, 6):
            beyond = await (await socket.subscribe(document, after=after)).error()
            assert beyond["extensions"] == {"code": "BAD_REQUEST", "argument": "after", "headSeq": 5}
        rest = await socket.subscribe(document, after=3)
        assert [(await rest.next())["seq"] for _ in range(2)] == [4, 5]
