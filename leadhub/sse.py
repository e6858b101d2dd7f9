"""Server-sent events: one operation a request, in distinct connections mode of the protocol `graphql-sse`."""

import asyncio
from contextlib import aclosing

import structlog
from aiohttp import ClientConnectionResetError, web

from leadhub.answers import known_fault
from leadhub.kit import metrics
from leadhub.kit.actor import Actor, Request, as_actor
from leadhub.kit.standing import Standing
from leadhub.kit.writing import dump
from leadhub.running import Outcome, Runner, json_response
from leadhub.streams import Gone, Streams
from leadhub.wire import EVENT_STREAM, Asked, media_type

log = structlog.get_logger()

PING_SECONDS = 15.0
# A connection that does not take an event for so long is cut: its client stopped reading.
WRITE_SECONDS = 30.0
# How long a client that reads JSON too waits for the headers: in that time most refusals are known.
REFUSAL_SECONDS = 0.5

_COMPLETE = b"event: complete\ndata:\n\n"
_PING = b":\n\n"


class EventStream:
    """One answer that goes on for as long as the operation does.

    An operation that is refused before it runs is told in the stream, as the protocol demands: its clients take a
    status of 4xx for trouble with the network, try again and again, and show none of its errors. Who names JSON
    as well in `Accept` gets JSON then, with the status that any POST has.
    """

    def __init__(self, runner: Runner, streams: Streams, request: web.Request) -> None:
        self._runner = runner
        self._streams = streams
        self._request = request
        self._response = web.StreamResponse(
            headers={"Content-Type": f"{EVENT_STREAM}; charset=utf-8", "X-Accel-Buffering": "no"}
        )
        self._opening = asyncio.Lock()
        self._json = _json_besides(request.headers.get("Accept", ""))
        self._refusal: Outcome | None = None
        self._task: asyncio.Task[None] | None = None

    async def serve(
        self, asked: Asked, who: Actor | None, credential: str, where: Request
    ) -> web.StreamResponse:
        """Answers until the operation ends, the client is gone or the server goes away."""
        standing = self._streams.standings.enter(who, credential, where) if who else Standing(None)
        where.standing = standing
        leave = self._streams.enter(self)
        tasks = [asyncio.create_task(self._serve(asked, where))]
        self._task = tasks[0]
        try:
            if self._json is not None:
                await asyncio.wait(tasks, timeout=REFUSAL_SECONDS)
            if self._refusal is not None and self._json is not None:
                return json_response(self._refusal, self._json)
            self._json = None  # too late for it: what is refused from here on is told in the stream
            tasks.append(asyncio.create_task(self._ping()))
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
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
        with as_actor(where.standing.actor, where):
            try:
                async with aclosing(self._runner.stream(asked)) as items:
                    async for item in items:
                        if item.is_last and self._json is not None and not self._response.prepared:
                            self._refusal = item
                            return
                        await self._write(b"event: next\ndata: " + dump(item.body) + b"\n\n")
                await self._write(_COMPLETE)
            except Gone:
                pass
            except Exception as error:
                # Without `complete`, so that the client comes back.
                if known_fault(error) is None:
                    log.exception("event_stream_failed")

    async def _ping(self) -> None:
        try:
            await self._open()
            while True:
                await asyncio.sleep(PING_SECONDS)
                await self._write(_PING)
        except Gone:
            pass

    async def _open(self) -> None:
        async with self._opening:
            if not self._response.prepared:
                try:
                    await self._response.prepare(self._request)
                except ConnectionError:
                    raise Gone from None

    async def _write(self, data: bytes) -> None:
        await self._open()
        try:
            async with asyncio.timeout(WRITE_SECONDS):
                await self._response.write(data)
        except TimeoutError:
            metrics.shed.inc()
            if self._request.transport is not None:
                self._request.transport.abort()
            raise Gone from None
        except ClientConnectionResetError:
            raise Gone from None


def _json_besides(accept: str) -> str | None:
    """The JSON that a client reads who asks for a stream first; None when it names none."""
    rest = [part for part in accept.split(",") if part.partition(";")[0].strip().lower() != EVENT_STREAM]
    return media_type(",".join(rest)) if any("json" in part.lower() for part in rest) else None
