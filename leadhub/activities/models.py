"""What was done about a lead: calls, e-mails, meetings, messages and notes."""

from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from tortoise import fields

from leadhub.kit.events import EventType
from leadhub.kit.model import RecordModel, reference
from leadhub.leads.models import OnMerge


class ActivityEvent(EventType):
    """What happens to activities."""

    LOGGED = "activity.logged"
    UPDATED = "activity.updated"
    DELETED = "activity.deleted"


class ActivityKind(StrEnum):
    """What was done."""

    CALL = "CALL"
    EMAIL = "EMAIL"
    MEETING = "MEETING"
    MESSAGE = "MESSAGE"
    NOTE = "NOTE"
    SYSTEM = "SYSTEM"


class ActivityDirection(StrEnum):
    """Who got in touch with whom."""

    INBOUND = "INBOUND"
    OUTBOUND = "OUTBOUND"


class ActivityVisibility(StrEnum):
    """Who sees a note, of those who see its lead."""

    TENANT = "TENANT"
    TEAM = "TEAM"
    PRIVATE = "PRIVATE"


class Activity(RecordModel):
    """Something that was done about a lead. Row security shows a private note to whoever wrote it, `by`, and to nobody
    else, whatever the reach: so a merge cannot see what it moves, and `moved_by` names the function that does it."""

    on_merge: ClassVar = OnMerge.MOVE
    moved_by: ClassVar = "leadhub_move_activities"

    lead = reference("Lead")
    lead_id: UUID
    kind = fields.CharEnumField(ActivityKind, max_length=7)
    direction = fields.CharEnumField(ActivityDirection, max_length=8, null=True)
    outcome = fields.CharField(max_length=200, null=True)
    duration_seconds = fields.IntField(null=True)
    occurred_at = fields.DatetimeField()
    body = fields.TextField(null=True)
    visibility = fields.CharEnumField(ActivityVisibility, max_length=7, default=ActivityVisibility.TENANT)
    team = reference("Team", null=True)
    team_id: UUID | None
    by = reference("Member", null=True)
    by_id: UUID | None

    class Meta:
        table = "activity"
