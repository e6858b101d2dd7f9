"""The ways in which a lead changes, each the same for every mutation, job or worker that does it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from leadhub.errors import Invalid
from leadhub.kit.actor import Actor
from leadhub.kit.db import whole_tenant
from leadhub.kit.events import emit
from leadhub.kit.inputs import locked, now, save, write
from leadhub.kit.node import find, name_rows
from leadhub.kit.scalars import write_money
from leadhub.kit.words import camel_changes
from leadhub.leads.children import Children, check_external_id, list_changes, set_children, words_of
from leadhub.leads.models import ExternalId, Lead, LeadEvent
from leadhub.leads.ownership import hold_owner
from leadhub.leads.reach import check_writable
from leadhub.leads.reading import LeadValues
from leadhub.leads.rules import check_alive, check_unmerged, next_step
from leadhub.pipelines.models import LostReason, Stage

# Columns that name a row, and of which type.
_IDS = {
    "source_id": "LeadSource",
    "owner_id": "Member",
    "team_id": "Team",
    "pipeline_id": "Pipeline",
    "stage_id": "Stage",
    "lost_reason_id": "LostReason",
    "company_id": "Company",
    "contact_id": "Contact",
    "deal_id": "Deal",
}


async def lead_to_change(
    id: str,
    expected_version: int | None,
    who: Actor,
    reason: str,
    *,
    path: Sequence[str] = ("input", "id"),
    deleted: bool = False,
) -> Lead:
    """The lead that an input names, seen and writable and of the version the caller read; locked, with the
    whole tenant in reach from here on. A live one, or one to be restored where `deleted` is said."""
    seen = await find(Lead, id, path)
    check_writable(who, seen, *path)
    if not deleted:
        check_alive(seen, *path)
    await whole_tenant(reason)
    lead = await locked(seen, expected_version)
    await check_unmerged(who, lead, *path)
    if not deleted:
        check_alive(lead, *path)
    return lead


async def revive(lead: Lead, who: Actor, *path: str) -> None:
    """Brings a deleted lead back. UNIQUE when another lead took one of its external ids meanwhile."""
    if lead.deleted_at is None:
        raise Invalid("This lead is not deleted.", path=path)
    for row in await ExternalId.mine().filter(lead_id=lead.id):
        await check_external_id(row.system, row.external_id, who, *path)
    await ExternalId.mine().filter(lead_id=lead.id).update(is_live=True)
    before = lead.deleted_at
    await write(lead, deleted_at=None)
    emit(LeadEvent.RESTORED, lead, {"deletedAt": (before, None)})


async def apply(lead: Lead, values: LeadValues, children: Children, who: Actor) -> Children:
    """Sets what was read from an input, and says what changed; what hangs on the lead then."""
    columns = dict(values.columns)
    if values.custom is not None:
        merged = lead.custom | values.custom
        columns["custom"] = {key: value for key, value in merged.items() if value is not None}
    after = await set_children(lead, values, children, who)
    lists = list_changes(children, after)
    worth = shown_value(lead)
    changes = await save(lead, **columns)
    if not changes and lists:
        await write(lead)
    if changes or lists:
        await remember_words(lead, after)
        value = {} if worth == shown_value(lead) else {"estimatedValue": (worth, shown_value(lead))}
        emit(LeadEvent.UPDATED, lead, shown_changes(changes) | value | lists)
    return after


async def remember_words(lead: Lead, children: Children) -> None:
    """Keeps what search finds the lead by in step with it."""
    words = words_of(lead, children.emails, children.phones)
    if words != lead.words:
        await Lead.mine().filter(id=lead.id).update(words=words)
        lead.words = words


def shown_changes(changes: dict[str, tuple[Any, Any]]) -> dict[str, tuple[Any, Any]]:
    """Changes of columns as changes of fields of the schema, ids as clients know them. The columns of the
    estimated value are left out: it is one field, see `shown_value`."""
    shown = name_rows(changes, _IDS)
    for name in ("estimated_amount", "estimated_currency"):
        shown.pop(name, None)
    if "custom" in shown:
        shown["custom_fields"] = shown.pop("custom")
    return camel_changes(shown)


def shown_value(lead: Lead) -> dict[str, str | None] | None:
    """What a lead may be worth, as events show it."""
    return write_money(lead.estimated_amount, lead.estimated_currency)


async def move(lead: Lead, origin: Stage, target: Stage, who: Actor, **closing: Any) -> None:
    """Puts a lead into another stage, with its history row and event. `closing` sets why it was lost;
    without it, an old reason is cleared."""
    moment = now()
    history = next_step(lead, origin, target, since=lead.stage_since, at=moment, by=who.member_id)
    await history.save(force_create=True)
    reasons = {"lost_reason_id": None, "lost_note": None} | closing
    changes = await save(
        lead,
        stage_id=target.id,
        pipeline_id=target.pipeline_id,
        status=target.category,
        stage_since=moment,
        last_activity_at=moment,
        **reasons,
    )
    del changes["stage_since"], changes["last_activity_at"]
    emit(LeadEvent.STAGE_CHANGED, lead, shown_changes(changes))


async def give(lead: Lead, *, owner_id: UUID | None, team_id: UUID | None) -> None:
    """Puts a lead into other hands, or into nobody's."""
    if owner_id is not None and owner_id != lead.owner_id:
        await hold_owner(owner_id)
    changes = await save(lead, owner_id=owner_id, team_id=team_id)
    if changes:
        emit(LeadEvent.ASSIGNED, lead, shown_changes(changes))


async def find_reason(id: str | None) -> LostReason | None:
    """The lost reason that an input names."""
    return await find(LostReason, id, ["input", "lostReasonId"]) if id is not None else None
