"""What connections that stay open share: who is behind them, and how all of them end."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from typing import Any, Protocol

from aiohttp import web

from leadhub.kit.actor import Actor
from leadhub.kit.standing import Standings
from leadhub.wire import WireFault


class Gone(Exception):
    """The client is gone, or does not read."""


class Connection(Protocol):
    """A connection that stays open."""

    async def leave(self) -> None:
        """The server is going away: tells the client to come back, and hangs up."""
        ...


class Streams:
    """One per process."""

    def __init__(
        self,
        standings: Standings,
        credentials: Callable[[str], Awaitable[Actor]],
        spawn: Callable[[Coroutine[Any, Any, None]], object],
        *,
        allowed_origins: Iterable[str],
    ) -> None:
        self.standings = standings
        self.credentials = credentials
        self.spawn = spawn
        self._allowed_origins = frozenset(allowed_origins)
        self._open: set[Connection] = set()

    def enter(self, connection: Connection) -> Callable[[], None]:
        """Counts it among those that are open, until the answer is called."""
        self._open.add(connection)
        return lambda: self._open.discard(connection)

    def check_origin(self, request: web.Request) -> None:
        """A page may open a socket here when it is ours or listed: browsers do not ask before they connect."""
        origin = request.headers.get("Origin")
        if origin is None or origin in self._allowed_origins or origin.partition("://")[2] == request.host:
            return
        raise WireFault(403, "Pages of this origin may not connect; list it in LEADHUB_ALLOWED_ORIGINS.")

    async def leave(self) -> None:
        """Ends all of them: the server is going away."""
        leaving = (connection.leave() for connection in list(self._open))
        await asyncio.gather(*leaving, return_exceptions=True)  # one that is in trouble keeps no other
