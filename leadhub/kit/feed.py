"""The readers of one log: follows a tenant's events from a number on, as they are committed, for as many as want.

One reader a tenant and process asks the database; who concerns it is decided in memory, so that a thousand followers
of whom nine are concerned cost nine. It knows no event and no row, only that events have rising numbers.
"""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Hashable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any, Protocol
from uuid import UUID

import structlog

from leadhub.errors import ReachChanged, SlowReader
from leadhub.kit.actor import Actor, Request, as_actor, become, request, system_actor
from leadhub.kit.guard import check_scopes
from leadhub.kit.signals import Signals, Topic

log = structlog.get_logger()

PAGE = 500
# What a follower may be behind before it is shed: it can resume, and memory stays bounded.
LONGEST_QUEUE = 1000
AGAIN_SECONDS = 1.0


class Numbered(Protocol):
    """An event, as far as the feed knows it."""

    seq: int


Facts = Mapping[int, Any]


class Log(Protocol):
    """Where events are kept. All is asked as the tenant's system actor."""

    async def newest(self) -> int:
        """The number of the newest event; 0 when there is none."""
        ...

    async def check(self, after: int) -> int:
        """The number of the newest event; raises for an `after` that cannot be gone on from."""
        ...

    async def after(self, seq: int, most: int) -> Sequence[Any]:
        """The events after a number, oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class Interest:
    """What a follower wants of the events.

    `concerns(who, event, fact)` is what this caller gets for an event, or None for nothing; it is asked for every
    event, so it is quick. `facts` finds out what it must know besides, once for all who name the same function.
    `view` is what the answer depends on in a caller: when that changes, what was told before means nothing.
    """

    concerns: Callable[[Actor, Any, Any], Any]
    facts: Callable[[Sequence[Any]], Awaitable[Facts]] | None = None
    view: Callable[[Actor], Hashable] = lambda _: None


@dataclass(eq=False, slots=True)
class _Follower:
    interest: Interest
    who: Actor
    queue: deque[tuple[Any, Any]] = field(default_factory=deque)
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    has_overflowed: bool = False
    defect: Exception | None = None

    def take(self, events: Sequence[Any], facts: Facts) -> None:
        """Keeps those that concern it. A defect in finding out is its own, and delays nobody else."""
        try:
            for event in events:
                fact = facts.get(event.seq)
                if self.interest.concerns(self.who, event, fact) is not None:
                    self._push(event, fact)
        except Exception as defect:  # noqa: BLE001  (raised to the follower)
            self.defect = defect
            self.wake.set()

    def _push(self, event: Any, fact: Any) -> None:
        if self.has_overflowed or self.defect is not None:
            return
        if len(self.queue) >= LONGEST_QUEUE:
            self.queue.clear()
            self.has_overflowed = True
        else:
            self.queue.append((event, fact))
        self.wake.set()

    def forget(self) -> None:
        """As if nothing had come yet."""
        self.queue.clear()
        self.has_overflowed, self.defect = False, None


class _Tail:
    """Reads one tenant's log as it grows, for all followers of this process."""

    def __init__(self, tenant_id: UUID, log: Log) -> None:
        self.tenant_id = tenant_id
        self.log = log
        self.position = -1
        self.followers: set[_Follower] = set()
        # Held while a batch is read and handed out, so that who joins gets whole batches.
        self.between_batches = asyncio.Lock()
        self._grown = asyncio.Event()

    def grown(self, _tenant_id: UUID) -> None:
        self._grown.set()

    async def run(self) -> None:
        """Until cancelled. A database that is away is waited for."""
        with as_actor(system_actor(self.tenant_id), Request(id="feed")):
            while True:
                try:
                    while await self._read():
                        pass
                except Exception:
                    log.exception("feed_interrupted")
                    await asyncio.sleep(AGAIN_SECONDS)
                else:
                    await self._grown.wait()

    async def join(self, follower: _Follower) -> int:
        """The number after which the follower gets all that concerns it."""
        self.followers.add(follower)
        async with self.between_batches:
            if self.position < 0:
                with as_actor(system_actor(self.tenant_id)):
                    self.position = await self.log.newest()
            follower.forget()
            return self.position

    async def _read(self) -> bool:
        async with self.between_batches:
            self._grown.clear()
            if self.position < 0:
                return False
            events = await self.log.after(self.position, PAGE)
            if events:
                self._spread(events, await self._facts(events))
                self.position = events[-1].seq
            return len(events) == PAGE

    async def _facts(self, events: Sequence[Any]) -> dict[Any, Facts]:
        wanted = {follower.interest.facts for follower in self.followers}
        return {find: await find(events) for find in wanted if find is not None}

    def _spread(self, events: Sequence[Any], facts: Mapping[Any, Facts]) -> None:
        for follower in self.followers:
            # Without facts for one that joins just now: it waits for the lock, and then forgets these events.
            follower.take(events, facts.get(follower.interest.facts, {}))


