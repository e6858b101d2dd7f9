"""More servers on the database of the tests, each with settings and a memory of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from aiohttp import web

from leadhub import app
from leadhub.kit.actor import Remembered
from leadhub.protocol import make_runner
from leadhub.settings import Settings, load
from tests.world import Caller, World


async def _borrowed(_app: web.Application) -> AsyncIterator[None]:
    """Tortoise has one pool a process, so all servers of a test process use the first one's."""
    yield


@asynccontextmanager
async def another_server(world: World, settings: Settings, **changes: Any) -> AsyncIterator[World]:
    """The way to one more server on the same database. It trusts X-Forwarded-For, for `coming_from`."""
    values = {**settings.model_dump(), "trusted_proxies": "127.0.0.1/32", **changes}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app, "_database", lambda _settings: _borrowed)
        runner = make_runner(app.build_app(load(**values)))
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield replace(world, url=f"http://127.0.0.1:{runner.addresses[0][1]}")
    finally:
        await runner.cleanup()


def forgetful(patch: pytest.MonkeyPatch) -> float:
    """Servers remember callers for a moment and not for two seconds, which only some tests need to wait for;
    how long it takes them at most to see that one is gone."""
    patch.setattr(Remembered, "SECONDS", 0.3)
    return 0.5


def at(world: World, caller: Caller) -> Caller:
    """The same caller, on another server."""
    return replace(caller, world=world)
