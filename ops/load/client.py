"""One caller over HTTP: somebody who signs in, and asks in three ways."""

import ssl
import time
from dataclasses import dataclass, field
from typing import Any

import orjson
from aiohttp import (
    ClientError,
    ClientOSError,
    ClientSession,
    ClientTimeout,
    DummyCookieJar,
    ServerDisconnectedError,
    TCPConnector,
)

from ops.load.figures import Figures

ACCEPT = "application/graphql-response+json"
SECONDS = 30

_SIGN_IN = """mutation SignIn($input: SignInInput!) { signIn(input: $input) { accessToken userErrors { message } } }"""
_HEAD = "query Events { events(after: 0, first: 1) { headSeq } }"


class NotSignedIn(Exception):
    """The member cannot sign in; the message is what the server said."""


Trust = ssl.SSLContext | bool


@dataclass
class Client:
    """Counts what it does in `figures`."""

    http: ClientSession
    trusting: Trust
    url: str
    figures: Figures = field(default_factory=Figures)
    token: str = ""

    async def sign_in(self, member: dict[str, str]) -> None:
        """Raises NotSignedIn."""
        answer = await self._send(self.http, "plain", _SIGN_IN, {"input": member}, {})
        self.token = ((answer.get("data") or {}).get("signIn") or {}).get("accessToken") or ""
        if not self.token:
            raise NotSignedIn(str(answer))

    async def head(self) -> int:
        """The number of the newest event."""
        answer = await self._send(self.http, "plain", _HEAD, {}, self._headers)
        return int(answer["data"]["events"]["headSeq"])

    async def count(
        self, kind: str, document: str, variables: dict[str, Any], key: str | None = None
    ) -> bool:
        """Sends one operation, as `query`, `mutation` or `plain`; whether it was answered without an error."""
        self.figures.sent[kind] += 1
        started = time.monotonic()
        try:
            wrong = _wrong(await self._again(kind, document, variables, key))
        except (ClientError, OSError, TimeoutError, ValueError) as error:
            wrong = type(error).__name__
        self.figures.slowest_seconds = max(self.figures.slowest_seconds, time.monotonic() - started)
        if wrong is not None:
            self.figures.failed[kind, wrong] += 1
        return wrong is None

    async def _again(
        self, kind: str, document: str, variables: dict[str, Any], key: str | None
    ) -> dict[str, Any]:
        # A server may close a connection that is kept open at the moment in which it is used again. Who knows that the
        # request may be sent twice sends it again, as browsers do; a key says so, and a query is a query.
        headers = self._headers | ({"Idempotency-Key": key} if key else {})
        try:
            return await self._send(self.http, kind, document, variables, headers)
        except (ServerDisconnectedError, ClientOSError):
            self.figures.repeated += 1
            async with session(self.trusting) as new:
                return await self._send(new, kind, document, variables, headers)

    @property
    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}", "Accept": ACCEPT, "GraphQL-Require-Preflight": "1"}

    async def _send(
        self,
        http: ClientSession,
        kind: str,
        document: str,
        variables: dict[str, Any],
        headers: dict[str, str],
    ) -> dict[str, Any]:
        url = f"{self.url}/graphql"
        if kind == "query":
            asked = {"query": document, "variables": orjson.dumps(variables).decode()}
            sent = http.get(url, params=asked, headers=headers)
        else:
            sent = http.post(url, json={"query": document, "variables": variables}, headers=headers)
        async with sent as response:
            answer: dict[str, Any] = {"status": response.status}
            body = await response.read()
            return answer if response.status >= 300 else answer | orjson.loads(body)


def trust(certificate: str | None) -> Trust:
    """Whose certificates are taken: those that the system trusts, or this one."""
    return True if certificate is None else ssl.create_default_context(cafile=certificate)


def session(trusting: Trust) -> ClientSession:
    """Connections that are kept open, and any number of them."""
    connector = TCPConnector(limit=0, ssl=trusting)
    return ClientSession(connector=connector, cookie_jar=DummyCookieJar(), timeout=ClientTimeout(SECONDS))


def _wrong(answer: dict[str, Any]) -> str | None:
    if answer["status"] >= 300:
        return str(answer["status"])
    if errors := answer.get("errors"):
        return str(errors[0].get("extensions", {}).get("code", "errors"))
    for part in (answer.get("data") or {}).values():
        if isinstance(part, dict) and part.get("userErrors"):
            return str(part["userErrors"][0]["code"])
    return None
