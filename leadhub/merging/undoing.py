"""Undoing a merge of locked leads."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from leadhub.duplicates.pairs import drop_ignored, note_likeness
from leadhub.kit.actor import Actor
from leadhub.kit.events import emit, plain, witness
from leadhub.kit.inputs import Inputs, now, save, write
from leadhub.kit.node import to_global
from leadhub.leads.changing import give, remember_words, shown_changes, shown_value
from leadhub.leads.children import Children, children_of, list_changes, shown_lists
from leadhub.leads.models import Lead, LeadEvent
from leadhub.leads.rules import check_has_something
from leadhub.members.models import Team
from leadhub.merging.lists import separate
from leadhub.merging.models import MergeRecord
from leadhub.merging.moving import move_back
from leadhub.merging.rules import may_own
from leadhub.merging.values import CUSTOM, FIELDS, TIMES, restored_form
from leadhub.pipelines.models import LeadStatus


async def undo(record: MergeRecord, leads: Sequence[Lead], who: Actor) -> None:
    """Makes of the first of these leads what it was, and brings the others back. What was edited since the merge stays,
    and is named on the record."""
    survivor, *absorbed = leads
    ids, worth, children = [lead.id for lead in absorbed], shown_value(survivor), await children_of(survivor)
    await Lead.mine().filter(id__in=ids).update(merged_into_id=None)
    await move_back(survivor.id, record.moved)
    kept = await separate(survivor, ids, record.lists, who)
    columns, edited = await _columns(survivor, record)
    changes = await save(survivor, **columns)
    if not changes:
        await write(survivor)
    after, inputs = await children_of(survivor), Inputs()
    check_has_something(
        inputs, survivor.first_name, survivor.last_name, survivor.company_name, after.emails, after.phones
    )
    inputs.done()
    await remember_words(survivor, after)
    value = {} if worth == shown_value(survivor) else {"estimatedValue": (worth, shown_value(survivor))}
    names = {"mergedFrom": ([to_global("Lead", id) for id in ids], None)}
    record.kept = [_kept(survivor, after, field) for field in (*kept, *edited)]
    record.undone_at, record.undone_by_id = now(), who.member_id
    emit(
        LeadEvent.MERGE_UNDONE,
        survivor,
        shown_changes(changes) | value | list_changes(children, after) | names,
    )
    await drop_ignored(survivor.id, [UUID(id) for id in record.told])
    await note_likeness(survivor, after)
    for id in ids:
        await _bring_back(id, record)
    await record.save(update_fields=["kept", "undone_at", "undone_by_id"])


async def _bring_back(id: UUID, record: MergeRecord) -> None:
    """An open lead whose owner may own none any more goes back into the queue of its team, as it would have then."""
    lead = await Lead.mine().get(id=id)
    is_open = lead.status in {LeadStatus.OPEN, LeadStatus.QUALIFIED}
    children = await children_of(lead)
    await note_likeness(lead, children)
    witness("lead.brought_back", lead)
    if is_open and not await may_own(lead.owner_id):
        await give(lead, owner_id=None, team_id=lead.team_id)
        assert record.kept is not None
        record.kept.append(_kept(lead, children, "ownerId"))


async def _columns(lead: Lead, record: MergeRecord) -> tuple[dict[str, Any], list[str]]:
    """The columns to put back, and the fields that were edited since."""
    columns: dict[str, Any] = {}
    edited: list[str] = []
    for field, names in (FIELDS | TIMES).items():
        changed = [name for name in names if name in record.before]
        before = {name: restored_form(name, record.before[name]) for name in changed}
        if any(plain(getattr(lead, name)) != record.after[name] for name in changed) or (
            field == "ownerId" and changed and not await _is_there(lead, before)
        ):
            edited.append(field)
        else:
            columns |= before
    if "custom" in record.before:
        columns["custom"], keys = _custom(lead.custom, record.before["custom"], record.after["custom"])
        edited += [f"{CUSTOM}{key}" for key in keys]
    return columns, edited


async def _is_there(lead: Lead, before: dict[str, Any]) -> bool:
    """Whether the owner and the team that the lead had can have it again."""
    team_id = before.get("team_id", lead.team_id)
    has_team = team_id is None or await Team.seen(team_id) is not None
    return has_team and await may_own(before.get("owner_id", lead.owner_id))


def _custom(
    now_there: dict[str, Any], before: dict[str, Any], after: dict[str, Any]
) -> tuple[dict[str, Any], list[str]]:
    changed = [key for key in sorted({*before, *after}) if before.get(key) != after.get(key)]
    edited = [key for key in changed if now_there.get(key) != after.get(key)]
    back = {key: before.get(key) for key in changed if key not in edited}
    return {key: value for key, value in (now_there | back).items() if value is not None}, edited


def _kept(lead: Lead, children: Children, field: str) -> dict[str, Any]:
    return {
        "lead_id": to_global("Lead", lead.id),
        "field": field,
        "value": plain(_value(lead, children, field)),
    }


def _value(lead: Lead, children: Children, field: str) -> Any:
    """What a field holds, as events show it."""
    if field == "estimatedValue":
        return shown_value(lead)
    if field.startswith(CUSTOM):
        return lead.custom.get(field.removeprefix(CUSTOM))
    lists = shown_lists(children)
    if field in lists:
        return lists[field]
    column = (FIELDS | TIMES)[field][0]
    [(_, value)] = shown_changes({column: (None, getattr(lead, column))}).values()
    return value
