"""What is lost when parts of a running stack end, in order or not: nothing that was acknowledged."""

import asyncio
import time

import pytest

from tests.containers.docker import docker
from tests.containers.load import CLIENTS, Load, clients
from tests.containers.stack import Stack, kill

pytestmark = pytest.mark.containers

RECOVERY_SECONDS = 120  # far more than it takes, for a machine that has other things to do


async def recovered(load: Load) -> float:
    """The seconds until everybody was answered for a while."""
    started = time.monotonic()
    async with asyncio.timeout(RECOVERY_SECONDS):
        while True:
            failures, answered = len(load.failures), load.answered
            await asyncio.sleep(1)
            if len(load.failures) == failures and load.answered > answered + CLIENTS:
                return time.monotonic() - started


def restarts(container: str) -> int:
    """How often Docker has started it again by itself."""
    return int(docker("inspect", "--format", "{{.RestartCount}}", container))


async def nothing_is_lost(load: Load) -> None:
    """Every lead that somebody was told of is there once, and so is every other after it was sent again."""
    print(load.summary())  # noqa: T201
    acknowledged = set(load.acknowledged)
    await load.repeat()
    made = await load.made()
    assert acknowledged <= set(load.acknowledged) == set(made)
    assert set(made.values()) == {1}


async def test_stopping_a_server_loses_no_request(stack: Stack) -> None:
    first, *_ = stack.containers("blue")
    async with clients(stack) as load:
        async with load.at_work():
            await asyncio.sleep(1)
            await asyncio.to_thread(docker, "stop", first)
            await asyncio.sleep(1)
            await asyncio.to_thread(docker, "start", first)
            await recovered(load)
        assert load.failures == []
        await nothing_is_lost(load)
    await asyncio.to_thread(stack.whole)


async def test_a_server_that_is_killed_takes_with_it_what_it_was_at_and_no_more(stack: Stack) -> None:
    first, *_ = stack.containers("blue")
    async with clients(stack) as load:
        async with load.at_work():
            await asyncio.sleep(1)
            await asyncio.to_thread(kill, first)
            await recovered(load)
        assert len(load.failures) <= CLIENTS  # nobody has two requests in flight
        await nothing_is_lost(load)
    assert restarts(first) == 1
    await asyncio.to_thread(stack.whole)


@pytest.mark.parametrize("service", ["worker", "postgres", "nginx"])
async def test_whatever_is_killed_comes_back_and_nothing_is_lost(stack: Stack, service: str) -> None:
    [container] = stack.containers(service)
    async with clients(stack) as load:
        async with load.at_work():
            await asyncio.sleep(1)
            await asyncio.to_thread(kill, container)
            seconds = await recovered(load)
        print(f"{service} killed: all is well again after {seconds:.1f} s")  # noqa: T201
        await nothing_is_lost(load)
    assert restarts(container) == 1
