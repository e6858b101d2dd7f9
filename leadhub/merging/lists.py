"""The lists of a lead in a merge: tags, addresses, numbers and external ids are united, and told apart again. An absorbed
lead keeps its own rows; the survivor gets rows of its own for what it lacks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from leadhub.errors import LimitExceeded
from leadhub.kit.actor import Actor
from leadhub.kit.events import plain
from leadhub.kit.model import TenantModel
from leadhub.leads.children import check_external_id
from leadhub.leads.models import ExternalId, Lead, LeadEmail, LeadPhone, LeadTag
from leadhub.leads.reading import MOST_CONTACTS, MOST_TAGS


@dataclass(frozen=True, slots=True)
class UnitedList:
    """A list of a lead: its field in the schema, its rows in their order, and what makes two rows the same."""

    field: str
    model: type[TenantModel]
    order: str
    most: int
    same: Callable[[Any], Any]

    async def rows(self, leads: Sequence[UUID]) -> list[Any]:
        return await self.model.mine().filter(lead_id__in=list(leads)).order_by(self.order, "id")


LISTS = (
    UnitedList("emails", LeadEmail, "position", MOST_CONTACTS, lambda row: row.normalised),
    UnitedList("phones", LeadPhone, "position", MOST_CONTACTS, lambda row: row.normalised or row.value),
    UnitedList("tags", LeadTag, "id", MOST_TAGS, lambda row: row.tag_id),
    UnitedList("externalIds", ExternalId, "id", MOST_CONTACTS, lambda row: (row.system, row.external_id)),
)


async def unite(survivor: Lead, absorbed: Sequence[Lead]) -> dict[str, dict[str, Any]]:
    """Gives the survivor what it lacks; by list, the rows that were `added`, and all as they are `after`."""
    ids = [lead.id for lead in absorbed]
    await ExternalId.mine().filter(lead_id__in=ids).update(is_live=False)
    return {joined.field: await _unite(joined, survivor.id, ids) for joined in LISTS}


async def _unite(joined: UnitedList, survivor: UUID, absorbed: Sequence[UUID]) -> dict[str, Any]:
    rows = await joined.rows([survivor, *absorbed])
    own = [row for row in rows if row.lead_id == survivor]
    known = {joined.same(row) for row in own}
    added: list[Any] = []
    for row in sorted(
        (row for row in rows if row.lead_id != survivor), key=lambda row: absorbed.index(row.lead_id)
    ):
        if joined.same(row) not in known:
            known.add(joined.same(row))
            added.append(_copy(row, survivor, len(own) + len(added)))
    if added and len(own) + len(added) > joined.most:
        raise LimitExceeded(
            f"Together they have {len(known)} {joined.field}, and a lead has at most {joined.most}: remove some first.",
            path=["input", "absorbedIds"],
        )
    await joined.model.bulk_create(added)
    return {"added": [str(row.id) for row in added], "after": _as_they_are(await joined.rows([survivor]))}


def _copy(row: Any, survivor: UUID, position: int) -> Any:
    values = {name: getattr(row, name) for name in row._meta.db_fields - {"id", "lead_id"}}  # noqa: SLF001
    given: dict[str, Any] = {"lead_id": survivor}
    if "position" in values:
        given["position"] = position
    if "is_live" in values:
        given["is_live"] = True
    return type(row)(**values | given)


def _as_they_are(rows: Sequence[Any]) -> list[dict[str, Any]]:
    columns = [sorted(row._meta.db_fields - {"tenant_id"}) for row in rows]  # noqa: SLF001
    return [
        {name: plain(getattr(row, name)) for name in names} for row, names in zip(rows, columns, strict=True)
    ]


async def separate(
    survivor: Lead, absorbed: Sequence[UUID], lists: dict[str, dict[str, Any]], who: Actor
) -> list[str]:
    """Takes from the survivor what a merge added, unless the list was edited since; the fields that were. External ids
    go back in any case, since they are unique: UNIQUE where somebody else took one."""
    edited = []
    for joined in LISTS:
        rows, merged = await joined.rows([survivor.id]), lists[joined.field]
        is_edited = _as_they_are(rows) != merged["after"]
        if is_edited:
            edited.append(joined.field)
        if joined.model is ExternalId:
            returning = {joined.same(row) for row in await joined.rows(absorbed)}
            gone = [row.id for row in rows if joined.same(row) in returning]
        else:
            gone = [] if is_edited else [UUID(id) for id in merged["added"]]
        await joined.model.mine().filter(id__in=gone).delete()
    for row in await ExternalId.mine().filter(lead_id__in=list(absorbed)):
        await check_external_id(row.system, row.external_id, who, "input", "mergeId")
    await ExternalId.mine().filter(lead_id__in=list(absorbed)).update(is_live=True)
    return edited
