"""A database that nothing reaches but its container, through `LEADHUB_BACKUP_VIA`."""

import json
import secrets
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.backup.conftest import Operator
from tests.containers.docker import docker, eventually, need_engine
from tests.world import Company

pytestmark = pytest.mark.containers


@pytest.fixture
def container() -> Iterator[str]:
    """The name of a PostgreSQL in a container without any network."""
    need_engine()
    name = f"leadhub-backup-{secrets.token_hex(4)}"
    docker("run", "--detach", "--name", name, "--network", "none", "--env", "POSTGRES_PASSWORD=postgres",
           "--env", "POSTGRES_DB=leadhub", "postgres:18-bookworm")  # fmt: skip
    try:
        # By TCP: the server that the entry point runs for its own setting up listens on a socket alone.
        ask = ["docker", "exec", name, "pg_isready", "--host", "127.0.0.1", "--dbname", "leadhub"]
        eventually(lambda: subprocess.run(ask, capture_output=True, check=False).returncode == 0, within=90)
        yield name
    finally:
        subprocess.run(["docker", "rm", "--force", "--volumes", name], capture_output=True, check=False)


async def test_dump_goes_into_a_container_and_out_of_it_again(
    operator: Operator, company: Company, container: str
) -> None:
    await company.lead()
    await operator.does("dump", "test")
    inside = {
        "BACKUP_VIA": f"docker exec -i {container}",
        "BACKUP_DATABASE_URL": "postgres://leadhub_backup@/leadhub",
        "OWNER_DATABASE_URL": "postgres://postgres@/leadhub",
    }
    await operator.does("restore", "test", operator.dumps()[0], **inside)
    await operator.does("dump", "test", **inside)
    there, back = (tables(dump) for dump in operator.dumps())
    assert back == there
    assert back["public.lead"]["rows"] >= 1


def tables(dump: Path) -> dict[str, dict[str, object]]:
    """What a dump holds, as its manifest says."""
    found: dict[str, dict[str, object]] = json.loads(dump.with_name(f"{dump.name}.json").read_text())[
        "tables"
    ]
    return found
