"""Programs of the JavaScript world in tests: installed beside their script from a lock file, or skipped visibly."""

import shutil
import subprocess
from pathlib import Path

import pytest

_OPTIONS = ("--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0", "--fetch-timeout=15000")


def node_with(folder: Path, what: str) -> str:
    """Node, with what the lock file of this folder lists installed there."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip(f"{what} need node and npm")
    if not (folder / "node_modules" / ".package-lock.json").exists():
        try:
            subprocess.run([npm, "ci", *_OPTIONS], cwd=folder, check=True, capture_output=True, timeout=60)
        except (subprocess.SubprocessError, OSError) as error:
            pytest.skip(f"npm cannot install {what}: {error}")
    return node
