"""The work on the demo's leads: calls, notes, tasks due and overdue, comments that mention somebody, and the timeline of it."""

import random
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from leadhub.activities.models import Activity, ActivityDirection, ActivityKind, ActivityVisibility
from leadhub.comments.models import Comment
from leadhub.followups.models import FollowUp
from leadhub.kit.actor import ActorKind, actor
from leadhub.kit.db import fetch
from leadhub.kit.inputs import now
from leadhub.kit.node import to_global
from leadhub.leads.models import Lead, LeadEvent, StageChange
from leadhub.members.models import Member
from leadhub.notifications.models import Notification, NotificationKind
from leadhub.pipelines.models import LeadStatus
from leadhub.tasks.models import Task, TaskPriority, TaskStatus
from leadhub.timeline.models import TimelineItem
from leadhub.timeline.reactions import BY_EVENT

_CALLS = ("no answer", "wants an offer", "call back next week", "not the right person")
_NOTES = ("Decides together with finance.", "Uses a competitor until spring.", "Met at the fair.")
_TITLES = ("Call back", "Send the offer", "Ask about the budget", "Prepare the demo", "Write to finance")
_SAID = ("could you have a look?", "they asked for you.", "is this one of yours?")
_EVERY_WEEK = "FREQ=WEEKLY"


async def work_on(leads: Sequence[Lead], members: Mapping[str, Member], dice: random.Random) -> None:
    """Writes what happened with the leads so far, and what is to be done about the open ones."""
    there = (
        await Lead.mine()
        .filter(id__in=[lead.id for lead in leads], merged_into_id__isnull=True)
        .order_by("id")
    )
    owned = [lead for lead in there if lead.owner_id is not None]
    activities = [one for lead in owned for one in _activities(lead, dice)]
    tasks = [_task(lead, dice) for lead in owned if lead.status in {LeadStatus.OPEN, LeadStatus.QUALIFIED}]
    comments = [_comment(lead, members["manager"], dice) for lead in owned if dice.random() < 0.15]
    await Activity.bulk_create(activities)
    await Task.bulk_create(tasks)
    await Comment.bulk_create(comments)
    await Notification.bulk_create([_mention(comment, owned) for comment in comments])
    await FollowUp.bulk_create([_follow_up(lead) for lead in there if lead.next_follow_up_at is not None])
    await fetch(_REMEMBER, actor().tenant_id)
    steps = await StageChange.mine().filter(lead_id__in=[lead.id for lead in there]).order_by("at")
    await TimelineItem.bulk_create(
        [
            *(_item(lead.id, LeadEvent.CREATED, lead.created_at, lead.id, None) for lead in there),
            *(_moved(step) for step in steps if step.from_stage_id is not None),
            *(_of(one, "activity", "activity.logged", one.occurred_at) for one in activities),
            *(_of(one, "comment", "comment.added", one.created_at) for one in comments),
            *(_of(one, "task", "task.completed", one.done_at) for one in tasks if one.done_at is not None),
        ]
    )


def _activities(lead: Lead, dice: random.Random) -> list[Activity]:
    found = []
    for _ in range(dice.choice([0, 1, 1, 2, 3])):
        kind = dice.choice([ActivityKind.CALL, ActivityKind.CALL, ActivityKind.EMAIL, ActivityKind.NOTE])
        is_note = kind is ActivityKind.NOTE
        found.append(
            Activity(
                lead_id=lead.id,
                kind=kind,
                direction=None if is_note else ActivityDirection.OUTBOUND,
                outcome=dice.choice(_CALLS) if kind is ActivityKind.CALL else None,
                duration_seconds=dice.randrange(20, 900) if kind is ActivityKind.CALL else None,
                occurred_at=lead.created_at + (now() - lead.created_at) * dice.random(),
                body=dice.choice(_NOTES) if is_note else None,
                visibility=ActivityVisibility.PRIVATE
                if is_note and dice.random() < 0.2
                else ActivityVisibility.TENANT,
                by_id=lead.owner_id,
            )
        )
    return found


def _task(lead: Lead, dice: random.Random) -> Task:
    due = now() + timedelta(hours=dice.randrange(-96, 240))
    is_done = dice.random() < 0.2
    return Task(
        lead_id=lead.id,
        contact_id=lead.contact_id,
        deal_id=lead.deal_id,
        title=dice.choice(_TITLES),
        priority=dice.choice(list(TaskPriority)),
        status=TaskStatus.DONE if is_done else TaskStatus.OPEN,
        due_at=due,
        remind_at=due - timedelta(hours=1),
        reminded_at=due if due < now() else None,
        assignee_id=lead.owner_id,
        by_id=lead.owner_id,
        done_at=min(due, now()) if is_done else None,
        done_by_id=lead.owner_id if is_done else None,
        timezone="UTC",
        **({"recurrence": _EVERY_WEEK, "recurs_from": due} if dice.random() < 0.1 and not is_done else {}),
    )


def _comment(lead: Lead, by: Member, dice: random.Random) -> Comment:
    assert lead.owner_id is not None
    body = f"@[{to_global('Member', lead.owner_id)}] {dice.choice(_SAID)}"
    return Comment(lead_id=lead.id, body=body, by_id=by.id)


def _mention(comment: Comment, leads: Sequence[Lead]) -> Notification:
    owner_id = next(lead.owner_id for lead in leads if lead.id == comment.lead_id)
    return Notification(
        member_id=owner_id,
        kind=NotificationKind.MENTIONED,
        subject_type="Comment",
        subject_id=comment.id,
        lead_id=comment.lead_id,
        by_id=comment.by_id,
        created_at=now(),
    )


def _follow_up(lead: Lead) -> FollowUp:
    at = lead.next_follow_up_at
    assert at is not None
    return FollowUp(lead_id=lead.id, at=at, reminded_at=at if at < now() else None)


_REMEMBER = """
update lead set first_responded_at = a.answered, last_activity_at = greatest(lead.last_activity_at, a.latest) from (
  select lead_id, min(occurred_at) filter (where direction = 'OUTBOUND') as answered,
    max(occurred_at) filter (where visibility = 'TENANT') as latest
  from activity where tenant_id = $1 group by lead_id
) a where lead.tenant_id = $1 and lead.id = a.lead_id
"""


def _moved(step: StageChange) -> TimelineItem:
    ids = [to_global("Stage", id) if id else None for id in (step.from_stage_id, step.to_stage_id)]
    changes = {"stageId": {"from": ids[0], "to": ids[1]}}
    return _item(step.lead_id, LeadEvent.STAGE_CHANGED, step.at, step.lead_id, step.by_id, changes=changes)


def _of(row: Any, column: str, event: str, at: datetime) -> TimelineItem:
    return _item(row.lead_id, event, at, row.id, row.by_id, **{f"{column}_id": row.id})


def _item(
    lead_id: UUID, event: str, at: datetime, subject_id: UUID, by_id: UUID | None, **more: Any
) -> TimelineItem:
    return TimelineItem(
        lead_id=lead_id,
        kind=BY_EVENT[event],
        at=at,
        event=event,
        subject_id=subject_id,
        version=1,
        by_id=by_id,
        actor_kind=ActorKind.MEMBER if by_id else ActorKind.SYSTEM,
        **more,
    )
