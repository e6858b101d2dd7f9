"""Background work: how a slice declares it, in the tuple `WORK` of its `work.py`. It knows no work by name; the worker
runs each in a loop of its own."""

import asyncio
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, ClassVar
from uuid import UUID

from leadhub.kit.actor import Request, Services, as_actor, system_actor
from leadhub.kit.db import fetch
from leadhub.settings import Settings


@dataclass(frozen=True, slots=True)
class Lent:
    """What the worker lends to work: the settings, what the process lends to everything, how long there is to finish
    at the end, and the bells that wake work by name."""

    settings: Settings
    services: Services
    finish_seconds: float
    bells: defaultdict[str, asyncio.Event] = field(default_factory=lambda: defaultdict(asyncio.Event))

    def wake(self, name: str) -> None:
        """Makes the work of this name, in this process, look at once."""
        self.bells[name].set()

    @contextmanager
    def inside(self, tenant_id: UUID) -> Iterator[None]:
        """As LeadHub itself in one tenant. Never inside a transaction."""
        with as_actor(system_actor(tenant_id), Request(id="worker", services=self.services)):
            yield


class Work(ABC):
    """Something to do in the background, by any number of workers at once.

    `every` is how many seconds to rest when there is nothing to do; `hears_events` wakes it when any tenant has new
    events. It may raise anything: that is logged, and the next round comes.
    """

    name: ClassVar[str]
    every: ClassVar[float]
    hears_events: ClassVar[bool] = False

    def __init__(self, lent: Lent) -> None:
        self.lent = lent
        self.bell = lent.bells[self.name]

    @abstractmethod
    async def round(self) -> bool:
        """Does some; True when there may be more, and the next round is due at once."""

    async def close(self) -> None:
        """Finishes or gives back what it holds, within `lent.finish_seconds`. No round comes after."""
        return


class Duty(Work):
    """What one worker at a time does for all, again after each `period`."""

    period: ClassVar[timedelta]
    every = 60.0

    async def round(self) -> bool:
        if await _is_my_turn(self.name, self.period):
            await self.perform()
        return False

    @abstractmethod
    async def perform(self) -> None:
        """Does all there is to do now."""


_TAKE_TURN = """
insert into duty (name, due_at) values ($1, now() + $2::interval)
on conflict (name) do update set due_at = excluded.due_at where duty.due_at <= now()
returning name
"""


async def _is_my_turn(name: str, period: timedelta) -> bool:
    return bool(await fetch(_TAKE_TURN, name, period))


async def by_tenant(statement: str, *values: Any) -> dict[UUID, list[UUID]]:
    """The ids that a statement finds in its second column, by the tenants in its first. Needs no actor."""
    found = defaultdict[UUID, list[UUID]](list)
    for row in await fetch(statement, *values):
        tenant_id, id = row.values()
        found[tenant_id].append(id)
    return found


async def tenants() -> list[UUID]:
    """All tenants. Needs no actor."""
    return [row["tenant_id"] for row in await fetch("select tenant_id from leadhub_audit_heads()")]
