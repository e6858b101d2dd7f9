"""The statements of queries, put together once for each shape. Tortoise (1.1.9) needs longer for one than PostgreSQL for
its rows; what differs between two queries of a shape are values alone, and those are found without it."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar, cast
from uuid import UUID

from tortoise import Model
from tortoise.backends.asyncpg.client import AsyncpgDBClient
from tortoise.expressions import Q, RawSQL
from tortoise.queryset import QuerySet

from leadhub.kit.lru import Lru

# The columns of rows that are read; None: all.
Columns = frozenset[str] | None

M = TypeVar("M", bound=Model)

MOST_TEXTS = 1000
# Conditions whose values go to the database as they are.
_PLAIN_LOOKUPS = frozenset({"in", "not", "not_in", "lt", "lte", "gt", "gte"})
_PLAIN_VALUES = (UUID, str, int, datetime)

# What a query may have besides conditions, an order, a limit and a lock.
_UNLIKE = (
    *("_offset", "_distinct", "_having", "_group_bys", "_fields_for_select", "_select_related"),
    *("_use_indexes", "_force_indexes", "_select_for_update_of"),
)
_LOCKS = ("nowait", "skip_locked", "no_key")

NO_TEXTS: Mapping[str, str] = {}

_texts = Lru[Any, str](MOST_TEXTS)


class _Unlike(Exception):
    """A query with something in it that its shape would not tell."""


def statement(
    rows: QuerySet[Any], columns: Columns, texts: Mapping[str, str] = NO_TEXTS
) -> tuple[str, Sequence[Any]]:
    """A query's text and values, for these columns or all, and for these expressions by their names."""
    values: list[Any] = []
    try:
        key = rows.model, columns, *texts.items(), *_shape(rows, values)
    except _Unlike:
        return _put_together(rows, columns, texts)
    if texts and rows._limit is not None:  # noqa: SLF001
        key = *key, values.pop()
    return _known_or_new(key, values, rows, columns, texts)


class Query(QuerySet[M]):
    """A query for instances whose statement is looked for before Tortoise puts it together."""

    __slots__ = ()

    def __init__(self, model: type[M]) -> None:
        super().__init__(model)
        # Else it asks a connection, whenever it is cloned.
        self._capabilities = AsyncpgDBClient.capabilities

    def __await__(self) -> Generator[Any, None, list[M]]:
        values: list[Any] = []
        try:
            key = self.model, None, *_shape(self, values)
        except _Unlike:
            return super().__await__()
        if self._annotations:
            return super().__await__()
        if self._db is None:
            self._db = self._choose_db(self._select_for_update)
        self.query = cast("Any", _Known(*_known_or_new(key, values, self, None)))
        self._select_related_idx = []  # all columns of one table
        return self._execute().__await__()


@dataclass(frozen=True, slots=True)
class _Known:
    """What Tortoise asks of a query that is to be sent."""

    text: str
    values: Sequence[Any]

    def get_parameterized_sql(self) -> tuple[str, Sequence[Any]]:
        return self.text, self.values


def _known_or_new(
    key: Any,
    values: list[Any],
    rows: QuerySet[Any],
    columns: Columns,
    texts: Mapping[str, str] = NO_TEXTS,
) -> tuple[str, Sequence[Any]]:
    text = _texts.get(key)
    if text is not None:
        return text, values
    text, sent = _put_together(rows, columns, texts)
    if _are_in_order(values, sent):
        _texts.keep(key, text)
    return text, sent


def _put_together(rows: QuerySet[Any], columns: Columns, texts: Mapping[str, str]) -> tuple[str, list[Any]]:
    wanted = rows if columns is None else rows.only(*sorted(columns or {"id"}))
    wanted._make_query()  # noqa: SLF001  (what awaiting it does, but for the instances)
    text, values = wanted.query.get_parameterized_sql()
    if not texts:
        return text, list(values)
    if rows._limit is not None:  # noqa: SLF001
        # PostgreSQL would plan such a statement anew each time for the sake of a limit that it cannot know: that takes
        # longer than the rows. Clients ask for pages of few sizes.
        *values, limit = values
        assert text.endswith(f" LIMIT ${len(values) + 1}")
        text = f"{text.rpartition(' ')[0]} {limit}"
    return _with(texts, text, is_alone=columns is not None and not columns), list(values)


def _with(texts: Mapping[str, str], text: str, *, is_alone: bool) -> str:
    """The statement with these expressions before its columns, or in the place of its only one."""
    before = 'SELECT "id" "id"' if is_alone else "SELECT "
    assert text.startswith(before)
    written = listed(texts).removesuffix("," if is_alone else "")
    return f"SELECT {written}{text.removeprefix(before)}"


def listed(texts: Mapping[str, str]) -> str:
    """Expressions as a statement lists them, before others."""
    return "".join(f'{sql} "{name}",' for name, sql in texts.items())


def _are_in_order(values: list[Any], sent: list[Any]) -> bool:
    """Whether Tortoise sends these values and no others, and one can tell which is where."""
    return values == sent and len(set(values)) == len(sent)


def _shape(rows: Any, values: list[Any]) -> Iterator[Any]:
    """All that the text depends on; the values are put into the list."""
    if any(getattr(rows, name) for name in _UNLIKE):
        raise _Unlike
    yield rows._select_for_update, *(getattr(rows, f"_select_for_update_{how}") for how in _LOCKS)  # noqa: SLF001
    for name, annotation in rows._annotations.items():  # noqa: SLF001
        if annotation.__class__ is not RawSQL:
            raise _Unlike
        yield name, annotation.sql
    for condition in rows._q_objects:  # noqa: SLF001
        yield from _condition(condition, values)
    yield tuple(rows._orderings)  # noqa: SLF001
    yield rows._limit is None  # noqa: SLF001
    if rows._limit is not None:  # noqa: SLF001
        values.append(rows._limit)  # noqa: SLF001


def _condition(condition: Q, values: list[Any]) -> Iterator[Any]:
    yield condition.join_type, condition._is_negated, len(condition.children)  # noqa: SLF001
    for child in condition.children:
        yield from _condition(child, values)
    for lookup, value in condition.filters.items():
        yield lookup, _value(lookup, value, values)


def _value(lookup: str, value: Any, values: list[Any]) -> Any:
    """What of a value is part of the shape."""
    if value is None or value.__class__ is bool:
        return value
    *_, last = lookup.split("__")
    if "__" in lookup and last not in _PLAIN_LOOKUPS:
        raise _Unlike
    several = value if isinstance(value, list | tuple) else [value]
    if not all(one.__class__ in _PLAIN_VALUES or isinstance(one, StrEnum) for one in several):
        raise _Unlike
    # Tortoise sends ids as text: some are compared with text.
    values += [str(one) if one.__class__ is UUID else one for one in several]
    return len(several) if several is value else "one"
