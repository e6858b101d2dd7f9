"""What a merge did, kept so that it can be undone."""

from typing import Any, ClassVar
from uuid import UUID

from tortoise import Tortoise, fields

from leadhub.kit.model import TenantModel, reference
from leadhub.leads.models import OnMerge

# The rows that changed hands: ids, by table and column, and by the lead that they were of.
Moved = dict[str, dict[str, list[str]]]


class MergeRecord(TenantModel):
    """One merge of leads into one. `absorbed` says who they were: id, number and name. `before` and `after` hold the
    columns of the survivor that it changed, `lists` the rows that hang on it by table, `moved` the rows that changed
    hands by table and lead, `told` the pairs that carry on who is told from whom. `changes` is what the event says,
    `kept` what an undoing left as it was edited since."""

    on_merge: ClassVar = OnMerge.STAY

    survivor = reference("Lead")
    survivor_id: UUID
    at = fields.DatetimeField()
    by = reference("Member", null=True)
    by_id: UUID | None
    absorbed: list[dict[str, str]] = fields.JSONField()
    before: dict[str, Any] = fields.JSONField()
    after: dict[str, Any] = fields.JSONField()
    lists: dict[str, dict[str, Any]] = fields.JSONField()
    moved: dict[str, dict[str, list[str]]] = fields.JSONField()
    told: list[str] = fields.JSONField()
    changes: dict[str, Any] = fields.JSONField()
    undone_at = fields.DatetimeField(null=True)
    undone_by = reference("Member", null=True)
    undone_by_id: UUID | None
    kept: list[dict[str, Any]] | None = fields.JSONField(null=True)

    class Meta:
        table = "merge_record"


def count_shown(moved: Moved) -> int:
    """How many rows moved, without those of tables that hide some: their number would tell of them."""
    assert Tortoise.apps is not None
    hiding = {
        model._meta.db_table  # noqa: SLF001
        for model in Tortoise.apps["models"].values()
        if hasattr(model, "moved_by")
    }
    return sum(
        len(ids)
        for place, of_leads in moved.items()
        if place.partition(".")[0] not in hiding
        for ids in of_leads.values()
    )
