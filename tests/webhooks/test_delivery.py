"""What a receiver gets, and in which order, and what is kept of its answers."""

import asyncio
import gzip
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from leadhub.settings import Settings
from leadhub.webhooks import sending
from tests.webhooks.receiving import Received, Receiver, at_work, hook, receiving, until
from tests.world import Company, gather


@pytest.fixture(scope="module", autouse=True)
async def worker(world: Any, settings: Settings) -> AsyncIterator[None]:
    """A worker, as long as the tests of this file run."""
    async with at_work(settings):
        yield


async def test_an_event_arrives_as_it_is_in_the_log(company: Company, receiver: Receiver) -> None:
    endpoint = await hook(company, receiver.url, eventTypes=["lead.created"])
    lead = await company.lead(lastName="Lovelace")
    [request] = await receiver.got(1)
    data = await company.owner.ok(
        '{ events(after: 0, types: ["lead.created"]) { events { id seq type subjectId at version changes '
        "actor { kind id } } } }"
    )
    [event] = data["events"]["events"]
    assert request.body == event | {"tenant": company.slug}
    assert request.body["subjectId"] == lead["id"]
    assert request.path == "/hook"
    assert request.headers["Content-Type"] == "application/json"
    assert request.headers["User-Agent"] == "LeadHub"
    assert request.headers["X-LeadHub-Event-Id"] == event["id"]
    [delivery] = await endpoint.settled(1)
    assert request.delivery == delivery["id"]
    assert (delivery["state"], delivery["attemptCount"]) == ("DELIVERED", 1)
    [attempt] = delivery["attempts"]
    assert (attempt["number"], attempt["statusCode"], attempt["error"]) == (1, 200, None)
    assert attempt["answer"] == "thanks"
    assert delivery["finishedAt"]


async def test_two_endpoints_get_the_same_event_as_deliveries_of_their_own(
    company: Company, receiver: Receiver
) -> None:
    for part in ("one", "two"):
        await hook(company, f"{receiver.url}/{part}", eventTypes=["lead.created"])
    await company.lead()
    first, second = await receiver.got(2)
    assert {first.path, second.path} == {"/hook/one", "/hook/two"}
    assert first.headers["X-LeadHub-Event-Id"] == second.headers["X-LeadHub-Event-Id"]
    assert first.raw == second.raw
    assert first.delivery != second.delivery


async def test_another_tenant_hears_nothing(company: Company, rival: Company, receiver: Receiver) -> None:
    await hook(company, f"{receiver.url}/company", eventTypes=["lead.created"])
    await hook(rival, f"{receiver.url}/rival", eventTypes=["lead.created"])
    await company.lead()
    await rival.lead()
    requests = await receiver.got(2)
    await asyncio.sleep(0.1)
    assert {(request.path, request.body["tenant"]) for request in requests} == {
        ("/hook/company", company.slug),
        ("/hook/rival", rival.slug),
    }


async def change(company: Company, lead: dict[str, Any], *names: str) -> None:
    for at, name in enumerate(names):
        given = {"id": lead["id"], "expectedVersion": lead["version"] + at, "lastName": name}
        await company.owner.done("updateLead", given)


async def test_a_failing_delivery_holds_back_its_own_lead_and_no_other(
    company: Company, receiver: Receiver
) -> None:
    stuck, free = await company.lead(), await company.lead()
    failures = iter([503, 503])

    async def answer(request: Received) -> int:
        if request.body["subjectId"] == free["id"]:
            return 200
        if len(receiver.requests) > 1:  # tried again: holds the worker until the other lead's have come
            await until(free_is_through)
        return next(failures, 200)

    async def free_is_through() -> bool:
        return [request.body["subjectId"] for request in receiver.requests].count(free["id"]) == 2

    receiver.answer = answer
    endpoint = await hook(company, receiver.url, eventTypes=["lead.updated"])
    await change(company, stuck, "A", "B", "C")
    await change(company, free, "X", "Y")
    await endpoint.settled(5)
    heard: dict[str, list[str]] = {stuck["id"]: [], free["id"]: []}
    for request in receiver.requests:
        heard[request.body["subjectId"]].append(request.body["changes"]["lastName"]["to"])
    assert heard[stuck["id"]] == ["A", "A", "A", "B", "C"]
    assert heard[free["id"]] == ["X", "Y"]
    places = [request.body["subjectId"] for request in receiver.requests]
    last_of_free = max(at for at, place in enumerate(places) if place == free["id"])
    assert last_of_free < len(places) - 1


async def test_a_dead_delivery_lets_the_next_one_go(company: Company, receiver: Receiver) -> None:
    lead = await company.lead()
    receiver.answer = lambda _: 400 if len(receiver.requests) == 1 else 200
    endpoint = await hook(company, receiver.url, eventTypes=["lead.updated"])
    await change(company, lead, "A", "B")
    assert [one["state"] for one in await endpoint.settled(2)] == ["DEAD", "DELIVERED"]


