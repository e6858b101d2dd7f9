"""How a server goes away under load: every connection that it has taken gets its answer."""

import asyncio
import signal
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import urlsplit

from tests.commands.conftest import Database
from tests.commands.serving import prepared, serving

CLIENTS = 8
_ASK = b"GET /healthz HTTP/1.1\r\nHost: leadhub\r\n\r\n"


async def _ask(port: int) -> str:
    """What became of one request on a connection of its own."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return "refused"  # nothing was sent: a balancer asks another
    try:
        writer.write(_ASK)
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 10)
    except (OSError, EOFError):
        return "lost"
    finally:
        writer.close()
    return "last" if b"Connection: close" in head else "answered"


async def test_a_server_that_stops_answers_whatever_it_was_sent(
    new_database: Callable[[str], Awaitable[Database]], tmp_path: Path
) -> None:
    outcomes: Counter[str] = Counter()
    async with serving(await prepared(await new_database("drain")), tmp_path) as server:
        port = urlsplit(server.url).port
        assert port is not None

        async def client() -> None:
            while not outcomes["refused"]:
                outcomes[await _ask(port)] += 1

        clients = asyncio.gather(*(client() for _ in range(CLIENTS)))
        await asyncio.sleep(0.5)
        server.process.send(signal.SIGTERM)
        await clients
        assert await server.process.ended() == 0
    assert outcomes["answered"] > CLIENTS
    assert outcomes["last"] > CLIENTS  # who keeps connections is told to leave
    assert outcomes["lost"] == 0
