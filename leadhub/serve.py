"""Running the HTTP server: from the bound port to the last request finished."""

import asyncio
import errno
import signal
from collections.abc import Callable

import structlog
from aiohttp import web

from leadhub.app import DRAINING, build_app
from leadhub.errors import SetupError
from leadhub.kit import metrics
from leadhub.settings import Settings

log = structlog.get_logger()

# How long a balancer gets to see that this instance is not ready before it stops listening, and how long
# requests in flight get to finish after that.
NOTICE_SECONDS = 3.0
FINISH_SECONDS = 30.0


def stop_signal() -> asyncio.Event:
    """Set when this process is asked to end, by SIGTERM or SIGINT."""
    stopping = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopping.set)
    return stopping


async def serve(
    settings: Settings,
    stopping: asyncio.Event,
    *,
    notice_seconds: float = NOTICE_SECONDS,
    on_ready: Callable[[str], None] | None = None,
) -> None:
    """Serves until `stopping` is set. Raises SetupError when it cannot start."""
    app = build_app(settings)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=FINISH_SECONDS)
    await runner.setup()
    metrics_runner = None
    try:
        metrics_runner = await _metrics(settings)
        await _listen(runner, settings)
        log.info("ready", address=settings.issuer, metrics=settings.metrics_port or None)
        if on_ready is not None:
            on_ready(settings.issuer)
        await stopping.wait()
        # Not ready any more, but still answering: whoever balances sends the next request elsewhere.
        app[DRAINING].set()
        log.info("stopping", notice_seconds=notice_seconds)
        await asyncio.sleep(notice_seconds)
    finally:
        await runner.cleanup()
        if metrics_runner is not None:
            await metrics_runner.cleanup()
    log.info("stopped")


async def _metrics(settings: Settings) -> web.AppRunner | None:
    if settings.metrics_port == 0:
        return None
    try:
        return await metrics.serve_metrics(settings.host, settings.metrics_port)
    except OSError as error:
        raise SetupError(f"{error.strerror} Set LEADHUB_METRICS_PORT to another port, or to 0.") from None


async def _listen(runner: web.AppRunner, settings: Settings) -> None:
    try:
        await web.TCPSite(runner, settings.host, settings.port).start()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise SetupError(
                f"Port {settings.port} on {settings.host} is taken: stop what uses it, or choose another port."
            ) from None
        raise SetupError(f"Cannot listen on {settings.host}:{settings.port}: {error.strerror}.") from None
