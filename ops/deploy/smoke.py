"""The last test before a version gets requests: somebody signs in to each replica and asks it for something."""

import json
from typing import Any

from ops.deploy.errors import DeployError
from ops.deploy.settings import TREE, Settings
from ops.deploy.site import Container

# Published operations, so that they pass where nothing else may run.
_OPERATIONS = TREE / "schema" / "operations"
_SIGN_IN = "SignIn"
_QUERIES = ("Viewer", "Leads")

Member = dict[str, str]


def member(settings: Settings) -> Member:
    """Who signs in, {tenant, email, password}; raises DeployError."""
    file = settings.member
    try:
        if file.stat().st_mode & 0o077:
            raise DeployError(f"{file} holds a password: `chmod 600` it.")
        found = json.loads(file.read_text())
    except (OSError, ValueError) as error:
        raise DeployError(f"{file} cannot be read ({error}); see docs/operations.md, Deploy.") from None
    if not isinstance(found, dict) or set(found) != {"tenant", "email", "password"}:
        raise DeployError(f"{file} must be {{tenant, email, password}} in JSON.")
    return found


def test(replica: Container, who: Member) -> None:
    """Raises DeployError unless signing in and asking work at this replica's own address."""
    given: dict[str, Any] = {
        "member": who,
        "signIn": _text(_SIGN_IN),
        "queries": [_text(name) for name in _QUERIES],
    }
    reason = replica.ask("smoke", given)["reason"]
    if reason is not None:
        raise DeployError(f"{replica.name}: {reason}")


def _text(operation: str) -> str:
    return (_OPERATIONS / f"{operation}.graphql").read_text()
