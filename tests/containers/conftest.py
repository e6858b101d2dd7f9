"""The image, built once, and a migrated PostgreSQL in a network of its own."""

import secrets
import subprocess
from collections.abc import Iterator

import pytest

from tests.containers.docker import docker, eventually, need_engine, need_images
from tests.containers.stack import TREE, Stack, running

HARDENED = ("--read-only", "--cap-drop", "ALL", "--security-opt", "no-new-privileges")


@pytest.fixture(scope="session")
def image() -> Iterator[str]:
    """Of this checkout, by a name that nobody else's tests give to theirs meanwhile."""
    need_engine()
    name = f"leadhub:tested-{secrets.token_hex(4)}"
    docker("build", "--quiet", "--tag", name, str(TREE), within=600)
    yield name
    subprocess.run(["docker", "image", "rm", "--no-prune", name], capture_output=True, check=False)


@pytest.fixture(scope="session")
def stack(image: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """All of it, once for all tests; each leaves it running."""
    need_images("nginx:1.28-bookworm")
    folder = tmp_path_factory.mktemp("stack") / "here"
    with running(folder, image, f"leadhub-tests-{secrets.token_hex(4)}") as found:
        yield found


@pytest.fixture(scope="session")
def database(image: str) -> Iterator[dict[str, str]]:
    """How containers reach a migrated database: the network, and the settings."""
    name, password = f"leadhub-tests-{secrets.token_hex(4)}", secrets.token_hex(16)
    owner = f"postgres://postgres:{password}@{name}:5432/leadhub"
    app = f"postgres://leadhub_app:{password}@{name}:5432/leadhub"
    docker("network", "create", name)
    try:
        docker("run", "--detach", "--name", name, "--network", name, "--env", f"POSTGRES_PASSWORD={password}",
               "--env", "POSTGRES_DB=leadhub", "postgres:18-bookworm")  # fmt: skip
        eventually(lambda: _answers(name), within=60)
        docker("run", "--rm", "--network", name, *HARDENED, "--env", f"LEADHUB_OWNER_DATABASE_URL={owner}",
               "--env", f"LEADHUB_DATABASE_URL={app}", image, "leadhub", "migrate", "up")  # fmt: skip
        yield {"network": name, "url": app}
    finally:
        subprocess.run(["docker", "rm", "--force", "--volumes", name], capture_output=True, check=False)
        subprocess.run(["docker", "network", "rm", name], capture_output=True, check=False)


def _answers(name: str) -> bool:
    # By TCP: the server that the entry point runs for its own setting up listens on a socket alone.
    ask = ["docker", "exec", name, "pg_isready", "--host", "127.0.0.1", "--dbname", "leadhub"]
    return subprocess.run(ask, capture_output=True, check=False).returncode == 0


@pytest.fixture
def server(image: str, database: dict[str, str]) -> Iterator[str]:
    """The name of a container that has just been started as production would."""
    name = f"leadhub-server-{secrets.token_hex(4)}"
    key = docker("run", "--rm", image, "leadhub", "keys", "generate")
    docker("create", "--name", name, "--network", database["network"], *HARDENED,
           "--publish", "127.0.0.1::8000", "--env", "LEADHUB_ENV=production", "--env", "LEADHUB_GRAPHIQL=on",
           "--env", f"LEADHUB_DATABASE_URL={database['url']}", "--env", f"LEADHUB_SIGNING_KEYS={key}", image)  # fmt: skip
    docker("start", name)
    yield name
    subprocess.run(["docker", "rm", "--force", name], capture_output=True, check=False)
