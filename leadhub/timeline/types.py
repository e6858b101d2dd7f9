"""How a timeline looks from outside."""

from datetime import datetime
from typing import Any
from uuid import UUID

import strawberry
from strawberry.scalars import JSON

from leadhub.activities import models as activities
from leadhub.activities.types import Activity
from leadhub.comments import models as comments
from leadhub.comments.types import Comment
from leadhub.kit.actor import ActorKind
from leadhub.kit.connection import After, Connection, First, Key, Listing, read_page, read_time, window
from leadhub.kit.enums import describe_enum
from leadhub.kit.loaders import One, related
from leadhub.kit.node import Node, computed, described, entity, extends
from leadhub.kit.scopes import Scope
from leadhub.leads.types import Lead
from leadhub.members import models as members
from leadhub.members.types import Member
from leadhub.tasks import models as tasks
from leadhub.tasks.types import Task
from leadhub.timeline import models
from leadhub.timeline.models import TimelineKind

describe_enum(
    TimelineKind,
    "What happened.",
    CREATED="The lead came in.",
    STAGE_CHANGED="It went to another stage: `stageId` in `changes`.",
    ASSIGNED="It went into other hands: `ownerId` and `teamId` in `changes`.",
    ACTIVITY="Something was done: `activity`.",
    COMMENT="Somebody said something: `comment`.",
    TASK_DONE="A task was done: `task`.",
    MERGED="Other leads went into it: `mergedFrom` in `changes`.",
    MERGE_UNDONE="They were brought back.",
    CONVERTED="It became a company, a contact or a deal: their ids in `changes`.",
    DELETED="It was deleted.",
    RESTORED="It was brought back.",
)

_LATEST_FIRST = (Key("at", read_time, descending=True), Key("id", UUID, descending=True))


def _changes(root: Any) -> JSON:
    return JSON(root.changes)


@entity(models.TimelineItem, Scope.ACTIVITY_READ)
class TimelineItem(Node):
    """One thing that happened with a lead: an activity, a comment, a task that was done, or what LeadHub noted itself."""

    kind: TimelineKind = described("What happened.")
    at: datetime = described("When.")
    actor_kind: ActorKind = described("What kind of caller did it.")
    by: Member | None = related(One(members.Member, "by_id"), "Who did it; null for a program.")
    activity: Activity | None = related(One(activities.Activity, "activity_id"), "What was done.")
    comment: Comment | None = related(One(comments.Comment, "comment_id"), "What was said.")
    task: Task | None = related(One(tasks.Task, "task_id"), "The task that was done.")
    changes: JSON = computed(
        _changes,
        "What changed on the lead, as `{field: {from, to}}` with ids; empty for the rest.",
        "changes",
    )


def _timeline(root: Any, first: First = None, after: After = None) -> Connection[TimelineItem]:
    rows = models.TimelineItem.mine().filter(lead_id=root.id)
    return read_page(Listing("Lead.timeline", rows, _LATEST_FIRST), window(first, after))


@extends(Lead)
class LeadTimeline:
    timeline: Connection[TimelineItem] = strawberry.field(
        resolver=_timeline,
        description="All that happened with it, the latest first: activities, comments, tasks done, stages, hands, merges, "
        "conversion. What hung on leads that were merged into it is there too.",
    )
