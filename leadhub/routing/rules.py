"""Who came too late for a lead, and who never saw it."""

from uuid import UUID

from leadhub.events.models import Event
from leadhub.kit.actor import Actor
from leadhub.kit.node import to_global
from leadhub.leads.models import Lead, LeadEvent


async def came_too_late(who: Actor, lead_id: UUID) -> bool:
    """Whether a lead that the caller does not see was theirs to claim until somebody took it: its last
    change of hands was from nobody, in a team of the caller. Needs the whole tenant."""
    last = await Event.mine().filter(subject_id=lead_id, type=LeadEvent.ASSIGNED).order_by("-seq").first()
    if last is None or last.changes.get("ownerId", {"from": lead_id})["from"] is not None:
        return False
    if "teamId" in last.changes:
        return last.changes["teamId"]["from"] in {to_global("Team", id) for id in who.team_ids}
    lead = await Lead.mine().get(id=lead_id)
    return lead.team_id in who.team_ids
