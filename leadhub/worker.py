"""Runs the background work of all slices: each in a loop of its own, until the process is asked to end."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import structlog
from aiohttp import web

from leadhub import VERSION
from leadhub.app import LENT
from leadhub.kit import metrics
from leadhub.kit.actor import Services
from leadhub.kit.signals import Topic
from leadhub.kit.work import Lent, Work
from leadhub.process import Background, database, lend
from leadhub.serve import open_metrics
from leadhub.settings import Settings
from leadhub.slices import modules

log = structlog.get_logger()

# What is in hand gets this long to finish; then it is given back.
FINISH_SECONDS = 15.0
# After work has failed, most often because the database is away.
AGAIN_SECONDS = 1.0


async def run_worker(settings: Settings, stopping: asyncio.Event) -> None:
    """A process that works and serves nobody, until `stopping` is set. Raises SetupError when it cannot start."""
    background = Background()
    services = lend(settings, background)
    metrics.build_info.info({"version": VERSION})
    async with database(settings):
        metrics_runner = await open_metrics(settings)
        background.spawn(services.signals.run())
        background.spawn(metrics.watch_event_loop())
        try:
            log.info("ready", metrics=settings.metrics_port or None)
            await work(services, settings, stopping)
        finally:
            await background.close()
            if metrics_runner is not None:
                await metrics_runner.cleanup()
    log.info("stopped")


def beside(settings: Settings, *, finish_seconds: float) -> Callable[[web.Application], AsyncIterator[None]]:
    """A `cleanup_ctx` that works inside a server's process, on its pool."""

    async def run(app: web.Application) -> AsyncIterator[None]:
        async with working(app[LENT], settings, finish_seconds=finish_seconds):
            yield

    return run


@asynccontextmanager
async def working(
    services: Services, settings: Settings, *, finish_seconds: float = FINISH_SECONDS
) -> AsyncIterator[None]:
    """Works as long as the block, and finishes then."""
    stopping = asyncio.Event()
    task = asyncio.create_task(work(services, settings, stopping, finish_seconds=finish_seconds))
    try:
        yield
    finally:
        stopping.set()
        await task


async def work(
    services: Services, settings: Settings, stopping: asyncio.Event, *, finish_seconds: float = FINISH_SECONDS
) -> None:
    """All declared work, on a pool that is open, until `stopping` is set and what is in hand is finished."""
    lent = Lent(settings, services, finish_seconds)
    works: list[Work] = [kind(lent) for module in modules("work") for kind in module.WORK]
    stop_hearing = services.signals.watch(Topic.EVENTS, None, _waker(works))
    try:
        async with asyncio.TaskGroup() as group:
            loops = [group.create_task(_loop(one)) for one in works]
            await stopping.wait()
            for loop in loops:
                loop.cancel()
    finally:
        stop_hearing()
        await asyncio.gather(*(_close(one) for one in works))


def _waker(works: list[Work]) -> Callable[[UUID], None]:
    bells = [one.bell for one in works if one.hears_events]

    def heard(_tenant_id: UUID) -> None:
        for bell in bells:
            bell.set()

    return heard


async def _loop(one: Work) -> None:
    """Until cancelled."""
    while True:
        one.bell.clear()
        try:
            again = await one.round()
        except Exception as problem:
            _complain(one, problem)
            await asyncio.sleep(AGAIN_SECONDS)
            continue
        if not again:
            try:
                async with asyncio.timeout(one.every):
                    await one.bell.wait()
            except TimeoutError:
                pass


def _complain(one: Work, problem: BaseException) -> None:
    metrics.work_failures.labels(one.name).inc()
    log.error("work_failed", work=one.name, exc_info=problem)


async def _close(one: Work) -> None:
    try:
        async with asyncio.timeout(one.lent.finish_seconds + 1):
            await one.close()
    except Exception as problem:
        _complain(one, problem)


def declared() -> list[Any]:
    """The kinds of work that the slices declare."""
    return [kind for module in modules("work") for kind in module.WORK]
