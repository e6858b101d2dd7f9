"""Notifications that tests make themselves, as every part of LeadHub does."""

from leadhub.kit.actor import as_actor, system_actor
from leadhub.kit.events import unit
from leadhub.kit.node import to_global
from leadhub.kit.signals import Topic
from leadhub.notifications.models import Notification, NotificationKind
from leadhub.notifications.telling import notify
from tests.world import Caller, Company


async def tell(company: Company, *callers: Caller) -> str:
    """Tells these members of the first of them; the id of the newest notification."""
    members = [caller.member for caller in callers if caller.member is not None]
    with as_actor(system_actor(company.tenant_id)):
        async with unit():
            await notify([member.id for member in members], NotificationKind.WEBHOOK_DISABLED, members[0])
    async with company.world.sql() as sql:
        await sql.execute("select pg_notify($1, $2)", Topic.EVENTS.value, str(company.tenant_id))
    async with company.inside():
        row = await Notification.mine().order_by("-created_at", "-id").first()
        assert row is not None
        return to_global("Notification", row.id)
