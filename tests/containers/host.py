"""An environment of its own for a test of deploys: its folder, its settings, and the commands as operators give them."""

import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ops.stack.compose import Stack
from ops.stack.folder import CERTIFICATE, prepare
from ops.stack.owner import owner
from tests.containers.docker import docker

TREE = Path(__file__).parents[2]


@dataclass
class Host:
    """`place` is where the commands run; ops/env is in it."""

    name: str
    place: Path
    stack: Stack

    @property
    def folder(self) -> Path:
        return self.stack.folder

    @property
    def url(self) -> str:
        return self.stack.variables["LEADHUB_PUBLIC_URL"]

    @property
    def certificate(self) -> str:
        return str(self.folder / CERTIFICATE)

    @property
    def member(self) -> Path:
        return self.folder / "smoke.json"

    @property
    def state(self) -> dict[str, str | None]:
        return json.loads((self.folder / "deploy" / "state.json").read_text())

    def begin(self, *words: str) -> subprocess.Popen[str]:
        """`just WORDS`, with this environment's name after the first word, on its way."""
        command, *rest = words
        just = [
            shutil.which("just") or str(Path(sys.executable).with_name("just")),
            "--justfile",
            str(TREE / "justfile"),
        ]
        return subprocess.Popen(
            [*just, "--working-directory", str(self.place), command, self.name, *rest],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=os.environ | {"PYTHONPATH": str(TREE)},
            start_new_session=True,
        )  # fmt: skip

    def run(self, *words: str, fails: bool = False) -> str:
        """What it printed; it must succeed, or fail with exit status 1."""
        process = self.begin(*words)
        said, _ = process.communicate(timeout=900)
        assert process.returncode == (1 if fails else 0), said
        return said

    def sql(self, query: str) -> list[str]:
        """The lines that psql prints for it."""
        ask = (
            "exec",
            "--no-TTY",
            "postgres",
            "psql",
            "--username=postgres",
            "--dbname=leadhub",
            "-At",
            "-c",
            query,
        )
        return self.stack(*ask).splitlines()

    def running(self, service: str) -> int:
        """How many of its containers run."""
        found = self.stack("--profile", "*", "ps", "--quiet", "--status", "running", service)
        return len(found.split())

    def end(self) -> None:
        """Removes all of it."""
        self.stack("--profile", "*", "down", "--volumes", "--remove-orphans", "--timeout", "2")


def build(parent: Path, image: str) -> Host:
    """A new environment in which this image was deployed, with a tenant and a member in it."""
    name = f"test-{secrets.token_hex(3)}"
    folder = parent / "host"
    prepare(folder)
    http, https = _free_ports()
    stack = Stack(folder)
    stack.choose(
        COMPOSE_PROJECT_NAME=f"leadhub-{name}",
        LEADHUB_PUBLIC_URL=f"https://localhost:{https}",
        LEADHUB_HTTP=f"127.0.0.1:{http}",
        LEADHUB_HTTPS=f"127.0.0.1:{https}",
        LEADHUB_IMAGE=image,
        LEADHUB_REPLICAS="2",
        LEADHUB_TRIAL_SECONDS="12",
        LEADHUB_READY_SECONDS="180",
        LEADHUB_BACKUP_FOLDER=str(folder / "backups"),
        LEADHUB_BACKUP_DATABASE_URL="postgres://leadhub_backup@/leadhub",
        LEADHUB_BACKUP_VIA=f"docker exec -i leadhub-{name}-postgres-1",
    )
    place = parent / "place"
    (place / "ops" / "env").mkdir(parents=True)
    shutil.copy(folder / "compose.env", place / "ops" / "env" / f"{name}.env")
    host = Host(name, place, stack)
    try:
        host.run("deploy", image)
        host.member.touch(mode=0o600)
        host.member.write_text(json.dumps(owner(stack)))
    except BaseException:
        host.end()
        raise
    return host


def version(name: str, first: str) -> str:
    """The id of an image that is made from `versions/NAME` on top of the first one, and labelled with it."""
    folder = Path(__file__).with_name("versions") / name
    made = ("--build-arg", f"BASE={first}", "--label", f"leadhub.first={first}")
    return docker("build", "--quiet", *made, str(folder), within=300)


def seconds(said: str, step: str) -> float:
    """How long a step took, as the log of a deploy says."""
    found = re.search(rf"{re.escape(step)}: done in ([\d.]+) s", said)
    assert found is not None, said
    return float(found[1])


def _free_ports() -> Sequence[int]:
    sockets = [socket.socket() for _ in range(2)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports
