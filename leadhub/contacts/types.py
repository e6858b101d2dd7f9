"""How contacts look from outside."""

from datetime import datetime
from typing import Any

from leadhub.companies import models as companies
from leadhub.companies.types import Company
from leadhub.contacts import models
from leadhub.contacts.models import PointKind
from leadhub.kit.loaders import Many, One, related
from leadhub.kit.node import Node, computed, described, entity
from leadhub.kit.scopes import Scope
from leadhub.leads.types_parts import Address, shown_address, shown_email, shown_phone
from leadhub.members import models as members
from leadhub.members.types import Member, Team

POINTS = Many(models.ContactPoint, "contact_id", "position")
COMPANY = One(companies.Company, "company_id")


def _full_name(root: Any) -> str | None:
    return " ".join(part for part in (root.first_name, root.last_name) if part) or None


def _emails(points: list[models.ContactPoint]) -> list[str]:
    return [shown_email(point.value) for point in points if point.kind is PointKind.EMAIL]


def _phones(points: list[models.ContactPoint]) -> list[str]:
    return [shown_phone(point.value) for point in points if point.kind is PointKind.PHONE]


def _primary_email(points: list[models.ContactPoint]) -> str | None:
    return next(iter(_emails(points)), None)


def _primary_phone(points: list[models.ContactPoint]) -> str | None:
    return next(iter(_phones(points)), None)


@entity(models.Contact, Scope.CONTACT_READ)
class Contact(Node):
    """A person at a company."""

    version: int = described("Rises with every change; name it as `expectedVersion` when you change this.")
    first_name: str | None = described("Given name.")
    last_name: str | None = described("Family name.")
    full_name: str | None = computed(
        _full_name, "Given and family name; null when neither is known.", "first_name", "last_name"
    )
    job_title: str | None = described("What they do.")
    company: Company | None = related(COMPANY, "Where they work.")
    emails: list[str] = related(POINTS, "Their e-mail addresses as typed, the primary one first.", _emails)
    phones: list[str] = related(POINTS, "Their phone numbers as typed, the primary one first.", _phones)
    primary_email: str | None = related(POINTS, "The address to write to.", _primary_email)
    primary_phone: str | None = related(POINTS, "The number to call.", _primary_phone)
    address: Address | None = computed(shown_address, "Where they are.", "address")
    do_not_contact: bool = described("True: nobody may write to or call them.")
    owner: Member | None = related(One(members.Member, "owner_id"), "Who looks after them.")
    team: Team | None = related(One(members.Team, "team_id"), "The team they belong to.")
    created_at: datetime = described("When it was made.")
    updated_at: datetime = described("When it last changed.")
    archived_at: datetime | None = described("When it was archived; null while it is in use.")
