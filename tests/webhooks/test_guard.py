"""That nothing is sent to where nothing may be sent, however it is spelled. Nothing here is sent to, or asked of,
another machine: sockets are opened for this one alone, and never for a refused address."""

import asyncio
import errno
import socket
import ssl
import threading
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from aiohttp import ClientSession, DummyCookieJar

from leadhub.settings import Settings
from leadhub.webhooks import guard
from leadhub.webhooks.guard import Refused, Resolver, connector, refusal_of
from leadhub.webhooks.post import Claim, Post
from tests.kit.test_mail import certificate, server_tls  # noqa: F401 - fixtures
from tests.webhooks.made import change_row
from tests.webhooks.receiving import HereOnly, Names, Receiver, at_work, hook, instead, receiving
from tests.world import Company

PUBLIC = ["8.8.8.8", "192.0.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"]
PUBLIC += ["::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"]

LOOPBACK = ["127.0.0.1", "127.255.255.254", "::1", "::ffff:127.0.0.1", "::ffff:7f00:1"]

SPECIAL = {
    "private": ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "100.100.100.200"],
    "unique local": ["fc00::1", "fd00:ec2::254", "fdff::1", "fec0::1"],
    "link-local and metadata": ["169.254.169.254", "169.254.170.2", "fe80::1", "fe80::1%eth0"],
    "this host and nobody": [
        "0.0.0.0",  # noqa: S104
        "0.1.2.3",
        "::",
        "255.255.255.255",
    ],
    "multicast": ["224.0.0.1", "239.255.255.255", "ff02::1", "ff0e::1"],
    "reserved": ["240.0.0.1", "192.0.0.192", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1"],
    "other metadata": ["168.63.129.16", "192.88.99.1"],
    "reserved six": ["2001:db8::1", "2001:2::1", "2001:20::1", "3fff::1", "100::1", "5f00::1", "4000::1"],
    "wrapped as mapped": ["::ffff:10.0.0.1", "::ffff:169.254.169.254", "::ffff:0.0.0.0"],
    "wrapped as compatible": ["::10.0.0.1", "::7f00:1"],
    "wrapped as 6to4": ["2002:a00:1::1", "2002:a9fe:a9fe::1"],
    "wrapped as NAT64": ["64:ff9b::a00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::a00:1"],
    # The client is the last 32 bits, each of them inverted: 10.0.0.1 here, and then as server.
    "wrapped as Teredo": ["2001:0:808:808::f5ff:fffe", "2001:0:a00:1::f7f7:f7f7"],
    "no address": ["", "localhost", "0177.0.0.1", "2130706433", "0x7f.1", "127.1", "10.0.0.1:80", "[::1]"],
}
REFUSED = [address for addresses in SPECIAL.values() for address in addresses]

# What getaddrinfo makes 127.0.0.1 of, and what a browser would too.
SPELLINGS = [
    "127.0.0.1",
    "0177.0.0.1",
    "2130706433",
    "0x7f.1",
    "0x7f000001",
    "127.1",
    "127.0.1",
    "017700000001",
]
SPELLINGS += ["localhost", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]"]


EVENT = {
    "id": UUID(int=1), "seq": 1, "type": "lead.created", "subject_type": "Lead",
    "subject_id": UUID(int=2), "at": datetime(2026, 1, 1, tzinfo=UTC),
    "version": 1, "actor_kind": "SYSTEM", "actor_id": None, "changes": {},
}  # fmt: skip


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_fine(address: str) -> None:
    assert refusal_of(address, allow_loopback=False) is None


@pytest.mark.parametrize("address", REFUSED)
def test_every_other_address_is_refused_whatever_is_allowed(address: str) -> None:
    for allow_loopback in (False, True):
        assert refusal_of(address, allow_loopback=allow_loopback)


