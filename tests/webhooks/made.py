"""Webhook endpoints and deliveries, made as clients make them or as the worker leaves them."""

from datetime import datetime
from typing import Any

import asyncpg

from leadhub.events.models import Event
from leadhub.kit.node import from_global, to_global
from leadhub.webhooks.models import DeliveryState, WebhookDelivery, WebhookEndpoint, WebhookReplay
from tests.world import Caller, Company

URL = "https://hooks.example.com/leads"
ENDPOINT = (
    "webhookEndpoint { id version url eventTypes filter active disabledAt deadInARow createdAt updatedAt }"
)
DELIVERY = (
    "webhookDelivery { id state replayOf attemptCount nextAttemptAt finishedAt endpoint { id } event { id } }"
)
LIST = f"{{ webhookEndpoints {{ totalCount nodes {{ {ENDPOINT.partition('{')[2]} }} }}"


async def make(by: Caller, **input: Any) -> dict[str, Any]:
    """A new endpoint."""
    payload = await by.done("createWebhookEndpoint", {"url": URL, **input}, ENDPOINT)
    return payload["webhookEndpoint"]


async def listed(company: Company) -> list[dict[str, Any]]:
    """The tenant's endpoints, newest first."""
    return (await company.owner.ok(LIST))["webhookEndpoints"]["nodes"]


async def events(company: Company, prefix: str = "webhook_endpoint.") -> list[dict[str, Any]]:
    """The tenant's events of these types, oldest first."""
    async with company.inside():
        return await Event.mine().filter(type__startswith=prefix).order_by("seq").values()


async def nothing_written(company: Company) -> bool:
    """Whether the tenant has no endpoint, and no event of one."""
    async with company.inside():
        return not await WebhookEndpoint.mine().exists() and not await events(company)


async def row_of(company: Company, endpoint: dict[str, Any]) -> WebhookEndpoint:
    """An endpoint as it is kept."""
    async with company.inside():
        return await WebhookEndpoint.mine().get(id=from_global(endpoint["id"])[1])


async def change_row(company: Company, endpoint: dict[str, Any], **values: Any) -> None:
    """What the worker does to an endpoint."""
    async with company.inside():
        await WebhookEndpoint.mine().filter(id=from_global(endpoint["id"])[1]).update(**values)


async def deliver(
    company: Company, endpoint: dict[str, Any], state: DeliveryState = DeliveryState.DELIVERED, **values: Any
) -> str:
    """The id of a delivery of the tenant's newest event, that has come so far."""
    async with company.inside():
        event = await Event.mine().order_by("-seq").first()
        assert event is not None
        row = await WebhookDelivery.create(
            endpoint_id=from_global(endpoint["id"])[1],
            event_id=event.id,
            subject_id=event.subject_id,
            state=state,
            **values,
        )
    return to_global("WebhookDelivery", row.id)


async def replays(company: Company) -> list[tuple[int, int]]:
    """The ranges that are being sent once more: after which event, and to which."""
    async with company.inside():
        return await WebhookReplay.mine().values_list("spread_seq", "to_seq")


async def lanes(company: Company) -> list[asyncpg.Record]:
    """The tenant's lanes."""
    async with company.world.sql() as connection:
        return await connection.fetch(
            "select *, next_at = 'infinity' as waits from webhook_lane where tenant_id = $1",
            company.tenant_id,
        )


async def open_lane(
    company: Company, endpoint: dict[str, Any], *, next_at: datetime, claimed: bool = False
) -> None:
    """A lane of some subject's deliveries to an endpoint."""
    async with company.world.sql() as connection:
        await connection.execute(
            "insert into webhook_lane values ($1, $2, uuidv7(), $3, case when $4 then uuidv7() end)",
            company.tenant_id,
            from_global(endpoint["id"])[1],
            next_at,
            claimed,
        )
