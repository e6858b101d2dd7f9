"""The compiled executor answers what graphql-core answers: on a schema with everything that can go wrong."""

from __future__ import annotations

import asyncio
import gc
import random
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import orjson
import pytest
import strawberry
from graphql import (
    ExecutionResult,
    NoUnusedVariablesRule,
    OperationDefinitionNode,
    execute,
    parse,
    specified_rules,
    validate,
)
from strawberry.scalars import JSON
from strawberry.schema.config import StrawberryConfig
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from leadhub.kit import compiling, executor
from leadhub.kit.executor import Attempt, CompiledExecutor, Plans
from leadhub.kit.leaves import NotUsual
from leadhub.kit.scalars import SCALARS
from tests.selecting import Selecting

# graphql-core drops what it need not wait for when several things fail at once.
pytestmark = [
    pytest.mark.filterwarnings("ignore:coroutine .* was never awaited:RuntimeWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(autouse=True)
def dropped() -> Iterator[None]:
    """What was dropped is warned of here, where that is expected, and not in whatever test comes next."""
    yield
    gc.collect()


QUICK, ALL = 600, 9000  # seeds, of which some give what is not valid


@strawberry.enum
class Colour(Enum):
    RED = "red"
    BLUE = strawberry.enum_value("blue", name="AZURE")


@strawberry.interface
class Named:
    name: str


class Row:
    """What resolvers give: attributes that may be right, missing, of a wrong type, or an exception."""

    def __init__(self, seed: object, depth: int = 3) -> None:
        self.seed, self.depth, self.dice = seed, depth, random.Random()  # noqa: S311

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name not in _VALUES:
            raise AttributeError(name)
        self.dice.seed(f"{self.seed} {name}")  # in whatever order attributes are asked for
        if self.dice.random() < 0.01:
            value = self.dice.choice([None, "x", 2**40, 1.5, ValueError("as a value"), object, [None], {}])
        else:
            value = _VALUES[name](self)
        setattr(self, name, value)  # the same for whoever asks again
        return value

    def rows(self, kind: type[Row]) -> list[Any]:
        if self.depth == 0:
            return []
        found: list[Any] = [kind(self.dice.random(), self.depth - 1) for _ in range(self.dice.randrange(4))]
        if self.dice.random() < 0.03:
            found.insert(0, self.dice.choice([None, Row(0, 0), ValueError("in a list")]))
        return found

    def row(self, kind: type[Row]) -> Row | None:
        return kind(self.dice.random(), self.depth - 1) if self.depth and self.dice.random() < 0.8 else None


class ThingRow(Row):
    pass


class OtherRow(Row):
    pass


_VALUES: dict[str, Any] = {
    "name": lambda row: row.dice.choice(["n", "", 'é"\\']),
    "text": lambda row: row.dice.choice(["t", None]),
    "count": lambda row: row.dice.choice([0, 7, -1, True]),
    "ratio": lambda row: row.dice.choice([0.5, 3, None]),
    "is_on": lambda row: row.dice.choice([True, False]),
    "colour": lambda row: row.dice.choice([*Colour, None]),
    "at": lambda row: row.dice.choice([datetime(2026, 1, 2, 3, tzinfo=UTC), None]),
    "amount": lambda row: row.dice.choice([Decimal("1.5"), None]),
    "facts": lambda row: row.dice.choice([{}, {"a": [1, None]}, [], "f", None]),
    "words": lambda row: row.dice.choice([[], ["a", "b"]]),
    "grid": lambda row: row.dice.choice([[[1], []], None]),
    "thing": lambda row: row.row(ThingRow),
    "must": lambda row: ThingRow(row.dice.random(), row.depth - 1) if row.depth else None,
    "things": lambda row: row.rows(ThingRow),
    "maybes": lambda row: row.dice.choice([None, row.rows(ThingRow)]),
    "others": lambda row: row.rows(OtherRow),
    "any": lambda row: row.row(row.dice.choice([ThingRow, OtherRow])),
    "either": lambda row: row.rows(row.dice.choice([ThingRow, OtherRow])),
}


def _loud(root: Any) -> str:
    return root.name.upper()  # type: ignore[no-any-return]


def _fails(root: Any) -> str:
    raise LookupError(f"no luck with {root.depth}")


async def _slow(root: Any) -> int | None:
    await asyncio.sleep(0)
    return root.count  # type: ignore[no-any-return]


async def _slow_thing(root: Any) -> Any:
    await asyncio.sleep(0)
    return root.thing


async def _slow_things(root: Any) -> Any:
    await asyncio.sleep(0)
    return root.things


def _with_info(root: Any, info: strawberry.Info) -> str:
    return f"{info.field_name} {info.path.key} of {root.depth}"


def _with_argument(root: Any, first: int) -> Any:
    return root.things[:first]


def _is(*kinds: type) -> Any:
    return lambda value, _info: isinstance(value, kinds)


@strawberry.type
class Other(Named):
    is_type_of = _is(OtherRow)
    count: int | None
    loud: str = strawberry.field(resolver=_loud)
    thing: Thing | None


@strawberry.type
class Thing(Named):
    is_type_of = _is(ThingRow)
    text: str | None
    count: int
    ratio: float | None
    is_on: bool
    colour: Colour | None
    at: datetime | None
    amount: Decimal | None
    facts: JSON | None
    words: list[str]
    grid: list[list[int]] | None
    thing: Thing | None
    must: Thing
    things: list[Thing]
    maybes: list[Thing | None] | None
    others: list[Other]
    any: Named | None
    either: list[Thing | Other]
    loud: str = strawberry.field(resolver=_loud)
    fails: str | None = strawberry.field(resolver=_fails)
    slow: int | None = strawberry.field(resolver=_slow)
    slow_thing: Thing | None = strawberry.field(resolver=_slow_thing)
    slow_things: list[Thing] = strawberry.field(resolver=_slow_things)
    with_info: str = strawberry.field(resolver=_with_info)
    some: list[Thing] = strawberry.field(resolver=_with_argument)


def _many(seed: int) -> Any:
    row = Row(seed)
    row.dice.seed(seed)
    return row.rows(ThingRow)


@strawberry.input
class Where:
    seed: int
    colours: list[Colour] = strawberry.field(default_factory=list)


async def _thing(seed: int) -> Any:
    if seed % 100 == 0:
        raise LookupError(f"no thing {seed}")
    return ThingRow(seed) if seed % 90 else None


async def _things(where: Where, more: int | None = None) -> Any:
    await asyncio.sleep(0)
    return _many(where.seed + len(where.colours) + (more or 0))


async def _named(seed: int) -> Any:
    return ThingRow(seed)


@strawberry.type
class Query:
    thing: Thing | None = strawberry.field(resolver=_thing)
    things: list[Thing] = strawberry.field(resolver=_things)
    named: Named = strawberry.field(resolver=_named)  # of an abstract type: left to graphql-core


SCHEMA = strawberry.Schema(Query, types=[Other], config=StrawberryConfig(scalar_map=SCALARS))


ROOTS = [
    "thing(seed: SEED)",
    "thing(seed: $seed)",
    "things(where: {seed: SEED})",
    "things(where: {seed: $seed, colours: [AZURE, RED]}, more: SEED)",
    "things(where: $where, more: $more)",
    "named(seed: SEED)",
]


RULES = [rule for rule in specified_rules if rule is not NoUnusedVariablesRule]


def shown(result: ExecutionResult) -> bytes:
    errors = [error.formatted for error in result.errors or ()]
    return orjson.dumps({"data": result.data, "errors": errors}, default=repr)


async def run(document: Any, variables: dict[str, Any], **how: Any) -> ExecutionResult:
    result = execute(SCHEMA._schema, document, variable_values=variables, **how)
    return result if isinstance(result, ExecutionResult) else await result  # type: ignore[misc]


async def compare(seed: int, tally: dict[str, int]) -> bool:
    """Whether both answer one made-up operation alike, and plans fail at nothing else."""
    dice = random.Random(seed)  # noqa: S311
    made = Selecting(SCHEMA._schema, dice)
    roots = [dice.choice(ROOTS).replace("SEED", str(seed + at)) for at in range(dice.randint(1, 2))]
    text = made.operation(roots).replace("query(", "query($seed: Int!, $where: Where!, $more: Int = 1, ", 1)
    document = parse(text)
    if validate(
        SCHEMA._schema, document, RULES
    ):  # a name that means two things, of which no executor would hear
        return True
    same = True
    plans = Plans(document)
    for at in range(2):  # compiling, and then what was compiled, with other values
        variables = made.flags | {"seed": seed + at, "where": {"seed": seed + at, "colours": ["RED"]}}
        plain = await run(document, variables, executor_class=StrawberryGraphQLCoreExecutionContext)
        tally["with errors"] += bool(plain.errors)
        attempt = Attempt(plans)
        compiled = await run(document, variables, executor_class=CompiledExecutor, attempt=attempt)
        again = attempt.used and compiled.errors
        tally["failed" if again else "compiled"] += 1
        if again:
            same &= may_fail([error.original_error for error in compiled.errors or ()], plain)
        else:
            same &= shown(compiled) == shown(plain)
        try:
            whole = await by_plan(plans, variables)
        except Exception as error:  # noqa: BLE001  (whatever it is, graphql-core comes to errors too)
            same &= may_fail([error], plain)
        else:
            tally["whole"] += whole is not None
            same &= whole is None or whole == shown(plain)
    return same


def may_fail(errors: list[Any], plain: ExecutionResult) -> bool:
    """Whether a plan may come to these: values that are odd it leaves to graphql-core, which may find a way."""
    return bool(plain.errors) or all(isinstance(error, NotUsual) for error in errors)


async def by_plan(plans: Plans, variables: dict[str, Any]) -> bytes | None:
    """What a plan for the whole operation answers; None when it leaves the answer to graphql-core."""
    operation = plans.document.definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    result = await plans.answer(SCHEMA._schema, operation, variables)
    return None if result is None else shown(result)


async def check(seeds: range) -> None:
    tally = {"compiled": 0, "failed": 0, "with errors": 0, "whole": 0}
    different = [seed for seed in seeds if not await compare(seed, tally)]
    print(tally)  # noqa: T201
    assert different == []
    assert min(tally.values()) > len(seeds) / 10


async def test_made_up_operations_are_answered_alike() -> None:
    await check(range(QUICK))


@pytest.mark.fuzz
async def test_more_than_five_thousand_operations_are_answered_alike() -> None:
    await check(range(QUICK, ALL))


def _ignores_nulls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling, "is_non_null_type", lambda _: False)


def _ignores_types(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(compiling.AS_IT_IS, "Int", "(v := {}) is not None")


def _ignores_flags(monkeypatch: pytest.MonkeyPatch) -> None:
    find = Plans.find

    def once(self: Plans, kind: Any, details: Any, by: CompiledExecutor) -> Any:
        self._conditions = ()
        return find(self, kind, details, by)

    monkeypatch.setattr(Plans, "find", once)


def _mixes_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executor, "id", lambda _: 0, raising=False)


def _calls_what_wants_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling, "shape_of", _any_shape(compiling.shape_of))


