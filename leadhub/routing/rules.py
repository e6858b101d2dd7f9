"""What an assignment rule must say, who may change which, and in which order they are asked."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from leadhub.errors import Invalid, LimitExceeded, NotYours, Required
from leadhub.kit.actor import Actor
from leadhub.kit.events import emit
from leadhub.kit.inputs import Inputs, is_given, save
from leadhub.kit.named import LONGEST_NAME
from leadhub.kit.node import name_rows, read_id, to_global
from leadhub.kit.scopes import Reach
from leadhub.kit.words import camel_changes
from leadhub.leads.ownership import read_owner, read_team
from leadhub.leads.saved import masked, read_filter
from leadhub.members.models import TeamMember
from leadhub.routing.inputs import AssignmentWeightInput
from leadhub.routing.models import (
    AssignmentRule,
    AssignmentShare,
    AssignmentStrategy,
    RoutingEvent,
)

MOST_RULES = 200
MOST_WEIGHTS = 200
HEAVIEST = 100

Weights = dict[UUID, int]

_CHOOSING = {
    AssignmentStrategy.ROUND_ROBIN,
    AssignmentStrategy.LEAST_BUSY,
    AssignmentStrategy.WEIGHTED,
}


async def read_rule(inputs: Inputs, given: Any) -> dict[str, Any]:
    """The columns that an input sets."""
    values: dict[str, Any] = {}
    if is_given(given.name):
        values["name"] = inputs.name(given.name, "name", limit=LONGEST_NAME)
    if is_given(given.filter):
        values["lead_filter"] = await read_filter(inputs, given.filter)
    if is_given(given.strategy):
        values["strategy"] = given.strategy
        if given.strategy is None:
            inputs.fault(Required(path=inputs.path("strategy")))
    if is_given(given.team_id):
        with inputs.collect():
            team = await read_team(given.team_id, inputs.path("teamId"))
            values["team_id"] = team.id if team else None
    if is_given(given.member_id):
        with inputs.collect():
            member = await read_owner(given.member_id, inputs.path("memberId"))
            values["member_id"] = member.id if member else None
    if is_given(given.active):
        values["is_active"] = bool(given.active)
        if given.active is None:
            inputs.fault(Required(path=inputs.path("active")))
    return values


async def read_weights(inputs: Inputs, given: Sequence[AssignmentWeightInput] | None) -> Weights:
    """The members whom an input names, with their weights."""
    if len(given or ()) > MOST_WEIGHTS:
        raise LimitExceeded(f"At most {MOST_WEIGHTS} members.", path=inputs.path("weights"))
    weights: Weights = {}
    for at, one in enumerate(given or ()):
        place = inputs.below("weights", str(at))
        with inputs.collect():
            member = await read_owner(one.member_id, place.path("memberId"))
            assert member is not None
            if member.id in weights:
                raise Invalid("Name each member once.", path=place.path("memberId"))
            weights[member.id] = one.weight
        if not 1 <= one.weight <= HEAVIEST:
            inputs.fault(Invalid(f"This must be from 1 to {HEAVIEST}.", path=place.path("weight")))
    return weights


def check_complete(inputs: Inputs, rule: AssignmentRule, weights: Weights) -> None:
    """What the strategy needs is there, and nothing that it knows no use for."""
    strategy = rule.strategy
    if strategy is AssignmentStrategy.FIXED and rule.member_id is None:
        inputs.fault(Required("FIXED needs a member.", path=inputs.path("memberId")))
    if strategy is not AssignmentStrategy.FIXED and rule.member_id is not None:
        inputs.fault(Invalid(f"{strategy} gives leads to no fixed member.", path=inputs.path("memberId")))
    if strategy not in _CHOOSING and weights:
        inputs.fault(Invalid(f"{strategy} does not choose among members.", path=inputs.path("weights")))
    if strategy is AssignmentStrategy.WEIGHTED and not weights:
        inputs.fault(Required("WEIGHTED needs members with weights.", path=inputs.path("weights")))
    elif strategy in _CHOOSING and rule.team_id is None and not weights:
        inputs.fault(Required(f"{strategy} needs a team, or members.", path=inputs.path("teamId")))
    if strategy is not AssignmentStrategy.WEIGHTED and any(weight != 1 for weight in weights.values()):
        inputs.fault(Invalid("Weights other than 1 are for WEIGHTED.", path=inputs.path("weights")))


def is_theirs(who: Actor, rule: AssignmentRule) -> bool:
    """Whether the caller may change this rule: a manager those of their own teams."""
    return who.reach is Reach.ALL or rule.team_id in who.team_ids


def check_theirs(who: Actor, rule: AssignmentRule, *path: str) -> None:
    """Raises NotYours for a rule that is not of a manager's own teams."""
    if not is_theirs(who, rule):
        raise NotYours("A manager's rules are those of their own teams: name one.", path=path)


