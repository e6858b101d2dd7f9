"""A wheel, built and installed without the source tree, starts the demo."""

import asyncio
import shutil
import signal
import sys
import time
import venv
from pathlib import Path

import pytest

import leadhub
from leadhub.kit import migrations
from leadhub.kit.embedded import remove
from leadhub.operations import known_operations
from tests.commands.demonstration import demonstration, sign_in
from tests.commands.running import running

TREE = Path(leadhub.__file__).parents[1]
BUILT_FROM = ("leadhub", "migrations", "schema", "ops", "pyproject.toml", "README.md", "LICENSE")

_ASK = """
import leadhub
from leadhub.kit import migrations
from leadhub.operations import known_operations
print(leadhub.__file__, *migrations.known(), *sorted(known_operations()), sep="\\n")
"""


async def run(*command: object, cwd: Path) -> list[str]:
    """The lines that a command prints, which must succeed."""
    async with running(cwd=cwd, command=tuple(map(str, command))) as process:
        assert await process.ended(within=180) == 0, process.out + process.err
    return process.out


def copy_of_the_tree(target: Path) -> None:
    for name in BUILT_FROM:
        if (TREE / name).is_dir():
            shutil.copytree(
                TREE / name, target / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules")
            )
        else:
            shutil.copy(TREE / name, target / name)


@pytest.fixture(scope="module")
async def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of an environment that holds LeadHub's wheel and what it needs."""
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("target")
    started = time.monotonic()
    copy_of_the_tree(source)
    await run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", target, cwd=source)
    [wheel] = target.glob("leadhub-*.whl")
    built = time.monotonic()
    venv.create(target / "env", symlinks=True)
    python = target / "env" / "bin" / "python"
    await run(
        sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-compile",
        "--disable-pip-version-check", "-c", TREE / "constraints.txt", f"{wheel}[embedded]", cwd=target,
    )  # fmt: skip
    print(f"built in {built - started:.1f} s, installed in {time.monotonic() - built:.1f} s")  # noqa: T201
    shutil.rmtree(source)
    return python.parent


async def test_installed_wheel_starts_the_demo(installed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    try:
        async with demonstration(folder, command=(str(installed / "leadhub"),)) as demo:
            viewer = await sign_in(demo, "acme", "viewer")
            data = await viewer.ok("{ viewer { role } leads { totalCount } }")
            assert data == {"viewer": {"role": "VIEWER"}, "leads": {"totalCount": 250}}
            demo.process.send(signal.SIGTERM)
            assert await demo.process.ended() == 0
    finally:
        await asyncio.to_thread(remove, folder)


async def test_wheel_brings_its_migrations_and_documents(installed: Path, tmp_path: Path) -> None:
    where, *names = await run(installed / "python", "-c", _ASK, cwd=tmp_path)
    assert Path(where).is_relative_to(installed.parent)
    assert names == [*migrations.known(), *sorted(known_operations())]


async def test_schema_is_exported_where_one_stands(installed: Path, tmp_path: Path) -> None:
    assert await run(installed / "leadhub", "schema", "export", cwd=tmp_path) == [
        "wrote schema/leadhub.graphql"
    ]
    exported = (tmp_path / "schema" / "leadhub.graphql").read_text()
    assert exported.startswith('"""')
    await run(installed / "leadhub", "schema", "export", "--check", cwd=tmp_path)
