"""Working out the SLAs of all leads of a tenant again, in the background, after its policies changed."""

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
from leadhub.sla.following import follow
from leadhub.sla.models import SlaSweep

log = structlog.get_logger()

BATCH = 200

_BEGIN = """
insert into sla_sweep (tenant_id, id) values ($1, $1)
on conflict (tenant_id, id) do update set after_id = null, barrier = null
"""


async def begin_sweep() -> None:
    """Has the SLAs of all leads worked out again, from the first, once the transaction is committed."""
    await connection().execute_query(_BEGIN, [actor().tenant_id])


class SweepSlas(Work):
    """Goes through the leads of tenants whose policies changed, a batch at a time, once all have ended who knew the policies
    of before."""

    name = "sweep SLAs"
    every = LOOK_SECONDS
    hears_events = True

    async def round(self) -> bool:
        rows = await fetch("select tenant_id from leadhub_sla_sweeps()")
        return any([await self._go_on(row["tenant_id"]) for row in rows])

    async def _go_on(self, tenant_id: UUID) -> bool:
        with self.lent.inside(tenant_id):
            try:
                return await sweep_some()
            except Exception:
                # One tenant's trouble is not another's.
                log.exception("sla_sweep_failed", tenant=str(tenant_id))
                return False


async def sweep_some() -> bool:
    """The next leads of the actor's tenant, by one worker at a time; whether there are more. All of them or none: where a
    worker dies, another one does the same."""
    if not await is_passed("sla_sweep"):
        return False
    async with unit():
        rows = SlaSweep.mine().select_for_update(no_key=True, skip_locked=True)
        sweep = await rows.get_or_none(id=actor().tenant_id, barrier__isnull=False)
        return sweep is not None and await _sweep_batch(sweep)


async def _sweep_batch(sweep: SlaSweep) -> bool:
    live = Lead.mine().filter(deleted_at__isnull=True, merged_into_id__isnull=True)
    if sweep.after_id is not None:
        live = live.filter(id__gt=sweep.after_id)
    leads = await live.order_by("id").limit(BATCH).select_for_update(no_key=True)
    await follow(leads, now())
    if len(leads) < BATCH:
        await sweep.delete()
        return False
    sweep.after_id = leads[-1].id
    await sweep.save(update_fields=["after_id"])
    return True
