"""Sending once more what was sent, or could have been, before."""

from leadhub.errors import InUse, Invalid, LimitExceeded, NotFound
from leadhub.events.log import EventLog
from leadhub.events.models import Event
from leadhub.kit.inputs import Inputs, locked
from leadhub.webhooks.lanes import open_lanes
from leadhub.webhooks.models import DeliveryState, WebhookDelivery, WebhookEndpoint, WebhookReplay

MOST_REPLAYED = 100_000
_ON_ITS_WAY = {DeliveryState.PENDING, DeliveryState.RETRYING}


async def locked_active(endpoint: WebhookEndpoint, *path: str) -> WebhookEndpoint:
    """The same endpoint, locked until the transaction ends, if it is on."""
    current = await locked(endpoint, None)
    if not current.is_active:
        raise Invalid("This endpoint is off: switch it on first, with `active: true`.", path=path)
    return current


async def deliver_again(seen: WebhookDelivery) -> tuple[WebhookEndpoint, WebhookDelivery]:
    """A new delivery of the same event to the same endpoint, which is locked; both."""
    path = ["input", "id"]
    endpoint = await WebhookEndpoint.seen(seen.endpoint_id)
    if endpoint is None:
        raise NotFound(path=path)
    endpoint = await locked_active(endpoint, *path)
    if seen.state in _ON_ITS_WAY:
        raise Invalid("This delivery is still on its way.", path=path)
    again = await WebhookDelivery.create(
        endpoint_id=endpoint.id, event_id=seen.event_id, subject_id=seen.subject_id, replay_of_id=seen.id
    )
    await open_lanes(endpoint.id, [seen.subject_id])
    return endpoint, again


async def replay(endpoint: WebhookEndpoint, from_seq: int, to_seq: int) -> int:
    """Begins to send a range of events to a locked endpoint; how many of them there are."""
    oldest, newest = await EventLog().bounds()
    inputs = Inputs()
    if from_seq < oldest:
        gone = "Events before this one are no longer kept." if from_seq > 0 else "Events are numbered from 1."
        inputs.fault(Invalid(gone, path=["input", "fromSeq"], oldestSeq=oldest))
    if to_seq > newest:
        inputs.fault(Invalid("There is no such event yet.", path=["input", "toSeq"], newestSeq=newest))
    if from_seq > to_seq:
        inputs.fault(Invalid("The range ends before it begins.", path=["input", "toSeq"]))
    if to_seq - from_seq >= MOST_REPLAYED:
        inputs.fault(
            LimitExceeded(
                f"At most {MOST_REPLAYED:,} events at once.", path=["input", "toSeq"], most=MOST_REPLAYED
            )
        )
    inputs.done()
    if await WebhookReplay.mine().filter(endpoint_id=endpoint.id).exists():
        raise InUse(
            "An earlier replay to this endpoint is not done yet; wait for it.", path=["input", "endpointId"]
        )
    await WebhookReplay.create(endpoint_id=endpoint.id, spread_seq=from_seq - 1, to_seq=to_seq)
    return await Event.mine().filter(seq__gte=from_seq, seq__lte=to_seq).count()
