"""What a caller wants a lead to become, read before the lead is touched."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from leadhub.companies.changing import read_company
from leadhub.companies.inputs import CompanyInput
from leadhub.companies.models import Company
from leadhub.contacts.inputs import ContactInput
from leadhub.contacts.models import Contact
from leadhub.contacts.reading import ContactValues, read_contact
from leadhub.conversion.inputs import ConvertLeadInput
from leadhub.deals.changing import read_deal
from leadhub.deals.inputs import DealInput
from leadhub.deals.models import Deal
from leadhub.errors import Invalid, Required
from leadhub.kit.actor import Actor
from leadhub.kit.inputs import Inputs, is_given
from leadhub.kit.model import RecordModel
from leadhub.kit.node import find
from leadhub.leads.ownership import whose

R = TypeVar("R", bound=RecordModel)
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Target(Generic[R, V]):
    """A row that the caller sees, or the values of a new one; neither: none is wanted."""

    existing: R | None = None
    new: V | None = None


@dataclass(frozen=True, slots=True)
class Targets:
    """What a lead is to become."""

    company: Target[Company, dict[str, Any]]
    contact: Target[Contact, ContactValues]
    deal: Target[Deal, dict[str, Any]]


async def read_targets(inputs: Inputs, given: ConvertLeadInput, who: Actor) -> Targets:
    """What an input wants, under the caller's reach; notes every fault."""

    async def new_company(inputs: Inputs, given: CompanyInput) -> dict[str, Any]:
        return read_company(inputs, given)

    async def new_contact(inputs: Inputs, given: ContactInput) -> ContactValues:
        values = await read_contact(inputs, given, who)
        values.columns |= await _hands(inputs, given, who)
        return values

    async def new_deal(inputs: Inputs, given: DealInput) -> dict[str, Any]:
        return await read_deal(inputs, given, who) | await _hands(inputs, given, who)

    company: Target[Company, dict[str, Any]] = await _read(
        inputs.below("company"), given.company, Company, new_company
    )
    contact: Target[Contact, ContactValues] = await _read(
        inputs.below("contact"), given.contact, Contact, new_contact
    )
    deal: Target[Deal, dict[str, Any]] = await _read(inputs.below("deal"), given.deal, Deal, new_deal)
    if not any(map(_is_wanted, (given.company, given.contact, given.deal))):
        inputs.fault(Required("Say what it becomes: a company, a contact or a deal.", path=inputs.path()))
    return Targets(company, contact, deal)


def _is_wanted(given: Any) -> bool:
    return given is not None and not is_given(given.none)


async def _read(
    inputs: Inputs, given: Any, model: type[R], read: Callable[[Inputs, Any], Awaitable[V]]
) -> Target[R, V]:
    with inputs.collect():
        if given is None:
            return Target()
        if is_given(given.create):
            return Target(new=await read(inputs.below("create"), given.create))
        if is_given(given.existing_id):
            return Target(existing=await find(model, given.existing_id, inputs.path("existingId")))
        if not given.none:
            raise Invalid("It can only be true: leave it out.", path=inputs.path("none"))
    return Target()


async def _hands(inputs: Inputs, given: ContactInput | DealInput, who: Actor) -> dict[str, Any]:
    """Owner and team, where the input says either; else they are the lead's."""
    if not is_given(given.owner_id) and not is_given(given.team_id):
        return {}
    owner_id, team_id = await whose(inputs, given, who)
    return {"owner_id": owner_id, "team_id": team_id}
