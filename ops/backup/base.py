"""Base backups, which are copies of the whole cluster, and the write-ahead log from them on, as it is written."""

import os
from collections.abc import Mapping
from pathlib import Path

from ops.backup.folder import PART, claimed, kept, made, remove, settle, stamp
from ops.backup.programs import Programs, without_password
from ops.backup.settings import Settings
from ops.backup.verify import verify

KIND = "base"
SLOT = "leadhub_archive"


def wal_folder(folder: Path) -> Path:
    """Where the write-ahead log is kept."""
    return folder / "wal"


def back_up_cluster(environment: Mapping[str, str]) -> Path:
    """A base backup, verified, in a folder of its own; removes the oldest, and the log before those that stay.

    Raises BackupProblem, and then no folder is left.
    """
    settings = Settings(environment)
    programs, url, keep = Programs.of(settings).here, settings.url("REPLICATION_URL"), settings.keep
    with claimed(settings.folder, KIND) as folder:
        part = folder / f"{KIND}{PART}"
        programs.run(
            "pg_basebackup", f"--pgdata={part}", "--wal-method=stream", "--checkpoint=fast",
            "--manifest-checksums=SHA256", "--no-password", f"--dbname={without_password(url)}", url=url,
        )  # fmt: skip
        verify(part)
        # Named when it is done: from this moment on it can be recovered to.
        base = folder / f"{KIND}-{stamp()}"
        settle(part, base)
        for old in kept(folder, KIND)[:-keep]:
            remove(old)
        if wal_folder(folder).is_dir():
            oldest = first_segment(kept(folder, KIND)[0])
            programs.run("pg_archivecleanup", str(wal_folder(folder)), oldest)
    return base


def first_segment(base: Path) -> str:
    """The file of the log that recovery from this base begins with."""
    label = (base / "backup_label").read_text().splitlines()
    return label[0].rpartition("(file ")[2].rstrip(")")


def receive_log(environment: Mapping[str, str]) -> None:
    """Becomes pg_receivewal, which writes the log as the primary does, until it is told to stop. What it did not get
    while it was away the primary keeps for it, in a slot."""
    settings = Settings(environment)
    programs, url = Programs.of(settings).here, settings.url("REPLICATION_URL")
    folder = made(wal_folder(made(settings.folder)))
    receive = (
        "pg_receivewal", f"--directory={folder}", f"--slot={SLOT}", "--no-password", f"--dbname={without_password(url)}",
    )  # fmt: skip
    programs.run(*receive, "--create-slot", "--if-not-exists", url=url)
    os.umask(0o077)
    os.execvpe(receive[0], [*receive, "--synchronous"], programs.with_password(url))  # noqa: S606
