"""What every process of LeadHub stands on, a server or a worker: its database, its keys, and what it lends to work."""

import asyncio
import signal
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import orjson
import structlog
from aiohttp import web

from leadhub.checks import check_database
from leadhub.errors import SetupError
from leadhub.events.log import EventLog
from leadhub.kit import db, metrics
from leadhub.kit.actor import Remembered, Services
from leadhub.kit.feed import Feed
from leadhub.kit.mail import Mail
from leadhub.kit.signals import Signals
from leadhub.kit.tokens import KeyProblem, SigningKeys, generate_jwk
from leadhub.settings import Settings, Switch
from leadhub.slices import MODEL_MODULES, modules

log = structlog.get_logger()


class Background:
    """Owns the tasks that outlive a request; all end with the process."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def spawn(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Runs `work` beside; what it raises is logged."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("background_work_failed", exc_info=error)

    async def close(self) -> None:
        """Cancels what still runs and waits for it."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def lend(settings: Settings, background: Background, *, is_server: bool = True) -> Services:
    """What this process lends to whatever runs in it; raises SetupError.

    Servers alone sign access tokens: others need no key, and get one that nobody accepts.
    """
    signals = Signals(settings.listen_url or settings.need("database_url"))
    return Services(
        signing_keys=_signing_keys(settings) if is_server else _made_up_keys(),
        mail=_mail(settings),
        issuer=settings.issuer,
        sign_in_limit=settings.sign_in_limit,
        invitation_limit=settings.invitation_limit,
        webhook_loopback=settings.webhook_allow_loopback is Switch.ON,
        remembered=Remembered(),
        signals=signals,
        feed=Feed(signals, EventLog()),
        reactions=[reaction for module in modules("reactions") for reaction in module.REACTIONS],
        spawn=background.spawn,
    )


def _signing_keys(settings: Settings) -> SigningKeys:
    """The keys that sign access tokens. Outside production a missing one is made up, until the next start."""
    if settings.signing_keys is None:
        if settings.is_production:
            raise SetupError("LEADHUB_SIGNING_KEYS is not set; make a key with `leadhub keys generate`.")
        log.warning("signing_key_made_up", hint="sessions end with this process; set LEADHUB_SIGNING_KEYS")
        return _made_up_keys()
    try:
        return SigningKeys.parse(settings.signing_keys)
    except KeyProblem as problem:
        raise SetupError(f"LEADHUB_SIGNING_KEYS: {problem}") from None


def _made_up_keys() -> SigningKeys:
    return SigningKeys.parse(orjson.dumps(generate_jwk()).decode())


def _mail(settings: Settings) -> Mail:
    try:
        return Mail(settings.smtp_url, "LeadHub <no-reply@leadhub.invalid>")
    except ValueError as error:
        raise SetupError(f"LEADHUB_SMTP_URL: {error}") from None


def stop_signal() -> asyncio.Event:
    """Set when this process is asked to end, by SIGTERM or SIGINT."""
    stopping = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopping.set)
    return stopping


@asynccontextmanager
async def database(settings: Settings) -> AsyncIterator[None]:
    """The pool, open as long as the block; raises SetupError when the database is not fit for this build."""
    config = db.tortoise_config(
        settings.need("database_url"),
        MODEL_MODULES,
        pool_min=settings.pool_min,
        pool_max=settings.pool_max,
        # Without it, giving up on a statement waits for ever when the network swallows everything.
        statement_seconds=settings.timeout_seconds + 1,
    )
    await db.connect(config)
    try:
        await check_database(production=settings.is_production)
        yield
    finally:
        await db.disconnect()


async def open_metrics(settings: Settings) -> web.AppRunner | None:
    """The server of the metrics, where one is wanted; raises SetupError."""
    if settings.metrics_port == 0:
        return None
    try:
        return await metrics.serve_metrics(settings.host, settings.metrics_port)
    except OSError as error:
        raise SetupError(f"{error.strerror} Set LEADHUB_METRICS_PORT to another port, or to 0.") from None
