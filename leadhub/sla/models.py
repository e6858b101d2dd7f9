"""What is promised to leads, and how the answer stands that each of them waits for."""

from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from tortoise import fields

from leadhub.kit.events import EventType
from leadhub.kit.model import RecordModel, TenantModel, reference
from leadhub.leads.models import OnMerge, SlaStatus


class SlaEvent(EventType):
    """What happens to SLA policies."""

    POLICY_CREATED = "sla_policy.created"
    POLICY_UPDATED = "sla_policy.updated"
    POLICY_ARCHIVED = "sla_policy.archived"


class SlaTarget(StrEnum):
    """Which answer a lead waits for."""

    FIRST_RESPONSE = "FIRST_RESPONSE"
    NEXT_RESPONSE = "NEXT_RESPONSE"


class SlaRecipient(StrEnum):
    """Who is told of a breach."""

    OWNER = "OWNER"
    MANAGER = "MANAGER"
    TEAM = "TEAM"


class SlaPolicy(RecordModel):
    """How soon the leads that meet `lead_filter` are answered. Without `hours` the clock never stands still; the ids of
    `pausing_stage_ids` and the days of `holidays` are sorted. Of the policies that a lead meets, that with the lowest
    `position` counts."""

    name = fields.CharField(max_length=100)
    position = fields.IntField()
    lead_filter: dict[str, Any] = fields.JSONField()
    first_response_seconds = fields.IntField(null=True)
    next_response_seconds = fields.IntField(null=True)
    hours: dict[str, Any] | None = fields.JSONField(null=True)
    holidays: list[str] = fields.JSONField(default=list)
    pausing_stage_ids: list[str] = fields.JSONField(default=list)
    notify: list[str] = fields.JSONField(default=list)
    reassign = fields.BooleanField(default=False)
    is_active = fields.BooleanField(default=True)
    archived_at = fields.DatetimeField(null=True)

    class Meta:
        table = "sla_policy"

    def seconds(self, target: SlaTarget) -> int | None:
        """How long an answer may take; None where none is asked for."""
        if target is SlaTarget.FIRST_RESPONSE:
            return self.first_response_seconds
        return self.next_response_seconds


class LeadSla(TenantModel):
    """The answer that a lead waits for, or waited for last; its id is the lead's. Its clock has run since `counted_from`,
    None while it stands still, and for `used_seconds` before. `due_at` is None while it stands still."""

    on_merge: ClassVar = OnMerge.STAY

    lead = reference("Lead")
    lead_id: UUID
    policy = reference("SlaPolicy")
    policy_id: UUID
    target = fields.CharEnumField(SlaTarget, max_length=14)
    status = fields.CharEnumField(SlaStatus, max_length=8)
    started_at = fields.DatetimeField()
    counted_from = fields.DatetimeField(null=True)
    used_seconds = fields.FloatField(default=0)
    due_at = fields.DatetimeField(null=True)
    responded_at = fields.DatetimeField(null=True)
    breached_at = fields.DatetimeField(null=True)

    class Meta:
        table = "lead_sla"


class SlaSweep(TenantModel):
    """The SLAs of all leads of the tenant are being worked out again, in the order of their ids; gone when that is done. A
    tenant's only row has the tenant's id. `barrier` is the first transaction that began too late to know the policies of
    before."""

    after_id = fields.UUIDField(null=True)
    barrier = fields.BigIntField(null=True)

    class Meta:
        table = "sla_sweep"
