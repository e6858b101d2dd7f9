"""Who does not keep up is shed, with the number to go on from; who does not read at all is cut off. Nobody else waits
for either, and nothing of them stays in memory."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from typing import Any

import pytest
from aiohttp import ClientPayloadError, ClientSession, DummyCookieJar, TCPConnector

from leadhub import sse, websocket
from leadhub.kit import feed, metrics
from tests.streams.following import Closed, Events, Stream, answer_of, head, socket_of, until
from tests.streams.happening import change
from tests.world import Caller, Company, World

STREAM = "subscription($after: Int!) { eventStream(after: $after) { seq changes } }"
MANY, LARGE = 400, "x" * 50_000  # 20 MB, which no buffer on the way holds


def _small(_address: object) -> socket.socket:
    made = socket.socket(socket.AF_INET)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    return made


@pytest.fixture
async def narrow(company: Company) -> AsyncIterator[Caller]:
    """The owner, who takes little in at once."""
    connector = TCPConnector(socket_factory=_small)
    async with ClientSession(cookie_jar=DummyCookieJar(), connector=connector) as http:
        yield replace(company.owner, world=replace(company.world, http=http))


@asynccontextmanager
async def over_websocket(caller: Caller, after: int) -> AsyncIterator[Stream]:
    async with socket_of(caller) as found:
        yield await found.subscribe(STREAM, after=after)


@asynccontextmanager
async def over_sse(caller: Caller, after: int) -> AsyncIterator[Events]:
    async with answer_of(caller, STREAM, after=after) as response:
        yield Events(response)


WAYS = pytest.mark.parametrize("way", [over_websocket, over_sse], ids=lambda way: way.__name__)


async def much_happens(company: Company, lead: str) -> None:
    for _ in range(MANY // 20):
        await change(company, lead, 20, note=LARGE)


async def read(stream: Stream | Events, seen: list[int]) -> dict[str, Any]:
    """All items there are; the extensions of the error after them."""
    while True:
        found = await stream.message()
        payload = found[1] if isinstance(found, tuple) else found["payload"]
        errors = payload if isinstance(payload, list) else payload.get("errors")
        if errors:
            return errors[0]["extensions"]
        seen.append(payload["data"]["eventStream"]["seq"])


@WAYS
async def test_a_slow_reader_is_shed_and_goes_on_where_it_was(
    company: Company, narrow: Caller, monkeypatch: pytest.MonkeyPatch, way: Any
) -> None:
    assert feed.LONGEST_QUEUE == 1000
    monkeypatch.setattr(feed, "LONGEST_QUEUE", 20)
    lead, seen = (await company.lead())["id"], [await head(company)]
    async with way(narrow, seen[0]) as stream:
        await change(company, lead)
        seen.append((await stream.next())["seq"])
        await much_happens(company, lead)
        shed = await read(stream, seen)
        assert shed == {"code": "SLOW_READER", "lastSeq": seen[-1]}
        assert len(seen) < MANY
    end = await head(company)
    async with way(narrow, seen[-1]) as stream:
        while seen[-1] < end:
            seen.append((await stream.next())["seq"])
    assert seen == list(range(seen[0], end + 1))


async def test_who_reads_the_past_slowly_is_not_shed(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "LONGEST_QUEUE", 5)
    monkeypatch.setattr(feed, "PAGE", 10)
    lead = (await company.lead())["id"]
    await change(company, lead, 50)
    slow = feed.Feed._between

    async def late(self: feed.Feed, caller: Any, follower: Any, *given: int) -> AsyncIterator[Any]:
        async for item in slow(self, caller, follower, *given):
            if item.seq % 25 == 0 and item.seq < 80:
                await change(company, lead, 20)
                await until(lambda: follower.has_overflowed)
            yield item

    monkeypatch.setattr(feed.Feed, "_between", late)
    async with over_websocket(company.owner, 0) as stream:
        assert [(await stream.next())["seq"] for _ in range(100)] == list(range(1, 101))


async def test_ending_one_operation_of_a_socket_that_is_full_ends_no_other(
    company: Company, narrow: Caller
) -> None:
    lead, start = (await company.lead())["id"], await head(company)
    async with over_websocket(narrow, start) as one:
        others = [await one.socket.subscribe(STREAM, after=start) for _ in range(3)]
        await change(company, lead)
        for stream in (one, *others):
            await stream.next()
        await much_happens(company, lead)
        await one.socket.send(id=one.id, type="complete")
        for number in range(start + 2, start + MANY + 2):
            for stream in others:
                assert (await stream.next(5))["seq"] == number


@dataclass
class Held:
    """What the server holds for the one connection of a test."""

    transport: Any = None
    tail: Any = None
    is_over: bool = False


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Held:
    found, join = Held(), feed._Tail.join
    serve, stream = websocket.Socket.serve, sse.EventStream.serve

    async def joined(self: feed._Tail, follower: Any) -> int:
        found.tail = self
        return await join(self, follower)

    async def served(self: Any, request: Any) -> Any:
        found.transport = request.transport
        try:
            return await serve(self, request)
        finally:
            found.is_over = True

    async def streamed(self: Any, *given: Any) -> Any:
        found.transport = self._request.transport
        try:
            return await stream(self, *given)
        finally:
            found.is_over = True

    monkeypatch.setattr(feed._Tail, "join", joined)
    monkeypatch.setattr(websocket.Socket, "serve", served)
    monkeypatch.setattr(sse.EventStream, "serve", streamed)
    return found


@WAYS
async def test_who_stops_reading_for_good_is_cut_off_and_nothing_of_it_stays(
    company: Company, narrow: Caller, held: Held, monkeypatch: pytest.MonkeyPatch, way: Any
) -> None:
    assert websocket.WRITE_SECONDS == sse.WRITE_SECONDS == 30
    for module in (websocket, sse):
        monkeypatch.setattr(module, "WRITE_SECONDS", 0.3)
    lead, shed = (await company.lead())["id"], metrics.shed._value.get()
    async with way(narrow, await head(company)) as stream:
        await change(company, lead)
        await stream.next()
        await much_happens(company, lead)
        await until(lambda: held.is_over)
        assert metrics.shed._value.get() == shed + 1
        assert held.tail.followers == set()
        assert held.transport.get_write_buffer_size() == 0
        with pytest.raises((Closed, OSError, ClientPayloadError)):
            await read(stream, [])


async def test_who_does_not_read_but_goes_on_talking_is_cut_off_too(
    company: Company, narrow: Caller, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(websocket, "WRITE_SECONDS", 0.5)
    lead = (await company.lead())["id"]

    async def talk(stream: Stream) -> None:
        with suppress(ConnectionError):
            while True:
                await stream.socket.send(type="ping")
                await asyncio.sleep(0.005)

    async with over_websocket(narrow, await head(company)) as stream:
        await change(company, lead)
        await stream.next()
        talking = asyncio.create_task(talk(stream))
        await much_happens(company, lead)
        await until(lambda: held.is_over and held.tail.followers == set(), 5)
        await talking


async def test_who_reads_nothing_is_not_waited_for_when_their_rights_end(
    company: Company, narrow: Caller, held: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(websocket, "CLOSE_SECONDS", 0.3)
    lead = (await company.lead())["id"]
    async with over_websocket(replace(company.admin, world=narrow.world), await head(company)) as stream:
        await change(company, lead)
        await stream.next()
        await much_happens(company, lead)
        await company.owner.done("suspendMember", {"id": company.admin.id})
        await until(lambda: held.is_over and held.tail.followers == set(), 3)
        await until(lambda: held.transport.get_write_buffer_size() == 0, 3)


@WAYS
async def test_a_slow_reader_delays_nobody_else(
    company: Company, narrow: Caller, world: World, way: Any
) -> None:
    lead, start = (await company.lead())["id"], await head(company)
    async with way(narrow, start) as slow, over_websocket(company.owner, start) as other:
        await change(company, lead)
        await slow.next()
        happening = asyncio.create_task(much_happens(company, lead))
        for number in range(start + 1, start + MANY + 2):
            assert (await other.next(5))["seq"] == number
        await happening
