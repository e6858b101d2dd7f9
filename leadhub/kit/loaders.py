"""Relations declared as data and loaded in batches: one statement for a whole list, whatever its length."""

from collections.abc import Callable, Hashable, Mapping, Sequence
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
from leadhub.kit.statements import NO_TEXTS, Columns


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


class Wants:
    """Which columns a whole operation reads of the rows that relations lead to; of those that nobody named here, all."""

    def __init__(self) -> None:
        self._columns: dict[Hashable, Columns] = {}
        self._all = False
        # What PostgreSQL writes of the rows that `read_one` reads, by their table.
        self.texts: dict[type[TenantModel], Mapping[str, str]] = {}

    def add(self, relation: Relation, columns: Columns) -> None:
        """Of these rows these columns are read too, besides the one by which they are found."""
        if isinstance(relation, Through):
            self.add(relation.links, frozenset({relation.to.column}))
            self.add(relation.to, columns)
            return
        key, found_by = _key(relation), "id" if isinstance(relation, One) else relation.by
        known = self._columns.get(key, frozenset())
        self._columns[key] = None if columns is None or known is None else known | columns | {found_by}

    def add_all(self) -> None:
        """Something is called that may follow any relation."""
        self._all = True

    def add_texts(self, model: type[TenantModel], texts: Mapping[str, str]) -> None:
        """PostgreSQL writes these."""
        self.texts[model] = {**self.texts.get(model, NO_TEXTS), **texts}

    def of(self, key: Hashable) -> Columns:
        """The columns to read; None: all."""
        return None if self._all else self._columns.get(key)


def _key(relation: One | Many) -> Hashable:
    # Rows of one table by id are the same rows through whatever column they were reached.
    return relation.model if isinstance(relation, One) else relation


@dataclass(slots=True)
class _Loaded:
    """What one operation has loaded so far, and who asks for more one by one."""

    wants: Wants
    rows: dict[type[TenantModel], dict[UUID, Any]] = field(default_factory=dict)
    lists: dict[Many, dict[UUID, list[Any]]] = field(default_factory=dict)
    loaders: dict[Hashable, DataLoader[UUID, Any]] = field(default_factory=dict)


_loaded: ContextVar[_Loaded] = ContextVar("leadhub_loaded")


_NOTHING_SAID = Wants()


def new_loaders(wants: Wants = _NOTHING_SAID) -> None:
    """Forgets what was loaded: at the start of an operation and after each mutation."""
    _loaded.set(_Loaded(wants))


async def read_one(model: type[TenantModel], id: UUID, *besides: str) -> Any:
    """The row that a query's field answers, with what is wanted of it and the columns `besides`. None when there is none
    that the caller may see."""
    wants = _loaded.get().wants
    columns, texts = wants.of(model), wants.texts.get(model, NO_TEXTS)
    found = await read_ids(model, [id], None if columns is None else columns.union(besides), texts)
    return found[0] if found else None


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
    loaded = _loaded.get()
    known = loaded.rows.setdefault(model, {})
    missing = [key for key in dict.fromkeys(keys) if key is not None and key not in known]
    if missing:
        found = {row.id: row for row in await read_ids(model, missing, loaded.wants.of(model))}
        known.update({key: found.get(key) for key in missing})
    return [None if key is None else known[key] for key in keys]


async def _lists(relation: Many, keys: Sequence[UUID]) -> list[list[Any]]:
    loaded = _loaded.get()
    known = loaded.lists.setdefault(relation, {})
    missing = [key for key in dict.fromkeys(keys) if key not in known]
    if missing:
        found: dict[UUID, list[Any]] = {key: [] for key in missing}
        columns = loaded.wants.of(relation)
        for row in await read_named(relation.model, relation.by, missing, relation.order, columns):
            found[getattr(row, relation.by)].append(row)
        known.update(found)
    return [known[key] for key in keys]


def _loader(relation: One | Many) -> DataLoader[UUID, Any]:
    """Waits for all who ask one by one, and asks for them together."""
    loaders = _loaded.get().loaders
    key = _key(relation)
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
