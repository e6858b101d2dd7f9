"""The docker program in tests: what it printed, or why the test cannot run here."""

import shutil
import subprocess
import time
from collections.abc import Callable

import pytest

BUILT_FROM = ("node:22-bookworm-slim", "python:3.13-slim-bookworm", "postgres:18-bookworm")
BESIDE = ("nginx:1.28-bookworm", "prom/prometheus:v3.5.0", "prom/alertmanager:v0.28.1")
BASES = (*BUILT_FROM, *BESIDE)


def docker(*words: str, within: float = 60) -> str:
    """What the command printed; fails with what it complained about."""
    done = subprocess.run(["docker", *words], capture_output=True, text=True, timeout=within, check=False)
    assert done.returncode == 0, f"docker {words[0]}: {done.stdout[-2000:]}{done.stderr[-2000:]}"
    return done.stdout.strip()


def need_engine() -> None:
    """Skips, and says why, without an engine or one of the base images."""
    if shutil.which("docker") is None:
        pytest.skip("images need the docker program")
    if subprocess.run(["docker", "info"], capture_output=True, timeout=30, check=False).returncode:
        pytest.skip("no Docker engine answers")
    need_images(*BUILT_FROM)


def need_images(*names: str) -> None:
    """Skips, and says why, without one of these."""
    for name in names:
        if subprocess.run(["docker", "image", "inspect", name], capture_output=True, check=False).returncode:
            pytest.skip(f"the image {name} is not here: docker pull {name}")


def eventually(is_so: Callable[[], bool], *, within: float = 30) -> float:
    """The seconds until it is so; fails when it never is."""
    started = time.monotonic()
    while not is_so():
        assert time.monotonic() - started < within, "it never came about"
        time.sleep(0.05)
    return time.monotonic() - started
