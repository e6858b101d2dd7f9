"""Merging locked leads into the first of them."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from leadhub.duplicates.models import DuplicatePair
from leadhub.duplicates.pairs import carry_ignored, forget_suspicions, note_likeness
from leadhub.duplicates.types import AS_HIGH, AS_LOW
from leadhub.errors import Invalid
from leadhub.kit.actor import Actor
from leadhub.kit.events import emit, plain, witness
from leadhub.kit.inputs import Inputs, now, save, write
from leadhub.kit.loaders import prime
from leadhub.kit.node import to_global
from leadhub.leads import models
from leadhub.leads.changing import remember_words, shown_changes, shown_value
from leadhub.leads.children import children_of, list_changes
from leadhub.leads.models import Lead, LeadEvent
from leadhub.leads.rules import check_has_something
from leadhub.leads.types import EMAILS, EXTERNAL_IDS, PHONES, TAGS, full_name
from leadhub.merging.lists import unite
from leadhub.merging.models import MergeRecord
from leadhub.merging.moving import move_rows
from leadhub.merging.rules import may_own
from leadhub.merging.types import MERGES, SURVIVOR
from leadhub.merging.values import Choices, kept_form, united
from leadhub.scoring.models import ScoreItem
from leadhub.scoring.types import BREAKDOWN
from leadhub.sla.models import LeadSla
from leadhub.sla.types import SLA


async def merge(leads: Sequence[Lead], choices: Choices, who: Actor) -> MergeRecord:
    """Makes the first of these leads of all of them, and hides the others behind it; what was done, to be undone."""
    survivor, *absorbed = leads
    ids, worth, children = [lead.id for lead in absorbed], shown_value(survivor), await children_of(survivor)
    columns = await _columns(leads, choices)
    lists = await unite(survivor, absorbed)
    moved = await move_rows(survivor.id, ids)
    await Lead.mine().filter(id__in=ids).update(merged_into_id=survivor.id)
    changes = await save(survivor, **columns)
    if not changes:
        await write(survivor)
    after, inputs = await children_of(survivor), Inputs()
    check_has_something(
        inputs, survivor.first_name, survivor.last_name, survivor.company_name, after.emails, after.phones
    )
    inputs.done()
    await remember_words(survivor, after)
    await forget_suspicions(ids)
    told = await carry_ignored(survivor.id, ids)
    await note_likeness(survivor, after)
    value = {} if worth == shown_value(survivor) else {"estimatedValue": (worth, shown_value(survivor))}
    names = {"mergedFrom": (None, [to_global("Lead", id) for id in ids])}
    shown = shown_changes(changes) | value | list_changes(children, after) | names
    record = await MergeRecord.create(
        survivor_id=survivor.id,
        at=now(),
        by_id=who.member_id,
        absorbed=[{"id": str(lead.id), "number": lead.number, "name": full_name(lead)} for lead in absorbed],
        before=kept_form({name: old for name, (old, _) in changes.items()}),
        after=kept_form({name: new for name, (_, new) in changes.items()}),
        lists=lists,
        moved=moved,
        told=[str(id) for id in told],
        changes={name: {"from": plain(old), "to": plain(new)} for name, (old, new) in shown.items()},
    )
    emit(LeadEvent.MERGED, survivor, shown)
    for lead in absorbed:
        witness("lead.merged_away", lead)
    return record


async def _columns(leads: Sequence[Lead], choices: Choices) -> dict[str, Any]:
    """What the survivor will have. Nobody becomes its owner who may own leads no more."""
    columns, survivor = united(leads, choices), leads[0]
    if columns["owner_id"] != survivor.owner_id and not await may_own(columns["owner_id"]):
        if "ownerId" in choices:
            raise Invalid("This lead's owner may own leads no more.", path=["input", "fieldChoices"])
        columns |= {"owner_id": survivor.owner_id, "team_id": survivor.team_id}
    return columns


async def rehearsal(record: MergeRecord) -> Mapping[str, Any]:
    """The payload of a dry run: the rows as they are inside the transaction that is about to be rolled back, and their
    relations with them, since no statement finds them afterwards."""
    lead: Any = await Lead.mine().get(id=record.survivor_id)
    of_lead = {"lead_id": lead.id}
    related = (
        (EMAILS, await models.LeadEmail.mine().filter(**of_lead).order_by("position", "id")),
        (PHONES, await models.LeadPhone.mine().filter(**of_lead).order_by("position", "id")),
        (EXTERNAL_IDS, await models.ExternalId.mine().filter(**of_lead).order_by("system", "id")),
        (TAGS.links, await models.LeadTag.mine().filter(**of_lead).order_by("id")),
        (AS_LOW, await DuplicatePair.mine().filter(low_id=lead.id)),
        (AS_HIGH, await DuplicatePair.mine().filter(high_id=lead.id)),
        (SLA, await LeadSla.mine().get_or_none(id=lead.id)),
        (BREAKDOWN, await ScoreItem.mine().filter(lead_id=lead.id).order_by("since", "id")),
        (MERGES, await MergeRecord.mine().filter(survivor_id=lead.id).order_by("at", "id")),
    )

    async def shown(row: Any) -> Any:
        for relation, rows in related:
            prime(relation, lead, rows)
        prime(SURVIVOR, record, lead)
        return row

    return {"lead": partial(shown, lead), "merge": partial(shown, record)}
