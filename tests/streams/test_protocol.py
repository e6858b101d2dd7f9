"""The protocol graphql-transport-ws: how a socket is opened, what may be said on it, and how it is closed."""

import asyncio
import json
from typing import Any

import pytest

from leadhub import websocket
from leadhub.settings import Settings
from tests.edge.sending import send
from tests.sessions.servers import another_server
from tests.streams.following import Closed, Socket, raw_socket, socket_of
from tests.world import Caller, Company, World

NAME = "{ __typename }"
INIT = {"type": "connection_init"}


async def opened(socket: Socket, **payload: Any) -> None:
    await socket.send(**INIT, payload=payload)
    assert await socket.receive() == {"type": "connection_ack"}


async def ending(world: World, *messages: Any, is_open: bool = True) -> Closed:
    """How a socket ends on which this is said: objects as JSON, text and bytes as they are."""
    async with raw_socket(world) as socket:
        if is_open:
            await opened(socket)
        for message in messages:
            if isinstance(message, bytes):
                await socket.socket.send_bytes(message)
            else:
                await socket.socket.send_str(message if isinstance(message, str) else json.dumps(message))
        return await socket.closed()


async def test_who_says_nothing_is_hung_up_on(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    assert websocket.INIT_SECONDS == 10
    monkeypatch.setattr(websocket, "INIT_SECONDS", 0.1)
    ended = await ending(world, {"type": "ping"}, is_open=False)
    assert (ended.code, ended.reason) == (4408, "Connection initialisation timeout")


async def test_who_was_let_in_has_all_the_time_there_is(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(websocket, "INIT_SECONDS", 0.5)
    async with socket_of(company.owner) as socket:
        with pytest.raises(TimeoutError):
            await socket.receive(0.7)
        assert (await (await socket.subscribe(NAME)).next()) == "Query"


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("Bearer nonsense", "The credential is not valid."),
        ("Bearer lhk_nonsense", "This API key is not known."),
        ("nonsense", "Authorization must be `Bearer <access token or API key>`."),
        (42, "Authorization must be `Bearer <access token or API key>`."),
    ],
)
async def test_a_bad_credential_is_refused(world: World, given: Any, reason: str) -> None:
    ended = await ending(world, {**INIT, "payload": {"authorization": given}}, is_open=False)
    assert (ended.code, ended.reason) == (4403, reason)


async def test_a_credential_is_taken_whatever_the_case_of_its_name(company: Company) -> None:
    key = await company.key("lead:read")
    for caller, name in ((company.agent, "Authorization"), (key, "authorization")):
        async with raw_socket(company.world) as socket:
            await opened(socket, **{name: f"bearer {caller.token}"})
            assert await (await socket.subscribe("{ leads { totalCount } }")).next() == {"totalCount": 0}


async def test_without_a_credential_each_operation_asks_for_one(company: Company) -> None:
    async with socket_of(company.world.anonymous) as socket:
        assert await (await socket.subscribe("{ viewer { role } }")).next() is None
        for document in ("{ leads { totalCount } }", "subscription { leadChanged { seq } }"):
            error = await (await socket.subscribe(document)).error()
            assert error["extensions"]["code"] == "UNAUTHENTICATED"
            assert error["message"].startswith("Sign in first")


DEEP = "[" * 60_000
MALFORMED = {
    "no JSON": ("{", "This message is not JSON."),
    "too deep": (DEEP, "This message is not JSON."),
    "half a surrogate": ('{"type": "ping", "id": "\\ud800"}', "This message is not JSON."),
    "an array": ([INIT], "A message is a JSON object with a `type`."),
    "null": ("null", "A message is a JSON object with a `type`."),
    "bytes": (b'{"type": "ping"}', "Messages are JSON, sent as text."),
    "no type": ({}, "There is no message of type 'None'."),
    "unknown type": ({"type": "start"}, "There is no message of type 'start'."),
    "server's type": ({"type": "next", "id": "1"}, "There is no message of type 'next'."),
    "no id": ({"type": "subscribe", "payload": {"query": NAME}}, "This message needs an `id`, as text."),
    "empty id": ({"type": "complete", "id": ""}, "This message needs an `id`, as text."),
    "number as id": ({"type": "complete", "id": 1}, "This message needs an `id`, as text."),
    "no query": (
        {"type": "subscribe", "id": "1", "payload": {}},
        "`query` must be a GraphQL document as text.",
    ),
    "variables": (
        {"type": "subscribe", "id": "1", "payload": {"query": NAME, "variables": []}},
        "`variables` must be an object, or left out.",
    ),
    "a batch": (
        {"type": "subscribe", "id": "1", "payload": [{"query": NAME}]},
        "Batches are not supported: send one operation a request.",
    ),
}


@pytest.mark.parametrize(("message", "reason"), MALFORMED.values(), ids=MALFORMED)
async def test_a_message_that_is_none_is_refused_with_the_reason(
    world: World, message: Any, reason: str
) -> None:
    ended = await ending(world, message)
    assert (ended.code, ended.reason) == (4400, reason)


async def test_the_payload_of_the_first_message_is_an_object(world: World) -> None:
    ended = await ending(world, {**INIT, "payload": "Bearer x"}, is_open=False)
    reason = "The payload of connection_init is an object, or left out."
    assert (ended.code, ended.reason) == (4400, reason)


async def test_a_reason_is_never_cut_in_the_middle_of_a_letter(world: World) -> None:
    for letter in "aäあ😀":
        ended = await ending(world, {"type": letter * 40})
        assert ended.code == 4400
        assert ended.reason.startswith(f"There is no message of type '{letter * 9}")


