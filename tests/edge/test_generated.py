"""Whatever is asked, and with whatever values: an answer or a reason, and never a defect."""

import json
from collections import Counter

import pytest
from graphql import DocumentNode, print_ast

from tests.asking import Tenant
from tests.edge.generated import operations, placed, with_variables
from tests.edge.sending import GRAPHQL_JSON
from tests.world import Caller, World

EACH = 100  # a tenant of its own for so many
QUICK, ALL = 2, 100

KNOWN = {
    "BAD_REQUEST",
    "FORBIDDEN",
    "INVALID",
    "MERGED",
    "NOT_FOUND",
    "TOO_COMPLEX",
    "THROTTLED",
    "FEED_EXPIRED",
}


def codes(answer: object) -> list[str]:
    """All codes in an answer, those of user errors too."""
    if isinstance(answer, list):
        return [code for part in answer for code in codes(part)]
    if not isinstance(answer, dict):
        return []
    own = [answer["code"]] if isinstance(answer.get("code"), str) else []
    return own + [code for part in answer.values() for code in codes(part)]


async def ask(caller: Caller, document: DocumentNode, values: dict[str, object] | None = None) -> str:
    """The outcome of one operation, in a word; fails for a defect."""
    text = print_ast(document)
    answer = await caller(text, {"Accept": GRAPHQL_JSON}, **(values or {}))
    told = f"{text}\n{json.dumps(values)}\n{json.dumps(answer.body)[:2000]}"
    assert answer.status < 500, told
    assert "INTERNAL" not in codes(answer.body), told
    return answer.code or "ok"


async def run(world: World, number: int) -> None:
    tenant, foreign = [await Tenant(await world.company()).fill() for _ in range(2)]
    outcomes = Counter[str]()
    for document in operations(EACH, number):
        own = placed(document, tenant.rows, foreign.rows)
        outcomes[await ask(tenant.owner, own)] += 1
        outcomes[await ask(tenant.owner, *with_variables(own))] += 1
    print(outcomes)  # noqa: T201
    assert set(outcomes) <= KNOWN | {"ok"}
    assert outcomes["ok"] > 0


@pytest.mark.parametrize("number", range(QUICK))
async def test_no_operation_meets_a_defect(world: World, number: int) -> None:
    await run(world, number)


@pytest.mark.fuzz
@pytest.mark.parametrize("number", range(QUICK, ALL))
async def test_no_operation_of_ten_thousand_meets_a_defect(world: World, number: int) -> None:
    await run(world, number)
