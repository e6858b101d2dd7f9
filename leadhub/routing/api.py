"""Assignment rules, what they decided, and who can take leads."""

from typing import Annotated, Any
from uuid import UUID

import strawberry

from leadhub.kit.actor import actor
from leadhub.kit.connection import After, Connection, First, Key, Listing, read_page, window
from leadhub.kit.events import emit
from leadhub.kit.fields import Answer, mutation, query
from leadhub.kit.inputs import Inputs, is_given, locked, now, save, write
from leadhub.kit.named import check_name, check_room, locked_live
from leadhub.kit.node import find
from leadhub.kit.scopes import Scope
from leadhub.kit.words import camel_changes
from leadhub.leads.models import Lead
from leadhub.members.models import Member as MemberRow
from leadhub.members.models import MemberEvent
from leadhub.members.types import Member
from leadhub.pipelines.types import IncludeArchived
from leadhub.routing import models
from leadhub.routing.availability import check_may_set, read_availability
from leadhub.routing.inputs import (
    ArchiveAssignmentRuleInput,
    CreateAssignmentRuleInput,
    ReorderAssignmentRulesInput,
    SetAvailabilityInput,
    UpdateAssignmentRuleInput,
)
from leadhub.routing.models import RoutingEvent
from leadhub.routing.rules import (
    MOST_RULES,
    change_rule,
    check_complete,
    check_members_theirs,
    check_theirs,
    is_theirs,
    lock_rules,
    read_order,
    read_rule,
    read_weights,
    set_weights,
    shown_weights,
    tell,
    weights_kept,
)
from leadhub.routing.types import AssignmentDecision, AssignmentRule


@query(Scope.ROUTING_READ, list[AssignmentRule])
async def assignment_rules(include_archived: IncludeArchived = False) -> Any:
    """All assignment rules of your tenant, in the order in which they are asked."""
    rules = models.AssignmentRule.mine()
    return await (rules if include_archived else rules.filter(archived_at=None)).order_by("position", "id")


@query(Scope.ROUTING_READ, Connection[AssignmentDecision])
async def assignment_log(
    lead_id: Annotated[strawberry.ID, strawberry.argument(description="The lead.")],
    first: First = None,
    after: After = None,
) -> Connection[AssignmentDecision]:
    """What routing decided about a lead in your reach and why, newest first. Empty for a lead that was never routed: one
    that came with an owner, or before there were rules."""
    page = window(first, after)
    lead = await find(Lead, lead_id, ["leadId"])
    rows = models.AssignmentDecision.mine().filter(lead_id=lead.id)
    return read_page(Listing("assignmentLog", rows, (Key("id", UUID, descending=True),)), page)


@mutation(Scope.ROUTING_WRITE, assignment_rule=AssignmentRule)
async def create_assignment_rule(input: CreateAssignmentRuleInput) -> Answer:
    """Makes a rule, which is asked after the others. At most 200 are in use. A manager's rules are those of their own
    teams, and give leads to members of them."""
    inputs = Inputs()
    values = await read_rule(inputs, input)
    weights = await read_weights(inputs, input.weights or None)
    inputs.done()
    rule = models.AssignmentRule(**values)
    check_complete(inputs, rule, weights)
    inputs.done()
    check_theirs(actor(), rule, "input", "teamId")
    await check_members_theirs(actor(), rule, weights, "input")
    await check_room(models.AssignmentRule, MOST_RULES)
    await check_name(models.AssignmentRule, rule.name)
    others = await lock_rules()
    rule.position = others[-1].position + 1 if others else 0
    await rule.save(force_create=True)
    await set_weights(rule, weights)
    told = {name: (None, value) for name, value in values.items()} | {"position": (None, rule.position)}
    tell(RoutingEvent.RULE_CREATED, rule, told | {"weights": (None, shown_weights(weights))})
    return {"assignment_rule": rule}


@mutation(Scope.ROUTING_WRITE, assignment_rule=AssignmentRule)
async def update_assignment_rule(input: UpdateAssignmentRuleInput) -> Answer:
    """Changes a rule, or switches it off or on. Leads that wait are looked at anew."""
    seen, inputs, who = await find(models.AssignmentRule, input.id, ["input", "id"]), Inputs(), actor()
    values = await read_rule(inputs, input)
    given = await read_weights(inputs, input.weights) if is_given(input.weights) else None
    inputs.done()
    rule = await locked_live(seen, input.expected_version)
    before = await weights_kept(rule)
    check_theirs(who, rule, "input", "id")
    if "name" in values:
        await check_name(models.AssignmentRule, values["name"], besides=rule.id)
    weights = before if given is None else given
    changes = await save(rule, **values)
    check_complete(inputs, rule, weights)
    inputs.done()
    check_theirs(who, rule, "input", "teamId")
    await check_members_theirs(who, rule, weights, "input")
    if weights != before:
        await set_weights(rule, weights)
        if not changes:
            await write(rule)
        changes["weights"] = (shown_weights(before), shown_weights(weights))
    if changes:
        tell(RoutingEvent.RULE_UPDATED, rule, changes)
    return {"assignment_rule": rule}


@mutation(Scope.ROUTING_WRITE, assignment_rule=AssignmentRule)
async def archive_assignment_rule(input: ArchiveAssignmentRuleInput) -> Answer:
    """Puts a rule away for good: it is asked no more, and its name is free. What it decided stays in the log."""
    seen = await find(models.AssignmentRule, input.id, ["input", "id"])
    rule = await locked_live(seen, input.expected_version)
    check_theirs(actor(), rule, "input", "id")
    await write(rule, archived_at=now())
    tell(RoutingEvent.RULE_ARCHIVED, rule, {"archived_at": (None, rule.archived_at)})
    return {"assignment_rule": rule}


@mutation(Scope.ROUTING_WRITE, assignment_rules=(list[AssignmentRule], "The rules that you named."))
async def reorder_assignment_rules(input: ReorderAssignmentRulesInput) -> Answer:
    """Changes the order in which rules are asked. A manager orders those of their own teams, in the places that these have
    among all."""
    who = actor()
    rules = [rule for rule in await lock_rules() if is_theirs(who, rule)]
    order = read_order(input.ids, rules)
    places = [rule.position for rule in rules]
    for rule, position in zip(order, places, strict=True):
        await change_rule(rule, {"position": position})
    return {"assignment_rules": order}


@mutation(Scope.AVAILABILITY_WRITE, member=Member)
async def set_availability(input: SetAvailabilityInput) -> Answer:
    """Says when somebody is here and how many leads they take. Everybody says themselves when they are away and when they
    work; a manager does for members of their own teams alone, and says how much these take. Leads that wait go to
    whoever has room again, within seconds."""
    inputs = Inputs()
    values = await read_availability(inputs, input)
    inputs.done()
    seen = await find(MemberRow, input.member_id, ["input", "memberId"])
    await check_may_set(actor(), seen, values)
    member = await locked(seen, input.expected_version)
    changes = await save(member, **values)
    if changes:
        emit(MemberEvent.UPDATED, member, camel_changes(changes))
    return {"member": member}
