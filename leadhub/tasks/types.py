"""How tasks look from outside."""

from datetime import datetime
from typing import Any

import strawberry

from leadhub.contacts import models as contacts
from leadhub.contacts.types import Contact
from leadhub.deals import models as deals
from leadhub.deals.types import Deal
from leadhub.kit.connection import (
    ID_KEY,
    After,
    Connection,
    First,
    Key,
    Listing,
    read_page,
    read_time,
    window,
)
from leadhub.kit.enums import describe_enum
from leadhub.kit.loaders import One, related
from leadhub.kit.node import Node, described, entity, extends
from leadhub.kit.scopes import Scope
from leadhub.leads import models as leads
from leadhub.leads.types import Lead
from leadhub.members import models as members
from leadhub.members.types import Member
from leadhub.tasks import models
from leadhub.tasks.models import TaskPriority, TaskStatus

describe_enum(
    TaskStatus, "How a task stands.", OPEN="To be done.", DONE="Done.", CANCELLED="Will not be done."
)
describe_enum(
    TaskPriority,
    "How much a task matters.",
    LOW="Some day.",
    NORMAL="As usual.",
    HIGH="Before others.",
    URGENT="Before all others.",
)

BY_DUE = (Key("due_at", read_time, nullable=True), ID_KEY)


@entity(models.Task, Scope.ACTIVITY_READ)
class Task(Node):
    """Something to do about a lead. Seen by who sees the lead, the contact or the deal, and by who is to do it."""

    version: int = described("Rises with every change; name it as `expectedVersion` when you change this.")
    title: str = described("What to do.")
    notes: str | None = described("More about it.")
    status: TaskStatus = described("How it stands.")
    priority: TaskPriority = described("How much it matters.")
    due_at: datetime | None = described("Until when.")
    remind_at: datetime | None = described("When its assignee is reminded.")
    assignee: Member | None = related(One(members.Member, "assignee_id"), "Who is to do it.")
    lead: Lead | None = related(One(leads.Lead, "lead_id"), "The lead; null when it is not yours to see.")
    contact: Contact | None = related(
        One(contacts.Contact, "contact_id"), "The contact that the lead became; null when not yours to see."
    )
    deal: Deal | None = related(
        One(deals.Deal, "deal_id"), "The deal that the lead became; null when not yours to see."
    )
    recurrence: str | None = described("When it comes again, as an RRULE; null for one that does not.")
    timezone: str = described("The time zone in which it comes again.")
    next: "Task | None" = related(
        One(models.Task, "next_id"), "What came after it, once it was done; null when nothing did."
    )
    by: Member | None = related(One(members.Member, "by_id"), "Who made it; null for a program.")
    done_at: datetime | None = described("When it was done; null while it is not.")
    done_by: Member | None = related(One(members.Member, "done_by_id"), "Who did it; null for a program.")
    created_at: datetime = described("When it was made.")
    updated_at: datetime = described("When it last changed.")


def _tasks(root: Any, first: First = None, after: After = None) -> Connection[Task]:
    rows = models.Task.mine().filter(lead_id=root.id)
    return read_page(Listing("Lead.tasks", rows, BY_DUE), window(first, after))


@extends(Lead)
class LeadTasks:
    tasks: Connection[Task] = strawberry.field(
        resolver=_tasks,
        description="What is to be done about it and what was, in the order in which it is due.",
    )
