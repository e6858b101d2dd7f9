"""GraphiQL: our own page for browsers, where it is built, under a policy that lets nothing in from elsewhere."""

import importlib.resources
import re
import secrets
from pathlib import Path

import strawberry
from aiohttp import web

from leadhub.examples import EXAMPLES, handed_over
from leadhub.settings import Env, Settings
from leadhub.wire import JSON, WireFault

PATH = "/graphiql/"
HOW_TO_BUILD = "LeadHub's own GraphiQL is not built here; `just graphiql` builds it, with npm."

# The page and what it loads come from here, and it talks to here alone (`connect-src 'self'` means its sockets too).
# The nonce is for the one style element that GraphiQL's menus make; the pictures in its style sheet are data.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {"Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY"}
_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_FOR_EVER = "public, max-age=31536000, immutable"  # names change with the content


def folder() -> Path:
    """Where `just graphiql` puts the page: beside the package in a checkout, inside it in a wheel."""
    package = Path(str(importlib.resources.files("leadhub")))
    inside = package / "assets"
    return inside if inside.is_dir() else package.parent / "ops" / "graphiql" / "dist"


def is_built() -> bool:
    """Whether there is a page of our own."""
    return (folder() / "index.html").is_file()


class GraphiQL:
    """The page, and the files that it asks for. One per process; it reads the folder once, at the start."""

    def __init__(self, settings: Settings, built: Path) -> None:
        self._is_on = settings.shows_graphiql
        is_development = settings.env is Env.DEVELOPMENT
        page, files = built / "index.html", built.glob("*")
        self._page = page.read_text() if page.is_file() else None
        self._files = {file.name: file for file in files if file.suffix in _TYPES} if self._is_on else {}
        self._plain = _strawberrys_page() if self._page is None and is_development else None
        self._examples = handed_over(with_demo=is_development)

    def page(self) -> web.Response:
        """The answer to a browser that comes to /graphql without a query; raises WireFault."""
        if not self._is_on:
            raise WireFault(404, "GraphiQL is off here; send operations with POST.")
        if self._page is not None:
            return _own(self._page)
        if self._plain is not None:
            return web.Response(text=self._plain, content_type="text/html", headers=_HEADERS)
        raise WireFault(404, f"{HOW_TO_BUILD} Send operations with POST.")

    async def file(self, request: web.Request) -> web.StreamResponse:
        """One of the files that the page loads; raises WireFault."""
        name = request.match_info["name"]
        if name == "examples.json" and self._is_on:
            return web.Response(body=self._examples, content_type=JSON)
        if (file := self._files.get(name)) is None:
            raise WireFault(404, "There is no such file.")
        headers = {"Content-Type": f"{_TYPES[file.suffix]}; charset=utf-8", "Cache-Control": _FOR_EVER}
        return web.FileResponse(file, headers=headers)


def _own(page: str) -> web.Response:
    nonce = secrets.token_urlsafe(16)
    policy = {"Content-Security-Policy": _POLICY.format(nonce=nonce)}
    return web.Response(
        text=page.replace("{nonce}", nonce), content_type="text/html", headers=_HEADERS | policy
    )


def _strawberrys_page() -> str:
    """Strawberry's page with our examples; raises ValueError when it changed and has no place for them."""
    html = (Path(strawberry.__file__).parent / "static" / "graphiql.html").read_text()
    html, found = re.subn(
        r"const EXAMPLE_QUERY = `.*?`;", lambda _: f"const EXAMPLE_QUERY = `{EXAMPLES}`;", html, flags=re.S
    )
    if found != 1:
        raise ValueError("strawberry's graphiql.html has no EXAMPLE_QUERY any more")
    return html.replace("<title>Strawberry GraphiQL</title>", "<title>LeadHub GraphiQL</title>")
