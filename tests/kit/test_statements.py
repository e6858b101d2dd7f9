"""A statement that was put together for another query of the same shape is the one that Tortoise would put together."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from tortoise.expressions import Q, RawSQL, Subquery
from tortoise.queryset import QuerySet

from leadhub.kit import statements
from leadhub.kit.actor import as_actor, system_actor
from leadhub.kit.model import where
from leadhub.leads.models import Lead
from leadhub.pipelines.models import LeadStatus
from tests.world import Company

MADE = 1500

VALUES: dict[str, Any] = {
    "owner_id": lambda dice: UUID(int=dice.getrandbits(128)),
    "score": lambda dice: dice.randrange(1000),
    "status": lambda dice: dice.choice(list(LeadStatus)),
    "first_name": lambda dice: dice.choice(["a", "B", "é", ""]),
    "created_at": lambda dice: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=dice.randrange(99)),
    "do_not_contact": lambda dice: dice.choice([True, False]),
}
LOOKUPS = ["", "", "__in", "__lt", "__gte", "__isnull", "__startswith", "__iexact", "__not"]


def condition(dice: random.Random, depth: int = 1) -> Q:
    """Anything that filters can ask, and more; small, so that shapes come again and others are much like them."""
    if depth and dice.random() < 0.5:
        made = Q(condition(dice, 0), condition(dice, 0), join_type=dice.choice(["AND", "OR"]))
        return ~made if dice.random() < 0.3 else made
    name, lookup = dice.choice(list(VALUES)), dice.choice(LOOKUPS)
    if lookup == "__isnull":
        return where(f"{name}{lookup}", dice.choice([True, False]))
    if lookup == "__in":
        return where(f"{name}{lookup}", [VALUES[name](dice) for _ in range(dice.randint(0, 2))])
    if lookup in {"__startswith", "__iexact"}:
        name = "first_name"
    return where(f"{name}{lookup}", VALUES[name](dice))


def query(dice: random.Random) -> QuerySet[Any]:
    rows: QuerySet[Any] = Lead.mine().filter(condition(dice))
    if dice.random() < 0.1:
        rows = rows.filter(id__in=Subquery(Lead.mine().filter(score=dice.randrange(9)).values("id")))
    if dice.random() < 0.3:
        rows = rows.annotate(missing=RawSQL(dice.choice(['"score" is null', '"rating" is null'])))
        return rows.order_by("missing", "-id").limit(dice.randrange(1000, 2000))
    rows = rows.order_by(dice.choice(["score", "-score"]), "id")
    return rows.limit(dice.randrange(1000, 2000)) if dice.random() < 0.5 else rows


def shown(text: str, values: Any) -> tuple[str, list[str]]:
    return text, [str(value) for value in values]


async def test_texts_that_are_used_again_are_those_of_tortoise(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_together, new = statements._put_together, 0

    def counted(*given: Any) -> Any:
        nonlocal new
        new += 1
        return put_together(*given)

    monkeypatch.setattr(statements, "_put_together", counted)
    with as_actor(system_actor(company.tenant_id)), company.world.owner_context:
        dice = random.Random(1)  # noqa: S311
        for _ in range(MADE):
            rows, columns = query(dice), frozenset({"id", "number"})
            texts = dice.choice([{}, {}, {"text1": "'written'"}])
            if texts:
                columns = dice.choice([columns, frozenset()])
            found = statements.statement(rows, columns, texts)
            assert shown(*found) == shown(*put_together(rows, columns, texts))
    assert new < MADE * 0.9
