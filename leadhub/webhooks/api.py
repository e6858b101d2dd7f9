"""Webhook endpoints, what was sent to them, and sending it again."""

from typing import Annotated, Any
from uuid import UUID

import strawberry

from leadhub.errors import Invalid, NotFound
from leadhub.events.log import EventLog
from leadhub.events.models import Event as EventRow
from leadhub.events.types import Event
from leadhub.kit.connection import After, Connection, First, Key, Listing, read_page, window
from leadhub.kit.events import emit
from leadhub.kit.fields import Answer, mutation, query
from leadhub.kit.inputs import Inputs, is_given, locked, save
from leadhub.kit.node import find, to_global
from leadhub.kit.scopes import Scope
from leadhub.leads.saved import read_filter
from leadhub.webhooks import models
from leadhub.webhooks.inputs import (
    CreateWebhookEndpointInput,
    DeleteWebhookEndpointInput,
    ReplayDeliveryInput,
    ReplayEventsInput,
    RotateWebhookSecretInput,
    TestWebhookInput,
    UpdateWebhookEndpointInput,
)
from leadhub.webhooks.lanes import close_lanes, hold_lanes, release_lanes
from leadhub.webhooks.models import DeliveryState, WebhookEvent
from leadhub.webhooks.preview import preview_of
from leadhub.webhooks.replays import deliver_again, locked_active, replay
from leadhub.webhooks.rules import (
    check_room,
    issue_secret,
    read_active,
    read_types,
    read_url,
    told,
    type_problem,
)
from leadhub.webhooks.types import WebhookDelivery, WebhookEndpoint, WebhookPreview

_SECRET = (
    str,
    "What signs the deliveries, as the UTF-8 text that it is. Shown this once; keep it where the receiver is.",
)
_NEWEST_FIRST = (Key("id", UUID, descending=True),)


@query(Scope.WEBHOOK_WRITE, Connection[WebhookEndpoint])
async def webhook_endpoints(first: First = None, after: After = None) -> Connection[WebhookEndpoint]:
    """All webhook endpoints of the tenant, newest first."""
    listing = Listing("webhookEndpoints", models.WebhookEndpoint.mine(), _NEWEST_FIRST)
    return read_page(listing, window(first, after))


@query(Scope.WEBHOOK_WRITE, Connection[WebhookDelivery])
async def webhook_deliveries(
    endpoint_id: Annotated[
        strawberry.ID | None, strawberry.argument(description="Only those to this endpoint.")
    ] = None,
    state: Annotated[
        DeliveryState | None, strawberry.argument(description="Only those that have come so far.")
    ] = None,
    first: First = None,
    after: After = None,
) -> Connection[WebhookDelivery]:
    """What was sent, or is to be, newest first. Deliveries are kept as long as their events."""
    rows = models.WebhookDelivery.mine()
    if endpoint_id is not None:
        endpoint = await find(models.WebhookEndpoint, endpoint_id, ["endpointId"])
        rows = rows.filter(endpoint_id=endpoint.id)
    if state is not None:
        rows = rows.filter(state=state)
    return read_page(Listing("webhookDeliveries", rows, _NEWEST_FIRST), window(first, after))


@query(Scope.WEBHOOK_WRITE, WebhookPreview | None)
async def preview_webhook_payload(
    event_type: Annotated[str, strawberry.argument(description="The type, such as `lead.created`.")],
    endpoint_id: Annotated[
        strawberry.ID | None,
        strawberry.argument(description="The endpoint whose headers to show: one signature a valid secret."),
    ] = None,
) -> WebhookPreview:
    """What a receiver gets for an event: the newest one of this type as it would be sent now, whatever the types
    and the filter of the endpoint. NOT_FOUND when there is none yet: do such a thing first."""
    problem = type_problem(event_type)
    if problem is not None:
        raise Invalid(problem, path=["eventType"])
    endpoint = await find(models.WebhookEndpoint, endpoint_id, ["endpointId"]) if endpoint_id else None
    newest = await EventRow.mine().filter(type=event_type).order_by("-seq").limit(1).values()
    if not newest:
        raise NotFound(
            "Nothing of this type has happened yet, or it is no longer kept: do such a thing first.",
            path=["eventType"],
        )
    return await preview_of(newest[0], endpoint)


@mutation(Scope.WEBHOOK_WRITE, webhook_endpoint=WebhookEndpoint, secret=_SECRET)
async def create_webhook_endpoint(input: CreateWebhookEndpointInput) -> Answer:
    """Makes an endpoint. It is told of what happens from now on; `replayEvents` sends what was before. At most 50
    a tenant. Events and audit name of its URL no more than the host, and of its filter no contact data."""
    inputs = Inputs()
    values: dict[str, Any] = {
        "url": read_url(inputs, input.url),
        "event_types": read_types(inputs, input.event_types),
        "lead_filter": await read_filter(inputs, input.filter),
    }
    inputs.done()
    await check_room()
    endpoint = await models.WebhookEndpoint.create(**values, spread_seq=await EventLog().newest())
    secret = await issue_secret(endpoint)
    emit(WebhookEvent.CREATED, endpoint, told({name: (None, value) for name, value in values.items()}))
    return {"webhook_endpoint": endpoint, "secret": secret}


