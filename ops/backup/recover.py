"""Makes a data folder out of a base backup and the log after it, on which PostgreSQL recovers to a point in time."""

import re
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from ops.backup.base import KIND, first_segment, wal_folder
from ops.backup.folder import becoming, kept, made, moment
from ops.backup.problem import BackupProblem
from ops.backup.settings import Settings
from ops.backup.verify import verify

LATEST = "latest"
_LOG = "restored_wal"
_SEGMENT = re.compile(r"[0-9A-F]{24}")

# The log lies in the folder itself, so that this can be moved to wherever the server is. No standby of the old server's
# is waited for.
_RECOVERY = f"""
# Written by LeadHub's `just restore-to`.
restore_command = 'cp "{_LOG}/%f" "%p"'
recovery_target_action = 'promote'
synchronous_standby_names = ''
"""


def recover_to(environment: Mapping[str, str], until: str, folder: Path) -> Path:
    """Makes `folder`, which recovers to `until` when PostgreSQL is started on it; the base backup that it is made of.

    `until` is a time with its offset from UTC, `name:POINT` of a restore point, or `latest`.
    """
    settings = Settings(environment)
    kept_in = made(settings.folder)
    base, target = _chosen(kept(kept_in, KIND), until)
    verify(base)
    with becoming(folder) as part:
        try:
            shutil.copytree(base, part, symlinks=True, dirs_exist_ok=True)
            _copy_log(wal_folder(kept_in), part / _LOG, since=first_segment(base))
            with (part / "postgresql.auto.conf").open("a") as file:
                file.write(_RECOVERY + target)
            (part / "recovery.signal").touch(mode=0o600)
        except OSError as error:
            raise BackupProblem(f"{folder} cannot be made: {error.strerror}.") from None
    return base


def _chosen(there: list[Path], until: str) -> tuple[Path, str]:
    """The base backup to begin with, and where to stop, as PostgreSQL's settings say it."""
    if not there:
        raise BackupProblem("There is no base backup: `just base-backup ENV` makes one.")
    if until == LATEST:
        return there[-1], ""
    kind, _, name = until.partition(":")
    if kind == "name":
        if not re.fullmatch(r"[\w.-]{1,63}", name, re.ASCII):
            raise BackupProblem(
                f"{name!r} is no name of a restore point: letters, digits, and . _ - are in one."
            )
        return there[-1], f"recovery_target_name = '{name}'\n"
    time = _time(until)
    before = [base for base in there if moment(base) <= time]
    if not before:
        raise BackupProblem(
            f"The oldest base backup is of {moment(there[0]):%Y-%m-%dT%H:%M:%SZ}: there is no way back before it."
        )
    return before[-1], f"recovery_target_time = '{time.astimezone(UTC).isoformat(sep=' ')}'\n"


def _time(text: str) -> datetime:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        raise BackupProblem(
            f"{text!r} is neither a time such as 2026-11-30T14:05:00Z, nor name:POINT, nor {LATEST}."
        ) from None
    if time.tzinfo is None:
        raise BackupProblem(
            f"{text!r} has no offset from UTC: write {text}Z, or with an offset such as +01:00."
        )
    if time > datetime.now(UTC):
        raise BackupProblem(f"{text} is not over yet.")
    return time


def _copy_log(log: Path, target: Path, *, since: str) -> None:
    """From the base on; the segment that is being received too, as it is now."""
    target.mkdir(mode=0o700)
    for path in sorted(log.iterdir()) if log.is_dir() else []:
        name = path.name.removesuffix(".partial")
        # The first eight digits are the timeline, which a promotion changes.
        if name.endswith(".history") or (_SEGMENT.fullmatch(name) and name[8:] >= since[8:]):
            _copy(path, target / name)


def _copy(path: Path, target: Path) -> None:
    try:
        shutil.copy(path, target)
    except FileNotFoundError:  # it was completed meanwhile
        shutil.copy(path.with_name(target.name), target)
