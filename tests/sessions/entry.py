"""Coming in as clients do: signing in, going on, signing out; and what the audit says of it."""

import asyncio
from typing import Any

from tests.world import PASSWORD, Answer, Caller, Company, World

TOKENS = "accessToken refreshToken expiresIn userErrors { code message path meta }"
SIGN_IN = f"mutation($input: SignInInput!) {{ signIn(input: $input) {{ {TOKENS} }} }}"
WHO = "{ viewer { role member { id } } }"
_AUDIT = """
query($filter: AuditFilter) {
  auditLog(first: 100, filter: $filter) {
    nodes { action outcome reason actorKind actorId onBehalfOf { id } subjectType subjectId changes address }
  }
}
"""


def credentials(company: Company, name: str, password: str = PASSWORD) -> dict[str, str]:
    """What this person types in to sign in."""
    return {"tenant": company.slug, "email": f"{name}@{company.slug}.test", "password": password}


async def try_to_sign_in(world: World, address: str | None = None, **typed: str) -> Answer:
    """Whatever signing in answers, from this address (on servers that trust X-Forwarded-For)."""
    headers = {"X-Forwarded-For": address} if address else None
    return await world.anonymous(SIGN_IN, headers=headers, input=typed)


async def sign_in(world: World, **typed: str) -> dict[str, Any]:
    """The tokens of somebody who may come in."""
    return await world.anonymous.done("signIn", typed, "accessToken refreshToken expiresIn")


async def refresh(world: World, token: str) -> dict[str, Any]:
    """The payload of going on with a session."""
    return await world.anonymous.do("refreshSession", {"refreshToken": token}, "accessToken refreshToken")


async def is_let_in(world: World, token: str) -> bool:
    """Whether a server takes this access token or key."""
    answer = await Caller(world, token)("{ viewer { scopes } }")
    if answer.errors:
        assert answer.code == "UNAUTHENTICATED", answer.errors
    return not answer.errors


async def is_shut_out_soon(world: World, token: str, seconds: float = 2.2) -> bool:
    """Whether a server that remembers this credential refuses it within the promised two seconds."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + seconds
    while await is_let_in(world, token):
        if loop.time() > deadline:
            return False
        await asyncio.sleep(0.1)
    return True


async def audited(company: Company, **filter: Any) -> list[dict[str, Any]]:
    """What the audit says, newest first, as the owner reads it."""
    data = await company.owner.ok(_AUDIT, filter=filter)
    return data["auditLog"]["nodes"]
