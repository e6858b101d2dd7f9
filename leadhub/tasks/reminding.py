"""Reminding whoever is to do a task. What is done here is one transaction: who dies in it has reminded nobody."""

from datetime import datetime

from leadhub.kit.actor import actor
from leadhub.kit.db import fetch
from leadhub.kit.events import unit
from leadhub.notifications.models import NotificationKind
from leadhub.notifications.telling import notify
from leadhub.tasks.models import Task

BATCH = 100

# Set once and for all, so that a clock that is put back reminds nobody again.
_CLAIM = f"""
with due as (
  select t.id from task t
  where t.tenant_id = $1 and t.status = 'OPEN' and t.reminded_at is null and t.remind_at <= $2 and exists (
    select 1 from lead l where l.tenant_id = t.tenant_id and l.id = t.lead_id and l.deleted_at is null
  ) order by t.remind_at limit {BATCH} for no key update of t skip locked
)
update task set reminded_at = $2 from due where task.tenant_id = $1 and task.id = due.id
returning task.id, task.lead_id, task.assignee_id
"""


async def remind(moment: datetime) -> bool:
    """Reminds of what is due in the actor's tenant at a moment; whether there may be more."""
    async with unit():
        rows = await fetch(_CLAIM, actor().tenant_id, moment)
        for row in rows:
            if row["assignee_id"] is not None:
                task = Task(id=row["id"])
                await notify([row["assignee_id"]], NotificationKind.TASK_DUE, task, lead_id=row["lead_id"])
    return len(rows) == BATCH
