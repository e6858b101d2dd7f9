"""How new leads find their owners: rules, whose turn it is, what was decided and why, and the leads that wait."""

from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from tortoise import fields

from leadhub.kit.events import EventType
from leadhub.kit.model import RecordModel, TenantModel, reference
from leadhub.leads.models import OnMerge


class AssignmentStrategy(StrEnum):
    """Whom a rule gives a lead."""

    FIXED = "FIXED"
    ROUND_ROBIN = "ROUND_ROBIN"
    LEAST_BUSY = "LEAST_BUSY"
    WEIGHTED = "WEIGHTED"
    QUEUE = "QUEUE"
    KEEP_OWNER = "KEEP_OWNER"


class RoutingEvent(EventType):
    """What happens to assignment rules."""

    RULE_CREATED = "assignment_rule.created"
    RULE_UPDATED = "assignment_rule.updated"
    RULE_ARCHIVED = "assignment_rule.archived"


class AssignmentRule(RecordModel):
    """Which new leads go to whom. `credits` is the turn: what each member has coming, as fractions of a lead, see
    `deciding.py`; it moves with every lead and is no change of the rule."""

    name = fields.CharField(max_length=100)
    position = fields.IntField()
    lead_filter: dict[str, Any] | None = fields.JSONField(null=True)
    strategy = fields.CharEnumField(AssignmentStrategy, max_length=11)
    team = reference("Team", null=True)
    team_id: UUID | None
    member = reference("Member", null=True)
    member_id: UUID | None
    is_active = fields.BooleanField(default=True)
    credits: dict[str, str] = fields.JSONField(default=dict)
    archived_at = fields.DatetimeField(null=True)

    class Meta:
        table = "assignment_rule"


class AssignmentShare(TenantModel):
    """A member whom a rule names, and how many leads they get beside the others."""

    rule = reference("AssignmentRule")
    rule_id: UUID
    member = reference("Member")
    member_id: UUID
    weight = fields.IntField()

    class Meta:
        table = "assignment_share"


class AssignmentDecision(TenantModel):
    """What was decided about a lead at a moment. `candidates` holds each member that was thought of, in the order in which
    they are shown: `member_id`, and the `reason` why they were passed over (None for who got it)."""

    on_merge: ClassVar = OnMerge.STAY

    lead = reference("Lead")
    lead_id: UUID
    rule = reference("AssignmentRule", null=True)
    rule_id: UUID | None
    strategy = fields.CharEnumField(AssignmentStrategy, max_length=11, null=True)
    member = reference("Member", null=True)
    member_id: UUID | None
    queued = fields.BooleanField()
    at = fields.DatetimeField()
    candidates: list[dict[str, str | None]] = fields.JSONField()

    class Meta:
        table = "assignment_decision"


class QueuedLead(TenantModel):
    """A lead that waits until somebody has room, in the order of `since`. `rule_id` is the rule whose members are full or
    away, `member_id` the only one who may get it. It is decided about anew when they have room, when the rules are no
    longer those that were `asked`, or when the lead has changed (`look_again`)."""

    on_merge: ClassVar = OnMerge.STAY

    lead = reference("Lead")
    lead_id: UUID
    since = fields.DatetimeField()
    rule = reference("AssignmentRule", null=True)
    rule_id: UUID | None
    member = reference("Member", null=True)
    member_id: UUID | None
    asked = fields.CharField(max_length=32, default="")
    look_again = fields.BooleanField(default=False)

    class Meta:
        table = "queued_lead"