@pytest.mark.parametrize("address", LOOPBACK)
def test_this_machine_is_refused_unless_it_is_allowed(address: str) -> None:
    assert refusal_of(address, allow_loopback=False)
    assert refusal_of(address, allow_loopback=True) is None


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The sockets that are asked for; none of them is ever opened."""
    asked: list[Any] = []

    def refuse(*arguments: Any) -> Any:
        asked.append(arguments)
        raise OSError(errno.EACCES, "no sockets here")

    instead(monkeypatch, socket=refuse)
    return asked


async def gate(address: str, *, allow_loopback: bool) -> None:
    """What happens for one address when a connection is made."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    made = connector(allow_loopback=allow_loopback)
    try:
        assert made._socket_factory is not None
        made._socket_factory((family, socket.SOCK_STREAM, 6, "", (address, 443)))
    finally:
        await made.close()


@pytest.mark.parametrize("address", [*REFUSED, *LOOPBACK])
async def test_the_gate_opens_no_socket_for_a_refused_address(address: str, opened: list[Any]) -> None:
    with pytest.raises(Refused):
        await gate(address, allow_loopback=False)
    assert opened == []


@pytest.mark.parametrize("address", PUBLIC)
async def test_the_gate_opens_one_for_a_public_address(address: str, opened: list[Any]) -> None:
    with pytest.raises(OSError, match="no sockets here"):
        await gate(address, allow_loopback=False)
    assert len(opened) == 1


@pytest.fixture
def as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """The guard with the system's resolver, whichever test had the worker started before."""
    monkeypatch.setattr(guard, "Resolver", Resolver)
    monkeypatch.setattr(guard, "socket", socket)


@pytest.mark.parametrize("host", SPELLINGS)
async def test_every_spelling_of_this_machine_meets_the_gate(
    as_it_is: None, host: str, receiver: Receiver
) -> None:
    url = receiver.url.replace("127.0.0.1", host)
    claim = Claim(
        tenant_id=UUID(int=3), endpoint_id=UUID(int=4), subject_id=UUID(int=2), claim=UUID(int=5),
        delivery_id=UUID(int=6), attempt_count=0,
        url=url, secrets=["whsec_a"], event=EVENT, tenant="acme",
    )  # fmt: skip
    post = Post(allow_loopback=False)
    try:
        attempt = await post.attempt(claim)
    finally:
        await post.close()
    assert attempt.is_hopeless
    # Some spellings do not come as far as the gate.
    assert attempt.error in {str(Refused()), "The URL cannot be used."}
    assert attempt.status is None
    assert receiver.requests == []
    resolver = guard.Resolver()
    found = await resolver.resolve(host.strip("[]"), family=socket.AF_UNSPEC)
    await resolver.close()
    assert found
    for one in found:
        with pytest.raises(Refused):
            await gate(one["host"], allow_loopback=False)


class Fickle(Names):
    """A name server whose answer changes between calls: the address that was looked at is not the one that is
    connected to."""

    answers: list[str] = []

    async def resolve(self, host: str, port: int = 0, family: Any = socket.AF_INET) -> Any:
        self.known = {host: [self.answers.pop(0)]}
        return await super().resolve(host, port, family)


