"""Reading one's notifications, and being told of new ones."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated, Any

import strawberry

from leadhub.errors import LimitExceeded
from leadhub.kit.actor import Actor, actor, services
from leadhub.kit.connection import NEWEST_FIRST, After, Connection, First, Listing, read_page, window
from leadhub.kit.events import witness
from leadhub.kit.feed import Interest
from leadhub.kit.fields import Answer, mutation, query, subscription
from leadhub.kit.inputs import is_given, now
from leadhub.kit.node import find, to_global
from leadhub.kit.scopes import Scope
from leadhub.notifications import models
from leadhub.notifications.models import NotificationEvent
from leadhub.notifications.types import MarkNotificationsReadInput, Notification

_MOST = 100


@query(Scope.SELF_READ, Connection[Notification])
async def notifications(
    unread_only: Annotated[
        bool, strawberry.argument(description="Only what you have not marked as read.")
    ] = False,
    first: First = None,
    after: After = None,
) -> Connection[Notification]:
    """What you were told, newest first."""
    page = window(first, after)
    rows = models.Notification.mine().filter(member_id=actor().member_id)
    if unread_only:
        rows = rows.filter(read_at__isnull=True)
    return read_page(Listing("notifications", rows, NEWEST_FIRST), page)


@mutation(Scope.SELF_WRITE, count=(int, "How many were unread before."))
async def mark_notifications_read(input: MarkNotificationsReadInput) -> Answer:
    """Marks notifications as read: yours, since you see no others."""
    unread = models.Notification.mine().filter(member_id=actor().member_id, read_at__isnull=True)
    if is_given(input.ids) and input.ids is not None:
        if len(input.ids) > _MOST:
            raise LimitExceeded(f"At most {_MOST} at once.", path=["input", "ids"])
        found = [
            await find(models.Notification, id, ["input", "ids", str(at)]) for at, id in enumerate(input.ids)
        ]
        unread = unread.filter(id__in=[row.id for row in found])
    count = await unread.update(read_at=now())
    witness("notification.read")
    return {"count": count}


@subscription(Scope.SELF_READ, Notification)
async def notification_added() -> AsyncGenerator[models.Notification, None]:
    """What you are told, as it comes. Subscribe first and read the list then, also when you come back, and you miss
    nothing. Ends with SLOW_READER for who does not keep up."""
    async with aclosing(services().feed.follow(Interest(_concerns), None)) as found:
        async for event in found:
            # Through row security, which shows each member their own.
            row = await models.Notification.seen(event.subject_id)
            if row is not None:
                yield row


def _concerns(who: Actor, event: Any, _fact: Any) -> Any:
    if event.type != NotificationEvent.ADDED or who.member_id is None:
        return None
    return event if event.changes["memberId"]["to"] == to_global("Member", who.member_id) else None
