"""What is no request in HTTP, or none that is complete: refused like everything else, in JSON and with an id."""

import asyncio
import json
import logging
import re
from email.message import Message
from email.parser import BytesParser

import pytest

from leadhub import wire
from leadhub.protocol import LONGEST_HEADER, LONGEST_LINE
from tests.world import World

SECRET = b"Bearer lhk_of_somebody"
CHUNKED = b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
QUERY = b'{"query": "{ __typename }"}'


def get(*headers: bytes, target: bytes = b"/healthz", method: bytes = b"GET") -> bytes:
    return b"\r\n".join([method + b" " + target + b" HTTP/1.1", b"Host: x", *headers, b"", b""])


def post(*headers: bytes, body: bytes = QUERY) -> bytes:
    return get(b"Content-Type: application/json", *headers, target=b"/graphql", method=b"POST") + body


async def exchange(world: World, *parts: bytes, most: int | None = None) -> list[tuple[int, Message, bytes]]:
    """The answers on a connection of its own to what is sent part by part: so many, or until the server closes it."""
    host, port = world.url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    for part in parts:
        writer.write(part)
        await writer.drain()
        await asyncio.sleep(0.05)
    answers = list[tuple[int, Message, bytes]]()
    async with asyncio.timeout(10):
        while len(answers) != most and (status := await reader.readline()):
            headers = BytesParser().parsebytes(await reader.readuntil(b"\r\n\r\n"))
            body = await reader.readexactly(int(headers["Content-Length"]))
            answers.append((int(status.split()[1]), headers, body))
    writer.close()
    return answers


MALFORMED = {
    "no request line": (400, b"NONSENSE\r\n\r\n"),
    "an unknown method": (400, get(method=b"FROBNICATE")),
    "another version": (400, b"GET /healthz HTTP/3.0\r\nHost: x\r\n\r\n"),
    "HTTP/2": (400, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    "TLS": (400, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"),
    "no host": (400, b"GET /healthz HTTP/1.1\r\n\r\n"),
    "two hosts": (400, get(b"Host: y")),
    "a header without a colon": (400, get(b"Authorization " + SECRET)),
    "a header with a NUL": (400, get(b"Authorization: " + SECRET + b"\x00")),
    "two lengths": (400, post(b"Content-Length: 27", b"Content-Length: 28")),
    "a length that is no number": (400, post(b"Content-Length: many")),
    "a negative length": (400, post(b"Content-Length: -1")),
    "length and chunks": (400, post(b"Content-Length: 5", b"Transfer-Encoding: chunked", body=b"0\r\n\r\n")),
    "an unknown coding": (400, post(b"Transfer-Encoding: wonders")),
    "bad chunks": (400, CHUNKED + b"zz\r\n" + QUERY),
    "many headers": (431, get(*(b"X-%d: x" % number for number in range(500)))),
    "a long address": (414, get(target=b"/graphql?query=" + b"x" * LONGEST_LINE)),
    "a body packed in an unknown way": (415, post(b"Content-Encoding: br", b"Content-Length: 27")),
    "an unknown expectation": (417, post(b"Expect: wonders", b"Content-Length: 27", b"Connection: close")),
    "a long header": (431, get(b"Authorization: " + SECRET + b"x" * LONGEST_HEADER)),
    "a long name": (431, get(b"x" * LONGEST_HEADER + b"x: x")),
}


@pytest.mark.parametrize(("status", "sent"), MALFORMED.values(), ids=MALFORMED)
async def test_what_is_no_request_is_refused_as_json_with_an_id(
    world: World, caplog: pytest.LogCaptureFixture, status: int, sent: bytes
) -> None:
    caplog.set_level(logging.INFO)
    [(got, headers, body)] = await exchange(world, sent)
    assert got == status
    assert headers["Content-Type"] == "application/json"
    assert re.fullmatch(r"[0-9a-f]{16}", headers["X-Request-Id"])
    assert (headers["X-Content-Type-Options"], headers["Cache-Control"]) == ("nosniff", "no-store")
    assert headers["Server"] == "LeadHub"
    [error] = json.loads(body)["errors"]
    assert error["extensions"] == {"code": "BAD_REQUEST"}
    for word in (b"lhk_of_somebody", b"aiohttp", b"Python", b"Brotli"):
        assert word not in body
    assert "Traceback" not in caplog.text


async def test_a_refusal_says_which_limit_was_exceeded(world: World) -> None:
    for name, sentence in {
        "a long address": "The address has more than 16384 bytes; send the operation with POST.",
        "a long header": "There may be 128 headers of 8192 bytes each; here are more, or longer ones.",
    }.items():
        [(_, _, body)] = await exchange(world, MALFORMED[name][1])
        assert json.loads(body)["errors"][0]["message"] == sentence


async def test_the_longest_address_and_header_are_read(world: World) -> None:
    target = b"/healthz?" + b"x" * (LONGEST_LINE - 9)
    close, name = b"Connection: close", b"X-Long: "
    for sent in (get(close, target=target), get(close, name + b"x" * (LONGEST_HEADER - len(name)))):
        assert [status for status, _, _ in await exchange(world, sent)] == [200]


async def test_what_came_before_nonsense_on_the_same_connection_is_answered(world: World) -> None:
    answers = await exchange(world, post(b"Content-Length: 27"), b"NONSENSE\r\n\r\n")
    assert [status for status, _, _ in answers] == [200, 400]
    assert answers[0][1]["X-Request-Id"] != answers[1][1]["X-Request-Id"]


@pytest.mark.parametrize(
    "parts",
    [(post(b"Content-Length: 100"),), (CHUNKED, b"5\r\n{"), (CHUNKED, b"zz\r\n" + QUERY)],
    ids=["too short", "half a chunk", "bad chunks"],
)
async def test_a_body_that_does_not_arrive_is_not_waited_for(
    world: World, monkeypatch: pytest.MonkeyPatch, parts: tuple[bytes, ...]
) -> None:
    assert wire.BODY_SECONDS == 30
    monkeypatch.setattr(wire, "BODY_SECONDS", 0.3)
    [(status, headers, body)] = await exchange(world, *parts, most=1)
    assert (status, headers["Content-Type"], headers["Connection"]) == (408, "application/json", "close")
    assert b'"BAD_REQUEST"' in body
    assert headers["X-Request-Id"]
