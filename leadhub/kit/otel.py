"""What `leadhub.kit.traces` does once there is a collector: the only module that imports OpenTelemetry.

Spans are sent by a thread, in batches; those that a slow collector cannot take are thrown away.
"""

import re
import time
from asyncio import CancelledError
from collections.abc import Mapping
from contextvars import Token
from functools import lru_cache
from http import HTTPMethod
from typing import Self

from opentelemetry import context, trace
from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import SpanKind, StatusCode
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from leadhub.kit.traces import Nothing

# For one batch and all its tries. When the process ends, up to four batches are left.
_EXPORT_SECONDS = 3.0
_LONGEST_STATEMENT = 2000
_LITERAL = re.compile(r"'(?:[^']|'')*'|(?<![\w$.])\d+(?:\.\d+)?\b")
_METHODS = frozenset(HTTPMethod)

_propagator = TraceContextTextMapPropagator()
Attributes = Mapping[str, str | int]


class Tracing:
    """One per process."""

    def __init__(self, endpoint: str, version: str) -> None:
        about = Resource.create({"service.name": "leadhub", "service.version": version})
        self._provider = TracerProvider(resource=about, shutdown_on_exit=False)
        exporter = OTLPSpanExporter(endpoint=f"{endpoint}/v1/traces", timeout=_EXPORT_SECONDS)
        self._provider.add_span_processor(BatchSpanProcessor(exporter))
        self._tracer = self._provider.get_tracer("leadhub", version)

    def close(self) -> None:
        """Sends what is left. Blocks."""
        self._provider.shutdown()

    def arrived(self, method: str, headers: Mapping[str, str]) -> "_Block":
        # Clients make up methods: the names of spans are to be few.
        known = method in _METHODS
        about = {"http.request.method": method if known else "_OTHER"}
        parent = _propagator.extract(headers, Context())
        return self._block(method if known else "HTTP", SpanKind.SERVER, about, parent)

    def span(self, name: str, attributes: Attributes) -> "_Block":
        return self._block(name, SpanKind.INTERNAL, _dotted(attributes))

    def leaving(self, name: str, attributes: Attributes) -> "_Block":
        return self._block(name, SpanKind.CLIENT, _dotted(attributes))

    def apart(self) -> "_Apart":
        return _Apart()

    def _block(
        self, name: str, kind: SpanKind, attributes: Attributes, parent: Context | None = None
    ) -> "_Block":
        return _Block(self._tracer.start_span(name, parent, kind, dict(attributes)))

    def statement(self, text: str, seconds: float, error: BaseException | None) -> None:
        # asyncpg tells of it when whoever asked may have gone on, so that the span around it may be over.
        if not trace.get_current_span().get_span_context().trace_flags.sampled:
            return
        ended = time.time_ns()
        shown = _without_values(text)
        about = {"db.system.name": "postgresql", "db.query.text": shown}
        started = ended - int(seconds * 1e9)
        span = self._tracer.start_span(
            shown.split(maxsplit=1)[0].lower(), kind=SpanKind.CLIENT, attributes=about, start_time=started
        )
        if error is not None:
            _fail(span, type(error).__name__)
        span.end(ended)

    def headers(self) -> dict[str, str]:
        found: dict[str, str] = {}
        _propagator.inject(found)
        return found

    def ids(self) -> dict[str, str]:
        found = trace.get_current_span().get_span_context()
        if not found.is_valid:
            return {}
        return {
            "trace_id": trace.format_trace_id(found.trace_id),
            "span_id": trace.format_span_id(found.span_id),
        }


class _Apart(Nothing):
    def __enter__(self) -> Self:
        self._token: Token[Context] = context.attach(Context())
        return self

    def __exit__(self, *error: object) -> None:
        context.detach(self._token)


class _Block:
    def __init__(self, span: trace.Span) -> None:
        self._span = span

    def __enter__(self) -> Self:
        self._token: Token[Context] = context.attach(trace.set_span_in_context(self._span))
        return self

    def __exit__(self, *error: object) -> None:
        context.detach(self._token)
        # Not the error's text, which may quote what was sent.
        if isinstance(error[1], Exception | CancelledError):
            self.fail(type(error[1]).__name__)
        self._span.end()

    def set(self, name: str, value: str | int) -> None:
        self._span.set_attribute(name, value)

    def fail(self, kind: str) -> None:
        _fail(self._span, kind)


def _fail(span: trace.Span, kind: str) -> None:
    span.set_attribute("error.type", kind)
    span.set_status(StatusCode.ERROR)


def _dotted(attributes: Attributes) -> Attributes:
    return {name.replace("__", "."): value for name, value in attributes.items()}


@lru_cache(maxsize=2048)
def _without_values(statement: str) -> str:
    """Values are parameters; this is for those that somebody writes into the text."""
    return _LITERAL.sub("?", statement.strip() or "nothing")[:_LONGEST_STATEMENT]
