"""How the parts of a lead look from outside: addresses, numbers, money, consent, history."""

from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import strawberry

from leadhub.kit.actor import actor
from leadhub.kit.contacts import mask_email, mask_phone, mask_text
from leadhub.kit.enums import describe_enum
from leadhub.kit.loaders import One, related
from leadhub.kit.node import Node, computed, described, entity
from leadhub.kit.scopes import Scope
from leadhub.leads import models
from leadhub.leads.models import LeadRating
from leadhub.members import models as members
from leadhub.members.types import Member
from leadhub.pipelines.models import LeadStatus

describe_enum(
    LeadRating,
    "How promising a lead is, by its score.",
    HOT="Very.",
    WARM="Somewhat.",
    COLD="Hardly.",
)


def shown_email(value: str) -> str:
    """An address as the caller may see it."""
    return mask_email(value) if actor().masked else value


def shown_phone(value: str) -> str:
    """A number as the caller may see it."""
    return mask_phone(value) if actor().masked else value


def _email_value(root: Any) -> str:
    return shown_email(root.value)


def _email_normalised(root: Any) -> str:
    return shown_email(root.normalised)


def _phone_value(root: Any) -> str:
    return shown_phone(root.value)


def _phone_e164(root: Any) -> str | None:
    return shown_phone(root.normalised) if root.normalised else None


def _is_primary(root: Any) -> bool:
    return root.position == 0  # type: ignore[no-any-return]


def _external_id(root: Any) -> str:
    return root.external_id  # type: ignore[no-any-return]


@entity(models.LeadEmail, Scope.LEAD_READ)
class LeadEmail:
    """An e-mail address of a lead."""

    value: str = computed(_email_value, "As it was typed.", "value")
    normalised: str = computed(
        _email_normalised, "As it is compared: in small letters, its domain in ASCII.", "normalised"
    )
    is_primary: bool = computed(_is_primary, "Whether it is the one to write to.", "position")
    is_verified: bool = described("Whether the lead proved that it is theirs.")
    is_bounced: bool = described("Whether mail to it came back.")


@entity(models.LeadPhone, Scope.LEAD_READ)
class LeadPhone:
    """A phone number of a lead."""

    value: str = computed(_phone_value, "As it was typed.", "value")
    e164: str | None = computed(
        _phone_e164,
        "In international form; null when it could not be understood, and then it matches nothing.",
        "normalised",
        name="e164",
    )
    is_primary: bool = computed(_is_primary, "Whether it is the one to call.", "position")
    is_verified: bool = described("Whether the lead proved that it is theirs.")


@entity(models.ExternalId, Scope.LEAD_READ)
class ExternalId:
    """What another system calls a lead; unique in the tenant."""

    system: str = described("The other system, such as `hubspot`.")
    id: str = strawberry.field(resolver=_external_id, description="Its id there.")


@strawberry.type(description="An amount of money.")
class Money:
    amount: Decimal = strawberry.field(description='Exact, as text: `"1000.50"`.')
    currency: str = strawberry.field(description="ISO 4217 code.")


@strawberry.type(description="Where a visitor came from, as marketing marks its links.")
class Utm:
    source: str | None = strawberry.field(default=None, description="utm_source.")
    medium: str | None = strawberry.field(default=None, description="utm_medium.")
    campaign: str | None = strawberry.field(default=None, description="utm_campaign.")
    term: str | None = strawberry.field(default=None, description="utm_term.")
    content: str | None = strawberry.field(default=None, description="utm_content.")


@strawberry.enum(description="Why a person's data may be used (GDPR, article 6).")
class ConsentBasis(Enum):
    CONSENT = strawberry.enum_value("CONSENT", description="They agreed.")
    CONTRACT = strawberry.enum_value("CONTRACT", description="It is needed for a contract with them.")
    LEGITIMATE_INTEREST = strawberry.enum_value(
        "LEGITIMATE_INTEREST", description="It is in our justified interest."
    )


@strawberry.type(description="What a person agreed to, and how.")
class Consent:
    marketing: bool = strawberry.field(description="Whether they want marketing.")
    basis: ConsentBasis = strawberry.field(description="Why their data may be used.")
    at: datetime = strawberry.field(description="When they said so.")
    text: str | None = strawberry.field(default=None, description="The text that they were shown.")


@strawberry.type(description="A postal address.")
class Address:
    street: str | None = strawberry.field(default=None, description="Street and number.")
    city: str | None = strawberry.field(default=None, description="City.")
    region: str | None = strawberry.field(default=None, description="State or region.")
    postal_code: str | None = strawberry.field(default=None, description="Postal code.")
    country: str | None = strawberry.field(default=None, description="ISO 3166 code.")


def shown_address(root: Any) -> Address | None:
    """An address as the caller may see it."""
    if root.address is None:
        return None
    if not actor().masked:
        return Address(**root.address)
    return Address(**{name: mask_text(text) if text else None for name, text in root.address.items()})


@entity(models.StageChange, Scope.LEAD_READ)
class StageChange(Node):
    """One step of a lead's way through its pipeline, with names as they were then."""

    from_name: str | None = described("The stage it left; null at the beginning.")
    from_category: LeadStatus | None = described("The category of that stage.")
    to_name: str = described("The stage it came to.")
    to_category: LeadStatus = described("The category of that stage.")
    seconds_in_stage: int | None = described("How long it was in the stage it left.")
    by: Member | None = related(One(members.Member, "by_id"), "Who moved it; null for a program.")
    at: datetime = described("When.")
