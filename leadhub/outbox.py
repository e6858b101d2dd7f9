"""What waits to be written to a socket. One task writes for all who have something to say."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from leadhub.streams import Gone

# How many frames may wait before those who bring more wait, too.
ROOM = 16


class Outbox:
    """Frames on their way to one client. `run` is the body of a task.

    Without it all who write to a socket wait for the client on one future of aiohttp's (3.14): whoever is cancelled
    there, since their operation was ended, takes the others along, without a word to anybody.
    """

    def __init__(self) -> None:
        self._frames: deque[bytes] = deque()
        self._has_frames = asyncio.Event()
        self._has_room = asyncio.Event()
        self._has_room.set()
        self._is_closed = False

    async def put(self, frame: bytes) -> None:
        """Returns when there is room for another one; raises Gone when nobody takes them any more."""
        if not self._is_closed:
            self._frames.append(frame)
            self._has_frames.set()
            if len(self._frames) >= ROOM:
                self._has_room.clear()
            await self._has_room.wait()
        if self._is_closed:
            raise Gone

    async def run(self, write: Callable[[bytes], Awaitable[None]], seconds: float) -> None:
        """Writes frames as they come. Raises TimeoutError when one is not taken for so long, or what `write` raises."""
        try:
            while True:
                await self._has_frames.wait()
                self._has_frames.clear()
                while self._frames:
                    async with asyncio.timeout(seconds):
                        await write(self._frames.popleft())
                    if len(self._frames) < ROOM:
                        self._has_room.set()
        finally:
            self._is_closed = True
            self._frames.clear()
            self._has_room.set()
