"""What is read of a company's input, and the ways in which a company changes."""

from typing import Any

from leadhub.companies.inputs import CompanyInput
from leadhub.companies.models import Company, CompanyEvent
from leadhub.errors import Invalid, Required
from leadhub.kit.contacts import ContactProblem, normalise_domain
from leadhub.kit.events import emit
from leadhub.kit.inputs import Inputs, is_given, save
from leadhub.kit.words import camel_changes
from leadhub.leads.children import whole, words_in
from leadhub.leads.reading import read_address, read_website

LONGEST_NAME = 200


def read_company(inputs: Inputs, given: CompanyInput) -> dict[str, Any]:
    """The columns that an input sets; notes every fault."""
    columns: dict[str, Any] = {}
    if is_given(given.name):
        columns["name"] = inputs.name(given.name, "name", limit=LONGEST_NAME)
    if is_given(given.domain):
        with inputs.collect():
            columns["domain"] = _domain(inputs, given.domain)
    if is_given(given.website):
        with inputs.collect():
            columns["website"] = None if given.website is None else read_website(inputs, given.website)
    if is_given(given.address):
        with inputs.collect():
            columns["address"] = None if given.address is None else read_address(inputs, given.address)
    return columns


def _domain(inputs: Inputs, given: str | None) -> str | None:
    text = inputs.text(given, "domain", limit=253)
    if text is None:
        return None
    try:
        return normalise_domain(text)
    except ContactProblem:
        raise Invalid("A domain looks like example.com.", path=inputs.path("domain")) from None


def check_named(inputs: Inputs, columns: dict[str, Any]) -> None:
    """A new company has a name."""
    if "name" not in columns:
        inputs.fault(Required(path=inputs.path("name")))


async def add_company(columns: dict[str, Any]) -> Company:
    """Writes a new company, with its event."""
    company = Company(**columns)
    company.words = _words(company)
    await company.save(force_create=True)
    found = {name: (None, value) for name, value in sorted(columns.items()) if value is not None}
    emit(CompanyEvent.CREATED, company, camel_changes(found))
    return company


async def change_company(company: Company, columns: dict[str, Any]) -> None:
    """Writes what differs of a locked company, with its event."""
    changes = await save(company, **columns)
    if not changes:
        return
    words = _words(company)
    if words != company.words:
        await Company.mine().filter(id=company.id).update(words=words)
        company.words = words
    emit(CompanyEvent.UPDATED, company, camel_changes(changes))


def _words(company: Company) -> str:
    return words_in([company.name], [whole(company.domain)] if company.domain else [])