async def check_members_theirs(who: Actor, rule: AssignmentRule, weights: Weights, *path: str) -> None:
    """Raises NotYours for a manager's rule that gives leads to others than who works in their teams."""
    named = {*weights, *([rule.member_id] if rule.member_id else [])}
    if who.reach is Reach.ALL or not named:
        return
    links = TeamMember.mine().filter(member_id__in=list(named), team_id__in=list(who.team_ids))
    if named - set(await links.values_list("member_id", flat=True)):
        raise NotYours("A manager's rules give leads to members of their own teams.", path=path)


async def weights_kept(rule: AssignmentRule) -> Weights:
    """The members whom a rule names, with their weights."""
    shares = await AssignmentShare.mine().filter(rule_id=rule.id)
    return {share.member_id: share.weight for share in shares}


async def set_weights(rule: AssignmentRule, weights: Weights) -> None:
    """Makes these the members whom a rule names."""
    await AssignmentShare.mine().filter(rule_id=rule.id).delete()
    await AssignmentShare.bulk_create(
        AssignmentShare(rule_id=rule.id, member_id=id, weight=weight) for id, weight in weights.items()
    )


def shown_weights(weights: Weights) -> list[dict[str, Any]]:
    """Weights as events carry them."""
    return [{"memberId": to_global("Member", id), "weight": weights[id]} for id in sorted(weights)]


def tell(event: RoutingEvent, rule: AssignmentRule, changes: dict[str, tuple[Any, Any]]) -> None:
    """Emits changes of a rule by column, without the contact data of its filter."""
    shown = name_rows(changes, {"team_id": "Team", "member_id": "Member"})
    if "lead_filter" in shown:
        old, new = shown.pop("lead_filter")
        shown["filter"] = (masked(old), masked(new))
    if "is_active" in shown:
        shown["active"] = shown.pop("is_active")
    emit(event, rule, camel_changes(shown))


async def change_rule(rule: AssignmentRule, values: dict[str, Any]) -> None:
    """Writes what differs of a locked rule, with its event."""
    changes = await save(rule, **values)
    if changes:
        tell(RoutingEvent.RULE_UPDATED, rule, changes)


async def lock_rules() -> list[AssignmentRule]:
    """The rules in use in their order, locked by id."""
    rules = AssignmentRule.mine().filter(archived_at=None)
    await rules.order_by("id").select_for_update(no_key=True)
    return await rules.order_by("position", "id")


def read_order(ids: Sequence[str], rules: Sequence[AssignmentRule]) -> list[AssignmentRule]:
    """These rules in the order that the ids say."""
    path, by_id = ["input", "ids"], {rule.id: rule for rule in rules}
    wanted = [
        read_id(value, "AssignmentRule", [*path, str(at)]) for at, value in enumerate(ids[: len(rules) + 1])
    ]
    if len(wanted) != len(rules) or set(wanted) != by_id.keys():
        raise Invalid(f"Name each of the {len(rules)} rules that are yours to change, once.", path=path)
    return [by_id[id] for id in wanted]
