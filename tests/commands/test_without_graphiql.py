"""What a server says where GraphiQL was not built."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from leadhub.graphiql import HOW_TO_BUILD
from leadhub.kit.embedded import remove
from tests.commands.conftest import Database
from tests.commands.demonstration import demonstration
from tests.commands.running import free_port, running
from tests.commands.serving import prepared

# `leadhub`, in a checkout where it is not built whether or not it is in this one.
NOT_BUILT = """
from pathlib import Path
from leadhub import __main__, graphiql
graphiql.folder = lambda: Path("nothing")
__main__.main()
"""
LEADHUB = (sys.executable, "-c", NOT_BUILT)


async def test_demo_says_in_one_line_how_to_build_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    try:
        async with demonstration(folder, command=LEADHUB) as demo:
            assert [line for line in demo.process.out if "just graphiql" in line] == [HOW_TO_BUILD]
    finally:
        await asyncio.to_thread(remove, folder)


async def test_server_says_in_one_line_how_to_build_it(
    new_database: Callable[[str], Awaitable[Database]], tmp_path: Path
) -> None:
    database = await prepared(await new_database("without_graphiql"))
    settings = {"PORT": free_port(), "METRICS_PORT": 0, "DATABASE_URL": database.app}
    async with running("serve", cwd=tmp_path, command=LEADHUB, **settings) as process:
        await process.says(" ready ")
        assert [HOW_TO_BUILD in line for line in process.out].count(True) == 1


async def test_server_that_shows_none_says_nothing(
    new_database: Callable[[str], Awaitable[Database]], tmp_path: Path
) -> None:
    database = await prepared(await new_database("graphiql_off"))
    settings = {"PORT": free_port(), "METRICS_PORT": 0, "DATABASE_URL": database.app, "GRAPHIQL": "off"}
    async with running("serve", cwd=tmp_path, command=LEADHUB, **settings) as process:
        await process.says(" ready ")
        assert "just graphiql" not in "\n".join(process.out)
