"""Deals: made, changed and found."""

from typing import Annotated

import strawberry

from leadhub.deals import models
from leadhub.deals.changing import add_deal, change_deal, check_named, read_deal
from leadhub.deals.inputs import CreateDealInput, DealFilter, UpdateDealInput
from leadhub.deals.types import Deal
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
from leadhub.kit.filters import reads_amount
from leadhub.kit.grammar import Grammar
from leadhub.kit.inputs import Inputs, locked, read_archived
from leadhub.kit.node import find
from leadhub.kit.scopes import Scope
from leadhub.leads.ownership import new_hands, whose
from leadhub.leads.reach import check_changeable, within_reach
from leadhub.leads.search import with_words
from leadhub.pipelines.types import IncludeArchived

_DEALS = Grammar(
    models.Deal,
    ids={"company_id": "Company", "contact_id": "Contact", "owner_id": "Member"},
    readers={"value": lambda shown, _: reads_amount(shown)},
    columns={"value": "amount"},
)


@query(Scope.DEAL_READ, Connection[Deal])
async def deals(
    filter: Annotated[DealFilter | None, strawberry.argument(description="Which deals.")] = None,
    search: Annotated[
        str | None, strawberry.argument(description="Beginnings of words in the name; all must be found.")
    ] = None,
    include_archived: IncludeArchived = False,
    first: First = None,
    after: After = None,
    last: Last = None,
    before: Before = None,
) -> Connection[Deal]:
    """The deals in your reach, newest first."""
    page, who = window(first, after, last, before), actor()
    rows = models.Deal.mine().filter(within_reach(who))
    if not include_archived:
        rows = rows.filter(archived_at__isnull=True)
    if filter is not None:
        rows = rows.filter(_DEALS.matching(filter, who))
    if search is not None:
        rows = with_words(rows, search, "leadhub_search_records('deal', {})")
    return read_page(Listing("deals", rows, NEWEST_FIRST), page)


@mutation(Scope.DEAL_WRITE, deal=Deal)
async def create_deal(input: CreateDealInput) -> Answer:
    """Makes a deal. An agent's is their own."""
    who, inputs = actor(), Inputs()
    columns = await read_deal(inputs, input, who)
    check_named(inputs, columns)
    inputs.done()
    owner_id, team_id = await whose(inputs, input, who)
    return {"deal": await add_deal(columns | {"owner_id": owner_id, "team_id": team_id})}


@mutation(Scope.DEAL_WRITE, deal=Deal)
async def update_deal(input: UpdateDealInput) -> Answer:
    """Changes a deal: what it is, how it stands, in whose hands it is; or archives it."""
    who, inputs = actor(), Inputs()
    seen = await find(models.Deal, input.id, ["input", "id"])
    check_changeable(who, seen, "input", "id")
    columns = await read_deal(inputs, input, who)
    inputs.done()
    deal = await locked(seen, input.expected_version)
    columns |= await new_hands(deal, input, who) | read_archived(deal, input.archived)
    await change_deal(deal, columns)
    return {"deal": deal}
