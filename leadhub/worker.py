"""Runs the background work of all slices: each in a loop of its own, until the process is asked to end."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from uuid import UUID

import structlog

from leadhub import VERSION
from leadhub.answers import known_fault
from leadhub.kit import metrics, traces
from leadhub.kit.actor import Services
from leadhub.kit.signals import Topic
from leadhub.kit.work import Lent, Work
from leadhub.process import Background, database, lend, open_metrics
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
    services = lend(settings, background, is_server=False)
    metrics.build_info.info({"version": VERSION})
    async with traces.exported(settings.traces_endpoint, VERSION), database(settings):
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


@asynccontextmanager
async def working(
    services: Services, settings: Settings, *, finish_seconds: float = FINISH_SECONDS
) -> AsyncIterator[None]:
    """Works as long as the block, on a pool that is open, and finishes then."""
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
    works = [kind(lent) for kind in declared()]
    for one in works:
        metrics.work_failures.labels(one.name)  # from zero, or the first failure is no increase
    stop_hearing = services.signals.watch(Topic.EVENTS, None, _waker(works))
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(_run(one, stopping)) for one in works]
            await stopping.wait()
            log.info("finishing", seconds=finish_seconds)
            for one in works:
                one.bell.set()
            _, late = await asyncio.wait(tasks, timeout=finish_seconds + 1)
            for task in late:
                task.cancel()
    finally:
        stop_hearing()


def declared() -> list[type[Work]]:
    """The kinds of work that the slices declare."""
    return [kind for module in modules("work") for kind in module.WORK]


def _waker(works: Sequence[Work]) -> Callable[[UUID], None]:
    bells = [one.bell for one in works if one.hears_events]

    def heard(_tenant_id: UUID) -> None:
        for bell in bells:
            bell.set()

    return heard


async def _run(one: Work, stopping: asyncio.Event) -> None:
    while not stopping.is_set():
        one.bell.clear()
        if not await _round(one):
            await _rest(one.bell, one.every)
    with _complaining(one):
        await one.close()


async def _round(one: Work) -> bool:
    with _complaining(one):
        return await one.round()
    await asyncio.sleep(AGAIN_SECONDS)
    return True


@contextmanager
def _complaining(one: Work) -> Iterator[None]:
    """Logs what goes wrong. A database that is away is waited for: one line says so, and no stack."""
    try:
        yield
    except Exception as problem:
        metrics.work_failures.labels(one.name).inc()
        if known_fault(problem) is None:
            log.exception("work_failed", work=one.name)
        else:
            log.warning("work_waits", work=one.name, reason=str(problem) or type(problem).__name__)


async def _rest(bell: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await bell.wait()
