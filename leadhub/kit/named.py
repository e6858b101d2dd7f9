"""Rows that people name and archive: made, renamed and listed in one way, with names that are unique among
those in use."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from leadhub.errors import Invalid, LimitExceeded, Taken
from leadhub.kit.actor import actor
from leadhub.kit.db import fetch
from leadhub.kit.events import emit
from leadhub.kit.inputs import Inputs, is_given, locked, save
from leadhub.kit.model import RecordModel
from leadhub.kit.node import find
from leadhub.kit.words import camel_changes

R = TypeVar("R", bound=RecordModel)

LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Named(Generic[R]):
    """A table whose rows have little more than a name: its model, its events, and how many may be in use."""

    model: type[R]
    created: str
    updated: str
    most: int
    longest: int = LONGEST_NAME


async def create_named(kind: Named[R], name: str) -> R:
    """A new row of the name that an input gives, with its event."""
    inputs = Inputs()
    name = inputs.name(name, "name", limit=kind.longest)
    inputs.done()
    await check_room(kind.model, kind.most)
    await check_name(kind.model, name)
    return await add_named(kind, name)


async def add_named(kind: Named[R], name: str) -> R:
    """A new row of a name that was checked, with its event."""
    row = await kind.model.create(name=name)
    emit(kind.created, row, {"name": (None, name)})
    return row


async def rename(kind: Named[R], input: Any) -> R:
    """The row that an input with `id`, `expected_version` and `name` is about, renamed, with its event."""
    seen = await find(kind.model, input.id, ["input", "id"])
    inputs, values = Inputs(), dict[str, Any]()
    if is_given(input.name):
        values["name"] = inputs.name(input.name, "name", limit=kind.longest)
    inputs.done()
    row = await locked_live(seen, input.expected_version)
    if "name" in values:
        await check_name(kind.model, values["name"], besides=row.id)
    await change(row, kind.updated, values)
    return row


async def change(row: RecordModel, event: str, values: Mapping[str, Any]) -> None:
    """Writes what differs, with its event."""
    changes = await save(row, **values)
    if changes:
        emit(event, row, camel_changes(changes))


async def named(model: type[R], include_archived: bool | None) -> list[R]:
    """All rows in use, or all, by name; upper and lower case are alike."""
    rows: list[Any] = await (model.mine() if include_archived else model.mine().filter(archived_at=None))
    return sorted(rows, key=lambda row: (row.name.casefold(), row.id))


async def locked_live(seen: R, expected_version: int | None, *path: str) -> R:
    """As `locked`, for a row that must still be in use; `path` leads to its id, if not to input.id."""
    row: Any = await locked(seen, expected_version)
    if row.archived_at is not None:
        raise Invalid("This is archived and can no longer be changed.", path=path or ["input", "id"])
    return row  # type: ignore[no-any-return]


async def take_turns(model: type[RecordModel]) -> None:
    """Lets one transaction of the tenant at a time make rows of this table, until it ends."""
    key = f"{_table(model)} of {actor().tenant_id}"
    await fetch("select pg_advisory_xact_lock(hashtextextended($1, 0))", key)


async def check_room(model: type[RecordModel], most: int, *path: str) -> None:
    """One more may be in use; two who come at once cannot pass the limit together."""
    await take_turns(model)
    if await model.mine().filter(archived_at=None).count() >= most:
        raise LimitExceeded(f"There are {most} of these already; archive one first.", path=path)


async def check_name(
    model: type[RecordModel],
    name: str,
    *path: str,
    besides: UUID | None = None,
    within: Mapping[str, UUID] | None = None,
) -> None:
    """Names are unique among rows in use, whatever their case; `within` narrows to rows with these columns."""
    if await id_of_name(model, name, besides=besides, within=within) is not None:
        raise Taken("This name is in use already.", path=path or ["input", "name"])


async def id_of_name(
    model: type[RecordModel],
    name: str,
    *,
    besides: UUID | None = None,
    within: Mapping[str, UUID] | None = None,
) -> UUID | None:
    """The row in use that has this name, whatever its case.

    Compared as the unique indexes do, since Tortoise's `iexact` (1.1) takes upper case: it is of another
    opinion about some letters (U+0131, U+212A), and no index serves it.
    """
    columns = {"tenant_id": actor().tenant_id, **(within or {})}
    condition = " and ".join(f"{column} = ${at}" for at, column in enumerate(columns, 3))
    rows = await fetch(
        f"""select id from {_table(model)}
        where {condition} and lower(name) = lower($1) and id is distinct from $2 and archived_at is null""",
        name,
        besides,
        *columns.values(),
    )
    return rows[0]["id"] if rows else None


def _table(model: type[RecordModel]) -> str:
    return model._meta.db_table  # noqa: SLF001
