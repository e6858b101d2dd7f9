"""Promising to get in touch again."""

from leadhub.followups.types import SetNextFollowUpInput
from leadhub.kit.actor import actor
from leadhub.kit.events import emit
from leadhub.kit.fields import Answer, mutation
from leadhub.kit.inputs import Inputs, save
from leadhub.kit.scopes import Scope
from leadhub.leads.changing import lead_to_change, shown_changes
from leadhub.leads.models import LeadEvent
from leadhub.leads.reading import read_moment
from leadhub.leads.types import Lead


@mutation(Scope.LEAD_WRITE, lead=Lead)
async def set_next_follow_up(input: SetNextFollowUpInput) -> Answer:
    """Says when to get in touch with a lead again, or that there is no need to. Its owner of then is reminded, once."""
    inputs = Inputs()
    moment = read_moment(inputs, input.at, "at") if input.at is not None else None
    lead = await lead_to_change(
        input.id, input.expected_version, actor(), "the lead may leave the caller's reach while it is locked"
    )
    if changes := await save(lead, next_follow_up_at=moment):
        emit(LeadEvent.UPDATED, lead, shown_changes(changes))
    return {"lead": lead}
