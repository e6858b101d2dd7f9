"""The event log for other systems: read in pages, or followed as it grows."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated

import strawberry

from leadhub.events import models
from leadhub.events.log import EventLog, is_wanted, read_types
from leadhub.events.types import Event, EventPage
from leadhub.kit.actor import services
from leadhub.kit.connection import First, window
from leadhub.kit.feed import Interest
from leadhub.kit.fields import query, subscription
from leadhub.kit.scopes import Scope

Types = Annotated[
    list[str] | None,
    strawberry.argument(
        description="Only events of these types, such as `lead.created`; all when not given."
    ),
]


@query(Scope.EVENT_READ, EventPage)
async def events(
    after: Annotated[int, strawberry.argument(description="The last number you know; 0 from the beginning.")],
    types: Types = None,
    first: First = None,
) -> EventPage:
    """The events after a number, oldest first. Whoever asks again with `lastSeq` as `after` misses none and sees
    none twice. Events are kept for 90 days unless the server says otherwise; older numbers are FEED_EXPIRED."""
    log, wanted, size = EventLog(), read_types(types), window(first, None).size
    # Before the rows: all that was committed up to here is on this page or on those before and after it.
    head = await log.check(after)
    rows = models.Event.mine().filter(seq__gt=after)
    if wanted is not None:
        rows = rows.filter(type__in=list(wanted))
    found = await rows.order_by("seq").limit(size + 1)
    page, has_more = found[:size], len(found) > size
    head = max(head, found[-1].seq) if found else head
    return EventPage(
        events=page,  # type: ignore[arg-type]
        last_seq=page[-1].seq if has_more else head,
        head_seq=head,
        has_more=has_more,
    )


@subscription(Scope.EVENT_READ, Event)
async def event_stream(
    after: Annotated[int, strawberry.argument(description="The last number you know; 0 from the beginning.")],
    types: Types = None,
) -> AsyncGenerator[models.Event, None]:
    """All events after a number, and then each as it happens, in order, each exactly once. When the connection breaks,
    subscribe again with the last `seq` you got as `after`. Ends with SLOW_READER for who does not keep up."""
    wanted = read_types(types)
    interest = Interest(lambda _who, event, _fact: event if is_wanted(wanted, event) else None)
    async with aclosing(services().feed.follow(interest, after)) as found:
        async for event in found:
            yield event