@mutation(Scope.WEBHOOK_WRITE, webhook_endpoint=WebhookEndpoint, secret=_SECRET)
async def rotate_webhook_secret(input: RotateWebhookSecretInput) -> Answer:
    """Makes a new secret. The one before it goes on signing beside it until the next rotation, so that the receiver
    can take over the new one in between; those before that are gone."""
    endpoint = await locked(await find(models.WebhookEndpoint, input.id, ["input", "id"]), None)
    secret = await issue_secret(endpoint)
    emit(WebhookEvent.SECRET_ROTATED, endpoint, {})
    return {"webhook_endpoint": endpoint, "secret": secret}


@mutation(Scope.WEBHOOK_WRITE, webhook_endpoint=WebhookEndpoint)
async def update_webhook_endpoint(input: UpdateWebhookEndpointInput) -> Answer:
    """Changes an endpoint, or switches it off or on. While it is off its events wait; switched on again it gets all
    of them, as far as they are still kept, so nothing is missed."""
    seen = await find(models.WebhookEndpoint, input.id, ["input", "id"])
    inputs, values = Inputs(), dict[str, Any]()
    if is_given(input.url):
        values["url"] = read_url(inputs, input.url)
    if is_given(input.event_types):
        values["event_types"] = read_types(inputs, input.event_types)
    if is_given(input.filter):
        values["lead_filter"] = await read_filter(inputs, input.filter)
    if is_given(input.active):
        values |= read_active(inputs, input.active)
    inputs.done()
    # The endpoint before its lanes, as the workers do.
    endpoint = await locked(seen, input.expected_version)
    changes = await save(endpoint, **values)
    if "is_active" in changes:
        await (release_lanes if endpoint.is_active else hold_lanes)(endpoint.id)
    if changes:
        emit(WebhookEvent.UPDATED, endpoint, told(changes))
    return {"webhook_endpoint": endpoint}


@mutation(Scope.WEBHOOK_WRITE, deleted_id=(strawberry.ID, "The id that there was."))
async def delete_webhook_endpoint(input: DeleteWebhookEndpointInput) -> Answer:
    """Deletes an endpoint for ever, with its secrets, its deliveries and whatever is on its way."""
    endpoint = await locked(await find(models.WebhookEndpoint, input.id, ["input", "id"]), None)
    await close_lanes(endpoint.id)
    await endpoint.delete()
    emit(WebhookEvent.DELETED, endpoint, told({"url": (endpoint.url, None)}))
    return {"deleted_id": to_global("WebhookEndpoint", endpoint.id)}


@mutation(
    Scope.WEBHOOK_WRITE,
    webhook_endpoint=WebhookEndpoint,
    event=(Event, "The event that was written; `webhookDeliveries` shows what became of it."),
)
async def test_webhook(input: TestWebhookInput) -> Answer:
    """Sends the endpoint an event `webhook_endpoint.tested`, whatever its types and its filter. Others whose types
    ask for it get it too."""
    endpoint = await locked_active(
        await find(models.WebhookEndpoint, input.id, ["input", "id"]), "input", "id"
    )
    emit(WebhookEvent.TESTED, endpoint, {})

    async def written() -> EventRow | None:
        tests = EventRow.mine().filter(subject_id=endpoint.id, type=WebhookEvent.TESTED)
        return await tests.order_by("-seq").first()

    return {"webhook_endpoint": endpoint, "event": written}


@mutation(Scope.WEBHOOK_WRITE, webhook_delivery=WebhookDelivery)
async def replay_delivery(input: ReplayDeliveryInput) -> Answer:
    """Sends an event to the same endpoint once more, as a new delivery, after what is on its way there about the same
    subject. What is on its way itself cannot be replayed."""
    delivery = await find(models.WebhookDelivery, input.id, ["input", "id"])
    endpoint, again = await deliver_again(delivery)
    emit(WebhookEvent.REPLAYED, endpoint, {"delivery": (delivery, again)})
    return {"webhook_delivery": again}


@mutation(
    Scope.WEBHOOK_WRITE,
    webhook_endpoint=WebhookEndpoint,
    events=(
        int,
        "How many events the range holds; the endpoint's types and filter say which of them are sent.",
    ),
)
async def replay_events(input: ReplayEventsInput) -> Answer:
    """Sends a range of events to an endpoint once more, as far as its types and its filter want them. One range at a
    time, and at most 100,000 events at once."""
    endpoint = await locked_active(
        await find(models.WebhookEndpoint, input.endpoint_id, ["input", "endpointId"]), "input", "endpointId"
    )
    count = await replay(endpoint, input.from_seq, input.to_seq)
    emit(WebhookEvent.REPLAYED, endpoint, {"fromSeq": (None, input.from_seq), "toSeq": (None, input.to_seq)})
    return {"webhook_endpoint": endpoint, "events": count}
