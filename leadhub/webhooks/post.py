"""One try of a delivery over HTTP: what is sent, and what is kept of the answer. It knows no database."""

import asyncio
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import structlog
from aiohttp import (
    ClientConnectorCertificateError,
    ClientConnectorDNSError,
    ClientConnectorError,
    ClientError,
    ClientResponse,
    ClientResponseError,
    ClientSession,
    ClientSSLError,
    ClientTimeout,
    DummyCookieJar,
    InvalidURL,
    ServerDisconnectedError,
)
from yarl import URL

from leadhub.kit import traces
from leadhub.kit.node import to_global
from leadhub.webhooks.guard import Refused, connector
from leadhub.webhooks.outcomes import Attempt
from leadhub.webhooks.payload import body_of, raw, signature

log = structlog.get_logger()

# Connecting and the name server included.
SECONDS = 10.0
# The status is the answer; its body is read as far as it comes soon.
BODY_SECONDS = 2.0
MOST_BYTES = 65_536
_BUFFER = 16_384
_KEPT = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A delivery that this worker is to try now: a row of `leadhub_claim_webhooks`."""

    tenant_id: UUID
    endpoint_id: UUID
    subject_id: UUID
    claim: UUID
    delivery_id: UUID
    attempt_count: int
    url: str
    secrets: list[str]
    event: Mapping[str, Any]
    tenant: str


class Post:
    """Sends deliveries: no redirects, no cookies, no proxy, certificates verified, and nowhere that is not public."""

    def __init__(self, *, allow_loopback: bool) -> None:
        self._session = ClientSession(
            connector=connector(allow_loopback=allow_loopback),
            cookie_jar=DummyCookieJar(),
            timeout=ClientTimeout(total=None),
            # A few compressed bytes could become gigabytes.
            auto_decompress=False,
            read_bufsize=_BUFFER,
            headers={
                "Content-Type": "application/json",
                "User-Agent": "LeadHub",
                "Accept-Encoding": "identity",
            },
        )

    async def close(self) -> None:
        await self._session.close()

    async def attempt(self, claim: Claim) -> Attempt:
        """Tries once. Raises nothing: what goes wrong is in what it returns."""
        started, clock = datetime.now(UTC), time.perf_counter()
        # Not the URL, which may hold a secret.
        with traces.leaving("webhook", leadhub__event=to_global("Event", claim.event["id"])) as span:
            result = await self._try(claim)
            if "status" in result:
                span.set("http.response.status_code", result["status"])
            else:
                span.fail("no_answer")
        took = round((time.perf_counter() - clock) * 1000)
        return Attempt(started, took, **result)

    async def _try(self, claim: Claim) -> dict[str, Any]:
        body = raw(body_of(claim.event, claim.tenant))
        try:
            async with asyncio.timeout(SECONDS):
                response = await self._session.post(
                    URL(claim.url, encoded=True),
                    data=body,
                    headers=headers_of(claim, body) | traces.headers(),
                    allow_redirects=False,
                )
        except TimeoutError:
            return {"error": f"No answer within {SECONDS:.0f} s."}
        except (ClientError, OSError, ValueError) as error:
            return {"error": told(error), "is_hopeless": _is_hopeless(error)}
        except Exception:
            log.exception("webhook_attempt_failed")
            return {"error": "LeadHub could not send it; its log says why."}
        return {
            "status": response.status,
            "answer": await _beginning(response),
            "retry_after": response.headers.get("Retry-After"),
        }


def headers_of(claim: Claim, body: bytes) -> dict[str, str]:
    """The headers of one try: signed as of now."""
    timestamp = int(time.time())
    return {
        "X-LeadHub-Event-Id": to_global("Event", claim.event["id"]),
        "X-LeadHub-Delivery-Id": to_global("WebhookDelivery", claim.delivery_id),
        "X-LeadHub-Timestamp": str(timestamp),
        "X-LeadHub-Signature": signature(claim.secrets, timestamp, body),
    }


async def _beginning(response: ClientResponse) -> str:
    """How the answer's body begins. It is read to its end where that is near, so that the connection can be used
    again."""
    found = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            while len(found) < MOST_BYTES and (part := await response.content.read(_BUFFER)):
                found += part
    except (TimeoutError, ClientError, OSError):
        pass
    response.release() if response.content.at_eof() else response.close()
    # PostgreSQL's text cannot hold a zero.
    return found[: 4 * _KEPT].decode(errors="replace").replace("\0", "")[:_KEPT]


def _is_hopeless(error: Exception) -> bool:
    return isinstance(error, InvalidURL) or isinstance(getattr(error, "os_error", None), Refused)


def told(error: Exception) -> str:
    """Why there was no answer, for whoever runs the receiver: it names no address of the network around LeadHub."""
    match error:
        case ClientConnectorError():
            return _no_connection(error)
        case ServerDisconnectedError():
            return "The receiver closed the connection without an answer."
        case ClientResponseError():
            return "What the receiver answered is not HTTP."
        case InvalidURL() | ValueError():
            return "The URL cannot be used."
        case OSError(errno=int(number)):
            return f"The connection broke: {os.strerror(number)}."
        case _:
            return f"The connection broke: {type(error).__name__}."


def _no_connection(error: ClientConnectorError) -> str:
    match error:
        case ClientConnectorDNSError():
            return "The name of the host could not be resolved."
        case ClientConnectorCertificateError():
            return f"The certificate cannot be trusted: {error.certificate_error}"[:500]
        case ClientSSLError():
            return "No TLS connection could be agreed on."
        case ClientConnectorError(os_error=Refused() as refusal):
            return str(refusal)
        case ClientConnectorError(os_error=OSError(errno=int(number))):
            return f"No connection: {os.strerror(number)}."
        case _:
            return "No connection."
