"""Making a lead, and changing what it says: each the same for every mutation, form or import that does it."""

from typing import Any
from uuid import UUID

from leadhub.duplicates.matching import person_of
from leadhub.duplicates.pairs import note_likeness
from leadhub.intake.rules import first_stage, next_number
from leadhub.intake.types import CreateLeadInput, UpsertLeadInput
from leadhub.kit.actor import Actor, actor
from leadhub.kit.db import whole_tenant
from leadhub.kit.events import emit
from leadhub.kit.inputs import Inputs, now
from leadhub.labels.models import Tag
from leadhub.leads import models
from leadhub.leads.changing import apply, shown_changes, shown_value
from leadhub.leads.children import Children, list_changes, set_children, words_of
from leadhub.leads.models import LeadEvent
from leadhub.leads.ownership import hold_owner, whose
from leadhub.leads.reading import LeadValues
from leadhub.leads.rules import check_has_something, check_starts, first_step
from leadhub.leads.states import LeadState, state_to_be
from leadhub.pipelines.models import Stage
from leadhub.pipelines.rules import hold_stage
from leadhub.routing.placing import place, remember

_NAMES = ("first_name", "last_name", "company_name")


async def take_in(input: CreateLeadInput | UpsertLeadInput, values: LeadValues, who: Actor) -> models.Lead:
    """A new lead in the stage and the hands that the input names, with the whole tenant in reach from here on."""
    check_new(values)
    stage = await first_stage(input)
    await hold_stage(stage, "input", "stageId")
    owner_id, team_id = await whose(Inputs(), input, who)
    await whole_tenant("numbers, external ids and duplicates are the tenant's, whoever sees their leads")
    if owner_id is not None:
        await hold_owner(owner_id)
    return await make_lead(values, stage, owner_id=owner_id, team_id=team_id)


def check_new(values: LeadValues) -> None:
    """A new lead can be found again."""
    inputs = Inputs()
    names = (values.columns.get(name) for name in _NAMES)
    check_has_something(inputs, *names, values.emails, values.phones)
    inputs.done()


async def make_lead(values: LeadValues, stage: Stage, **hands: UUID | None) -> models.Lead:
    """Writes a new lead with what hangs on it, its first step and its event, and notes whose double it may be. One without
    an owner goes to whom the assignment rules give it."""
    lead = lead_to_be(values, stage, **hands)
    placing = None
    if lead.owner_id is None:
        placing = await place(await state_of_new(lead, values), for_real=True)
    if placing is not None:
        lead.owner_id, lead.team_id = placing.owner_id, placing.team_id
    await _write(lead, values, stage)
    if placing is not None:
        await remember(placing, lead)
    return lead


def lead_to_be(values: LeadValues, stage: Stage, **hands: UUID | None) -> models.Lead:
    """A new lead in a stage and in these hands, not stored and without a number."""
    moment = now()
    custom = {key: value for key, value in (values.custom or {}).items() if value is not None}
    return models.Lead(
        **(values.columns | {"custom": custom}),
        **hands,
        number="",
        pipeline_id=stage.pipeline_id,
        stage_id=stage.id,
        status=stage.category,
        stage_since=moment,
        last_activity_at=moment,
        created_at=moment,
        updated_at=moment,
    )


async def state_of_new(lead: models.Lead, values: LeadValues) -> LeadState:
    """What rules see of a new lead: all but its number, which comes last."""
    known = await Tag.mine().filter(archived_at__isnull=True) if values.tags else []
    names = {tag.name.casefold(): tag.name for tag in known}
    tags = (names.get(name.casefold(), name) for name in values.tags or ())
    return state_to_be(
        lead,
        emails=tuple(contact.normalised for contact in values.emails or ()),
        phones=tuple(contact.normalised for contact in values.phones or ()),
        tags=tuple(sorted(tags)),
        external_ids=tuple(sorted(values.external_ids or ())),
    )


async def _write(lead: models.Lead, values: LeadValues, stage: Stage) -> None:
    who, moment = actor(), lead.created_at
    lead.number = await next_number(who, moment)
    lead.words = words_of(lead, values.emails or (), values.phones or ())
    await lead.save(force_create=True)
    none = Children([], [], [], [])
    children = await set_children(lead, values, none, who)
    check_starts(lead, stage, children)
    await first_step(lead, stage, at=moment, by=who.member_id).save(force_create=True)
    await note_likeness(lead, children)
    emit(LeadEvent.CREATED, lead, _created(lead, values) | list_changes(none, children))


def _created(lead: models.Lead, values: LeadValues) -> dict[str, tuple[Any, Any]]:
    columns = {"number", "owner_id", "team_id", "stage_id", "status", "custom", *values.columns}
    found = {name: (None, getattr(lead, name)) for name in sorted(columns)}
    found = {name: pair for name, pair in found.items() if pair[1] not in (None, {})}
    value = {"estimatedValue": (None, shown_value(lead))} if lead.estimated_amount is not None else {}
    return shown_changes(found) | value


async def change(lead: models.Lead, children: Children, values: LeadValues, who: Actor) -> None:
    """Sets what was read on a locked lead, and notes whose double it may be now."""
    inputs = Inputs()
    names = (values.columns.get(name, getattr(lead, name)) for name in _NAMES)
    emails = children.emails if values.emails is None else values.emails
    phones = children.phones if values.phones is None else values.phones
    check_has_something(inputs, *names, emails, phones)
    inputs.done()
    before = person_of(lead, children)
    after = await apply(lead, values, children, who)
    if person_of(lead, after) != before:
        await note_likeness(lead, after)
