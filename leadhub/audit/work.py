"""The heads of the audit chains go into the log, so that a rewritten chain shows."""

from datetime import timedelta

import structlog

from leadhub.kit.db import fetch
from leadhub.kit.work import Duty

log = structlog.get_logger()


class LogHeads(Duty):
    """Logs the head of each tenant's chain, as `leadhub audit verify --from` takes it."""

    name = "log audit heads"
    period = timedelta(hours=1)

    async def perform(self) -> None:
        for row in await fetch("select slug, audit_seq, audit_hash from leadhub_audit_heads()"):
            log.info("audit_head", tenant=row["slug"], head=f"{row['audit_seq']}:{row['audit_hash'].hex()}")


WORK = (LogHeads,)
