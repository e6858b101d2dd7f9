"""Merging leads that are one person, and undoing it."""

from uuid import UUID

from leadhub.errors import NotYours, Rehearsed
from leadhub.kit.actor import actor
from leadhub.kit.db import whole_tenant
from leadhub.kit.events import react
from leadhub.kit.fields import Answer, mutation
from leadhub.kit.inputs import check_version
from leadhub.kit.node import find
from leadhub.kit.scopes import Scope
from leadhub.leads.models import Lead as LeadRow
from leadhub.leads.types import Lead
from leadhub.merging import models
from leadhub.merging.rules import (
    check_mergeable,
    check_undoable,
    hold_leads,
    leads_to_merge,
    read_choices,
)
from leadhub.merging.types import MergeLeadsInput, MergeRecord, UndoMergeInput, UndoMergePayload
from leadhub.merging.undoing import undo
from leadhub.merging.uniting import merge, rehearsal


@mutation(
    Scope.LEAD_MERGE,
    lead=(Lead, "The survivor; in a dry run as it would be. Null when there are user errors."),
    merge=(MergeRecord, "What was done; of a dry run what would be, with an id that leads nowhere."),
)
async def merge_leads(input: MergeLeadsInput) -> Answer:
    """Makes one lead of several. The survivor keeps what it has, gets what it lacks or what you chose, all tags, addresses,
    numbers and external ids, and whatever hangs on the others. Their ids lead to it from then on. `undoMerge` brings
    them back for 30 days. Two converted leads are not merged; of a converted and an open one the converted survives."""
    who = actor()
    seen = await leads_to_merge(input, who)
    choices = read_choices(input.field_choices, seen)
    await whole_tenant("rows that hang on the leads may be out of the caller's reach, and their doubles too")
    leads = await hold_leads([lead.id for lead in seen])
    await check_mergeable(leads, who)
    check_version(leads[0], input.expected_version)
    held = {lead.id: lead for lead in leads}
    record = await merge(leads, {field: held[lead.id] for field, lead in choices.items()}, who)
    if input.dry_run:
        await react()
        raise Rehearsed(await rehearsal(record))
    return {"lead": leads[0], "merge": record}


@mutation(Scope.LEAD_MERGE, payload=UndoMergePayload, lead=Lead, merge=MergeRecord)
async def undo_merge(input: UndoMergeInput) -> Answer:
    """Brings back what was merged, as it was, for 30 days after the merge. What was edited since keeps its new value and is
    named in `kept`. Refused when the survivor was merged or converted since, or when somebody else has an external id
    that would come back; of several merges the last is undone first."""
    who = actor()
    seen = await find(models.MergeRecord, input.merge_id, ["input", "mergeId"])
    ids = [seen.survivor_id, *(UUID(one["id"]) for one in seen.absorbed)]
    if await LeadRow.mine().filter(id__in=ids).count() < len(ids):
        raise NotYours("All leads of a merge must be yours to change.", path=["input", "mergeId"])
    await whole_tenant("rows that hang on the leads may be out of the caller's reach, and their doubles too")
    leads = await hold_leads(ids)
    record = await models.MergeRecord.mine().select_for_update(no_key=True).get(id=seen.id)
    await check_undoable(record, leads, who)
    await undo(record, leads, who)
    return {"lead": leads[0], "merge": record}
