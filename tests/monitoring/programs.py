"""Prometheus' programs, where they are installed."""

import asyncio
import shutil
from asyncio.subprocess import PIPE, STDOUT
from pathlib import Path

import pytest


def program(name: str) -> str:
    """Where it is; skips the test where it is not."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed; Debian has it in prometheus and prometheus-alertmanager")
    return found


async def says(name: str, *arguments: object, cwd: Path) -> tuple[int, str]:
    """Exit status and all that it prints."""
    process = await asyncio.create_subprocess_exec(
        program(name), *map(str, arguments), cwd=cwd, stdout=PIPE, stderr=STDOUT
    )
    async with asyncio.timeout(120):
        out, _ = await process.communicate()
    return process.returncode or 0, out.decode()
