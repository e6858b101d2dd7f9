"""How merges look from outside, and what is said to make and undo them."""

from asyncio import gather
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import strawberry
from strawberry.scalars import JSON

from leadhub.kit.actor import actor
from leadhub.kit.events import mask_changes
from leadhub.kit.loaders import Many, One, follow, related, rows_of
from leadhub.kit.node import Node, described, entity, extends, to_global
from leadhub.kit.payload import UserError
from leadhub.kit.scopes import Scope
from leadhub.leads import models as leads
from leadhub.leads.types import Lead
from leadhub.members import models as members
from leadhub.members.types import Member
from leadhub.merging import models
from leadhub.merging.models import count_shown

UNDOABLE = timedelta(days=30)
MERGES = Many(models.MergeRecord, "survivor_id", "at")
SURVIVOR = One(leads.Lead, "survivor_id")


@strawberry.type(description="A lead that was merged into another, as it was then.")
class MergedLead:
    id: strawberry.ID = strawberry.field(description="Its id; `lead(id)` gives the survivor for it.")
    number: str = strawberry.field(description="Its number.")
    full_name: str = strawberry.field(description="What it was called.")


async def _survivor(root: Any) -> Any:
    lead = await follow(SURVIVOR, root)
    return lead if lead is not None and lead.merged_into_id is None else None


def _absorbed(root: Any) -> list[MergedLead]:
    return [
        MergedLead(id=to_global("Lead", UUID(one["id"])), number=one["number"], full_name=one["name"])
        for one in root.absorbed
    ]


def _changes(root: Any) -> JSON:
    return JSON(mask_changes(root.changes) if actor().masked else root.changes)


def _moved(root: Any) -> int:
    return count_shown(root.moved)


def _until(root: Any) -> datetime:
    return root.at + UNDOABLE  # type: ignore[no-any-return]


@entity(models.MergeRecord, Scope.LEAD_READ)
class MergeRecord(Node):
    """A merge of leads into one."""

    survivor: Lead | None = strawberry.field(
        resolver=_survivor,
        description="The lead that the others went into; null when it was merged on since.",
    )
    absorbed: list[MergedLead] = strawberry.field(
        resolver=_absorbed, description="The leads that went into it."
    )
    changes: JSON = strawberry.field(
        resolver=_changes,
        description="What it changed on the survivor: `{field: {from, to}}`, as its event says.",
    )
    moved_rows: int = strawberry.field(
        resolver=_moved,
        description="How many things that hung on the absorbed leads hang on the survivor now, such as tasks and comments. "
        "Activities are not counted: of private notes nobody else learns even that there are some.",
    )
    at: datetime = described("When.")
    by: Member | None = related(One(members.Member, "by_id"), "Who did it; null for a program.")
    undoable_until: datetime = strawberry.field(resolver=_until, description="Until when it can be undone.")
    undone_at: datetime | None = described("When it was undone; null while it stands.")
    undone_by: Member | None = related(
        One(members.Member, "undone_by_id"), "Who undid it; null for a program."
    )


async def merges_into(lead_id: UUID) -> list[models.MergeRecord]:
    """The merges by which leads went into this one, straight or with another one, that still stand."""
    straight = [row for row in await rows_of(MERGES, lead_id) if row.undone_at is None]
    before = await gather(*(merges_into(UUID(one["id"])) for row in straight for one in row.absorbed))
    return [*straight, *(row for rows in before for row in rows)]


async def _merged_from(root: Any) -> list[Any]:
    return sorted(await merges_into(root.id), key=lambda row: (row.at, row.id), reverse=True)


@extends(Lead)
class LeadMerges:
    merged_from: list[MergeRecord] = strawberry.field(
        resolver=_merged_from,
        description="The merges that brought other leads into this one, straight or with another one; the newest first.",
    )


@strawberry.input(description="Whose value the survivor gets in a field.")
class FieldChoice:
    field: str = strawberry.field(
        description="A field as `UpdateLeadInput` names it, such as `jobTitle`; `ownerId` with the team, and "
        "`customFields.<key>`."
    )
    from_id: strawberry.ID = strawberry.field(description="One of the leads that are merged.")


@strawberry.input(description="Which leads are one.")
class MergeLeadsInput:
    survivor_id: strawberry.ID = strawberry.field(description="The lead that stays.")
    absorbed_ids: list[strawberry.ID] = strawberry.field(
        description="The leads that go into it: from 1 to 20."
    )
    field_choices: list[FieldChoice] = strawberry.field(
        default_factory=list,
        description="Where the survivor is to get another lead's value; else it keeps its own, and empty fields are filled "
        "in the order of `absorbedIds`.",
    )
    expected_version: int | None = strawberry.field(
        default=None, description="The survivor's version you read; null merges whatever version there is."
    )
    dry_run: bool = strawberry.field(
        default=False, description="True: show what would be, and change nothing."
    )


@strawberry.input(description="Which merge to undo.")
class UndoMergeInput:
    merge_id: strawberry.ID = strawberry.field(description="The merge.")


@strawberry.type(description="A field that an undoing left as it was edited since the merge.")
class KeptField:
    lead_id: strawberry.ID = strawberry.field(description="The lead.")
    field: str = strawberry.field(description="The field.")
    value: JSON | None = strawberry.field(description="What it is, and stays; null when it is empty.")


async def _restored(root: Any) -> list[Any]:
    if root.merge is None:
        return []
    rows = await gather(*(leads.Lead.seen(UUID(one["id"])) for one in root.merge.absorbed))
    return [row for row in rows if row is not None]


def _kept(root: Any) -> list[KeptField]:
    return [KeptField(**one) for one in root.merge.kept or ()] if root.merge is not None else []


@strawberry.type(description="What `undoMerge` answers.")
class UndoMergePayload:
    lead: Lead | None = strawberry.field(
        default=None, description="The survivor. Null when there are user errors."
    )
    merge: MergeRecord | None = strawberry.field(default=None, description="The merge that was undone.")
    restored: list[Lead] = strawberry.field(
        resolver=_restored,
        description="The leads that are back, as far as you see them; empty when there are user errors.",
    )
    kept: list[KeptField] = strawberry.field(
        resolver=_kept, description="What was edited since the merge, and so stays as it is."
    )
    user_errors: list[UserError] = strawberry.field(
        default_factory=list, description="Empty when the change was made; otherwise nothing was changed."
    )