def _any_shape(real: Any) -> Any:
    def shape(kind: Any) -> Any:
        found, inner = real(kind)
        return type(found)(found.is_list, False, False), inner

    return shape


def _keeps_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Attempt, "used", property(lambda _: False, lambda *_: None))


FAULTS = [_ignores_nulls, _ignores_types, _mixes_places, _calls_what_wants_more, _keeps_errors]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__.strip("_"))
async def test_a_faulty_executor_is_found_out(fault: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    fault(monkeypatch)
    tally = {"compiled": 0, "failed": 0, "with errors": 0, "whole": 0}
    for seed in range(QUICK):
        if not await compare(seed, tally):
            return
    pytest.fail("every answer was right")


async def test_what_was_compiled_under_other_flags_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    document = parse("query($a: Boolean!) { thing(seed: 1) { name loud @include(if: $a) } }")
    plans = Plans(document)

    async def names(*, a: bool) -> list[str]:
        result = await run(document, {"a": a}, executor_class=CompiledExecutor, attempt=Attempt(plans))
        assert result.data is not None
        return list(result.data["thing"])

    assert [await names(a=True), await names(a=False)] == [["name", "loud"], ["name"]]
    _ignores_flags(monkeypatch)
    assert await names(a=True) == await names(a=False)


async def test_plans_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executor, "MOST_PLANS", 3)
    text = " ".join(f"t{at}: thing(seed: {at}) {{ name }}" for at in range(20))
    document = parse(f"{{ {text} }}")
    plans = Plans(document)
    await run(document, {}, executor_class=CompiledExecutor, attempt=Attempt(plans))
    assert len(plans._known) <= 3


def test_a_value_that_is_not_usual_is_no_answer() -> None:
    with pytest.raises(NotUsual):
        compiling.writer(SCHEMA._schema.type_map["Int"], is_required=True)(None)
