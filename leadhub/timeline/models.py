"""What happened with a lead, one row for each thing, in the order in which it happened."""

from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from tortoise import fields

from leadhub.kit.actor import ActorKind
from leadhub.kit.model import TenantModel, reference
from leadhub.leads.models import OnMerge


class TimelineKind(StrEnum):
    """What happened."""

    CREATED = "CREATED"
    STAGE_CHANGED = "STAGE_CHANGED"
    ASSIGNED = "ASSIGNED"
    ACTIVITY = "ACTIVITY"
    COMMENT = "COMMENT"
    TASK_DONE = "TASK_DONE"
    MERGED = "MERGED"
    MERGE_UNDONE = "MERGE_UNDONE"
    CONVERTED = "CONVERTED"
    DELETED = "DELETED"
    RESTORED = "RESTORED"


class TimelineItem(TenantModel):
    """One thing that happened with a lead. It names the activity, comment or task that it is, and is seen with it; the
    rest is in `changes`, of which nothing is contact data. `subject_id`, `event` and `version` say which event it goes
    with.

    What is about a private note is hidden from whoever merges, so `moved_by` names the function that moves it.
    """

    on_merge: ClassVar = OnMerge.MOVE
    moved_by: ClassVar = "leadhub_move_timeline"

    lead = reference("Lead")
    lead_id: UUID
    at = fields.DatetimeField()
    kind = fields.CharEnumField(TimelineKind, max_length=13)
    actor_kind = fields.CharEnumField(ActorKind, max_length=12)
    by = reference("Member", null=True)
    by_id: UUID | None
    activity = reference("Activity", null=True)
    activity_id: UUID | None
    comment = reference("Comment", null=True)
    comment_id: UUID | None
    task = reference("Task", null=True)
    task_id: UUID | None
    changes: dict[str, Any] = fields.JSONField(default=dict)
    event = fields.CharField(max_length=60)
    subject_id = fields.UUIDField()
    version = fields.IntField(null=True)

    class Meta:
        table = "timeline_item"
