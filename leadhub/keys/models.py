"""API keys: how programs sign in."""

from uuid import UUID

from tortoise import fields

from leadhub.kit.events import EventType
from leadhub.kit.model import RecordModel, reference


class KeyEvent(EventType):
    """What happens to API keys."""

    CREATED = "api_key.created"
    REVOKED = "api_key.revoked"


class ApiKey(RecordModel):
    """A key with scopes of its own, cut at each use by what its creator may do then."""

    name = fields.CharField(max_length=200)
    hint = fields.CharField(max_length=12)
    scopes: list[str] = fields.JSONField()
    created_by = reference("Member")
    created_by_id: UUID
    expires_at = fields.DatetimeField()
    last_used_at = fields.DatetimeField(null=True)
    revoked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "api_key"
