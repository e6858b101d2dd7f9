"""The composition root of a server: one place where it is put together, and taken apart."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import orjson
from aiohttp import web, web_response

from leadhub import VERSION, graphiql
from leadhub.admission import Admission
from leadhub.capturing import Capturing
from leadhub.checks import not_ready
from leadhub.cors import PATH, Cors
from leadhub.credentials import Bearer
from leadhub.documents import Persisted, trusted
from leadhub.kit import metrics, traces
from leadhub.kit.actor import Services
from leadhub.kit.bucket import Buckets
from leadhub.kit.standing import Standings
from leadhub.kit.tokens import SigningKeys
from leadhub.operations import documents, known_operations
from leadhub.preparing import Preparing
from leadhub.process import Background, database, lend
from leadhub.running import Runner
from leadhub.schema import build_schema
from leadhub.settings import Env, Settings, TrustedDocuments
from leadhub.streams import Streams
from leadhub.view import GraphQLEndpoint, on_every_answer
from leadhub.wire import JSON, LARGEST_BODY

DRAINING = web.AppKey("draining", asyncio.Event)
LENT = web.AppKey("lent", Services)

# aiohttp (3.14) names itself, Python and both versions on requests that it refuses before we see them.
web_response.SERVER_SOFTWARE = "LeadHub"  # type: ignore[attr-defined]


def build_app(settings: Settings) -> web.Application:
    """The HTTP application. Starting it connects to the database; cleaning it up closes everything."""
    background, credentials = Background(), Bearer()
    lent = lend(settings, background)
    standings = Standings(lent.signals, lent.remembered, credentials)
    streams = Streams(standings, credentials, background.spawn, allowed_origins=settings.allowed_origins)
    cors = Cors(settings.allowed_origins)
    page = graphiql.GraphiQL(settings, graphiql.folder())
    endpoint = GraphQLEndpoint(
        _runner(settings, background),
        streams,
        lent,
        trusted_proxies=settings.trusted_proxies,
        cors=cors,
        graphiql=page,
    )
    app = web.Application(client_max_size=LARGEST_BODY)
    app[DRAINING], app[LENT] = asyncio.Event(), lent
    app.cleanup_ctx.append(_traces(settings))  # first, so that it ends last
    app.cleanup_ctx.append(_database(settings))
    app.cleanup_ctx.append(_background(background, lent, standings))
    app.on_response_prepare.extend([on_every_answer, _last_of_its_connection])
    if settings.allowed_origins:
        app.on_response_prepare.append(cors.on_every_answer)
    app.on_shutdown.append(_leave(streams))
    app.router.add_route("*", PATH, endpoint.handle)
    app.router.add_get(graphiql.PATH + "{name}", page.file)
    Capturing(settings, lent).serve(app.router)
    app.router.add_get("/healthz", _healthz)
    app.router.add_get("/readyz", _readyz)
    app.router.add_get("/.well-known/jwks.json", _jwks(lent.signing_keys))
    metrics.build_info.info({"version": VERSION})
    return app


def _runner(settings: Settings, background: Background) -> Runner:
    schema, published = build_schema(), documents()
    suggestions = settings.env is Env.DEVELOPMENT
    preparing = Preparing(
        schema._schema,  # noqa: SLF001
        Persisted(published),
        trusted=trusted(published) if settings.trusted_documents is TrustedDocuments.ONLY else None,
        suggestions=suggestions,
    )
    admission = Admission(
        schema._schema,  # noqa: SLF001
        preparing,
        Buckets(settings.cost_bucket, settings.cost_restore),
        introspection=settings.introspection_for,
        cost_limit=settings.cost_limit,
    )
    return Runner(
        schema,
        admission,
        background.spawn,
        timeout_seconds=settings.timeout_seconds,
        known_operations=known_operations(),
        suggestions=suggestions,
        traced=settings.traces_endpoint is not None,
    )


def _traces(settings: Settings) -> Any:
    async def run(_app: web.Application) -> AsyncIterator[None]:
        async with traces.exported(settings.traces_endpoint, VERSION):
            yield

    return run


def _database(settings: Settings) -> Any:
    async def run(_app: web.Application) -> AsyncIterator[None]:
        async with database(settings):
            yield

    return run


def _background(background: Background, lent: Services, standings: Standings) -> Any:
    async def run(_app: web.Application) -> AsyncIterator[None]:
        background.spawn(lent.signals.run())
        background.spawn(standings.run())
        background.spawn(metrics.watch_event_loop())
        yield
        await lent.feed.close()
        await background.close()

    return run


async def _last_of_its_connection(request: web.Request, response: web.StreamResponse) -> None:
    """Who keeps a connection to a server that goes away learns so with an answer, not by a request that gets none."""
    if request.app[DRAINING].is_set() and not isinstance(response, web.WebSocketResponse):
        response.headers["Connection"] = "close"
        response.force_close()


def _leave(streams: Streams) -> Any:
    async def run(_app: web.Application) -> None:
        await streams.leave()

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

    # Public, so that pages of any origin may verify tokens.
    headers = {"Cache-Control": "public, max-age=300", "Access-Control-Allow-Origin": "*"}

    async def answer(_request: web.Request) -> web.Response:
        return web.Response(body=body, content_type=JSON, headers=headers)

    return answer
