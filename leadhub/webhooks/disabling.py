"""Switching an endpoint off when nothing arrives any more, and telling those who can do something about it."""

from datetime import UTC, datetime
from urllib.parse import urlsplit
from uuid import UUID

import structlog
from tortoise.queryset import QuerySet

from leadhub.kit import metrics
from leadhub.kit.actor import services
from leadhub.kit.events import emit, unit
from leadhub.kit.inputs import write
from leadhub.kit.mail import MailProblem
from leadhub.kit.scopes import Role
from leadhub.members.models import Member, MemberStatus
from leadhub.notifications.models import NotificationKind
from leadhub.notifications.telling import notify
from leadhub.webhooks.lanes import hold_lanes
from leadhub.webhooks.models import WebhookEndpoint, WebhookEvent
from leadhub.webhooks.rules import told

log = structlog.get_logger()

MOST_DEAD = 20


async def disable(endpoint_id: UUID, reason: str, *, at_least_dead: int = 0) -> None:
    """Switches an endpoint of the actor's tenant off, unless it is off already or its record is better by now."""
    async with unit():
        # The endpoint before its lanes, as everybody does.
        endpoint = await WebhookEndpoint.mine().select_for_update(no_key=True).get_or_none(id=endpoint_id)
        if endpoint is None or not endpoint.is_active or endpoint.dead_in_a_row < at_least_dead:
            return
        moment = datetime.now(UTC)
        await write(endpoint, is_active=False, disabled_at=moment)
        await hold_lanes(endpoint.id)
        changes = told({"is_active": (True, False), "disabled_at": (None, moment)})
        emit(WebhookEvent.DISABLED, endpoint, {**changes, "reason": (None, reason)})
        people = [member.id for member in await _people()]
        await notify(people, NotificationKind.WEBHOOK_DISABLED, endpoint)
    metrics.webhook_disabled.inc()
    log.warning("webhook_endpoint_disabled", endpoint=str(endpoint_id), reason=reason)
    if services().mail.enabled:
        services().spawn(_mail(endpoint, reason))


def _people() -> QuerySet[Member]:
    """The tenant's owners and administrators."""
    return Member.mine().filter(status=MemberStatus.ACTIVE, role__in=[Role.OWNER, Role.ADMIN]).order_by("id")


async def _mail(endpoint: WebhookEndpoint, reason: str) -> None:
    mail, host = services().mail, urlsplit(endpoint.url).netloc
    text = (
        f"LeadHub has switched off your webhook endpoint at {host}.\n\n{reason}\n\n"
        "Events wait for it. Once the receiver works again, switch it on with the mutation updateWebhookEndpoint "
        f"(active: true) at {services().issuer}/graphql, and it gets all that happened meanwhile.\n"
    )
    for address in await _people().values_list("email", flat=True):
        try:
            await mail.send(str(address), f"Your webhook at {host} is off", text)
        except MailProblem as problem:
            log.warning("mail_failed", reason=str(problem))
