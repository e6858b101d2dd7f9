"""The composition root: one place where a running LeadHub is put together, and taken apart."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from typing import Any

import orjson
import structlog
from aiohttp import web, web_response

from leadhub import VERSION, graphiql
from leadhub.checks import check_database, not_ready
from leadhub.credentials import Bearer
from leadhub.errors import SetupError
from leadhub.kit import db, metrics
from leadhub.kit.actor import Remembered, Services
from leadhub.kit.mail import Mail
from leadhub.kit.signals import Signals
from leadhub.kit.tokens import KeyProblem, SigningKeys, generate_jwk
from leadhub.operations import known_operations
from leadhub.schema import build_schema
from leadhub.settings import Env, Settings
from leadhub.slices import MODEL_MODULES
from leadhub.upkeep import upkeep
from leadhub.view import GraphQLEndpoint, frame
from leadhub.wire import JSON, LARGEST_BODY

log = structlog.get_logger()

DRAINING = web.AppKey("draining", asyncio.Event)

# aiohttp (3.14) names itself, Python and both versions on requests that it refuses before we see them.
web_response.SERVER_SOFTWARE = "LeadHub"  # type: ignore[attr-defined]


class Background:
    """Owns the tasks that outlive a request; all end with the process."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Runs `work` beside; what it raises is logged."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("background_work_failed", exc_info=error)

    async def close(self) -> None:
        """Cancels what still runs and waits for it."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def signing_keys(settings: Settings) -> SigningKeys:
    """The keys that sign access tokens. Outside production a missing one is made up, until the next start."""
    if settings.signing_keys is None:
        if settings.is_production:
            raise SetupError("LEADHUB_SIGNING_KEYS is not set; make a key with `leadhub keys generate`.")
        log.warning("signing_key_made_up", hint="sessions end with this process; set LEADHUB_SIGNING_KEYS")
        return SigningKeys.parse(orjson.dumps(generate_jwk()).decode())
    try:
        return SigningKeys.parse(settings.signing_keys)
    except KeyProblem as problem:
        raise SetupError(f"LEADHUB_SIGNING_KEYS: {problem}") from None


def build_app(settings: Settings) -> web.Application:
    """The HTTP application. Starting it connects to the database; cleaning it up closes everything."""
    background = Background()
    keys = signing_keys(settings)
    lent = Services(
        signing_keys=keys,
        mail=_mail(settings),
        issuer=settings.issuer,
        sign_in_limit=settings.sign_in_limit,
        invitation_limit=settings.invitation_limit,
        remembered=Remembered(),
        signals=Signals(settings.listen_url or settings.need("database_url")),
        spawn=background.spawn,
    )
    endpoint = GraphQLEndpoint(
        build_schema(introspection=settings.introspection_for, suggestions=settings.env is Env.DEVELOPMENT),
        Bearer(),
        lent,
        trusted_proxies=settings.trusted_proxies,
        timeout_seconds=settings.timeout_seconds,
        known_operations=known_operations(),
        page=graphiql.page() if settings.shows_graphiql else None,
    )
    app = web.Application(client_max_size=LARGEST_BODY, middlewares=[frame])
    app[DRAINING] = asyncio.Event()
    app.cleanup_ctx.append(_database(settings))
    app.cleanup_ctx.append(_background(background))
    app.router.add_route("*", "/graphql", endpoint.handle)
    app.router.add_get("/healthz", _healthz)
    app.router.add_get("/readyz", _readyz)
    app.router.add_get("/.well-known/jwks.json", _jwks(keys))
    metrics.build_info.info({"version": VERSION})
    return app


def _mail(settings: Settings) -> Mail:
    try:
        return Mail(settings.smtp_url, "LeadHub <no-reply@leadhub.invalid>")
    except ValueError as error:
        raise SetupError(f"LEADHUB_SMTP_URL: {error}") from None


def _database(settings: Settings) -> Any:
    async def run(_app: web.Application) -> AsyncIterator[None]:
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

    return run


def _background(background: Background) -> Any:
    async def run(_app: web.Application) -> AsyncIterator[None]:
        background.spawn(upkeep())
        background.spawn(metrics.watch_event_loop())
        yield
        await background.close()

    return run


async def _healthz(_request: web.Request) -> web.Response:
    return web.json_response({"status": "ok"})


async def _readyz(request: web.Request) -> web.Response:
    reason = "shutting down" if request.app[DRAINING].is_set() else await not_ready()
    if reason is None:
        return web.json_response({"status": "ready"})
    return web.json_response({"status": "not ready", "reason": reason}, status=503)


def _jwks(keys: SigningKeys) -> Any:
    body = orjson.dumps(keys.jwks())

    async def answer(_request: web.Request) -> web.Response:
        return web.Response(body=body, content_type=JSON, headers={"Cache-Control": "public, max-age=300"})

    return answer
