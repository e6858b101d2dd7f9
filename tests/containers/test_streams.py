"""Streams through NGINX: each event at once, over a WebSocket and as server-sent events."""

import asyncio
import json
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import ClientSession, ClientTimeout, DummyCookieJar, TCPConnector, WSServerHandshakeError

from tests.containers.stack import Stack

pytestmark = pytest.mark.containers

WS = ["graphql-transport-ws"]
PATIENCE = 10  # held back, an event would wait for the 60 s of silence that end a stream
CHANGED = "subscription { leadChanged { kind lead { lastName } } }"
CREATE = "mutation($name: String!) { createLead(input: {lastName: $name}) { lead { id } } }"


@asynccontextmanager
async def session(stack: Stack) -> AsyncIterator[ClientSession]:
    async with ClientSession(
        stack.url,
        connector=TCPConnector(ssl=stack.trusting),
        cookie_jar=DummyCookieJar(),
        timeout=ClientTimeout(30),
        headers={"Authorization": f"Bearer {stack.key}"},
    ) as found:
        yield found


async def create(http: ClientSession) -> str:
    name = f"S{secrets.token_hex(4)}"
    body = {"query": CREATE, "variables": {"name": name}}
    async with http.post("/graphql", json=body) as answer:
        assert (await answer.json())["data"]["createLead"]["lead"]
    return name


def change(name: str) -> Any:
    return {"data": {"leadChanged": {"kind": "ENTERED", "lead": {"lastName": name}}}}


def _without_cost(payload: Any) -> Any:
    return {"data": payload["data"]}


async def test_a_websocket_passes_events_at_once(stack: Stack) -> None:
    async with session(stack) as http, http.ws_connect("/graphql", protocols=WS, origin=stack.url) as socket:
        credential = {"authorization": f"Bearer {stack.key}"}
        await socket.send_json({"type": "connection_init", "payload": credential})
        assert (await socket.receive_json(timeout=PATIENCE))["type"] == "connection_ack"
        await socket.send_json({"id": "1", "type": "subscribe", "payload": {"query": CHANGED}})
        await asyncio.sleep(0.5)  # until it listens
        for _ in range(3):
            name = await create(http)
            event = await socket.receive_json(timeout=PATIENCE)
            assert _without_cost(event["payload"]) == change(name)


async def test_pages_of_others_open_no_websocket(stack: Stack) -> None:
    async with session(stack) as http:
        with pytest.raises(WSServerHandshakeError) as refused:
            await http.ws_connect("/graphql", protocols=WS, origin="https://evil.test")
    assert refused.value.status == 403


async def test_server_sent_events_are_not_held_back(stack: Stack) -> None:
    accept = {"Accept": "text/event-stream", "Accept-Encoding": "gzip"}
    body = {"query": CHANGED}
    async with session(stack) as http, http.post("/graphql", json=body, headers=accept) as stream:
        assert stream.status == 200
        assert "Content-Encoding" not in stream.headers
        await asyncio.sleep(0.5)
        for _ in range(3):
            name = await create(http)
            async with asyncio.timeout(PATIENCE):
                while not (line := await stream.content.readline()).startswith(b"data: {"):
                    pass
            assert _without_cost(json.loads(line[6:])) == change(name)
