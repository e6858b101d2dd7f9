"""The audit: who did what, chained by hashes so that a rewritten past shows."""

from enum import StrEnum
from typing import Any

from tortoise import fields

from leadhub.kit.actor import ActorKind
from leadhub.kit.model import TenantModel


class AuditOutcome(StrEnum):
    """Whether it was done."""

    DONE = "DONE"
    REFUSED = "REFUSED"


class AuditEntry(TenantModel):
    """One entry. `hash` covers the entry and the hash before it; see `leadhub_finish`."""

    seq = fields.BigIntField()
    at = fields.DatetimeField()
    actor_kind = fields.CharEnumField(ActorKind, max_length=12)
    actor_id = fields.UUIDField(null=True)
    on_behalf_of = fields.UUIDField(null=True)
    action = fields.CharField(max_length=60)
    outcome = fields.CharEnumField(AuditOutcome, max_length=8)
    reason = fields.CharField(max_length=500, null=True)
    subject_type = fields.CharField(max_length=40, null=True)
    subject_id = fields.UUIDField(null=True)
    changes: dict[str, Any] = fields.JSONField()
    address = fields.CharField(max_length=45, null=True)
    request_id = fields.CharField(max_length=64, null=True)
    hash = fields.BinaryField()

    class Meta:
        table = "audit_entry"
