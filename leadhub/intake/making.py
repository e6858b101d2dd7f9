"""Making a lead, and changing what it says: each the same for every mutation, form or import that does it."""

from typing import Any

from leadhub.duplicates.pairs import note_likeness
from leadhub.intake.rules import first_stage, next_number
from leadhub.intake.types import CreateLeadInput, UpsertLeadInput
from leadhub.kit.actor import Actor, actor
from leadhub.kit.db import whole_tenant
from leadhub.kit.events import emit
from leadhub.kit.inputs import Inputs, now
from leadhub.leads import models
from leadhub.leads.changing import apply, remember_words, shown_changes, shown_value
from leadhub.leads.children import Children, children_of, set_children
from leadhub.leads.models import LeadEvent
from leadhub.leads.ownership import hold_owner, whose
from leadhub.leads.reading import LeadValues
from leadhub.leads.rules import check_has_something, check_starts, first_step
from leadhub.pipelines.models import Stage
from leadhub.pipelines.rules import hold_stage

_NAMES = ("first_name", "last_name", "company_name")


async def take_in(input: CreateLeadInput | UpsertLeadInput, values: LeadValues, who: Actor) -> models.Lead:
    """A new lead in the stage and the hands that the input names, with the whole tenant in reach from here on."""
    inputs = Inputs()
    names = (values.columns.get(name) for name in _NAMES)
    check_has_something(inputs, *names, values.emails, values.phones)
    inputs.done()
    stage = await first_stage(input)
    await hold_stage(stage, "input", "stageId")
    owner_id, team_id = await whose(inputs, input, who)
    await whole_tenant("numbers, external ids and duplicates are the tenant's, whoever sees their leads")
    if owner_id is not None:
        await hold_owner(owner_id)
    return await make_lead(values, stage, owner_id=owner_id, team_id=team_id)


async def make_lead(values: LeadValues, stage: Stage, **hands: Any) -> models.Lead:
    """Writes a new lead with what hangs on it, its first step and its event, and notes whose double it may be."""
    who, moment = actor(), now()
    custom = {key: value for key, value in (values.custom or {}).items() if value is not None}
    lead = models.Lead(
        **(values.columns | {"custom": custom}),
        **hands,
        number="",
        pipeline_id=stage.pipeline_id,
        stage_id=stage.id,
        status=stage.category,
        stage_since=moment,
        last_activity_at=moment,
        created_at=moment,
    )
    lead.number = await next_number(who, moment)
    await lead.save(force_create=True)
    lists = await set_children(lead, values, Children([], [], [], []), who)
    children = await children_of(lead)
    check_starts(lead, stage, children)
    await remember_words(lead, children)
    await first_step(lead, stage, at=moment, by=who.member_id).save(force_create=True)
    await note_likeness(lead, children)
    emit(LeadEvent.CREATED, lead, _created(lead, values) | lists)
    return lead


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
    await apply(lead, values, children, who)
    await note_likeness(lead, await children_of(lead))
