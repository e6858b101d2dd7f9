"""What is compiled answers byte for byte what graphql-core answers: a document is compiled when it comes again."""

import random
from typing import Any

import pytest
from graphql import GraphQLField, GraphQLObjectType

from leadhub.kit import executor
from leadhub.kit.selected import why_not
from leadhub.schema import build_schema
from tests.asking import Tenant
from tests.leads.crowd import crowd
from tests.selecting import Selecting
from tests.walk import SCHEMA
from tests.world import Caller, Company

# More ways to ask, beside one for each root field of a query.
MORE = [
    "leads(first: 4)",
    "leads(first: 3, orderBy: [{field: SCORE, direction: DESC}, {field: FIRST_NAME}])",
    'leads(search: "l1", deleted: INCLUDE)',
    'leads(filter: {firstName: {contains: "o"}}, last: 3)',
]
GIVEN = {"events": "after: 0, first: 3"}
NEVER_ALIKE = {"previewWebhookPayload", "simulateAssignment"}  # they say what time it is
CALLERS = ["owner", "admin", "manager", "agent", "outsider", "viewer"]
QUICK, ALL = 10, 850  # operations for each of the six


def ways(tenant: Tenant) -> list[str]:
    """Root fields with their arguments: whatever a slice adds is among them."""
    assert SCHEMA.query_type is not None
    lead, fields = tenant.rows["Lead"][0], SCHEMA.query_type.fields.items()
    return [*(_way(name, field, lead) for name, field in fields if name not in NEVER_ALIKE), *MORE]


def _way(name: str, field: GraphQLField, lead: str) -> str:
    values = {"id": f'"{lead}"', "leadId": f'"{lead}"', "first": "3"}
    usual = ", ".join(f"{given}: {values[given]}" for given in field.args if given in values)
    given = GIVEN.get(name, usual)
    return f"{name}({given})" if given else name


async def answer(caller: Caller, text: str, flags: dict[str, bool]) -> tuple[int, str]:
    """Status and body, without what counts on: its cost is part of it."""
    found = await caller(text, **flags)
    del found.body["extensions"]["cost"]["throttleStatus"]
    return found.status, str(found.body)


async def check(company: Company, numbers: range, monkeypatch: pytest.MonkeyPatch) -> None:
    by_plan = 0
    answer_by_plan = executor.Plans.answer

    async def counted(*given: Any) -> Any:
        nonlocal by_plan
        data = await answer_by_plan(*given)
        by_plan += data is not None
        return data

    monkeypatch.setattr(executor.Plans, "answer", counted)
    await crowd(company, 12)
    tenant = await Tenant(company).fill()
    roots, nodes = ways(tenant), [f'node(id: "{ids[0]}")' for ids in tenant.rows.values()]
    for number in numbers:
        for name in CALLERS:
            dice = random.Random(f"{number} {name}")  # noqa: S311
            made = Selecting(SCHEMA, dice)
            is_node = dice.random() < 0.2
            text = made.operation([dice.choice(nodes)] if is_node else dice.sample(roots, dice.randint(1, 2)))
            caller = company.people[name]
            first = await answer(caller, text, made.flags)
            assert await answer(caller, text, made.flags) == first, f"{text}\n{made.flags}"
    assert by_plan > len(numbers) * len(CALLERS) / 3


async def test_made_up_operations_are_answered_alike(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    await check(company, range(QUICK), monkeypatch)


@pytest.mark.fuzz
async def test_five_thousand_operations_are_answered_alike(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    await check(company, range(QUICK, ALL), monkeypatch)


# Of all fields below the roots, and why: those that a plan does not answer, so that graphql-core does.
NOT_COMPILED = {"Lead.tasks": "has arguments", "Lead.timeline": "has arguments"}


def test_what_is_left_to_graphql_core() -> None:
    schema = build_schema()._schema
    roots = {schema.query_type, schema.mutation_type, schema.subscription_type}
    found = {}
    for kind in schema.type_map.values():
        if not isinstance(kind, GraphQLObjectType) or kind in roots or kind.name.startswith("__"):
            continue
        for name, field in kind.fields.items():
            if (reason := why_not(field)) is not None:
                found[f"{kind.name}.{name}"] = reason
    assert found == NOT_COMPILED
