"""What is read of a task's input."""

from datetime import datetime, timedelta
from typing import Any

from leadhub.errors import Invalid, Required
from leadhub.kit.inputs import Inputs, is_given, now
from leadhub.kit.schedule import read_timezone
from leadhub.leads.ownership import read_owner
from leadhub.leads.reading import read_moment
from leadhub.tasks.inputs import TaskInput
from leadhub.tasks.models import Task, TaskPriority
from leadhub.tasks.recurring import LONGEST_RULE, next_time, read_rule

LONGEST_TITLE = 200
LONGEST_NOTES = 5_000
# A series is gone through from its beginning, which is therefore not just any day.
_FARTHEST = timedelta(days=366)


async def read_task(inputs: Inputs, given: TaskInput) -> dict[str, Any]:
    """The columns that an input sets, but for what follows from others; notes every fault."""
    columns: dict[str, Any] = {}
    if is_given(given.title):
        columns["title"] = inputs.name(given.title, "title", limit=LONGEST_TITLE)
    if is_given(given.notes):
        columns["notes"] = inputs.text(given.notes, "notes", limit=LONGEST_NOTES, multiline=True)
    if is_given(given.priority):
        columns["priority"] = given.priority or TaskPriority.NORMAL
    for name, label in (("due_at", "dueAt"), ("remind_at", "remindAt")):
        if is_given(moment := getattr(given, name)):
            with inputs.collect():
                columns[name] = None if moment is None else read_moment(inputs, moment, label)
    if is_given(given.assignee_id):
        with inputs.collect():
            member = await read_owner(given.assignee_id, inputs.path("assigneeId"))
            columns["assignee_id"] = member.id if member else None
    if is_given(given.recurrence):
        with inputs.collect():
            columns["recurrence"] = _rule(inputs, given.recurrence)
    if is_given(given.timezone) and given.timezone is not None:
        with inputs.collect():
            columns["timezone"] = read_timezone(given.timezone, *inputs.path("timezone"))
    return columns


def _rule(inputs: Inputs, given: str | None) -> str | None:
    text = inputs.text(given, "recurrence", limit=LONGEST_RULE)
    try:
        return read_rule(text) if text is not None else None
    except ValueError as problem:
        raise Invalid(str(problem), path=inputs.path("recurrence")) from None


def check_named(inputs: Inputs, columns: dict[str, Any]) -> None:
    """A new task has a title."""
    if "title" not in columns:
        inputs.fault(Required(path=inputs.path("title")))


def series(row: Task, columns: dict[str, Any]) -> dict[str, Any]:
    """The column that says where a series begins, for columns that are to be set on a task: a new rule begins with the
    task, and when only one of its times is moved, the others stay."""
    rule, due = columns.get("recurrence", row.recurrence), columns.get("due_at", row.due_at)
    zone = columns.get("timezone", row.timezone)
    if rule is None:
        return {"recurs_from": None}
    if due is None:
        raise Required("A task that comes again is due at some time.", path=["input", "dueAt"])
    if rule == row.recurrence and zone == row.timezone and row.recurs_from is not None:
        return {}
    return {"recurs_from": _begins(rule, due, zone)}


def _begins(rule: str, due: datetime, zone: str) -> datetime:
    if abs(due - now()) > _FARTHEST:
        raise Invalid("A series begins within a year from now.", path=["input", "dueAt"])
    if next_time(rule, due, due, zone) is None:
        raise Invalid("By this rule it does not come again within ten years.", path=["input", "recurrence"])
    return due
