"""What is read of an activity's input."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from leadhub.activities.inputs import ActivityInput
from leadhub.activities.logging import TOUCHES
from leadhub.activities.models import ActivityDirection, ActivityKind, ActivityVisibility
from leadhub.errors import Invalid, Required
from leadhub.kit.actor import Actor
from leadhub.kit.inputs import Inputs, is_given, now
from leadhub.leads.models import Lead
from leadhub.leads.ownership import first_team
from leadhub.leads.reading import read_moment

LONGEST_BODY = 10_000
LONGEST_OUTCOME = 200
LONGEST_DURATION = 7 * 24 * 3600
# Clocks of callers differ.
_AHEAD = timedelta(minutes=5)


def read_activity(inputs: Inputs, given: ActivityInput, kind: ActivityKind) -> dict[str, Any]:
    """The columns that an input sets of an activity of this kind; notes every fault."""
    columns: dict[str, Any] = {}
    if is_given(given.occurred_at):
        with inputs.collect():
            columns["occurred_at"] = _occurred(inputs, given.occurred_at)
    if is_given(given.body):
        is_note = kind is ActivityKind.NOTE
        columns["body"] = inputs.text(
            given.body, "body", limit=LONGEST_BODY, multiline=True, required=is_note
        )
    if is_given(given.outcome):
        columns["outcome"] = inputs.text(given.outcome, "outcome", limit=LONGEST_OUTCOME)
    if is_given(given.duration_seconds):
        columns["duration_seconds"] = _duration(inputs, given.duration_seconds)
    if is_given(given.visibility):
        columns["visibility"] = given.visibility or ActivityVisibility.TENANT
    if is_given(given.direction):
        columns["direction"] = given.direction or (ActivityDirection.OUTBOUND if kind in TOUCHES else None)
    _check_kind(inputs, columns, kind)
    return columns


def _occurred(inputs: Inputs, given: datetime | None) -> datetime:
    if given is None:
        return now()
    moment = read_moment(inputs, given, "occurredAt")
    if moment > now() + _AHEAD:
        raise Invalid("This is in the future: make a task of it.", path=inputs.path("occurredAt"))
    return moment


def _duration(inputs: Inputs, given: int | None) -> int | None:
    if given is not None and not 0 <= given <= LONGEST_DURATION:
        inputs.fault(Invalid("It takes from 0 seconds to a week.", path=inputs.path("durationSeconds")))
    return given


def _check_kind(inputs: Inputs, columns: dict[str, Any], kind: ActivityKind) -> None:
    if kind is ActivityKind.SYSTEM:
        inputs.fault(Invalid("Only LeadHub itself logs this kind.", path=inputs.path("kind")))
    if (
        kind is not ActivityKind.NOTE
        and columns.get("visibility", ActivityVisibility.TENANT) != ActivityVisibility.TENANT
    ):
        inputs.fault(Invalid("Only a note can be for some alone.", path=inputs.path("visibility")))
    if kind not in TOUCHES and columns.get("direction") is not None:
        inputs.fault(Invalid("A note has no direction.", path=inputs.path("direction")))


def check_note(inputs: Inputs, columns: dict[str, Any], kind: ActivityKind) -> None:
    """A new note says something."""
    if kind is ActivityKind.NOTE and "body" not in columns:
        inputs.fault(Required("A note says something.", path=inputs.path("body")))


async def team_of(inputs: Inputs, visibility: ActivityVisibility, lead: Lead, who: Actor) -> UUID | None:
    """The team that sees a note: the lead's of now, or else the writer's. Who is nobody, as a key is, writes none that
    is private."""
    if visibility is ActivityVisibility.TENANT:
        return None
    path = inputs.path("visibility")
    if who.member_id is None:
        raise Invalid("An API key is nobody whose note this could be.", path=path)
    if visibility is ActivityVisibility.PRIVATE:
        return None
    team_id = lead.team_id or await first_team(who.member_id)
    if team_id is None:
        raise Invalid("Neither the lead nor you have a team.", path=path)
    return team_id
