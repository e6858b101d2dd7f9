"""Filters of rows with `and`, `or` and `not`: read once, and made a condition in SQL. Each slice says what of its rows
can be asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from strawberry import UNSET
from tortoise.expressions import Q, Subquery

from leadhub.errors import BadRequest
from leadhub.kit.actor import Actor
from leadhub.kit.filters import DEEPEST_NESTING, Read, check_size, comparison, given, reads_id
from leadhub.kit.model import TenantModel
from leadhub.kit.words import camel

Conditions = tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Term:
    """What is asked about one field: operators, each beside a value as the database holds it."""

    field: str
    conditions: Conditions


@dataclass(frozen=True, slots=True)
class Parts:
    """Filters that all hold (`and`), of which one holds (`or`), or a single one that does not (`not`)."""

    word: Literal["and", "or", "not"]
    parts: "tuple[Term | Parts, ...]"


@dataclass(frozen=True, slots=True)
class Grammar:
    """What can be asked of the rows of a table, by the fields of its filter.

    `ids` are the fields that name a row, with its type. `readers` make of a field's name and the caller what turns a
    value that is asked for into what the database holds. `pairs` are the fields without operators. `columns` are those
    whose column is called otherwise, and `children` ask about rows that hang on these.
    """

    model: type[TenantModel]
    ids: Mapping[str, str]
    readers: Mapping[str, Callable[[str, Actor], Read]] = field(default_factory=dict)
    pairs: Mapping[str, Callable[[Any, str], Any]] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    children: Mapping[str, Callable[[Conditions], Q]] = field(default_factory=dict)

    def read(self, filter: Any, who: Actor, *, depth: int = 0) -> Parts:
        """The filter checked and normalised, for every interpreter of it."""
        if depth > DEEPEST_NESTING:
            raise BadRequest(f"Filters may be nested {DEEPEST_NESTING} levels deep.", argument="filter")
        if depth == 0:
            check_size(filter)
        given_fields = ((name, asked) for name, asked in vars(filter).items() if asked is not UNSET)
        return Parts("and", tuple(self._read(name, asked, who, depth) for name, asked in given_fields))

    def _read(self, name: str, asked: Any, who: Actor, depth: int) -> Term | Parts:
        shown = camel(name.rstrip("_"))
        if asked is None:
            raise BadRequest(f"`{shown}` is null: leave it out.", argument=shown)
        if name in {"and_", "or_"}:
            parts = tuple(self.read(part, who, depth=depth + 1) for part in asked)
            return Parts("and" if name == "and_" else "or", parts)
        if name == "not_":
            return Parts("not", (self.read(asked, who, depth=depth + 1),))
        if name in self.pairs:
            return Term(name, (("eq", self.pairs[name](asked, shown)),))
        read = self._reader(name, shown, who)
        return Term(name, tuple((word, _value(word, value, read)) for word, value in given(asked, shown)))

    def _reader(self, name: str, shown: str, who: Actor) -> Read:
        if name in self.ids:
            return reads_id(self.ids[name], shown)
        if name in self.readers:
            return self.readers[name](shown, who)
        return lambda value: value

    def matching(self, filter: Any, who: Actor) -> Q:
        """The filter as a condition on the rows."""
        return self._condition(self.read(filter, who))

    def _condition(self, part: Term | Parts) -> Q:
        if isinstance(part, Term):
            if part.field in self.children:
                return self.children[part.field](part.conditions)
            column = self.columns.get(part.field, part.field)
            return Q(*(comparison(column, operator, value) for operator, value in part.conditions))
        parts = [self._condition(one) for one in part.parts]
        if part.word == "or":
            return _either(parts)
        return self._not(*parts) if part.word == "not" else Q(*parts)

    def _not(self, inner: Q) -> Q:
        # A comparison with a missing value is neither true nor false; "not" means every row that did not match.
        return ~Q(id__in=Subquery(self.model.mine().filter(inner).values("id")))


def _value(operator: str, value: Any, read: Read) -> Any:
    if isinstance(value, list):
        return [read(part) for part in value]
    return value if operator == "is_null" else read(value)


def _either(parts: list[Q]) -> Q:
    if any(_asks_nothing(part) for part in parts):
        return Q()
    return Q(*parts, join_type="OR") if parts else Q(id__in=[])


def _asks_nothing(part: Q) -> bool:
    # Every row meets it. Tortoise (1.1) leaves an empty part out of an OR, as if no row did.
    return not part.filters and all(_asks_nothing(child) for child in part.children)


def having(model: type[TenantModel], owner: str, terms: Q) -> Q:
    """Rows with a child in `model`, whose column `owner` names them, that meets these terms."""
    return Q(id__in=Subquery(model.mine().filter(terms).values(owner)))


def having_contact(model: type[TenantModel], owner: str, conditions: Conditions, only: Q | None = None) -> Q:
    """Rows with an address or number of which one meets all conditions; `isNull` asks whether there is any at all.
    `only` narrows to children of a kind."""
    kind = only or Q()
    terms, result = [], Q()
    for operator, value in conditions:
        if operator == "is_null":
            has_any = having(model, owner, kind)
            result = ~has_any if value else has_any
        else:
            terms.append(comparison("normalised", operator, value))
    return Q(result, having(model, owner, Q(kind, *terms))) if terms else result
