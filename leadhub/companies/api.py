"""Companies: made, changed and found."""

from typing import Annotated

import strawberry

from leadhub.companies import models
from leadhub.companies.changing import add_company, change_company, check_named, read_company
from leadhub.companies.inputs import CompanyFilter, CreateCompanyInput, UpdateCompanyInput
from leadhub.companies.types import Company
from leadhub.kit.actor import actor
from leadhub.kit.connection import (
    NEWEST_FIRST,
    After,
    Before,
    Connection,
    First,
    Last,
    Listing,
    read_page,
    window,
)
from leadhub.kit.fields import Answer, mutation, query
from leadhub.kit.grammar import Grammar
from leadhub.kit.inputs import Inputs, locked, read_archived
from leadhub.kit.node import find
from leadhub.kit.scopes import Scope
from leadhub.leads.search import with_words
from leadhub.pipelines.types import IncludeArchived

_COMPANIES = Grammar(models.Company, ids={})


@query(Scope.COMPANY_READ, Connection[Company])
async def companies(
    filter: Annotated[CompanyFilter | None, strawberry.argument(description="Which companies.")] = None,
    search: Annotated[
        str | None, strawberry.argument(description="Beginnings of words in the name, or of the domain.")
    ] = None,
    include_archived: IncludeArchived = False,
    first: First = None,
    after: After = None,
    last: Last = None,
    before: Before = None,
) -> Connection[Company]:
    """The companies of your tenant, newest first."""
    page = window(first, after, last, before)
    rows = models.Company.mine()
    if not include_archived:
        rows = rows.filter(archived_at__isnull=True)
    if filter is not None:
        rows = rows.filter(_COMPANIES.matching(filter, actor()))
    if search is not None:
        rows = with_words(rows, search, "leadhub_search_records('company', {})")
    return read_page(Listing("companies", rows, NEWEST_FIRST), page)


@mutation(Scope.COMPANY_WRITE, company=Company)
async def create_company(input: CreateCompanyInput) -> Answer:
    """Makes a company."""
    inputs = Inputs()
    columns = read_company(inputs, input)
    check_named(inputs, columns)
    inputs.done()
    return {"company": await add_company(columns)}


@mutation(Scope.COMPANY_WRITE, company=Company)
async def update_company(input: UpdateCompanyInput) -> Answer:
    """Changes a company, or archives it."""
    seen = await find(models.Company, input.id, ["input", "id"])
    inputs = Inputs()
    columns = read_company(inputs, input)
    inputs.done()
    company = await locked(seen, input.expected_version)
    await change_company(company, columns | read_archived(company, input.archived))
    return {"company": company}
