"""The folder: whose it is, what is in it, and what is done to it when something went wrong."""
# ruff: noqa: ASYNC240 - nothing else waits for the event loop here

import asyncio
import os
import signal
import stat
import subprocess
from pathlib import Path

import asyncpg
import psutil
import pytest

from leadhub.kit import embedded
from leadhub.kit.embedded import Cluster, EmbeddedError, remove
from leadhub.kit.embedded_folder import Folder
from tests.kit.embedded.servers import Make, eventually, line_of, program, run


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


async def test_large_log_is_put_aside(make: Make, folder: Path) -> None:
    server = make()
    await server.start()
    await server.stop()
    with (folder / "postgres.log").open("ab") as log:
        log.truncate(embedded.LOG_LIMIT + 1)
    await make().start()
    assert (folder / "postgres.log").stat().st_size < embedded.LOG_LIMIT
