"""Policies and SLAs in tests: made, worked out as the worker does, and read."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from leadhub.activities import api as activities
from leadhub.activities import reading
from leadhub.kit.actor import Request, as_actor, system_actor
from leadhub.kit.work import Lent
from leadhub.leads import changing
from leadhub.sla import breaching, reactions, sweeping
from leadhub.sla.breaching import BreachSlas
from leadhub.sla.models import SlaSweep
from leadhub.sla.sweeping import sweep_some
from tests.world import Caller, Company

HOUR = 3600
POLICY = (
    "slaPolicy { id version name position filter firstResponseSeconds nextResponseSeconds holidays pausingStageIds notify"
    " reassign active archivedAt hours { timezone intervals { day from until } } }"
)
SLA = "version sla { status target startedAt dueAt respondedAt breachedAt policy { name } }"


class Clock:
    """What time it is for SLAs, activities and stages."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def go(self, **time: float) -> None:
        self.ahead += timedelta(**time)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Drives the clock: `clock.go(hours=1)`."""
    clock = Clock()
    for module in (activities, reading, changing, breaching, reactions, sweeping):
        monkeypatch.setattr(module, "now", clock.now)
    return clock


async def policy(company: Company, name: str = "all", **more: Any) -> dict[str, Any]:
    """A new policy, met by every lead, of one hour around the clock unless told otherwise."""
    times = (
        {}
        if more.keys() & {"firstResponseSeconds", "nextResponseSeconds"}
        else {"firstResponseSeconds": HOUR}
    )
    input = {"name": name, "filter": {}, **times, **more}
    return (await company.owner.done("createSlaPolicy", input, POLICY))["slaPolicy"]


async def sla(caller: Caller, id: str) -> dict[str, Any] | None:
    """How the answer stands that a lead waits for."""
    return (await caller.ok(f"query($id: ID!) {{ lead(id: $id) {{ {SLA} }} }}", id=id))["lead"]["sla"]


async def status(company: Company, id: str) -> str | None:
    found = await sla(company.owner, id)
    return None if found is None else found["status"]


async def due(company: Company, id: str) -> timedelta | None:
    """How long after it asked a lead is to be answered, to the nearest ten minutes: tests take their time."""
    found = await sla(company.owner, id)
    assert found is not None
    if found["dueAt"] is None:
        return None
    asked, due = (datetime.fromisoformat(found[name]) for name in ("startedAt", "dueAt"))
    return timedelta(minutes=10 * round((due - asked).total_seconds() / 600))


async def talk(caller: Caller, id: str, direction: str = "OUTBOUND", **more: Any) -> str:
    """A message from or to a lead is logged."""
    input = {"leadId": id, "kind": "MESSAGE", "direction": direction, **more}
    return (await caller.done("logActivity", input, "activity { id }"))["activity"]["id"]


async def work(lent: Lent) -> None:
    """What a worker does about what is due."""
    while await BreachSlas(lent).round():
        pass


async def swept(company: Company) -> None:
    """Works all SLAs out, as the worker does after a change of policies."""
    with as_actor(system_actor(company.tenant_id), Request(id="test")):
        while await SlaSweep.mine().exists():
            if not await sweep_some():
                await asyncio.sleep(0.02)


async def told(company: Company) -> list[tuple[str, str | None, str | None]]:
    """What events say of how answers stand, oldest first."""
    types = '["lead.sla_changed", "lead.sla_breached"]'
    document = f"{{ events(after: 0, types: {types}, first: 100) {{ events {{ type changes }} }} }}"
    events = (await company.owner.ok(document))["events"]["events"]
    return [
        (event["type"].removeprefix("lead.sla_"), change["from"], change["to"])
        for event in events
        if (change := event["changes"].get("slaStatus"))
    ]
