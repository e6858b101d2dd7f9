"""What the worker does for routing: gives the leads that wait to whoever has room again."""

from uuid import UUID

from leadhub.kit.db import fetch
from leadhub.kit.work import Work
from leadhub.routing.waiting import place_next

# Of one tenant in a round, so that all have their turn.
_AT_ONCE = 50


class PlacingQueued(Work):
    """Looks whenever something happens, and when time alone may have made room: somebody is back, or begins to work."""

    name = "place queued leads"
    every = 10.0
    hears_events = True

    async def round(self) -> bool:
        rows = await fetch("select tenant_id from leadhub_queueing_tenants()")
        more = [await self._place_some(row["tenant_id"]) for row in rows]
        return any(more)

    async def _place_some(self, tenant_id: UUID) -> bool:
        tried: list[UUID] = []
        with self.lent.inside(tenant_id):
            while len(tried) < _AT_ONCE:
                lead_id = await place_next(tried)
                if lead_id is None:
                    return False
                tried.append(lead_id)
        return True


WORK = (PlacingQueued,)
