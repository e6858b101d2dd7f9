"""The lead and what belongs to it."""

from collections.abc import Sequence
from enum import Enum, StrEnum
from typing import Any, ClassVar, Self
from uuid import UUID

from tortoise import fields

from leadhub.errors import Merged, NotFound, UserFault
from leadhub.kit.db import fetch
from leadhub.kit.events import EventType
from leadhub.kit.model import RecordModel, TenantModel, reference
from leadhub.kit.node import to_global
from leadhub.pipelines.models import LeadStatus


class LeadRating(StrEnum):
    """How promising a lead is, by its score."""

    HOT = "HOT"
    WARM = "WARM"
    COLD = "COLD"


class SlaStatus(StrEnum):
    """How an answer stands that a lead waits for, by the policy it is under."""

    PENDING = "PENDING"
    PAUSED = "PAUSED"
    BREACHED = "BREACHED"
    MET = "MET"
    LATE = "LATE"
    ENDED = "ENDED"


class LeadChangeKind(StrEnum):
    """What a change of a lead is to somebody who watches."""

    ENTERED = "ENTERED"
    UPDATED = "UPDATED"
    LEFT = "LEFT"


class OnMerge(Enum):
    """What becomes of the rows of a table that refer to a lead when that lead is merged into another. Each such table
    declares it, as `on_merge`; a merge knows none of those that MOVE by name."""

    MOVE = "they refer to the survivor from then on, and go back when the merge is undone"
    STAY = "they keep referring to the lead that was merged"
    UNITE = "the survivor gets those that it lacks, as rows of its own; `merging` does it"


class LeadEvent(EventType):
    """What happens to leads. All but the UNVERSIONED give the lead its next version."""

    CREATED = "lead.created"
    UPDATED = "lead.updated"
    STAGE_CHANGED = "lead.stage_changed"
    ASSIGNED = "lead.assigned"
    SCORED = "lead.scored"
    SLA_CHANGED = "lead.sla_changed"
    SLA_BREACHED = "lead.sla_breached"
    DELETED = "lead.deleted"
    RESTORED = "lead.restored"
    CONVERTED = "lead.converted"
    MERGED = "lead.merged"
    MERGE_UNDONE = "lead.merge_undone"


# What these tell also comes about by itself, and what somebody is about to change must not go stale by that.
UNVERSIONED = frozenset({LeadEvent.SCORED, LeadEvent.SLA_CHANGED, LeadEvent.SLA_BREACHED})


