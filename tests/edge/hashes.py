"""Documents that are named by their hash, as Apollo's clients do it."""

import json
from hashlib import sha256
from typing import Any
from uuid import uuid4

from tests.edge.sending import Reply, send
from tests.world import Caller


def fresh() -> str:
    """A document that nobody sent before, with its answer under the name `a` and some digits."""
    return f"{{ a{uuid4().hex}: __typename }}"


def hashed(text: str) -> dict[str, Any]:
    """`extensions` that name this document."""
    return naming(sha256(text.encode()).hexdigest())


def naming(sha256_hash: Any, version: Any = 1) -> dict[str, Any]:
    return {"persistedQuery": {"version": version, "sha256Hash": sha256_hash}}


async def post(caller: Caller, headers: dict[str, str | None] | None = None, **body: Any) -> Reply:
    """A POST with exactly these parameters."""
    return await send(caller.world.http, f"{caller.world.url}/graphql", body, headers=_as(caller, headers))


async def get(caller: Caller, headers: dict[str, str | None] | None = None, **parameters: Any) -> Reply:
    """A GET with exactly these parameters, those that are no text as JSON."""
    shown = {
        name: value if isinstance(value, str) else json.dumps(value) for name, value in parameters.items()
    }
    return await send(
        caller.world.http,
        f"{caller.world.url}/graphql",
        method="GET",
        params=shown,
        headers=_as(caller, {"Content-Type": None, **(headers or {})}),
    )


def _as(caller: Caller, headers: dict[str, str | None] | None) -> dict[str, str | None]:
    return {"Authorization": f"Bearer {caller.token}" if caller.token else None, **(headers or {})}
