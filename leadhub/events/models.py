"""The event log: everything that changed, in the order it was committed, for other systems to read."""

from typing import Any

from tortoise import fields

from leadhub.kit.model import TenantModel


class Event(TenantModel):
    """One change. `seq` rises by one per tenant, in commit order."""

    seq = fields.BigIntField()
    type = fields.CharField(max_length=60)
    subject_type = fields.CharField(max_length=40)
    subject_id = fields.UUIDField()
    actor_kind = fields.CharField(max_length=12)
    actor_id = fields.UUIDField(null=True)
    at = fields.DatetimeField()
    version = fields.IntField(null=True)
    changes: dict[str, Any] = fields.JSONField()

    class Meta:
        table = "event"
