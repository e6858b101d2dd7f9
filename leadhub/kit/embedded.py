"""Owns a private PostgreSQL 18 below one folder, run as our own child; must not know what is kept in it."""

import asyncio
import os
import secrets
import socket
import subprocess
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

import asyncpg

from leadhub.kit.embedded_folder import EmbeddedError, Folder, programs, write_private
from leadhub.kit.embedded_process import POLL, end, end_leftovers, ended, spawn

__all__ = ["Cluster", "EmbeddedError", "EmbeddedPostgres", "remove"]

T = TypeVar("T")
LOG_LIMIT = 10 * 1024 * 1024
# Below the ports that systems give to outgoing connections: a client that keeps trying one of those while the
# server is away is in the end connected to itself, and the port is taken.
PORTS = range(15432, 32768)
READY_WITHIN = 60.0
INITDB_WITHIN = 120.0
# A server that ran this long had no trouble starting.
STEADY = 30.0
FAILURES = 5
DEFAULTS = {"max_connections": "200", "shared_buffers": "64MB", "timezone": "UTC", "log_timezone": "UTC"}
INITDB = (
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--username=postgres",
    "--auth=scram-sha-256",
    "--no-instructions",
)


@dataclass(frozen=True)
class Cluster:
    """A running server."""

    folder: Path
    port: int
    password: str = field(repr=False)

    def url(self, role: str = "postgres", database: str = "postgres") -> str:
        return f"postgres://{quote(role, safe='')}:{self.password}@127.0.0.1:{self.port}/{quote(database, safe='')}"


