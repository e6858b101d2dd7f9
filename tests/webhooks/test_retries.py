"""What becomes of a delivery that does not arrive at once."""

import asyncio
import socket
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from aiohttp import web
from aiosmtpd.smtp import SMTP

from leadhub.kit.mail import Mail
from leadhub.settings import Settings
from leadhub.webhooks import post
from leadhub.webhooks.models import DeliveryState, WebhookEndpoint
from leadhub.webhooks.outcomes import LONGEST_WAIT, Attempt, outcome_of, retry_after
from tests.webhooks.made import lanes
from tests.webhooks.receiving import WAITS, Received, Receiver, at_work, hook, until
from tests.world import Company, gather

NOW = datetime(2026, 11, 23, 12, 0, 0, tzinfo=UTC)
REAL_WAITS = [timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30)]


class Inbox:
    """Takes every mail."""

    def __init__(self) -> None:
        self.mails: list[tuple[list[str], str]] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        self.mails.append((envelope.rcpt_tos, envelope.content.decode()))
        return "250 OK"


@pytest.fixture(scope="module")
async def inbox() -> AsyncIterator[tuple[Inbox, int]]:
    """A mail server, and its port."""
    found, loop = Inbox(), asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(found, loop=loop, hostname="mail.test"), "127.0.0.1", 0)
    async with server:
        yield found, server.sockets[0].getsockname()[1]


@pytest.fixture(scope="module", autouse=True)
async def worker(world: Any, settings: Settings, inbox: tuple[Inbox, int]) -> AsyncIterator[None]:
    """A worker, as long as the tests of this file run."""
    mail = Mail(f"smtp://127.0.0.1:{inbox[1]}", "LeadHub <no-reply@leads.example>")
    async with at_work(settings, mail=mail):
        yield


def judge(attempt: Attempt, tried_before: int = 0, chance: float = 0.5) -> tuple[DeliveryState, timedelta]:
    found = outcome_of(attempt, tried_before, REAL_WAITS, now=NOW, chance=chance)
    return found.state, found.wait


def answered(status: int, **more: Any) -> Attempt:
    return Attempt(NOW, 5, status=status, **more)


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
def test_any_2xx_is_success(status: int) -> None:
    assert judge(answered(status)) == (DeliveryState.DELIVERED, timedelta())


@pytest.mark.parametrize("status", [408, 425, 429, 500, 501, 502, 503, 504, 599])
def test_what_may_be_better_later_is_tried_again_and_given_up_in_the_end(status: int) -> None:
    for tried_before, wait in enumerate(REAL_WAITS):
        assert judge(answered(status), tried_before) == (DeliveryState.RETRYING, wait)
    assert judge(answered(status), len(REAL_WAITS))[0] is DeliveryState.DEAD


@pytest.mark.parametrize(
    "status", [101, 300, 301, 304, 308, 400, 401, 403, 404, 405, 409, 410, 413, 422, 451]
)
def test_every_other_answer_is_final(status: int) -> None:
    found = outcome_of(answered(status), 0, REAL_WAITS, now=NOW, chance=0.5)
    assert found.state is DeliveryState.DEAD
    assert found.error


def test_no_answer_is_tried_again_but_not_where_nothing_may_be_sent() -> None:
    assert judge(Attempt(NOW, 5, error="No connection."))[0] is DeliveryState.RETRYING
    assert judge(Attempt(NOW, 5, error="Refused.", is_hopeless=True))[0] is DeliveryState.DEAD


def test_waits_vary_by_a_tenth() -> None:
    assert [judge(answered(500), chance=chance)[1].total_seconds() for chance in (0, 0.5, 1)] == [54, 60, 66]


@pytest.mark.parametrize(
    ("header", "wait"),
    [
        (None, timedelta()),
        ("120", timedelta(minutes=2)),
        (" 0 ", timedelta()),
        ("999999999", LONGEST_WAIT),
        ("9" * 5000, LONGEST_WAIT),
        (format_datetime(NOW + timedelta(minutes=3), usegmt=True), timedelta(minutes=3)),
        (format_datetime(NOW - timedelta(minutes=3), usegmt=True), timedelta()),
        (format_datetime(NOW + timedelta(days=9), usegmt=True), LONGEST_WAIT),
        ("Sun Nov 23 12:01:00 2026", timedelta(minutes=1)),
        ("-5", timedelta()),
        ("1.5", timedelta()),
        ("\u0665", timedelta()),
        ("soon", timedelta()),
        ("", timedelta()),
        ("Fri, 99 Nov 2026 99:99:99 GMT", timedelta()),
    ],
)
def test_retry_after_is_seconds_or_a_date_and_a_day_at_most(header: str | None, wait: timedelta) -> None:
    assert retry_after(header, NOW) == wait


