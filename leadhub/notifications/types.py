"""How notifications look from outside."""

from datetime import datetime
from typing import Any

import strawberry

from leadhub.kit.enums import describe_enum
from leadhub.kit.inputs import maybe
from leadhub.kit.loaders import One, related
from leadhub.kit.node import Node, computed, described, entity, to_global
from leadhub.kit.scopes import Scope
from leadhub.members import models as members
from leadhub.members.types import Member
from leadhub.notifications import models
from leadhub.notifications.models import NotificationKind

describe_enum(
    NotificationKind,
    "Why somebody is told.",
    MENTIONED="Somebody mentioned you in a comment.",
    TASK_ASSIGNED="Somebody gave you a task.",
    TASK_DUE="You wanted to be reminded of a task, or somebody wanted you to be.",
    FOLLOW_UP_DUE="It is time to get in touch with a lead of yours again.",
    SLA_BREACHED="A lead was not answered in time; for whom the policy names.",
    WEBHOOK_DISABLED="A webhook endpoint was switched off, as nothing arrived any more; for owners and admins.",
)


def _subject_id(root: Any) -> strawberry.ID:
    return to_global(root.subject_type, root.subject_id)


def _lead_id(root: Any) -> strawberry.ID | None:
    return to_global("Lead", root.lead_id) if root.lead_id else None


@entity(models.Notification, Scope.SELF_READ)
class Notification(Node):
    """Something that you are told, and nobody else. What it is about is read by its id, if it is still yours to see."""

    kind: NotificationKind = described("Why you are told.")
    subject_id: strawberry.ID = computed(
        _subject_id, "What it is about, for `node(id)`.", "subject_type", "subject_id"
    )
    lead_id: strawberry.ID | None = computed(
        _lead_id, "The lead that it is about, for `lead(id)`; null when it is about none.", "lead_id"
    )
    by: Member | None = related(One(members.Member, "by_id"), "Whose doing it is; null for LeadHub's own.")
    created_at: datetime = described("When it came.")
    read_at: datetime | None = described("When you marked it as read; null while you have not.")


@strawberry.input(description="What you have read.")
class MarkNotificationsReadInput:
    ids: list[strawberry.ID] | None = maybe("These, at most 100; all of yours when left out.")
