"""The rows that change hands with a merge: those of every table that declares `on_merge = OnMerge.MOVE`. It knows none of
them by name, so that slices that come later join by their declaration."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from tortoise import Model, Tortoise

from leadhub.kit.actor import actor
from leadhub.kit.db import fetch
from leadhub.kit.model import TenantModel
from leadhub.leads.models import OnMerge
from leadhub.merging.models import Moved


def references_to_lead(model: type[Model]) -> list[str]:
    """The columns of a table that name a lead."""
    meta: Any = model._meta  # noqa: SLF001
    return sorted(
        f"{name}_id" for name in meta.fk_fields if meta.fields_map[name].model_name == "models.Lead"
    )


# The rows of table and column that name one lead name another, and are answered by id: all of them, or of these ids.
_MOVE = """
update {table} set {column} = $3 where tenant_id = $1 and {column} = $2 and ($4::uuid[] is null or id = any($4))
returning id
"""


def _moving() -> Iterator[tuple[str, str]]:
    """By place, as `table.column`, the statement that moves rows. A table that hides some rows from whoever merges has a
    function for it, `moved_by`, that sees them and tells no more than their ids."""
    assert Tortoise.apps is not None
    for model in Tortoise.apps["models"].values():
        if issubclass(model, TenantModel) and getattr(model, "on_merge", None) is OnMerge.MOVE:
            table, function = model._meta.db_table, getattr(model, "moved_by", None)  # noqa: SLF001
            for column in references_to_lead(model):
                move = _MOVE.format(table=table, column=column)
                yield (
                    f"{table}.{column}",
                    move if function is None else f"select {function}($1, $2, $3, $4) as id",
                )


async def move_rows(survivor: UUID, absorbed: Sequence[UUID]) -> Moved:
    """Makes the rows of the absorbed leads the survivor's; which they were, by table and column, and by lead."""
    moved: Moved = {}
    for place, move in _moving():
        for lead_id in absorbed:
            rows = await fetch(move, actor().tenant_id, lead_id, survivor, None)
            if rows:
                moved.setdefault(place, {})[str(lead_id)] = sorted(str(row["id"]) for row in rows)
    return moved


async def move_back(survivor: UUID, moved: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
    """Gives the rows back that are the survivor's still."""
    moving = dict(_moving())
    for place, of_leads in moved.items():
        for lead_id, ids in of_leads.items():
            given = [UUID(id) for id in ids]
            await fetch(moving[place], actor().tenant_id, survivor, UUID(lead_id), given)
