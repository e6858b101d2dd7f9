"""What follows from changes of leads, in their transaction: how soon they are to be answered, and whether they were."""

from collections.abc import Sequence

from leadhub.activities.models import Activity, ActivityEvent
from leadhub.kit.events import Entry, Reaction
from leadhub.kit.inputs import now
from leadhub.labels.models import LabelEvent
from leadhub.leads.models import Lead, LeadEvent
from leadhub.leads.states import merged_leads
from leadhub.sla.following import follow, rest
from leadhub.sla.policies import policies_in_use
from leadhub.sla.sweeping import begin_sweep

_LEADS = frozenset(LeadEvent) - {LeadEvent.SLA_CHANGED, LeadEvent.SLA_BREACHED}


async def _follow(entries: Sequence[Entry]) -> None:
    leads = {entry.subject.id: entry.subject for entry in entries if isinstance(entry.subject, Lead)}
    asked = {entry.subject.lead_id for entry in entries if isinstance(entry.subject, Activity)}
    for entry in entries:
        if entry.action == LeadEvent.MERGED:
            await rest(merged_leads(entry.changes))
        elif entry.action == LeadEvent.MERGE_UNDONE:
            asked |= set(merged_leads(entry.changes))
    if missing := asked - leads.keys():
        leads |= {lead.id: lead for lead in await Lead.mine().filter(id__in=list(missing))}
    await follow(list(leads.values()), now())


async def _follow_renamed(_entries: Sequence[Entry]) -> None:
    """Policies ask for tags by name."""
    if await policies_in_use():
        await begin_sweep()


REACTIONS = (
    Reaction(_LEADS | frozenset(ActivityEvent), _follow),
    Reaction(frozenset({LabelEvent.TAG_UPDATED}), _follow_renamed),
)
