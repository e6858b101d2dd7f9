"""What is to be done about a lead, by whom and until when."""

from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from tortoise import fields

from leadhub.kit.events import EventType
from leadhub.kit.model import RecordModel, reference
from leadhub.leads.models import OnMerge


class TaskEvent(EventType):
    """What happens to tasks."""

    CREATED = "task.created"
    UPDATED = "task.updated"
    COMPLETED = "task.completed"
    REOPENED = "task.reopened"
    CANCELLED = "task.cancelled"


class TaskStatus(StrEnum):
    """How a task stands."""

    OPEN = "OPEN"
    DONE = "DONE"
    CANCELLED = "CANCELLED"


class TaskPriority(StrEnum):
    """How much a task matters."""

    LOW = "LOW"
    NORMAL = "NORMAL"
    HIGH = "HIGH"
    URGENT = "URGENT"


class Task(RecordModel):
    """Something to do about a lead, and about the contact and the deal that it became. Seen with any of them, and by who
    is to do it.

    A recurring task is one row for each time: `recurs_from` is when the series is due first, in the wall time of
    `timezone`, and `next_id` the row that came after this one was done. `reminded_at` says that its assignee was
    reminded.
    """

    on_merge: ClassVar = OnMerge.MOVE

    lead = reference("Lead")
    lead_id: UUID
    contact = reference("Contact", null=True)
    contact_id: UUID | None
    deal = reference("Deal", null=True)
    deal_id: UUID | None
    title = fields.CharField(max_length=200)
    notes = fields.TextField(null=True)
    priority = fields.CharEnumField(TaskPriority, max_length=6, default=TaskPriority.NORMAL)
    status = fields.CharEnumField(TaskStatus, max_length=9, default=TaskStatus.OPEN)
    due_at = fields.DatetimeField(null=True)
    remind_at = fields.DatetimeField(null=True)
    reminded_at = fields.DatetimeField(null=True)
    assignee = reference("Member", null=True)
    assignee_id: UUID | None
    by = reference("Member", null=True)
    by_id: UUID | None
    done_at = fields.DatetimeField(null=True)
    done_by = reference("Member", null=True)
    done_by_id: UUID | None
    recurrence = fields.CharField(max_length=200, null=True)
    recurs_from = fields.DatetimeField(null=True)
    timezone = fields.CharField(max_length=64)
    next_id = fields.UUIDField(null=True)

    class Meta:
        table = "task"
