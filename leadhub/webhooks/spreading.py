"""Makes deliveries out of events: each endpoint goes through the log at its own pace."""

import asyncio
import random
import time
from collections.abc import Sequence
from uuid import UUID

import structlog

from leadhub.errors import LeadHubError
from leadhub.events.models import Event
from leadhub.kit.actor import actor
from leadhub.kit.db import connection, fetch, transaction
from leadhub.kit.signals import LOOK_SECONDS
from leadhub.kit.work import Lent, Work
from leadhub.webhooks.disabling import disable
from leadhub.webhooks.interest import of_interest
from leadhub.webhooks.lanes import open_lanes
from leadhub.webhooks.models import WebhookEndpoint, WebhookReplay
from leadhub.webhooks.sending import Sending

log = structlog.get_logger()

PAGE = 500
# Endpoints that are looked after at once: some connections of the pool are needed elsewhere.
_AT_ONCE = 4
# How long an endpoint that cannot be looked after rests, so that it does not keep the worker busy.
_REST_SECONDS = 5.0


class Unreadable(Exception):
    """The filter of an endpoint cannot be read any more."""


class Spreading(Work):
    """Brings endpoints up to the newest event, and goes on with replays."""

    name = "spread events"
    every = LOOK_SECONDS
    hears_events = True

    def __init__(self, lent: Lent) -> None:
        super().__init__(lent)
        self._resting: dict[UUID, float] = {}
        self._turns = asyncio.Semaphore(_AT_ONCE)

    async def round(self) -> bool:
        rows = await fetch("select tenant_id, endpoint_id from leadhub_endpoints_behind()")
        now = time.monotonic()
        self._resting = {id: until for id, until in self._resting.items() if until > now}
        behind = [row for row in rows if row["endpoint_id"] not in self._resting]
        # Workers that begin at different ends seldom meet at an endpoint.
        random.shuffle(behind)
        more = await asyncio.gather(*(self._spread(row["tenant_id"], row["endpoint_id"]) for row in behind))
        return any(more)

    async def _spread(self, tenant_id: UUID, endpoint_id: UUID) -> bool:
        async with self._turns:
            try:
                with self.lent.inside(tenant_id):
                    return await self._look_after(endpoint_id)
            except Exception:
                # One endpoint's trouble is not another's.
                self._resting[endpoint_id] = time.monotonic() + _REST_SECONDS
                log.exception("webhook_spreading_failed", endpoint=str(endpoint_id))
                return False

    async def _look_after(self, endpoint_id: UUID) -> bool:
        try:
            made, has_more = await spread(endpoint_id)
        except Unreadable as problem:
            await disable(endpoint_id, f"Its filter cannot be read any more: {problem}")
            return False
        if made:
            self.lent.wake(Sending.name)
        return has_more


async def spread(endpoint_id: UUID) -> tuple[int, bool]:
    """Takes an endpoint of the actor's tenant a page further through the events, new and replayed; how many
    deliveries that made, and whether there is more to go through. All of it or nothing, by one worker at a time."""
    async with transaction():
        rows = WebhookEndpoint.mine().select_for_update(no_key=True, skip_locked=True)
        endpoint = await rows.get_or_none(id=endpoint_id, is_active=True)
        if endpoint is None:
            return 0, False
        new, has_new = await _spread_new(endpoint)
        again, has_again = await _spread_replay(endpoint)
        return new + again, has_new or has_again


async def _spread_new(endpoint: WebhookEndpoint) -> tuple[int, bool]:
    # Read before the events: all up to here are there to be seen, but for those that are forgotten already.
    [head] = await fetch("select event_seq from tenant_head where tenant_id = $1", actor().tenant_id)
    events = await Event.mine().filter(seq__gt=endpoint.spread_seq).order_by("seq").limit(PAGE)
    is_full = len(events) == PAGE
    if not events and head["event_seq"] <= endpoint.spread_seq:
        return 0, False
    made = await _deliver(endpoint, events)
    seqs = [event.seq for event in events]
    reached = seqs[-1] if is_full else max([head["event_seq"], *seqs])
    await WebhookEndpoint.mine().filter(id=endpoint.id).update(spread_seq=reached)
    return made, is_full


async def _spread_replay(endpoint: WebhookEndpoint) -> tuple[int, bool]:
    replays = WebhookReplay.mine().filter(endpoint_id=endpoint.id)
    replay = await replays.order_by("id").first()
    if replay is None:
        return 0, False
    range = Event.mine().filter(seq__gt=replay.spread_seq, seq__lte=replay.to_seq)
    events = await range.order_by("seq").limit(PAGE)
    made = await _deliver(endpoint, events)
    if len(events) == PAGE:
        await replays.filter(id=replay.id).update(spread_seq=events[-1].seq)
    else:
        await replay.delete()
    return made, len(events) == PAGE


# In the order of the events: that is what `position` follows.
_MAKE = """
insert into webhook_delivery (id, tenant_id, endpoint_id, event_id, subject_id, state, attempt_count, created_at)
select uuidv7(), $1, $2, event_id, subject_id, 'PENDING', 0, now()
from unnest($3::uuid[], $4::uuid[]) with ordinality as given (event_id, subject_id, place) order by place
"""


async def _deliver(endpoint: WebhookEndpoint, events: Sequence[Event]) -> int:
    try:
        chosen = await of_interest(endpoint, events)
    except (ValueError, LeadHubError) as problem:
        raise Unreadable(str(problem)) from problem
    if chosen:
        ids, subjects = [event.id for event in chosen], [event.subject_id for event in chosen]
        await connection().execute_query(_MAKE, [actor().tenant_id, endpoint.id, ids, subjects])
        await open_lanes(endpoint.id, subjects)
    return len(chosen)
