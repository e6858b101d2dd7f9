"""Writes the timeline: an item for each event that belongs there, in the transaction of the event."""

from collections.abc import Sequence
from typing import Any

from leadhub.activities.models import Activity, ActivityEvent
from leadhub.comments.models import Comment, CommentEvent
from leadhub.kit.actor import actor
from leadhub.kit.events import Entry, Reaction
from leadhub.kit.inputs import now
from leadhub.leads.models import Lead, LeadEvent
from leadhub.tasks.models import Task, TaskEvent
from leadhub.timeline.models import TimelineItem, TimelineKind

KINDS = {
    LeadEvent.CREATED: TimelineKind.CREATED,
    LeadEvent.STAGE_CHANGED: TimelineKind.STAGE_CHANGED,
    LeadEvent.ASSIGNED: TimelineKind.ASSIGNED,
    LeadEvent.MERGED: TimelineKind.MERGED,
    LeadEvent.MERGE_UNDONE: TimelineKind.MERGE_UNDONE,
    LeadEvent.CONVERTED: TimelineKind.CONVERTED,
    LeadEvent.DELETED: TimelineKind.DELETED,
    LeadEvent.RESTORED: TimelineKind.RESTORED,
    ActivityEvent.LOGGED: TimelineKind.ACTIVITY,
    CommentEvent.ADDED: TimelineKind.COMMENT,
    TaskEvent.COMPLETED: TimelineKind.TASK_DONE,
}
BY_EVENT: dict[str, TimelineKind] = {str(event): kind for event, kind in KINDS.items()}

# Of what changed on a lead: nothing that is masked for some.
_SHOWN = (
    *("stageId", "pipelineId", "status", "lostReasonId", "ownerId", "teamId", "mergedFrom"),
    *("companyId", "contactId", "dealId"),
)


async def write(entries: Sequence[Entry]) -> None:
    """Writes the items of these events. One of an activity stands where the activity happened, also when that is put
    right."""
    items = [_item(entry) for entry in entries if entry.action in BY_EVENT]
    await TimelineItem.bulk_create(items)
    for entry in entries:
        if entry.action == ActivityEvent.UPDATED and isinstance(entry.subject, Activity):
            row = entry.subject
            await TimelineItem.mine().filter(activity_id=row.id).update(at=row.occurred_at)


def _item(entry: Entry) -> TimelineItem:
    who, subject = actor(), entry.subject
    assert subject is not None
    return TimelineItem(
        kind=BY_EVENT[entry.action],
        actor_kind=who.kind,
        by_id=who.member_id,
        event=entry.action,
        subject_id=subject.id,
        version=getattr(subject, "version", None),
        **_about(subject, entry),
    )


def _about(subject: Any, entry: Entry) -> dict[str, Any]:
    match subject:
        case Activity():
            return {"lead_id": subject.lead_id, "activity_id": subject.id, "at": subject.occurred_at}
        case Comment():
            return {"lead_id": subject.lead_id, "comment_id": subject.id, "at": now()}
        case Task():
            return {"lead_id": subject.lead_id, "task_id": subject.id, "at": now()}
        case Lead():
            changes = {name: entry.changes[name] for name in _SHOWN if name in entry.changes}
            return {"lead_id": subject.id, "at": now(), "changes": changes}
        case _:
            raise TypeError(f"{entry.action} has no place in the timeline")


REACTIONS = (Reaction(frozenset({*BY_EVENT, ActivityEvent.UPDATED}), write),)
