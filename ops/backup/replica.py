"""Makes a streaming replica, and makes it the primary when the primary is gone."""

import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from ops.backup.folder import becoming
from ops.backup.problem import BackupProblem
from ops.backup.programs import Programs, without_password
from ops.backup.session import session
from ops.backup.settings import Settings

PROMOTE_SECONDS = 60

_SERVER = "concat_ws(':', host(inet_server_addr()), inet_server_port())"
_STANDING = f"""
select {_SERVER} as server, exists (select from pg_stat_wal_receiver where status = 'streaming') as is_fed,
       pg_last_wal_replay_lsn()::text as replayed, pg_last_xact_replay_timestamp()::text as last_commit
"""


def make_replica(environment: Mapping[str, str], folder: Path, name: str) -> None:
    """Makes `folder`, on which PostgreSQL follows the primary when it is started. The primary keeps log for it in a
    slot, and knows it as `name` in `synchronous_standby_names`."""
    settings = Settings(environment)
    programs, url = Programs.of(settings).here, settings.url("REPLICATION_URL")
    if not re.fullmatch(r"[a-z0-9_]{1,63}", name):
        raise BackupProblem(f"{name!r} is no name of a replica: use small letters, digits and _.")
    named = Programs({**programs.environment, "PGAPPNAME": name})
    with becoming(folder) as part:
        _drop_slot(programs, url, name)
        try:
            named.run(
                "pg_basebackup", f"--pgdata={part}", "--wal-method=stream", "--checkpoint=fast",
                "--write-recovery-conf", "--create-slot", f"--slot={name}", "--no-password",
                f"--dbname={without_password(url)}", url=url,
            )  # fmt: skip
        except BackupProblem:
            # For a replica that never comes the primary would keep log until its disk is full.
            with suppress(BackupProblem):
                _drop_slot(programs, url, name)
            raise


def _drop_slot(programs: Programs, url: str, name: str) -> None:
    """Of a replica of this name that was there before; one that is still there is an error."""
    with session(programs, url) as opened:
        for slot in opened.ask(f"select active from pg_replication_slots where slot_name = '{name}'"):
            if slot["active"]:
                raise BackupProblem(
                    f"A replica called {name} follows already: stop it first, or choose another name."
                )
            opened.do(f"select pg_drop_replication_slot('{name}');")


def promote(environment: Mapping[str, str]) -> dict[str, Any]:
    """Makes the replica among the servers of LEADHUB_OWNER_DATABASE_URL the primary: `server`, `replayed` up to where
    in the log, and the time of the `last_commit` it has.

    Raises BackupProblem while there is a primary: two would take writes, and neither would have all.
    """
    settings = Settings(environment)
    programs, url = Programs.of(settings), settings.url("OWNER_DATABASE_URL")
    if (there := _primary(programs, url)) is not None:
        raise BackupProblem(
            f"The primary, {there}, is there: stop it first, and see that it does not start again."
        )
    with session(programs, _only(url, "standby")) as opened:
        standing = opened.one(_STANDING)
        if standing["is_fed"]:
            raise BackupProblem(
                f"{standing['server']} still follows a primary: stop that one first, wherever it is."
            )
        if not opened.one(f"select pg_promote(true, {PROMOTE_SECONDS}) as is_done")["is_done"]:
            raise BackupProblem(
                f"The replica did not become the primary within {PROMOTE_SECONDS} s: see its log."
            )
        # What the old primary waited for would otherwise be waited for here, by every commit, without end.
        opened.do("alter system set synchronous_standby_names = ''; select pg_reload_conf();")
    return standing


def _primary(programs: Programs, url: str) -> str | None:
    """The server that takes writes, if there is one."""
    try:
        with session(programs, _only(url, "primary")) as opened:
            return str(opened.one(f"select {_SERVER} as server")["server"])
    except BackupProblem:
        return None


def _only(url: str, kind: str) -> str:
    return f"{url}{'&' if '?' in url else '?'}target_session_attrs={kind}"
