"""The servers that a database may be on. One of them takes writes; which, changes when a replica is promoted."""

from typing import Any
from urllib.parse import urlsplit

import asyncpg

DEFAULT_PORT = 5432
# Of several: asyncpg has one time for all of them, which a server that swallows everything would use up alone.
HOST_SECONDS = 2.0

# The server is away, starting, or a replica.
_NOT_THIS_ONE = (OSError, asyncpg.CannotConnectNowError, asyncpg.InternalClientError)


def read_hosts(url: str) -> list[tuple[str, int]]:
    """The hosts and ports of an address such as postgres://user@db1:5432,db2:5432/leadhub; raises ValueError."""
    parts = [urlsplit(f"//{part}") for part in urlsplit(url).netloc.rpartition("@")[2].split(",")]
    return [(part.hostname or "", part.port or DEFAULT_PORT) for part in parts]


class Hosts:
    """Connects to the one that takes writes. Who it was last time is asked first."""

    def __init__(self, hosts: list[tuple[str, int]]) -> None:
        self._hosts = hosts

    async def connect(self, *args: Any, timeout: float, **kwargs: Any) -> asyncpg.Connection:  # noqa: ASYNC109
        """As asyncpg.connect does; raises ConnectionError when none of them is there and takes writes."""
        seconds = timeout if len(self._hosts) == 1 else min(timeout, HOST_SECONDS)
        reasons = []
        for host in list(self._hosts):
            where = {"host": host[0], "port": host[1], "target_session_attrs": "primary", "timeout": seconds}
            try:
                return await asyncpg.connect(*args, **kwargs | where)
            except BaseException as error:
                # Also when whoever waited has given up: the next one must not begin with the same.
                self._put_last(host)
                if not isinstance(error, _NOT_THIS_ONE):
                    raise
                reasons.append(f"{host[0]}:{host[1]}: {_reason(error)}")
        raise ConnectionError("; ".join(reasons))

    def _put_last(self, host: tuple[str, int]) -> None:
        # Others may have found out at the same time.
        if self._hosts[0] == host:
            self._hosts = [*self._hosts[1:], host]


def _reason(error: BaseException) -> str:
    if isinstance(error, asyncpg.InternalClientError):
        return "it is a replica"
    return str(error) or type(error).__name__