class EmbeddedPostgres:
    """One server on one folder, from `start` to `stop`; `supervise` keeps it alive in between."""

    def __init__(
        self, folder: Path, *, say: Callable[[str], None] = print, settings: Mapping[str, str] | None = None
    ) -> None:
        self._files = Folder(folder)
        self._say = say
        self._settings = {**DEFAULTS, **(settings or {})}
        self._lock: int | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._cluster: Cluster | None = None
        self._programs = Path()

    async def start(self) -> Cluster:
        """Returns when the server answers. On any failure nothing is left running."""
        if self._lock is not None:
            raise EmbeddedError(f"{self._files.path} is in use by this process already")
        try:
            return await self._start()
        except OSError as error:
            await self.stop()
            raise EmbeddedError(f"{self._files.path} cannot be used: {error}") from error
        except BaseException:
            await self.stop()
            raise

    async def _start(self) -> Cluster:
        files = self._files
        copying = asyncio.to_thread(programs, files.account)
        self._programs = await self._slow(copying, "Copying PostgreSQL's programs ...")
        is_new = files.claim()
        self._lock = files.take_lock()
        if is_new:
            await asyncio.to_thread(files.remove_data)  # root's, of a folder that somebody deleted by hand
        password = files.read_password()
        await self._end_leftovers()
        if not files.data.exists():
            await self._init()
        if files.log.exists() and files.log.stat().st_size > LOG_LIMIT:
            files.log.replace(files.old_log)
        for _ in range(FAILURES):
            self._cluster = Cluster(files.path, free_port(), password)
            try:
                await self._launch(self._cluster)
            except EmbeddedError:
                if not is_taken(self._cluster.port):
                    raise
            else:
                return self._cluster
        raise EmbeddedError(f"every port that was tried is taken by another program: see {files.log}")

    async def supervise(self) -> None:
        """Start the server again, on the same port, when it dies. Returns when it is stopped."""
        failures = 0
        while self._cluster and (process := self._process):
            since = time.monotonic()
            await ended(process, float("inf"), poll=0.1)
            if self._process is not process:
                return
            failures = 1 if time.monotonic() - since > STEADY else failures + 1
            if failures > FAILURES:
                raise EmbeddedError(f"PostgreSQL ended {failures} times in a row: see {self._files.log}")
            self._say(f"PostgreSQL ended unexpectedly ({process.returncode}), starting it again ...")
            await asyncio.sleep(0.05 * 2**failures)
            with suppress(EmbeddedError):
                await self._end_leftovers()
                if self._process is process:
                    await self._launch(self._cluster)

    async def stop(self) -> None:
        """Ends the clients' connections too. Does nothing when there is nothing to stop."""
        process, self._process = self._process, None
        try:
            if process:
                await self._slow(end(process), "Waiting for PostgreSQL to stop ...")
        finally:
            if self._lock is not None:
                os.close(self._lock)
                self._lock = None

    async def _end_leftovers(self) -> None:
        ending = asyncio.to_thread(end_leftovers, self._files.data)
        if not await self._slow(ending, "Waiting for an old PostgreSQL server to stop ..."):
            raise EmbeddedError(
                f"an old PostgreSQL server still uses {self._files.data}: end it and try again"
            )

    async def _init(self) -> None:
        """Make the database elsewhere and move it into place, so that what is in place is always complete."""
        self._say("Creating the database ...")
        files = self._files
        files.remove_unfinished()
        workshop = files.data.with_name(f"{files.data.name}.init-{secrets.token_hex(4)}")
        workshop.mkdir(mode=0o700)
        password = workshop / "password"
        write_private(password, files.read_password())
        if files.account.uid:
            for path in (workshop, password):
                os.chown(path, files.account.uid, files.account.gid)
        command = [
            str(self._programs / "initdb"),
            f"--pgdata={workshop / 'data'}",
            f"--pwfile={password}",
            *INITDB,
        ]
        if self._settings.get("fsync") == "off":
            command.append("--no-sync")
        process = spawn(command, account=files.account, log=files.log)
        try:
            await ended(process, INITDB_WITHIN)
        finally:
            await end(process)
        if process.returncode != 0:
            raise EmbeddedError(f"the database could not be created: see {files.log}")
        (workshop / "data").rename(files.data)
        files.remove_unfinished()

    async def _launch(self, cluster: Cluster) -> None:
        files = self._files
        settings = {
            **self._settings,
            "listen_addresses": "127.0.0.1",
            "port": str(cluster.port),
            "unix_socket_directories": "",
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        command = [str(self._programs / "postgres"), "-D", str(files.data), *options]
        self._process = process = spawn(command, account=files.account, log=files.log)
        try:
            await self._slow(self._answers(process, cluster), "Waiting for PostgreSQL to answer ...")
        except EmbeddedError:
            await end(process)
            raise

    async def _answers(self, process: subprocess.Popen[bytes], cluster: Cluster) -> None:
        until = time.monotonic() + READY_WITHIN
        while time.monotonic() < until:
            if process.poll() is not None:
                raise EmbeddedError(f"PostgreSQL does not start: see {self._files.log}")
            # Asked first, since another program may have taken the port.
            if self._files.is_ready(process.pid) and await self._connects(cluster):
                return
            await asyncio.sleep(POLL)
        raise EmbeddedError(f"PostgreSQL did not answer within {READY_WITHIN:.0f} s: see {self._files.log}")

    async def _connects(self, cluster: Cluster) -> bool:
        try:
            connection = await asyncpg.connect(cluster.url(), ssl=False, timeout=5)
            await connection.close(timeout=5)
        except asyncpg.InvalidPasswordError:
            raise EmbeddedError(
                f"{self._files.password} is not the password of {self._files.data}: "
                "put the right one back, or start afresh with --fresh"
            ) from None
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
            return False
        return True

    async def _slow(self, work: Awaitable[T], line: str) -> T:
        """Say `line` if `work` takes over a second."""
        notice = asyncio.get_running_loop().call_later(1, self._say, line)
        try:
            return await work
        finally:
            notice.cancel()


def is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as PostgreSQL does
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
        return False


def free_port() -> int:
    while is_taken(port := PORTS[secrets.randbelow(len(PORTS))]):
        pass
    return port


def remove(folder: Path) -> None:
    """Delete what LeadHub made in `folder`, and `folder` itself unless something else is in it."""
    files = Folder(folder)
    if not files.path.exists() or not any(files.path.iterdir()):
        return
    files.check()
    with files.locked():
        files.remove_data()
        for path in (files.password, files.log, files.old_log, files.lock):
            path.unlink(missing_ok=True)
        # The marker goes last and never alone: until then it is our folder, and can be removed or started again.
        if list(files.path.iterdir()) == [files.marker]:
            files.marker.unlink()
            with suppress(OSError):  # a mounted folder stays
                files.path.rmdir()
