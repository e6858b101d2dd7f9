"""How contacts look from outside."""

from datetime import datetime
from typing import Any

import strawberry

from leadhub.companies import models as companies
from leadhub.companies.types import Company
from leadhub.contacts import models
from leadhub.contacts.models import PointKind
from leadhub.kit.loaders import Many, One, follow, related
from leadhub.kit.node import Node, described, entity
from leadhub.kit.scopes import Scope
from leadhub.leads.types_parts import Address, shown_address, shown_email, shown_phone
from leadhub.members import models as members
from leadhub.members.types import Member, Team

POINTS = Many(models.ContactPoint, "contact_id", "position")
COMPANY = One(companies.Company, "company_id")


def _full_name(root: Any) -> str | None:
    return " ".join(part for part in (root.first_name, root.last_name) if part) or None


async def _values(root: Any, kind: PointKind) -> list[str]:
    shown = shown_email if kind is PointKind.EMAIL else shown_phone
    return [shown(point.value) for point in await follow(POINTS, root) if point.kind is kind]


async def _emails(root: Any) -> list[str]:
    return await _values(root, PointKind.EMAIL)


async def _phones(root: Any) -> list[str]:
    return await _values(root, PointKind.PHONE)


async def _primary_email(root: Any) -> str | None:
    return next(iter(await _emails(root)), None)


async def _primary_phone(root: Any) -> str | None:
    return next(iter(await _phones(root)), None)


@entity(models.Contact, Scope.CONTACT_READ)
class Contact(Node):
    """A person at a company."""

    version: int = described("Rises with every change; name it as `expectedVersion` when you change this.")
    first_name: str | None = described("Given name.")
    last_name: str | None = described("Family name.")
    full_name: str | None = strawberry.field(
        resolver=_full_name, description="Given and family name; null when neither is known."
    )
    job_title: str | None = described("What they do.")
    company: Company | None = related(COMPANY, "Where they work.")
    emails: list[str] = strawberry.field(
        resolver=_emails, description="Their e-mail addresses as typed, the primary one first."
    )
    phones: list[str] = strawberry.field(
        resolver=_phones, description="Their phone numbers as typed, the primary one first."
    )
    primary_email: str | None = strawberry.field(
        resolver=_primary_email, description="The address to write to."
    )
    primary_phone: str | None = strawberry.field(resolver=_primary_phone, description="The number to call.")
    address: Address | None = strawberry.field(resolver=shown_address, description="Where they are.")
    do_not_contact: bool = described("True: nobody may write to or call them.")
    owner: Member | None = related(One(members.Member, "owner_id"), "Who looks after them.")
    team: Team | None = related(One(members.Team, "team_id"), "The team they belong to.")
    created_at: datetime = described("When it was made.")
    updated_at: datetime = described("When it last changed.")
    archived_at: datetime | None = described("When it was archived; null while it is in use.")
