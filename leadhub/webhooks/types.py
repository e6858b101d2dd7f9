"""How webhooks look from outside."""

from datetime import datetime
from typing import Any

import strawberry
from strawberry.scalars import JSON

from leadhub.events import models as events
from leadhub.events.types import Event
from leadhub.kit.enums import describe_enum
from leadhub.kit.loaders import Many, One, related
from leadhub.kit.node import Node, described, entity, to_global
from leadhub.kit.scopes import Scope
from leadhub.webhooks import models
from leadhub.webhooks.models import DeliveryState

describe_enum(
    DeliveryState,
    "How far a delivery has come.",
    PENDING="Not tried yet; it may wait for an earlier one about the same subject.",
    RETRYING="Tried without success; it is tried again at `nextAttemptAt`.",
    DELIVERED="The receiver answered 2xx.",
    DEAD="Given up: the receiver refused it, or all tries failed.",
)


def _filter(root: Any) -> JSON | None:
    return None if root.lead_filter is None else JSON(root.lead_filter)


def _is_active(root: Any) -> bool:
    return root.is_active  # type: ignore[no-any-return]


def _next_at(root: Any) -> datetime | None:
    return root.next_at  # type: ignore[no-any-return]


def _replay_of(root: Any) -> strawberry.ID | None:
    return to_global("WebhookDelivery", root.replay_of_id) if root.replay_of_id else None


@entity(models.WebhookEndpoint, Scope.WEBHOOK_WRITE)
class WebhookEndpoint(Node):
    """Where events are sent. Each event is a POST whose JSON body is `{id, seq, type, tenant, subjectId, at,
    version, actor, changes}`, with the headers `X-LeadHub-Event-Id` (the same for all endpoints),
    `X-LeadHub-Delivery-Id` (the same for all tries), `X-LeadHub-Timestamp` (seconds since 1970) and
    `X-LeadHub-Signature`: `v1=` and the HMAC-SHA256, in hex, of the timestamp, a dot and the raw body, one for each
    valid secret, with commas between. An answer of 2xx within 10 seconds is success. Events arrive at least once,
    and those about one subject in their order."""

    version: int = described("Rises with every change.")
    url: str = described("Where to.")
    event_types: list[str] = described("The types that are sent; none listed means all.")
    filter: JSON | None = strawberry.field(
        resolver=_filter, description="Which leads' events are sent, as it was given; null means all events."
    )
    active: bool = strawberry.field(
        resolver=_is_active, description="Whether it is on. While it is off events wait, and none is lost."
    )
    disabled_at: datetime | None = described(
        "When LeadHub switched it off, since too many deliveries in a row had died."
    )
    dead_in_a_row: int = described("How many deliveries died since the last that arrived.")
    created_at: datetime = described("When it was made.")
    updated_at: datetime = described("When it last changed.")


@entity(models.WebhookAttempt, Scope.WEBHOOK_WRITE)
class WebhookAttempt:
    """One try of a delivery."""

    number: int = described("Which try it was, from 1.")
    at: datetime = described("When it began.")
    milliseconds: int = described("How long it took.")
    status_code: int | None = described("The HTTP status of the answer; null when there was none.")
    error: str | None = described("Why there was no answer, or why it was given up.")
    answer: str | None = described("How the answer's body begins: up to 1,000 characters.")


@entity(models.WebhookDelivery, Scope.WEBHOOK_WRITE)
class WebhookDelivery(Node):
    """One event on its way to one endpoint. It is kept as long as its event."""

    endpoint: WebhookEndpoint | None = related(One(models.WebhookEndpoint, "endpoint_id"), "Where to.")
    event: Event | None = related(One(events.Event, "event_id"), "What is delivered.")
    state: DeliveryState = described("How far it has come.")
    attempt_count: int = described("How often it was tried.")
    attempts: list[WebhookAttempt] = related(
        Many(models.WebhookAttempt, "delivery_id", "number"), "Every try, in order."
    )
    next_attempt_at: datetime | None = strawberry.field(
        resolver=_next_at, description="When it is tried again; null unless it is RETRYING."
    )
    created_at: datetime = described("When it was made.")
    finished_at: datetime | None = described("When it arrived or was given up.")
    replay_of: strawberry.ID | None = strawberry.field(
        resolver=_replay_of, description="The delivery that this one repeats."
    )


@strawberry.type(description="What a receiver would get.")
class WebhookPreview:
    body: JSON = strawberry.field(description="The body, made of the newest event of the type.")
    raw: str = strawberry.field(description="The body to the byte, as it would be sent and signed.")
    headers: JSON = strawberry.field(
        description="The headers by name. Delivery, timestamp and signature are examples."
    )
