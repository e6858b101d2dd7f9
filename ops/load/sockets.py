"""Sockets that follow all events by `graphql-transport-ws`, and come back where they were when they are closed."""

import asyncio
import random
from contextlib import suppress
from typing import Any

from aiohttp import ClientError, ClientWebSocketResponse, WSMsgType

from ops.load.client import Client

PROTOCOL = "graphql-transport-ws"
# So that those who were cut together do not come back together.
MOST_PAUSE_SECONDS = 0.5
HEARTBEAT_SECONDS = 20.0

_FOLLOW = "subscription EventStream($after: Int!) { eventStream(after: $after) { seq } }"


class Follower:
    """One socket at a time; `seq` is the last event that it got."""

    def __init__(self, client: Client, seq: int) -> None:
        self.seq = seq
        self._client = client

    async def run(self) -> None:
        """Until it is cancelled."""
        while True:
            with suppress(ClientError, OSError, TimeoutError):
                await self._follow()
            await asyncio.sleep(random.uniform(0, MOST_PAUSE_SECONDS))  # noqa: S311

    async def _follow(self) -> None:
        figures = self._client.figures
        async with self._client.http.ws_connect(
            f"{self._client.url}/graphql", protocols=[PROTOCOL], heartbeat=HEARTBEAT_SECONDS
        ) as socket:
            credential = {"authorization": f"Bearer {self._client.token}"}
            await socket.send_json({"type": "connection_init", "payload": credential})
            await socket.receive_json(timeout=15)
            figures.connected += 1
            asked = {"query": _FOLLOW, "variables": {"after": self.seq}}
            await socket.send_json({"type": "subscribe", "id": "1", "payload": asked})
            while (message := await socket.receive()).type is WSMsgType.TEXT:
                await self._take(socket, message.json())
            # Not `socket.close_code`: aiohttp (3.14) makes it 1006 when the other side does not wait for our answer.
            figures.closed[message.data if message.type is WSMsgType.CLOSE else 1006] += 1

    async def _take(self, socket: ClientWebSocketResponse, message: dict[str, Any]) -> None:
        match message["type"]:
            case "ping":
                await socket.send_json({"type": "pong"})
            case "next":
                seq = message["payload"]["data"]["eventStream"]["seq"]
                self._client.figures.events += 1
                self._client.figures.out_of_turn += seq != self.seq + 1
                self.seq = seq
            case other if other in {"error", "complete"}:
                await socket.close()