def test_the_later_of_the_schedule_and_retry_after_counts() -> None:
    assert judge(answered(429, retry_after="30"))[1] == timedelta(minutes=1)
    assert judge(answered(503, retry_after="600"))[1] == timedelta(minutes=10)
    assert judge(answered(404, retry_after="600"))[0] is DeliveryState.DEAD


async def test_it_is_tried_as_often_as_the_setting_says(company: Company, receiver: Receiver) -> None:
    receiver.answer = lambda _: 503
    endpoint = await hook(company, receiver.url, eventTypes=["lead.created"])
    await company.lead()
    [delivery] = await endpoint.settled(1)
    assert (delivery["state"], delivery["attemptCount"]) == ("DEAD", len(WAITS) + 1)
    assert [attempt["number"] for attempt in delivery["attempts"]] == [1, 2, 3, 4]
    assert {attempt["statusCode"] for attempt in delivery["attempts"]} == {503}
    assert delivery["attempts"][-1]["error"] == "Given up after 4 tries."
    gaps = [b.at - a.at for a, b in zip(receiver.requests, receiver.requests[1:], strict=False)]
    assert min(gaps) > 0.08
    assert (await endpoint.shown("deadInARow"))["deadInARow"] == 1


async def test_a_refusal_is_final_at_once(company: Company, receiver: Receiver) -> None:
    receiver.answer = lambda _: 404
    endpoint = await hook(company, receiver.url, eventTypes=["lead.created"])
    await company.lead()
    [delivery] = await endpoint.settled(1)
    await asyncio.sleep(0.3)
    assert (delivery["state"], delivery["attemptCount"], len(receiver.requests)) == ("DEAD", 1, 1)


async def test_a_receiver_that_asks_for_time_gets_it(company: Company, receiver: Receiver) -> None:
    receiver.answer = lambda _: (
        web.Response(status=429, headers={"Retry-After": "1"}) if len(receiver.requests) == 1 else 200
    )
    endpoint = await hook(company, receiver.url, eventTypes=["lead.created"])
    await company.lead()
    first, second = await receiver.got(2)
    assert 1 <= second.at - first.at < 3
    [delivery] = await endpoint.settled(1)
    assert delivery["state"] == "DELIVERED"


async def test_while_it_waits_it_says_until_when(company: Company, receiver: Receiver) -> None:
    receiver.answer = lambda _: web.Response(status=503, headers={"Retry-After": "7200"})
    endpoint = await hook(company, receiver.url, eventTypes=["lead.created"])
    await company.lead()
    await receiver.got(1)

    async def is_tried() -> bool:
        return (await endpoint.deliveries())[0]["state"] != "PENDING"

    await until(is_tried)
    [delivery] = await endpoint.deliveries()
    assert delivery["state"] == "RETRYING"
    wait = datetime.fromisoformat(delivery["nextAttemptAt"]) - datetime.now(UTC)
    assert timedelta(hours=1, minutes=59) < wait <= timedelta(hours=2)


async def test_nobody_there_is_no_connection(company: Company) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/"
        endpoint = await hook(company, url, eventTypes=["lead.created"])
        await company.lead()
        [delivery] = await endpoint.settled(1)
    assert (delivery["state"], delivery["attemptCount"]) == ("DEAD", 4)
    assert delivery["attempts"][0]["error"] == "No connection: Connection refused."
    assert delivery["attempts"][0]["statusCode"] is None
    assert delivery["attempts"][-1]["error"] == "No connection: Connection refused. Given up after 4 tries."


async def raw_server(says: bytes) -> asyncio.Server:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(says)
        writer.close()

    return await asyncio.start_server(serve, "127.0.0.1", 0)


@pytest.mark.parametrize(
    ("says", "error"),
    [
        (b"", "The receiver closed the connection without an answer."),
        (b"SSH-2.0-OpenSSH_9.9\r\n", "What the receiver answered is not HTTP."),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n", "What the receiver answered is not HTTP."),
    ],
)
async def test_what_is_no_answer_is_tried_again(says: bytes, error: str, company: Company) -> None:
    async with await raw_server(says) as server:
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        endpoint = await hook(company, url, eventTypes=["lead.created"])
        await company.lead()
        [delivery] = await endpoint.settled(1)
    assert delivery["attemptCount"] == 4
    assert delivery["attempts"][0]["error"] == error


