"""Server-sent events: one operation a request, in distinct connections mode of the protocol `graphql-sse`."""

import asyncio
from contextlib import aclosing, suppress

import orjson
from aiohttp import web

from leadhub.kit import metrics
from leadhub.kit.actor import Actor, Request, as_actor
from leadhub.kit.standing import Standing
from leadhub.running import Outcome, Runner, is_subscription
from leadhub.streams import Streams
from leadhub.wire import EVENT_STREAM, Asked

PING_SECONDS = 15.0
# A connection that does not take an event for so long is cut: its client stopped reading.
WRITE_SECONDS = 30.0

_COMPLETE = b"event: complete\ndata:\n\n"
_PING = b":\n\n"


class EventStream:
    """One answer that goes on for as long as the operation does."""

    def __init__(self, runner: Runner, streams: Streams, request: web.Request) -> None:
        self._runner = runner
        self._streams = streams
        self._request = request
        self._response = web.StreamResponse(
            headers={"Content-Type": f"{EVENT_STREAM}; charset=utf-8", "X-Accel-Buffering": "no"}
        )
        self._task: asyncio.Task[None] | None = None

    async def serve(
        self, asked: Asked, who: Actor | None, credential: str, where: Request
    ) -> web.StreamResponse:
        """Answers until the operation ends, the client is gone or the server goes away."""
        standing = self._streams.standings.enter(who, credential, where) if who else Standing(None)
        where.standing = standing
        leave = self._streams.enter(self)
        try:
            await self._response.prepare(self._request)
            self._task = asyncio.create_task(self._serve(asked, where))
            ping = asyncio.create_task(self._ping())
            await asyncio.wait([self._task, ping], return_when=asyncio.FIRST_COMPLETED)
            for task in (self._task, ping):
                task.cancel()
            await asyncio.gather(self._task, ping, return_exceptions=True)
        finally:
            leave()
            if who is not None:
                self._streams.standings.leave(standing)
        return self._response

    async def leave(self) -> None:
        """Hangs up without `complete`, so that the client comes back."""
        if self._task is not None:
            self._task.cancel()

    async def _serve(self, asked: Asked, where: Request) -> None:
        assert where.standing is not None
        with suppress(ConnectionError), as_actor(where.standing.actor, where):
            if is_subscription(asked):
                async with aclosing(self._runner.stream(asked)) as items:
                    async for item in items:
                        await self._next(item)
            else:
                await self._next(await self._runner.run(asked))
            await self._write(_COMPLETE)

    async def _next(self, item: Outcome) -> None:
        await self._write(b"event: next\ndata: " + orjson.dumps(item.body) + b"\n\n")

    async def _ping(self) -> None:
        with suppress(ConnectionError):
            while True:
                await asyncio.sleep(PING_SECONDS)
                await self._write(_PING)

    async def _write(self, data: bytes) -> None:
        try:
            async with asyncio.timeout(WRITE_SECONDS):
                await self._response.write(data)
        except TimeoutError:
            metrics.shed.inc()
            if self._request.transport is not None:
                self._request.transport.abort()
            raise ConnectionError("the client does not read") from None
