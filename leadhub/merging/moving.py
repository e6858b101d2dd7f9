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

Moved = dict[str, dict[str, list[str]]]


def references_to_lead(model: type[Model]) -> list[str]:
    """The columns of a table that name a lead."""
    meta: Any = model._meta  # noqa: SLF001
    return sorted(
        f"{name}_id" for name in meta.fk_fields if meta.fields_map[name].model_name == "models.Lead"
    )


def _moving() -> Iterator[tuple[str, str]]:
    assert Tortoise.apps is not None
    for model in Tortoise.apps["models"].values():
        if issubclass(model, TenantModel) and getattr(model, "on_merge", None) is OnMerge.MOVE:
            yield from ((model._meta.db_table, column) for column in references_to_lead(model))  # noqa: SLF001


async def move_rows(survivor: UUID, absorbed: Sequence[UUID]) -> Moved:
    """Makes the rows of the absorbed leads the survivor's; which they were, by table and column, and by lead."""
    moved: Moved = {}
    for table, column in _moving():
        for lead_id in absorbed:
            rows = await fetch(
                f"update {table} set {column} = $2 where tenant_id = $1 and {column} = $3 returning id",
                actor().tenant_id,
                survivor,
                lead_id,
            )
            if rows:
                moved.setdefault(f"{table}.{column}", {})[str(lead_id)] = sorted(
                    str(row["id"]) for row in rows
                )
    return moved


async def move_back(survivor: UUID, moved: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
    """Gives the rows back that are the survivor's still."""
    for place, of_leads in moved.items():
        table, _, column = place.partition(".")
        for lead_id, ids in of_leads.items():
            await fetch(
                f"update {table} set {column} = $2 where tenant_id = $1 and {column} = $3 and id = any($4::uuid[])",
                actor().tenant_id,
                UUID(lead_id),
                survivor,
                [UUID(id) for id in ids],
            )
