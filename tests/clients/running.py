"""How tests run programs that are not Python of ours."""

import asyncio
import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Ended:
    """How a program ended, and what it said."""

    status: int
    out: str
    err: str


async def ended(*command: str | Path, cwd: Path = HERE, env: dict[str, str] | None = None) -> Ended:
    """Runs a program to its end."""
    process = await asyncio.create_subprocess_exec(
        *command, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        async with asyncio.timeout(120):
            out, err = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
    assert process.returncode is not None
    return Ended(process.returncode, out.decode(), err.decode())


async def printed(*command: str | Path, cwd: Path = HERE) -> str:
    """What a program prints that must work."""
    end = await ended(*command, cwd=cwd)
    assert end.status == 0, f"{end.out}\n{end.err}"
    return end.out


async def answered(*command: str | Path) -> Any:
    """The JSON that a program of this folder prints."""
    return json.loads(await printed(*command))
