"""Webhooks: where events are sent, what became of each, and every try."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from tortoise import fields

from leadhub.kit.events import EventType
from leadhub.kit.model import RecordModel, TenantModel, reference


class WebhookEvent(EventType):
    """What happens to webhook endpoints."""

    CREATED = "webhook_endpoint.created"
    UPDATED = "webhook_endpoint.updated"
    DELETED = "webhook_endpoint.deleted"
    SECRET_ROTATED = "webhook_endpoint.secret_rotated"  # noqa: S105
    TESTED = "webhook_endpoint.tested"
    REPLAYED = "webhook_endpoint.replayed"
    DISABLED = "webhook_endpoint.disabled"


class DeliveryState(StrEnum):
    """How far a delivery has come."""

    PENDING = "PENDING"
    RETRYING = "RETRYING"
    DELIVERED = "DELIVERED"
    DEAD = "DEAD"


class WebhookEndpoint(RecordModel):
    """Where events are sent.

    `event_types` empty means all. `spread_seq` is the last event that has become a delivery or was found not to
    concern it; it stands still while the endpoint is off, so that nothing is missed. `dead_in_a_row` counts
    deliveries given up since the last that arrived.
    """

    url = fields.CharField(max_length=2000)
    event_types: list[str] = fields.JSONField(default=list)
    lead_filter: dict[str, Any] | None = fields.JSONField(null=True)
    is_active = fields.BooleanField(default=True)
    disabled_at = fields.DatetimeField(null=True)
    dead_in_a_row = fields.IntField(default=0)
    spread_seq = fields.BigIntField()

    class Meta:
        table = "webhook_endpoint"


class WebhookSecret(TenantModel):
    """What signs the deliveries of an endpoint: the newest two. The application may write `value`, not read it;
    only `leadhub_claim_webhooks` gives it, to the worker that is about to sign."""

    endpoint = reference("WebhookEndpoint")
    endpoint_id: UUID
    value = fields.CharField(max_length=100)
    created_at = fields.DatetimeField()

    class Meta:
        table = "webhook_secret"


class WebhookDelivery(TenantModel):
    """One event on its way to one endpoint. Deliveries of one subject follow each other in the order in which
    they were made (`position`, in the database alone)."""

    endpoint = reference("WebhookEndpoint")
    endpoint_id: UUID
    event = reference("Event")
    event_id: UUID
    subject_id = fields.UUIDField()
    state = fields.CharEnumField(DeliveryState, max_length=9, default=DeliveryState.PENDING)
    attempt_count = fields.IntField(default=0)
    next_at = fields.DatetimeField(null=True)
    created_at = fields.DatetimeField(auto_now_add=True)
    finished_at = fields.DatetimeField(null=True)
    replay_of_id = fields.UUIDField(null=True)

    class Meta:
        table = "webhook_delivery"


class WebhookAttempt(TenantModel):
    """One try of a delivery: what the receiver answered, or why there was no answer."""

    delivery = reference("WebhookDelivery")
    delivery_id: UUID
    number = fields.IntField()
    at = fields.DatetimeField()
    milliseconds = fields.IntField()
    status_code = fields.IntField(null=True)
    error = fields.CharField(max_length=500, null=True)
    answer = fields.CharField(max_length=1000, null=True)

    class Meta:
        table = "webhook_attempt"


class WebhookReplay(TenantModel):
    """A range of events that is being made into deliveries once more; gone when that is done."""

    endpoint = reference("WebhookEndpoint")
    endpoint_id: UUID
    spread_seq = fields.BigIntField()
    to_seq = fields.BigIntField()
    created_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "webhook_replay"
