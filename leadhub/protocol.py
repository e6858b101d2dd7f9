"""HTTP around the application: whatever comes, requests or not, is answered in JSON and with a request id."""

from functools import partial
from http import HTTPStatus
from typing import Any, cast

from aiohttp import web
from aiohttp.http_exceptions import ContentEncodingError, HttpProcessingError, LineTooLong

from leadhub.view import Handler, frame, refuse

# They differ so that a refusal can tell the one from the other: the parser has the same exception for both.
LONGEST_LINE = 16 * 1024
LONGEST_HEADER = 8 * 1024
MOST_HEADERS = 128
# How long a client may go on to send what was refused.
LINGER_SECONDS = 5.0

_REFUSALS = {
    400: "This is not a request in HTTP/1.1.",
    414: f"The address has more than {LONGEST_LINE} bytes; send the operation with POST.",
    415: "The body is packed in a way that is not known here; gzip and deflate are.",
    431: f"There may be {MOST_HEADERS} headers of {LONGEST_HEADER} bytes each; here are more, or longer ones.",
}


class _Connection(web.RequestHandler):
    """One connection. aiohttp (3.14) answers what its parser refuses by itself: as text, with what was sent in it."""

    __slots__ = ("_is_deaf",)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._is_deaf = False

    def data_received(self, data: bytes) -> None:
        """Bytes of a request; thrown away once `leave_rest` was called."""
        if not self._is_deaf:
            super().data_received(data)

    def leave_rest(self) -> None:
        """Lets the client send its request to the end, so that it sees the answer, and looks at nothing of it: aiohttp
        would go on to unpack and to parse it."""
        self._is_deaf = True

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """The answer to what could not be parsed; the connection closes after it."""
        if not isinstance(exc, HttpProcessingError) or request.writer.output_size > 0:
            return super().handle_error(request, status, exc, message)
        status = _status_of(exc)
        response = refuse(request, status, _REFUSALS[status])
        response.force_close()
        return response

    def log_exception(self, *args: Any, **more: Any) -> None:
        """Logs what went wrong with a connection; not that its body was broken, which its client was told."""
        if not isinstance(more.get("exc_info"), web.RequestPayloadError):
            super().log_exception(*args, **more)


def _status_of(error: HttpProcessingError) -> int:
    if isinstance(error, LineTooLong):
        return 414 if str(error.args[1]) == str(LONGEST_LINE) else 431
    if error.message.startswith("Too many headers"):
        return 431
    return 415 if isinstance(error, ContentEncodingError) else 400


async def _answer(handler: Handler, request: web.Request) -> web.StreamResponse:
    response = await frame(request, handler)
    # Whoever is refused unread sent a body too: of fifty kilobytes, fifty megabytes would be unpacked.
    if response.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE or not request.content.is_eof():
        cast("_Connection", request.protocol).leave_rest()
        response.force_close()
    return response


class _Server(web.Server):
    def __call__(self) -> web.RequestHandler:
        return _Connection(self, loop=self._loop, **self._kwargs)


class _Runner(web.AppRunner):
    # A middleware would come too late for what aiohttp refuses on the way to it, such as an unknown `Expect`.
    __slots__ = ()

    async def _make_server(self) -> web.Server:
        made = await super()._make_server()
        return _Server(
            partial(_answer, made.request_handler),
            request_factory=made.request_factory,
            handler_cancellation=made.handler_cancellation,
            **made._kwargs,  # noqa: SLF001
        )


def make_runner(app: web.Application, **options: Any) -> web.AppRunner:
    """What serves an application; every server is made here.

    A request whose client hangs up is cancelled. What must not be cut short then, see `Runner.run`.
    """
    return _Runner(
        app,
        access_log=None,
        handler_cancellation=True,
        max_line_size=LONGEST_LINE,
        max_field_size=LONGEST_HEADER,
        max_headers=MOST_HEADERS,
        lingering_time=LINGER_SECONDS,
        **options,
    )
