"""Companies that somebody does business with."""

from typing import Any

from tortoise import fields

from leadhub.kit.events import EventType
from leadhub.kit.model import RecordModel


class CompanyEvent(EventType):
    """What happens to companies."""

    CREATED = "company.created"
    UPDATED = "company.updated"


class Company(RecordModel):
    """A company, known to the whole tenant. `words` holds what search finds it by."""

    name = fields.CharField(max_length=200)
    domain = fields.CharField(max_length=253, null=True)
    website = fields.CharField(max_length=500, null=True)
    address: dict[str, Any] | None = fields.JSONField(null=True)
    archived_at = fields.DatetimeField(null=True)
    words = fields.TextField(default="")

    class Meta:
        table = "company"