async def test_an_answer_that_does_not_come_is_waited_for_so_long(
    company: Company, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(post, "SECONDS", 0.2)

    async def late(_: Received) -> int:
        await asyncio.sleep(0.6 if len(receiver.requests) == 1 else 0)
        return 200

    receiver.answer = late
    endpoint = await hook(company, receiver.url, eventTypes=["lead.created"])
    await company.lead()
    [delivery] = await endpoint.settled(1)
    assert (delivery["state"], delivery["attemptCount"]) == ("DELIVERED", 2)
    assert delivery["attempts"][0]["error"].startswith("No answer within")
    assert 150 < delivery["attempts"][0]["milliseconds"] < 600


async def test_twenty_dead_in_a_row_switch_the_endpoint_off_and_back_on_it_misses_nothing(
    company: Company, receiver: Receiver, inbox: tuple[Inbox, int]
) -> None:
    first: dict[str, Any] = {"id": None}

    def answer(request: Received) -> web.Response | int:
        is_first = request.body["subjectId"] == first["id"]
        return web.Response(status=503, headers={"Retry-After": "3600"}) if is_first else 410

    endpoint = await hook(company, receiver.url, eventTypes=["lead.created", "webhook_endpoint.disabled"])
    receiver.answer = answer
    first |= await company.lead()
    await receiver.got(1)
    await gather(*(company.lead() for _ in range(24)))

    async def is_off() -> bool:
        return not (await endpoint.shown("active"))["active"]

    await until(is_off)
    shown = await endpoint.shown("active disabledAt deadInARow")
    assert shown["disabledAt"]
    assert shown["deadInARow"] >= 20
    data = await company.owner.ok(
        '{ events(after: 0, types: ["webhook_endpoint.disabled"]) { events { changes actor { kind } } } }'
    )
    [event] = data["events"]["events"]
    assert event["actor"] == {"kind": "SYSTEM"}
    assert event["changes"]["active"] == {"from": True, "to": False}
    assert "deliveries in a row were given up" in event["changes"]["reason"]["to"]
    for person in (company.owner, company.admin):
        said = await person.ok("{ notifications { nodes { kind subjectId } } }")
        assert said["notifications"]["nodes"] == [{"kind": "WEBHOOK_DISABLED", "subjectId": endpoint.id}]
    await told_by_mail(company, inbox[0])
    # Off, it is left alone, and what happens meanwhile waits.
    await asyncio.sleep(0.2)
    before = len(receiver.requests)
    assert {lane["waits"] for lane in await lanes(company)} == {True}
    await company.lead()
    await asyncio.sleep(0.3)
    assert len(receiver.requests) == before
    receiver.answer = lambda _: 200
    await company.owner.done("updateWebhookEndpoint", {"id": endpoint.id, "active": True})
    states = [one["state"] for one in await endpoint.settled(27)]
    # Of the 25 leads one waited, and those beyond the limit were on their way; then a lead more, and the event itself.
    assert len(states) == 27
    assert states.count("DEAD") == before - 1
    assert (await endpoint.shown("deadInARow"))["deadInARow"] == 0


async def told_by_mail(company: Company, inbox: Inbox) -> None:
    """Owners and administrators, and nobody else."""

    def mails() -> list[tuple[list[str], str]]:
        return [mail for mail in inbox.mails if company.slug in str(mail[0])]

    async def came() -> bool:
        return len(mails()) >= 2

    await until(came)
    await asyncio.sleep(0.05)
    assert sorted(to[0].split("@")[0] for to, _ in mails()) == ["admin", "owner"]
    assert all("switched off your webhook endpoint at 127.0.0.1:" in text for _, text in mails())


async def test_one_that_arrives_begins_the_count_anew(company: Company, receiver: Receiver) -> None:
    receiver.answer = lambda _: 400 if len(receiver.requests) % 4 else 200
    endpoint = await hook(company, receiver.url, eventTypes=["lead.updated"])
    lead = await company.lead()
    for at in range(8):
        await company.owner.done(
            "updateLead", {"id": lead["id"], "expectedVersion": 1 + at, "lastName": f"N{at}"}
        )
    await endpoint.settled(8)
    async with company.inside():
        row = await WebhookEndpoint.mine().get(id=endpoint.row_id)
    assert (row.is_active, row.dead_in_a_row) == (True, 0)
