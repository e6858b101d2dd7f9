"""Taking in what was sent, as it is. The same is done for all of it, whoever sent it: what it is worth is judged later,
so that neither the answer nor its time tells anything."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

from leadhub.capture.asks import LANDING_PAGE, REFERRER, STAMP, UTM
from leadhub.capture.models import CaptureForm, Submission, acts_as
from leadhub.kit.actor import as_actor, system_actor
from leadhub.kit.db import fetch, transaction
from leadhub.kit.inputs import now

LONGEST_KEY = 60
_LONGEST_URL = 2000
_LONGEST_UTM = 200


@dataclass(frozen=True, slots=True)
class Sent:
    """What came: the fields, the query of the address that it came to, and what HTTP says of the sender."""

    values: dict[str, Any]
    query: Mapping[str, str]
    referer: str | None
    address: str | None
    user_agent: str | None


async def find_form(public_key: str) -> CaptureForm | None:
    """The form of this key that is in use, in a tenant that is. Nobody acts yet."""
    if not 1 <= len(public_key) <= LONGEST_KEY or "\0" in public_key:
        return None
    rows = await fetch("select * from leadhub_find_form($1)", public_key)
    if not rows:
        return None
    with as_actor(system_actor(rows[0]["tenant_id"])):
        return await CaptureForm.mine().get_or_none(id=rows[0]["form_id"], archived_at__isnull=True)


async def store(form: CaptureForm, sent: Sent) -> UUID:
    """Keeps a submission for the worker, as the form, which sees nothing."""
    values = _storable(sent.values)
    # What is on the page's own address counts where the form sent nothing of the kind.
    landing_page = _url(values.get(LANDING_PAGE)) or _url(sent.referer)
    with as_actor(acts_as(form)):
        submission = Submission(
            form_id=form.id,
            values=values,
            stamp=_plain(values.get(STAMP), 200),
            consent_text=form.consent_text,
            utm=_utm(values, sent.query, landing_page),
            referrer=_url(values.get(REFERRER)),
            landing_page=landing_page,
            address=sent.address,
            user_agent=_plain(sent.user_agent, 500),
            created_at=now(),
        )
        async with transaction():
            await submission.save(force_create=True)
    return submission.id


def _utm(values: Mapping[str, Any], query: Mapping[str, str], page: str | None) -> dict[str, str] | None:
    asked = parse_qs(urlsplit(page).query, max_num_fields=None) if page else {}
    found = {}
    for name in UTM:
        key = f"utm_{name}"
        text = _plain(values.get(key) or query.get(key) or next(iter(asked.get(key, ())), None), _LONGEST_UTM)
        if text is not None:
            found[name] = text
    return found or None


def _url(given: Any) -> str | None:
    """A web address of a page; what is none is nothing."""
    text = _plain(given, _LONGEST_URL)
    try:
        return text if text and urlsplit(text).scheme in {"http", "https"} else None
    except ValueError:
        return None


def _plain(given: Any, longest: int) -> str | None:
    """A text on one line, cut; nobody typed it, so nobody is told that it was too long."""
    if isinstance(given, list):
        given = given[0] if given else None
    if not isinstance(given, str):
        return None
    text = "".join(char for char in given[:longest] if char.isprintable()).strip()
    return text or None


def _storable(value: Any) -> Any:
    """The same without U+0000, which PostgreSQL holds in no text."""
    match value:
        case str():
            return value.replace("\0", "\ufffd")
        case list():
            return [_storable(part) for part in value]
        case dict():
            return {_storable(name): _storable(part) for name, part in value.items()}
        case _:
            return value
