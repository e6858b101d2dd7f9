"""Retiring a setting that leads use: what happens to those leads."""

from collections.abc import Sequence
from uuid import UUID

from tortoise.expressions import Q, Subquery

from leadhub.errors import InUse, Invalid, LimitExceeded
from leadhub.kit.actor import Actor
from leadhub.kit.events import emit
from leadhub.kit.inputs import now, write
from leadhub.kit.model import RecordModel, where
from leadhub.labels.models import Tag
from leadhub.leads.changing import move, shown_changes
from leadhub.leads.models import Lead, LeadEvent, LeadTag
from leadhub.pipelines.models import LeadStatus, Stage

# More would hold the tenant's locks for longer than an operation may take.
MOST_LEADS = 5_000

_CLOSED = {LeadStatus.LOST, LeadStatus.DISQUALIFIED}


async def leads_that_use(column: str, row: RecordModel) -> list[Lead]:
    """The leads, deleted ones too, whose column names this row; locked by id."""
    return await _locked(where(column, row.id))


async def leads_tagged(tag: Tag) -> list[Lead]:
    """The leads, deleted ones too, that carry this tag; locked by id."""
    return await _locked(Q(id__in=Subquery(LeadTag.mine().filter(tag_id=tag.id).values("lead_id"))))


async def _locked(users: Q) -> list[Lead]:
    rows = Lead.mine().filter(users).order_by("id").limit(MOST_LEADS + 1)
    leads = await rows.select_for_update(no_key=True)
    if len(leads) > MOST_LEADS:
        raise LimitExceeded(f"More than {MOST_LEADS} leads use this; move some of them first.")
    return leads


def check_replacement(
    leads: Sequence[Lead], heir: RecordModel | None, row: RecordModel, *, keep: bool = False
) -> None:
    """IN_USE unless somebody says what becomes of the leads."""
    path = ["input", "replaceWith"]
    if heir is not None and heir.id == row.id:
        raise Invalid("It cannot replace itself.", path=path)
    if heir is not None and getattr(heir, "archived_at", None) is not None:
        raise Invalid("The replacement is archived itself.", path=path)
    if leads and heir is None and not keep:
        raise InUse(f"{len(leads)} leads use this: name a replacement.", path=path, leads=len(leads))


async def move_all(leads: Sequence[Lead], target: Stage, who: Actor) -> None:
    """Puts leads into another stage, each with its history and event; closed ones keep their reasons."""
    origins = {
        stage.id: stage for stage in await Stage.mine().filter(id__in={lead.stage_id for lead in leads})
    }
    if target.category is LeadStatus.LOST and any(lead.lost_reason_id is None for lead in leads):
        raise Invalid("Leads would be lost without a reason there.", path=["input", "replaceWith"])
    for lead in leads:
        kept = {"lost_reason_id": lead.lost_reason_id, "lost_note": lead.lost_note}
        await move(lead, origins[lead.stage_id], target, who, **(kept if target.category in _CLOSED else {}))


async def replace_on(leads: Sequence[Lead], column: str, heir: RecordModel) -> None:
    """Makes leads name another row in a column."""
    for lead in leads:
        before = getattr(lead, column)
        await write(lead, **{column: heir.id})
        emit(LeadEvent.UPDATED, lead, shown_changes({column: (before, heir.id)}))


async def replace_tag(leads: Sequence[Lead], tag: Tag, heir: Tag) -> None:
    """Gives leads another tag instead of this one; those that carry both keep the other."""
    carried = await _tags_of(leads)
    for lead in leads:
        names = carried[lead.id]
        before, has_both = sorted(names.values()), heir.id in names
        link = LeadTag.mine().filter(lead_id=lead.id, tag_id=tag.id)
        await (link.delete() if has_both else link.update(tag_id=heir.id))
        del names[tag.id]
        names[heir.id] = heir.name
        await write(lead)
        emit(LeadEvent.UPDATED, lead, {"tags": (before, sorted(names.values()))})


async def _tags_of(leads: Sequence[Lead]) -> dict[UUID, dict[UUID, str]]:
    """The tags of each lead: names by id."""
    links = await LeadTag.mine().filter(lead_id__in=[lead.id for lead in leads])
    names = {tag.id: tag.name for tag in await Tag.mine()}
    found: dict[UUID, dict[UUID, str]] = {lead.id: {} for lead in leads}
    for link in links:
        found[link.lead_id][link.tag_id] = names[link.tag_id]
    return found


async def archive(row: RecordModel, event: str) -> None:
    """Takes a row out of use."""
    await write(row, archived_at=now())
    emit(event, row, {"archivedAt": (None, row.archived_at)})  # type: ignore[attr-defined]
