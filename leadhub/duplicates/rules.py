"""Reading what somebody asks about who may be a lead already."""

from collections.abc import Sequence

import strawberry

from leadhub.duplicates.likeness import Person
from leadhub.duplicates.types import DuplicateProbe
from leadhub.errors import BadRequest, Invalid, LimitExceeded
from leadhub.kit.actor import Actor
from leadhub.kit.contacts import ContactProblem, normalise_email, normalise_phone
from leadhub.kit.filters import check_unmasked
from leadhub.kit.inputs import is_given
from leadhub.kit.node import find
from leadhub.kit.text import TextProblem, clean
from leadhub.kit.words import camel
from leadhub.leads.models import Lead
from leadhub.leads.reach import check_writable
from leadhub.leads.reading import MOST_CONTACTS

MOST_LEADS = 20
_TEXTS = {"first_name": 100, "last_name": 100, "company_name": 200, "website": 500}


def read_probe(given: DuplicateProbe, who: Actor) -> Person:
    """The person that a probe describes; BAD_REQUEST says which part of it cannot be read."""
    texts = {name: _text(getattr(given, name), camel(name), limit) for name, limit in _TEXTS.items()}
    emails = [_email(text) for text in _contacts(given.emails, "emails", who)]
    phones = [normalise_phone(text, who.country) for text in _contacts(given.phones, "phones", who)]
    return Person(emails=tuple(emails), phones=tuple(phone for phone in phones if phone), **texts)


def _text(given: str | None, name: str, limit: int) -> str | None:
    if not is_given(given) or given is None:
        return None
    try:
        return clean(given, limit=limit)
    except TextProblem as problem:
        raise BadRequest(f"`{name}`: {problem}", argument=name) from None


def _contacts(given: list[str] | None, name: str, who: Actor) -> list[str]:
    if not is_given(given) or not given:
        return []
    check_unmasked(who, name)
    if len(given) > MOST_CONTACTS:
        raise BadRequest(f"`{name}`: at most {MOST_CONTACTS}.", argument=name)
    return given


def _email(text: str) -> str:
    try:
        return normalise_email(text)
    except ContactProblem as problem:
        raise BadRequest(f"`emails`: {problem}", argument="emails") from None


async def leads_of(ids: Sequence[strawberry.ID], who: Actor, *path: str) -> list[Lead]:
    """Leads that the caller may change, each named once, at most 20."""
    if len(ids) > MOST_LEADS:
        raise LimitExceeded(f"At most {MOST_LEADS} leads at once.", path=path)
    leads = []
    for at, id in enumerate(ids):
        lead = await find(Lead, id, [*path, str(at)])
        check_writable(who, lead, *path, str(at))
        leads.append(lead)
    if len({lead.id for lead in leads}) < len(leads):
        raise Invalid("Name each lead once.", path=path)
    return leads
