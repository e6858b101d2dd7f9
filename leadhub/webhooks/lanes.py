"""Lanes: the deliveries of one subject to one endpoint, which one worker at a time works on, in order."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from leadhub.kit.actor import actor
from leadhub.kit.db import connection

# For how long a worker may hold a lane; longer than one try can take.
LEASE = timedelta(seconds=60)

# Lanes are always taken in this order, so that two who open the same ones cannot wait for each other. One that is
# open stays as it is: due already, or claimed, or waiting for the next try of what comes first, which news must not
# bring forward. It is locked all the same: whoever is just closing it is waited for, and then it is opened anew.
_OPEN = """
insert into webhook_lane (tenant_id, endpoint_id, subject_id, next_at)
select $1, $2, subject_id, now() from unnest($3::uuid[]) as subject_id
on conflict (tenant_id, endpoint_id, subject_id) do update set next_at = webhook_lane.next_at
"""

# Claimed lanes wait too, should their worker have died; one that lives lets go by the same rule.
_HOLD = """
update webhook_lane set next_at = 'infinity' where tenant_id = $1 and endpoint_id = $2
"""

# The worker of a claimed lane may still be sending: nobody else takes it before its claim would have ended.
_RELEASE = """
update webhook_lane set next_at = now() + case when claim is null then '0' else $3::interval end
where tenant_id = $1 and endpoint_id = $2 and next_at = 'infinity'
"""

_CLOSE = """
delete from webhook_lane where tenant_id = $1 and endpoint_id = $2
"""


async def open_lanes(endpoint_id: UUID, subject_ids: Iterable[UUID]) -> None:
    """There is something new to deliver to an endpoint about these subjects. Called after the deliveries are made:
    a worker that closes a lane looks for them under its lock."""
    await connection().execute_query(_OPEN, [actor().tenant_id, endpoint_id, sorted(set(subject_ids))])


async def hold_lanes(endpoint_id: UUID) -> None:
    """Nothing more goes to this locked endpoint. What a worker is sending it finishes."""
    await connection().execute_query(_HOLD, [actor().tenant_id, endpoint_id])


async def release_lanes(endpoint_id: UUID) -> None:
    """What waited for this locked endpoint is due now."""
    await connection().execute_query(_RELEASE, [actor().tenant_id, endpoint_id, LEASE])


async def close_lanes(endpoint_id: UUID) -> None:
    """Ends what a locked endpoint's workers do, before it is deleted: they take a lane before its deliveries, and
    the database would delete the deliveries first."""
    await connection().execute_query(_CLOSE, [actor().tenant_id, endpoint_id])
