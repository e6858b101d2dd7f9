"""The database is backed up while people write to it, and destroyed; what was kept brings it back."""

import asyncio
import json
import os
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import pytest

from leadhub.kit import migrations
from leadhub.kit.roles import APP, BACKUP
from leadhub.slices import MODEL_MODULES
from ops.backup.facts import Facts, facts
from ops.backup.programs import Programs
from ops.backup.session import session
from tests.backup.conftest import Operator
from tests.backup.servers import REPLICATION, destroy, open_folder, primary, server_on
from tests.backup.site import Load
from tests.commands.conftest import Database
from tests.commands.running import leadhub
from tests.commands.serving import join, new_tenant, serving, signing_key

pytestmark = pytest.mark.survive

_RECEIVED = """
select flush_lsn >= pg_current_wal_lsn() from pg_stat_replication where application_name = 'pg_receivewal'
"""


@asynccontextmanager
async def receiving(operator: Operator) -> AsyncIterator[None]:
    """The log is received as long as the block lasts."""
    process = await operator.start(sys.executable, "-m", "ops.backup", "receive", "test")
    try:
        yield
    finally:
        process.terminate()
        _, error = await process.communicate()
        assert process.returncode == 0, error


async def held(operator: Operator, url: str) -> Facts:
    """What a database holds."""

    def look() -> Facts:
        with session(Programs({**os.environ, "PATH": operator.path}), url) as opened:
            return facts(opened)

    return await asyncio.to_thread(look)


async def until(url: str, query: str) -> None:
    connection = await asyncpg.connect(url)
    async with asyncio.timeout(60):
        while not await connection.fetchval(query):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    await connection.close()


def told(text: str) -> None:
    print(f"\n  {text}", end="", flush=True)  # noqa: T201


async def test_what_was_backed_up_under_load_comes_back_after_everything_is_gone(
    new_operator: Callable[..., Operator], tmp_path: Path
) -> None:
    settings = {"SIGNING_KEYS": await signing_key(tmp_path)}
    with open_folder() as folder:
        async with primary(folder / "first") as (cluster, postgres):
            database = Database(cluster.url(), cluster.url(APP))
            await migrations.up(cluster.url(), MODEL_MODULES, cluster.url(APP), cluster.url(BACKUP))
            operator = new_operator(
                BACKUP_DATABASE_URL=cluster.url(BACKUP),
                OWNER_DATABASE_URL=cluster.url(),
                DATABASE_URL=cluster.url(APP),
                REPLICATION_URL=cluster.url(REPLICATION),
            )
            rival = await new_tenant(database, "rival", tmp_path)
            async with receiving(operator), serving(database, tmp_path, **settings) as server:
                load = Load(await join(server, await new_tenant(database, "acme", tmp_path)))
                async with load.going():
                    await load.grows(20)
                    await database.sql(
                        "alter system set synchronous_standby_names = 'away'"
                    )  # from the next start on
                    began = time.monotonic()
                    await operator.does("base", "test")
                    told(f"base backup under load: {time.monotonic() - began:.1f} s")
                    await load.grows(20)
                    before, began = set(load.acknowledged), time.monotonic()
                    said = await operator.does("dump", "test")
                    told(f"dump under load: {time.monotonic() - began:.1f} s, {said.partition(': ')[2]}")
                    await load.grows(20)
                connection = await asyncpg.connect(cluster.url())
                good, acknowledged = await held(operator, cluster.url()), set(load.acknowledged)
                moment = (await connection.fetchval("select clock_timestamp()")).isoformat()
                await connection.execute("select pg_create_restore_point('before-the-mistake')")
                await connection.execute("delete from lead_tag; update lead set last_name = 'Oops'")
                bad = await held(operator, cluster.url())
                assert bad != good
                await until(cluster.url(), _RECEIVED)
                await connection.close()
            await destroy(postgres, folder / "first")

            for target, expected in ((moment, good), ("name:before-the-mistake", good), ("latest", bad)):
                data, began = folder / f"recovered-{target[:6]}".replace(":", ""), time.monotonic()
                await operator.does("recover", "test", target, data)
                async with server_on(data, cluster) as recovered:
                    await recovered.says("select not pg_is_in_recovery()")
                    seconds = time.monotonic() - began
                    assert await held(operator, recovered.url()) == expected
                    await recovered.ask("create table written_again ()")
                rows = sum(table["rows"] for table in expected.values())
                told(
                    f"recovered to {target}: {rows} rows of {len(expected)} tables, checksums alike, {seconds:.1f} s"
                )

        [dump] = operator.dumps()
        async with primary(folder / "second") as (cluster, _):
            new = {"OWNER_DATABASE_URL": cluster.url(), "DATABASE_URL": cluster.url(APP)}
            began = time.monotonic()
            said = await operator.does("restore", "test", dump, **new)
            told(f"dump restored on a new server in {time.monotonic() - began:.1f} s: {said}")
            manifest = json.loads(dump.with_name(f"{dump.name}.json").read_text())
            assert await held(operator, cluster.url()) == manifest["tables"]
            restored = Database(cluster.url(), cluster.url(APP))
            assert (await leadhub("audit", "verify", cwd=tmp_path, **restored.settings))[0] == 0
            rows = await restored.sql("select last_name from lead")
            assert before <= {row["last_name"] for row in rows}
            async with serving(restored, tmp_path, **settings) as server:
                other = await join(server, rival)
                assert (await other.ok("{ leads { edges { node { id } } } }"))["leads"]["edges"] == []
                await other.done("createLead", {"lastName": "New"}, "lead { id }")
        told(
            f"acknowledged before the dump {len(before)}, before the mistake {len(acknowledged)}: none is missing\n"
        )
