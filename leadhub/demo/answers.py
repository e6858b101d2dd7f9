"""How soon the demo's leads are to be answered: one soon, and two that were forgotten."""

from datetime import timedelta

from leadhub.kit.inputs import now
from leadhub.leads.models import Lead
from leadhub.pipelines.models import LeadStatus
from leadhub.sla.following import follow
from leadhub.sla.models import SlaPolicy, SlaRecipient

_LEFT = timedelta(minutes=25)


async def promise_answers() -> None:
    """A policy for the three newest open leads that nobody has answered: that of the newest is about to be breached, the
    worker finds the others."""
    moment = now()
    live = Lead.mine().filter(deleted_at__isnull=True, merged_into_id__isnull=True, converted_at__isnull=True)
    waiting = live.filter(status=LeadStatus.OPEN, first_responded_at__isnull=True)
    newest = await waiting.order_by("-created_at").limit(3)
    minutes = (moment + _LEFT - newest[0].created_at) // timedelta(minutes=1)
    policy = await SlaPolicy.create(
        name="Nobody waits for us",
        position=0,
        lead_filter={},
        first_response_seconds=minutes * 60,
        next_response_seconds=4 * 3600,
        notify=[SlaRecipient.OWNER.value, SlaRecipient.MANAGER.value],
    )
    await SlaPolicy.mine().filter(id=policy.id).update(created_at=newest[-1].created_at)
    await follow(newest, moment)
