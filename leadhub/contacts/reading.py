"""What a caller wants to set on a contact, normalised."""

from dataclasses import dataclass, field
from typing import Any

from leadhub.companies.models import Company
from leadhub.contacts.inputs import ContactInput
from leadhub.contacts.models import PointKind
from leadhub.errors import Invalid, Required
from leadhub.kit.actor import Actor
from leadhub.kit.inputs import Inputs, is_given
from leadhub.kit.node import find
from leadhub.kit.words import camel
from leadhub.leads.reading import Contact as Point
from leadhub.leads.reading import read_address, read_emails, read_phones

_TEXTS = {"first_name": 100, "last_name": 100, "job_title": 200}

Points = dict[PointKind, list[Point]]


@dataclass(slots=True)
class ContactValues:
    """What to set. Columns that are not there stay as they are, and so do points of a kind that is not there."""

    columns: dict[str, Any] = field(default_factory=dict)
    points: Points = field(default_factory=dict)


async def read_contact(inputs: Inputs, given: ContactInput, who: Actor) -> ContactValues:
    """What an input sets, but for owner and team; notes every fault."""
    values = ContactValues()
    columns = values.columns
    for name, limit in _TEXTS.items():
        if is_given(value := getattr(given, name)):
            columns[name] = inputs.text(value, camel(name), limit=limit)
    if is_given(given.company_id):
        with inputs.collect():
            columns["company_id"] = await read_company_id(inputs, given.company_id)
    if is_given(given.address):
        with inputs.collect():
            columns["address"] = None if given.address is None else read_address(inputs, given.address)
    if is_given(given.do_not_contact):
        columns["do_not_contact"] = bool(given.do_not_contact)
    if is_given(given.emails):
        values.points[PointKind.EMAIL] = read_emails(inputs, given.emails)
    if is_given(given.phones):
        values.points[PointKind.PHONE] = read_phones(inputs, given.phones, who)
    return values


async def read_company_id(inputs: Inputs, given: str | None) -> Any:
    """The company that an input names, which must be in use."""
    if given is None:
        return None
    company = await find(Company, given, inputs.path("companyId"))
    if company.archived_at is not None:
        raise Invalid("This company is archived.", path=inputs.path("companyId"))
    return company.id


def check_has_something(inputs: Inputs, columns: dict[str, Any], points: Points) -> None:
    """A contact has a name, an address or a number, or nobody could find it again."""
    if not (columns.get("first_name") or columns.get("last_name") or any(points.values())):
        inputs.fault(
            Required("Give at least a name, an e-mail address or a phone number.", path=inputs.path())
        )
