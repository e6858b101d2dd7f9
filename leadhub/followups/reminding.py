"""Reminding the owner of a lead to get in touch again."""

from datetime import datetime

from leadhub.kit.actor import actor
from leadhub.kit.db import fetch
from leadhub.kit.events import unit
from leadhub.leads.models import Lead
from leadhub.notifications.models import NotificationKind
from leadhub.notifications.telling import notify

BATCH = 100

# Set once and for all, so that a clock that is put back reminds nobody again. A lead that nobody owns waits for an owner.
_CLAIM = f"""
with due as (
  select f.id, l.owner_id from follow_up f join lead l on l.tenant_id = f.tenant_id and l.id = f.lead_id
  where f.tenant_id = $1 and f.reminded_at is null and f.at <= $2 and l.next_follow_up_at = f.at
    and l.owner_id is not null and l.deleted_at is null and l.merged_into_id is null
  order by f.at limit {BATCH} for no key update of f skip locked
)
update follow_up set reminded_at = $2 from due where follow_up.tenant_id = $1 and follow_up.id = due.id
returning follow_up.lead_id, due.owner_id
"""


async def remind(moment: datetime) -> bool:
    """Reminds of what is due in the actor's tenant at a moment; whether there may be more."""
    async with unit():
        rows = await fetch(_CLAIM, actor().tenant_id, moment)
        for row in rows:
            lead = Lead(id=row["lead_id"])
            await notify([row["owner_id"]], NotificationKind.FOLLOW_UP_DUE, lead, lead_id=lead.id)
    return len(rows) == BATCH
