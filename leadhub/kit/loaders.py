"""Relations declared as data and loaded in batches: one statement for a whole list, whatever its length."""

from collections import defaultdict
from collections.abc import Hashable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import strawberry
from strawberry.dataloader import DataLoader

from leadhub.kit.model import TenantModel


@dataclass(frozen=True, slots=True)
class One:
    """The row of `model` that a column of this row names."""

    model: type[TenantModel]
    column: str


@dataclass(frozen=True, slots=True)
class Many:
    """The rows of `model` whose column `by` names this row, in a fixed order."""

    model: type[TenantModel]
    by: str
    order: str


@dataclass(frozen=True, slots=True)
class Through:
    """The rows that link rows (`links`) lead to by their column `to`."""

    links: Many
    to: One


Relation = One | Many | Through

_loaders: ContextVar[dict[Hashable, DataLoader[UUID, Any]]] = ContextVar("leadhub_loaders")


def new_loaders() -> None:
    """Forgets what was loaded: at the start of an operation and after each mutation."""
    _loaders.set({})


def _loader(relation: One | Many) -> DataLoader[UUID, Any]:
    loaders = _loaders.get()
    # Rows of one table by id are the same rows through whatever column they were reached.
    key: Hashable = relation.model if isinstance(relation, One) else relation
    if key not in loaders:
        loaders[key] = DataLoader(load_fn=_by_id(relation) if isinstance(relation, One) else _by(relation))
    return loaders[key]


def _by_id(relation: One) -> Any:
    async def load(keys: list[UUID]) -> list[TenantModel | None]:
        rows = {row.id: row for row in await relation.model.mine().filter(id__in=keys)}
        return [rows.get(key) for key in keys]

    return load


def _by(relation: Many) -> Any:
    async def load(keys: list[UUID]) -> list[list[TenantModel]]:
        found: dict[UUID, list[TenantModel]] = defaultdict(list)
        for row in (
            await relation.model.mine().filter(**{f"{relation.by}__in": keys}).order_by(relation.order, "id")
        ):
            found[getattr(row, relation.by)].append(row)
        return [found[key] for key in keys]

    return load


async def follow(relation: Relation, row: Any) -> Any:
    """The related row (or None), or the list of related rows that the caller may see."""
    if isinstance(relation, One):
        key = getattr(row, relation.column)
        return None if key is None else await _loader(relation).load(key)
    if isinstance(relation, Many):
        return await _loader(relation).load(row.id)
    links = await _loader(relation.links).load(row.id)
    rows = await _loader(relation.to).load_many([getattr(link, relation.to.column) for link in links])
    return [row for row in rows if row is not None]


async def rows_of(relation: Many, id: UUID) -> list[Any]:
    """The related rows of a row of which only the id is known."""
    return await _loader(relation).load(id)  # type: ignore[no-any-return]


def prime(relation: Relation, row: TenantModel, value: Any) -> None:
    """Answers this relation of this row with rows that a dry run made, and that no statement would find. The rows of
    a `Through` are primed by its parts."""
    assert not isinstance(relation, Through)
    _loader(relation).prime(getattr(row, relation.column) if isinstance(relation, One) else row.id, value)


def related(relation: Relation, description: str) -> Any:
    """A field that follows a relation."""

    async def resolve(root: Any) -> Any:
        return await follow(relation, root)

    return strawberry.field(resolver=resolve, description=description, metadata={"relation": relation})
