"""Owns what is told of the way of a request through the house, as spans of OpenTelemetry; must never tell a value: of a
statement, a variable, a header, an address.

OpenTelemetry is imported once there is somewhere to send spans to, and not before: till then a span does nothing.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Protocol, Self

from leadhub.errors import SetupError

if TYPE_CHECKING:
    from leadhub.kit.otel import Tracing

_tracing: "Tracing | None" = None


class Span(Protocol):
    """Something that takes time, as long as the block."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *error: object) -> None: ...

    def set(self, name: str, value: str | int) -> None:
        """Says something about it."""

    def fail(self, kind: str) -> None:
        """Says that it went wrong, and how: a word of ours, not a message."""


class Nothing:
    """A span of which nobody is told."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def set(self, name: str, value: str | int) -> None:
        """As if."""

    def fail(self, kind: str) -> None:
        """As if."""


_NOTHING = Nothing()


@asynccontextmanager
async def exported(endpoint: str | None, version: str) -> AsyncIterator[None]:
    """Spans go to the collector at this address as long as the block, the last of them at its end. Raises SetupError."""
    global _tracing  # noqa: PLW0603 - like the metrics, one for the process
    if endpoint is None:
        yield
        return
    try:
        from leadhub.kit.otel import Tracing  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise SetupError(
            f"LEADHUB_TRACES_ENDPOINT is set, but {error.name} is not installed: `pip install 'leadhub[traces]'`."
        ) from None
    _tracing = tracing = Tracing(endpoint, version)
    try:
        yield
    finally:
        _tracing = None
        await asyncio.to_thread(tracing.close)


def arrived(method: str, headers: Mapping[str, str]) -> Span:
    """A request to this process, in the trace that its `traceparent` names."""
    return _NOTHING if _tracing is None else _tracing.arrived(method, headers)


def span(name: str, **attributes: str | int) -> Span:
    """A part of what goes on. In names and attributes `__` stands for a dot."""
    return _NOTHING if _tracing is None else _tracing.span(name, attributes)


def leaving(name: str, **attributes: str | int) -> Span:
    """A request of this process to another; `headers()` are for it."""
    return _NOTHING if _tracing is None else _tracing.leaving(name, attributes)


def apart() -> Span:
    """What goes on inside belongs to no trace: a connection may be open for days."""
    return _NOTHING if _tracing is None else _tracing.apart()


def statement(text: str, seconds: float, error: BaseException | None) -> None:
    """Tells of a statement that is over, as part of what goes on."""
    if _tracing is not None:
        _tracing.statement(text, seconds, error)


def headers() -> dict[str, str]:
    """What makes another process tell of its part in the same trace."""
    return {} if _tracing is None else _tracing.headers()


def ids() -> dict[str, Any]:
    """Which trace this is, for the log."""
    return {} if _tracing is None else _tracing.ids()
