"""What callers may set on a task, and ask of tasks."""

from datetime import datetime

import strawberry

from leadhub.kit.filters import DateTimeFilter, IDFilter, StringFilter
from leadhub.kit.inputs import maybe
from leadhub.tasks.models import TaskPriority, TaskStatus


@strawberry.input(description="What a task is; what is left out stays, null empties.")
class TaskInput:
    title: str | None = maybe("What to do, up to 200 characters; a task has a title.")
    notes: str | None = maybe("More about it, up to 5,000 characters.")
    due_at: datetime | None = maybe("Until when.")
    remind_at: datetime | None = maybe("When to remind the assignee.")
    priority: TaskPriority | None = maybe("How much it matters; NORMAL when left out.")
    assignee_id: strawberry.ID | None = maybe(
        "Who is to do it: an active member who is no viewer. You, when left out; the lead's owner for an API key."
    )
    recurrence: str | None = maybe(
        "When it comes again once it is done: an RRULE such as `FREQ=WEEKLY;BYDAY=MO,TH`, with FREQ (DAILY, WEEKLY, "
        "MONTHLY, YEARLY), INTERVAL, COUNT or UNTIL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, WKST. It begins with `dueAt`."
    )
    timezone: str | None = maybe(
        "The IANA time zone in which it comes again at the same time of day; the tenant's when left out."
    )


@strawberry.input(description="A new task.")
class CreateTaskInput(TaskInput):
    lead_id: strawberry.ID = strawberry.field(description="The lead that it is about.")


@strawberry.input(description="What to change of a task; what is left out stays, null empties.")
class UpdateTaskInput(TaskInput):
    id: strawberry.ID = strawberry.field(description="An open task.")
    expected_version: int = strawberry.field(description="The version you read.")


@strawberry.input(description="Which task is done.")
class CompleteTaskInput:
    id: strawberry.ID = strawberry.field(description="An open task.")
    expected_version: int = strawberry.field(description="The version you read.")


@strawberry.input(description="Which task is not done after all.")
class ReopenTaskInput:
    id: strawberry.ID = strawberry.field(description="A task that is done or cancelled.")
    expected_version: int = strawberry.field(description="The version you read.")


@strawberry.input(description="Which task will not be done.")
class CancelTaskInput:
    id: strawberry.ID = strawberry.field(description="An open task.")
    expected_version: int = strawberry.field(description="The version you read.")


@strawberry.input(description="Conditions on how a task stands.")
class TaskStatusFilter:
    eq: TaskStatus | None = maybe("This one.")
    ne: TaskStatus | None = maybe("Not this one.")
    in_: list[TaskStatus] | None = maybe("One of these.", name="in")


@strawberry.input(description="Conditions on how much a task matters.")
class TaskPriorityFilter:
    eq: TaskPriority | None = maybe("This one.")
    ne: TaskPriority | None = maybe("Not this one.")
    in_: list[TaskPriority] | None = maybe("One of these.", name="in")


@strawberry.input(description="Which tasks. All that is given must hold; combine with `and`, `or` and `not`.")
class TaskFilter:
    status: TaskStatusFilter | None = maybe("How it stands.")
    priority: TaskPriorityFilter | None = maybe("How much it matters.")
    title: StringFilter | None = maybe("What to do.")
    assignee_id: IDFilter | None = maybe("Who is to do it.")
    lead_id: IDFilter | None = maybe("The lead that it is about.")
    contact_id: IDFilter | None = maybe("The contact that the lead became.")
    deal_id: IDFilter | None = maybe("The deal that the lead became.")
    due_at: DateTimeFilter | None = maybe("Until when.")
    remind_at: DateTimeFilter | None = maybe("When its assignee is reminded.")
    done_at: DateTimeFilter | None = maybe("When it was done.")
    created_at: DateTimeFilter | None = maybe("When it was made.")
    and_: list["TaskFilter"] | None = maybe("All of these.", name="and")
    or_: list["TaskFilter"] | None = maybe("One of these at least.", name="or")
    not_: "TaskFilter | None" = maybe("Not this.", name="not")
