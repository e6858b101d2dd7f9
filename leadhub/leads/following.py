"""Following leads as they change: what an event is to somebody who watches a part of them."""

from collections.abc import AsyncGenerator, Hashable
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from leadhub.events.models import Event
from leadhub.kit.actor import Actor, services
from leadhub.kit.feed import Interest
from leadhub.kit.node import to_global
from leadhub.leads.meeting import Meets
from leadhub.leads.models import Lead, LeadChangeKind
from leadhub.leads.reach import is_in_reach
from leadhub.leads.states import LeadState, Passage, passages


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a lead that is watched. `lead` is the row as it is now, under the watcher's rights."""

    kind: LeadChangeKind
    lead_id: str
    lead: Lead | None
    seq: int
    type: str


async def changes(meets: Meets, after: int | None) -> AsyncGenerator[Change, None]:
    """The changes of live leads in the caller's reach that meet a condition, or met it before."""
    interest = Interest(_concerns(meets), facts=passages, view=_view)
    async with aclosing(services().feed.follow(interest, after)) as found:
        async for items in found:
            for at, (kind, id, event) in enumerate(items, 1):
                # Loaded through row security. What has gone out of reach since is told when its event comes.
                lead = None if kind is LeadChangeKind.LEFT else await Lead.seen(id)
                if lead is not None or kind is LeadChangeKind.LEFT:
                    # Of several leads in one event, whoever resumes before the last is told of all of them again.
                    seq = event.seq if at == len(items) else event.seq - 1
                    yield Change(kind, to_global("Lead", id), lead, seq, event.type)


Item = tuple[LeadChangeKind, UUID, Event]


def _concerns(meets: Meets) -> Any:
    def holds(who: Actor, state: LeadState | None) -> bool:
        if state is None or state.deleted_at is not None or state.merged_into_id is not None:
            return False
        return is_in_reach(who, state) and meets(state)

    def item(who: Actor, event: Event, passage: Passage) -> Item | None:
        was, is_now = holds(who, passage.before), holds(who, passage.after)
        if is_now:
            return (LeadChangeKind.UPDATED if was else LeadChangeKind.ENTERED), passage.lead_id, event
        return (LeadChangeKind.LEFT, passage.lead_id, event) if was else None

    def concerns(who: Actor, event: Event, passage: Passage | None) -> list[Item] | None:
        if passage is None:
            return None
        items = [item(who, event, one) for one in (*passage.others, passage)]
        return [one for one in items if one is not None] or None

    return concerns


def _view(who: Actor) -> Hashable:
    return who.reach, who.member_id, who.team_ids, who.masked
