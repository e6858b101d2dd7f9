"""The statement of a list, put together once for its shape. Tortoise (1.1.9) needs longer for one than PostgreSQL for its
rows; what differs between two lists of a shape are values alone, and those are found without it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from tortoise.expressions import Q, RawSQL
from tortoise.queryset import QuerySet

from leadhub.kit.lru import Lru

# The columns of rows that are read; None: all.
Columns = frozenset[str] | None

MOST_TEXTS = 1000
# Conditions whose values go to the database as they are.
_PLAIN_LOOKUPS = frozenset({"in", "not", "not_in", "lt", "lte", "gt", "gte"})
_PLAIN_VALUES = (UUID, str, int, datetime)

_texts = Lru[Any, str](MOST_TEXTS)


class _Unlike(Exception):
    """A query with something in it that its shape would not tell."""


def statement(rows: QuerySet[Any], columns: Columns) -> tuple[str, Sequence[Any]]:
    """A query's text and values, for these columns or all."""
    values: list[Any] = []
    try:
        key = rows.model, columns, *_shape(rows, values)
    except _Unlike:
        return _put_together(rows, columns)
    text = _texts.get(key)
    if text is not None:
        return text, values
    text, sent = _put_together(rows, columns)
    if _are_in_order(values, sent):
        _texts.keep(key, text)
    return text, sent


def _put_together(rows: QuerySet[Any], columns: Columns) -> tuple[str, list[Any]]:
    wanted = rows if columns is None else rows.only(*sorted(columns))
    wanted._make_query()  # noqa: SLF001  (what awaiting it does, but for the instances)
    text, values = wanted.query.get_parameterized_sql()
    return text, list(values)


def _are_in_order(values: list[Any], sent: list[Any]) -> bool:
    """Whether Tortoise sends these values and no others, and one can tell which is where."""
    as_sent = [str(value) if isinstance(value, UUID) else value for value in values]
    return as_sent == sent and len(set(as_sent)) == len(sent)


def _shape(rows: Any, values: list[Any]) -> Iterator[Any]:
    """All that the text depends on; the values are put into the list."""
    if rows._offset is not None or rows._distinct or rows._having or rows._select_for_update:  # noqa: SLF001
        raise _Unlike
    for name, annotation in rows._annotations.items():  # noqa: SLF001
        if annotation.__class__ is not RawSQL:
            raise _Unlike
        yield name, annotation.sql
    for condition in rows._q_objects:  # noqa: SLF001
        yield from _condition(condition, values)
    yield tuple(rows._orderings)  # noqa: SLF001
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
    values += several
    return len(several) if several is value else "one"
