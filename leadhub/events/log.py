"""Reading the event log by its numbers, as the feed and the pollers do."""

from collections.abc import Sequence
from typing import Any

from leadhub.errors import BadRequest, FeedExpired
from leadhub.events.models import Event
from leadhub.kit.actor import actor
from leadhub.kit.db import fetch
from leadhub.kit.events import event_types

# Row security hides nothing here that readers of the feed may not see: they all see the whole tenant.
_BOUNDS = """
select h.event_seq as newest, (select min(e.seq) from event e where e.tenant_id = h.tenant_id) as oldest
from tenant_head h where h.tenant_id = $1
"""


class EventLog:
    """The events of the actor's tenant."""

    async def newest(self) -> int:
        """The number of the newest event; 0 when there is none."""
        return (await self.bounds())[1]

    async def check(self, after: int) -> int:
        """The number of the newest event. Raises FeedExpired when events after `after` are deleted already, and
        BadRequest when it was not reached yet: whoever asks so would silently miss what comes before it."""
        oldest, newest = await self.bounds()
        if not 0 <= after <= newest:
            raise BadRequest(
                f"`after` must be from 0 to {newest}, the number of the newest event.",
                argument="after",
                headSeq=newest,
            )
        if after + 1 < oldest:
            raise FeedExpired(oldestSeq=oldest, headSeq=newest)
        return newest

    async def after(self, seq: int, most: int) -> Sequence[Event]:
        """The events after a number, oldest first."""
        return await Event.mine().filter(seq__gt=seq).order_by("seq").limit(most)

    async def bounds(self) -> tuple[int, int]:
        """The numbers of the oldest event that is kept (the next one's, when none is) and of the newest."""
        [row] = await fetch(_BOUNDS, actor().tenant_id)
        newest: int = row["newest"]
        return row["oldest"] or newest + 1, newest


def read_types(types: Sequence[str] | None) -> frozenset[str] | None:
    """The types of events that are asked for; None is all of them. An unknown one is BAD_REQUEST, since a slip of
    the pen would look like nothing happening."""
    if types is None:
        return None
    known = event_types()
    for name in types:
        if name not in known:
            raise BadRequest(
                f"There is no event {name[:60]!r}; there are {', '.join(known)}.", argument="types"
            )
    return frozenset(types)


def is_wanted(types: frozenset[str] | None, event: Any) -> bool:
    """Whether an event is of the types that were asked for."""
    return types is None or event.type in types
