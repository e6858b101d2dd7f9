"""What a killed server or a killed LeadHub leaves behind: nothing that the next start cannot mend."""
# ruff: noqa: ASYNC220 - nothing else waits for the event loop here

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import asyncpg
import pytest

from leadhub.kit import embedded
from leadhub.kit.embedded import EmbeddedError
from leadhub.kit.embedded_folder import Folder
from leadhub.kit.embedded_process import of_data
from tests.kit.embedded.servers import Make, answers_again, eventually, line_of, postmaster, program, run


async def test_killed_server_comes_back_on_its_port_with_every_committed_row(
    make: Make, folder: Path
) -> None:
    server = make()
    cluster = await server.start()
    supervision = asyncio.create_task(server.supervise())
    await run(cluster.url(), "create table lead as select 'Ada' as name")
    killed = postmaster(folder)
    os.kill(killed, signal.SIGKILL)
    await answers_again(cluster, killed)
    assert await run(cluster.url(), "select name from lead") == "Ada"
    await server.stop()
    await asyncio.wait_for(supervision, 5)


async def test_backend_that_outlives_a_killed_server_does_not_prevent_the_restart(
    make: Make, folder: Path
) -> None:
    server = make()
    cluster = await server.start()
    # Notices nothing by itself; the limit ends it when this test fails.
    client = await asyncpg.connect(cluster.url(), server_settings={"statement_timeout": "20s"})
    busy = asyncio.create_task(client.execute("do $$ begin loop end loop; end $$"))
    supervision = asyncio.create_task(server.supervise())
    await asyncio.sleep(0.2)
    killed = postmaster(folder)
    os.kill(killed, signal.SIGKILL)
    await answers_again(cluster, killed)
    with pytest.raises((OSError, asyncpg.PostgresError, asyncpg.InterfaceError)):
        await busy
    client.terminate()
    await server.stop()
    await asyncio.wait_for(supervision, 5)


async def test_supervision_gives_up_when_the_server_does_not_come_back(
    make: Make, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "FAILURES", 3)
    server = make()
    await server.start()
    supervision = asyncio.create_task(server.supervise())
    (Folder(folder).data / "global" / "pg_control").unlink()
    os.kill(postmaster(folder), signal.SIGKILL)
    with pytest.raises(EmbeddedError, match=r"in a row: see .*postgres\.log"):
        await asyncio.wait_for(supervision, 15)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent died")
async def test_server_ends_when_leadhub_is_killed_and_the_next_start_finds_the_data(
    make: Make, folder: Path
) -> None:
    async with program(folder) as killed:
        url = await line_of(killed, "postgres://")
        await run(url, "create table lead as select 'Ada' as name")
        client = await asyncpg.connect(url)  # an idle client does not keep it up
        killed.kill()
        await eventually(lambda: not of_data(Folder(folder).data))
        client.terminate()
    cluster = await make().start()
    assert await run(cluster.url(), "select name from lead") == "Ada"


async def test_server_left_by_a_killed_run_is_stopped_first(make: Make, folder: Path) -> None:
    killed = make()
    await run((await killed.start()).url(), "create table lead as select 'Ada' as name")
    left = postmaster(folder)
    os.close(killed._lock)  # what the system does when we are killed
    killed._lock = None
    cluster = await make().start()
    assert postmaster(folder) != left
    assert await run(cluster.url(), "select name from lead") == "Ada"


async def test_number_of_a_killed_server_that_is_now_another_programs_is_left_alone(
    make: Make, folder: Path
) -> None:
    server = make()
    await server.start()
    os.kill(postmaster(folder), signal.SIGKILL)
    await server.stop()
    user = Folder(folder).account.uid or None
    with subprocess.Popen(["sleep", "60"], user=user) as stranger:
        stale = Folder(folder).data / "postmaster.pid"
        stale.write_text(stale.read_text().replace(stale.read_text().split("\n")[0], str(stranger.pid), 1))
        try:
            await make().start()
            assert stranger.poll() is None
        finally:
            stranger.kill()
