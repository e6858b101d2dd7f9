"""A stack of containers as `just up` makes it, on ports of its own, and the ways to it."""

import json
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import httpx

from tests.commands.running import free_port
from tests.containers.docker import docker, eventually

TREE = Path(__file__).parents[2]
SIGN_IN = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }"
SCOPES = ["audit:read", "config:read", "lead:read", "lead:write"]
CREATE_KEY = "mutation($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }"


@dataclass
class Stack:
    """`url` is NGINX by https, `plain` by http; `said` is what `up` printed."""

    folder: Path
    url: str
    plain: str
    said: str

    @property
    def trusting(self) -> ssl.SSLContext:
        """Trusts the stack's own certificate and no other."""
        return ssl.create_default_context(cafile=str(self.folder / "certs" / "tls.crt"))

    def up(self, *options: str) -> str:
        """What `up` printed, the second time and later."""
        return _ops("up", "--folder", str(self.folder), *options)

    def compose(self, *words: str, within: float = 120) -> str:
        """What `docker compose` printed."""
        file = str(TREE / "ops" / "compose" / "production.yml")
        variables = str(self.folder / "compose.env")
        return docker("compose", "--env-file", variables, "--file", file, *words, within=within)

    def containers(self, service: str) -> list[str]:
        """The containers of a service that run."""
        return self.compose("--profile", "*", "ps", "--quiet", service).split()

    def whole(self) -> None:
        """Starts the servers that a test has stopped, and waits until all are healthy."""
        servers = self.compose("--profile", "*", "ps", "--all", "--quiet", "blue").split()
        docker("start", *servers)
        health = ("inspect", "--format", "{{.State.Health.Status}}", *servers)
        eventually(lambda: set(docker(*health).split()) == {"healthy"}, within=120)

    def http(self, **options: Any) -> httpx.Client:
        """A client that speaks HTTP/2, and sees what is answered and not what that leads to."""
        return httpx.Client(http2=True, verify=self.trusting, base_url=self.url, timeout=30, **options)

    def ask(self, document: str, variables: Any = None, token: str | None = None) -> Any:
        """The data of an operation that goes well. By HTTP/1.1: httpx (0.28) gives requests up that are on their way when
        NGINX, reloading, announces the end of a connection of HTTP/2."""
        bearer = {"Authorization": f"Bearer {token}"} if token else {}
        body = {"query": document, "variables": variables}
        answer = httpx.post(
            f"{self.url}/graphql", json=body, headers=bearer, verify=self.trusting, timeout=30
        )
        assert "errors" not in answer.json(), answer.text
        return answer.json()["data"]

    @cached_property
    def key(self) -> str:
        """An API key of the owner's; one sign-in serves all tests, since it is meant to be slow."""
        owner = json.loads((self.folder / "owner.json").read_text())
        token = self.ask(SIGN_IN, {"input": owner})["signIn"]["accessToken"]
        created = self.ask(CREATE_KEY, {"input": {"name": "tests", "scopes": SCOPES}}, token)
        return str(created["createApiKey"]["secret"])


def kill(container: str) -> None:
    """Ends its first process at once, from outside: Docker takes that for a crash, unlike `docker kill`."""
    pid = docker("inspect", "--format", "{{.State.Pid}}", container)
    image = docker("inspect", "--format", "{{.Config.Image}}", container)
    docker("run", "--rm", "--pid", "host", "--user", "0", "--entrypoint", "sh", image, "-c", f"kill -9 {pid}")


def _ops(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "ops.stack", *words], capture_output=True, text=True, timeout=300, cwd=TREE, check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@contextmanager
def running(folder: Path, image: str, project: str) -> Iterator[Stack]:
    """Up for as long as the block, and erased then."""
    http, https = free_port(), free_port()
    try:
        said = _ops(
            "up", "--folder", str(folder), "--image", image, "--project", project,
            "--http", f"127.0.0.1:{http}", "--https", f"127.0.0.1:{https}",
        )  # fmt: skip
        yield Stack(folder, f"https://localhost:{https}", f"http://localhost:{http}", said)
    finally:
        _ops("down", "--folder", str(folder), "--volumes")
