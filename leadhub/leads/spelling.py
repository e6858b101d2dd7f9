"""How events spell what a lead is like, and the way back."""

from collections.abc import Callable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from leadhub.kit.contacts import ContactProblem, normalise_email, normalise_phone
from leadhub.kit.node import from_global
from leadhub.kit.words import camel
from leadhub.leads.filters import IDS, PLAIN
from leadhub.leads.models import LeadRating, SlaStatus
from leadhub.pipelines.models import LeadStatus

if TYPE_CHECKING:
    from leadhub.leads.states import Found

Read = Callable[[Any, "Found"], Any]


def _maybe(read: Callable[[Any], Any]) -> Read:
    return lambda value, _: None if value is None else read(value)


def _emails(typed: Sequence[str] | None, found: "Found") -> tuple[str, ...]:
    return tuple(found.emails.get(text) or _email(text) for text in typed or ())


def _email(text: str) -> str:
    try:
        return normalise_email(text)
    except ContactProblem:
        return text  # taken under the rules of another day


def _phones(typed: Sequence[str] | None, found: "Found") -> tuple[str | None, ...]:
    return tuple(
        found.phones[text] if text in found.phones else normalise_phone(text, found.country)
        for text in typed or ()
    )


def _tags(names: Sequence[str] | None, _: "Found") -> tuple[str, ...]:
    return tuple(sorted(names or ()))


def _external_ids(pairs: Sequence[dict[str, str]] | None, _: "Found") -> tuple[tuple[str, str], ...]:
    return tuple(sorted((pair["system"], pair["id"]) for pair in pairs or ()))


_MOMENTS = {name for name in PLAIN if name.endswith(("_at", "_since"))}
_ENUMS: dict[str, Callable[[Any], Any]] = {
    "status": LeadStatus,
    "rating": LeadRating,
    "sla_status": SlaStatus,
}

# Field of the schema, the column of a LeadState, and the way back.
READ: dict[str, tuple[str, Read]] = {
    **{camel(name): (name, _maybe(lambda value: value)) for name in PLAIN},
    **{camel(name): (name, _maybe(datetime.fromisoformat)) for name in (*_MOMENTS, "deleted_at")},
    **{camel(name): (name, _maybe(read)) for name, read in _ENUMS.items()},
    **{camel(name): (name, _maybe(lambda value: from_global(value)[1])) for name in IDS},
    "estimatedValue": ("estimated_amount", _maybe(lambda money: Decimal(money["amount"]))),
    "emails": ("emails", _emails),
    "phones": ("phones", _phones),
    "tags": ("tags", _tags),
    "externalIds": ("external_ids", _external_ids),
}
