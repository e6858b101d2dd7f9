"""The HTTP edge: credential -> Actor -> schema -> answer. It decides nothing about leads."""

import asyncio
import re
import secrets
import time
from collections.abc import Awaitable, Callable, Mapping
from ipaddress import IPv4Network, IPv6Network, ip_address
from typing import Any, Protocol

import orjson
import strawberry
import structlog
from aiohttp import web
from graphql import ExecutionResult, GraphQLError
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types.graphql import OperationType

from leadhub.answers import known_fault, outcome_of, show_all, status_of
from leadhub.errors import AccessRefused, RequestFault, TimedOut, Unauthenticated
from leadhub.kit import metrics
from leadhub.kit.actor import Actor, Request, Services, acting, as_actor
from leadhub.kit.events import record_refusal
from leadhub.wire import GRAPHQL_JSON, JSON, Asked, WireFault, fault_body, media_type, read_get, read_post

log = structlog.get_logger()

_REQUEST_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
_ANSWER_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


REQUEST_ID = web.RequestKey("request_id", str)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Credentials(Protocol):
    """Turns a bearer credential into an actor; raises Unauthenticated."""

    async def __call__(self, credential: str) -> Actor: ...


def given_or_new_id(request: web.Request) -> str:
    """The client's own id for this request when it is a decent one, else a new one."""
    given = request.headers.get("X-Request-Id", "")
    return given if _REQUEST_ID.fullmatch(given) else secrets.token_hex(8)


def client_address(request: web.Request, trusted: list[IPv4Network | IPv6Network]) -> str | None:
    """Who is calling: the peer, or the nearest address in X-Forwarded-For that no trusted proxy has."""
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",") if hop.strip()]
    address = request.remote
    while address is not None:
        try:
            peer = ip_address(address)
        except ValueError:
            return None
        if not hops or not any(peer in network for network in trusted):
            return str(peer)
        address = hops.pop()
    return None


class GraphQLEndpoint:
    """`/graphql`. One per process."""

    def __init__(
        self,
        schema: strawberry.Schema,
        credentials: Credentials,
        lent: Services,
        *,
        trusted_proxies: list[IPv4Network | IPv6Network],
        timeout_seconds: float,
        known_operations: frozenset[str],
        page: str | None,
    ) -> None:
        self.schema = schema
        self.credentials = credentials
        self.lent = lent
        self.trusted_proxies = trusted_proxies
        self.timeout_seconds = timeout_seconds
        self.known_operations = known_operations
        self.page = page

    async def handle(self, request: web.Request) -> web.Response:
        """Answers a GET or POST; a browser that comes without a query gets GraphiQL."""
        if request.method not in {"GET", "POST"}:
            raise WireFault(405, "GraphQL is served by GET and POST.", Allow="GET, POST")
        if (
            request.method == "GET"
            and "query" not in request.query
            and "text/html" in request.headers.get("Accept", "")
        ):
            return self._graphiql()
        where = Request(
            id=request[REQUEST_ID],
            address=client_address(request, self.trusted_proxies),
            services=self.lent,
        )
        with as_actor(None, where):
            kind = media_type(request.headers.get("Accept"))
            if kind is None:
                raise WireFault(406, f"Answers are {GRAPHQL_JSON} or {JSON}; accept one of them.")
            asked = read_get(request) if request.method == "GET" else await read_post(request)
            who = await self._who(request, where)
            if who is not None:
                structlog.contextvars.bind_contextvars(tenant=str(who.tenant_id), actor=str(who.id))
            with as_actor(who):
                return await self._answer(request, asked, kind)

    def _graphiql(self) -> web.Response:
        if self.page is None:
            raise WireFault(404, "GraphiQL is off here; send operations with POST.")
        return web.Response(text=self.page, content_type="text/html")

    async def _who(self, request: web.Request, where: Request) -> Actor | None:
        header = request.headers.get("Authorization")
        if header is None:
            return None
        scheme, _, credential = header.partition(" ")
        try:
            if scheme.lower() != "bearer" or not credential.strip():
                raise Unauthenticated("Authorization must be `Bearer <access token or API key>`.")
            return await self.credentials(credential.strip())
        except Unauthenticated as refusal:
            where.refused = refusal
            return None

    async def _answer(self, request: web.Request, asked: Asked, kind: str) -> web.Response:
        started = time.perf_counter()
        result = await self._execute(request, asked)
        errors = result.errors or []
        has_data = result.data is not None
        body: dict[str, Any] = {}
        if errors:
            body["errors"] = show_all(errors)
        if has_data or any(error.path for error in errors):
            body["data"] = result.data
        status = status_of(errors, has_data=has_data) if kind == GRAPHQL_JSON else 200
        headers = {}
        if (retry := _retry_after(errors)) is not None:
            headers["Retry-After"] = str(retry)
        await _audit_refusals(errors)
        self._note(asked, outcome_of(errors), time.perf_counter() - started)
        return web.Response(
            body=orjson.dumps(body), status=status, content_type=kind, charset="utf-8", headers=headers
        )

    async def _execute(self, request: web.Request, asked: Asked) -> Any:
        allowed = {OperationType.QUERY} if request.method == "GET" else set(OperationType)
        try:
            async with asyncio.timeout(self.timeout_seconds):
                return await self.schema.execute(
                    asked.query,
                    variable_values=asked.variables,
                    operation_name=asked.operation_name,
                    context_value={},
                    allowed_operation_types=allowed,
                    operation_extensions=asked.extensions,
                )
        except CannotGetOperationTypeError:
            named = f"called {asked.operation_name!r}" if asked.operation_name else "to run"
            return ExecutionResult(None, [GraphQLError(f"The document has no operation {named}.")])
        except InvalidOperationTypeError:
            raise WireFault(405, "Only queries may come by GET; send this with POST.", Allow="POST") from None
        except RecursionError:
            return ExecutionResult(None, [GraphQLError("The document is nested too deeply.")])
        except TimeoutError:
            return ExecutionResult(None, [GraphQLError("timeout", original_error=TimedOut())])

    def _note(self, asked: Asked, outcome: str, seconds: float) -> None:
        # Only names that the published documents use become labels: a client must not fill the metrics.
        name = asked.operation_name if asked.operation_name in self.known_operations else "other"
        metrics.requests.labels(operation=name, outcome=outcome).inc()
        metrics.request_seconds.labels(operation=name).observe(seconds)
        log.info("request", operation=name, outcome=outcome, ms=round(seconds * 1000, 1))


