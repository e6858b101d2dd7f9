"""A receiver of webhooks on this machine, and a worker beside the test server that sends nowhere else."""

import asyncio
import errno
import socket
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from ssl import SSLContext
from types import SimpleNamespace
from typing import Any

import orjson
import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from multidict import CIMultiDictProxy

from leadhub.kit.mail import Mail
from leadhub.kit.node import from_global
from leadhub.process import Background, lend
from leadhub.settings import Settings
from leadhub.webhooks import guard
from leadhub.worker import working
from tests.world import Company

WAITS = [timedelta(seconds=0.1)] * 3
# A worker begins with the duties of all tenants that the tests before it made: some seconds on a busy machine.
WITHIN = 30.0


async def until(holds: Callable[[], Awaitable[bool]], within: float = WITHIN) -> None:
    """Returns when it holds."""
    async with asyncio.timeout(within):
        while not await holds():  # noqa: ASYNC110 - it is others who know
            await asyncio.sleep(0.02)


@dataclass(frozen=True)
class Received:
    """One request as it came."""

    path: str
    headers: CIMultiDictProxy[str]
    raw: bytes
    at: float

    @property
    def body(self) -> dict[str, Any]:
        return orjson.loads(self.raw)

    @property
    def delivery(self) -> str:
        return self.headers["X-LeadHub-Delivery-Id"]


Answer = web.Response | int
Answering = Callable[[Received], "Answer | Awaitable[Answer]"]


@dataclass
class Receiver:
    """Answers what it is told to, 200 at first, and remembers what came."""

    url: str
    answer: Answering = lambda _: 200
    requests: list[Received] = field(default_factory=list)

    @property
    def types(self) -> list[str]:
        return [request.body["type"] for request in self.requests]

    async def got(self, count: int, within: float = WITHIN) -> list[Received]:
        """The requests, once there are so many."""

        async def enough() -> bool:
            return len(self.requests) >= count

        await until(enough, within)
        return self.requests

    async def _take(self, request: web.Request) -> web.Response:
        received = Received(request.path, request.headers, await request.read(), time.time())
        self.requests.append(received)
        answer = self.answer(received)
        if not isinstance(answer, web.Response | int):
            answer = await answer
        return web.Response(status=answer, text="thanks") if isinstance(answer, int) else answer


@asynccontextmanager
async def receiving(tls: SSLContext | None = None) -> AsyncIterator[Receiver]:
    """A receiver on a port of its own, behind TLS where that is given."""
    receiver = Receiver("")
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", receiver._take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls).start()
    receiver.url = f"{'https' if tls else 'http'}://127.0.0.1:{runner.addresses[0][1]}/hook"
    try:
        yield receiver
    finally:
        await runner.cleanup()


class Names(AbstractResolver):
    """Name servers that tests make up: nobody else is ever asked."""

    known: dict[str, list[str]] = {"localhost": ["127.0.0.1"]}
    asked: list[str] = []

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_INET,  # noqa: ARG002
    ) -> list[ResolveResult]:
        self.asked.append(host)
        if host not in self.known:
            raise socket.gaierror(socket.EAI_NONAME, "no such name in tests")
        flags = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
        return [
            ResolveResult(hostname=host, host=address, port=port, family=socket.AF_INET, proto=0, flags=flags)
            for address in self.known[host]
        ]

    async def close(self) -> None:
        pass


class HereOnly(socket.socket):
    """A socket that reaches this machine and no other, whatever the code under test thinks of an address."""

    def connect(self, address: Any) -> None:
        if not address[0].startswith("127.") and address[0] != "::1":
            raise OSError(errno.ENETUNREACH, "no other machines in tests")
        super().connect(address)


def instead(patch: pytest.MonkeyPatch, **parts: Any) -> None:
    """Has the guard use these instead of the parts of the module `socket`."""
    patch.setattr(guard, "socket", SimpleNamespace(**{**vars(socket), **parts}))


@contextmanager
def only_this_machine() -> Iterator[None]:
    """Nothing is sent to, or asked of, any other machine."""
    with pytest.MonkeyPatch.context() as patch:
        instead(patch, socket=HereOnly)
        patch.setattr(guard, "Resolver", Names)
        yield


@asynccontextmanager
async def at_work(
    settings: Settings, *, finish_seconds: float = 3.0, mail: Mail | None = None, **changes: Any
) -> AsyncIterator[None]:
    """A worker on the pool of the test server, with short waits."""
    chosen = settings.model_copy(update={"webhook_retries": WAITS, **changes})
    background = Background()
    services = lend(chosen, background, is_server=False)
    if mail is not None:
        object.__setattr__(services, "mail", mail)
    with only_this_machine():
        background.spawn(services.signals.run())
        try:
            async with working(services, chosen, finish_seconds=finish_seconds):
                yield
        finally:
            await background.close()


async def hook(company: Company, url: str, **input: Any) -> "Hook":
    """A new endpoint of a company, as a client makes it."""
    payload = await company.owner.done(
        "createWebhookEndpoint", {"url": url, **input}, "webhookEndpoint { id } secret"
    )
    return Hook(company, payload["webhookEndpoint"]["id"], payload["secret"])


@dataclass
class Hook:
    """An endpoint and what can be asked of it."""

    company: Company
    id: str
    secret: str

    @property
    def row_id(self) -> Any:
        return from_global(self.id)[1]

    async def deliveries(self) -> list[dict[str, Any]]:
        """All of them, oldest first."""
        data = await self.company.owner.ok(
            "query($id: ID!) { webhookDeliveries(endpointId: $id, first: 100) { nodes { id state attemptCount "
            "nextAttemptAt finishedAt event { seq type } "
            "attempts { number at milliseconds statusCode error answer } } } }",
            id=self.id,
        )
        return data["webhookDeliveries"]["nodes"][::-1]

    async def settled(self, count: int, within: float = WITHIN) -> list[dict[str, Any]]:
        """The deliveries, once there are so many and none is on its way."""
        found: list[dict[str, Any]] = []

        async def all_final() -> bool:
            nonlocal found
            found = await self.deliveries()
            return len(found) >= count and all(one["state"] in {"DELIVERED", "DEAD"} for one in found)

        await until(all_final, within)
        return found

    async def shown(self, fields: str) -> dict[str, Any]:
        data = await self.company.owner.ok(
            f"query($id: ID!) {{ node(id: $id) {{ ... on WebhookEndpoint {{ {fields} }} }} }}", id=self.id
        )
        return data["node"]
