"""Logging what was done about a lead, and putting it right."""

from typing import Annotated
from uuid import UUID

import strawberry

from leadhub.activities import models
from leadhub.activities.inputs import DeleteActivityInput, LogActivityInput, UpdateActivityInput
from leadhub.activities.logging import TOUCHES, log, respond_again, tell_changed
from leadhub.activities.models import ActivityDirection, ActivityEvent, ActivityKind, ActivityVisibility
from leadhub.activities.reading import check_note, read_activity, team_of
from leadhub.activities.types import Activity
from leadhub.errors import NotYours
from leadhub.kit.actor import Actor, actor
from leadhub.kit.connection import After, Connection, First, Key, Listing, read_page, read_time, window
from leadhub.kit.events import emit
from leadhub.kit.fields import Answer, mutation, query
from leadhub.kit.inputs import Inputs, locked, now, save
from leadhub.kit.node import find, to_global
from leadhub.kit.scopes import Scope
from leadhub.leads.changing import lead_to_change
from leadhub.leads.models import Lead

_LATEST_FIRST = (
    Key("occurred_at", read_time, descending=True),
    Key("id", UUID, descending=True),
)
_WHY = "the lead may leave the caller's reach while it is locked"


@query(Scope.ACTIVITY_READ, Connection[Activity])
async def activities(
    lead_id: Annotated[strawberry.ID, strawberry.argument(description="The lead.")],
    first: First = None,
    after: After = None,
) -> Connection[Activity]:
    """What was done about a lead, the latest first, as far as you see it."""
    page, lead = window(first, after), await find(Lead, lead_id, ["leadId"])
    rows = models.Activity.mine().filter(lead_id=lead.id)
    return read_page(Listing("activities", rows, _LATEST_FIRST), page)


@mutation(Scope.ACTIVITY_WRITE, activity=Activity)
async def log_activity(input: LogActivityInput) -> Answer:
    """Logs what was done about a lead. Its `lastActivityAt` follows, and `firstRespondedAt` the first call, e-mail,
    meeting or message of a member that is not inbound. The lead keeps its version."""
    who, inputs = actor(), Inputs()
    columns = read_activity(inputs, input, input.kind)
    check_note(inputs, columns, input.kind)
    inputs.done()
    lead = await lead_to_change(input.lead_id, None, who, _WHY, path=("input", "leadId"))
    if input.kind in TOUCHES:
        columns.setdefault("direction", ActivityDirection.OUTBOUND)
    columns["team_id"] = await team_of(
        inputs, columns.get("visibility", ActivityVisibility.TENANT), lead, who
    )
    columns.setdefault("occurred_at", now())
    return {"activity": await log(lead, input.kind, by_id=who.member_id, **columns)}


@mutation(Scope.ACTIVITY_WRITE, activity=Activity)
async def update_activity(input: UpdateActivityInput) -> Answer:
    """Changes an activity that you logged yourself."""
    who, inputs = actor(), Inputs()
    seen = await _own(input.id, who)
    columns = read_activity(inputs, input, seen.kind)
    inputs.done()
    lead, row = await activity_to_change(seen, input.expected_version, who)
    if "visibility" in columns:
        columns["team_id"] = await team_of(inputs, columns["visibility"], lead, who)
    if changes := await save(row, **columns):
        await respond_again(lead.id)
        tell_changed(row, changes)
    return {"activity": row}


@mutation(
    Scope.ACTIVITY_WRITE,
    deleted_id=(strawberry.ID, "The activity that is gone; null when there are user errors."),
)
async def delete_activity(input: DeleteActivityInput) -> Answer:
    """Deletes an activity that you logged yourself."""
    who = actor()
    lead, row = await activity_to_change(await _own(input.id, who), input.expected_version, who)
    emit(ActivityEvent.DELETED, row, {"leadId": (to_global("Lead", lead.id), None)})
    await row.delete()
    await respond_again(lead.id)
    return {"deleted_id": input.id}


async def _own(id: str, who: Actor) -> models.Activity:
    row = await find(models.Activity, id, ["input", "id"])
    if row.by_id != who.member_id or row.kind is ActivityKind.SYSTEM:
        raise NotYours("Only whoever logged this may change it.", path=["input", "id"])
    return row


async def activity_to_change(
    seen: models.Activity, expected_version: int, who: Actor
) -> tuple[Lead, models.Activity]:
    """The lead and then the activity, locked."""
    lead_id = to_global("Lead", seen.lead_id)
    lead = await lead_to_change(lead_id, None, who, _WHY, path=("input", "id"))
    return lead, await locked(seen, expected_version)
