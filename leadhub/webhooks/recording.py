"""Taking deliveries from the queue, and writing down what became of each try."""

import asyncio
from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

import asyncpg
import orjson
import structlog

from leadhub.kit.actor import actor
from leadhub.kit.db import connection, fetch
from leadhub.kit.work import Lent
from leadhub.webhooks.lanes import LEASE
from leadhub.webhooks.outcomes import Attempt, Outcome
from leadhub.webhooks.post import Claim

log = structlog.get_logger()

_AGAIN_SECONDS = 0.5
_LONGEST_ERROR = 500
# A deadlock, or the database is away; the last is what asyncpg (0.32) says of a connection that the server has ended.
_PASSING = (
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    OSError,
    TimeoutError,
    asyncpg.InternalClientError,
)
_EVENT = ("seq", "type", "subject_type", "subject_id", "actor_kind", "actor_id", "at", "version")
_CLAIM = ("tenant_id", "endpoint_id", "subject_id", "claim", "delivery_id", "attempt_count", "url", "secrets")

_RECORD = """
select leadhub_record_webhook($1, $2, $3, $4, $5, $6, $7::interval, $8, $9, $10, $11, $12) as dead_in_a_row
"""

_GIVE_BACK = """
update webhook_lane set claim = null, next_at = case when next_at = 'infinity' then next_at else now() end
where tenant_id = $1 and claim = any($2::uuid[])
"""


async def claim(
    most: int, *, at_once: int, slow: Collection[UUID], slow_at_once: int, lease: timedelta = LEASE
) -> list[Claim]:
    """Takes up to `most` deliveries that are due, of all tenants. Needs no actor."""
    rows = await fetch(
        "select * from leadhub_claim_webhooks($1, $2, $3::uuid[], $4, $5)",
        most,
        at_once,
        list(slow),
        slow_at_once,
        lease,
    )
    return [_claim(row) for row in rows]


def _claim(row: dict[str, Any]) -> Claim:
    event = {name: row[name] for name in _EVENT}
    event |= {"id": row["event_id"], "changes": orjson.loads(row["changes"])}
    return Claim(event=event, tenant=row["tenant"], **{name: row[name] for name in _CLAIM})


async def record(claim: Claim, attempt: Attempt, outcome: Outcome) -> int | None:
    """Writes a try down, within what is left of the claim; how many deliveries to the endpoint have died in a row.
    None when the claim was lost: somebody else has the delivery then, and nothing was written."""
    values = (
        claim.tenant_id,
        claim.endpoint_id,
        claim.subject_id,
        claim.claim,
        claim.delivery_id,
        outcome.state.value,
        outcome.wait,
        attempt.started,
        attempt.milliseconds,
        attempt.status,
        outcome.error and outcome.error[:_LONGEST_ERROR],
        attempt.answer,
    )
    end = asyncio.get_running_loop().time() + LEASE.total_seconds() - attempt.milliseconds / 1000
    while True:
        try:
            [row] = await fetch(_RECORD, *values)
        except _PASSING as problem:
            # It is the claim that says for how long it is worth trying.
            log.warning("webhook_record_waits", reason=str(problem) or type(problem).__name__)
            if asyncio.get_running_loop().time() > end:
                raise
            await asyncio.sleep(_AGAIN_SECONDS)
        else:
            dead: int | None = row["dead_in_a_row"]
            return dead


async def give_back(lent: Lent, claims: Iterable[Claim]) -> None:
    """Lets others have these deliveries at once."""
    held: dict[UUID, list[UUID]] = defaultdict(list)
    for claim in claims:
        held[claim.tenant_id].append(claim.claim)
    for tenant_id, ids in held.items():
        with lent.inside(tenant_id):
            await connection().execute_query(_GIVE_BACK, [actor().tenant_id, ids])
