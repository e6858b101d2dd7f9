"""The way in: a new lead."""

from typing import Any

from leadhub.intake.rules import first_stage, next_number
from leadhub.intake.types import CreateLeadInput
from leadhub.kit.actor import actor
from leadhub.kit.db import whole_tenant
from leadhub.kit.events import emit
from leadhub.kit.fields import Answer, mutation
from leadhub.kit.inputs import Inputs, is_given, now
from leadhub.kit.scopes import Scope
from leadhub.leads import models
from leadhub.leads.changing import remember_words, shown_changes, shown_value
from leadhub.leads.children import Children, children_of, set_children
from leadhub.leads.models import LeadEvent
from leadhub.leads.ownership import hold_owner, whose
from leadhub.leads.reading import LeadValues, read_external_id, read_fields
from leadhub.leads.rules import check_has_something, check_starts, first_step
from leadhub.leads.types import Lead
from leadhub.pipelines.models import Stage
from leadhub.pipelines.rules import hold_stage


@mutation(Scope.LEAD_WRITE, lead=Lead)
async def create_lead(input: CreateLeadInput) -> Answer:
    """Takes a lead in. It starts in the first stage of the default pipeline unless you say otherwise."""
    who, inputs = actor(), Inputs()
    values = await read_fields(inputs, input, who)
    if is_given(input.external_id) and input.external_id is not None:
        values.external_ids = [read_external_id(inputs, input.external_id, "externalId")]
        values.has_one_external_id = True
    inputs.done()
    columns = values.columns
    names = (columns.get(name) for name in ("first_name", "last_name", "company_name"))
    check_has_something(inputs, *names, values.emails, values.phones)
    inputs.done()
    stage = await first_stage(input)
    await hold_stage(stage, "input", "stageId")
    owner_id, team_id = await whose(inputs, input, who)
    await whole_tenant("numbers and external ids are the tenant's, whoever sees their leads")
    if owner_id is not None:
        await hold_owner(owner_id)
    lead = await make_lead(values, stage, owner_id=owner_id, team_id=team_id)
    return {"lead": lead}


async def make_lead(values: LeadValues, stage: Stage, **hands: Any) -> models.Lead:
    """Writes a new lead with what hangs on it, its first step and its event."""
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
    emit(LeadEvent.CREATED, lead, _created(lead, values) | lists)
    return lead


def _created(lead: models.Lead, values: LeadValues) -> dict[str, tuple[Any, Any]]:
    columns = {"number", "owner_id", "team_id", "stage_id", "status", "custom", *values.columns}
    found = {name: (None, getattr(lead, name)) for name in sorted(columns)}
    found = {name: pair for name, pair in found.items() if pair[1] not in (None, {})}
    value = {"estimatedValue": (None, shown_value(lead))} if lead.estimated_amount is not None else {}
    return shown_changes(found) | value
