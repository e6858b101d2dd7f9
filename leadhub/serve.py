"""Running the HTTP server: from the bound port to the last request finished."""

import asyncio
import errno
import gc
import os
import socket
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress
from typing import cast

import structlog
from aiohttp import web

from leadhub import graphiql
from leadhub.app import DRAINING, build_app
from leadhub.errors import SetupError
from leadhub.process import open_metrics
from leadhub.protocol import make_runner
from leadhub.settings import Settings

log = structlog.get_logger()

# How long a balancer gets to see that this instance is not ready before it stops listening, how long a connection
# that was made just before that gets to bring its request, and how long requests in flight get to finish.
NOTICE_SECONDS = 3.0
ARRIVE_SECONDS = 0.3
FINISH_SECONDS = 30.0
# How long a thread that computes keeps the interpreter from the event loop, each time that it wants it: 5 ms are usual, and
# an operation with twenty statements wants it forty times.
SWITCH_SECONDS = 0.0005


async def serve(
    settings: Settings,
    stopping: asyncio.Event,
    *,
    notice_seconds: float = NOTICE_SECONDS,
    on_ready: Callable[[str], None] | None = None,
    beside: Sequence[Callable[[web.Application], AsyncIterator[None]]] = (),
) -> None:
    """Serves until `stopping` is set. Raises SetupError when it cannot start.

    `beside` is what else this process does, each as a `cleanup_ctx`: it begins when the database is connected, and
    ends after the last request and before the database is let go.
    """
    app = build_app(settings)
    app.cleanup_ctx.extend(beside)
    runner = make_runner(app, shutdown_timeout=FINISH_SECONDS)
    await runner.setup()
    metrics_runner = server = None
    try:
        metrics_runner = await open_metrics(settings)
        server = await _listen(runner, settings)
        _collect_less()
        sys.setswitchinterval(SWITCH_SECONDS)
        if settings.shows_graphiql and not graphiql.is_built():
            log.info("graphiql_not_built", hint=graphiql.HOW_TO_BUILD)
        log.info("ready", address=settings.issuer, metrics=settings.metrics_port or None)
        if on_ready is not None:
            on_ready(settings.issuer)
        await stopping.wait()
        # Not ready any more, but still answering: whoever balances sends the next request elsewhere.
        app[DRAINING].set()
        log.info("stopping", notice_seconds=notice_seconds)
        await asyncio.sleep(notice_seconds)
    finally:
        if server is not None:
            await _stop_listening(server, runner)
        await runner.cleanup()
        if metrics_runner is not None:
            await metrics_runner.cleanup()
    log.info("stopped")


async def _stop_listening(server: asyncio.Server, runner: web.AppRunner) -> None:
    """Takes no more connections and loses none: what the kernel has accepted in our name would be reset, and what has
    not brought its request yet would be closed, as idle."""
    queues = [socket.socket(fileno=os.dup(one.fileno())) for one in server.sockets]
    server.close()
    loop = asyncio.get_running_loop()
    for waiting in [connection for queue in queues for connection in _drained(queue)]:
        await loop.connect_accepted_socket(cast("web.Server", runner.server), waiting)
    await asyncio.sleep(ARRIVE_SECONDS)


def _drained(queue: socket.socket) -> list[socket.socket]:
    """The connections that wait to be accepted; nobody joins them afterwards."""
    found = []
    with queue, suppress(BlockingIOError):
        queue.setblocking(False)
        while True:
            found.append(queue.accept()[0])
    return found


def _collect_less() -> None:
    """Python looks through all objects for rings that are garbage far too often for a server with many that live long:
    with 1,000 subscriptions open the pauses were a p99 from commit to frame of 450 ms, so they are 100 ms
    (`just bench subscriptions`). What the start has made is never garbage."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 100, 100)


async def _listen(runner: web.AppRunner, settings: Settings) -> asyncio.Server:
    make, loop = cast("web.Server", runner.server), asyncio.get_running_loop()
    try:
        return await loop.create_server(make, settings.host, settings.port, backlog=128)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise SetupError(
                f"Port {settings.port} on {settings.host} is taken: stop what uses it, or choose another port."
            ) from None
        raise SetupError(f"Cannot listen on {settings.host}:{settings.port}: {error.strerror}.") from None
