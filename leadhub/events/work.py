"""What happened is not kept for ever: events, and what came of changes that were sent with a key."""

from datetime import timedelta

import structlog

from leadhub.kit.db import fetch
from leadhub.kit.idempotency import forget_old_outcomes
from leadhub.kit.work import Duty, tenants

log = structlog.get_logger()

_BATCH = 5000


class ForgetEvents(Duty):
    """Deletes the events that are older than LEADHUB_EVENT_RETENTION_DAYS, with their deliveries."""

    name = "forget events"
    period = timedelta(hours=1)

    async def perform(self) -> None:
        keep, total = timedelta(days=self.lent.settings.event_retention_days), 0
        while forgotten := await _forget(keep):
            total += forgotten
        if total:
            log.info("events_forgotten", events=total)


async def _forget(keep: timedelta) -> int:
    [row] = await fetch("select leadhub_forget_events($1, $2) as forgotten", keep, _BATCH)
    return int(row["forgotten"])


class ForgetOutcomes(Duty):
    """Deletes what came of changes that were sent with a key more than a day ago."""

    name = "forget outcomes"
    period = timedelta(hours=1)

    async def perform(self) -> None:
        for tenant_id in await tenants():
            with self.lent.inside(tenant_id):
                await forget_old_outcomes(tenant_id)


WORK = (ForgetEvents, ForgetOutcomes)
