"""A subscription as one answer: what comes first once something happens, for tests that are generated."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

from tests.streams import following
from tests.world import Answer, Caller

# What happens is told within 0.1 s; who is told nothing until then is not told. On a busy machine it takes longer to happen,
# and as much longer to be told.
QUIET, SLOWER = 1.0, 10


async def first_item(
    caller: Caller, document: str, happen: Callable[[], Awaitable[Any]], **variables: Any
) -> Answer:
    """Subscribes, lets something happen, and answers the first item, or the error that ended the subscription; no data
    when nothing comes."""
    with following._joining() as stands:
        async with following.answer_of(caller, document, **variables) as response:
            first = asyncio.create_task(following.Events(response).message(10))
            standing = asyncio.create_task(stands.wait())
            await asyncio.wait([first, standing], return_when=asyncio.FIRST_COMPLETED)
            started = time.monotonic()
            if not first.done():
                await happen()
            quiet = max(QUIET, SLOWER * (time.monotonic() - started))
            done, _ = await asyncio.wait([first], timeout=quiet)
            for task in (first, standing):
                task.cancel()
            await asyncio.gather(first, standing, return_exceptions=True)
            body = first.result()[1] if done else {"data": None}
            return Answer(response.status, response.headers, body)
