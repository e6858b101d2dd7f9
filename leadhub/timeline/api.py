"""Being told what happens with a lead."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated, Any

import strawberry

from leadhub.events.models import Event
from leadhub.kit.actor import Actor, services
from leadhub.kit.feed import Interest
from leadhub.kit.fields import subscription
from leadhub.kit.node import find, to_global
from leadhub.kit.scopes import Scope
from leadhub.leads.models import Lead
from leadhub.timeline import models
from leadhub.timeline.reactions import BY_EVENT
from leadhub.timeline.types import TimelineItem


@subscription(Scope.ACTIVITY_READ, TimelineItem)
async def timeline_added(
    lead_id: Annotated[strawberry.ID, strawberry.argument(description="The lead.")],
) -> AsyncGenerator[models.TimelineItem, None]:
    """What comes into a lead's timeline, as it happens and as far as you see it. Subscribe first and read the timeline
    then, also when you come back, and you miss nothing. Nothing comes while the lead is not yours to see. Ends with
    SLOW_READER for who does not keep up."""
    lead = await find(Lead, lead_id, ["leadId"])
    interest = Interest(_concerns(lead))
    async with aclosing(services().feed.follow(interest, None)) as found:
        async for event in found:
            # Through row security, which shows a private note to its writer alone.
            of_event = {"event": event.type, "subject_id": event.subject_id, "version": event.version}
            item = await models.TimelineItem.mine().filter(lead_id=lead.id, **of_event).first()
            if item is not None:
                yield item


def _concerns(lead: Lead) -> Any:
    name = to_global("Lead", lead.id)

    def concerns(_who: Actor, event: Event, _fact: Any) -> Event | None:
        if event.type not in BY_EVENT:
            return None
        is_told = event.subject_id == lead.id or event.changes.get("leadId", {}).get("to") == name
        return event if is_told else None

    return concerns
