"""`just base-backup`, `just restore-to`, `just replica` and `just promote`: what they keep, and what they refuse."""

import shutil
import stat
import sys
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import asyncpg
import pytest

from leadhub.kit.embedded import Cluster
from tests.backup.conftest import Operator
from tests.backup.servers import REPLICATION, primary
from tests.backup.test_recovery import receiving

pytestmark = pytest.mark.survive


@pytest.fixture(scope="module")
async def cluster(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Cluster]:
    async with primary(tmp_path_factory.mktemp("primary") / "data") as (found, _):
        yield found


@pytest.fixture
def replicating(cluster: Cluster, new_operator: Callable[..., Operator]) -> Operator:
    """Whoever operates a server that is no LeadHub yet."""
    return new_operator(REPLICATION_URL=cluster.url(REPLICATION), OWNER_DATABASE_URL=cluster.url())


async def test_the_newest_base_backups_are_kept_with_the_log_from_the_oldest_of_them_on(
    replicating: Operator, cluster: Cluster
) -> None:
    connection = await asyncpg.connect(cluster.url())
    async with receiving(replicating):
        for _ in range(3):
            await replicating.does("base", "test", BACKUP_KEEP=2)
            await connection.execute("select pg_switch_wal()")
        here = await connection.fetchval("select pg_walfile_name(pg_current_wal_lsn())")
    await connection.close()
    bases = sorted(replicating.folder.glob("base-*"))
    assert len(bases) == 2
    oldest = (bases[0] / "backup_label").read_text().splitlines()[0].rpartition("file ")[2].rstrip(")")
    log = sorted(path.name for path in (replicating.folder / "wal").iterdir())
    assert oldest == log[0]
    assert log[0] < here
    assert {stat.S_IMODE(path.stat().st_mode) for path in (*bases, replicating.folder / "wal")} == {0o700}


async def test_what_cannot_be_recovered_to_is_said_in_one_line(replicating: Operator) -> None:
    home, now = replicating.home, datetime.now(UTC)
    assert "There is no base backup" in await replicating.fails("recover", "test", "latest", home / "new")
    await replicating.does("base", "test")
    cases = {
        "2026-11-27T12:00:00": "has no offset from UTC",
        (now + timedelta(days=1)).isoformat(): "is not over yet",
        (now - timedelta(days=1)).isoformat(): "The oldest base backup is of ",
        "yesterday": "is neither a time such as",
        "name:'": "is no name of a restore point",
    }
    for target, expected in cases.items():
        assert expected in await replicating.fails("recover", "test", target, home / "new")
    assert "is there already" in await replicating.fails("recover", "test", "latest", home)
    [base] = replicating.folder.glob("base-*")
    file = base / "global" / "pg_control"
    good = file.read_bytes()
    file.write_bytes(bytes([good[0] ^ 1]) + good[1:])
    assert "global/pg_control has other content" in await replicating.fails(
        "recover", "test", "latest", home / "new"
    )
    file.write_bytes(good[1:])
    assert "global/pg_control has another size" in await replicating.fails(
        "recover", "test", "latest", home / "new"
    )
    file.write_bytes(good)
    manifest = base / "backup_manifest"
    manifest.write_text(manifest.read_text().replace("base/1/", "base/2/", 1))
    assert "its manifest is damaged" in await replicating.fails("recover", "test", "latest", home / "new")
    assert not [path for path in home.iterdir() if "new" in path.name]


async def test_replica_is_refused_in_one_line_and_leaves_nothing(
    replicating: Operator, cluster: Cluster
) -> None:
    home = replicating.home
    assert "is no name of a replica" in await replicating.fails("replica", "test", home / "new", "a-b")
    assert "is there already" in await replicating.fails("replica", "test", home)
    nobody = {"REPLICATION_URL": cluster.url("nobody")}
    assert "psql failed" in await replicating.fails("replica", "test", home / "new", **nobody)
    assert not [path for path in home.iterdir() if "new" in path.name]
    await replicating.does("replica", "test", home / "new")
    shutil.rmtree(home / "new")
    await replicating.does("replica", "test", home / "new")  # its slot is free again


async def test_primary_that_is_there_is_not_joined_by_another(
    replicating: Operator, cluster: Cluster
) -> None:
    assert "is there: stop it first" in await replicating.fails("promote", "test")
    nobody = {"OWNER_DATABASE_URL": "postgres://postgres@127.0.0.1:1/leadhub"}
    assert "psql failed" in await replicating.fails("promote", "test", **nobody)


async def test_recipes_lead_to_the_commands(replicating: Operator) -> None:
    just = Path(sys.executable).parent / "just"
    tree = Path(__file__).parents[2]
    recipe = (just, "--justfile", tree / "justfile", "--working-directory", replicating.home)
    status, out, error = await replicating.run(*recipe, "base-backup", "test")
    assert (status, "verified" in out) == (0, True), error
    for command in (("backup", "nobody"), ("restore", "nobody", "x"), ("restore-to", "nobody", "latest", "x"),
                    ("replica", "nobody", "x"), ("promote", "nobody"), ("receive-wal", "nobody")):  # fmt: skip
        status, _, error = await replicating.run(*recipe, *command)
        assert (status, "backup: ops/env/nobody.env cannot be read" in error) == (1, True), error
