"""One of several servers takes writes, and is found whatever the others do."""

import socket
import time

import pytest

from leadhub.kit.hosts import HOST_SECONDS, Hosts, read_hosts
from tests.commands.running import free_port
from tests.world import World


def test_address_may_name_several_servers() -> None:
    url = "postgres://leadhub_app:a%40b@db1,db2:6432,[::1]:7432/leadhub"
    assert read_hosts(url) == [("db1", 5432), ("db2", 6432), ("::1", 7432)]


async def test_server_that_swallows_everything_is_passed_over_and_asked_last_from_then_on(
    world: World,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:  # nobody accepts
        ports = [silent.getsockname()[1], free_port(), world.cluster.port]
        hosts = Hosts([("127.0.0.1", port) for port in ports])
        began = time.monotonic()
        await (await hosts.connect(world.database_url(), timeout=30)).close()
        assert HOST_SECONDS <= time.monotonic() - began < 15
        began = time.monotonic()
        await (await hosts.connect(world.database_url(), timeout=30)).close()
        assert time.monotonic() - began < HOST_SECONDS


async def test_why_none_takes_writes_is_said_of_each() -> None:
    ports = [free_port(), free_port()]
    hosts = Hosts([("127.0.0.1", port) for port in ports])
    with pytest.raises(ConnectionError) as refusal:
        await hosts.connect(user="leadhub_app", database="leadhub", timeout=5)
    assert [f"127.0.0.1:{port}: " in str(refusal.value) for port in ports] == [True, True]
