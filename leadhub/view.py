"""The HTTP edge: credential -> Actor -> schema -> answer. It decides nothing about leads."""

import re
import secrets
from collections.abc import Awaitable, Callable, Mapping
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

import structlog
from aiohttp import web

from leadhub.admission import WrongKind
from leadhub.answers import known_fault
from leadhub.cors import Cors
from leadhub.errors import RequestFault, Unauthenticated
from leadhub.graphiql import GraphiQL
from leadhub.kit import metrics, traces
from leadhub.kit.actor import Actor, Request, Services, as_actor
from leadhub.kit.idempotency import LONGEST_KEY
from leadhub.running import ONCE, READING, Runner, json_response
from leadhub.sse import EventStream
from leadhub.streams import Streams
from leadhub.websocket import PROTOCOL, Socket
from leadhub.wire import (
    EVENT_STREAM,
    GRAPHQL_JSON,
    JSON,
    Asked,
    WireFault,
    bearer,
    fault_body,
    media_type,
    read_get,
    read_post,
)

log = structlog.get_logger()

_REQUEST_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
_ANSWER_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


REQUEST_ID = web.RequestKey("request_id", str)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def given_or_new_id(request: web.BaseRequest) -> str:
    """The client's own id for this request when it is a decent one, else a new one."""
    given = request.headers.get("X-Request-Id")
    return given if given is not None and _REQUEST_ID.fullmatch(given) else secrets.token_hex(8)


def client_address(request: web.Request, trusted: list[IPv4Network | IPv6Network]) -> str | None:
    """Who is calling: the peer, or the nearest address in X-Forwarded-For that no trusted proxy has."""
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",") if hop.strip()]
    address = request.remote
    while address is not None:
        peer = _peer(address)
        if peer is None:
            return None
        if not hops or not any(peer in network for network in trusted):
            return str(peer)
        address = hops.pop()
    return None


