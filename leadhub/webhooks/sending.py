"""Sends what is due: so many deliveries at once, and so many of one endpoint, that a slow receiver delays itself."""

import asyncio
import random
import time
from datetime import UTC, datetime
from uuid import UUID

import structlog

from leadhub.kit import metrics
from leadhub.kit.work import Lent, Work
from leadhub.webhooks import recording
from leadhub.webhooks.disabling import MOST_DEAD, disable
from leadhub.webhooks.models import DeliveryState
from leadhub.webhooks.outcomes import Attempt, outcome_of
from leadhub.webhooks.post import Claim, Post

log = structlog.get_logger()

SLOTS = 128
# Of one endpoint, among all workers; less when slots run short, so that there is always one for somebody new.
AT_ONCE = 16
SHARE = 4
# An endpoint that answered this slowly, or not at all, is held to fewer for a while; all such ones together to half
# of the slots.
SLOW_SECONDS = 5.0
SLOW_FOR_SECONDS = 60.0
SLOW_AT_ONCE = 4
# A try that is due this soon is made when it is due; others up to `every` later.
_TO_THE_POINT_SECONDS = 10.0
# Kept from the time to finish for giving back what did not.
_GIVE_BACK_SECONDS = 1.0


class Sending(Work):
    """Claims deliveries that are due and tries each once."""

    name = "send webhooks"
    every = 1.0
    hears_events = True

    def __init__(self, lent: Lent) -> None:
        super().__init__(lent)
        self._post = Post(allow_loopback=lent.services.webhook_loopback)
        self._in_flight: dict[asyncio.Task[None], Claim] = {}
        self._slow: dict[UUID, float] = {}

    async def round(self) -> bool:
        free = SLOTS - len(self._in_flight)
        if free == 0:
            return False
        at_once = max(1, min(AT_ONCE, free // SHARE))
        claims = await recording.claim(
            free, at_once=at_once, slow=self._now_slow(), slow_at_once=min(at_once, self._room_for_slow())
        )
        for claim in claims:
            task = asyncio.create_task(self._deliver(claim))
            self._in_flight[task] = claim
            task.add_done_callback(self._landed)
        metrics.webhook_in_flight.set(len(self._in_flight))
        return len(claims) == free

    async def close(self) -> None:
        if self._in_flight:
            await asyncio.wait(self._in_flight, timeout=self.lent.finish_seconds - _GIVE_BACK_SECONDS)
        late = dict(self._in_flight)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        await self._post.close()
        await recording.give_back(self.lent, late.values())

    def _landed(self, task: asyncio.Task[None]) -> None:
        claim = self._in_flight.pop(task)
        metrics.webhook_in_flight.set(len(self._in_flight))
        if not task.cancelled() and (error := task.exception()) is not None:
            # Whoever claims it when the claim is over tries again.
            log.error("webhook_delivery_lost_track", delivery=str(claim.delivery_id), exc_info=error)
        self.bell.set()

    async def _deliver(self, claim: Claim) -> None:
        attempt = await self._post.attempt(claim)
        self._notice_speed(claim.endpoint_id, attempt)
        outcome = outcome_of(
            attempt,
            claim.attempt_count,
            self.lent.settings.webhook_retries,
            now=datetime.now(UTC),
            chance=random.random(),  # noqa: S311 - nobody gains from guessing it
        )
        metrics.webhook_attempts.labels(outcome.state.value).inc()
        metrics.webhook_attempt_seconds.observe(attempt.milliseconds / 1000)
        with self.lent.inside(claim.tenant_id):
            dead = await recording.record(claim, attempt, outcome)
            if dead is None:
                log.warning("webhook_claim_lost", delivery=str(claim.delivery_id))
                return
            if outcome.state is DeliveryState.DEAD:
                metrics.webhook_dead.inc()
            if dead >= MOST_DEAD:
                reason = f"{dead} deliveries in a row were given up; the last because: {outcome.error}"
                await disable(claim.endpoint_id, reason, at_least_dead=MOST_DEAD)
        wait = outcome.wait.total_seconds()
        if outcome.state is DeliveryState.RETRYING and wait < _TO_THE_POINT_SECONDS:
            asyncio.get_running_loop().call_later(wait, self.bell.set)

    def _notice_speed(self, endpoint_id: UUID, attempt: Attempt) -> None:
        if attempt.milliseconds >= SLOW_SECONDS * 1000:
            self._slow[endpoint_id] = time.monotonic() + SLOW_FOR_SECONDS
        else:
            self._slow.pop(endpoint_id, None)

    def _now_slow(self) -> list[UUID]:
        now = time.monotonic()
        self._slow = {endpoint_id: until for endpoint_id, until in self._slow.items() if until > now}
        return list(self._slow)

    def _room_for_slow(self) -> int:
        held = sum(claim.endpoint_id in self._slow for claim in self._in_flight.values())
        return SLOW_AT_ONCE if held < SLOTS // 2 else 0
