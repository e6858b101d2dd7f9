"""What the tests of backups share: a folder with an environment, and the commands of `python -m ops.backup` in it."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import leadhub
from leadhub.kit.embedded_folder import Account, programs
from leadhub.kit.roles import BACKUP
from tests.commands.running import environment
from tests.world import World

TREE = Path(leadhub.__file__).parents[1]
# Root's servers run as another user, from a copy; their clients run as root, from where they were installed.
PROGRAMS = programs(Account())


@dataclass
class Operator:
    """Somebody at a shell, with the settings of the environment `test`."""

    home: Path
    settings: dict[str, object] = field(default_factory=dict)
    path: str = f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}"

    @property
    def folder(self) -> Path:
        return self.home / "kept"

    def dumps(self) -> list[Path]:
        """The dumps that there are, oldest first."""
        return sorted(self.folder.glob("*.dump"))

    async def start(self, *command: object, **settings: object) -> asyncio.subprocess.Process:
        """A program with these settings."""
        values = {"BACKUP_FOLDER": self.folder, **self.settings, **settings}
        return await asyncio.create_subprocess_exec(
            *map(str, command),
            cwd=self.home,
            env=environment(values) | {"PATH": self.path, "PYTHONPATH": str(TREE)},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )

    async def run(self, *command: object, **settings: object) -> tuple[int, str, str]:
        """Exit status, stdout and stderr of a program."""
        process = await self.start(*command, **settings)
        out, error = await process.communicate()
        assert process.returncode is not None
        return process.returncode, out.decode().strip(), error.decode().strip()

    async def does(self, *arguments: object, **settings: object) -> str:
        """What a command says that must work."""
        status, out, error = await self.run(sys.executable, "-m", "ops.backup", *arguments, **settings)
        assert (status, error) == (0, ""), error
        return out

    async def fails(self, *arguments: object, **settings: object) -> str:
        """The one line of a command that must fail."""
        status, out, error = await self.run(sys.executable, "-m", "ops.backup", *arguments, **settings)
        assert (status, out, len(error.splitlines())) == (1, "", 1), error
        return error.removeprefix("backup: ")


@pytest.fixture
def new_operator(tmp_path: Path) -> Callable[..., Operator]:
    """Somebody with these settings, in a folder of their own."""

    def make(**settings: object) -> Operator:
        (tmp_path / "ops/env").mkdir(parents=True, exist_ok=True)
        (tmp_path / "ops/env/test.env").write_text("# Nothing here: the tests set all.\n")
        return Operator(tmp_path, settings)

    return make


@pytest.fixture
async def operator(world: World, new_operator: Callable[..., Operator]) -> Operator:
    """Whoever operates the server of the tests."""
    async with world.sql() as connection:
        await connection.execute(f"alter role {BACKUP} password '{world.cluster.password}'")
    return new_operator(
        BACKUP_DATABASE_URL=world.database_url(BACKUP), OWNER_DATABASE_URL=world.database_url()
    )


@pytest.fixture
async def empty(world: World, request: pytest.FixtureRequest) -> AsyncIterator[str]:
    """The name of a database without anything in it."""
    name = f"empty_{abs(hash(request.node.name))}"
    async with world.sql() as connection:
        await connection.execute(f'create database "{name}"')
        yield name
        await connection.execute(f'drop database "{name}" with (force)')
