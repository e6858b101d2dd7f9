"""A server on which points are spent and do not come back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from leadhub import admission
from leadhub.kit.bucket import Bucket
from leadhub.settings import Settings
from tests.edge.test_cost import cost
from tests.sessions.servers import another_server
from tests.world import Answer, World


@asynccontextmanager
async def thousand_points(
    world: World, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[World]:
    """1000 points for everybody, of which none comes back while a test lasts; nobody is held back."""
    monkeypatch.setattr(Bucket, "_leak", lambda _: None)
    monkeypatch.setattr(admission, "HOLD_SECONDS", 0.0)
    async with another_server(world, settings, cost_bucket=1000, cost_restore=1, cost_limit=1000) as far:
        yield far


def left(answer: Answer) -> int:
    """What the caller may still spend."""
    return int(cost(answer)["throttleStatus"]["currentlyAvailable"])