@lru_cache(maxsize=1000)
def _peer(address: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(address)
    except ValueError:
        return None


class GraphQLEndpoint:
    """`/graphql`. One per process."""

    def __init__(
        self,
        runner: Runner,
        streams: Streams,
        lent: Services,
        *,
        trusted_proxies: list[IPv4Network | IPv6Network],
        cors: Cors,
        graphiql: GraphiQL,
    ) -> None:
        self.runner = runner
        self.streams = streams
        self.lent = lent
        self.trusted_proxies = trusted_proxies
        self.cors = cors
        self.graphiql = graphiql

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answers a GET or POST or opens a socket; a browser that comes without a query gets GraphiQL."""
        if (permission := self.cors.preflight(request)) is not None:
            return permission
        where = Request(
            id=request[REQUEST_ID],
            address=client_address(request, self.trusted_proxies),
            services=self.lent,
            idempotency_key=_key(request),
        )
        if request.headers.get("Upgrade", "").lower() == "websocket":
            return await self._socket(request, where)
        if request.method not in {"GET", "POST"}:
            raise WireFault(405, "GraphQL is served by GET and POST.", Allow="GET, POST")
        if _wants_page(request):
            return self.graphiql.page()
        kind = media_type(request.headers.get("Accept"))
        if kind is None or (kind == EVENT_STREAM and request.method == "GET"):
            raise WireFault(406, f"Answers are {GRAPHQL_JSON} or {JSON}, to a POST also {EVENT_STREAM}.")
        with as_actor(None, where):
            who = await self._who(request, where)
        if who is not None:
            structlog.contextvars.bind_contextvars(tenant=str(who.tenant_id), actor=str(who.id))
        with as_actor(who, where):
            if kind != EVENT_STREAM and (refusal := await self.runner.turned_away()) is not None:
                return json_response(refusal, kind)
            asked = await self._read(request)
            if kind != EVENT_STREAM:
                return await self._answer(request, asked, kind)
        with as_actor(None, where), metrics.standing_by(), traces.apart():
            credential = bearer(request.headers["Authorization"]) if who else ""
            return await EventStream(self.runner, self.streams, request).serve(asked, who, credential, where)

    async def _socket(self, request: web.Request, where: Request) -> web.StreamResponse:
        self.streams.check_origin(request)
        with metrics.standing_by(), traces.apart():
            return await Socket(self.runner, self.streams, where).serve(request)

    async def _who(self, request: web.Request, where: Request) -> Actor | None:
        header = request.headers.get("Authorization")
        if header is None:
            return None
        try:
            return await self.streams.credentials(bearer(header))
        except Unauthenticated as refusal:
            where.refused = refusal
            return None

    async def _read(self, request: web.Request) -> Asked:
        try:
            return read_get(request) if request.method == "GET" else await read_post(request)
        except WireFault:
            self.runner.charge_unreadable()
            raise

    async def _answer(self, request: web.Request, asked: Asked, kind: str) -> web.Response:
        try:
            answer = await self.runner.run(asked, READING if request.method == "GET" else ONCE)
        except WrongKind:
            if request.method == "GET":
                raise WireFault(
                    405, "Only queries may come by GET; send this with POST.", Allow="POST"
                ) from None
            raise WireFault(
                406, f"A subscription needs `Accept: {EVENT_STREAM}`, or a WebSocket that speaks {PROTOCOL}."
            ) from None
        return json_response(answer, kind)


def _key(request: web.Request) -> str | None:
    key = request.headers.get("Idempotency-Key")
    if key is not None and not 1 <= len(key) <= LONGEST_KEY:
        raise WireFault(400, f"`Idempotency-Key` must have 1 to {LONGEST_KEY} characters.")
    return key


def _wants_page(request: web.Request) -> bool:
    is_read = request.method == "GET" and "query" not in request.query
    return is_read and "text/html" in request.headers.get("Accept", "")


async def frame(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Around whatever a request comes to: a request id, a trace, errors as JSON, and a count of what is in flight."""
    request[REQUEST_ID] = given_or_new_id(request)
    with traces.arrived(request.method, request.headers) as span:
        response = await _framed(request, handler)
        span.set("http.route", _route(request))
        span.set("leadhub.request_id", request[REQUEST_ID])
        span.set("http.response.status_code", response.status)
        if response.status >= 500:
            span.fail(str(response.status))
        return response


def _route(request: web.Request) -> str:
    """The path as it was declared: what a client writes into an unknown one is nobody's business."""
    resource = request.match_info.route.resource
    return "" if resource is None else resource.canonical


async def _framed(request: web.Request, handler: Handler) -> web.StreamResponse:
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
    return response


async def on_every_answer(request: web.Request, response: web.StreamResponse) -> None:
    """Headers of all answers, set just before they leave, those that stream too."""
    _dress(request, response)


def refuse(request: web.BaseRequest, status: int, message: str) -> web.Response:
    """The answer to what is no request, so that neither `frame` nor `on_every_answer` get to see it."""
    request[REQUEST_ID] = given_or_new_id(request)
    response = _fault_response(status, message, {})
    _dress(request, response)
    return response


def _dress(request: web.BaseRequest, response: web.StreamResponse) -> None:
    response.headers["X-Request-Id"] = request[REQUEST_ID]
    for name, value in _ANSWER_HEADERS.items():
        response.headers.setdefault(name, value)


def _fault_response(status: int, message: str, headers: Mapping[str, str]) -> web.Response:
    metrics.refusals.labels(code=f"HTTP_{status}").inc()
    return web.Response(body=fault_body(message), status=status, content_type=JSON, headers=headers)


def _defect_response(error: Exception, id: str) -> web.Response:
    fault = known_fault(error)
    if isinstance(fault, RequestFault):
        status, code, message = fault.status, fault.code, fault.message
    else:
        log.error("internal_error", exc_info=error)
        status, code = 500, "INTERNAL"
        message = f"Something went wrong on our side; quote {id} when you ask about it."
    metrics.requests.labels(operation="other", outcome=code.lower()).inc()
    body = fault_body(message, code)
    return web.Response(body=body, status=status, content_type=JSON)
