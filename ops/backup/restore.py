"""Brings a dump back, in one transaction that is only committed when every table is what the manifest says."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from leadhub.kit.roles import ROLES, statements
from ops.backup.facts import differences, facts, tables
from ops.backup.manifest import Manifest, checked
from ops.backup.problem import BackupProblem
from ops.backup.programs import Programs
from ops.backup.session import Session, session
from ops.backup.settings import Settings

_ALL_ROLES = ", ".join(ROLES)


def restore(environment: Mapping[str, str], dump: Path, *, replace: bool = False) -> Manifest:
    """Fills the environment's database with a dump. What LeadHub has there is deleted first if `replace`.

    Raises BackupProblem, and then the database is as it was.
    """
    settings = Settings(environment)
    programs, url = Programs.of(settings), settings.url("OWNER_DATABASE_URL")
    manifest = checked(dump)
    with session(programs, url) as opened:
        _check(opened, replace=replace)
        opened.do("begin; set local lock_timeout = '30s';")
        _make_roles(opened, settings)
        if replace:
            opened.do(f"drop owned by {_ALL_ROLES} cascade;")
        with (
            dump.open("rb") as file,
            programs.running("pg_restore", "--file=-", stdin=file, stdout=subprocess.PIPE) as script,
        ):
            assert script.stdout is not None
            opened.feed(script.stdout)
        opened.alike()
        wrong = differences(manifest.tables, facts(opened))
        if wrong:
            raise BackupProblem(
                f"What came back is not what was backed up, so nothing was changed: {'; '.join(wrong)}."
            )
        opened.do("commit; analyze;")
    return manifest


def _check(opened: Session, *, replace: bool) -> None:
    about = opened.one(
        "select rolsuper, rolname, current_database() as database, pg_is_in_recovery() as is_replica "
        "from pg_roles where rolname = current_user"
    )
    if about["is_replica"]:
        raise BackupProblem("LEADHUB_OWNER_DATABASE_URL names a replica: restore on the primary.")
    if not about["rolsuper"]:
        raise BackupProblem(
            f"{about['rolname']} may not restore: name a superuser in LEADHUB_OWNER_DATABASE_URL, as for the first migrate up."
        )
    if not replace and (there := tables(opened)):
        raise BackupProblem(
            f"{about['database']} is not empty, it has {len(there)} tables: restore into an empty database, "
            "or delete what LeadHub has there with --replace."
        )


def _make_roles(opened: Session, settings: Settings) -> None:
    there = {row["rolname"] for row in opened.ask("select rolname from pg_roles")}
    missing = [name for name in ROLES if name not in there]
    logins = [settings.values.get(f"LEADHUB_{name}") for name in ("DATABASE_URL", "BACKUP_DATABASE_URL")]
    for statement in statements(missing, logins):
        opened.do(statement)
