"""What callers say about webhooks."""

import strawberry

from leadhub.kit.inputs import maybe
from leadhub.leads.filters import LeadFilter

_URL = (
    "Where to: an https address, up to 2,000 characters, without user, password and fragment. Private, loopback "
    "and link-local addresses are refused, here and whenever something is sent."
)
_TYPES = "The types to send, such as `lead.created`, up to 100; none, or null, means all."
_FILTER = (
    "Sends the events of leads that met this before or after the change, so that a receiver learns of a lead that "
    "comes to meet it and of one that ceases to. Events that are not about leads are not sent then. Null sends all."
)


@strawberry.input(description="A new webhook endpoint.")
class CreateWebhookEndpointInput:
    url: str = strawberry.field(description=_URL)
    event_types: list[str] | None = strawberry.field(default=None, description=_TYPES)
    filter: LeadFilter | None = strawberry.field(default=None, description=_FILTER)


@strawberry.input(description="A webhook endpoint and what to change; what is left out stays.")
class UpdateWebhookEndpointInput:
    id: strawberry.ID = strawberry.field(description="The endpoint.")
    expected_version: int | None = strawberry.field(
        default=None, description="The `version` that you read; null changes whatever version there is."
    )
    url: str | None = maybe(f"{_URL} What is on its way goes to the new one.")
    event_types: list[str] | None = maybe(_TYPES)
    filter: LeadFilter | None = maybe(_FILTER)
    active: bool | None = maybe(
        "False switches it off: from then on everything waits. True switches it on, also after LeadHub switched it "
        "off, and sends what happened meanwhile."
    )


@strawberry.input(description="Whose secret to replace.")
class RotateWebhookSecretInput:
    id: strawberry.ID = strawberry.field(description="The endpoint.")


@strawberry.input(description="Which webhook endpoint to delete.")
class DeleteWebhookEndpointInput:
    id: strawberry.ID = strawberry.field(description="The endpoint.")


@strawberry.input(description="Which webhook endpoint to try.")
class TestWebhookInput:
    id: strawberry.ID = strawberry.field(description="The endpoint.")


@strawberry.input(description="What to deliver once more.")
class ReplayDeliveryInput:
    id: strawberry.ID = strawberry.field(description="A delivery that arrived or was given up.")


@strawberry.input(description="Which events to send to an endpoint once more.")
class ReplayEventsInput:
    endpoint_id: strawberry.ID = strawberry.field(description="The endpoint.")
    from_seq: int = strawberry.field(description="`seq` of the first event; it must be kept still.")
    to_seq: int = strawberry.field(description="`seq` of the last event, up to 100,000 events on.")
