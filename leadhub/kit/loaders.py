"""Relations declared as data and loaded in batches: one statement for a whole list, whatever its length."""

from collections.abc import Callable, Hashable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import Any
from uuid import UUID

import strawberry
from strawberry.dataloader import DataLoader

from leadhub.kit.model import TenantModel
from leadhub.kit.records import read_ids, read_named


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


@dataclass(slots=True)
class _Loaded:
    """What one operation has loaded so far, and who asks for more one by one."""

    rows: dict[type[TenantModel], dict[UUID, Any]] = field(default_factory=dict)
    lists: dict[Many, dict[UUID, list[Any]]] = field(default_factory=dict)
    loaders: dict[Hashable, DataLoader[UUID, Any]] = field(default_factory=dict)


_loaded: ContextVar[_Loaded] = ContextVar("leadhub_loaded")


def new_loaders() -> None:
    """Forgets what was loaded: at the start of an operation and after each mutation."""
    _loaded.set(_Loaded())


async def load(relation: Relation, rows: Sequence[Any]) -> list[Any]:
    """The related row (or None) of each of these rows, or its list of related rows that the caller may see."""
    if isinstance(relation, One):
        return await _by_id(relation.model, [getattr(row, relation.column) for row in rows])
    if isinstance(relation, Many):
        return await _lists(relation, [row.id for row in rows])
    links = await load(relation.links, rows)
    targets = iter(await load(relation.to, [link for some in links for link in some]))
    return [[row for row in islice(targets, len(some)) if row is not None] for some in links]


async def _by_id(model: type[TenantModel], keys: Sequence[UUID | None]) -> list[Any]:
    # Rows of one table by id are the same rows through whatever column they were reached.
    known = _loaded.get().rows.setdefault(model, {})
    missing = [key for key in dict.fromkeys(keys) if key is not None and key not in known]
    if missing:
        found = {row.id: row for row in await read_ids(model, missing)}
        known.update({key: found.get(key) for key in missing})
    return [None if key is None else known[key] for key in keys]


async def _lists(relation: Many, keys: Sequence[UUID]) -> list[list[Any]]:
    known = _loaded.get().lists.setdefault(relation, {})
    missing = [key for key in dict.fromkeys(keys) if key not in known]
    if missing:
        found: dict[UUID, list[Any]] = {key: [] for key in missing}
        for row in await read_named(relation.model, relation.by, missing, relation.order):
            found[getattr(row, relation.by)].append(row)
        known.update(found)
    return [known[key] for key in keys]


def _loader(relation: One | Many) -> DataLoader[UUID, Any]:
    """Waits for all who ask one by one, and asks for them together."""
    loaders = _loaded.get().loaders
    key: Hashable = relation.model if isinstance(relation, One) else relation
    if key not in loaders:
        fetch = partial(_by_id, relation.model) if isinstance(relation, One) else partial(_lists, relation)
        loaders[key] = DataLoader(load_fn=fetch)
    return loaders[key]


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
    if isinstance(relation, One):
        _loaded.get().rows.setdefault(relation.model, {})[getattr(row, relation.column)] = value
    else:
        _loaded.get().lists.setdefault(relation, {})[row.id] = value


def related(relation: Relation, description: str, derive: Callable[[Any], Any] | None = None) -> Any:
    """A field that follows a relation; `derive` makes its value of what is found there."""

    async def resolve(root: Any) -> Any:
        found = await follow(relation, root)
        return found if derive is None else derive(found)

    metadata = {"relation": relation, "derive": derive}
    return strawberry.field(resolver=resolve, description=description, metadata=metadata)