async def test_one_initialises_once(world: World) -> None:
    ended = await ending(world, INIT)
    assert (ended.code, ended.reason) == (4429, "Too many initialisation requests")


async def test_nothing_is_asked_before(world: World) -> None:
    ended = await ending(world, {"type": "subscribe", "id": "1", "payload": {"query": NAME}}, is_open=False)
    assert (ended.code, ended.reason) == (4401, "Send connection_init first.")


@pytest.mark.parametrize("protocols", [("graphql-ws",), ("chat",), ()])
async def test_another_protocol_is_not_spoken(world: World, protocols: tuple[str, ...]) -> None:
    async with world.http.ws_connect(f"{world.url}/graphql", protocols=protocols) as found:
        ended = await Socket(found).closed()
    assert (ended.code, ended.reason) == (4406, "Speak graphql-transport-ws.")


async def test_of_several_protocols_ours_is_chosen(world: World) -> None:
    async with raw_socket(world, "chat", "graphql-transport-ws") as socket:
        assert socket.socket.protocol == "graphql-transport-ws"
        await opened(socket)


def frame_of(size: int) -> str:
    empty = json.dumps({"type": "ping", "payload": {"x": ""}})
    return empty.replace('""', f'"{"x" * (size - len(empty))}"')


async def test_a_frame_has_64_kib_at_most(world: World) -> None:
    async with raw_socket(world) as socket:
        await opened(socket)
        await socket.socket.send_str(frame_of(65_535))
        assert await socket.receive() == {"type": "pong"}
        await socket.socket.send_str(frame_of(65_537))
        assert (await socket.closed()).code == 1009


async def test_a_ping_is_answered_and_a_pong_is_not(world: World) -> None:
    async with raw_socket(world) as socket:
        await socket.send(type="ping", payload={"at": 1})
        assert await socket.receive() == {"type": "pong"}
        await opened(socket)
        await socket.send(type="pong", payload={"at": 2})
        await socket.send(type="ping")
        assert await socket.receive() == {"type": "pong"}


@pytest.mark.parametrize(
    ("problem", "code", "reason"),
    [
        (ConnectionRefusedError("10.0.0.7:5432"), 1013, "The database cannot be reached right now."),
        (TimeoutError(), 1013, "The operation took too long and was stopped."),
        (KeyError("the secret detail"), 1011, "Something went wrong on our side."),
    ],
)
async def test_trouble_of_ours_is_told_as_such(
    company: Company, monkeypatch: pytest.MonkeyPatch, problem: Exception, code: int, reason: str
) -> None:
    async def troubled(_credential: object) -> None:
        raise problem

    monkeypatch.setattr("leadhub.credentials.actor_of_session", troubled)
    payload = {"authorization": f"Bearer {company.owner.token}"}
    ended = await ending(company.world, {**INIT, "payload": payload}, is_open=False)
    assert ended.code == code
    assert ended.reason.startswith(reason)


async def test_a_client_that_is_gone_before_its_answer_is_no_fault(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults, is_gone, left = list[BaseException](), asyncio.Event(), asyncio.Event()
    sign_in, end = websocket.Socket._sign_in, websocket.Socket._end

    async def slowly(self: websocket.Socket, given: Any) -> Any:
        await is_gone.wait()
        return await sign_in(self, given)

    async def noted(self: websocket.Socket) -> None:
        await end(self)
        left.set()

    monkeypatch.setattr(websocket.Socket, "_sign_in", slowly)
    monkeypatch.setattr(websocket.Socket, "_end", noted)
    monkeypatch.setattr("leadhub.view._defect_response", lambda error, _id: faults.append(error))
    async with raw_socket(company.world) as socket:
        await socket.send(**INIT, payload={"authorization": f"Bearer {company.owner.token}"})
        assert socket.socket._response.connection is not None
        socket.socket._response.connection.transport.abort()
    is_gone.set()
    await asyncio.wait_for(left.wait(), 5)
    assert faults == []


async def handshake(world: World, **headers: str) -> tuple[int, str]:
    """Status of an upgrade that is refused, and the sentence that comes with it."""
    sent = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
        "Sec-WebSocket-Protocol": "graphql-transport-ws",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    reply = await send(world.http, f"{world.url}/graphql", method="GET", headers=sent)
    return reply.status, reply.body["errors"][0]["message"]


async def test_a_page_of_another_origin_may_not_connect(world: World, settings: Settings) -> None:
    refusal = (403, "Pages of this origin may not connect; list it in LEADHUB_ALLOWED_ORIGINS.")
    alike = f"{world.url}.evil.test", world.url.replace("://", "://evil")
    for origin in ("https://evil.test", "null", *alike, "https://app.test"):
        assert await handshake(world, Origin=origin) == refusal
    async with another_server(world, settings, allowed_origins="https://app.test") as server:
        for origin in ("https://app.test", server.url, None):
            async with raw_socket(server, origin=origin) as socket:
                await opened(socket)
        assert await handshake(server, Origin="https://evil.test") == refusal
        assert (await handshake(server, Origin="https://app.test.evil.test"))[0] == 403


async def test_an_upgrade_that_is_none_is_a_bad_request(world: World) -> None:
    assert (await handshake(world, Sec_WebSocket_Key="short"))[0] == 400
    assert (await handshake(world, Sec_WebSocket_Version="5"))[0] == 400


async def test_a_caller_of_a_socket_is_the_one_who_opened_it(company: Company, rival: Company) -> None:
    async def slug(caller: Caller) -> str:
        async with socket_of(caller) as socket:
            return (await (await socket.subscribe("{ viewer { tenant { slug } } }")).next())["tenant"]["slug"]

    assert await slug(company.agent) == company.slug
    assert await slug(rival.agent) == rival.slug
