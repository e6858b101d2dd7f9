"""Deploys under load: queries, mutations with keys and open sockets, while versions come, good ones and bad ones.

Each test deploys to the same environment, one after the other, and finds it as the one before left it.
"""

import asyncio
import json
import os
import secrets
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest

from ops.load.client import Client, session, trust
from ops.load.figures import Figures
from ops.load.load import Load
from tests.containers.docker import docker
from tests.containers.host import Host, build, seconds, version

pytestmark = pytest.mark.containers

RATE, SOCKETS = 6, 50
# What a client may leave out of account: see `Client.count`.
SAFE = ("query", "mutation")
MOST_SECONDS_BACK = 10


@pytest.fixture(scope="module")
def first(image: str) -> Iterator[str]:
    """The image that is deployed first, by a tag that nobody else moves."""
    tag = f"leadhub-first:{secrets.token_hex(4)}"
    docker("tag", image, tag)
    yield tag
    docker("image", "prune", "--force", "--filter", f"label=leadhub.first={tag}")
    docker("image", "rm", tag)


@pytest.fixture(scope="module")
def host(first: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    host = build(tmp_path_factory.mktemp("deploy"), first)
    yield host
    host.end()


@asynccontextmanager
async def load(host: Host) -> AsyncIterator[Figures]:
    """Load from before until after the block; then each mutation is looked for in the database."""
    trusting = trust(host.certificate)
    async with session(trusting) as http:
        client, stopping = Client(http, trusting, host.url), asyncio.Event()
        await client.sign_in(json.loads(host.member.read_text()))
        running = Load(client, rate=RATE, sockets=SOCKETS)
        task = asyncio.create_task(running.run(stopping))
        await asyncio.sleep(3)
        before = client.figures.closed.total()
        yield client.figures
        await asyncio.sleep(2)
        stopping.set()
        await task
    assert before == 0
    found = host.sql(f"select last_name from lead where last_name like '{running.name} %'")
    print(f"\n{client.figures.told()}\n{len(found)} leads in the database, {len(set(found))} different")  # noqa: T201
    assert len(set(found)) == len(found)
    assert set(client.figures.made) <= set(found)
    # What was not answered may have been done, and nothing else was.
    assert len(found) - len(client.figures.made) <= client.figures.failures("mutation")


async def deploy(host: Host, *words: str, fails: bool = False) -> str:
    """The command, beside the load."""
    return await asyncio.to_thread(host.run, *words, fails=fails)


async def test_a_deploy_loses_no_request_and_no_event(host: Host, first: str) -> None:
    newer, before = version("newer", first), host.state
    async with load(host) as figures:
        said = await deploy(host, "deploy", newer)
    live = host.state["live"]
    print(f"{seconds(said, f'switch to {live}'):.1f} s to switch")  # noqa: T201
    assert figures.is_clean
    # Each socket was told to come back, by those that were drained, and did.
    assert figures.closed[1012] >= SOCKETS
    assert set(figures.closed) == {1012}
    assert host.state["image"] == newer
    assert host.state["previous"] == before["image"]
    assert (host.running(str(host.state["live"])), host.running(str(before["live"]))) == (2, 0)


async def test_a_rollback_is_a_matter_of_seconds_and_loses_nothing(host: Host, first: str) -> None:
    left = host.state["live"]
    async with load(host) as figures:
        said = await deploy(host, "rollback")
    print(f"{said}")  # noqa: T201
    assert figures.is_clean
    assert figures.closed[1012] >= SOCKETS
    assert host.state["image"] == docker("image", "inspect", "--format", "{{.Id}}", first)
    assert host.state["live"] != left
    assert "There is no version to go back to" in host.run("rollback", fails=True)


async def test_a_migration_that_fails_leaves_everything_as_it_was(host: Host, first: str) -> None:
    before = host.state
    async with load(host) as figures:
        said = await deploy(host, "deploy", version("half_migration", first), fails=True)
    assert 'relation "nowhere" does not exist' in said
    assert figures.is_clean
    assert not figures.closed
    assert host.state == before
    assert host.sql("select to_regclass('half')") == [""]


async def test_a_version_that_never_gets_ready_gets_no_request(
    host: Host, first: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = host.state
    monkeypatch.setenv("LEADHUB_READY_SECONDS", "30")
    async with load(host) as figures:
        said = await deploy(host, "deploy", version("never_ready", first), fails=True)
    assert "did not get ready within 30 s" in said
    assert figures.is_clean
    assert not figures.closed
    assert host.state == before
    assert host.running("green" if before["live"] == "blue" else "blue") == 0


async def test_a_version_that_fails_when_it_serves_is_taken_back_by_itself(host: Host, first: str) -> None:
    before = host.state
    async with load(host) as figures:
        said = await deploy(host, "deploy", version("failing", first), fails=True)
    back = seconds(said, f"requests to {before['live']}")
    print(f"{said}\n{back:.1f} s from noticing until the old version had all requests")  # noqa: T201
    assert "answers are failures" in said
    assert back <= MOST_SECONDS_BACK
    # What may be sent twice was repeated by the old version; a query by POST without a key is not among it.
    assert figures.failures(*SAFE) == 0
    assert (figures.out_of_turn, figures.behind) == (0, 0)
    assert set(figures.closed) <= {1012}
    assert host.state == before


def stop(host: Host, image: str, number: signal.Signals) -> tuple[str, str]:
    """A deploy to which this signal is sent while its version is on trial; what it printed, and what another one did
    that was started before."""
    process, said = host.begin("deploy", image), ""
    assert process.stdout is not None
    while "trial of" not in said:
        line = process.stdout.readline()
        assert line, said
        said += line
    other = host.run("deploy", image, fails=True)
    os.killpg(process.pid, number)
    rest, _ = process.communicate(timeout=300)
    assert process.returncode != 0
    return said + rest, other


async def test_a_deploy_that_is_killed_is_put_right_by_the_next_command(host: Host, first: str) -> None:
    newer, before = version("newer", first), host.state
    async with load(host) as figures:
        await asyncio.to_thread(stop, host, newer, signal.SIGKILL)
        assert host.state == before | {"underway": "deploy"}
        assert "cut short" in await asyncio.to_thread(host.run, "health", fails=True)
        said = await asyncio.to_thread(host.run, "rollback")
    assert "An earlier run was cut short" in said
    assert figures.is_clean
    assert host.state == before
    assert "well" in host.run("health")


async def test_ctrl_c_takes_a_deploy_back_and_meanwhile_no_other_may_begin(host: Host, first: str) -> None:
    newer, before = version("newer", first), host.state
    async with load(host) as figures:
        said, other = await asyncio.to_thread(stop, host, newer, signal.SIGINT)
    assert f"Wait for what is underway: deploy {host.name}" in other
    assert "stopped by SIGINT" in said
    assert figures.is_clean
    assert host.state == before
