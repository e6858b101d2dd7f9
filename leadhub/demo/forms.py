"""Forms of the demo, and what came through them: leads that are there, spam, and what waits for a person."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from leadhub.capture.judging import settle
from leadhub.capture.models import (
    CaptureEvent,
    CaptureForm,
    DuplicateMode,
    Submission,
    SubmissionVerdict,
)
from leadhub.capture.rules import new_keys, told
from leadhub.kit.events import emit
from leadhub.kit.inputs import now
from leadhub.leads.models import Lead, LeadEmail
from leadhub.tenants.models import Tenant

_PERSON = (
    ("first", "Given name", "firstName", "TEXT", False),
    ("last", "Family name", "lastName", "TEXT", True),
    ("email", "E-mail", "email", "EMAIL", True),
)
_CONTACT = (
    *_PERSON,
    ("phone", "Phone", "phone", "PHONE", False),
    ("message", "Your question", None, "LONG_TEXT", False),
)
_CONSENT = "You may send me news about your products. I can take this back at any time."
_SPAM = {"last": "Offer", "email": "offer@cheap.test", "homepage": "https://cheap.test"}
_UNKNOWN = {"last": "Newman", "email": "nora@newman.test", "budget": "10000"}
_LATE = {"first": "Lea", "last": "Late", "email": "lea@late.test"}
_CAME_THROUGH = 5


async def fill_forms(tenant: Tenant, leads: Sequence[Lead]) -> None:
    """Two forms: one that makes leads, and one whose doubles wait for a person."""
    contact = await _form(tenant, "Contact us", _CONTACT, DuplicateMode.UPDATE, consent_text=_CONSENT)
    newsletter = await _form(tenant, "Newsletter", _PERSON, DuplicateMode.REVIEW)
    for lead in leads[-_CAME_THROUGH:]:
        email = await LeadEmail.mine().get(lead_id=lead.id, position=0)
        values = {"first": lead.first_name, "last": lead.last_name, "email": email.value}
        await _came(contact, values, SubmissionVerdict.ACCEPTED, [], lead)
    await _came(contact, _SPAM, SubmissionVerdict.SPAM, ["HONEYPOT"])
    await _came(contact, _UNKNOWN, SubmissionVerdict.REJECTED, ["UNKNOWN_FIELD budget"])
    await _came(newsletter, _LATE, SubmissionVerdict.QUARANTINED, ["STAMP_EXPIRED"])


async def _form(
    tenant: Tenant, name: str, asks: Sequence[Any], mode: DuplicateMode, **more: Any
) -> CaptureForm:
    names = ("name", "label", "leadField", "type", "required")
    values = {
        "name": name,
        "asks": [dict(zip(names, ask, strict=True)) for ask in asks],
        "honeypot_field": "homepage",
        "min_fill_seconds": 2,
        "rate_limit": 600,
        "duplicate_mode": mode,
        "allowed_origins": [f"https://www.{tenant.slug}.test"],
        **more,
    }
    keys = new_keys() | {"public_key": f"{tenant.slug}-{name.partition(' ')[0].lower()}"}
    form = await CaptureForm.create(**values | keys)
    emit(CaptureEvent.FORM_CREATED, form, told({name: (None, value) for name, value in values.items()}))
    return form


async def _came(
    form: CaptureForm,
    values: dict[str, Any],
    verdict: SubmissionVerdict,
    reasons: Sequence[str],
    lead: Lead | None = None,
) -> None:
    submission = await Submission.create(
        form_id=form.id,
        values=values,
        consent_text=form.consent_text,
        created_at=lead.created_at if lead is not None else now() - timedelta(hours=3),
    )
    await settle(submission, verdict, reasons, lead)
