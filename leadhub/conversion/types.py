"""How the conversion of a lead looks from outside."""

from datetime import datetime
from typing import Any

import strawberry

from leadhub.companies import models as companies
from leadhub.companies.types import Company
from leadhub.contacts import models as contacts
from leadhub.contacts.types import Contact
from leadhub.deals import models as deals
from leadhub.deals.types import Deal
from leadhub.kit.loaders import One, related
from leadhub.members import models as members
from leadhub.members.types import Member

COMPANY = One(companies.Company, "company_id")
CONTACT = One(contacts.Contact, "contact_id")
DEAL = One(deals.Deal, "deal_id")


def _at(root: Any) -> datetime:
    return root.converted_at  # type: ignore[no-any-return]


@strawberry.type(description="What a lead became. It never changes again.")
class Conversion:
    at: datetime = strawberry.field(resolver=_at, description="When.")
    by: Member | None = related(
        One(members.Member, "converted_by_id"), "Who converted it; null for a program."
    )
    company: Company | None = related(COMPANY, "The company; null when there was none.")
    contact: Contact | None = related(
        CONTACT, "The contact; null when there was none, or when it is not yours to see."
    )
    deal: Deal | None = related(DEAL, "The deal; null when there was none, or when it is not yours to see.")


@strawberry.type(
    description="What there is already that a lead could become. The oldest first, at most ten each."
)
class ConversionProposals:
    companies: list[Company] = strawberry.field(
        description="Companies of the domain of the lead's website, or of its e-mail addresses."
    )
    contacts: list[Contact] = strawberry.field(
        description="Contacts in your reach with one of the lead's e-mail addresses."
    )
