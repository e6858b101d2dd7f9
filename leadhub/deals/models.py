"""Deals: what may be sold to whom, and how it ended."""

from enum import StrEnum
from uuid import UUID

from tortoise import fields

from leadhub.kit.events import EventType
from leadhub.kit.model import RecordModel, reference


class DealEvent(EventType):
    """What happens to deals."""

    CREATED = "deal.created"
    UPDATED = "deal.updated"


class DealStatus(StrEnum):
    """How a deal stands."""

    OPEN = "OPEN"
    WON = "WON"
    LOST = "LOST"


class Deal(RecordModel):
    """A chance to sell something. Owner and team decide who sees it, as with leads.

    `words` holds what search finds it by."""

    name = fields.CharField(max_length=200)
    status = fields.CharEnumField(DealStatus, max_length=4, default=DealStatus.OPEN)
    amount = fields.DecimalField(max_digits=19, decimal_places=4, null=True)
    currency = fields.CharField(max_length=3, null=True)
    expected_close_at = fields.DatetimeField(null=True)
    closed_at = fields.DatetimeField(null=True)
    company = reference("Company", null=True)
    company_id: UUID | None
    contact = reference("Contact", null=True)
    contact_id: UUID | None
    owner = reference("Member", null=True)
    owner_id: UUID | None
    team = reference("Team", null=True)
    team_id: UUID | None
    archived_at = fields.DatetimeField(null=True)
    words = fields.TextField(default="")

    class Meta:
        table = "deal"
