"""The folder of backups: nobody else may read it, what is in it is whole, and of each kind one is written at a time."""

import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from ops.backup.problem import BackupProblem

_STAMP = "%Y%m%dT%H%M%S.%fZ"
PART = ".part"


def stamp() -> str:
    """Now, as it stands in names. They sort by it."""
    return datetime.now(UTC).strftime(_STAMP)


def moment(path: Path) -> datetime:
    """When a backup was finished, by its name `KIND-STAMP`."""
    return datetime.strptime(path.name.partition("-")[2], _STAMP).replace(tzinfo=UTC)


def kept(folder: Path, kind: str, suffix: str = "") -> list[Path]:
    """The backups of a kind, oldest first. What has another name somebody put there, and it stays."""
    ours = re.compile(rf"{kind}-\d{{8}}T\d{{6}}\.\d{{6}}Z{suffix}")
    return sorted(path for path in folder.iterdir() if ours.fullmatch(path.name))


def made(folder: Path) -> Path:
    """This folder. When it is not there yet, it is made for us alone."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise BackupProblem(
            f"{folder} cannot be made ({error.strerror}): set LEADHUB_BACKUP_FOLDER."
        ) from None
    return folder


@contextmanager
def claimed(folder: Path, kind: str) -> Iterator[Path]:
    """The folder, for one command of this kind alone. What was left half done is removed: by this one when it fails, and by an
    earlier one that was killed."""
    try:
        lock = os.open(made(folder) / f".{kind}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise BackupProblem(f"{folder} cannot be written: {error.strerror}.") from None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        raise BackupProblem(f"Another backup is being written to {folder}: wait until it is done.") from None
    try:
        _remove_parts(folder, kind)
        yield folder
    finally:
        _remove_parts(folder, kind)
        os.close(lock)


def _remove_parts(folder: Path, kind: str) -> None:
    for rest in folder.glob(f"{kind}*{PART}"):
        remove(rest)


@contextmanager
def becoming(folder: Path) -> Iterator[Path]:
    """An empty folder that becomes this one when all went well, and is removed when not."""
    if folder.exists():
        raise BackupProblem(
            f"{folder} is there already: name a folder that is not, so that nothing is overwritten."
        )
    try:
        part = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as error:
        raise BackupProblem(f"{folder} cannot be made: {error.strerror}.") from None
    try:
        yield part
        settle(part, folder)
    finally:
        remove(part)


def remove(path: Path) -> None:
    """A file or a folder."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def settle(part: Path, path: Path) -> None:
    """Gives what is complete its name, and has it on the disk before that is told."""
    sync(part)
    part.rename(path)
    sync(path.parent)


def sync(path: Path) -> None:
    """Waits for the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def create(path: Path) -> int:
    """A new file for us alone, as a descriptor."""
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
