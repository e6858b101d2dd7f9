"""What a server does by itself, hourly: the heads of the audit chains go into the log, so that a rewritten
chain shows, and old counters are deleted."""

import asyncio

import structlog

from leadhub.kit.attempts import forget_old_attempts
from leadhub.kit.db import fetch

log = structlog.get_logger()

_HOUR = 3600


async def upkeep() -> None:
    """Runs until cancelled."""
    while True:
        try:
            await _log_heads()
            await forget_old_attempts()
        except Exception:
            log.exception("upkeep_failed")
        await asyncio.sleep(_HOUR)


async def _log_heads() -> None:
    for row in await fetch("select slug, audit_seq, audit_hash from leadhub_audit_heads()"):
        log.info("audit_head", tenant=row["slug"], head=f"{row['audit_seq']}:{row['audit_hash'].hex()}")
