"""What an endpoint may be: its address, its types, its filter, its secrets, and what is told of them."""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from leadhub.errors import Invalid, LimitExceeded, Required
from leadhub.kit.actor import services
from leadhub.kit.events import event_types
from leadhub.kit.inputs import Inputs, now
from leadhub.kit.named import take_turns
from leadhub.kit.tokens import new_secret
from leadhub.leads.saved import masked
from leadhub.webhooks.guard import refusal_of
from leadhub.webhooks.models import WebhookEndpoint, WebhookSecret

MOST_ENDPOINTS = 50
MOST_TYPES = 100
LONGEST_URL = 2000
VALID_SECRETS = 2

# The characters of RFC 3986 and no other: what one parser takes for part of the host, another may not.
_CHARACTERS = re.compile(r"[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")
_NAME = re.compile(r"(?=.{1,253}$)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\.?")
# A name that ends in a number is an address to some resolvers, in forms such as 127.1 and 0x7f000001.
_ENDS_IN_A_NUMBER = re.compile(r"(.*\.)?(\d+|0x[0-9a-f]*)\.?")


def url_problem(url: str, *, allow_loopback: bool) -> str | None:
    """Why nothing may be sent to this URL, as far as it can be said without asking for its address."""
    if not _CHARACTERS.fullmatch(url):
        return "A URL has letters, digits and signs of ASCII alone; write others with % and hosts in their xn-- form."
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "This is not a URL."
    if parts.scheme != "https" and not (parts.scheme == "http" and allow_loopback):
        return "A webhook goes to an https:// address."
    if "@" in parts.netloc:
        return "A URL with a user or a password is not accepted; check the signature instead."
    if "#" in url:
        return "A URL with a fragment is not accepted: receivers never see it."
    if port == 0:
        return "This port cannot be reached."
    return _host_problem(parts.hostname or "", allow_loopback=allow_loopback)


def _host_problem(host: str, *, allow_loopback: bool) -> str | None:
    try:
        return refusal_of(str(ip_address(host)), allow_loopback=allow_loopback)
    except ValueError:
        pass
    if not _NAME.fullmatch(host) or _ENDS_IN_A_NUMBER.fullmatch(host):
        return "The URL names no host that can be reached."
    if not allow_loopback and re.fullmatch(r"(.+\.)?localhost\.?", host):
        return "The URL leads to the machine that LeadHub runs on."
    return None


def read_url(inputs: Inputs, value: str | None) -> str:
    """The URL of an input. Empty only when a fault was noted."""
    url = inputs.text(value, "url", limit=LONGEST_URL, required=True)
    problem = url_problem(url, allow_loopback=services().webhook_loopback) if url else None
    if problem is not None:
        inputs.fault(Invalid(problem, path=["input", "url"]))
    return url or ""


def read_types(inputs: Inputs, names: Sequence[str] | None) -> list[str]:
    """The event types of an input, sorted; none for all of them."""
    if len(names or ()) > MOST_TYPES:
        inputs.fault(LimitExceeded(f"At most {MOST_TYPES} types.", path=["input", "eventTypes"]))
        return []
    for at, name in enumerate(names or ()):
        problem = type_problem(name)
        if problem is not None:
            inputs.fault(Invalid(problem, path=["input", "eventTypes", at]))
    return sorted(set(names or ()))


def type_problem(name: str) -> str | None:
    """What is wrong with an event type, and which ones are near to it, or else all there are."""
    known = event_types()
    if name in known:
        return None
    near = get_close_matches(name[:60], known) or [type for type in known if type.startswith(f"{name[:60]}.")]
    hint = f"near to it: {', '.join(near[:5])}" if near else f"there are {', '.join(known)}"
    return f"There is no event type {name[:60]!r}; {hint}."


def read_active(inputs: Inputs, value: bool | None) -> dict[str, Any]:
    """The columns that say whether an endpoint is on. Switched on, it begins with a clean record."""
    if value is None:
        inputs.fault(Required(path=["input", "active"]))
    return {"is_active": True, "disabled_at": None, "dead_in_a_row": 0} if value else {"is_active": False}


async def check_room() -> None:
    """One more endpoint may be made; two who come at once cannot pass the limit together."""
    await take_turns(WebhookEndpoint)
    if await WebhookEndpoint.mine().count() >= MOST_ENDPOINTS:
        raise LimitExceeded(
            f"There are {MOST_ENDPOINTS} endpoints already; delete one first.", most=MOST_ENDPOINTS
        )


async def issue_secret(endpoint: WebhookEndpoint) -> str:
    """A new secret that signs from now on, beside the newest of those before it. It is shown once."""
    issued = WebhookSecret.mine().filter(endpoint_id=endpoint.id).order_by("-created_at", "-id")
    before = await issued.values_list("id", flat=True)
    await WebhookSecret.mine().filter(id__in=before[VALID_SECRETS - 1 :]).delete()
    secret = new_secret("whsec_")
    await WebhookSecret.create(endpoint_id=endpoint.id, value=secret, created_at=now())
    return secret


_FIELDS = {"url": "url", "event_types": "eventTypes", "lead_filter": "filter", "is_active": "active"}
_FIELDS |= {"disabled_at": "disabledAt", "dead_in_a_row": "deadInARow"}


def told(changes: Mapping[str, tuple[Any, Any]]) -> dict[str, tuple[Any, Any]]:
    """Changes by column as events and audit may carry them: other endpoints get these events, and the path of a
    URL is often all that protects its receiver; and a filter may name people."""
    return {_FIELDS[name]: (_shown(name, old), _shown(name, new)) for name, (old, new) in changes.items()}


def _shown(name: str, value: Any) -> Any:
    if name == "url" and value is not None:
        parts = urlsplit(value)
        return f"{parts.scheme}://{parts.netloc}"
    return masked(value) if name == "lead_filter" else value
