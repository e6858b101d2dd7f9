"""The protocol `graphql-transport-ws`: one socket, many operations, each with its own id."""

import asyncio
from contextlib import aclosing, suppress
from typing import Any

import orjson
import structlog
from aiohttp import ClientConnectionResetError, WSCloseCode, WSMsgType, web

from leadhub.answers import known_fault
from leadhub.errors import BadRequest, Unauthenticated
from leadhub.kit import metrics
from leadhub.kit.actor import Request, as_actor
from leadhub.kit.standing import Standing
from leadhub.kit.writing import dump
from leadhub.outbox import Outbox
from leadhub.running import Runner
from leadhub.streams import Gone, Streams
from leadhub.wire import Asked, WireFault, asked_of, bearer

log = structlog.get_logger()

PROTOCOL = "graphql-transport-ws"
INIT_SECONDS = 10.0
LARGEST_FRAME = 64 * 1024
MOST_OPERATIONS = 50
# A socket that does not take a frame for so long is cut: its client stopped reading.
WRITE_SECONDS = 30.0
PING_SECONDS = 25.0
CLOSE_SECONDS = 2.0

BAD_MESSAGE = 4400
NOT_READY = 4401
REFUSED = 4403
NO_PROTOCOL = 4406
TOO_LATE = 4408
SAME_ID = 4409
TWICE = 4429


