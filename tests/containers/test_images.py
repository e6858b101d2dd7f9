"""Which image a deploy takes: what is named by its digest is pulled, what was built here is not."""

import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from ops.deploy.errors import DeployError
from ops.deploy.images import pin
from ops.deploy.say import Say
from tests.containers.docker import docker, eventually, need_engine

pytestmark = pytest.mark.containers

_SETTINGS = """\
version: 0.1
storage: {{filesystem: {{rootdirectory: {folder}}}}}
http: {{addr: "{address}"}}
"""


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[str]:
    """The address of a registry of our own."""
    need_engine()
    program = shutil.which("docker-registry")
    if program is None:
        pytest.skip("no docker-registry is installed")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    settings = tmp_path / "registry.yml"
    settings.write_text(_SETTINGS.format(folder=tmp_path / "registry", address=address))
    process = subprocess.Popen(
        [program, "serve", str(settings)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        eventually(lambda: _listens(address))
        yield address
    finally:
        process.terminate()
        process.wait()


def _listens(address: str) -> bool:
    host, port = address.split(":")
    with socket.socket() as probe:
        return probe.connect_ex((host, int(port))) == 0


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[str]:
    """The tag of an image that nobody else has."""
    need_engine()
    (tmp_path / "Dockerfile").write_text(f"FROM scratch\nLABEL made.for={tmp_path}\nCOPY Dockerfile /\n")
    tag = f"leadhub-tiny:{tmp_path.name}"
    docker("build", "--quiet", "--tag", tag, str(tmp_path))
    yield tag
    subprocess.run(["docker", "image", "rm", "--force", tag], capture_output=True, check=False)


def test_what_is_named_by_its_digest_is_pulled(registry: str, tiny: str, tmp_path: Path) -> None:
    there = f"{registry}/leadhub:next"
    docker("tag", tiny, there)
    pushed = docker("push", there)
    by_digest = f"{registry}/leadhub@{pushed.split('digest: ')[1].split()[0]}"
    docker("image", "rm", there, tiny)
    say = Say(tmp_path / "log")
    assert pin(by_digest, say) == by_digest
    assert docker("image", "inspect", "--format", "{{json .Config.Labels}}", by_digest) != "null"
    assert f"pull {by_digest}: done" in (tmp_path / "log").read_text()
    docker("image", "rm", by_digest)
    with pytest.raises(DeployError, match="no image on this host"):
        pin(there, say)  # it is in the registry, but who knows for how long


def test_what_was_built_here_stands_for_its_id(tiny: str, tmp_path: Path) -> None:
    id = docker("image", "inspect", "--format", "{{.Id}}", tiny)
    say = Say(tmp_path / "log")
    assert pin(tiny, say) == id
    assert pin(id, say) == id
    assert f"not pulled: {tiny} is on this host" in (tmp_path / "log").read_text()
