"""Scoring all leads of a tenant again, in the background, after its rules changed."""

from uuid import UUID

import structlog

from leadhub.kit.actor import actor
from leadhub.kit.barrier import is_passed
from leadhub.kit.db import connection, fetch
from leadhub.kit.events import unit
from leadhub.kit.inputs import now
from leadhub.kit.signals import LOOK_SECONDS
from leadhub.kit.work import Work
from leadhub.leads.models import Lead
from leadhub.scoring.models import Rescoring
from leadhub.scoring.rules import scoring_now
from leadhub.scoring.scores import score

log = structlog.get_logger()

BATCH = 200

_BEGIN = """
insert into rescoring (tenant_id, id, since, done) values ($1, $1, $2, 0)
on conflict (tenant_id, id) do update
set since = excluded.since, done = 0, after_id = null, total = null, barrier = null
"""
_COUNT = """
update rescoring r set total = (
  select count(*) from lead l where l.tenant_id = $1 and l.deleted_at is null and l.merged_into_id is null
) where r.tenant_id = $1 and r.total is null
"""


async def begin_rescoring() -> None:
    """Has all leads of the tenant scored again, from the first, once the transaction is committed."""
    await connection().execute_query(_BEGIN, [actor().tenant_id, now()])


class RescoreLeads(Work):
    """Scores the leads of tenants whose rules changed, a batch at a time. A lead that is taken in meanwhile by a transaction
    that knew the rules of before is not missed: the first batch waits until all those have ended."""

    name = "rescore leads"
    every = LOOK_SECONDS
    hears_events = True

    async def round(self) -> bool:
        rows = await fetch("select tenant_id from leadhub_rescoring()")
        return any([await self._go_on(row["tenant_id"]) for row in rows])

    async def _go_on(self, tenant_id: UUID) -> bool:
        with self.lent.inside(tenant_id):
            try:
                return await rescore_some()
            except Exception:
                # One tenant's trouble is not another's.
                log.exception("rescoring_failed", tenant=str(tenant_id))
                return False


async def rescore_some() -> bool:
    """Scores the next leads of the actor's tenant, by one worker at a time; whether there are more. All of them or none:
    where a worker dies, another one does the same."""
    tenant_id = actor().tenant_id
    await connection().execute_query(_COUNT, [tenant_id])
    if not await is_passed("rescoring"):
        return False
    async with unit():
        rows = Rescoring.mine().select_for_update(no_key=True, skip_locked=True)
        rescoring = await rows.get_or_none(id=tenant_id, barrier__isnull=False)
        return rescoring is not None and await _score_batch(rescoring)


async def _score_batch(rescoring: Rescoring) -> bool:
    live = Lead.mine().filter(deleted_at__isnull=True, merged_into_id__isnull=True)
    if rescoring.after_id is not None:
        live = live.filter(id__gt=rescoring.after_id)
    leads = await live.order_by("id").limit(BATCH).select_for_update(no_key=True)
    await score(leads, await scoring_now(), now())
    if len(leads) < BATCH:
        await rescoring.delete()
        return False
    rescoring.after_id, rescoring.done = leads[-1].id, rescoring.done + len(leads)
    await rescoring.save(update_fields=["after_id", "done"])
    return True
