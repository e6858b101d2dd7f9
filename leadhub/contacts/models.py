"""Contacts: people at companies, and how to reach them."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from tortoise import fields

from leadhub.kit.events import EventType
from leadhub.kit.model import RecordModel, TenantModel, reference


class ContactEvent(EventType):
    """What happens to contacts."""

    CREATED = "contact.created"
    UPDATED = "contact.updated"


class Contact(RecordModel):
    """A person. Owner and team decide who sees it, as with leads; `words` holds what search finds it by."""

    first_name = fields.CharField(max_length=100, null=True)
    last_name = fields.CharField(max_length=100, null=True)
    job_title = fields.CharField(max_length=200, null=True)
    company = reference("Company", null=True)
    company_id: UUID | None
    address: dict[str, Any] | None = fields.JSONField(null=True)
    do_not_contact = fields.BooleanField(default=False)
    owner = reference("Member", null=True)
    owner_id: UUID | None
    team = reference("Team", null=True)
    team_id: UUID | None
    archived_at = fields.DatetimeField(null=True)
    words = fields.TextField(default="")

    class Meta:
        table = "contact"


class PointKind(StrEnum):
    """By what somebody is reached."""

    EMAIL = "EMAIL"
    PHONE = "PHONE"


class ContactPoint(TenantModel):
    """An address or number of a contact: as typed, and as it is compared.

    `normalised` is None for a number that could not be understood."""

    contact = reference("Contact")
    contact_id: UUID
    kind = fields.CharEnumField(PointKind, max_length=5)
    value = fields.CharField(max_length=320)
    normalised = fields.CharField(max_length=254, null=True)
    position = fields.IntField()

    class Meta:
        table = "contact_point"
