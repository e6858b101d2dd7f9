"""What the worker does for webhooks: makes deliveries of events, sends them, and says how much waits."""

from leadhub.kit import metrics
from leadhub.kit.db import fetch
from leadhub.kit.work import Work
from leadhub.webhooks.sending import Sending
from leadhub.webhooks.spreading import Spreading


class Measuring(Work):
    """Keeps the metrics of what waits up to date."""

    name = "measure webhooks"
    every = 15.0

    async def round(self) -> bool:
        [row] = await fetch("select * from leadhub_webhook_backlog()")
        metrics.webhook_open.set(row["open_deliveries"])
        metrics.webhook_late_seconds.set(row["seconds_late"])
        metrics.webhook_unspread.set(row["unspread_events"])
        return False


WORK = (Spreading, Sending, Measuring)
