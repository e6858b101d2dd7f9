"""Which pages a browser lets call, and read what comes back: those of the origins that the setting lists."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from leadhub.errors import SetupError
from leadhub.settings import Settings, load
from leadhub.wire import LARGEST_BODY
from tests.edge.sending import GRAPHQL_JSON, JSON, Reply, send
from tests.sessions.servers import another_server, at
from tests.streams.following import answer_of, raw_socket
from tests.world import Caller, Company, World

PAGE, OTHER_PAGE = "https://app.test", "https://crm.test:8443"
STRANGERS = [
    "https://evil.test",
    "null",
    "http://app.test",
    "https://app.test:444",
    "https://app.test.evil.test",
    "https://APP.test.",
    "*",
    "",
]
ASK = {
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Headers": "authorization,content-type",
}
ALLOW_ORIGIN, EXPOSE = "Access-Control-Allow-Origin", "Access-Control-Expose-Headers"
BODY = {"query": "{ __typename }"}


@pytest.fixture(scope="module")
async def open_world(world: World, settings: Settings) -> AsyncIterator[World]:
    """A server that lists two origins."""
    origins = f" {PAGE}, {OTHER_PAGE.upper().replace('HTTPS', 'https')}"
    async with another_server(world, settings, allowed_origins=origins) as server:
        yield server


async def preflight(world: World, origin: str | None, path: str = "/graphql", **headers: str) -> Reply:
    given = {**ASK, "Origin": origin, "Content-Type": None, **headers}
    return await send(world.http, world.url + path, method="OPTIONS", headers=given)


def listed(header: str) -> set[str]:
    return {name.strip().lower() for name in header.split(",")}


@pytest.mark.parametrize("origin", [PAGE, OTHER_PAGE])
async def test_a_listed_page_may_send_what_the_api_reads_and_clients_add(
    open_world: World, origin: str
) -> None:
    reply = await preflight(open_world, origin)
    assert (reply.status, reply.text) == (204, "")
    assert reply.headers[ALLOW_ORIGIN] == origin
    assert reply.headers["Access-Control-Allow-Methods"] == "GET, POST"
    assert listed(reply.headers["Access-Control-Allow-Headers"]) == {
        "accept",
        "authorization",
        "content-type",
        "idempotency-key",
        "x-request-id",
        "graphql-require-preflight",
        "apollo-require-preflight",
        "apollographql-client-name",
        "apollographql-client-version",
    }
    assert reply.headers["Access-Control-Max-Age"] == "7200"
    assert reply.headers["Vary"] == "Origin"
    assert len(reply.headers["X-Request-Id"]) == 16


@pytest.mark.parametrize("origin", STRANGERS)
async def test_another_page_may_not_and_the_refusal_names_the_setting(open_world: World, origin: str) -> None:
    reply = await preflight(open_world, origin)
    assert (reply.status, reply.type, reply.code) == (403, JSON, "BAD_REQUEST")
    assert "LEADHUB_ALLOWED_ORIGINS" in reply.text
    assert not any(name.startswith("Access-Control") for name in reply.headers)
    assert reply.headers["Vary"] == "Origin"


async def test_nobody_may_where_the_setting_is_empty(world: World) -> None:
    for origin in (PAGE, world.url, *STRANGERS):
        reply = await preflight(world, origin)
        assert (reply.status, ALLOW_ORIGIN in reply.headers) == (403, False)
    answered = await send(world.http, f"{world.url}/graphql", BODY, headers={"Origin": PAGE})
    assert answered.status == 200
    assert not {ALLOW_ORIGIN, "Vary"} & set(answered.headers)


async def test_options_that_are_no_preflight_are_a_wrong_method(open_world: World) -> None:
    url = f"{open_world.url}/graphql"
    for headers in ({}, ASK, {"Origin": PAGE}, {"Origin": "https://evil.test"}):
        reply = await send(open_world.http, url, method="OPTIONS", headers=headers)
        assert (reply.status, reply.headers["Allow"]) == (405, "GET, POST")


# What can come of a request, by the status of it: its method, body and headers.
ANSWERS: dict[str, tuple[int, str, Any, dict[str, str | None]]] = {
    "data": (200, "POST", BODY, {}),
    "data by GET": (200, "GET", None, {"GraphQL-Require-Preflight": "1", "Content-Type": None}),
    "an error": (400, "POST", {"query": "{"}, {"Accept": GRAPHQL_JSON}),
    "no credential": (401, "POST", {"query": "{ leads { totalCount } }"}, {"Accept": GRAPHQL_JSON}),
    "no JSON": (400, "POST", b"{", {}),
    "no preflight header": (400, "GET", None, {"Content-Type": None}),
    "a wrong method": (405, "PUT", None, {}),
    "a wrong Accept": (406, "POST", BODY, {"Accept": "text/html"}),
    "a large body": (413, "POST", b" " * (LARGEST_BODY + 1), {}),
    "a wrong type": (415, "POST", BODY, {"Content-Type": "text/plain"}),
    "an unknown expectation": (417, "POST", BODY, {"Expect": "wonders"}),
}


@pytest.mark.parametrize(("status", "method", "body", "headers"), ANSWERS.values(), ids=ANSWERS)
async def test_a_listed_page_reads_every_kind_of_answer(
    open_world: World, status: int, method: str, body: Any, headers: dict[str, str | None]
) -> None:
    async def ask(origin: str | None) -> Reply:
        query = {"query": "{ __typename }"} if method == "GET" else None
        return await send(
            open_world.http,
            f"{open_world.url}/graphql",
            body,
            method=method,
            params=query,
            headers={**headers, "Origin": origin},
        )

    mine, anothers, nobodys = [await ask(origin) for origin in (PAGE, "https://evil.test", None)]
    assert (mine.status, mine.headers[ALLOW_ORIGIN]) == (status, PAGE)
    assert listed(mine.headers[EXPOSE]) == {"x-request-id", "retry-after", "ratelimit", "ratelimit-policy"}
    for reply in (anothers, nobodys):
        assert (reply.status, reply.headers["Vary"]) == (status, "Origin")
        assert not {ALLOW_ORIGIN, EXPOSE} & set(reply.headers)
    assert "Access-Control-Allow-Credentials" not in mine.headers


async def test_a_listed_page_reads_when_to_come_back(world: World, settings: Settings) -> None:
    little = {"cost_limit": 10, "cost_bucket": 10, "cost_restore": 1}
    async with another_server(world, settings, allowed_origins=PAGE, **little) as server:
        spender, headers = Caller(server), {"Accept": GRAPHQL_JSON, "Origin": PAGE}
        assert (await spender("{", headers)).status == 400
        reply = await spender("{", headers)
    assert (reply.status, reply.headers[ALLOW_ORIGIN]) == (429, PAGE)
    assert {"Retry-After", "RateLimit", "RateLimit-Policy"} <= set(reply.headers)


async def test_a_defect_is_readable_too(
    open_world: World, company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def boom(_: object) -> None:
        raise KeyError("the secret detail")

    monkeypatch.setattr("leadhub.credentials.actor_of_session", boom)
    reply = await at(open_world, company.owner)("{ __typename }", {"Origin": PAGE})
    assert (reply.status, reply.headers[ALLOW_ORIGIN]) == (500, PAGE)


async def test_a_listed_page_reads_a_stream(open_world: World) -> None:
    world, document = open_world, "{ __typename }"
    headers = {"Accept": "text/event-stream", "Origin": PAGE}
    async with world.http.post(f"{world.url}/graphql", json={"query": document}, headers=headers) as response:
        assert response.content_type == "text/event-stream"
        assert (response.headers[ALLOW_ORIGIN], response.headers["Vary"]) == (PAGE, "Origin")
    async with answer_of(Caller(world), document) as response:
        assert ALLOW_ORIGIN not in response.headers


async def test_a_listed_page_opens_a_socket_and_another_does_not(open_world: World) -> None:
    async with raw_socket(open_world, origin=OTHER_PAGE) as socket:
        await socket.send(type="connection_init")
        assert await socket.receive() == {"type": "connection_ack"}
    with pytest.raises(Exception, match="403"):
        async with raw_socket(open_world, origin="https://evil.test"):
            pass


async def test_signing_keys_are_for_everybody(world: World, open_world: World) -> None:
    for server in (world, open_world):
        reply = await send(
            server.http, f"{server.url}/.well-known/jwks.json", method="GET", headers={"Origin": "null"}
        )
        assert (reply.status, reply.headers[ALLOW_ORIGIN]) == (200, "*")
        assert "Vary" not in reply.headers


async def test_the_rest_is_for_no_page(open_world: World) -> None:
    for path in ("/healthz", "/readyz", "/nowhere"):
        reply = await send(open_world.http, open_world.url + path, method="GET", headers={"Origin": PAGE})
        assert ALLOW_ORIGIN not in reply.headers
        assert ALLOW_ORIGIN not in (await preflight(open_world, PAGE, path)).headers


@pytest.mark.parametrize(
    "origin", ["*", "null", "https://*.app.test", "app.test", "https://app.test/", "https://app.test/x"]
)
def test_an_origin_that_no_page_has_is_no_setting(origin: str) -> None:
    with pytest.raises(SetupError, match="LEADHUB_ALLOWED_ORIGINS: must list origins such as"):
        load(allowed_origins=origin)
