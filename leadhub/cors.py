"""Cross-origin requests: which pages may call from a browser, and what they may read of an answer. It decides nothing
about who is signed in: there are no cookies, a page has to send its token itself."""

from collections.abc import Iterable

from aiohttp import hdrs, web

from leadhub.wire import PREFLIGHT_HEADERS, WireFault

PATH = "/graphql"

# What the API reads, and what Apollo Client adds by itself. `Accept` needs a mention for values that are longer than
# 128 characters, or that quote something, as that of Apollo's multipart subscriptions once did.
_REQUEST_HEADERS = (
    "Accept",
    "Authorization",
    "Content-Type",
    "Idempotency-Key",
    "X-Request-Id",
    *PREFLIGHT_HEADERS,
    "apollographql-client-name",
    "apollographql-client-version",
)
_ANSWER_HEADERS = ("X-Request-Id", "Retry-After", "RateLimit", "RateLimit-Policy")
_MAX_AGE_SECONDS = 7200  # Chrome remembers nothing for longer


class Cors:
    """Lets pages of these origins call `/graphql`. One per process."""

    def __init__(self, allowed_origins: Iterable[str]) -> None:
        self._allowed = frozenset(allowed_origins)

    def preflight(self, request: web.Request) -> web.Response | None:
        """The answer to a browser that asks whether a page may call; None when the request asks no such thing. Raises
        WireFault when it may not."""
        if request.method != hdrs.METH_OPTIONS or hdrs.ACCESS_CONTROL_REQUEST_METHOD not in request.headers:
            return None
        if hdrs.ORIGIN not in request.headers:
            return None
        if not self._allows(request):
            raise WireFault(403, "Pages of this origin may not call; list it in LEADHUB_ALLOWED_ORIGINS.")
        headers = {
            hdrs.ACCESS_CONTROL_ALLOW_METHODS: "GET, POST",
            hdrs.ACCESS_CONTROL_ALLOW_HEADERS: ", ".join(_REQUEST_HEADERS),
            hdrs.ACCESS_CONTROL_MAX_AGE: str(_MAX_AGE_SECONDS),
        }
        return web.Response(status=204, headers=headers)

    async def on_every_answer(self, request: web.Request, response: web.StreamResponse) -> None:
        """Lets the page read the answer, whatever came of its request."""
        if request.path != PATH:
            return
        # Said to everybody, so that no cache gives one origin's answer to another.
        response.headers.add(hdrs.VARY, hdrs.ORIGIN)
        if self._allows(request):
            response.headers[hdrs.ACCESS_CONTROL_ALLOW_ORIGIN] = request.headers[hdrs.ORIGIN]
            response.headers[hdrs.ACCESS_CONTROL_EXPOSE_HEADERS] = ", ".join(_ANSWER_HEADERS)

    def _allows(self, request: web.Request) -> bool:
        # Settings take no `null`, which is the origin of every sandboxed frame and local file.
        return request.headers.get(hdrs.ORIGIN) in self._allowed
