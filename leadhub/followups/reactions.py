"""A lead's reminder follows its `nextFollowUpAt`, whatever sets it."""

from collections.abc import Sequence

from leadhub.kit.actor import actor
from leadhub.kit.db import connection
from leadhub.kit.events import Entry, Reaction
from leadhub.leads.models import Lead, LeadEvent

_SET = """
insert into follow_up (id, tenant_id, lead_id, at) values (uuidv7(), $1, $2, $3)
on conflict (tenant_id, lead_id) do update set at = excluded.at, reminded_at = null where follow_up.at <> excluded.at
"""
_UNSET = "delete from follow_up where tenant_id = $1 and lead_id = $2"


async def follow(entries: Sequence[Entry]) -> None:
    """Sets or takes away the reminder of each lead whose next follow-up is another now."""
    leads = {
        entry.subject.id: entry.subject
        for entry in entries
        if isinstance(entry.subject, Lead) and "nextFollowUpAt" in entry.changes
    }
    for lead in leads.values():
        given = [] if lead.next_follow_up_at is None else [lead.next_follow_up_at]
        await connection().execute_query(_SET if given else _UNSET, [actor().tenant_id, lead.id, *given])


REACTIONS = (
    Reaction(
        frozenset({LeadEvent.CREATED, LeadEvent.UPDATED, LeadEvent.MERGED, LeadEvent.MERGE_UNDONE}), follow
    ),
)
