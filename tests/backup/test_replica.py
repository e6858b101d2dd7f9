"""The primary is killed while people write; its replica is promoted, writing goes on, and nothing acknowledged is lost."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

import asyncpg
import pytest

from leadhub.kit import migrations
from leadhub.kit.embedded import Cluster, free_port
from leadhub.kit.roles import APP
from leadhub.slices import MODEL_MODULES
from tests.backup.conftest import Operator
from tests.backup.servers import REPLICATION, destroy, open_folder, primary, server_on
from tests.backup.site import Load
from tests.backup.test_recovery import told, until
from tests.commands.conftest import Database
from tests.commands.serving import Server, join, new_tenant, serving, signing_key

pytestmark = pytest.mark.survive


def on_both(url: str, port: int) -> str:
    """The address with a second server in it."""
    servers, _, database = url.rpartition("/")
    return f"{servers},127.0.0.1:{port}/{database}"


async def ready(server: Server, status: int) -> dict[str, str]:
    """Waits until `/readyz` answers with this status; what it says."""
    async with asyncio.timeout(90):
        while (answer := await server.status("/readyz"))[0] != status:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
    return answer[1]


async def test_replica_is_promoted_and_nothing_acknowledged_is_lost(
    new_operator: Callable[..., Operator], tmp_path: Path
) -> None:
    with open_folder() as folder:
        async with primary(folder / "first") as (cluster, postgres):
            port = free_port()
            await migrations.up(cluster.url(), MODEL_MODULES, cluster.url(APP))
            database = Database(on_both(cluster.url(), port), on_both(cluster.url(APP), port))
            operator = new_operator(
                OWNER_DATABASE_URL=database.owner, REPLICATION_URL=cluster.url(REPLICATION)
            )
            await set_synchronous(cluster)
            assert "follows the primary as replica" in await operator.does(
                "replica", "test", folder / "second"
            )
            async with (
                server_on(folder / "second", cluster, port) as replica,
                serving(database, tmp_path, SIGNING_KEYS=await signing_key(tmp_path)) as server,
            ):
                await until(cluster.url(), "select true from pg_stat_replication where state = 'streaming'")
                await until(cluster.url(), "select pg_reload_conf()")
                await until(cluster.url(), "select true from pg_stat_replication where sync_state = 'sync'")
                load = Load(await join(server, await new_tenant(database, "acme", tmp_path)))
                async with load.going():
                    await load.grows(50)
                    refusal = await operator.fails("promote", "test")
                    assert refusal.startswith(
                        f"The primary, 127.0.0.1:{cluster.port}, is there: stop it first"
                    )
                    killed = time.monotonic()
                    await destroy(postgres, folder / "first")
                    assert (await ready(server, 503))["reason"] == "the database does not answer"
                    before, began = set(load.acknowledged), time.monotonic()
                    said = await operator.does("promote", "test")
                    assert said.startswith(f"127.0.0.1:{port} is the primary. ")
                    promoted = time.monotonic()
                    await ready(server, 200)
                    is_ready = time.monotonic()
                    await load.grows(50)
                names = await asyncpg.connect(replica.url())
                rows = await names.fetch("select last_name, count(*) from lead group by last_name")
                await names.close()
                first = min(at for at in load.acknowledged.values() if at > began)
                told(
                    f"acknowledged before the death {len(before)}, after the promotion {len(load.acknowledged) - len(before)}"
                )
                told(f"promoting took {promoted - began:.1f} s; ready {is_ready - promoted:.1f} s after it")
                told(
                    f"first write {first - killed:.1f} s after the death, {load.failed} writes refused meanwhile\n"
                )
    found = {row["last_name"]: row["count"] for row in rows}
    assert found == dict.fromkeys(load.acknowledged, 1)  # each that failed, too: once, when it was sent again


async def set_synchronous(cluster: Cluster) -> None:
    """What is waited for stands in the settings that a replica takes along; it begins with the next reload."""
    connection = await asyncpg.connect(cluster.url())
    await connection.execute("alter system set synchronous_standby_names = 'replica'")
    await connection.close()
