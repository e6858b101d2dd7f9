"""PostgreSQL servers on data folders that somebody made: recovered ones, and replicas."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from leadhub.kit.embedded import DEFAULTS, Cluster, EmbeddedPostgres, free_port, remove
from leadhub.kit.embedded_folder import Account, Folder, programs
from leadhub.kit.embedded_process import end, spawn

REPLICATION = "leadhub_replication"
WITHIN = 90.0


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that the servers' account may pass, too: what pytest makes is for us alone."""
    path = Path(tempfile.mkdtemp(prefix="leadhub-"))
    path.chmod(0o711)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


@asynccontextmanager
async def primary(folder: Path) -> AsyncIterator[tuple[Cluster, EmbeddedPostgres]]:
    """A durable server, with a role that may replicate. It may be gone at the end."""
    postgres = EmbeddedPostgres(folder, say=lambda _: None)
    cluster = await postgres.start()
    try:
        connection = await asyncpg.connect(cluster.url())
        await connection.execute(f"create role {REPLICATION} login replication password '{cluster.password}'")
        await connection.close()
        yield cluster, postgres
    finally:
        await destroy(postgres, folder)


async def destroy(postgres: EmbeddedPostgres, folder: Path) -> None:
    """As if its machine had burnt: killed, and its data gone."""
    process = postgres._process
    if process is not None:
        with suppress(ProcessLookupError):
            process.kill()
    await postgres.stop()
    remove(folder)


@dataclass
class Server:
    """A running server; passwords are those of the cluster that its data was copied from."""

    port: int
    like: Cluster

    def url(self, role: str = "postgres") -> str:
        return Cluster(self.like.folder, self.port, self.like.password).url(role)

    async def ask(self, query: str) -> object:
        """One value, as the superuser."""
        connection = await asyncpg.connect(self.url(), timeout=10, command_timeout=WITHIN)
        try:
            return await connection.fetchval(query)
        finally:
            await connection.close()

    async def says(self, query: str, wanted: object = True) -> None:
        """Waits until a query has this answer."""
        async with asyncio.timeout(WITHIN):
            while True:
                with suppress(OSError, asyncpg.PostgresError):
                    if await self.ask(query) == wanted:
                        return
                await asyncio.sleep(0.1)


def give(data: Path, account: Account) -> None:
    """Makes the data theirs who run the server, as PostgreSQL demands."""
    for path in (data, *data.rglob("*")) if account.uid else ():
        os.chown(path, account.uid, account.gid, follow_symlinks=False)


@asynccontextmanager
async def server_on(data: Path, like: Cluster, port: int | None = None) -> AsyncIterator[Server]:
    """A server on this folder, ended at the end of the block."""
    account = Folder(data).account
    give(data, account)
    found = Server(port or free_port(), like)
    settings = {
        **DEFAULTS, "port": str(found.port), "listen_addresses": "127.0.0.1", "unix_socket_directories": ""
    }  # fmt: skip
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    process = spawn(
        [str(programs(account) / "postgres"), "-D", str(data), *options],
        account=account, log=data.with_name(f"{data.name}.log"),
    )  # fmt: skip
    try:
        await found.says("select true")
        yield found
    finally:
        await end(process)
