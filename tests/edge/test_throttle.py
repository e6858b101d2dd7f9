"""Who has spent their points is sent away for a while; whose points they are follows from who asks."""

import time
from collections.abc import AsyncIterator
from hashlib import sha256
from typing import Any

import pytest

from leadhub import admission
from leadhub.settings import Settings
from tests.edge.sending import GRAPHQL_JSON, JSON
from tests.edge.spending import left, thousand_points
from tests.edge.test_cost import actual, requested
from tests.sessions.servers import another_server, at
from tests.streams.following import answer_of, socket_of
from tests.world import Caller, Company, World

SMALL = "{ __typename }"  # costs 1
NONSENSE = "{"  # costs 100
PAGE = (
    "query($n: Int) { leads(first: $n) { nodes { id } } }"  # costs 2 and its size, and 1 to be read at first
)


@pytest.fixture
async def server(world: World, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    async with thousand_points(world, settings, monkeypatch) as far:
        yield far


async def waste(caller: Caller, times: int, headers: dict[str, str] | None = None) -> None:
    for _ in range(times):
        await caller(NONSENSE, headers)


async def test_who_has_too_few_points_left_is_told_when_to_come_back(company: Company, server: World) -> None:
    caller = at(server, company.owner)
    await waste(caller, 9)
    for kind, status in ((GRAPHQL_JSON, 429), (JSON, 200)):
        answer = await caller(PAGE, {"Accept": kind}, n=100)
        assert (answer.status, answer.code, answer.data) == (status, "THROTTLED", None)
        assert answer.headers["Retry-After"] == "3", "99 points are left of the 102 that it needs"
        assert answer.errors[0]["extensions"]["retryAfter"] == 3
        assert (requested(answer), actual(answer), left(answer)) == (0, 0, 99)
    assert (await caller(PAGE, n=90)).data == {"leads": {"nodes": []}}


async def test_with_nothing_left_not_even_the_document_is_read(company: Company, server: World) -> None:
    caller = at(server, company.owner)
    await waste(caller, 10)
    answer = await caller(NONSENSE)
    assert (answer.code, left(answer), answer.headers["Retry-After"]) == ("THROTTLED", 0, "1")
    assert answer.headers["RateLimit"] == '"cost";r=0;t=1000'


async def test_the_last_points_do_not_buy_what_costs_more(company: Company, server: World) -> None:
    caller = at(server, company.owner)
    await caller(SMALL)
    await waste(caller, 10)
    answer = await caller(SMALL)
    assert (answer.code, left(answer)) == ("THROTTLED", 0)
    assert answer.headers["Retry-After"] == "2", "one point is owed"


async def test_who_is_throttled_waits_for_the_answer(
    company: Company, server: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(admission, "HOLD_SECONDS", 0.4)
    caller = at(server, company.owner)
    await waste(caller, 10)
    started = time.monotonic()
    assert (await caller(SMALL)).code == "THROTTLED"
    assert time.monotonic() - started >= 0.4


async def test_a_throttled_mutation_does_not_happen(company: Company, server: World) -> None:
    caller = at(server, company.owner)
    await waste(caller, 10)
    answer = await caller('mutation { createTag(input: {name: "x"}) { tag { id } } }')
    assert answer.code == "THROTTLED"
    assert (await company.owner.ok("{ tags { id } }"))["tags"] == []


async def test_over_a_socket_and_in_a_stream_the_same_points_are_spent(
    company: Company, server: World
) -> None:
    caller = at(server, company.owner)
    async with socket_of(caller) as socket:
        for _ in range(5):
            assert (await (await socket.subscribe(NONSENSE)).error())["extensions"]["code"] == "BAD_REQUEST"
    for _ in range(5):
        async with answer_of(caller, NONSENSE) as response:
            assert "BAD_REQUEST" in await response.text()
    async with socket_of(caller) as socket:
        error = await (await socket.subscribe(SMALL)).error()
    assert (error["extensions"]["code"], error["extensions"]["retryAfter"]) == ("THROTTLED", 1)


def hashed(text: str) -> dict[str, Any]:
    return {"persistedQuery": {"version": 1, "sha256Hash": sha256(text.encode()).hexdigest()}}


# What is sent, the code it is refused with, and what that costs.
REFUSALS: dict[str, tuple[dict[str, Any], str, int]] = {
    "no GraphQL": ({"query": NONSENSE}, "BAD_REQUEST", 100),
    "not in the schema": ({"query": "{ leadz }"}, "BAD_REQUEST", 100),
    "over a limit": ({"query": "{" + "id " * 21 + "}"}, "BAD_REQUEST", 100),
    "an unknown operation": ({"query": SMALL, "operationName": "X"}, "BAD_REQUEST", 100),
    "a long list": ({"query": SMALL, "variables": {"x": [0] * 1001}}, "BAD_REQUEST", 100),
    "another document's hash": ({"query": SMALL, "extensions": hashed("")}, "BAD_REQUEST", 100),
    "a subscription": ({"query": "subscription { leadChanged { seq } }"}, "BAD_REQUEST", 100),
    "too complex": ({"query": "{ leads(first: 999) { nodes { id } } }"}, "TOO_COMPLEX", 100),
    "lacking a scope": ({"query": "{ apiKeys { totalCount } }"}, "FORBIDDEN", 10),
    "an unknown hash": ({"extensions": hashed("{ unheard: __typename }")}, "PERSISTED_QUERY_NOT_FOUND", 0),
}


@pytest.mark.parametrize(("body", "code", "points"), REFUSALS.values(), ids=REFUSALS)
async def test_a_refusal_costs_something_too(
    company: Company, server: World, body: dict[str, Any], code: str, points: int
) -> None:
    caller = at(server, company.agent)
    headers = {"Authorization": f"Bearer {caller.token}"}
    before = left(await caller(SMALL))
    async with server.http.post(f"{server.url}/graphql", json=body, headers=headers) as response:
        assert (await response.json())["errors"][0]["extensions"]["code"] == code
    assert left(await caller(SMALL)) == before - points - 1


async def test_who_is_not_signed_in_pays_little_for_hearing_it(server: World) -> None:
    answer = await server.anonymous("{ leads { totalCount } }")
    assert (answer.code, actual(answer)) == ("UNAUTHENTICATED", 10)


async def test_a_long_document_costs_something_the_first_time(company: Company, server: World) -> None:
    caller = at(server, company.owner)
    document = "# " + "x" * 996 + "\n" + "{ __typename }"
    before = left(await caller(SMALL))
    first = left(await caller(document))
    assert first == before - 1 - len(document) // 50
    assert left(await caller(document)) == first - 1


ADDRESSES = {
    "the same": ("198.51.100.7", "198.51.100.7", True),
    "another": ("198.51.100.7", "198.51.100.8", False),
    "of one IPv6 network": ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
    "of another IPv6 network": ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
    "IPv4 written as IPv6": ("198.51.100.7", "::ffff:198.51.100.7", True),
    "another, written as IPv6": ("::ffff:198.51.100.7", "::ffff:198.51.100.8", False),
}


@pytest.mark.parametrize(("one", "other", "is_shared"), ADDRESSES.values(), ids=ADDRESSES)
async def test_who_is_not_signed_in_shares_the_points_of_their_address(
    server: World, one: str, other: str, is_shared: bool
) -> None:
    await waste(server.anonymous, 3, {"X-Forwarded-For": one})
    answer = await server.anonymous(SMALL, {"X-Forwarded-For": other})
    assert left(answer) == (699 if is_shared else 999)


async def test_nobody_chooses_an_address_where_no_proxy_is_trusted(
    world: World, settings: Settings, server: World
) -> None:
    limits = {"cost_bucket": 1000, "cost_restore": 1, "cost_limit": 1000}
    async with another_server(world, settings, trusted_proxies="", **limits) as far:
        await waste(far.anonymous, 3, {"X-Forwarded-For": "198.51.100.7"})
        assert left(await far.anonymous(SMALL, {"X-Forwarded-For": "198.51.100.8"})) == 699


async def test_a_worthless_credential_gives_no_points_of_its_own(server: World) -> None:
    for number in range(3):
        await Caller(server, f"lhk_made-up-{number}")(NONSENSE)
    assert left(await server.anonymous(SMALL)) == 699


async def test_who_is_signed_in_has_points_of_their_own_wherever_they_are(
    company: Company, rival: Company, server: World
) -> None:
    here, there = {"X-Forwarded-For": "198.51.100.7"}, {"X-Forwarded-For": "203.0.113.9"}
    key = at(server, await company.key("lead:read"))
    await waste(at(server, company.agent), 3, here)
    assert left(await at(server, company.agent)(SMALL, there)) == 699
    for other in (at(server, company.colleague), at(server, rival.agent), key, server.anonymous):
        assert left(await other(SMALL, here)) == 999
