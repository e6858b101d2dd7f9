"""A LeadHub in operation: a server process that people write to, and what it has acknowledged."""

import asyncio
import itertools
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientError

from tests.world import Caller

WRITERS = 8
_CREATE = (
    "mutation($name: String!) { createLead(input: {lastName: $name}) { lead { id } userErrors { code } } }"
)


@dataclass
class Load:
    """Who writes, and the names of the leads that the server said it made."""

    caller: Caller
    acknowledged: dict[str, float] = field(default_factory=dict)
    failed: int = 0
    is_on: bool = False
    names: Any = field(default_factory=lambda: (f"N{number}" for number in itertools.count()))

    async def _write(self) -> None:
        while self.is_on:
            name = next(self.names)
            while not await self._is_made(name):
                self.failed += 1
                await asyncio.sleep(0.1)
            self.acknowledged[name] = time.monotonic()

    async def _is_made(self, name: str) -> bool:
        """Sends it with a key, as who may have to send it again."""
        try:
            answer = await self.caller(_CREATE, headers={"Idempotency-Key": f"key-of-{name}"}, name=name)
        except (ClientError, TimeoutError):
            return False
        if not answer.errors:
            assert answer.data["createLead"]["userErrors"] == []
        return not answer.errors

    @asynccontextmanager
    async def going(self) -> AsyncIterator[None]:
        """People who make leads, one after the other each, as long as the block lasts. None is on its way after it."""
        self.is_on = True
        async with asyncio.TaskGroup() as writers:
            for _ in range(WRITERS):
                writers.create_task(self._write())
            yield
            self.is_on = False

    async def grows(self, by: int) -> None:
        """Waits until so many more are acknowledged."""
        enough = len(self.acknowledged) + by
        async with asyncio.timeout(90):
            while len(self.acknowledged) < enough:  # noqa: ASYNC110
                await asyncio.sleep(0.05)
