"""What colleagues say to each other about a lead."""

from typing import ClassVar
from uuid import UUID

from tortoise import fields

from leadhub.kit.events import EventType
from leadhub.kit.model import RecordModel, reference
from leadhub.leads.models import OnMerge


class CommentEvent(EventType):
    """What happens to comments."""

    ADDED = "comment.added"
    DELETED = "comment.deleted"


class Comment(RecordModel):
    """Something said about a lead. Whoever is mentioned in it, and may see the lead, was told."""

    on_merge: ClassVar = OnMerge.MOVE

    lead = reference("Lead")
    lead_id: UUID
    body = fields.TextField()
    by = reference("Member", null=True)
    by_id: UUID | None

    class Meta:
        table = "comment"
