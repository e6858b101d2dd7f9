"""The public door, `/f/{publicKey}`: a form as a page, and what people send through it. It judges nothing: whoever sends
something gets the same answer after the same work."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import orjson
from aiohttp import hdrs, web

from leadhub.capture.links import PATH
from leadhub.capture.models import CaptureForm
from leadhub.capture.page import form_page, security_policy, thanks_page
from leadhub.capture.receiving import Sent, find_form, store
from leadhub.capture.stamps import new_stamp
from leadhub.errors import Throttled
from leadhub.kit import metrics
from leadhub.kit.actor import Request, Services, as_actor
from leadhub.kit.attempts import count_attempt
from leadhub.kit.inputs import now
from leadhub.kit.node import to_global
from leadhub.settings import Settings
from leadhub.view import REQUEST_ID, client_address
from leadhub.wire import JSON, WireFault, body_type, check_size, json_in, read_body

LARGEST_BODY = 64 * 1024
MOST_FIELDS = 200
FORM = "application/x-www-form-urlencoded"
_MINUTE = timedelta(minutes=1)
_PREFLIGHT = {
    hdrs.ACCESS_CONTROL_ALLOW_METHODS: hdrs.METH_POST,
    hdrs.ACCESS_CONTROL_ALLOW_HEADERS: "Content-Type, X-Request-Id",
    hdrs.ACCESS_CONTROL_MAX_AGE: "7200",
}


class Capturing:
    """`/f/{publicKey}`. One per process."""

    def __init__(self, settings: Settings, lent: Services) -> None:
        self._settings = settings
        self._lent = lent

    def serve(self, router: web.UrlDispatcher) -> None:
        """Adds the paths."""
        path = PATH + "{key}"
        router.add_get(path, self.show)
        router.add_post(path, self.take)
        router.add_options(path, self.permit)

    async def show(self, request: web.Request) -> web.Response:
        """The form as a page."""
        with as_actor(None, self._where(request)):
            form = await _form(request)
        stamp = new_stamp(form.stamp_key, now())
        page = form_page(form, request.path, stamp, request.query, request.headers.get(hdrs.REFERER))
        return _page(form, page)

    async def permit(self, request: web.Request) -> web.Response:
        """The answer to a browser that asks whether a page may send something."""
        with as_actor(None, self._where(request)):
            form = await _form(request)
        _check_origin(request, form)
        return web.Response(status=204, headers=_PREFLIGHT | _permission(request, form))

    async def take(self, request: web.Request) -> web.Response:
        """Keeps what was sent. What is refused is counted, and not kept."""
        try:
            response = await self._take(request)
        except WireFault as fault:
            metrics.captures.labels(outcome=str(fault.status)).inc()
            raise
        metrics.captures.labels(outcome="stored").inc()
        return response

    async def _take(self, request: web.Request) -> web.Response:
        check_size(request, LARGEST_BODY)
        where = self._where(request)
        with as_actor(None, where):
            form = await _form(request)
            permission = _permission(request, form)
            try:
                await self._count(f"capture {form.id} {where.address}", self._settings.capture_limit)
                _check_origin(request, form)
                await self._count(f"capture {form.id}", form.rate_limit)
                kind, values = await _read(request)
            except WireFault as fault:
                fault.headers |= permission
                raise
            sent = Sent(
                values,
                request.query,
                request.headers.get(hdrs.REFERER),
                where.address,
                request.headers.get(hdrs.USER_AGENT),
            )
            id = to_global("Submission", await store(form, sent))
        if kind == JSON:
            return web.Response(
                body=orjson.dumps({"id": id}), status=202, content_type=JSON, headers=permission
            )
        if form.redirect_url is not None:
            return web.Response(status=303, headers={hdrs.LOCATION: form.redirect_url, **permission})
        return _page(form, thanks_page(), permission)

    async def _count(self, what: str, limit: int) -> None:
        try:
            await count_attempt(what, limit=limit, window=_MINUTE)
        except Throttled as refusal:
            raise WireFault(429, refusal.message, Retry_After=str(refusal.meta["retryAfter"])) from None

    def _where(self, request: web.Request) -> Request:
        address = client_address(request, self._settings.trusted_proxies)
        return Request(id=request[REQUEST_ID], address=address, services=self._lent)


async def _form(request: web.Request) -> CaptureForm:
    form = await find_form(request.match_info["key"])
    if form is None:
        raise WireFault(404, "There is no such form, or it is no longer in use.")
    return form


def _check_origin(request: web.Request, form: CaptureForm) -> None:
    """Browsers say which page sends; other programs need not."""
    origin = request.headers.get(hdrs.ORIGIN)
    if origin is None or origin in form.allowed_origins or urlsplit(origin).netloc == request.host:
        return
    raise WireFault(403, "Pages of this origin may not send this form; add it to its `allowedOrigins`.")


def _permission(request: web.Request, form: CaptureForm) -> dict[str, str]:
    """What lets a page of the form's origins read the answer."""
    headers: dict[str, str] = {hdrs.VARY: hdrs.ORIGIN}
    origin = request.headers.get(hdrs.ORIGIN)
    if origin in form.allowed_origins:
        headers |= {
            hdrs.ACCESS_CONTROL_ALLOW_ORIGIN: origin,
            hdrs.ACCESS_CONTROL_EXPOSE_HEADERS: "X-Request-Id, Retry-After",
        }
    return headers


async def _read(request: web.Request) -> tuple[str, dict[str, Any]]:
    """The media type of what was sent, and its fields."""
    kind = body_type(request)
    if kind is None or kind not in {JSON, FORM}:
        raise WireFault(415, f"Send the form as {JSON} or {FORM}.")
    body = await read_body(request, LARGEST_BODY)
    values = json_in(body, "The body") if kind == JSON else _urlencoded(body)
    if not isinstance(values, dict):
        raise WireFault(400, "The body must be a JSON object of fields by name.")
    if len(values) > MOST_FIELDS:
        raise WireFault(400, f"At most {MOST_FIELDS} fields.")
    return kind, values


def _urlencoded(body: bytes) -> Mapping[str, Any]:
    try:
        found = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        raise WireFault(400, f"At most {MOST_FIELDS} fields.") from None
    return {name: texts[0] if len(texts) == 1 else texts for name, texts in found.items()}


def _page(form: CaptureForm, html: str, headers: Mapping[str, str] | None = None) -> web.Response:
    policy = {"Content-Security-Policy": security_policy(form)}
    return web.Response(text=html, content_type="text/html", headers={**policy, **(headers or {})})
