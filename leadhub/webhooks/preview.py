"""What a receiver would get, shown before there is one."""

from collections.abc import Mapping
from typing import Any

from strawberry.scalars import JSON

from leadhub.kit.actor import actor
from leadhub.kit.inputs import now
from leadhub.kit.node import to_global
from leadhub.kit.uuid7 import uuid7
from leadhub.tenants.models import Tenant
from leadhub.webhooks import models
from leadhub.webhooks.payload import body_of, raw
from leadhub.webhooks.types import WebhookPreview


async def preview_of(event: Mapping[str, Any], endpoint: models.WebhookEndpoint | None) -> WebhookPreview:
    """The body and the headers for an event (its columns by name); a signature for each secret of the endpoint, or
    one."""
    tenant = await Tenant.mine().get(id=actor().tenant_id)
    secrets = await models.WebhookSecret.mine().filter(endpoint_id=endpoint.id).count() if endpoint else 1
    body = body_of(event, tenant.slug)
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "LeadHub",
        "X-LeadHub-Event-Id": body["id"],
        "X-LeadHub-Delivery-Id": to_global("WebhookDelivery", uuid7()),
        "X-LeadHub-Timestamp": str(int(now().timestamp())),
        "X-LeadHub-Signature": ",".join(["v1=<hex>"] * secrets),
    }
    return WebhookPreview(body=JSON(body), raw=raw(body).decode(), headers=JSON(headers))
