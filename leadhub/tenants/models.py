"""The tenant: one company that uses LeadHub."""

from enum import StrEnum

from tortoise import fields

from leadhub.kit.events import EventType
from leadhub.kit.model import RecordModel


class TenantStatus(StrEnum):
    """Whether the tenant may be used."""

    ACTIVE = "ACTIVE"
    SUSPENDED = "SUSPENDED"
    CLOSING = "CLOSING"


class TenantEvent(EventType):
    """What happens to a tenant."""

    UPDATED = "tenant.updated"


class Tenant(RecordModel):
    """Its `tenant_id` is its own id, so that one rule of row security serves every table."""

    slug = fields.CharField(max_length=40, unique=True)
    name = fields.CharField(max_length=200)
    status = fields.CharEnumField(TenantStatus, max_length=12, default=TenantStatus.ACTIVE)
    timezone = fields.CharField(max_length=64, default="UTC")
    currency = fields.CharField(max_length=3, default="USD")
    default_country = fields.CharField(max_length=2, default="US")
    mask_contacts_for_viewers = fields.BooleanField(default=False)

    class Meta:
        table = "tenant"
