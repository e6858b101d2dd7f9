"""How tests follow subscriptions: over a WebSocket, and as server-sent events."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from typing import Any

import pytest
from aiohttp import ClientResponse, ClientWebSocketResponse, WSMsgType

from leadhub.kit import feed
from tests.world import Caller, Company, World

PATIENCE = 10.0


class Closed(Exception):
    """The server closed the socket."""

    def __init__(self, code: int | None, reason: str) -> None:
        super().__init__(f"{code} {reason}")
        self.code = code
        self.reason = reason


class Socket:
    """One WebSocket that speaks graphql-transport-ws."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self.socket = socket
        self._ids = itertools.count(1)
        self._waiting: list[dict[str, Any]] = []

    async def send(self, **message: Any) -> None:
        await self.socket.send_json(message)

    async def receive(self, patience: float = PATIENCE) -> dict[str, Any]:
        """The next message of the server; raises Closed."""
        message = await self.socket.receive(timeout=patience)
        if message.type is WSMsgType.TEXT:
            return json.loads(message.data)
        assert message.type in {WSMsgType.CLOSE, WSMsgType.CLOSED, WSMsgType.CLOSING}, message
        code = message.data if message.type is WSMsgType.CLOSE else self.socket.close_code
        raise Closed(code, str(message.extra or ""))

    async def closed(self, patience: float = PATIENCE) -> Closed:
        """How the server closes the socket, whatever it says before."""
        try:
            while True:
                await self.receive(patience)
        except Closed as ending:
            return ending

    async def subscribe(self, document: str, **variables: Any) -> Stream:
        """Begins an operation."""
        id = str(next(self._ids))
        await self.send(id=id, type="subscribe", payload={"query": document, "variables": variables})
        return Stream(self, id)

    async def of(self, id: str, patience: float) -> dict[str, Any]:
        """The next message of one operation; others wait."""
        for at, message in enumerate(self._waiting):
            if message.get("id") == id:
                return self._waiting.pop(at)
        while True:
            message = await self.receive(patience)
            if message.get("id") == id:
                return message
            self._waiting.append(message)


class Stream:
    """One operation on a socket."""

    def __init__(self, socket: Socket, id: str) -> None:
        self.socket = socket
        self.id = id

    async def message(self, patience: float = PATIENCE) -> dict[str, Any]:
        """The next message, whatever it is."""
        return await self.socket.of(self.id, patience)

    async def next(self, patience: float = PATIENCE) -> Any:
        """The data of the next item: the only root field's."""
        message = await self.message(patience)
        assert message["type"] == "next", message
        assert "errors" not in message["payload"], message
        [value] = message["payload"]["data"].values()
        return value

    async def error(self, patience: float = PATIENCE) -> dict[str, Any]:
        """The error that ends the operation; items before it are passed over."""
        while (message := await self.message(patience))["type"] == "next":
            pass
        assert message["type"] == "error", message
        return message["payload"][0]

    async def quiet(self, seconds: float = 0.3) -> None:
        """Asserts that nothing comes for a while."""
        try:
            message = await self.message(seconds)
        except TimeoutError:
            return
        raise AssertionError(f"Something came: {message}")


@asynccontextmanager
async def raw_socket(world: World, *protocols: str, **options: Any) -> AsyncIterator[Socket]:
    """A socket on which nothing was said yet."""
    names = protocols or ("graphql-transport-ws",)
    url = f"{world.url}/graphql"
    async with world.http.ws_connect(url, protocols=names, max_msg_size=0, **options) as found:
        yield Socket(found)


@asynccontextmanager
async def socket_of(caller: Caller) -> AsyncIterator[Socket]:
    """A socket of somebody who is signed in."""
    async with raw_socket(caller.world) as socket:
        payload = {"authorization": f"Bearer {caller.token}"} if caller.token else {}
        await socket.send(type="connection_init", payload=payload)
        assert await socket.receive() == {"type": "connection_ack"}
        yield socket


@asynccontextmanager
async def stream_of(caller: Caller, document: str, **variables: Any) -> AsyncIterator[Stream]:
    """One subscription on a socket of its own, begun: what is committed from here on is seen."""
    async with socket_of(caller) as socket:
        with _joining() as stands:
            stream = await socket.subscribe(document, **variables)
            await asyncio.wait_for(stands.wait(), PATIENCE)
        yield stream


@contextmanager
def _joining() -> Iterator[asyncio.Event]:
    """Set once a subscription that is sent in the block stands. The protocol has no word for that."""
    stands, join = asyncio.Event(), feed._Tail.join

    async def noted(tail: Any, follower: Any) -> int:
        position = await join(tail, follower)
        stands.set()
        return position

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(feed._Tail, "join", noted)
        yield stands


async def until(holds: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Returns as soon as something holds."""
    async with asyncio.timeout(patience):
        while not holds():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def head(company: Company) -> int:
    """The number of the newest event."""
    return (await company.owner.ok("{ events(after: 0) { headSeq } }"))["events"]["headSeq"]


class Events:
    """One operation as server-sent events."""

    def __init__(self, response: ClientResponse) -> None:
        self.response = response

    async def message(self, patience: float = PATIENCE) -> tuple[str, Any]:
        """The next event: its name, and its data as JSON. Pings are passed over."""
        async with asyncio.timeout(patience):
            name, data = "", None
            while True:
                line = (await self.response.content.readline()).decode()
                if not line:
                    raise Closed(None, "the answer ended")
                line = line.rstrip("\n")
                if line.startswith("event:"):
                    name = line.partition(":")[2].strip()
                elif line.startswith("data:"):
                    text = line.partition(":")[2].strip()
                    data = json.loads(text) if text else None
                elif not line and name:
                    return name, data

    async def next(self, patience: float = PATIENCE) -> Any:
        """The data of the next item: the only root field's."""
        name, data = await self.message(patience)
        assert name == "next", (name, data)
        assert "errors" not in data, data
        [value] = data["data"].values()
        return value

    async def error(self, patience: float = PATIENCE) -> dict[str, Any]:
        """The error that ends the operation; items before it are passed over."""
        while "errors" not in (message := await self.message(patience))[1]:
            pass
        assert await self.message(patience) == ("complete", None)
        return message[1]["errors"][0]


@asynccontextmanager
async def answer_of(
    caller: Caller, document: str, accept: str = "text/event-stream", **variables: Any
) -> AsyncIterator[ClientResponse]:
    """The answer to an operation of somebody, whatever it is."""
    headers = {"Accept": accept}
    if caller.token:
        headers["Authorization"] = f"Bearer {caller.token}"
    body = {"query": document, "variables": variables}
    async with caller.world.http.post(f"{caller.world.url}/graphql", json=body, headers=headers) as response:
        yield response


@asynccontextmanager
async def events_of(caller: Caller, document: str, **variables: Any) -> AsyncIterator[Events]:
    """One subscription as server-sent events, begun: what is committed from here on is seen."""
    async with AsyncExitStack() as stack:
        with _joining() as stands:
            async with asyncio.timeout(PATIENCE):
                response = await stack.enter_async_context(answer_of(caller, document, **variables))
            assert response.status == 200, await response.text()
            assert response.content_type == "text/event-stream"
            await asyncio.wait_for(stands.wait(), PATIENCE)
        yield Events(response)
