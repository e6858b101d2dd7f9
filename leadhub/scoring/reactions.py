"""What follows from changes of leads, in their transaction: their scores."""

from collections.abc import Sequence
from uuid import UUID

from leadhub.activities.models import Activity, ActivityEvent
from leadhub.kit.events import Entry, Reaction
from leadhub.kit.inputs import now
from leadhub.labels.models import LabelEvent
from leadhub.leads.models import UNVERSIONED, Lead, LeadEvent
from leadhub.leads.states import merged_leads
from leadhub.scoring.rescoring import begin_rescoring
from leadhub.scoring.rules import scoring_now
from leadhub.scoring.scores import rest, score

_LEADS = frozenset(LeadEvent) - UNVERSIONED


async def _score_changed(entries: Sequence[Entry]) -> None:
    changed = {entry.subject.id: entry.subject for entry in entries if isinstance(entry.subject, Lead)}
    merged = _of(LeadEvent.MERGED, entries)
    back = [id for ids in _of(LeadEvent.MERGE_UNDONE, entries).values() for id in ids]
    live = [lead for lead in changed.values() if lead.deleted_at is None and lead.merged_into_id is None]
    scoring = await scoring_now()
    if scoring is None and not back and all(lead.score is None for lead in changed.values()):
        return
    away = [id for id, lead in changed.items() if lead not in live]
    await rest([*away, *(id for ids in merged.values() for id in ids)])
    if back:
        live += await Lead.mine().filter(id__in=back, deleted_at__isnull=True)
    await score(live, scoring, now(), merged)


def _of(type: LeadEvent, entries: Sequence[Entry]) -> dict[UUID, list[UUID]]:
    """By survivor, the leads that the events of this type are about besides."""
    return {
        entry.subject.id: merged_leads(entry.changes)
        for entry in entries
        if entry.action == type and entry.subject is not None
    }


async def _score_worked_on(entries: Sequence[Entry]) -> None:
    """Also rules that ask for `lastActivityAt` hear of an activity so."""
    scoring = await scoring_now()
    if scoring is not None:
        ids = {entry.subject.lead_id for entry in entries if isinstance(entry.subject, Activity)}
        live = Lead.mine().filter(id__in=list(ids), deleted_at__isnull=True, merged_into_id__isnull=True)
        await score(await live, scoring, now())


async def _score_renamed(_entries: Sequence[Entry]) -> None:
    """Rules ask for tags by name."""
    if await scoring_now() is not None:
        await begin_rescoring()


REACTIONS = (
    Reaction(_LEADS, _score_changed),
    Reaction(frozenset(ActivityEvent), _score_worked_on),
    Reaction(frozenset({LabelEvent.TAG_UPDATED}), _score_renamed),
)
