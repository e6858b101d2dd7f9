"""Turning a lead into a company, a contact and a deal."""

from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlsplit

from leadhub.companies.changing import add_company, change_company
from leadhub.companies.models import Company
from leadhub.contacts.changing import add_contact, change_contact, points_of
from leadhub.contacts.models import Contact, PointKind
from leadhub.contacts.reading import ContactValues, Points, check_has_something
from leadhub.conversion.targets import Target, Targets
from leadhub.deals.changing import LONGEST_NAME, add_deal, change_deal
from leadhub.deals.models import Deal
from leadhub.errors import Invalid, Required
from leadhub.kit.actor import Actor
from leadhub.kit.contacts import ContactProblem, company_domain, normalise_domain
from leadhub.kit.events import emit
from leadhub.kit.inputs import Inputs, locked, now, save
from leadhub.kit.model import RecordModel
from leadhub.leads.changing import shown_changes
from leadhub.leads.children import Children, children_of
from leadhub.leads.models import Lead, LeadEvent
from leadhub.leads.reach import check_changeable
from leadhub.leads.reading import Contact as Point
from leadhub.leads.types import full_name
from leadhub.tasks.changing import carry

R = TypeVar("R", bound=RecordModel)

# Of what changes on the lead, what its event does not tell: who did it and when stand in the event.
_UNTOLD = ("converted_by_id", "last_activity_at")


@dataclass(frozen=True, slots=True)
class Converted:
    """A lead and what it became."""

    lead: Lead
    company: Company | None
    contact: Contact | None
    deal: Deal | None


async def carry_out(lead: Lead, targets: Targets, who: Actor) -> Converted:
    """Converts a locked lead: makes what is new, fills what is empty, remembers it on the lead, and carries its open tasks along. Rows are locked in
    one order, lead, company, contact, deal, so that two conversions never wait for each other."""
    children = await children_of(lead)
    company = await _company(lead, children, targets.company)
    contact = await _contact(lead, children, targets.contact, company, who)
    deal = await _deal(lead, targets.deal, company, contact, who)
    moment = now()
    changes = await save(
        lead,
        converted_at=moment,
        converted_by_id=who.member_id,
        company_id=company.id if company else None,
        contact_id=contact.id if contact else None,
        deal_id=deal.id if deal else None,
        last_activity_at=moment,
    )
    told = {name: pair for name, pair in changes.items() if name not in _UNTOLD}
    emit(LeadEvent.CONVERTED, lead, shown_changes(told))
    await carry(lead)
    return Converted(lead, company, contact, deal)


async def _company(lead: Lead, children: Children, target: Target[Company, dict[str, Any]]) -> Company | None:
    known = {"name": lead.company_name, "website": lead.website, "domain": domain_of(lead, children)}
    if target.existing is not None:
        company = await _held(target.existing, "company")
        await change_company(company, _for_empty(company, known))
        return company
    if target.new is None:
        return None
    columns = known | target.new
    if columns["name"] is None:
        raise Required("The lead names no company: give a name.", path=["input", "company", "create", "name"])
    return await add_company(columns)


def domain_of(lead: Lead, children: Children) -> str | None:
    """The domain of the company that a lead is from: of its website, or else of an e-mail address, unless anybody can
    have one there."""
    host = urlsplit(lead.website).hostname if lead.website else None
    if host is not None:
        try:
            return normalise_domain(host)
        except ContactProblem:
            pass
    return next(filter(None, (company_domain(row.normalised) for row in children.emails)), None)


async def _contact(
    lead: Lead,
    children: Children,
    target: Target[Contact, ContactValues],
    company: Company | None,
    who: Actor,
) -> Contact | None:
    known: dict[str, Any] = {
        "first_name": lead.first_name,
        "last_name": lead.last_name,
        "job_title": lead.job_title,
        "address": lead.address,
        "do_not_contact": lead.do_not_contact,
        "company_id": company.id if company else None,
    }
    points: Points = {
        PointKind.EMAIL: [Point(row.value, row.normalised) for row in children.emails],
        PointKind.PHONE: [Point(row.value, row.normalised) for row in children.phones],
    }
    if target.existing is not None:
        contact = await _held(target.existing, "contact")
        check_changeable(who, contact, "input", "contact", "existingId")
        has = await points_of(contact)
        missing = {kind: found for kind, found in points.items() if found and not has[kind]}
        await change_contact(contact, ContactValues(_for_empty(contact, known), missing))
        return contact
    if target.new is None:
        return None
    columns = known | _hands(lead) | target.new.columns
    inputs = Inputs("contact", "create")
    check_has_something(inputs, columns, points | target.new.points)
    inputs.done()
    return await add_contact(ContactValues(columns, points | target.new.points))


async def _deal(
    lead: Lead,
    target: Target[Deal, dict[str, Any]],
    company: Company | None,
    contact: Contact | None,
    who: Actor,
) -> Deal | None:
    known: dict[str, Any] = {
        "company_id": company.id if company else contact and contact.company_id,
        "contact_id": contact.id if contact else None,
    }
    worth = {"amount": lead.estimated_amount, "currency": lead.estimated_currency}
    if target.existing is not None:
        deal = await _held(target.existing, "deal")
        check_changeable(who, deal, "input", "deal", "existingId")
        # Amount and currency are one value: none of them is filled beside the other.
        known |= worth if deal.amount is None else {}
        await change_deal(deal, _for_empty(deal, known))
        return deal
    if target.new is None:
        return None
    # Given and family name may together be longer than the name of a deal.
    name = {"name": company.name if company else full_name(lead)[:LONGEST_NAME]}
    return await add_deal(name | known | worth | _hands(lead) | target.new)


async def _held(row: R, place: str) -> R:
    """The row that a target names, locked and still in use."""
    current: Any = await locked(row, None)
    if current.archived_at is not None:
        raise Invalid(
            "This is archived; bring it back first, or choose another.", path=["input", place, "existingId"]
        )
    return current  # type: ignore[no-any-return]


def _hands(lead: Lead) -> dict[str, Any]:
    return {"owner_id": lead.owner_id, "team_id": lead.team_id}


def _for_empty(row: Any, known: dict[str, Any]) -> dict[str, Any]:
    """Of what is known, what the row lacks. `False` is lacking too: who may not be contacted stays so."""
    return {name: value for name, value in known.items() if value and not getattr(row, name)}
