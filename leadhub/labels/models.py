"""What a tenant sorts its leads by: sources, tags and fields of its own."""

from enum import StrEnum

from tortoise import fields

from leadhub.kit.events import EventType
from leadhub.kit.model import RecordModel


class LabelEvent(EventType):
    """What happens to sources, tags and custom fields."""

    SOURCE_CREATED = "lead_source.created"
    SOURCE_UPDATED = "lead_source.updated"
    SOURCE_ARCHIVED = "lead_source.archived"
    TAG_CREATED = "tag.created"
    TAG_UPDATED = "tag.updated"
    TAG_ARCHIVED = "tag.archived"
    CUSTOM_FIELD_CREATED = "custom_field.created"
    CUSTOM_FIELD_UPDATED = "custom_field.updated"
    CUSTOM_FIELD_ARCHIVED = "custom_field.archived"


class LeadSource(RecordModel):
    """Where leads come from."""

    name = fields.CharField(max_length=100)
    archived_at = fields.DatetimeField(null=True)

    class Meta:
        table = "lead_source"


class Tag(RecordModel):
    """A word that leads are marked with."""

    name = fields.CharField(max_length=50)
    archived_at = fields.DatetimeField(null=True)

    class Meta:
        table = "tag"


class CustomFieldKind(StrEnum):
    """What a custom field holds."""

    TEXT = "TEXT"
    NUMBER = "NUMBER"
    DATE = "DATE"
    BOOLEAN = "BOOLEAN"
    CHOICE = "CHOICE"


class CustomField(RecordModel):
    """A field that the tenant added to its leads; `key` is its name in `customFields`."""

    key = fields.CharField(max_length=40)
    name = fields.CharField(max_length=100)
    kind = fields.CharEnumField(CustomFieldKind, max_length=12)
    choices: list[str] = fields.JSONField(default=list)
    archived_at = fields.DatetimeField(null=True)

    class Meta:
        table = "custom_field"
