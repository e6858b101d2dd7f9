"""What a receiver gets: the body of a delivery, and the signature that proves where it comes from."""

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from leadhub.kit.events import actor_of
from leadhub.kit.node import to_global


def body_of(event: Mapping[str, Any], tenant: str) -> dict[str, Any]:
    """The body for an event (its columns by name) of the tenant with this slug. What is not in an event, such as the
    text of private notes, cannot be in a body."""
    return {
        "id": to_global("Event", event["id"]),
        "seq": event["seq"],
        "type": event["type"],
        "tenant": tenant,
        "subjectId": to_global(event["subject_type"], event["subject_id"]),
        "at": event["at"].isoformat(),
        "version": event["version"],
        "actor": {"kind": event["actor_kind"], "id": actor_of(event["actor_kind"], event["actor_id"])},
        "changes": event["changes"],
    }


def raw(body: Mapping[str, Any]) -> bytes:
    """The bytes that are sent and signed."""
    return orjson.dumps(body)


def signature(secrets: Sequence[str], timestamp: int, sent: bytes) -> str:
    """`v1=<hex>` for each secret, newest first: HMAC-SHA256 over the timestamp, a dot and the raw body."""
    signed = f"{timestamp}.".encode() + sent
    return ",".join(
        f"v1={hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()}" for secret in secrets
    )