async def _audit_refusals(errors: list[GraphQLError]) -> None:
    for error in errors:
        fault = error.original_error
        if isinstance(fault, AccessRefused) and (who := fault.caller or acting()) is not None:
            await record_refusal(who, "access.refused", fault.reason)


def _retry_after(errors: list[GraphQLError]) -> int | None:
    for error in errors:
        fault = known_fault(error.original_error)
        if fault is not None and "retryAfter" in fault.meta:
            return int(fault.meta["retryAfter"])
    return None


@web.middleware
async def frame(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Around every answer: a request id, errors as JSON, and a count of what is in flight."""
    request[REQUEST_ID] = given_or_new_id(request)
    structlog.contextvars.bind_contextvars(request_id=request[REQUEST_ID])
    metrics.in_flight.inc()
    try:
        response = await handler(request)
    except WireFault as fault:
        response = _fault_response(fault.status, str(fault), fault.headers)
    except web.HTTPException as refusal:
        allow = refusal.headers.get("Allow")
        response = _fault_response(refusal.status, refusal.reason, {"Allow": allow} if allow else {})
    except Exception as error:  # noqa: BLE001  (the last wall: whatever comes is answered as JSON)
        response = _defect_response(error, request[REQUEST_ID])
    finally:
        metrics.in_flight.dec()
        structlog.contextvars.clear_contextvars()
    response.headers["X-Request-Id"] = request[REQUEST_ID]
    for name, value in _ANSWER_HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def _fault_response(status: int, message: str, headers: Mapping[str, str]) -> web.Response:
    metrics.refusals.labels(code=f"HTTP_{status}").inc()
    return web.Response(body=fault_body(message), status=status, content_type=JSON, headers=headers)


def _defect_response(error: Exception, id: str) -> web.Response:
    fault = known_fault(error)
    if isinstance(fault, RequestFault):
        status, body = fault.status, fault_body(fault.message, fault.code)
    else:
        log.error("internal_error", exc_info=error)
        status, body = (
            500,
            fault_body(f"Something went wrong on our side; quote {id} when you ask about it.", "INTERNAL"),
        )
    return web.Response(body=body, status=status, content_type=JSON)
