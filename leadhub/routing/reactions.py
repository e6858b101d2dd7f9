"""What follows for the queue when a lead changes, in the same transaction."""

from collections.abc import Sequence

from leadhub.kit.events import Entry, Reaction
from leadhub.kit.inputs import now
from leadhub.kit.node import from_global
from leadhub.leads.changing import give
from leadhub.leads.models import Lead, LeadEvent
from leadhub.members.models import Member
from leadhub.pipelines.models import LeadStatus
from leadhub.routing.matching import rules_in_use
from leadhub.routing.models import AssignmentDecision, QueuedLead
from leadhub.routing.standing import obstacle_to_owning

_OPEN = {LeadStatus.OPEN, LeadStatus.QUALIFIED}


async def follow(entries: Sequence[Entry]) -> None:
    """A lead that goes into other hands waits no more, unless it is an open one whose owner may own none any more: that
    waits for another. One that changes while it waits is looked at anew. Merges change nothing of this, so that undoing
    one does not."""
    for entry in entries:
        lead = entry.subject
        assert isinstance(lead, Lead)
        if entry.action == LeadEvent.ASSIGNED and "ownerId" in entry.changes:
            await QueuedLead.mine().filter(lead_id=lead.id).delete()
            before = entry.changes["ownerId"]["from"]
            if lead.owner_id is None:
                await _wait_for_another(lead, await Member.mine().get(id=from_global(before)[1]))
        elif lead.owner_id is None:
            await QueuedLead.mine().filter(lead_id=lead.id).update(look_again=True)
        elif entry.action == LeadEvent.RESTORED:
            await _follow_restored(lead)


async def _follow_restored(lead: Lead) -> None:
    owner = await Member.mine().get(id=lead.owner_id)
    if obstacle_to_owning(owner) is not None:
        await give(lead, owner_id=None, team_id=lead.team_id)
        await _wait_for_another(lead, owner)


async def _wait_for_another(lead: Lead, owner: Member) -> None:
    reason = obstacle_to_owning(owner)
    is_open = lead.status in _OPEN and lead.converted_at is None
    if reason is None or not is_open or not await rules_in_use():
        return
    moment = now()
    await AssignmentDecision.create(
        lead_id=lead.id, queued=True, at=moment, candidates=[{"member_id": str(owner.id), "reason": reason}]
    )
    await QueuedLead.create(lead_id=lead.id, since=moment)


REACTIONS = (Reaction(frozenset(set(LeadEvent) - {LeadEvent.CREATED}), follow),)
