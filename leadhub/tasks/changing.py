"""The ways in which tasks change, each the same for every mutation that does it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from leadhub.activities.logging import remember
from leadhub.errors import Invalid, NotYours
from leadhub.kit.actor import Actor, actor
from leadhub.kit.db import whole_tenant
from leadhub.kit.events import emit
from leadhub.kit.inputs import locked, now, save
from leadhub.kit.node import find, name_rows, to_global
from leadhub.kit.words import camel_changes
from leadhub.leads.models import Lead
from leadhub.leads.ownership import hold_owner
from leadhub.leads.reach import is_writable
from leadhub.leads.rules import check_alive
from leadhub.notifications.models import NotificationKind
from leadhub.notifications.telling import notify
from leadhub.tasks.models import Task, TaskEvent, TaskStatus
from leadhub.tasks.recurring import next_time, shifted

_IDS = {"assignee_id": "Member", "contact_id": "Contact", "deal_id": "Deal", "done_by_id": "Member"}
_UNTOLD = {"recurs_from", "reminded_at", "next_id"}
_TOLD = ("title", "notes", "priority", "status", "due_at", "remind_at", "assignee_id", "recurrence")


async def task_to_change(id: str, expected_version: int, who: Actor) -> tuple[Lead, Task]:
    """The task that an input names, and before it its lead: both locked, with the whole tenant in reach from here on.
    It is for who is to do it, and for who may change the lead."""
    seen = await find(Task, id, ["input", "id"])
    if seen.assignee_id is None or seen.assignee_id != who.member_id:
        lead = await Lead.seen(seen.lead_id)
        if lead is None or not is_writable(who, lead):
            raise NotYours(
                "You may see this task but not change it: it is somebody else's, and so is the lead.",
                path=["input", "id"],
            )
    await whole_tenant("the lead of a task may be out of its assignee's reach")
    lead = await Lead.mine().select_for_update(no_key=True).get(id=seen.lead_id)
    check_alive(lead, "input", "id")
    return lead, await locked(seen, expected_version)


async def add_task(lead: Lead, columns: dict[str, Any]) -> Task:
    """Writes a new task of a locked lead, and tells who is to do it."""
    row = Task(lead_id=lead.id, contact_id=lead.contact_id, deal_id=lead.deal_id, **columns)
    if row.assignee_id is not None:
        await hold_owner(row.assignee_id, ["input", "assigneeId"])
    await row.save(force_create=True)
    said = {name: (None, getattr(row, name)) for name in _TOLD if getattr(row, name) is not None}
    tell(TaskEvent.CREATED, row, said)
    await _tell_assignee(row)
    return row


async def change_task(row: Task, columns: dict[str, Any], event: TaskEvent = TaskEvent.UPDATED) -> None:
    """Writes what differs of a locked task, with its event. Who is to do it from now on is told."""
    new = columns.get("assignee_id")
    if new is not None and new != row.assignee_id:
        await hold_owner(new, ["input", "assigneeId"])
    if columns.get("remind_at", row.remind_at) != row.remind_at:
        columns |= {"reminded_at": None}
    changes = await save(row, **columns)
    if changes:
        tell(event, row, changes)
    if "assignee_id" in changes:
        await _tell_assignee(row)


def tell(event: TaskEvent, row: Task, changes: dict[str, tuple[Any, Any]]) -> None:
    """Emits a change of a task; each names its lead."""
    lead_id = to_global("Lead", row.lead_id)
    told = {name: pair for name, pair in changes.items() if name not in _UNTOLD}
    emit(event, row, {"leadId": (lead_id, lead_id)} | camel_changes(name_rows(told, _IDS)))


async def _tell_assignee(row: Task) -> None:
    if row.assignee_id is not None and row.status is TaskStatus.OPEN:
        await notify([row.assignee_id], NotificationKind.TASK_ASSIGNED, row, lead_id=row.lead_id)


async def complete(lead: Lead, row: Task, who: Actor) -> Task | None:
    """Marks a locked task as done. The next one of its series, made now; once, however often this one is reopened."""
    moment = now()
    done = {"status": TaskStatus.DONE, "done_at": moment, "done_by_id": who.member_id}
    follower = await _follow(lead, row) if row.next_id is None else None
    more = {"next_id": follower.id} if follower is not None else {}
    await change_task(row, done | more, TaskEvent.COMPLETED)
    await remember(lead.id, moment)
    return follower


async def _follow(lead: Lead, row: Task) -> Task | None:
    if row.recurrence is None or row.recurs_from is None or row.due_at is None:
        return None
    # What was missed does not come again: the next one is the first that lies ahead.
    due = next_time(row.recurrence, row.recurs_from, max(row.due_at, now()), row.timezone)
    if due is None:
        return None
    remind = None if row.remind_at is None else shifted(row.remind_at, row.due_at, due, row.timezone)
    kept = ("title", "notes", "priority", "by_id", "recurrence", "recurs_from", "timezone")
    columns: dict[str, Any] = {name: getattr(row, name) for name in kept}
    columns |= {"due_at": due, "remind_at": remind, "assignee_id": await _still(row.assignee_id)}
    return await add_task(lead, columns)


async def _still(assignee_id: UUID | None) -> UUID | None:
    """The assignee, unless they may do no work any more."""
    if assignee_id is None:
        return None
    try:
        await hold_owner(assignee_id)
    except Invalid:
        return None
    return assignee_id


async def carry(lead: Lead) -> None:
    """Makes the open tasks of a lead that was converted those of its contact and deal too."""
    for row in await _open(lead_id=lead.id):
        await change_task(row, {"contact_id": lead.contact_id, "deal_id": lead.deal_id})


async def hand_over(member_id: UUID, heir_id: UUID | None) -> None:
    """Gives the open tasks of a member to another, or to nobody."""
    for row in await _open(assignee_id=member_id):
        await change_task(row, {"assignee_id": heir_id})


async def _open(**column: Any) -> Sequence[Task]:
    rows = Task.mine().filter(status=TaskStatus.OPEN, tenant_id=actor().tenant_id, **column)
    return await rows.order_by("id").select_for_update(no_key=True)
