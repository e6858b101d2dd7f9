"""Requests as they are on the wire, well made or not."""

import io
import json
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientSession

JSON = "application/json"
GRAPHQL_JSON = "application/graphql-response+json"
PREFLIGHT = {"GraphQL-Require-Preflight": "1"}


@dataclass
class Reply:
    """What came back."""

    status: int
    headers: Any
    text: str

    @property
    def type(self) -> str:
        return str(self.headers.get("Content-Type", "")).partition(";")[0]

    @property
    def body(self) -> Any:
        return json.loads(self.text)

    @property
    def code(self) -> str:
        return str(self.body["errors"][0]["extensions"]["code"])


async def send(
    http: ClientSession,
    url: str,
    body: Any = None,
    *,
    method: str = "POST",
    headers: dict[str, str | None] | None = None,
    **options: Any,
) -> Reply:
    """`body` as it is when it is bytes, else as JSON; a header that is None is left out."""
    given = {"Content-Type": JSON, "Accept": None, **(headers or {})}
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    async with http.request(
        method,
        url,
        data=None if body is None else io.BytesIO(data),
        headers={name: value for name, value in given.items() if value is not None},
        skip_auto_headers=["Accept", "Content-Type", "Accept-Encoding"],
        **options,
    ) as response:
        return Reply(response.status, response.headers, await response.text())
