"""GraphQL over HTTP, the wire side: what a request asks for, and in which media type it is answered."""

import asyncio
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import orjson
from aiohttp import web
from aiohttp.web_exceptions import HTTPRequestEntityTooLarge

from leadhub.errors import BadRequest, Unauthenticated

GRAPHQL_JSON = "application/graphql-response+json"
JSON = "application/json"
EVENT_STREAM = "text/event-stream"
LARGEST_BODY = 1024 * 1024
MOST_CHUNKS = 2000
# Of a Content-Type: a media type with its parameters, among them the boundary of a form.
LONGEST_TYPE = 256
BODY_SECONDS = 30.0

_SHA256 = re.compile(r"[0-9a-fA-F]{64}")
PREFLIGHT_HEADERS = ("GraphQL-Require-Preflight", "apollo-require-preflight")


@dataclass(frozen=True, slots=True)
class Asked:
    """A GraphQL request, its types checked. `sha256` names the document, in hexadecimal digits; with it `query` may be
    left out."""

    query: str | None
    operation_name: str | None
    variables: dict[str, Any] | None
    extensions: dict[str, Any] | None
    sha256: str | None = None


class WireFault(Exception):
    """The request is no GraphQL request: answered with an HTTP status and a JSON error."""

    def __init__(self, status: int, message: str, **headers: str) -> None:
        super().__init__(message)
        self.status = status
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


@lru_cache(maxsize=200)
def media_type(accept: str | None) -> str | None:
    """The media type to answer in, or None when the client accepts none of ours. The older one wins a tie,
    since a client that accepts everything may expect it. A stream of events is only for who asks for it alone or
    first: some clients name it at the end of every Accept, and can read no such answer to a query."""
    if not accept:
        return JSON
    best: dict[str, float] = {}  # in the order of the header
    for part in accept.lower().split(","):
        name, *options = (piece.strip() for piece in part.split(";"))
        best[name] = max(best.get(name, 0.0), _quality(options))
    if next(iter(best)) == EVENT_STREAM and best[EVENT_STREAM] > 0:
        return EVENT_STREAM
    anything = max(best.get("*/*", 0.0), best.get("application/*", 0.0))
    json, graphql = best.get(JSON, anything), best.get(GRAPHQL_JSON, anything)
    if max(json, graphql) <= 0:
        return EVENT_STREAM if best.get(EVENT_STREAM, 0.0) > 0 else None
    if graphql == json and GRAPHQL_JSON in best and (JSON not in best or _first(accept, GRAPHQL_JSON, JSON)):
        return GRAPHQL_JSON
    return GRAPHQL_JSON if graphql > json else JSON


def _quality(options: list[str]) -> float:
    for option in options:
        if option.startswith("q="):
            try:
                return float(option[2:])
            except ValueError:
                return 0.0
    return 1.0


def _first(accept: str, one: str, other: str) -> bool:
    return accept.lower().index(one) < accept.lower().index(other)


async def read_post(request: web.Request) -> Asked:
    """The request in a POST body; raises WireFault."""
    if body_type(request) != JSON:
        raise WireFault(415, "Send the request as JSON, with Content-Type: application/json.")
    if (request.charset or "utf-8").lower() not in {"utf-8", "utf8"}:
        raise WireFault(415, "Send the request in UTF-8.")
    return asked_of(json_in(await read_body(request, LARGEST_BODY), "The body"))


def body_type(request: web.Request) -> str | None:
    """The media type of what a request brings, None where it names none. aiohttp (3.14) reads the header with Python's
    parser for mail, which takes 50 ms for 2,000 semicolons."""
    given = request.headers.get("Content-Type")
    return None if given is None or len(given) > LONGEST_TYPE else request.content_type


def check_size(request: web.Request, largest: int) -> None:
    """Raises WireFault for a body that says itself that it has more bytes."""
    if (request.content_length or 0) > largest:
        raise WireFault(413, f"The body is larger than {largest} bytes.", Connection="close")


