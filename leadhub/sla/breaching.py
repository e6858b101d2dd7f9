"""Finding what was not answered in time, and telling those who can do something about it: each breach once, whoever
looks."""

from datetime import datetime
from uuid import UUID

import structlog

from leadhub.kit.events import unit
from leadhub.kit.inputs import now
from leadhub.kit.work import Work, by_tenant
from leadhub.leads.models import Lead, SlaStatus
from leadhub.notifications.models import NotificationKind
from leadhub.notifications.telling import notify
from leadhub.sla.acting import reassign, recipients
from leadhub.sla.following import follow
from leadhub.sla.models import LeadSla, SlaPolicy
from leadhub.sla.writing import Written

log = structlog.get_logger()

BATCH = 100


class BreachSlas(Work):
    """Notes what is over. By any number of workers at once: each lead by one of them."""

    name = "breach SLAs"
    every = 10.0

    async def round(self) -> bool:
        moment = now()
        due = await by_tenant("select tenant_id, lead_id from leadhub_due_slas($1, $2)", moment, BATCH)
        more = [await self._breach(tenant_id, ids, moment) for tenant_id, ids in due.items()]
        return any(more)

    async def _breach(self, tenant_id: UUID, ids: list[UUID], moment: datetime) -> bool:
        done = 0
        with self.lent.inside(tenant_id):
            for id in ids:
                try:
                    done += await breach(id, moment)
                except Exception:
                    # One lead's trouble is not another's.
                    log.exception("sla_breach_failed", tenant=str(tenant_id), lead=str(id))
        return done > 0 and len(ids) == BATCH


async def breach(lead_id: UUID, moment: datetime) -> bool:
    """Notes that a lead of the actor's tenant was not answered in time, if that is so; whether it is. A lead that somebody
    else has in hand is left for the next round."""
    async with unit():
        live = Lead.mine().filter(deleted_at__isnull=True, merged_into_id__isnull=True)
        lead = await live.select_for_update(no_key=True, skip_locked=True).get_or_none(id=lead_id)
        if lead is None:
            return False
        # By the policies of now: they may have changed, and not been worked out yet.
        await follow([lead], moment)
        sla = await LeadSla.mine().get_or_none(id=lead_id)
        if sla is None or sla.status is not SlaStatus.PENDING or sla.due_at is None or sla.due_at > moment:
            return False
        sla.status, sla.breached_at = SlaStatus.BREACHED, sla.due_at
        written = Written()
        written.note(lead, sla, is_breach=True)
        await written.write()
        policy = await SlaPolicy.mine().get(id=sla.policy_id)
        told = await recipients(lead, policy)
        if policy.reassign and await reassign(lead):
            told |= await recipients(lead, policy)
        await notify(told, NotificationKind.SLA_BREACHED, lead, lead_id=lead.id)
    return True