class Feed:
    """One per process. Its readers live as long as somebody follows."""

    def __init__(self, signals: Signals, log: Log) -> None:
        self._signals = signals
        self._log = log
        self._tails: dict[UUID, tuple[_Tail, asyncio.Task[None], Callable[[], None]]] = {}

    async def follow(self, interest: Interest, after: int | None) -> AsyncGenerator[Any, None]:
        """What concerns the caller of this operation, from the event after number `after` on, or from now on.

        Before each the caller's rights are looked at anew, and acted under from there on. Raises Unauthenticated,
        MissingScope or ReachChanged when they are not what they were, and SlowReader for who does not keep up.
        """
        caller = _Caller(interest)
        if after is not None:
            with as_actor(system_actor(caller.who.tenant_id)):
                await self._log.check(after)
        follower = _Follower(interest, caller.who)
        tail = self._tail(caller.who.tenant_id)
        tail.followers.add(follower)
        stop = caller.standing.tell(follower.wake.set)
        try:
            end = await tail.join(follower)
            position = end if after is None else after
            while position < end:
                async with aclosing(self._between(caller, follower, position, end)) as items:
                    async for item in items:
                        yield item
                position = end
                if follower.has_overflowed:
                    end = await tail.join(follower)
            async with aclosing(_live(caller, follower, position)) as items:
                async for item in items:
                    yield item
        finally:
            stop()
            self._leave(tail, follower)

    async def _between(
        self, caller: "_Caller", follower: _Follower, position: int, end: int
    ) -> AsyncGenerator[Any, None]:
        """What was committed before the follower came, read page by page as fast as it is taken."""
        while position < end:
            with as_actor(system_actor(caller.who.tenant_id)):
                events = [event for event in await self._log.after(position, PAGE) if event.seq <= end]
                if not events or events[0].seq != position + 1:
                    await self._log.check(position)  # deleted while the page before was read
                facts = await follower.interest.facts(events) if follower.interest.facts else {}
            for event in events:
                if (item := caller.look(follower, event, facts.get(event.seq))) is not None:
                    yield item
            position = events[-1].seq if events else end

    def _tail(self, tenant_id: UUID) -> _Tail:
        if tenant_id not in self._tails:
            tail = _Tail(tenant_id, self._log)
            unwatch = self._signals.watch(Topic.EVENTS, tenant_id, tail.grown)
            self._tails[tenant_id] = (tail, asyncio.create_task(tail.run()), unwatch)
        return self._tails[tenant_id][0]

    def _leave(self, tail: _Tail, follower: _Follower) -> None:
        tail.followers.discard(follower)
        if not tail.followers and tail.tenant_id in self._tails:
            _, task, unwatch = self._tails.pop(tail.tenant_id)
            unwatch()
            task.cancel()

    async def close(self) -> None:
        """Ends the readers whose followers are still there."""
        tails, self._tails = self._tails, {}
        for _, task, unwatch in tails.values():
            unwatch()
            task.cancel()
        await asyncio.gather(*(task for _, task, _ in tails.values()), return_exceptions=True)


class _Caller:
    """Whoever subscribed: what they could do then, and what they may do now."""

    def __init__(self, interest: Interest) -> None:
        where = request()
        assert where.standing is not None
        assert where.standing.actor is not None
        self.standing, self._needed, self._interest = where.standing, where.needed, interest
        self.who: Actor = where.standing.actor
        self._view = interest.view(self.who)

    def check(self) -> Actor:
        """Acts with the rights of now from here on; raises when they are not what they were."""
        if self.standing.ended is not None:
            raise self.standing.ended
        assert self.standing.actor is not None
        if self.standing.actor is not self.who:
            self.who = self.standing.actor
            check_scopes(self.who, self._needed)
            if self._interest.view(self.who) != self._view:
                raise ReachChanged
        become(self.who)
        return self.who

    def look(self, follower: _Follower, event: Any, fact: Any) -> Any:
        """What this event is to the caller now, or None."""
        follower.who = self.check()
        return self._interest.concerns(follower.who, event, fact)


async def _live(caller: _Caller, follower: _Follower, position: int) -> AsyncGenerator[Any, None]:
    while True:
        # In this order: a change of rights while an item was on its way is seen before the wait.
        follower.wake.clear()
        follower.who = caller.check()
        while follower.queue:
            event, fact = follower.queue.popleft()
            position = event.seq
            if (item := caller.look(follower, event, fact)) is not None:
                yield item
        if follower.defect is not None:
            raise follower.defect
        if follower.has_overflowed:
            raise SlowReader(lastSeq=position)
        await follower.wake.wait()
