"""Holding somebody between reading what holds and writing by it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest


class Held:
    """Holds the first who calls an asynchronous function of a module, once it has read: `reading` is set by then, and
    `go_on` lets it go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, module: object, name: str) -> None:
        self.reading, self.go_on = asyncio.Event(), asyncio.Event()
        read = getattr(module, name)

        async def read_and_wait(*given: Any) -> Any:
            found = await read(*given)
            if not self.reading.is_set():
                self.reading.set()
                await self.go_on.wait()
            return found

        monkeypatch.setattr(module, name, read_and_wait)
