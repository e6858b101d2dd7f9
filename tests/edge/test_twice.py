"""Queries that a plan fails at run again on graphql-core: the answer is right, and it is told of when that was for nothing."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from prometheus_client import Counter

from leadhub import executing
from leadhub.kit import compiling, loaders, metrics
from tests.edge.sending import GRAPHQL_JSON
from tests.world import Answer, Company

OWNERS = "{ leads { nodes { owner { name } } } }"


@pytest.fixture
def ran_twice(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter]:
    """Counts in place of the counter that no test may raise."""
    counter = Counter("ran_twice", "For one test.", registry=None)
    monkeypatch.setattr(metrics, "ran_twice", counter)
    yield counter
    monkeypatch.undo()


async def cancelled(*_: Any) -> Any:
    raise asyncio.CancelledError


async def failing(*_: Any) -> Any:
    raise AttributeError("no such column")


async def owned(company: Company) -> None:
    for _ in range(2):
        await company.lead(ownerId=company.agent.id)


def owners(answer: Answer) -> list[str]:
    return [lead["owner"]["name"] for lead in (answer.data or {})["leads"]["nodes"]]


@pytest.mark.parametrize("defect", [failing, cancelled], ids=["fails", "cancelled from within"])
async def test_what_a_plan_fails_at_for_nothing_is_answered_and_counted(
    company: Company, monkeypatch: pytest.MonkeyPatch, ran_twice: Counter, defect: Any
) -> None:
    await owned(company)
    document = OWNERS.replace("owner", f"{defect.__name__}: primaryEmail owner")
    await company.owner.ok(document)
    monkeypatch.setattr(compiling, "load", defect)
    assert owners(await company.owner(document)) == ["Agent", "Agent"]
    assert ran_twice._value.get() == 1


async def test_what_is_wrong_with_a_query_itself_is_not_counted(company: Company, ran_twice: Counter) -> None:
    document = '{ leads(after: "none") { nodes { number } } }'
    answers = [await company.owner(document) for _ in range(3)]
    assert [answer.code for answer in answers] == ["BAD_REQUEST"] * 3
    assert ran_twice._value.get() == 0


async def test_what_is_cancelled_from_within_is_an_error_and_no_closed_connection(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    await owned(company)
    monkeypatch.setattr(loaders, "follow", cancelled)
    document = OWNERS.replace("name", "name role")
    answer = await company.owner(document, {"Accept": GRAPHQL_JSON})
    assert (answer.status, answer.code) == (500, "INTERNAL")
    monkeypatch.undo()
    assert owners(await company.owner(document)) == ["Agent", "Agent"]


REFUSED = {
    "none that may be null": 'query { it: lead(id: "bGVhZDox") { id } }',
    "one that may not": f"{{ leads(orderBy: [{'{field: SCORE} ' * 4}]) {{ totalCount }} }}",
    "beside another, which is answered": 'query { lead(id: "bGVhZDox") { id } viewer { role } }',
    "twice": 'query { lead(id: "bGVhZDox") { id } lead(id: "bGVhZDox") { number } }',
}


@pytest.mark.parametrize("document", REFUSED.values(), ids=REFUSED)
async def test_what_a_root_field_refuses_is_told_as_graphql_core_tells_it(
    company: Company, document: str
) -> None:
    first, again = [await company.owner(document, {"Accept": GRAPHQL_JSON}) for _ in range(2)]
    assert first.errors
    assert (again.status, again.errors, again.data) == (first.status, first.errors, first.data)
    assert (
        again.body["extensions"]["cost"]["actualQueryCost"]
        == first.body["extensions"]["cost"]["actualQueryCost"]
    )


@pytest.mark.parametrize("kind", ["none that may be null", "one that may not"])
async def test_what_the_only_root_field_refuses_runs_once(
    company: Company, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    first = await company.owner(REFUSED[kind])
    monkeypatch.setattr(executing, "execute", failing)
    assert (await company.owner(REFUSED[kind])).errors == first.errors
