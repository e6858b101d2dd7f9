"""What the worker does for webhooks: makes deliveries of events, sends them, and says how much waits."""

from uuid import UUID

from leadhub.kit import metrics
from leadhub.kit.db import fetch
from leadhub.kit.work import Work
from leadhub.webhooks.sending import Sending
from leadhub.webhooks.spreading import Spreading

# Of each endpoint that is behind the first event that it has not been looked through for.
_UNSPREAD_FOR = """
select extract(epoch from now() - min(v.at))::double precision as seconds from webhook_endpoint e cross join lateral (
  select v.at from event v where v.tenant_id = e.tenant_id and v.seq > e.spread_seq order by v.seq limit 1
) v where e.tenant_id = $1 and e.is_active
"""


class Measuring(Work):
    """Keeps the metrics of what waits up to date."""

    name = "measure webhooks"
    every = 15.0

    async def round(self) -> bool:
        [row] = await fetch("select * from leadhub_webhook_backlog()")
        metrics.webhook_open.set(row["open_deliveries"])
        metrics.webhook_late_seconds.set(row["seconds_late"])
        metrics.webhook_unspread.set(row["unspread_events"])
        metrics.events_lag_seconds.set(await self._unspread_for())
        return False

    async def _unspread_for(self) -> float:
        rows = await fetch("select distinct tenant_id from leadhub_endpoints_behind()")
        return max([await self._waiting_in(row["tenant_id"]) for row in rows], default=0.0)

    async def _waiting_in(self, tenant_id: UUID) -> float:
        with self.lent.inside(tenant_id):
            [row] = await fetch(_UNSPREAD_FOR, tenant_id)
        return max(0.0, row["seconds"] or 0.0)


WORK = (Spreading, Sending, Measuring)
