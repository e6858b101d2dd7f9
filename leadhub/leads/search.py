"""Search: what people type, as beginnings of the words that leads are found by."""

import re
import unicodedata
from typing import TypeVar

from tortoise.expressions import RawSQL
from tortoise.queryset import QuerySet

from leadhub.errors import BadRequest
from leadhub.kit.actor import Actor
from leadhub.kit.filters import check_unmasked
from leadhub.kit.model import TenantModel
from leadhub.leads.children import LONGEST_WORD, terms_of, whole
from leadhub.leads.models import Lead

R = TypeVar("R", bound=TenantModel)

_PHONE_LIKE = re.compile(r"[+(0-9][0-9 ()/.\-]*")
_NUMBER_LIKE = re.compile(r"ld-[0-9-]*")
_LONGEST_SEARCH = 200
_MOST_TERMS = 8


def search_terms(text: str) -> list[str]:
    """What a search looks for: each a beginning of a word; all must be found."""
    if len(text) > _LONGEST_SEARCH:
        raise BadRequest(f"Search for at most {_LONGEST_SEARCH} characters.", argument="search")
    text = unicodedata.normalize("NFC", text)
    # +49 (0)30 123456: the 0 in brackets is not dialled from abroad.
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    if _PHONE_LIKE.fullmatch(text.strip()) and len(digits) >= 5:
        return [digits.lstrip("0") or digits]
    found: list[str] = []
    for token in text.split():
        word = whole(token)
        is_one = "@" in word or "." in word or _NUMBER_LIKE.fullmatch(word)
        found += [word] if is_one else terms_of(token)
    return [term[:LONGEST_WORD] for term in found if term][:_MOST_TERMS]


def searched(rows: QuerySet[Lead], text: str, who: Actor) -> QuerySet[Lead]:
    """Those of the leads that a search finds."""
    check_unmasked(who, "search")
    return with_words(rows, text, "leadhub_search_leads({})")


def with_words(rows: QuerySet[R], text: str, call: str) -> QuerySet[R]:
    """Those of the rows whose words begin as a search says. A definer function, called with the terms, looks the words
    up, since the operator behind it may use no index under row security; what it finds is cut by row security all the
    same."""
    if not text.strip():
        return rows  # an empty search box narrows nothing
    terms = search_terms(text)
    if not terms:
        return rows.filter(id__in=[])
    # RawSQL takes no parameters; what `whole` lets through needs no quoting.
    quoted = ", ".join(f"'{whole(term)}'" for term in terms)
    found = RawSQL(f"(select {call.format(f'array[{quoted}]::text[]')})")
    return rows.filter(id__in=found)
