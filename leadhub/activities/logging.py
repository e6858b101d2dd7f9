"""Logging what was done about a locked lead, and what the lead remembers of it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from leadhub.activities.models import (
    Activity,
    ActivityDirection,
    ActivityEvent,
    ActivityKind,
    ActivityVisibility,
)
from leadhub.kit.actor import actor
from leadhub.kit.db import connection
from leadhub.kit.events import emit
from leadhub.kit.node import name_rows, to_global
from leadhub.kit.words import camel_changes
from leadhub.leads.models import Lead

TOUCHES = frozenset({ActivityKind.CALL, ActivityKind.EMAIL, ActivityKind.MEETING, ActivityKind.MESSAGE})

# Neither is a change that somebody who edits the lead must have seen, so its version stays.
_REMEMBER = """
update lead set last_activity_at = greatest(last_activity_at, $3::timestamptz),
  first_responded_at = least(first_responded_at, $4::timestamptz)
where tenant_id = $1 and id = $2
"""
_RESPONDED_AGAIN = f"""
update lead set first_responded_at = (
  select min(a.occurred_at) from activity a where a.tenant_id = $1 and a.lead_id = $2 and a.by_id is not null
    and a.direction = '{ActivityDirection.OUTBOUND}'
) where tenant_id = $1 and id = $2
"""
_IDS = {"team_id": "Team"}


async def log(
    lead: Lead,
    kind: ActivityKind,
    *,
    occurred_at: datetime,
    body: str | None = None,
    by_id: UUID | None = None,
    **columns: Any,
) -> Activity:
    """Writes an activity of a locked lead, with its event. A private note leaves no trace on the lead, since others
    would see it there."""
    row = Activity(lead_id=lead.id, kind=kind, occurred_at=occurred_at, body=body, by_id=by_id, **columns)
    await row.save(force_create=True)
    if row.visibility is not ActivityVisibility.PRIVATE:
        is_answer = by_id is not None and row.direction is ActivityDirection.OUTBOUND
        await remember(lead.id, occurred_at, answered_at=occurred_at if is_answer else None)
    said = {name: (None, value) for name, value in _told(row).items() if value is not None}
    emit(ActivityEvent.LOGGED, row, _shown(row, said, is_open=row.visibility is ActivityVisibility.TENANT))
    return row


async def remember(lead_id: UUID, at: datetime, *, answered_at: datetime | None = None) -> None:
    """Keeps on a locked lead that something happened with it."""
    await connection().execute_query(_REMEMBER, [actor().tenant_id, lead_id, at, answered_at])


def tell_changed(row: Activity, changes: dict[str, tuple[Any, Any]]) -> None:
    """The event of a change. What is or was for some alone is told of by its id."""
    visible = {row.visibility, *changes.get("visibility", ())}
    emit(ActivityEvent.UPDATED, row, _shown(row, changes, is_open=visible == {ActivityVisibility.TENANT}))


async def respond_again(lead_id: UUID) -> None:
    """Works out anew when a lead was first answered, after an activity was changed or deleted."""
    await connection().execute_query(_RESPONDED_AGAIN, [actor().tenant_id, lead_id])


def _told(row: Activity) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "direction": row.direction,
        "outcome": row.outcome,
        "duration_seconds": row.duration_seconds,
        "occurred_at": row.occurred_at,
        "body": row.body,
        "visibility": row.visibility,
    }


def _shown(row: Activity, changes: dict[str, Any], *, is_open: bool) -> dict[str, Any]:
    lead_id = to_global("Lead", row.lead_id)
    return {"leadId": (lead_id, lead_id)} | (camel_changes(name_rows(changes, _IDS)) if is_open else {})
