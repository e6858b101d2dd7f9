"""What a caller is told of possible duplicates: those they see, and how many they do not."""

from collections.abc import Sequence
from datetime import timedelta

from leadhub.duplicates.matching import Match
from leadhub.duplicates.types import DuplicateCandidate, DuplicateReport
from leadhub.kit.actor import Actor
from leadhub.kit.attempts import count_attempt
from leadhub.kit.events import unit, witness
from leadhub.kit.scopes import Scope
from leadhub.leads.models import Lead
from leadhub.leads.reach import is_in_reach

MOST_TOLD = 60
_WINDOW = timedelta(hours=1)


async def report(found: Sequence[Match], who: Actor) -> DuplicateReport:
    """The matches as this caller may know of them. Says nothing yet: see `note_told`."""
    rows = await Lead.mine().filter(id__in=[match.lead_id for match in found])
    seen = {lead.id: lead for lead in rows if is_in_reach(who, lead)}
    return DuplicateReport(
        candidates=[
            DuplicateCandidate(
                lead=seen[match.lead_id],  # type: ignore[arg-type]
                reasons=list(match.reasons),
                weight=match.weight,
            )
            for match in found
            if match.lead_id in seen
        ],
        hidden_candidates=len(found) - len(seen) if Scope.LEAD_WRITE in who.scopes else 0,
    )


async def note_told(told: DuplicateReport, who: Actor) -> None:
    """Counts and audits, in the running unit, that a caller learns of leads they may not see. Raises Throttled for who
    asks too often: one by one, a whole list of addresses could be tried."""
    if told.hidden_candidates:
        await count_attempt(f"hidden duplicates {who.tenant_id} {who.id}", limit=MOST_TOLD, window=_WINDOW)
        witness("lead.hidden_duplicates_told")


async def note_told_alone(told: DuplicateReport, who: Actor) -> None:
    """The same where no unit runs."""
    async with unit():
        await note_told(told, who)