class _Close(Exception):
    """The socket must be closed with this code, for this reason."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class Socket:
    """One connection, from its upgrade to its end."""

    def __init__(self, runner: Runner, streams: Streams, where: Request) -> None:
        self._runner = runner
        self._streams = streams
        self._where = where
        self._standing: Standing | None = None
        self._is_ready = asyncio.Event()
        self._operations: dict[str, asyncio.Task[None]] = {}
        self._outbox = Outbox()
        self._socket = web.WebSocketResponse(
            protocols=[PROTOCOL],
            heartbeat=PING_SECONDS,
            timeout=CLOSE_SECONDS,
            max_msg_size=LARGEST_FRAME,
            compress=False,  # a compressor a socket would cost more memory than all the rest
        )

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Answers until either side closes."""
        await self._socket.prepare(request)
        if self._socket.ws_protocol != PROTOCOL:
            await self.close(NO_PROTOCOL, f"Speak {PROTOCOL}.")
            return self._socket
        leave = self._streams.enter(self)
        writer = asyncio.create_task(self._write())
        try:
            with suppress(Gone):
                await self._read()
        except _Close as ending:
            await self.close(ending.code, ending.reason)
        finally:
            leave()
            writer.cancel()
            await self._end()
        return self._socket

    async def close(self, code: int, reason: str) -> None:
        """Says why and hangs up, whether the client listens or not."""
        try:
            async with asyncio.timeout(2 * CLOSE_SECONDS):
                await self._socket.close(code=code, message=_short(reason))
        except (TimeoutError, ConnectionError):
            self._cut()
        else:
            # What is not taken by then never is, and would keep the connection for as long as the client likes.
            asyncio.get_running_loop().call_later(CLOSE_SECONDS, self._cut)

    async def leave(self) -> None:
        """The server is going away: the client shall come back to another."""
        await self.close(WSCloseCode.SERVICE_RESTART, "The server restarts; connect again.")

    def _cut(self) -> None:
        if (request := self._socket._req) is not None and request.transport is not None:  # noqa: SLF001
            request.transport.abort()

    async def _write(self) -> None:
        async def write(frame: bytes) -> None:
            await self._socket.send_frame(frame, WSMsgType.TEXT)

        try:
            await self._outbox.run(write, WRITE_SECONDS)
        except TimeoutError:
            metrics.shed.inc()
            self._cut()
        except ClientConnectionResetError:
            pass  # the client is gone

    async def _end(self) -> None:
        for task in self._operations.values():
            task.cancel()
        await asyncio.gather(*self._operations.values(), return_exceptions=True)
        if self._standing is not None and self._standing.actor is not None:
            self._streams.standings.leave(self._standing)

    async def _read(self) -> None:
        try:
            async with asyncio.timeout(INIT_SECONDS) as patience:
                async for message in self._socket:
                    if message.type is not WSMsgType.TEXT:
                        raise _Close(BAD_MESSAGE, "Messages are JSON, sent as text.")
                    await self._take(_parsed(message.data))
                    if self._is_ready.is_set():
                        patience.reschedule(None)
        except TimeoutError:
            raise _Close(TOO_LATE, "Connection initialisation timeout") from None

    async def _take(self, message: dict[str, Any]) -> None:
        match message.get("type"):
            case "connection_init":
                await self._init(message.get("payload"))
            case "ping":
                await self._send({"type": "pong"})
            case "pong":
                pass
            case "subscribe":
                self._subscribe(_id_of(message), message.get("payload"))
            case "complete":
                if (task := self._operations.pop(_id_of(message), None)) is not None:
                    task.cancel()
            case unknown:
                raise _Close(BAD_MESSAGE, f"There is no message of type {str(unknown)[:40]!r}.")

    async def _init(self, payload: Any) -> None:
        if self._standing is not None:
            raise _Close(TWICE, "Too many initialisation requests")
        if payload is not None and not isinstance(payload, dict):
            raise _Close(BAD_MESSAGE, "The payload of connection_init is an object, or left out.")
        given = next(
            (value for name, value in (payload or {}).items() if name.lower() == "authorization"), None
        )
        self._standing = Standing(None)
        if given is not None:
            try:
                self._standing = await self._sign_in(given)
            except Unauthenticated as refusal:
                raise _Close(REFUSED, refusal.message) from None
            except Exception as error:
                raise _trouble(error) from error
            self._standing.tell(self._caller_changed)
        self._is_ready.set()
        await self._send({"type": "connection_ack"})

    async def _sign_in(self, given: Any) -> Standing:
        credential = bearer(given if isinstance(given, str) else "")
        with as_actor(None, self._where):
            who = await self._streams.credentials(credential)
        return self._streams.standings.enter(who, credential, self._where)

    def _caller_changed(self) -> None:
        assert self._standing is not None
        if self._standing.ended is not None:
            self._streams.spawn(self.close(REFUSED, self._standing.ended.message))

    def _subscribe(self, id: str, payload: Any) -> None:
        if not self._is_ready.is_set():
            raise _Close(NOT_READY, "Send connection_init first.")
        if id in self._operations:
            raise _Close(SAME_ID, f"Subscriber for {id[:40]} already exists")
        try:
            asked = asked_of(payload)
        except WireFault as fault:
            raise _Close(BAD_MESSAGE, str(fault)) from None
        crowded = len(self._operations) >= MOST_OPERATIONS
        self._operations[id] = asyncio.create_task(self._refuse(id) if crowded else self._operate(id, asked))

    async def _refuse(self, id: str) -> None:
        message = f"A socket may have {MOST_OPERATIONS} operations at once; end one, or open another socket."
        error = {"message": message, "extensions": {"code": BadRequest.code}}
        self._operations.pop(id, None)
        with suppress(Gone):
            await self._send({"id": id, "type": "error", "payload": [error]})

    async def _operate(self, id: str, asked: Asked) -> None:
        assert self._standing is not None
        where = Request(
            id=self._where.id,
            address=self._where.address,
            services=self._where.services,
            standing=self._standing,
        )
        try:
            with suppress(Gone), as_actor(self._standing.actor, where):
                await self._stream(id, asked)
        except Exception as error:  # noqa: BLE001  (looked into by `_trouble`)
            ending = _trouble(error)
            self._streams.spawn(self.close(ending.code, ending.reason))

    async def _stream(self, id: str, asked: Asked) -> None:
        async with aclosing(self._runner.stream(asked)) as items:
            async for item in items:
                if item.is_last:
                    # Free before it is said: the client may use the id again at once.
                    self._operations.pop(id, None)
                    await self._send({"id": id, "type": "error", "payload": item.body["errors"]})
                    return
                await self._send({"id": id, "type": "next", "payload": item.body})
        await self._complete(id)

    async def _complete(self, id: str) -> None:
        self._operations.pop(id, None)
        await self._send({"id": id, "type": "complete"})

    async def _send(self, message: dict[str, Any]) -> None:
        await self._outbox.put(dump(message))


def _trouble(error: Exception) -> _Close:
    """How the socket ends over what no client can help. Clients come back after the first code, not the second."""
    if (fault := known_fault(error)) is not None:
        return _Close(WSCloseCode.TRY_AGAIN_LATER, fault.message)
    log.error("socket_failed", exc_info=error)
    return _Close(WSCloseCode.INTERNAL_ERROR, "Something went wrong on our side.")


def _short(reason: str) -> bytes:
    """A close frame has room for 123 bytes, which must be whole letters."""
    return reason.encode()[:120].decode(errors="ignore").encode()


def _parsed(text: str) -> dict[str, Any]:
    try:
        message = orjson.loads(text)
    except orjson.JSONDecodeError:
        raise _Close(BAD_MESSAGE, "This message is not JSON.") from None
    if not isinstance(message, dict):
        raise _Close(BAD_MESSAGE, "A message is a JSON object with a `type`.")
    return message


def _id_of(message: dict[str, Any]) -> str:
    id = message.get("id")
    if not isinstance(id, str) or not id:
        raise _Close(BAD_MESSAGE, "This message needs an `id`, as text.")
    return id
