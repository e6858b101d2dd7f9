"""The first tenant of a new stack, and its owner: what they sign in with is kept in `owner.json`."""

import json
import re
import secrets
import ssl
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import click

from ops.stack.compose import Stack
from ops.stack.folder import CERTIFICATE

TENANT = "acme"
_ACCEPT = """mutation($token: String!, $password: String!) {
  acceptInvitation(input: {token: $token, name: "Owner", password: $password}) { userErrors { message } }
}"""


def owner(stack: Stack) -> dict[str, str]:
    """Tenant, e-mail and password; makes them on the first run, and goes on where a run was cut short."""
    file = stack.folder / "owner.json"
    if not file.exists():
        email = f"owner@{TENANT}.test"
        made = stack(
            "run", "--rm", "--no-deps", "migrate",
            "leadhub", "tenant", "create", TENANT, "--name", TENANT.title(), "--owner-email", email,
        )  # fmt: skip
        [token] = re.findall(r"lhi_\S+", made)
        _keep(file, {"tenant": TENANT, "email": email, "password": secrets.token_urlsafe(12), "token": token})
    found: dict[str, str] = json.loads(file.read_text())
    if token := found.pop("token", None):
        _ask(stack, _ACCEPT, {"token": token, "password": found["password"]})
        _keep(file, found)
    return found


def _keep(file: Path, content: dict[str, str]) -> None:
    file.touch(mode=0o600)
    file.write_text(json.dumps(content))


def _ask(stack: Stack, document: str, variables: dict[str, str]) -> None:
    """Through NGINX, as everybody does."""
    url = f"{stack.variables['LEADHUB_PUBLIC_URL']}/graphql"
    body = json.dumps({"query": document, "variables": variables}).encode()
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"})  # noqa: S310
    trusting = ssl.create_default_context(cafile=str(stack.folder / CERTIFICATE))
    try:
        with urllib.request.urlopen(request, timeout=30, context=trusting) as answer:  # noqa: S310
            found: dict[str, Any] = json.load(answer)
    except (OSError, ValueError) as error:
        raise click.ClickException(f"{url} does not answer ({error}). Run `just up` again.") from None
    problems = found.get("errors") or found["data"]["acceptInvitation"]["userErrors"]
    if problems:
        raise click.ClickException(f"The owner cannot be let in: {problems[0]['message']}")
