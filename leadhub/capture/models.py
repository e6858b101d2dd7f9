"""Capture forms, and what strangers sent through them."""

from enum import StrEnum
from typing import Any, ClassVar, Self
from uuid import UUID

from tortoise import fields
from tortoise.expressions import Q

from leadhub.kit.actor import Actor, ActorKind, actor
from leadhub.kit.events import EventType
from leadhub.kit.model import RecordModel, TenantModel, reference
from leadhub.kit.scopes import Reach, Scope
from leadhub.leads.models import OnMerge


class CaptureEvent(EventType):
    """What happens to capture forms and to what comes through them."""

    FORM_CREATED = "capture_form.created"
    FORM_UPDATED = "capture_form.updated"
    FORM_KEY_ROTATED = "capture_form.key_rotated"
    SUBMISSION_JUDGED = "submission.judged"
    SUBMISSION_REPLAYED = "submission.replayed"


class CaptureFieldType(StrEnum):
    """What a field of a form takes."""

    TEXT = "TEXT"
    LONG_TEXT = "LONG_TEXT"
    EMAIL = "EMAIL"
    PHONE = "PHONE"
    URL = "URL"
    NUMBER = "NUMBER"
    DATE = "DATE"
    BOOLEAN = "BOOLEAN"


class DuplicateMode(StrEnum):
    """What a form does where the person may be a lead already."""

    CREATE = "CREATE"
    UPDATE = "UPDATE"
    ATTACH_ACTIVITY = "ATTACH_ACTIVITY"
    REVIEW = "REVIEW"


class SubmissionVerdict(StrEnum):
    """What became of a submission."""

    PENDING = "PENDING"
    ACCEPTED = "ACCEPTED"
    SPAM = "SPAM"
    QUARANTINED = "QUARANTINED"
    REJECTED = "REJECTED"


class CaptureForm(RecordModel):
    """A form on somebody's website.

    `asks` are its fields, `{name, label, leadField, type, required}`, in the order in which they are shown. `stamp_key` signs the
    times at which pages were given out; it is shown to nobody.
    """

    name = fields.CharField(max_length=100)
    public_key = fields.CharField(max_length=60)
    stamp_key = fields.CharField(max_length=60)
    asks: list[dict[str, Any]] = fields.JSONField()
    allowed_origins: list[str] = fields.JSONField(default=list)
    honeypot_field = fields.CharField(max_length=60, null=True)
    min_fill_seconds = fields.IntField(default=0)
    rate_limit = fields.IntField()
    duplicate_mode = fields.CharEnumField(DuplicateMode, max_length=15)
    redirect_url = fields.CharField(max_length=2000, null=True)
    consent_text = fields.CharField(max_length=5000, null=True)
    source = reference("LeadSource", null=True)
    source_id: UUID | None
    owner = reference("Member", null=True)
    owner_id: UUID | None
    team = reference("Team", null=True)
    team_id: UUID | None
    archived_at = fields.DatetimeField(null=True)

    class Meta:
        table = "capture_form"


class Submission(TenantModel):
    """What came through a form, as it was sent. `stamp` is the signed time of its page, and `consent_text` what the form
    asked at that moment. It leads to at most one lead, which is seen by whoever sees that lead; without one, it is for
    those who may change forms."""

    on_merge: ClassVar = OnMerge.MOVE

    form = reference("CaptureForm")
    form_id: UUID
    lead = reference("Lead", null=True)
    lead_id: UUID | None
    verdict = fields.CharEnumField(SubmissionVerdict, max_length=11, default=SubmissionVerdict.PENDING)
    reasons: list[str] = fields.JSONField(default=list)
    values: dict[str, Any] = fields.JSONField()
    stamp = fields.CharField(max_length=200, null=True)
    consent_text = fields.CharField(max_length=5000, null=True)
    utm: dict[str, str] | None = fields.JSONField(null=True)
    referrer = fields.CharField(max_length=2000, null=True)
    landing_page = fields.CharField(max_length=2000, null=True)
    address = fields.CharField(max_length=45, null=True)
    user_agent = fields.CharField(max_length=500, null=True)
    created_at = fields.DatetimeField()
    judged_at = fields.DatetimeField(null=True)

    class Meta:
        table = "submission"

    @classmethod
    async def seen(cls, id: UUID) -> Self | None:
        return await cls.mine().filter(shown_to(actor())).get_or_none(id=id)


def shown_to(who: Actor) -> Q:
    """Row security has cut submissions to those of leads in reach, and all for whoever sees the whole tenant; those
    without a lead are for who may change forms."""
    return Q() if Scope.CONFIG_WRITE in who.scopes else Q(lead_id__isnull=False)


def acts_as(form: CaptureForm, *, reach: Reach = Reach.NONE, country: str = "US") -> Actor:
    """The form as an actor: it sees nothing while it takes something in, and the tenant when that is judged."""
    return Actor(ActorKind.FORM, form.tenant_id, id=form.id, reach=reach, country=country)
