"""Tasks: made, changed, done and found."""

from typing import Annotated

import strawberry

from leadhub.errors import Invalid
from leadhub.kit.actor import ActorKind, actor
from leadhub.kit.connection import After, Connection, First, Listing, read_page, window
from leadhub.kit.fields import Answer, mutation, query
from leadhub.kit.grammar import Grammar
from leadhub.kit.inputs import Inputs
from leadhub.kit.scopes import Scope
from leadhub.leads.changing import lead_to_change
from leadhub.tasks import models
from leadhub.tasks.changing import add_task, change_task, complete, task_to_change
from leadhub.tasks.inputs import (
    CancelTaskInput,
    CompleteTaskInput,
    CreateTaskInput,
    ReopenTaskInput,
    TaskFilter,
    UpdateTaskInput,
)
from leadhub.tasks.models import TaskEvent, TaskStatus
from leadhub.tasks.reading import check_named, read_task, series
from leadhub.tasks.types import BY_DUE, Task
from leadhub.tenants.models import Tenant

_TASKS = Grammar(
    models.Task,
    ids={"assignee_id": "Member", "lead_id": "Lead", "contact_id": "Contact", "deal_id": "Deal"},
)


@query(Scope.ACTIVITY_READ, Connection[Task])
async def tasks(
    filter: Annotated[TaskFilter | None, strawberry.argument(description="Which tasks.")] = None,
    first: First = None,
    after: After = None,
) -> Connection[Task]:
    """The tasks that you see, in the order in which they are due; those without a time last."""
    page, rows = window(first, after), models.Task.mine()
    if filter is not None:
        rows = rows.filter(_TASKS.matching(filter, actor()))
    return read_page(Listing("tasks", rows, BY_DUE), page)


@mutation(Scope.ACTIVITY_WRITE, task=Task)
async def create_task(input: CreateTaskInput) -> Answer:
    """Makes a task, and tells whoever is to do it."""
    who, inputs = actor(), Inputs()
    columns = await read_task(inputs, input)
    check_named(inputs, columns)
    inputs.done()
    why = "whoever is to do it may be told"
    lead = await lead_to_change(input.lead_id, None, who, why, path=("input", "leadId"))
    if "timezone" not in columns:
        columns["timezone"] = (await Tenant.mine().get(id=who.tenant_id)).timezone
    columns.setdefault("assignee_id", lead.owner_id if who.kind is ActorKind.API_KEY else who.member_id)
    columns |= series(models.Task(timezone=columns["timezone"]), columns)
    return {"task": await add_task(lead, columns | {"by_id": who.member_id})}


@mutation(Scope.ACTIVITY_WRITE, task=Task)
async def update_task(input: UpdateTaskInput) -> Answer:
    """Changes an open task. Of a series only this one is moved; a new rule begins with it, and without a rule it is the
    last."""
    who, inputs = actor(), Inputs()
    columns = await read_task(inputs, input)
    inputs.done()
    _, row = await task_to_change(input.id, input.expected_version, who)
    _check_open(row)
    await change_task(row, columns | series(row, columns))
    return {"task": row}


@mutation(
    Scope.ACTIVITY_WRITE, task=Task, next=(Task, "What comes next, for a task that comes again; else null.")
)
async def complete_task(input: CompleteTaskInput) -> Answer:
    """Marks a task as done. Of one that comes again the next is made: the first by its rule that lies ahead."""
    who = actor()
    lead, row = await task_to_change(input.id, input.expected_version, who)
    _check_open(row)
    return {"next": await complete(lead, row, who), "task": row}


@mutation(Scope.ACTIVITY_WRITE, task=Task)
async def reopen_task(input: ReopenTaskInput) -> Answer:
    """Makes a task that is done or cancelled one to be done. The next of its series stays, where there is one."""
    _, row = await task_to_change(input.id, input.expected_version, actor())
    if row.status is TaskStatus.OPEN:
        raise Invalid("This task is open.", path=["input", "id"])
    again = {"status": TaskStatus.OPEN, "done_at": None, "done_by_id": None}
    await change_task(row, again, TaskEvent.REOPENED)
    return {"task": row}


@mutation(Scope.ACTIVITY_WRITE, task=Task)
async def cancel_task(input: CancelTaskInput) -> Answer:
    """Says that a task will not be done. It ends its series."""
    _, row = await task_to_change(input.id, input.expected_version, actor())
    _check_open(row)
    await change_task(row, {"status": TaskStatus.CANCELLED}, TaskEvent.CANCELLED)
    return {"task": row}


def _check_open(row: models.Task) -> None:
    if row.status is not TaskStatus.OPEN:
        raise Invalid("This task is not open.", path=["input", "id"])
