"""Recognising that two leads are one person, and saying that they are not."""

from typing import Annotated

import strawberry
from tortoise.expressions import Subquery

from leadhub.duplicates import models
from leadhub.duplicates.matching import matches, person_of
from leadhub.duplicates.models import DuplicateEvent, DuplicatePair, DuplicateState
from leadhub.duplicates.pairs import ignore
from leadhub.duplicates.report import note_told_alone, report
from leadhub.duplicates.rules import leads_of, read_probe
from leadhub.duplicates.types import DuplicateGroup, DuplicateProbe, DuplicateReport, IgnoreDuplicateInput
from leadhub.errors import BadRequest, Required
from leadhub.kit.actor import actor
from leadhub.kit.connection import ID_KEY, After, Connection, First, Key, Listing, read_page, window
from leadhub.kit.db import whole_tenant
from leadhub.kit.events import emit
from leadhub.kit.fields import Answer, mutation, query
from leadhub.kit.node import find, to_global
from leadhub.kit.scopes import Scope
from leadhub.leads.children import children_of
from leadhub.leads.models import Lead as LeadRow
from leadhub.leads.reach import within_reach
from leadhub.leads.types import Lead


@query(Scope.LEAD_READ, DuplicateReport)
async def possible_duplicates(
    lead_id: Annotated[
        strawberry.ID | None, strawberry.argument(description="A lead: who else may it be?")
    ] = None,
    input: Annotated[
        DuplicateProbe | None, strawberry.argument(description="Or somebody who is to become a lead.")
    ] = None,
) -> DuplicateReport:
    """The live leads that may be the same person, with reasons. Give a lead or an input. An address or a number that you
    see masked may not be asked about."""
    who = actor()
    if (lead_id is None) is (input is None):
        raise BadRequest("Give `leadId` or `input`, and not both.", argument="input")
    if input is not None:
        found = await matches(read_probe(input, who))
    else:
        lead = await find(LeadRow, str(lead_id), ["leadId"])
        found = await matches(person_of(lead, await children_of(lead)), but=lead.id)
    told = await report(found, who)
    await note_told_alone(told, who)
    return told


@query(Scope.LEAD_READ, Connection[DuplicateGroup])
async def duplicate_groups(
    state: Annotated[
        DuplicateState, strawberry.argument(description="Those that wait for a decision when not given.")
    ] = DuplicateState.SUSPECTED,
    first: First = None,
    after: After = None,
) -> Connection[DuplicateGroup]:
    """The review queue: leads that may be one person, the likeliest first. Merge them, or ignore the suspicion."""
    page, who = window(first, after), actor()
    alive = {
        f"{side}__{gone}__isnull": True
        for side in ("low", "high")
        for gone in ("deleted_at", "merged_into_id")
    }
    pairs = DuplicatePair.mine().filter(
        within_reach(who, "low__"), within_reach(who, "high__"), state=state, **alive
    )
    rows = models.DuplicateGroup.mine().filter(state=state, id__in=Subquery(pairs.values("group_id")))
    return read_page(Listing("duplicateGroups", rows, _LIKELIEST_FIRST), page)


_LIKELIEST_FIRST = (Key("weight", int, descending=True), ID_KEY)


@mutation(
    Scope.LEAD_MERGE, leads=(list[Lead], "The leads, as you named them; null when there are user errors.")
)
async def ignore_duplicate(input: IgnoreDuplicateInput) -> Answer:
    """Says that leads are different people, each two of them. It sticks: they are suspected no more, nor is a lead that
    one of them is merged into."""
    leads = await leads_of(input.lead_ids, actor(), "input", "leadIds")
    if len(leads) < 2:
        raise Required("Name two leads at least.", path=["input", "leadIds"])
    await whole_tenant("the queue also holds pairs with leads out of the caller's reach")
    await ignore([lead.id for lead in leads])
    first, *others = leads
    emit(
        DuplicateEvent.IGNORED, first, {"duplicates": (None, [to_global("Lead", lead.id) for lead in others])}
    )
    return {"leads": leads}
