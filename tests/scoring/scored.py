"""Rules and scores in tests: made, worked out as the worker does, and read."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from leadhub.kit.actor import Request, as_actor, system_actor
from leadhub.scoring import decaying, reactions, rescoring
from leadhub.scoring.models import Rescoring
from leadhub.scoring.rescoring import rescore_some
from tests.world import Caller, Company

RULE = "scoringRule { id version name filter points activity { kind direction atMost } decay { points days } active archivedAt }"
SCORE = "score rating version scoreBreakdown { points since decaysAt rule { name } }"


async def rule(company: Company, name: str, points: int, **more: Any) -> dict[str, Any]:
    """A new rule, met by every lead unless told otherwise; nothing is scored yet."""
    input = {"name": name, "points": points, "filter": {}, **more}
    return (await company.owner.done("createScoringRule", input, RULE))["scoringRule"]


async def rescored(company: Company) -> None:
    """Works all scores out, as the worker does after a change of rules."""
    with as_actor(system_actor(company.tenant_id), Request(id="test")):
        while await Rescoring.mine().exists():
            if not await rescore_some():
                await asyncio.sleep(0.02)


async def score(caller: Caller, id: str) -> dict[str, Any]:
    """A lead's score with its breakdown: the points by the name of the rule, and None for what is taken off."""
    answer = await caller(f"query($id: ID!) {{ lead(id: $id) {{ {SCORE} }} }}", id=id)
    lead = answer.data["lead"]
    items = [(item["rule"] and item["rule"]["name"], item["points"]) for item in lead["scoreBreakdown"]]
    assert lead["score"] == (sum(points for _, points in items) if lead["score"] is not None else None)
    return {
        "score": lead["score"],
        "rating": lead["rating"],
        "version": lead["version"],
        "items": dict(items),
    }


class Clock:
    """What time it is for scoring."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def go(self, **time: float) -> None:
        self.ahead += timedelta(**time)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Drives the clock of scoring: `clock.go(days=1)`."""
    clock = Clock()
    for module in (decaying, reactions, rescoring):
        monkeypatch.setattr(module, "now", clock.now)
    return clock