class Lead(RecordModel):
    """Somebody who may buy. `status` repeats the category of its stage, so that an index can serve it;
    `words` holds what search finds it by. What it became when it was converted is never changed again. A lead that was
    merged into another one stays as it was, for the merge to be undone, and is nowhere to be seen: its id leads to the
    survivor."""

    on_merge: ClassVar = OnMerge.STAY

    number = fields.CharField(max_length=20)
    first_name = fields.CharField(max_length=100, null=True)
    last_name = fields.CharField(max_length=100, null=True)
    job_title = fields.CharField(max_length=200, null=True)
    company_name = fields.CharField(max_length=200, null=True)
    website = fields.CharField(max_length=500, null=True)
    address: dict[str, Any] | None = fields.JSONField(null=True)
    locale = fields.CharField(max_length=35, null=True)
    source = reference("LeadSource", null=True)
    source_id: UUID | None
    source_detail = fields.CharField(max_length=500, null=True)
    utm: dict[str, Any] | None = fields.JSONField(null=True)
    referrer = fields.CharField(max_length=2000, null=True)
    landing_page = fields.CharField(max_length=2000, null=True)
    pipeline = reference("Pipeline")
    pipeline_id: UUID
    stage = reference("Stage")
    stage_id: UUID
    stage_since = fields.DatetimeField()
    status = fields.CharEnumField(LeadStatus, max_length=12)
    owner = reference("Member", null=True)
    owner_id: UUID | None
    team = reference("Team", null=True)
    team_id: UUID | None
    score = fields.IntField(null=True)
    rating = fields.CharEnumField(LeadRating, max_length=4, null=True)
    sla_status = fields.CharEnumField(SlaStatus, max_length=8, null=True)
    sla_due_at = fields.DatetimeField(null=True)
    estimated_amount = fields.DecimalField(max_digits=19, decimal_places=4, null=True)
    estimated_currency = fields.CharField(max_length=3, null=True)
    next_follow_up_at = fields.DatetimeField(null=True)
    last_activity_at = fields.DatetimeField(null=True)
    first_responded_at = fields.DatetimeField(null=True)
    custom: dict[str, Any] = fields.JSONField(default=dict)
    consent: dict[str, Any] | None = fields.JSONField(null=True)
    do_not_contact = fields.BooleanField(default=False)
    lost_reason = reference("LostReason", null=True)
    lost_reason_id: UUID | None
    lost_note = fields.CharField(max_length=2000, null=True)
    deleted_at = fields.DatetimeField(null=True)
    converted_at = fields.DatetimeField(null=True)
    converted_by = reference("Member", null=True)
    converted_by_id: UUID | None
    company = reference("Company", null=True)
    company_id: UUID | None
    contact = reference("Contact", null=True)
    contact_id: UUID | None
    deal = reference("Deal", null=True)
    deal_id: UUID | None
    words = fields.TextField(default="")
    merged_into = reference("Lead", null=True)
    merged_into_id: UUID | None

    class Meta:
        table = "lead"

    @classmethod
    async def seen(cls, id: UUID) -> Self | None:
        return await cls.mine().get_or_none(id=id, merged_into_id__isnull=True)

    @classmethod
    async def missing(cls, id: UUID, path: Sequence[str | int]) -> UserFault:
        """MERGED where the lead is in another one that the caller sees."""
        survivor = await cls.survivor_of(id)
        if survivor is None:
            return NotFound(path=path)
        return Merged(path=path, survivorId=to_global("Lead", survivor.id))

    @classmethod
    async def survivor_of(cls, id: UUID) -> Self | None:
        """The lead that this one was merged into at last, if the caller sees it."""
        [row] = await fetch("select leadhub_survivor($1) as id", id)
        return None if row["id"] is None else await cls.seen(row["id"])


class LeadEmail(TenantModel):
    """An e-mail address of a lead: as typed, and as it is compared."""

    on_merge: ClassVar = OnMerge.UNITE

    lead = reference("Lead")
    lead_id: UUID
    value = fields.CharField(max_length=320)
    normalised = fields.CharField(max_length=254)
    position = fields.IntField()
    is_verified = fields.BooleanField(default=False)
    is_bounced = fields.BooleanField(default=False)

    class Meta:
        table = "lead_email"


class LeadPhone(TenantModel):
    """A phone number of a lead; `normalised` is E.164, or None where it could not be understood."""

    on_merge: ClassVar = OnMerge.UNITE

    lead = reference("Lead")
    lead_id: UUID
    value = fields.CharField(max_length=50)
    normalised = fields.CharField(max_length=20, null=True)
    position = fields.IntField()
    is_verified = fields.BooleanField(default=False)

    class Meta:
        table = "lead_phone"


class LeadTag(TenantModel):
    """Which lead carries which tag."""

    on_merge: ClassVar = OnMerge.UNITE

    lead = reference("Lead")
    lead_id: UUID
    tag = reference("Tag")
    tag_id: UUID

    class Meta:
        table = "lead_tag"


class ExternalId(TenantModel):
    """What another system calls this lead; unique in the tenant among live leads."""

    on_merge: ClassVar = OnMerge.UNITE

    lead = reference("Lead")
    lead_id: UUID
    system = fields.CharField(max_length=100)
    external_id = fields.CharField(max_length=200)
    is_live = fields.BooleanField(default=True)

    class Meta:
        table = "external_id"


class StageChange(TenantModel):
    """One step of a lead's way. Names and categories are kept as they were, so that figures survive
    renaming and archiving."""

    on_merge: ClassVar = OnMerge.STAY

    lead = reference("Lead")
    lead_id: UUID
    from_stage_id = fields.UUIDField(null=True)
    from_name = fields.CharField(max_length=100, null=True)
    from_category = fields.CharEnumField(LeadStatus, max_length=12, null=True)
    to_stage_id = fields.UUIDField()
    to_name = fields.CharField(max_length=100)
    to_category = fields.CharEnumField(LeadStatus, max_length=12)
    seconds_in_stage = fields.BigIntField(null=True)
    by = reference("Member", null=True)
    by_id: UUID | None
    at = fields.DatetimeField()

    class Meta:
        table = "stage_change"
