"""What is read of a deal's input, and the ways in which a deal changes."""

from typing import Any

from leadhub.contacts.models import Contact
from leadhub.contacts.reading import read_company_id
from leadhub.deals.inputs import DealInput
from leadhub.deals.models import Deal, DealEvent, DealStatus
from leadhub.errors import Invalid, Required
from leadhub.kit.actor import Actor
from leadhub.kit.events import emit
from leadhub.kit.inputs import Inputs, is_given, now, save
from leadhub.kit.node import find, name_rows
from leadhub.kit.scalars import write_money
from leadhub.kit.words import camel_changes
from leadhub.leads.children import words_in
from leadhub.leads.reading import read_moment, read_money

LONGEST_NAME = 200

_IDS = {"company_id": "Company", "contact_id": "Contact", "owner_id": "Member", "team_id": "Team"}
_MONEY = {"amount", "currency"}


async def read_deal(inputs: Inputs, given: DealInput, who: Actor) -> dict[str, Any]:
    """The columns that an input sets, but for owner and team; notes every fault."""
    columns: dict[str, Any] = {}
    if is_given(given.name):
        columns["name"] = inputs.name(given.name, "name", limit=LONGEST_NAME)
    if is_given(given.status):
        columns["status"] = given.status
        if given.status is None:
            inputs.fault(Required(path=inputs.path("status")))
    if is_given(given.value):
        money = await read_money(inputs.below("value"), given.value, who)
        columns["amount"], columns["currency"] = money
    if is_given(given.expected_close_at):
        with inputs.collect():
            at = given.expected_close_at
            columns["expected_close_at"] = None if at is None else read_moment(inputs, at, "expectedCloseAt")
    if is_given(given.company_id):
        with inputs.collect():
            columns["company_id"] = await read_company_id(inputs, given.company_id)
    if is_given(given.contact_id):
        with inputs.collect():
            columns["contact_id"] = await _contact_id(inputs, given.contact_id)
    return columns


async def _contact_id(inputs: Inputs, given: str | None) -> Any:
    if given is None:
        return None
    contact = await find(Contact, given, inputs.path("contactId"))
    if contact.archived_at is not None:
        raise Invalid("This contact is archived.", path=inputs.path("contactId"))
    return contact.id


def check_named(inputs: Inputs, columns: dict[str, Any]) -> None:
    """A new deal has a name."""
    if "name" not in columns:
        inputs.fault(Required(path=inputs.path("name")))


async def add_deal(columns: dict[str, Any]) -> Deal:
    """Writes a new deal, with its event. The columns say its owner and team too."""
    deal = Deal(**columns)
    deal.closed_at = None if deal.status is DealStatus.OPEN else now()
    deal.words = words_in([deal.name])
    await deal.save(force_create=True)
    found = {"status": (None, deal.status)}
    found |= {name: (None, value) for name, value in sorted(columns.items()) if value is not None}
    worth = {} if deal.amount is None else {"value": (None, write_money(deal.amount, deal.currency))}
    emit(DealEvent.CREATED, deal, _shown(found) | worth)
    return deal


async def change_deal(deal: Deal, columns: dict[str, Any]) -> None:
    """Writes what differs of a locked deal, with its event."""
    worth = write_money(deal.amount, deal.currency)
    if columns.get("status", deal.status) is not deal.status:
        columns |= {"closed_at": None if columns["status"] is DealStatus.OPEN else now()}
    if "name" in columns:
        columns |= {"words": words_in([columns["name"]])}
    changes = await save(deal, **columns)
    if not changes:
        return
    changes.pop("words", None)
    after = write_money(deal.amount, deal.currency)
    emit(DealEvent.UPDATED, deal, _shown(changes) | ({} if worth == after else {"value": (worth, after)}))


def _shown(changes: dict[str, tuple[Any, Any]]) -> dict[str, tuple[Any, Any]]:
    return camel_changes(
        name_rows({name: pair for name, pair in changes.items() if name not in _MONEY}, _IDS)
    )