async def test_many_changes_of_one_lead_arrive_in_their_order(company: Company, receiver: Receiver) -> None:
    lead = await company.lead()
    await hook(company, receiver.url, eventTypes=["lead.updated"])
    names = [f"Name{number}" for number in range(12)]
    await change(company, lead, *names)
    requests = await receiver.got(12)
    assert [request.body["changes"]["lastName"]["to"] for request in requests] == names
    assert len({request.delivery for request in requests}) == 12


async def test_receivers_that_hang_delay_nobody_else(
    company: Company, rival: Company, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "SLOTS", 8)
    hanging = asyncio.Event()

    async def hang(_: Received) -> int:
        await hanging.wait()
        return 200

    async with receiving() as dead_end:
        dead_end.answer = hang
        try:
            for _ in range(3):
                await hook(company, dead_end.url, eventTypes=["lead.created"])
            await gather(*(company.lead() for _ in range(10)))
            await dead_end.got(3)
            await asyncio.sleep(0.2)
            await hook(rival, receiver.url, eventTypes=["lead.created"])
            await gather(*(rival.lead() for _ in range(10)))
            await receiver.got(10, within=3)
            assert len(dead_end.requests) < 8  # there was always a slot left
        finally:
            hanging.set()
        await dead_end.got(30)


async def test_one_endpoint_gets_sixteen_at_once(company: Company, receiver: Receiver) -> None:
    hanging, here, most = asyncio.Event(), 0, 0

    async def hang(_: Received) -> int:
        nonlocal here, most
        here += 1
        most = max(most, here)
        await hanging.wait()
        here -= 1
        return 200

    receiver.answer = hang
    await hook(company, receiver.url, eventTypes=["lead.created"])
    await gather(*(company.lead() for _ in range(24)))
    await receiver.got(16)
    await asyncio.sleep(0.2)
    hanging.set()
    await receiver.got(24)
    assert most == 16


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_redirects_are_not_followed(status: int, company: Company, receiver: Receiver) -> None:
    async with receiving() as elsewhere:
        receiver.answer = lambda _: web.Response(status=status, headers={"Location": elsewhere.url})
        endpoint = await hook(company, receiver.url, eventTypes=["lead.created"])
        await company.lead()
        [delivery] = await endpoint.settled(1)
        assert delivery["state"] == "DEAD"
        [attempt] = delivery["attempts"]
        assert attempt["statusCode"] == status
        assert "Redirects are not followed" in attempt["error"]
        assert elsewhere.requests == []


async def test_an_answer_is_kept_up_to_a_thousand_characters(company: Company, receiver: Receiver) -> None:
    answers = {
        "/hook/zero": web.Response(body=b"a\0b\xff" + "\N{SNOWMAN}".encode()),
        "/hook/long": web.Response(text="\N{SNOWMAN}" * 3000),
        # A bomb, were it unpacked.
        "/hook/packed": web.Response(
            body=gzip.compress(b"0" * 10_000_000), headers={"Content-Encoding": "gzip"}
        ),
    }
    receiver.answer = lambda request: answers[request.path]
    kept = {
        path: await hook(company, receiver.url.replace("/hook", path), eventTypes=["lead.created"])
        for path in answers
    }
    await company.lead()
    found = {}
    for path, endpoint in kept.items():
        [delivery] = await endpoint.settled(1)
        assert delivery["state"] == "DELIVERED"
        found[path] = delivery["attempts"][0]["answer"]
    assert found["/hook/zero"] == "ab\N{REPLACEMENT CHARACTER}\N{SNOWMAN}"
    assert found["/hook/long"] == "\N{SNOWMAN}" * 1000
    assert len(found["/hook/packed"]) <= 1000
    assert "000000" not in found["/hook/packed"]


async def test_of_an_endless_answer_little_is_read(company: Company) -> None:
    sent = 0

    async def endless(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n")
        try:
            while True:
                writer.write(b"y" * 65_536)
                await writer.drain()
                sent += 65_536
        except ConnectionError:
            writer.close()

    server = await asyncio.start_server(endless, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        endpoint = await hook(company, f"http://127.0.0.1:{port}/", eventTypes=["lead.created"])
        await company.lead()
        [delivery] = await endpoint.settled(1)
        assert delivery["state"] == "DELIVERED"
        assert delivery["attempts"][0]["answer"] == "y" * 1000
        assert sent < 20_000_000  # what the system holds for both, and no more


async def test_cookies_are_not_kept(company: Company, receiver: Receiver) -> None:
    receiver.answer = lambda _: web.Response(headers={"Set-Cookie": "a=b; Path=/"})
    await hook(company, receiver.url.replace("127.0.0.1", "localhost"), eventTypes=["lead.created"])
    await company.lead()
    await receiver.got(1)
    await company.lead()
    _, second = await receiver.got(2)
    assert "Cookie" not in second.headers
