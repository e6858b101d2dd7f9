"""The way in: a new lead, more about one that is there, and one that comes back."""

from typing import Annotated

import strawberry

from leadhub.duplicates.likeness import STRONG
from leadhub.duplicates.matching import Match, hold_likeness, matches, person_to_be
from leadhub.duplicates.pairs import note_likeness
from leadhub.duplicates.report import note_told, note_told_alone, report
from leadhub.duplicates.types import DuplicateReport
from leadhub.errors import Duplicate, NotYours
from leadhub.intake.making import change, take_in
from leadhub.intake.simulating import simulate
from leadhub.intake.types import CreateLeadInput, OnDeleted, OnDuplicate, UpsertLeadInput
from leadhub.intake.upserting import add_to, look_for, read_match
from leadhub.kit.actor import Actor, actor
from leadhub.kit.fields import Answer, mutation, query
from leadhub.kit.inputs import Inputs, is_given
from leadhub.kit.node import to_global
from leadhub.kit.scopes import Scope
from leadhub.leads import models
from leadhub.leads.changing import lead_to_change, revive
from leadhub.leads.children import children_of
from leadhub.leads.inputs import RestoreLeadInput, UpdateLeadInput
from leadhub.leads.reading import LeadValues, read_external_id, read_external_ids, read_fields
from leadhub.leads.types import Lead
from leadhub.routing import models as routing
from leadhub.routing.types import AssignmentDecision


@mutation(
    Scope.LEAD_WRITE,
    lead=Lead,
    duplicates=(DuplicateReport, "Who it may be, with `onDuplicate: WARN`; otherwise null."),
)
async def create_lead(input: CreateLeadInput) -> Answer:
    """Takes a lead in. It starts in the first stage of the default pipeline unless you say otherwise."""
    who, inputs = actor(), Inputs()
    values = await _read(inputs, input, who)
    inputs.done()
    person = person_to_be(values)
    await hold_likeness(person)
    if input.on_duplicate is OnDuplicate.ALLOW:
        return {"lead": await take_in(input, values, who)}
    found = await matches(person)
    if input.on_duplicate is OnDuplicate.REJECT:
        await _check_new([match for match in found if match.weight >= STRONG], who)
    lead = await take_in(input, values, who)
    told = await report(found, who)
    await note_told(told, who)
    return {"lead": lead, "duplicates": told}


@query(Scope.ROUTING_READ, AssignmentDecision)
async def simulate_assignment(
    input: Annotated[CreateLeadInput, strawberry.argument(description="The lead, as for `createLead`.")],
) -> routing.AssignmentDecision:
    """Whose this lead would become if you created it now, with every candidate and why they were passed over. Nothing is
    made, and it is nobody's turn less."""
    who, inputs = actor(), Inputs()
    values = await _read(inputs, input, who)
    inputs.done()
    return await simulate(input, values, who)


async def _check_new(found: list[Match], who: Actor) -> None:
    if not found:
        return
    told = await report(found, who)
    ids = [to_global("Lead", candidate.lead.id) for candidate in told.candidates]  # type: ignore[arg-type]
    raise Duplicate(
        path=["input"],
        aftermath=lambda: note_told_alone(told, who),
        leadIds=ids,
        hiddenCandidates=told.hidden_candidates,
    )


async def _read(inputs: Inputs, input: CreateLeadInput | UpsertLeadInput, who: Actor) -> LeadValues:
    values = await read_fields(inputs, input, who)
    if is_given(input.external_id) and input.external_id is not None:
        values.external_ids = [read_external_id(inputs, input.external_id, "externalId")]
        values.has_one_external_id = True
    return values


@mutation(Scope.LEAD_WRITE, lead=Lead)
async def update_lead(input: UpdateLeadInput) -> Answer:
    """Changes fields of a lead. Owner, team and stage have mutations of their own."""
    who, inputs = actor(), Inputs()
    values = await read_fields(inputs, input, who)
    if is_given(input.external_ids):
        values.external_ids = read_external_ids(inputs, input.external_ids or [])
    inputs.done()
    await hold_likeness(person_to_be(values))
    lead = await lead_to_change(
        input.id, input.expected_version, who, "unique ids and doubles out of reach count too"
    )
    await change(lead, await children_of(lead), values, who)
    return {"lead": lead}


@mutation(Scope.LEAD_WRITE, lead=Lead, created=(bool, "True: it was not there, and is made."))
async def upsert_lead(input: UpsertLeadInput) -> Answer:
    """Changes the lead that matches, or makes it. Of leads in your reach; DUPLICATE where several match. Lists are added
    to, never cut; everything else is as in `updateLead`, without a version. Of several calls at once for the same lead
    one makes it, and the others change it."""
    who, inputs = actor(), Inputs()
    values = await _read(inputs, input, who)
    wanted = read_match(inputs, input.match, values, who)
    inputs.done()
    await hold_likeness(person_to_be(values), wanted.lock)
    found = await look_for(wanted, who)
    if not found or (found[0].deleted_at is not None and input.on_deleted is OnDeleted.CREATE):
        return {"lead": await take_in(input, values, who), "created": True}
    lead = await lead_to_upsert(found[0], who, wanted.path)
    children = await children_of(lead)
    add_to(children, values)
    await change(lead, children, values, who)
    return {"lead": lead, "created": False}


@mutation(Scope.LEAD_DELETE, lead=Lead)
async def restore_lead(input: RestoreLeadInput) -> Answer:
    """Brings a deleted lead back. UNIQUE when another lead took one of its external ids meanwhile."""
    who = actor()
    lead = await lead_to_change(
        input.id,
        input.expected_version,
        who,
        "external ids and doubles out of reach count too",
        deleted=True,
    )
    await revive(lead, who, "input", "id")
    await note_likeness(lead, await children_of(lead))
    return {"lead": lead}


async def lead_to_upsert(seen: models.Lead, who: Actor, path: tuple[str, ...]) -> models.Lead:
    """The lead to change, brought back if it is deleted."""
    is_deleted = seen.deleted_at is not None
    if is_deleted and Scope.LEAD_DELETE not in who.scopes:
        raise NotYours(
            "This lead is deleted, and you may not bring one back; ask for `onDeleted: CREATE`.",
            path=["input", "onDeleted"],
        )
    lead = await lead_to_change(
        to_global("Lead", seen.id),
        None,
        who,
        "unique ids and doubles out of reach count too",
        path=path,
        deleted=is_deleted,
    )
    if is_deleted:
        await revive(lead, who, *path)
    return lead
