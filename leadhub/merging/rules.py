"""Which leads may be merged and told apart again, and by whom."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from leadhub.duplicates.rules import leads_of
from leadhub.errors import AlreadyConverted, Invalid, LimitExceeded, NotYours, Required
from leadhub.kit.actor import Actor, actor
from leadhub.kit.db import fetch
from leadhub.kit.inputs import now
from leadhub.kit.node import find, read_id, to_global
from leadhub.leads.models import Lead
from leadhub.leads.reach import check_writable, is_writable
from leadhub.leads.rules import check_alive, check_unmerged
from leadhub.merging.models import MergeRecord
from leadhub.merging.types import UNDOABLE, FieldChoice, MergeLeadsInput
from leadhub.merging.values import CUSTOM, FIELDS, Choices

_MOST_CHOICES = 200


async def leads_to_merge(input: MergeLeadsInput, who: Actor) -> list[Lead]:
    """The survivor and the leads to absorb, seen and writable."""
    survivor = await find(Lead, input.survivor_id, ["input", "survivorId"])
    check_writable(who, survivor, "input", "survivorId")
    absorbed = await leads_of(input.absorbed_ids, who, "input", "absorbedIds")
    if not absorbed:
        raise Required("Name a lead to merge into the survivor.", path=["input", "absorbedIds"])
    if survivor.id in {lead.id for lead in absorbed}:
        raise Invalid("A lead cannot be merged into itself.", path=["input", "absorbedIds"])
    return [survivor, *absorbed]


async def hold_leads(ids: Sequence[UUID]) -> list[Lead]:
    """These leads, in this order; locked by id, as everything locks, so that merges that share leads take turns."""
    rows = await Lead.mine().filter(id__in=list(ids)).order_by("id").select_for_update(no_key=True)
    found = {lead.id: lead for lead in rows}
    return [found[id] for id in ids]


async def check_mergeable(leads: Sequence[Lead], who: Actor) -> None:
    """What must hold once they are locked: live, still the caller's to change, and only the survivor converted."""
    survivor, *absorbed = leads
    for at, lead in enumerate(leads):
        path = ["input", "survivorId"] if lead is survivor else ["input", "absorbedIds", str(at - 1)]
        await check_unmerged(who, lead, *path)
        check_alive(lead, *path)
        check_writable(who, lead, *path)
    converted = [lead for lead in absorbed if lead.converted_at is not None]
    if not converted:
        return
    if survivor.converted_at is not None or len(converted) > 1:
        raise AlreadyConverted("Two converted leads are not merged.", path=["input", "absorbedIds"])
    raise AlreadyConverted(
        "Of a converted and an open lead the converted one survives: name it as the survivor.",
        path=["input", "survivorId"],
        survivorId=to_global("Lead", converted[0].id),
    )


def read_choices(given: Sequence[FieldChoice], leads: Sequence[Lead]) -> Choices:
    """The leads whose values were chosen, by field."""
    if len(given) > _MOST_CHOICES:
        raise LimitExceeded(f"At most {_MOST_CHOICES} choices.", path=["input", "fieldChoices"])
    by_id, choices = {lead.id: lead for lead in leads}, {}
    for at, choice in enumerate(given):
        path = ["input", "fieldChoices", str(at)]
        if choice.field not in FIELDS and not choice.field.startswith(CUSTOM):
            raise Invalid(f"Choose one of {', '.join(FIELDS)} or {CUSTOM}<key>.", path=[*path, "field"])
        if choice.field in choices:
            raise Invalid("This field is chosen twice.", path=[*path, "field"])
        chosen = by_id.get(read_id(choice.from_id, "Lead", [*path, "fromId"]))
        if chosen is None:
            raise Invalid("This is none of the leads that are merged.", path=[*path, "fromId"])
        choices[choice.field] = chosen
    return choices


async def may_own(owner_id: UUID | None) -> bool:
    """Whether a member may own leads, who then stays so until the transaction ends; nobody always may."""
    if owner_id is None:
        return True
    sql = "select id from member where tenant_id = $1 and id = $2 and status = 'ACTIVE' and role <> 'VIEWER' for share"
    return bool(await fetch(sql, actor().tenant_id, owner_id))


async def check_undoable(record: MergeRecord, leads: Sequence[Lead], who: Actor) -> None:
    """What must hold once they are locked: all the caller's, and nothing has happened since that stands in the way."""
    path = ["input", "mergeId"]
    survivor = leads[0]
    await check_unmerged(who, survivor, *path)
    if not all(is_writable(who, lead) for lead in leads):
        raise NotYours("All leads of a merge must be yours to change.", path=path)
    if record.undone_at is not None:
        raise Invalid("This merge was undone already.", path=path)
    if record.at + UNDOABLE < now():
        raise Invalid(f"A merge can be undone for {UNDOABLE.days} days.", path=path)
    later = MergeRecord.mine().filter(survivor_id=survivor.id, undone_at__isnull=True)
    last = await later.order_by("-at", "-id").first()
    if last is not None and last.id != record.id:
        meta: dict[str, Any] = {"mergeId": to_global("MergeRecord", last.id)}
        raise Invalid("More was merged into this lead since: undo the last merge first.", path=path, **meta)
    check_alive(survivor, *path)
    if survivor.converted_at is not None and survivor.converted_at > record.at:
        raise AlreadyConverted("The lead was converted since.", path=path)
