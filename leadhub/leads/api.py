"""Finding leads, and changing one."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated

import strawberry

from leadhub.errors import NotFound
from leadhub.kit.actor import actor
from leadhub.kit.connection import After, Before, Connection, First, Last, Listing, read_page, window
from leadhub.kit.events import emit
from leadhub.kit.fields import Answer, mutation, query, subscription
from leadhub.kit.inputs import Inputs, now, write
from leadhub.kit.loaders import read_one
from leadhub.kit.node import find, read_id
from leadhub.kit.scopes import Scope
from leadhub.leads import models
from leadhub.leads.changing import find_reason, lead_to_change, move
from leadhub.leads.children import children_of
from leadhub.leads.filters import LEADS, Deleted, LeadFilter
from leadhub.leads.following import Change, changes
from leadhub.leads.inputs import DeleteLeadInput, TransitionLeadInput
from leadhub.leads.meeting import compile_filter
from leadhub.leads.models import ExternalId, LeadEvent
from leadhub.leads.orders import LeadOrder, order_keys
from leadhub.leads.reach import within_reach
from leadhub.leads.rules import check_lost, check_transition
from leadhub.leads.search import searched
from leadhub.leads.types import Lead, LeadChange
from leadhub.pipelines.models import LeadStatus, Stage
from leadhub.pipelines.rules import hold_stage


@query(Scope.LEAD_READ, Lead | None, is_read=True)
async def lead(
    id: Annotated[strawberry.ID, strawberry.argument(description="The lead's id.")],
) -> models.Lead:
    """One lead, also a deleted one; NOT_FOUND when there is none that you may see. The id of a lead that was merged
    gives the lead it was merged into."""
    row_id = read_id(id, "Lead", ["id"])
    found = await read_one(models.Lead, row_id, "merged_into_id")
    if found is None or found.merged_into_id is not None:
        survivor = await models.Lead.survivor_of(row_id)
        found = survivor and await read_one(models.Lead, survivor.id)
    if found is None:
        raise NotFound(path=["id"])
    return found  # type: ignore[no-any-return]


@query(Scope.LEAD_READ, Connection[Lead])
async def leads(
    filter: Annotated[LeadFilter | None, strawberry.argument(description="Which leads.")] = None,
    search: Annotated[
        str | None,
        strawberry.argument(
            description="Beginnings of words in name, company, e-mail, phone or number; all must be found."
        ),
    ] = None,
    order_by: Annotated[
        list[LeadOrder] | None, strawberry.argument(description="Newest first when not given; at most three.")
    ] = None,
    deleted: Annotated[
        Deleted, strawberry.argument(description="Whether deleted ones too.")
    ] = Deleted.EXCLUDE,
    first: First = None,
    after: After = None,
    last: Last = None,
    before: Before = None,
) -> Connection[Lead]:
    """The leads in your reach."""
    page = window(first, after, last, before)
    who = actor()
    rows = models.Lead.mine().filter(within_reach(who), merged_into_id__isnull=True)
    if deleted is not Deleted.INCLUDE:
        rows = rows.filter(deleted_at__isnull=deleted is Deleted.EXCLUDE)
    if filter is not None:
        rows = rows.filter(LEADS.matching(filter, who))
    if search is not None:
        rows = searched(rows, search, who)
    return read_page(Listing("leads", rows, tuple(order_keys(order_by))), page)


@subscription(Scope.LEAD_READ, LeadChange)
async def lead_changed(
    filter: Annotated[
        LeadFilter | None, strawberry.argument(description="Which leads; all when not given.")
    ] = None,
    after: Annotated[
        int | None,
        strawberry.argument(
            description="Go on after this `seq`, when you resume; from now on when not given."
        ),
    ] = None,
) -> AsyncGenerator[Change, None]:
    """Tells of every change of the leads in your reach that meet the filter, or did before, in order. Subscribe first
    and read the list then, and you miss nothing. Ends with REACH_CHANGED when your role or teams change, and with
    SLOW_READER for who does not keep up."""
    meets = compile_filter(filter, actor()) if filter is not None else lambda _: True
    async with aclosing(changes(meets, after)) as found:
        async for change in found:
            yield change


@mutation(Scope.LEAD_WRITE, lead=Lead)
async def transition_lead(input: TransitionLeadInput) -> Answer:
    """Moves a lead to another stage of its pipeline. Reopening clears the lost reason."""
    who, inputs = actor(), Inputs()
    note = inputs.text(input.lost_note, "lostNote", limit=2000, multiline=True)
    inputs.done()
    target = await find(Stage, input.stage_id, ["input", "stageId"])
    reason = await find_reason(input.lost_reason_id)
    lead = await lead_to_change(
        input.id, input.expected_version, who, "the lead's children and history are written"
    )
    await hold_stage(target, "input", "stageId")
    origin = await Stage.mine().get(id=lead.stage_id)
    check_transition(lead, origin, target, await children_of(lead))
    check_lost(target, reason, note)
    closed = target.category in {LeadStatus.LOST, LeadStatus.DISQUALIFIED}
    closing = {"lost_reason_id": reason.id if reason else None, "lost_note": note} if closed else {}
    await move(lead, origin, target, who, **closing)
    return {"lead": lead}


@mutation(Scope.LEAD_DELETE, lead=Lead)
async def delete_lead(input: DeleteLeadInput) -> Answer:
    """Deletes a lead softly: it leaves all lists and can be restored. Its external ids become free."""
    lead = await lead_to_change(input.id, input.expected_version, actor(), "its external ids are released")
    await write(lead, deleted_at=now())
    await ExternalId.mine().filter(lead_id=lead.id).update(is_live=False)
    emit(LeadEvent.DELETED, lead, {"deletedAt": (None, lead.deleted_at)})
    return {"lead": lead}
