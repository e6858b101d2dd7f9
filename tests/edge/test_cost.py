"""What operations cost, and what every answer says of it."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from leadhub.kit.actor import Remembered
from leadhub.settings import Settings
from tests.edge.sending import GRAPHQL_JSON
from tests.sessions.servers import another_server, at
from tests.world import Answer, Company, World

# The draft `draft-ietf-httpapi-ratelimit-headers-09`: structured fields, each a list with one item here. The policy has
# a quota `q` and a window `w` in seconds; of it `r` is left, and all is there again in `t` seconds.
POLICY = re.compile(r'"cost";q=(\d+);w=(\d+)')
LEFT = re.compile(r'"cost";r=(\d+);t=(\d+)')


def cost(answer: Answer) -> dict[str, Any]:
    return answer.body["extensions"]["cost"]


def requested(answer: Answer) -> int:
    return cost(answer)["requestedQueryCost"]


def actual(answer: Answer) -> int:
    return cost(answer)["actualQueryCost"]


ANSWERS = {
    "data": ("{ viewer { role } }", None),
    "an error in a field": ('{ lead(id: "x") { id } }', "INVALID"),
    "no GraphQL": ("{", "BAD_REQUEST"),
    "not in the schema": ("{ leadz }", "BAD_REQUEST"),
    "over a limit": ("{ " + "a: id " * 31 + " }", "BAD_REQUEST"),
    "too complex": ("{ leads(first: 100) { nodes { tags { name } stageHistory { id } } } }", "TOO_COMPLEX"),
    "lacks a scope": ("{ apiKeys { totalCount } }", "FORBIDDEN"),
    "a wrong variable": ("query($id: ID!) { lead(id: $id) { id } }", "BAD_REQUEST"),
    "a user error": ('mutation { createLead(input: {lastName: ""}) { userErrors { code } } }', None),
}


@pytest.mark.parametrize(("document", "code"), ANSWERS.values(), ids=ANSWERS)
async def test_every_answer_says_what_it_cost(
    company: Company, settings: Settings, document: str, code: str | None
) -> None:
    async with another_server(
        company.world, settings, cost_bucket=1000, cost_restore=10, cost_limit=1000
    ) as far:
        answer = await at(far, company.agent)(document)
    assert answer.code == code
    found = cost(answer)
    assert set(found) == {"requestedQueryCost", "actualQueryCost", "throttleStatus"}
    status = found["throttleStatus"]
    assert (status["maximumAvailable"], status["restoreRate"]) == (1000, 10)
    assert 800 <= status["currentlyAvailable"] < 1000
    policy, left = (
        POLICY.fullmatch(answer.headers["RateLimit-Policy"]),
        LEFT.fullmatch(answer.headers["RateLimit"]),
    )
    assert policy is not None
    assert left is not None
    assert policy.groups() == ("1000", "100")
    assert int(left[1]) >= status["currentlyAvailable"]
    assert 1 <= int(left[2]) <= 20
    assert "Retry-After" not in answer.headers


# By hand: a root field is 1, an object 1, a page of rows its size times (1 and what is below).
ESTIMATES: dict[str, tuple[str, dict[str, Any], int]] = {
    "a name": ("{ __typename }", {}, 1),
    "an object": ('{ lead(id: "x") { id number } }', {}, 2),
    "two root fields": ('{ lead(id: "x") { id } viewer { role } }', {}, 4),
    "under another name": ('{ a: lead(id: "x") { id } b: lead(id: "x") { id } }', {}, 4),
    "objects in objects": ('{ lead(id: "x") { stage { name } owner { id } } }', {}, 4),
    "a list without pages": ('{ lead(id: "x") { tags { name } } }', {}, 2 + 5),
    "lists in lists": ("{ pipelines { stages { nextStages { id } } } }", {}, 1 + 5 * (1 + 5 * (1 + 5))),
    "a page of the usual size": ("{ leads { nodes { id } } }", {}, 2 + 25),
    "a literal size": ("{ leads(first: 7) { nodes { id } } }", {}, 2 + 7),
    "from the end": ("{ leads(last: 3) { nodes { id } } }", {}, 2 + 3),
    "a size below nothing": ("{ leads(first: -1000000) { nodes { id } } viewer { role } }", {}, 2 + 25 + 2),
    "a size of nothing": ("{ leads(first: 0) { nodes { id } } }", {}, 2 + 25),
    "a variable below nothing": ("query($n: Int) { leads(first: $n) { nodes { id } } }", {"n": -9}, 2 + 25),
    "a size of null": ("{ leads(first: null) { nodes { id } } }", {}, 2 + 25),
    "only the total": ("{ leads(first: 100) { totalCount } }", {}, 2),
    "edges": ("{ leads(first: 7) { edges { cursor node { id } } pageInfo { hasNextPage } } }", {}, 2 + 7 * 2 + 1),
    "a size in a variable": ("query($n: Int) { leads(first: $n) { nodes { id } } }", {"n": 9}, 2 + 9),
    "a variable that is left out": ("query($n: Int) { leads(first: $n) { nodes { id } } }", {}, 2 + 25),
    "a variable that is null": ("query($n: Int) { leads(first: $n) { nodes { id } } }", {"n": None}, 2 + 25),
    "a default": ("query($n: Int = 4) { leads(first: $n) { nodes { id } } }", {}, 2 + 4),
    "a default that is not needed": ("query($n: Int = 4) { leads(first: $n) { nodes { id } } }", {"n": 5}, 2 + 5),
    "objects of rows": ("{ leads(first: 10) { nodes { owner { id } tags { name } } } }", {}, 2 + 10 * (1 + 1 + 5)),
    "a page of events": ("{ events(after: 0, first: 8) { events { seq actor { kind } } } }", {}, 2 + 8 * 2),
    "a fragment": ("{ leads(first: 10) { ...F } } fragment F on LeadConnection { nodes { id } }", {}, 2 + 10),
    "a fragment on two pages": (
        "{ a: leads(first: 10) { ...F } b: leads(first: 20) { ...F } } fragment F on LeadConnection { nodes { id } }",
        {},
        (2 + 10) + (2 + 20),
    ),
    "a fragment of the root": ('{ ...F } fragment F on Query { lead(id: "x") { id } viewer { role } }', {}, 4),
    "without a name": ("{ leads(first: 6) { ... { nodes { ... on Lead { owner { id } } } } } }", {}, 2 + 6 * 2),
    "what is left out at last": ("{ leads(first: 6) { nodes { owner @skip(if: true) { id } } } }", {}, 2 + 6 * 2),
    "of an interface": ('{ node(id: "x") { ... on Lead { owner { id } } ... on Tag { name } } }', {}, 3),
    "the schema": ("{ __schema { queryType { name } } }", {}, 100),
    "a type": ('{ __type(name: "Lead") { name } viewer { role } }', {}, 100 + 2),
    "a mutation": ('mutation { createTag(input: {name: ""}) { tag { id } userErrors { code } } }', {}, 10 + 1 + 1 + 5),
    "two mutations": (
        'mutation { a: createTag(input: {name: ""}) { tag { id } } b: createTag(input: {name: ""}) { tag { id } } }',
        {},
        2 * (10 + 1 + 1),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("document", "variables", "points"), ESTIMATES.values(), ids=ESTIMATES)
async def test_the_cost_is_estimated_from_the_document(
    company: Company, document: str, variables: dict[str, Any], points: int
) -> None:
    assert requested(await company.owner(document, **variables)) == points


async def test_what_was_estimated_too_high_is_given_back(company: Company) -> None:
    for _ in range(3):
        await company.lead(ownerId=company.agent.id)
    answer = await company.owner("{ leads { nodes { owner { id } } } }")
    assert (requested(answer), actual(answer)) == (2 + 25 * 2, 2 + 3 * 2)
    answer = await company.owner("{ leads(first: 100) { totalCount } }")
    assert (requested(answer), actual(answer)) == (2, 2)


async def test_a_mutation_costs_ten_and_what_it_answers(company: Company) -> None:
    document = 'mutation { createTag(input: {name: "x"}) { tag { id } userErrors { code } } }'
    answer = await company.owner(document)
    assert (requested(answer), actual(answer)) == (17, 12)
    answer = await company.owner(document)
    assert (answer.data["createTag"]["tag"], actual(answer)) == (None, 12), "one user error"


async def test_no_operation_costs_more_than_was_said_before(company: Company) -> None:
    for number in range(9):
        await company.owner.done("createTag", {"name": f"tag {number}"}, "tag { id }")
    answer = await company.owner("{ tags { name } }")
    assert len(answer.data["tags"]) == 9
    assert (requested(answer), actual(answer)) == (6, 6)


LARGE = "{ leads(first: 100) { nodes { tags { name } externalIds { system } emails { normalised } } } }"


async def test_an_operation_over_the_limit_is_refused_before_it_runs(
    company: Company, settings: Settings, queries: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Remembered, "SECONDS", 3600.0)
    async with another_server(company.world, settings, cost_limit=1600) as far:
        caller = at(far, company.owner)
        await caller("{ __typename }")
        before = len(queries())
        answer = await caller(LARGE, {"Accept": GRAPHQL_JSON})
        assert len(queries()) == before
    assert (answer.status, answer.code, answer.data) == (400, "TOO_COMPLEX", None)
    assert answer.errors[0]["extensions"] == {"code": "TOO_COMPLEX", "cost": 1602, "limit": 1600}
    assert "1602 points; at most 1600" in answer.errors[0]["message"]
    assert (requested(answer), actual(answer)) == (0, 100)


async def test_at_the_limit_it_runs(company: Company, settings: Settings) -> None:
    async with another_server(company.world, settings, cost_limit=1602) as far:
        answer = await at(far, company.owner)(LARGE)
    assert answer.data == {"leads": {"nodes": []}}


async def test_nothing_of_a_mutation_over_the_limit_happens(company: Company, settings: Settings) -> None:
    async with another_server(company.world, settings, cost_limit=16) as far:
        answer = await at(far, company.owner)(
            'mutation { createTag(input: {name: "x"}) { tag { id } userErrors { code } } }'
        )
    assert answer.code == "TOO_COMPLEX"
    assert (await company.owner.ok("{ tags { id } }"))["tags"] == []


async def test_an_operation_that_takes_too_long_costs_no_less_than_a_refusal(
    company: Company, settings: Settings, world: World
) -> None:
    async with another_server(world, settings, timeout_seconds=0.5) as far:
        caller = at(far, company.owner)
        await caller("{ __typename }")
        async with world.sql() as other:
            await other.execute("begin; lock lead in access exclusive mode")
            answer = await caller("{ leads { nodes { id } } }")
    assert answer.code == "TIMEOUT"
    assert (requested(answer), actual(answer)) == (27, 100)
