"""Makes a dump and proves that everything is in it: what was dumped is counted and compared with the same snapshot."""

import os
import subprocess
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from ops.backup.facts import Facts, facts
from ops.backup.folder import PART, claimed, create, kept, settle, stamp
from ops.backup.manifest import Manifest, beside, sha256_of
from ops.backup.problem import BackupProblem
from ops.backup.programs import Programs, without_password
from ops.backup.session import Session, session
from ops.backup.settings import Settings

# A migration that holds its locks for longer is in the way of more than a backup.
LOCK_WAIT = "60s"
KIND = "leadhub"

_ROLE = """
select current_user as name, rolsuper or rolbypassrls as sees_all, current_database() as database,
       current_setting('server_version') as version, current_setting('server_version_num')::int / 10000 as major,
       to_regclass('public.tenant') is not null as is_leadhubs
from pg_roles where rolname = current_user
"""


def back_up(environment: Mapping[str, str], *, allow_empty: bool = False) -> Path:
    """A dump of the environment's database, as a file with a manifest beside it; removes the oldest.

    Raises BackupProblem, and then no file is left. A database without a tenant is one unless `allow_empty`: it is
    more often the wrong database than a new one.
    """
    settings = Settings(environment)
    programs, url, keep = Programs.of(settings), settings.url("BACKUP_DATABASE_URL"), settings.keep
    with claimed(settings.folder, KIND) as folder, session(programs, url) as opened:
        about = _checked(opened, programs)
        made = stamp()
        dump = folder / f"{KIND}-{made}.dump"
        part = dump.with_name(dump.name + PART)
        opened.do("begin isolation level repeatable read, read only;")
        _write(part, opened.one("select pg_export_snapshot() as id")["id"], programs, url)
        found = facts(opened)
        tenants = found["public.tenant"]["rows"]
        if not tenants and not allow_empty:
            raise BackupProblem(
                f"{about['database']} holds no tenant: is it the right one? If so, add --allow-empty."
            )
        _compare(found, _rows_in(part, programs))
        manifest = Manifest(
            made=made, database=about["database"], postgres=about["version"], tenants=tenants,
            size=part.stat().st_size, sha256=sha256_of(part), tables=found,
        )  # fmt: skip
        manifest.write(dump)
        settle(part, dump)
        _remove_oldest(folder, keep)
    return dump


def _write(part: Path, snapshot: str, programs: Programs, url: str) -> None:
    with os.fdopen(create(part), "wb") as file:
        programs.run(
            "pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--lock-wait-timeout={LOCK_WAIT}",
            "--no-password", f"--dbname={without_password(url)}", url=url, stdout=file,
        )  # fmt: skip


def _checked(opened: Session, programs: Programs) -> Mapping[str, str]:
    about = opened.one(_ROLE)
    if not about["sees_all"]:
        raise BackupProblem(
            f"{about['name']} does not see every row: use leadhub_backup in LEADHUB_BACKUP_DATABASE_URL."
        )
    if not about["is_leadhubs"]:
        raise BackupProblem(f"{about['database']} has no tables of LeadHub: there is nothing to back up.")
    if programs.major("pg_dump") < about["major"]:
        raise BackupProblem(
            f"pg_dump is older than the server, which is PostgreSQL {about['major']}: put that version's client "
            "programs first in PATH, or set LEADHUB_BACKUP_VIA to what leads to them."
        )
    return about


def _rows_in(dump: Path, programs: Programs) -> Counter[str]:
    """How many rows of each table a dump holds: it is read to its end, as a restore would."""
    with (
        dump.open("rb") as file,
        programs.running(
            "pg_restore", "--data-only", "--file=-", stdin=file, stdout=subprocess.PIPE
        ) as process,
    ):
        assert process.stdout is not None
        return _count(process.stdout)


def _count(lines: Iterable[bytes]) -> Counter[str]:
    rows, table = Counter[str](), ""
    for line in lines:
        if not table:
            table = line.split(b" ", 2)[1].decode() if line.startswith(b"COPY ") else ""
        elif line == b"\\.\n":
            table = ""
        else:
            rows[table] += 1
    return rows


def _compare(found: Facts, rows: Mapping[str, int]) -> None:
    for name, table in found.items():
        if rows[name] != table["rows"]:
            raise BackupProblem(
                f"The dump holds {rows[name]} rows of {name}, the database {table['rows']}: it was thrown away."
            )


def _remove_oldest(folder: Path, keep: int) -> None:
    for old in kept(folder, KIND, ".dump")[:-keep]:
        old.unlink()
        beside(old).unlink(missing_ok=True)