async def test_a_name_that_leads_elsewhere_the_next_time_is_looked_at_again(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    instead(monkeypatch, socket=HereOnly)
    monkeypatch.setattr(guard, "Resolver", Fickle)
    monkeypatch.setattr(Fickle, "answers", ["10.0.0.7", "127.0.0.1", "169.254.169.254"])
    connections = connector(allow_loopback=True)
    connections._cached_hosts._ttl = 0
    port = receiver.url.split(":")[2].split("/")[0]
    outcomes = []
    async with ClientSession(connector=connections, cookie_jar=DummyCookieJar()) as session:
        for _ in range(3):
            try:
                headers = {"Connection": "close"}
                async with session.post(f"http://fickle.test:{port}/hook", headers=headers) as answer:
                    outcomes.append(answer.status)
            except OSError as error:
                outcomes.append(type(error.os_error))  # type: ignore[attr-defined]
    assert outcomes == [Refused, 200, Refused]
    assert len(receiver.requests) == 1


async def test_of_several_addresses_only_those_that_are_fine_are_tried(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "Resolver", Names)
    monkeypatch.setitem(Names.known, "several.test", ["10.0.0.1", "192.168.0.1", "127.0.0.1"])
    url = receiver.url.replace("127.0.0.1", "several.test")
    instead(monkeypatch, socket=HereOnly)
    async with ClientSession(connector=connector(allow_loopback=True)) as http, http.post(url) as answer:
        assert answer.status == 200
    assert len(receiver.requests) == 1


async def test_a_name_whose_every_address_is_refused_is_refused(
    opened: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "Resolver", Names)
    monkeypatch.setitem(Names.known, "inside.test", ["10.0.0.1", "127.0.0.1", "169.254.169.254"])
    async with ClientSession(connector=connector(allow_loopback=False)) as session:
        with pytest.raises(OSError, match=r"inside\.test") as caught:
            await session.post("http://inside.test/")
    assert isinstance(caught.value.os_error, Refused)  # type: ignore[attr-defined]
    assert opened == []


async def test_look_ups_wait_for_no_other(as_it_is: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Name servers that say nothing hold threads; there is one for each delivery."""
    release = threading.Event()

    def slow(host: str, *_: Any, **__: Any) -> Any:
        if host != "quick.test":
            release.wait(10)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 80))]

    instead(monkeypatch, getaddrinfo=slow)
    resolver = guard.Resolver()
    stuck = [asyncio.create_task(resolver.resolve(f"slow{number}.test")) for number in range(100)]
    try:
        await asyncio.sleep(0.05)  # so that all of them have begun
        async with asyncio.timeout(3):
            [found] = await resolver.resolve("quick.test", 80)
        assert (found["host"], found["port"]) == ("127.0.0.1", 80)
        assert not any(task.done() for task in stuck)
    finally:
        release.set()
        await asyncio.gather(*stuck)
        await resolver.close()


@pytest.fixture(scope="module")
async def worker(world: Any, settings: Settings) -> AsyncIterator[None]:
    async with at_work(settings):
        yield


async def test_an_endpoint_that_leads_inside_is_given_up_at_once(
    worker: None, company: Company, receiver: Receiver
) -> None:
    endpoint = await hook(company, receiver.url, eventTypes=["lead.created"])
    # As a name may, when its address changes after the endpoint was made.
    await change_row(company, {"id": endpoint.id}, url="https://10.1.2.3/hook")
    await company.lead()
    [delivery] = await endpoint.settled(1)
    assert (delivery["state"], delivery["attemptCount"]) == ("DEAD", 1)
    [attempt] = delivery["attempts"]
    assert attempt["error"] == str(Refused())
    assert "10.1" not in attempt["error"]
    assert attempt["statusCode"] is None


async def test_a_receiver_whose_certificate_cannot_be_trusted_gets_nothing(
    worker: None,
    company: Company,
    server_tls: ssl.SSLContext,  # noqa: F811 - the fixture
) -> None:
    async with receiving(server_tls) as pretender:
        endpoint = await hook(company, pretender.url, eventTypes=["lead.created"])
        await company.lead()
        [delivery] = await endpoint.settled(1)
        assert pretender.requests == []
    assert (delivery["state"], delivery["attemptCount"]) == ("DEAD", 4)
    assert delivery["attempts"][0]["error"].startswith("The certificate cannot be trusted: ")


async def test_a_name_that_there_is_not_is_tried_again(worker: None, company: Company) -> None:
    endpoint = await hook(company, "https://nowhere.test/hook", eventTypes=["lead.created"])
    await company.lead()
    [delivery] = await endpoint.settled(1)
    assert delivery["attemptCount"] == 4
    assert delivery["attempts"][0]["error"] == "The name of the host could not be resolved."
    assert "nowhere.test" in Names.asked


async def test_proxies_of_the_environment_are_not_used(
    worker: None, company: Company, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    endpoint = await hook(company, receiver.url, eventTypes=["lead.created"])
    await company.lead()
    [delivery] = await endpoint.settled(1)
    assert (delivery["state"], delivery["attemptCount"]) == ("DELIVERED", 1)
