"""Telling members, in the transaction in which what they are told of comes about."""

from collections.abc import Iterable
from uuid import UUID

from leadhub.kit.actor import actor
from leadhub.kit.events import emit
from leadhub.kit.inputs import now
from leadhub.kit.model import TenantModel
from leadhub.kit.node import to_global
from leadhub.notifications.models import Notification, NotificationEvent, NotificationKind


async def notify(
    member_ids: Iterable[UUID], kind: NotificationKind, subject: TenantModel, *, lead_id: UUID | None = None
) -> None:
    """Tells each of these members once, but not whoever does it. Whether they may see `subject` is asked before."""
    who, moment = actor(), now()
    for member_id in sorted(set(member_ids) - {who.member_id}):
        row = Notification(
            member_id=member_id,
            kind=kind,
            subject_type=type(subject).__name__,
            subject_id=subject.id,
            lead_id=lead_id,
            by_id=who.member_id,
            created_at=moment,
        )
        await row.save(force_create=True)
        told = {"memberId": (None, to_global("Member", member_id)), "kind": (None, kind)}
        emit(NotificationEvent.ADDED, row, told)
