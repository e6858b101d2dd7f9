"""Rows that are only read: asyncpg's records with the attributes of a model, made without an instance for each.

A record has those columns that were asked for; another one is an AttributeError. Row security applies as ever: it is in
the database.
"""

from collections.abc import Callable, Sequence
from enum import Enum
from functools import cache
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

MOST_SHAPES = 500

_shapes = Lru[Any, type[asyncpg.Record]](MOST_SHAPES)


def is_row_of(row: Any, model: type[TenantModel]) -> bool:
    """Whether this is an instance of the model, or a record of its table."""
    return isinstance(row, model) or getattr(type(row), "model", None) is model


async def read(rows: QuerySet[Any], columns: frozenset[str] | None) -> list[Any]:
    """The rows of a query with these columns, or all."""
    model: Any = rows.model
    wanted = rows if columns is None else rows.only(*sorted(columns))
    wanted._make_query()  # noqa: SLF001  (what awaiting it does, but for the instances)
    sql, values = wanted.query.get_parameterized_sql()
    return await _fetch(sql, values, _record_class(model, columns))


async def read_one(model: type[TenantModel], id: UUID) -> Any:
    """The row with this id, or None when there is none that the caller may see."""
    found = await read_ids(model, [id])
    return found[0] if found else None


async def read_ids(model: type[TenantModel], ids: Sequence[UUID]) -> list[Any]:
    """The rows with these ids that the caller may see."""
    return await _fetch(f"{_all_of(model)} and id = any($2)", [actor().tenant_id, ids], _record_class(model))


async def read_named(model: type[TenantModel], column: str, ids: Sequence[UUID], order: str) -> list[Any]:
    """The rows whose column names one of these ids, in an order."""
    statement = f'{_all_of(model)} and "{column}" = any($2) order by "{order}", id'
    return await _fetch(statement, [actor().tenant_id, ids], _record_class(model))


async def _fetch(sql: str, values: Sequence[Any], record_class: type[asyncpg.Record]) -> list[Any]:
    client: Any = connection()
    client.log.debug("%s: %s", sql, values)
    async with client.acquire_connection() as one:
        found: list[Any] = await one.fetch(sql, *values, record_class=record_class)
        return found


@cache
def _all_of(model: type[TenantModel]) -> str:
    meta: Any = model._meta  # noqa: SLF001  (Tortoise has no other way to ask)
    names = ", ".join(f'"{name}"' for name in meta.fields_db_projection.values())
    return f'select {names} from "{meta.db_table}" where tenant_id = $1'


def _record_class(model: type[TenantModel], columns: frozenset[str] | None = None) -> type[asyncpg.Record]:
    found = _shapes.get((model, columns))
    if found is None:
        meta: Any = model._meta  # noqa: SLF001  (as above)
        names = meta.fields_db_projection.keys() if columns is None else columns
        attributes = {
            name: _attribute(meta.fields_map[name], meta.fields_db_projection[name]) for name in names
        }
        # Called as the model is, since global ids are made from the name.
        found = type(model.__name__, (asyncpg.Record,), {"model": model, "__slots__": (), **attributes})
        _shapes.keep((model, columns), found)
    return found


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
