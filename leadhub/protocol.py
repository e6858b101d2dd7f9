"""HTTP around the application: whatever comes, requests or not, is answered in JSON and with a request id."""

from functools import partial
from typing import Any

from aiohttp import web
from aiohttp.http_exceptions import ContentEncodingError, HttpProcessingError, LineTooLong

from leadhub.view import frame, refuse

# They differ so that a refusal can tell the one from the other: the parser has the same exception for both.
LONGEST_LINE = 16 * 1024
LONGEST_HEADER = 8 * 1024
MOST_HEADERS = 128

_REFUSALS = {
    400: "This is not a request in HTTP/1.1.",
    414: f"The address has more than {LONGEST_LINE} bytes; send the operation with POST.",
    415: "The body is packed in a way that is not known here; gzip and deflate are.",
    431: f"There may be {MOST_HEADERS} headers of {LONGEST_HEADER} bytes each; here are more, or longer ones.",
}


class _Connection(web.RequestHandler):
    """One connection. aiohttp (3.14) answers what its parser refuses by itself: as text, with what was sent in it."""

    __slots__ = ()

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


def _status_of(error: HttpProcessingError) -> int:
    if isinstance(error, LineTooLong):
        return 414 if str(error.args[1]) == str(LONGEST_LINE) else 431
    if error.message.startswith("Too many headers"):
        return 431
    return 415 if isinstance(error, ContentEncodingError) else 400


class _Server(web.Server):
    def __call__(self) -> web.RequestHandler:
        return _Connection(self, loop=self._loop, **self._kwargs)


class _Runner(web.AppRunner):
    # A middleware would come too late for what aiohttp refuses on the way to it, such as an unknown `Expect`.
    __slots__ = ()

    async def _make_server(self) -> web.Server:
        made = await super()._make_server()
        return _Server(
            partial(frame, handler=made.request_handler),
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
        **options,
    )
