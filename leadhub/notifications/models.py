"""What members are told of."""

from enum import StrEnum
from uuid import UUID

from tortoise import fields

from leadhub.kit.events import EventType
from leadhub.kit.model import TenantModel, reference


class NotificationEvent(EventType):
    """What happens to notifications."""

    ADDED = "notification.added"


class NotificationKind(StrEnum):
    """Why somebody is told."""

    MENTIONED = "MENTIONED"
    TASK_ASSIGNED = "TASK_ASSIGNED"
    TASK_DUE = "TASK_DUE"
    FOLLOW_UP_DUE = "FOLLOW_UP_DUE"
    SLA_BREACHED = "SLA_BREACHED"
    WEBHOOK_DISABLED = "WEBHOOK_DISABLED"


class Notification(TenantModel):
    """Something that one member is told, and nobody else sees. It names what it is about, and holds no text of it: that
    is read under the member's rights of then."""

    member = reference("Member")
    member_id: UUID
    kind = fields.CharEnumField(NotificationKind, max_length=30)
    subject_type = fields.CharField(max_length=40)
    subject_id = fields.UUIDField()
    lead_id = fields.UUIDField(null=True)
    by = reference("Member", null=True)
    by_id: UUID | None
    created_at = fields.DatetimeField()
    read_at = fields.DatetimeField(null=True)

    class Meta:
        table = "notification"
