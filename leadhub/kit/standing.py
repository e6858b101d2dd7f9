"""Who an open connection acts for, now: looked up again when rights change in the tenant, and ended when the
credential is worth nothing any more."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime
from uuid import UUID

import structlog

from leadhub.errors import Unauthenticated
from leadhub.kit.actor import Actor, Remembered, Request, as_actor
from leadhub.kit.signals import Signals, Topic

log = structlog.get_logger()

# Whatever the notices say, everybody is looked at once in this time.
LOOK_AGAIN_SECONDS = 60.0
# A change between looking somebody up and beginning to listen for changes would go unnoticed.
SETTLED_SECONDS = 2.0
# How many are looked up at once: the pool is for those who work, too.
_AT_ONCE = 4

Credentials = Callable[[str], Awaitable[Actor]]


class Standing:
    """The caller behind one connection. `actor` is None for one who did not sign in."""

    def __init__(self, actor: Actor | None, credential: str = "", where: Request | None = None) -> None:
        self.actor = actor
        self.credential = credential
        self.where = where or Request()
        self.ended: Unauthenticated | None = None
        self._told: dict[object, Callable[[], None]] = {}

    def tell(self, call: Callable[[], None]) -> Callable[[], None]:
        """Calls this whenever the caller's rights may have changed or ended, until the answer is called."""
        key = object()
        self._told[key] = call

        def stop() -> None:
            self._told.pop(key, None)

        return stop

    def become(self, who: Actor) -> None:
        """They may do something else now."""
        if who != self.actor:
            self.actor = who
            self._tell()

    def end(self, reason: Unauthenticated) -> None:
        """The credential is worth nothing any more."""
        if self.ended is None:
            self.ended = reason
            self._tell()

    def _tell(self) -> None:
        for call in list(self._told.values()):
            call()


class Standings:
    """Everybody who has a connection open to this process. `run` is the body of a task."""

    def __init__(self, signals: Signals, remembered: Remembered, credentials: Credentials) -> None:
        self._signals = signals
        self._remembered = remembered
        self._credentials = credentials
        self._open: dict[UUID, set[Standing]] = defaultdict(set)
        self._unwatch: dict[UUID, Callable[[], None]] = {}
        self._timers: dict[Standing, list[asyncio.TimerHandle]] = {}
        self._due: set[Standing] = set()
        self._wake = asyncio.Event()
        signals.watch(Topic.ACTORS, None, remembered.forget)

    def enter(self, who: Actor, credential: str, where: Request) -> Standing:
        """The standing of somebody who just proved who they are; `leave` it when the connection closes."""
        standing = Standing(who, credential, where)
        if not self._open[who.tenant_id]:
            self._unwatch[who.tenant_id] = self._signals.watch(Topic.ACTORS, who.tenant_id, self._changed)
        self._open[who.tenant_id].add(standing)
        later = asyncio.get_running_loop().call_later
        self._timers[standing] = [later(SETTLED_SECONDS, self._look_soon, [standing])]
        if who.until is not None:
            left = (who.until - datetime.now(UTC)).total_seconds()
            reason = Unauthenticated("The credential has expired; get a new one.")
            self._timers[standing].append(later(max(0.0, left), standing.end, reason))
        return standing

    def leave(self, standing: Standing) -> None:
        """Forgets a connection that is closed."""
        for timer in self._timers.pop(standing):
            timer.cancel()
        assert standing.actor is not None
        tenant_id = standing.actor.tenant_id
        self._open[tenant_id].discard(standing)
        if not self._open[tenant_id]:
            del self._open[tenant_id]
            self._unwatch.pop(tenant_id)()

    def _changed(self, tenant_id: UUID) -> None:
        self._look_soon(self._open[tenant_id])

    def _look_soon(self, standings: Iterable[Standing]) -> None:
        self._due.update(standings)
        self._wake.set()

    async def run(self) -> None:
        """Looks callers up again as notices come in, and all of them once a minute, until cancelled."""
        while True:
            try:
                async with asyncio.timeout(LOOK_AGAIN_SECONDS):
                    await self._wake.wait()
            except TimeoutError:
                self._due.update(*self._open.values())
            self._wake.clear()
            due, self._due = self._due & self._timers.keys(), set()
            for tenant_id in {standing.actor.tenant_id for standing in due if standing.actor}:
                # Somebody may have been remembered since the notice.
                self._remembered.forget(tenant_id)
            await self._look(due)

    async def _look(self, due: set[Standing]) -> None:
        async def work() -> None:
            while due:
                await self._look_at(due.pop())

        await asyncio.gather(*(work() for _ in range(_AT_ONCE)))

    async def _look_at(self, standing: Standing) -> None:
        with as_actor(None, standing.where):
            try:
                standing.become(await self._credentials(standing.credential))
            except Unauthenticated as reason:
                standing.end(reason)
            except Exception:
                # The database is away, say: nobody is thrown out for that, and nobody is forgotten either.
                log.exception("standing_unknown")
                asyncio.get_running_loop().call_later(1.0, self._look_soon, [standing])
