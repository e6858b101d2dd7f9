"""Owns a private PostgreSQL 18 below one folder, run as our own child; must not know what is kept in it."""

import asyncio
import fcntl
import hashlib
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib import metadata, util
from pathlib import Path
from urllib.parse import quote

import asyncpg  # type: ignore[import-untyped]

from leadhub.kit.embedded_process import Account, end, end_leftovers, ended, spawn

# Where root keeps what the unprivileged account must reach: it cannot pass a home folder, and opening somebody's
# home for it is not ours to do.
SHARED = Path("/var/lib/leadhub")
LOG_LIMIT = 10 * 1024 * 1024
# Below the ports that systems give to outgoing connections: a client that keeps trying a port of those while the
# server is away is in the end connected to itself, and the port is taken.
PORTS = range(15432, 32768)
READY_WITHIN = 60.0
STEADY = 30.0
FAILURES = 5
DEFAULTS = {"max_connections": "200", "shared_buffers": "64MB", "timezone": "UTC", "log_timezone": "UTC"}
INITDB = (
    "--encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8 "
    "--username=postgres --auth=scram-sha-256 --no-instructions"
).split()


class EmbeddedError(Exception):
    """The embedded PostgreSQL cannot be used; the message is one line that says what to do."""


@dataclass(frozen=True)
class Cluster:
    """A running server."""

    folder: Path
    port: int
    password: str = field(repr=False)

    def url(self, role: str = "postgres", database: str = "postgres") -> str:
        return f"postgres://{quote(role, safe='')}:{self.password}@127.0.0.1:{self.port}/{quote(database, safe='')}"


class Folder:
    """The files of one embedded PostgreSQL, and the right to use them."""

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()
        self.marker = self.path / ".leadhub-postgres"
        self.password = self.path / "password"
        self.log = self.path / "postgres.log"
        self.old_log = self.path / "postgres.log.1"
        self.lock = self.path / "lock"
        self.data = self.path / "data"
        self.account = Account()
        if os.geteuid() == 0:
            # PostgreSQL refuses to run as root. `nobody` is there on every system and can do nothing else; an
            # account named postgres would come and go with a system package, and with it the right to our data.
            nobody = pwd.getpwnam("nobody")
            self.account = Account(nobody.pw_uid, nobody.pw_gid)
            self.data = SHARED / hashlib.sha256(str(self.path).encode()).hexdigest()[:16]

    def claim(self) -> bool:
        """Make the folder ours, or see that it is. True when it is new."""
        self.path.mkdir(parents=True, exist_ok=True)
        if not any(self.path.iterdir()):
            self.marker.write_text(str(self.data) if self.account.uid else "data")
            return True
        self.check()
        return False

    def check(self) -> None:
        if not self.marker.is_file():
            raise EmbeddedError(f"{self.path} was not made by LeadHub: choose an empty folder, or one that is not there")
        kept_in = self.path / self.marker.read_text()
        if kept_in not in (self.path, self.data):
            raise EmbeddedError(
                f"{self.path} keeps its data in {kept_in}, so it was moved, copied, or made by another user: "
                "move it back, or start as that user, or choose another folder"
            )

    @contextmanager
    def locked(self) -> Iterator[None]:
        descriptor = self.take_lock()
        try:
            yield
        finally:
            os.close(descriptor)

    def take_lock(self) -> int:
        """Held until the descriptor is closed or we are gone. Python opens it close-on-exec, so the server, which
        may outlive us for a moment, does not hold it too."""
        descriptor = os.open(self.lock, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.fstat(descriptor).st_nlink == 0:  # removed while we were opening it
                raise EmbeddedError(f"{self.path} has just been removed: start again")
        except BlockingIOError:
            owner = os.pread(descriptor, 20, 0).decode() or "(starting)"
            os.close(descriptor)
            raise EmbeddedError(
                f"{self.path} is in use by process {owner}: stop that one first, or choose another folder"
            ) from None
        except EmbeddedError:
            os.close(descriptor)
            raise
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
        return descriptor

    def read_password(self) -> str:
        if not self.password.exists():
            if self.data.exists():
                raise EmbeddedError(f"{self.password} is missing: put it back, or start afresh with --fresh")
            write_private(self.password, secrets.token_urlsafe(24))
        return self.password.read_text()

    def remove_data(self) -> None:
        if not end_leftovers(self.data):
            raise EmbeddedError(f"a PostgreSQL server still uses {self.data} and does not stop: end it and try again")
        if self.data.exists():
            # Under another name first: a half deleted database must not be taken for one.
            doomed = self.data.with_name(f"{self.data.name}.init-{secrets.token_hex(4)}")
            self.data.rename(doomed)
        self.remove_unfinished()

    def remove_unfinished(self) -> None:
        for rest in self.data.parent.glob(f"{self.data.name}.init-*"):
            shutil.rmtree(rest, ignore_errors=True)


def write_private(path: Path, text: str) -> None:
    """All or nothing, readable for the owner alone from the first moment."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.")
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
    Path(name).replace(path)


def remove(folder: Path) -> None:
    """Delete what LeadHub made in `folder`, and the folder when nothing else is in it."""
    files = Folder(folder)
    if not files.path.exists():
        return
    files.check()
    with files.locked():
        files.remove_data()
        # The marker goes last: until then a removal that was broken off can be done again.
        for path in (*files.path.glob("password*"), files.log, files.old_log, files.lock, files.marker):
            path.unlink(missing_ok=True)
        with suppress(OSError):
            files.path.rmdir()
