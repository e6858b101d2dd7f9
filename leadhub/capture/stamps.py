"""Signed times: when a page with a form was given out, so that it shows how long somebody took to fill it in."""

import hmac
import secrets
from base64 import urlsafe_b64encode
from datetime import UTC, datetime, timedelta
from hashlib import sha256

VALID_FOR = timedelta(hours=24)


def new_stamp(key: str, moment: datetime) -> str:
    """The stamp of a page that is given out now; no two are alike."""
    said = f"{int(moment.timestamp() * 1000)}.{secrets.token_urlsafe(12)}"
    return f"{said}.{_signature(key, said)}"


def read_stamp(key: str, stamp: str) -> datetime | None:
    """When the page was given out, or None where this key did not sign it."""
    said, _, signature = stamp.rpartition(".")
    if not hmac.compare_digest(signature.encode(), _signature(key, said).encode()):
        return None
    return datetime.fromtimestamp(int(said.partition(".")[0]) / 1000, UTC)


def _signature(key: str, said: str) -> str:
    digest = hmac.new(key.encode(), said.encode(), sha256).digest()
    return urlsafe_b64encode(digest).decode().rstrip("=")
