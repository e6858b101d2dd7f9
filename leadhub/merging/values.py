"""What the survivor of a merge has in its own columns, and how that is kept to be undone."""

from collections.abc import Mapping, Sequence
from typing import Any

from leadhub.kit.events import plain
from leadhub.leads.models import Lead

# The fields of the schema that a merge fills and lets choose, with their columns. Those of several go as a block: a
# street of one lead and a city of another would be nobody's address.
FIELDS: dict[str, tuple[str, ...]] = {
    "firstName": ("first_name",),
    "lastName": ("last_name",),
    "jobTitle": ("job_title",),
    "companyName": ("company_name",),
    "website": ("website",),
    "address": ("address",),
    "locale": ("locale",),
    "sourceId": ("source_id",),
    "sourceDetail": ("source_detail",),
    "utm": ("utm",),
    "referrer": ("referrer",),
    "landingPage": ("landing_page",),
    "ownerId": ("owner_id", "team_id"),
    "estimatedValue": ("estimated_amount", "estimated_currency"),
    "consent": ("consent",),
    "doNotContact": ("do_not_contact",),
    "nextFollowUpAt": ("next_follow_up_at",),
    "firstRespondedAt": ("first_responded_at",),
}
CUSTOM = "customFields."
# Nobody chooses these.
TIMES = {
    "createdAt": ("created_at",),
    "lastActivityAt": ("last_activity_at",),
    "firstRespondedAt": ("first_responded_at",),
}

Choices = Mapping[str, Lead]


def united(leads: Sequence[Lead], choices: Choices) -> dict[str, Any]:
    """The columns of the survivor, which is the first of the leads: its own value unless it is empty or another one was
    chosen, the oldest `created_at`, the latest `last_activity_at` and the first
    `first_responded_at`. False is empty: who may not be contacted stays so."""
    columns: dict[str, Any] = {}
    for field, names in FIELDS.items():
        source = choices.get(field) or _first(leads, names[0])
        columns |= {name: getattr(source, name) for name in names}
    keys = sorted({key for lead in leads for key in lead.custom})
    custom = {key: _custom(leads, key, choices.get(f"{CUSTOM}{key}")) for key in keys}
    columns["custom"] = {key: value for key, value in custom.items() if value is not None}
    columns["created_at"] = min(lead.created_at for lead in leads)
    times = [lead.last_activity_at for lead in leads if lead.last_activity_at is not None]
    columns["last_activity_at"] = max(times, default=None)
    answers = [lead.first_responded_at for lead in leads if lead.first_responded_at is not None]
    columns["first_responded_at"] = min(answers, default=None)
    return columns


def _first(leads: Sequence[Lead], column: str) -> Lead:
    return next((lead for lead in leads if getattr(lead, column) not in (None, False)), leads[0])


def _custom(leads: Sequence[Lead], key: str, chosen: Lead | None) -> Any:
    if chosen is not None:
        return chosen.custom.get(key)
    return next(lead.custom[key] for lead in leads if key in lead.custom)


def kept_form(columns: Mapping[str, Any]) -> dict[str, Any]:
    """Values as JSON keeps them."""
    return {name: plain(value) for name, value in columns.items()}


def restored_form(column: str, kept: Any) -> Any:
    """The value of a lead's column that JSON kept."""
    return Lead._meta.fields_map[column].to_python_value(kept)  # noqa: SLF001
