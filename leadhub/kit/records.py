"""Rows that are only read: asyncpg's records with the attributes of a model, made without an instance for each.

A record has those columns that were asked for; another one is an AttributeError. Row security applies as ever: it is in
the database.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from operator import itemgetter
from typing import Any
from uuid import UUID

import asyncpg
from tortoise.fields import Field, JSONField
from tortoise.queryset import QuerySet

from leadhub.kit.actor import actor
from leadhub.kit.db import connection
from leadhub.kit.lru import Lru
from leadhub.kit.model import TenantModel
from leadhub.kit.statements import NO_TEXTS, Columns, listed, statement

MOST_SHAPES = 500


@dataclass(frozen=True, slots=True)
class _Shape:
    """Some columns of a table: how they are selected, after the word, and what a row of them is."""

    rest: str
    record: type[asyncpg.Record]


_shapes = Lru[Any, _Shape](MOST_SHAPES)


def is_row_of(row: Any, model: type[TenantModel]) -> bool:
    """Whether this is an instance of the model, or a record of its table."""
    return isinstance(row, model) or getattr(type(row), "model", None) is model


async def read(rows: QuerySet[Any], columns: Columns, texts: Mapping[str, str] = NO_TEXTS) -> list[Any]:
    """The rows of a query with these columns, or all; and with what PostgreSQL writes for them, by `row[name]`."""
    sql, values = statement(rows, columns, texts)
    return await _fetch(sql, values, _shape(rows.model, columns).record)


async def read_ids(
    model: type[TenantModel],
    ids: Sequence[UUID],
    columns: Columns = None,
    texts: Mapping[str, str] = NO_TEXTS,
) -> list[Any]:
    """The rows with these ids that the caller may see, with these columns, or all, and what PostgreSQL writes for them."""
    shape = _shape(model, columns)
    # PostgreSQL plans `= any` anew each time where there may be one id: that takes three times as long as the row.
    which, given = ("= $2", ids[0]) if len(ids) == 1 else ("= any($2)", ids)
    statement = f"select {listed(texts)}{shape.rest} and id {which}"
    return await _fetch(statement, [actor().tenant_id, given], shape.record)


async def read_named(
    model: type[TenantModel], column: str, ids: Sequence[UUID], order: str, columns: Columns = None
) -> list[Any]:
    """The rows whose column names one of these ids, in an order."""
    shape = _shape(model, columns)
    statement = f'select {shape.rest} and "{column}" = any($2) order by "{order}", id'
    return await _fetch(statement, [actor().tenant_id, ids], shape.record)


async def _fetch(sql: str, values: Sequence[Any], record_class: type[asyncpg.Record]) -> list[Any]:
    client: Any = connection()
    client.log.debug("%s: %s", sql, values)
    async with client.acquire_connection() as one:
        found: list[Any] = await one.fetch(sql, *values, record_class=record_class)
        return found


def _shape(model: type[TenantModel], columns: Columns) -> _Shape:
    found = _shapes.get((model, columns))
    if found is None:
        found = _new_shape(model, columns)
        _shapes.keep((model, columns), found)
    return found


def _new_shape(model: type[TenantModel], columns: Columns) -> _Shape:
    meta: Any = model._meta  # noqa: SLF001  (Tortoise has no other way to ask)
    projection = {name: meta.fields_db_projection[name] for name in columns or meta.fields_db_projection}
    attributes = {name: _attribute(meta.fields_map[name], column) for name, column in projection.items()}
    names = ", ".join(f'"{column}"' for column in projection.values())
    return _Shape(
        f'{names} from "{meta.db_table}" where tenant_id = $1',
        # Called as the model is, since global ids are made from the name.
        type(model.__name__, (asyncpg.Record,), {"model": model, "__slots__": (), **attributes}),
    )


def _attribute(field: Field[Any], column: str) -> property:
    take, convert = itemgetter(column), _conversion(field)
    if convert is None:
        return property(take)

    def converted(row: Any) -> Any:
        value = take(row)
        return None if value is None else convert(value)

    return property(converted)


def _conversion(field: Field[Any]) -> Callable[[Any], Any] | None:
    """What Tortoise makes of what asyncpg gives; None where that is the same."""
    if isinstance(field, JSONField):
        return field.to_python_value
    kind = getattr(field, "enum_type", None)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    return None
