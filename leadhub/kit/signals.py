"""How processes learn of each other's commits: one connection that listens, notices of its own, and a look every
two seconds, so that a notice that was lost costs two seconds and nothing else."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterable
from enum import StrEnum
from uuid import UUID

import asyncpg
import structlog

from leadhub.kit.hosts import Hosts, read_hosts

log = structlog.get_logger()

# Notices of one process within this time are sent together: a notice takes a lock of the whole cluster.
GATHER_SECONDS = 0.02
LOOK_SECONDS = 2.0
AGAIN_SECONDS = 1.0
CONNECT_SECONDS = 5.0


class Topic(StrEnum):
    """What a notice is about; it carries the tenant alone."""

    EVENTS = "leadhub_events"
    ACTORS = "leadhub_actors"


Heard = Callable[[UUID], None]
_Key = tuple[Topic, UUID | None]


class Signals:
    """One per process. `run` is the body of a task; without it notices wait, and nobody hears any."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._hosts = Hosts(read_hosts(url))
        self._watchers: dict[_Key, list[Heard]] = defaultdict(list)
        self._heads: dict[UUID, tuple[int, int | None]] = {}
        self._unsent: dict[tuple[Topic, UUID], None] = {}
        self._has_unsent = asyncio.Event()

    def announce(self, topic: Topic, tenant_id: UUID) -> None:
        """Tells all processes, this one too, soon."""
        self._unsent[topic, tenant_id] = None
        self._has_unsent.set()

    def watch(self, topic: Topic, tenant_id: UUID | None, heard: Heard) -> Callable[[], None]:
        """Calls `heard` when something happened there, sometimes when nothing did, until the answer is called.

        Without a tenant, every notice is heard, but a lost one is not made up for.
        """
        watchers = self._watchers[topic, tenant_id]
        watchers.append(heard)

        def stop() -> None:
            watchers.remove(heard)
            if not watchers:
                self._watchers.pop((topic, tenant_id), None)

        return stop

    async def run(self) -> None:
        """Listens until cancelled; reconnects by itself."""
        while True:
            try:
                await self._listen()
            except Exception as problem:  # noqa: BLE001  (a server must not stay deaf, whatever it was)
                log.warning("signals_lost", reason=str(problem) or type(problem).__name__)
            await asyncio.sleep(AGAIN_SECONDS)

    async def _listen(self) -> None:
        connection = await self._hosts.connect(
            self._url,
            timeout=CONNECT_SECONDS,
            command_timeout=CONNECT_SECONDS,
            server_settings={"application_name": "leadhub signals"},
        )
        try:
            for topic in Topic:
                await connection.add_listener(topic, self._receive)
            while True:
                await self._look(connection)
                await self._send_until(connection, asyncio.get_running_loop().time() + LOOK_SECONDS)
        finally:
            connection.terminate()

    def _receive(self, _connection: object, _pid: int, channel: str, payload: str) -> None:
        topic, tenant_id = Topic(channel), UUID(payload)
        if topic is Topic.ACTORS and tenant_id in self._heads:
            # The next look takes what it finds for this change.
            self._heads[tenant_id] = (self._heads[tenant_id][0], None)
        self._tell(topic, tenant_id)

    def _tell(self, topic: Topic, tenant_id: UUID) -> None:
        for heard in (*self._watchers.get((topic, tenant_id), ()), *self._watchers.get((topic, None), ())):
            heard(tenant_id)

    async def _look(self, connection: asyncpg.Connection) -> None:
        tenants = {tenant_id for _, tenant_id in self._watchers if tenant_id is not None}
        self._heads = {tenant_id: head for tenant_id, head in self._heads.items() if tenant_id in tenants}
        for row in await connection.fetch("select * from leadhub_heads($1)", list(tenants)):
            tenant_id, head = row["tenant_id"], (row["event_seq"], row["actor_seq"])
            known = self._heads.get(tenant_id)
            self._heads[tenant_id] = head
            if known is None or known[0] != head[0]:
                self._tell(Topic.EVENTS, tenant_id)
            if known is None or known[1] not in {None, head[1]}:
                self._tell(Topic.ACTORS, tenant_id)

    async def _send_until(self, connection: asyncpg.Connection, end: float) -> None:
        loop = asyncio.get_running_loop()
        while (left := end - loop.time()) > 0:
            try:
                async with asyncio.timeout(left):
                    await self._has_unsent.wait()
            except TimeoutError:
                return
            await asyncio.sleep(GATHER_SECONDS)
            await self._send(connection, list(self._unsent))

    async def _send(self, connection: asyncpg.Connection, notices: Iterable[tuple[Topic, UUID]]) -> None:
        self._unsent.clear()
        self._has_unsent.clear()
        topics, tenants = zip(*((topic.value, str(tenant_id)) for topic, tenant_id in notices), strict=True)
        await connection.execute(
            "select pg_notify(topic, tenant) from unnest($1::text[], $2::text[]) as notice (topic, tenant)",
            list(topics),
            list(tenants),
        )
