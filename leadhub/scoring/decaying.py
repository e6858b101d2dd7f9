"""Taking points away when it is time."""

from datetime import datetime
from uuid import UUID

import structlog

from leadhub.kit.events import unit
from leadhub.kit.inputs import now
from leadhub.kit.work import Work, by_tenant
from leadhub.leads.models import Lead
from leadhub.scoring.rules import scoring_now
from leadhub.scoring.scores import score

log = structlog.get_logger()

BATCH = 200


class DecayScores(Work):
    """Scores the leads again whose points fall now. By any number of workers at once: each lead by one of them."""

    name = "decay scores"
    every = 60.0

    async def round(self) -> bool:
        moment = now()
        due = await by_tenant("select tenant_id, lead_id from leadhub_decaying_scores($1, $2)", moment, BATCH)
        more = [await self._decay(tenant_id, leads, moment) for tenant_id, leads in due.items()]
        return any(more)

    async def _decay(self, tenant_id: UUID, leads: list[UUID], moment: datetime) -> bool:
        with self.lent.inside(tenant_id):
            try:
                done = await decay(leads, moment)
            except Exception:
                # One tenant's trouble is not another's.
                log.exception("decaying_failed", tenant=str(tenant_id))
                return False
        return done > 0 and len(leads) == BATCH


async def decay(ids: list[UUID], moment: datetime) -> int:
    """Scores these leads of the actor's tenant as of then; how many there were. Those that somebody else is changing are
    left to them, since every change scores them."""
    async with unit():
        live = Lead.mine().filter(id__in=ids, deleted_at__isnull=True, merged_into_id__isnull=True)
        leads = await live.order_by("id").select_for_update(no_key=True, skip_locked=True)
        await score(leads, await scoring_now(), moment)
    return len(leads)
