"""A collector on this machine that takes spans as OTLP by HTTP, and keeps them."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

WITHIN = 60.0  # seconds


@dataclass(frozen=True)
class Span:
    """One as it came; ids in hexadecimal, `parent` empty where there is none."""

    name: str
    trace: str
    id: str
    parent: str
    kind: int
    attributes: dict[str, str]
    failed: bool
    nanoseconds: int


@dataclass
class Collector:
    url: str
    spans: list[Span] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    services: set[str] = field(default_factory=set)

    async def got(self, holds: Callable[[Span], bool]) -> Span:
        """The first span of which this is true, once it has come."""
        async with asyncio.timeout(WITHIN):
            while True:
                for span in self.spans:
                    if holds(span):
                        return span
                await asyncio.sleep(0.02)

    def below(self, span: Span) -> list[Span]:
        """The parts of this one."""
        return [one for one in self.spans if one.trace == span.trace and one.parent == span.id]

    async def take(self, request: web.Request) -> web.Response:
        body = await request.read()
        self.raw.append(body)
        for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
            about = {one.key: one.value.string_value for one in resource.resource.attributes}
            self.services.add(f"{about['service.name']} {about['service.version']}")
            for scope in resource.scope_spans:
                self.spans += [_span(one) for one in scope.spans]
        return web.Response()


def _span(found: object) -> Span:
    return Span(
        name=found.name,
        trace=found.trace_id.hex(),
        id=found.span_id.hex(),
        parent=found.parent_span_id.hex(),
        kind=found.kind,
        attributes={one.key: one.value.string_value or str(one.value.int_value) for one in found.attributes},
        failed=found.status.code == 2,
        nanoseconds=found.end_time_unix_nano - found.start_time_unix_nano,
    )


@asynccontextmanager
async def collecting() -> AsyncIterator[Collector]:
    """A collector, as long as the block."""
    collector = Collector("")
    app = web.Application(client_max_size=10 * 1024**2)
    app.router.add_post("/v1/traces", collector.take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    collector.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield collector
    finally:
        await runner.cleanup()
