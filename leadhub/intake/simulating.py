"""Whose a new lead would become, without making it."""

from leadhub.intake.making import check_new, lead_to_be, state_of_new
from leadhub.intake.rules import first_stage
from leadhub.intake.types import CreateLeadInput
from leadhub.kit.actor import Actor
from leadhub.kit.inputs import Inputs
from leadhub.leads.ownership import whose
from leadhub.leads.reading import LeadValues
from leadhub.routing.models import AssignmentDecision
from leadhub.routing.placing import place


async def simulate(input: CreateLeadInput, values: LeadValues, who: Actor) -> AssignmentDecision:
    """The decision that taking this lead in would lead to at this moment; it is not stored, and takes nobody's turn."""
    check_new(values)
    owner_id, team_id = await whose(Inputs(), input, who)
    lead = lead_to_be(values, await first_stage(input), owner_id=owner_id, team_id=team_id)
    placing = await place(await state_of_new(lead, values), for_real=False) if owner_id is None else None
    if placing is not None:
        return placing.decision
    return AssignmentDecision(
        lead_id=lead.id, member_id=owner_id, queued=False, at=lead.created_at, candidates=[]
    )