async def read_body(request: web.Request, largest: int) -> bytes:
    """The body of a request, of so many bytes at most; raises WireFault."""
    check_size(request, largest)
    try:
        if request.content.is_eof() and "Transfer-Encoding" not in request.headers:
            return await request.read()  # it is here, as most are: nothing to wait for
        async with asyncio.timeout(BODY_SECONDS):
            if "Transfer-Encoding" in request.headers:
                return await _chunks(request, largest)
            if "Content-Encoding" in request.headers:
                return await _unpacked(request, largest)
            return await request.read()
    except TimeoutError:
        # Or it came, in chunks that are none: aiohttp (3.14) keeps the reader waiting then.
        raise WireFault(
            408, f"The body did not arrive within {BODY_SECONDS:.0f} seconds.", Connection="close"
        ) from None
    except HTTPRequestEntityTooLarge:
        raise WireFault(413, f"The body is larger than {largest} bytes.") from None
    except web.RequestPayloadError:
        raise WireFault(400, "The body is not encoded as Content-Encoding says, or is cut off.") from None


async def _chunks(request: web.Request, largest: int) -> bytes:
    body, end = bytearray(), False
    for _ in range(MOST_CHUNKS):
        data, end = await request.content.readchunk()
        body += data
        if len(body) > largest:
            break
        if not data and not end:
            return bytes(body)
    raise WireFault(413, f"The body is larger than {largest} bytes, or in more than {MOST_CHUNKS} chunks.")


async def _unpacked(request: web.Request, largest: int) -> bytes:
    """aiohttp (3.14) reads in steps of the size that is allowed, and unpacks several times as much before it looks."""
    body = bytearray()
    while data := await request.content.readany():
        body += data
        if len(body) > largest:
            raise WireFault(413, f"The body is larger than {largest} bytes.")
    return bytes(body)


def read_get(request: web.Request) -> Asked:
    """The request in a GET's query string; raises WireFault."""
    found: dict[str, Any] = dict(request.query)
    for name in ("variables", "extensions"):
        if found.get(name):
            found[name] = json_in(found[name].encode(), f"`{name}`")
    asked = asked_of(found)
    # A form on somebody's page can send no such header, and knows no hash that asks for what it wants.
    if asked.query is not None and not any(name in request.headers for name in PREFLIGHT_HEADERS):
        raise WireFault(400, f"A GET query needs the header {PREFLIGHT_HEADERS[0]} (any value), or use POST.")
    return asked


def json_in(body: bytes, what: str) -> Any:
    """The value in a JSON text; raises WireFault that names `what`."""
    try:
        return orjson.loads(body)
    except (orjson.JSONDecodeError, RecursionError) as error:
        raise WireFault(400, f"{what} is not valid JSON: {error}.") from None


def asked_of(found: Any) -> Asked:
    """The request in a JSON value; raises WireFault."""
    if isinstance(found, list):
        raise WireFault(400, "Batches are not supported: send one operation a request.")
    if not isinstance(found, dict):
        raise WireFault(400, "The body must be a JSON object with `query`.")
    extensions = _optional(found, "extensions", dict, "an object")
    sha256 = _sha256(extensions or {})
    query = found.get("query")
    if sha256 is not None and not query:
        query = None
    elif not isinstance(query, str) or not query.strip():
        raise WireFault(400, "`query` must be a GraphQL document as text.")
    return Asked(
        query,
        _optional(found, "operationName", str, "text"),
        _optional(found, "variables", dict, "an object"),
        extensions,
        sha256,
    )


def _sha256(extensions: dict[str, Any]) -> str | None:
    """The hash in Apollo's `persistedQuery`, if there is one."""
    persisted = extensions.get("persistedQuery")
    if persisted is None:
        return None
    if not isinstance(persisted, dict) or persisted.get("version") != 1:
        raise WireFault(400, "`extensions.persistedQuery` must be {version: 1, sha256Hash}.")
    sha256 = persisted.get("sha256Hash")
    if not isinstance(sha256, str) or not _SHA256.fullmatch(sha256):
        raise WireFault(400, "`sha256Hash` must be a SHA-256 as 64 hexadecimal digits.")
    return sha256.lower()


def _optional(found: dict[str, Any], name: str, kind: type, called: str) -> Any:
    value = found.get(name)
    if value is not None and not isinstance(value, kind):
        raise WireFault(400, f"`{name}` must be {called}, or left out.")
    return value or None


def fault_body(message: str, code: str = BadRequest.code) -> bytes:
    """A JSON answer for what is no GraphQL request."""
    return orjson.dumps({"errors": [{"message": message, "extensions": {"code": code}}]})


def bearer(header: str) -> str:
    """The credential in an Authorization header; raises Unauthenticated."""
    scheme, _, credential = header.partition(" ")
    if scheme.lower() != "bearer" or not credential.strip():
        raise Unauthenticated("Authorization must be `Bearer <access token or API key>`.")
    return credential.strip()
