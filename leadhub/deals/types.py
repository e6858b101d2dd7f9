"""How deals look from outside."""

from datetime import datetime
from typing import Any

from leadhub.companies import models as companies
from leadhub.companies.types import Company
from leadhub.contacts import models as contacts
from leadhub.contacts.types import Contact
from leadhub.deals import models
from leadhub.deals.models import DealStatus
from leadhub.kit.enums import describe_enum
from leadhub.kit.loaders import One, related
from leadhub.kit.node import Node, computed, described, entity
from leadhub.kit.scopes import Scope
from leadhub.leads.types_parts import Money
from leadhub.members import models as members
from leadhub.members.types import Member, Team

describe_enum(
    DealStatus, "How a deal stands.", OPEN="Not decided yet.", WON="They bought.", LOST="They did not."
)


def _value(root: Any) -> Money | None:
    return None if root.amount is None else Money(amount=root.amount, currency=root.currency)


@entity(models.Deal, Scope.DEAL_READ)
class Deal(Node):
    """A chance to sell something. The leads that became it are `leads(filter: {dealId: ...})`."""

    version: int = described("Rises with every change; name it as `expectedVersion` when you change this.")
    name: str = described("What it is called.")
    status: DealStatus = described("How it stands.")
    value: Money | None = computed(_value, "What it is worth.", "amount", "currency")
    expected_close_at: datetime | None = described("When it should be decided.")
    closed_at: datetime | None = described("When it was won or lost; null while it is open.")
    company: Company | None = related(One(companies.Company, "company_id"), "The company that buys.")
    contact: Contact | None = related(
        One(contacts.Contact, "contact_id"), "The person to talk to; null when not yours to see."
    )
    owner: Member | None = related(One(members.Member, "owner_id"), "Who works on it.")
    team: Team | None = related(One(members.Team, "team_id"), "The team it belongs to.")
    created_at: datetime = described("When it was made.")
    updated_at: datetime = described("When it last changed.")
    archived_at: datetime | None = described("When it was archived; null while it is in use.")
