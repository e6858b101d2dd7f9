"""What benchmarks stand on: a PostgreSQL of their own, servers as processes, and tenants with people in them."""

import asyncio
import json
import os
import socket
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from aiohttp import ClientError, ClientSession, DummyCookieJar, TCPConnector
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from jwt.algorithms import OKPAlgorithm

from leadhub.demo.run import APP_ROLE
from leadhub.kit import migrations
from leadhub.kit.actor import as_actor, system_actor
from leadhub.kit.embedded import Cluster, EmbeddedPostgres, remove
from leadhub.kit.embedded_folder import Folder
from leadhub.kit.embedded_process import of_data
from leadhub.kit.events import unit
from leadhub.kit.node import to_global
from leadhub.kit.scopes import Role
from leadhub.kit.tokens import SigningKeys, generate_jwk
from leadhub.kit.uuid7 import uuid7
from leadhub.members.models import Member, MemberStatus, Team, TeamMember
from leadhub.provision import create_tenant
from leadhub.sessions.models import Session
from leadhub.settings import environment
from leadhub.slices import MODEL_MODULES

ISSUER = "http://bench.test"
READY_SECONDS = 30


def cpu_seconds(pid: int) -> float:
    """What a process of this machine has computed so far, to the nanosecond: its own clock, as Linux numbers those
    (clock_getcpuclockid, which Python does not have; /proc counts in steps of 10 ms)."""
    return time.clock_gettime((~pid << 3) | 2)


@dataclass
class Person:
    """Somebody with an access token."""

    id: str
    role: Role
    team: str | None
    token: str

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


@dataclass
class Process:
    """A process of LeadHub that this benchmark started."""

    process: asyncio.subprocess.Process
    url: str

    def megabytes(self) -> float:
        """What it holds in memory now."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    def cpu_seconds(self) -> float:
        """What it has computed so far."""
        return cpu_seconds(self.process.pid)

    async def stop(self) -> None:
        self.process.terminate()
        await self.process.wait()


@dataclass
class Ground:
    """A migrated database that is durable, as in production."""

    cluster: Cluster
    key: str
    keys: SigningKeys
    processes: list[Process] = field(default_factory=list)

    @property
    def app_url(self) -> str:
        return self.cluster.url(APP_ROLE)

    def database_cpu_seconds(self) -> float:
        """What PostgreSQL has computed so far, in all of its processes that are there now."""
        return sum(cpu_seconds(one.pid) for one in of_data(Folder(self.cluster.folder).data))

    def public_pem(self) -> str:
        """The key that tokens are verified with, as other programs take it."""
        key: Any = OKPAlgorithm.from_jwk(self.key)
        pem: bytes = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        return pem.decode()

    async def start(self, command: str, folder: Path | None = None, **settings: str) -> Process:
        """A server or a worker of its own, by the code in a folder where one is given."""
        port = free_port()
        env = environment(
            database_url=self.app_url,
            signing_keys=self.key,
            public_url=ISSUER,
            port=str(port),
            metrics_port="0",
            log_level="WARNING",
            **settings,
        )
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "leadhub", command, env=env, cwd=folder
        )
        process = Process(child, f"http://127.0.0.1:{port}")
        self.processes.append(process)
        if command == "serve":
            await _ready(process.url)
        return process

    async def company(self, people: Iterable[tuple[Role, str | None]]) -> list[Person]:
        """A new tenant with these people: their roles, and the names of their teams."""
        tenant_id = uuid7()
        with as_actor(system_actor(tenant_id)):
            async with unit():
                await create_tenant(tenant_id, f"b{tenant_id.hex[-12:]}", "Bench")
                return await _people(list(people), self.keys)

    def tenant_of(self, person: Person) -> UUID:
        return self.keys.verify(person.token, issuer=ISSUER, audience="leadhub").tenant


async def _people(wanted: Sequence[tuple[Role, str | None]], keys: SigningKeys) -> list[Person]:
    names = sorted({name for _, name in wanted if name is not None})
    teams = {name: await Team.create(name=name) for name in names}
    found = []
    for at, (role, team) in enumerate(wanted):
        member = await Member.create(
            email=f"p{at}@bench.test", name=f"Person {at}", role=role, status=MemberStatus.ACTIVE
        )
        if team is not None:
            await TeamMember.create(team_id=teams[team].id, member_id=member.id)
        session = await Session.create(member_id=member.id, expires_at=datetime.now(UTC) + timedelta(days=1))
        found.append(Person(to_global("Member", member.id), role, team, _token(keys, session, member)))
    return found


def _token(keys: SigningKeys, session: Session, member: Member) -> str:
    moment = datetime.now(UTC)
    return keys.sign(
        {
            "iss": ISSUER,
            "aud": "leadhub",
            "sub": str(member.id),
            "tid": str(member.tenant_id),
            "sid": str(session.id),
            "jti": str(uuid7()),
            "iat": moment,
            "exp": moment + timedelta(hours=1),
        }
    )


@asynccontextmanager
async def ground(**postgres_settings: str) -> AsyncIterator[Ground]:
    """Everything that a benchmark needs, gone when it ends."""
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent, "database")
        postgres = EmbeddedPostgres(folder, say=lambda _: None, settings=postgres_settings)
        cluster = await postgres.start()
        key = json.dumps(generate_jwk())
        found = Ground(cluster, key, SigningKeys.parse(key))
        try:
            await migrations.up(cluster.url(), MODEL_MODULES, cluster.url(APP_ROLE))
            async with migrations.as_owner(cluster.url(), MODEL_MODULES):
                yield found
        finally:
            for process in found.processes:
                if process.process.returncode is None:
                    await process.stop()
            await postgres.stop()
            remove(folder)


def http() -> ClientSession:
    """A client without limits of its own."""
    return ClientSession(cookie_jar=DummyCookieJar(), connector=TCPConnector(limit=0))


async def ask(session: ClientSession, url: str, person: Person, document: str, **variables: Any) -> Any:
    """The data of an operation that must work."""
    body = {"query": document, "variables": variables}
    async with session.post(f"{url}/graphql", json=body, headers=person.headers) as response:
        answer = await response.json()
    if answer.get("errors"):
        raise RuntimeError(answer["errors"])
    return answer["data"]


async def _ready(url: str) -> None:
    end = time.monotonic() + READY_SECONDS
    async with http() as session:
        while time.monotonic() < end:
            try:
                async with session.get(f"{url}/readyz") as response:
                    if response.status == 200:
                        return
            except ClientError:
                pass
            await asyncio.sleep(0.1)
    raise RuntimeError("The server did not become ready.")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which that share of the values lies."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def machine() -> str:
    """What the figures were measured on."""
    return f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, PostgreSQL 18 on the same machine"
