"""Which rule a lead comes under, and who may get it then."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

import structlog

from leadhub.errors import LeadHubError
from leadhub.kit.actor import actor
from leadhub.kit.db import fetch
from leadhub.leads.saved import compile_saved
from leadhub.leads.states import LeadState
from leadhub.members.models import TeamMember
from leadhub.routing.models import AssignmentRule, AssignmentShare, AssignmentStrategy
from leadhub.tenants.models import Tenant

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Match:
    """The rule that a lead comes under, and the members whom it may give it, with their weights."""

    rule: AssignmentRule
    weights: Mapping[UUID, int]


async def rules_in_use() -> list[AssignmentRule]:
    """The rules that are asked, in their order."""
    return await AssignmentRule.mine().filter(archived_at=None, is_active=True).order_by("position", "id")


def key_of(rules: Sequence[AssignmentRule]) -> str:
    """What tells these rules from others, and from what they said before or the order they were in."""
    said = ",".join(f"{rule.id} {rule.version}" for rule in rules)
    return hashlib.sha256(said.encode()).hexdigest()[:32]


async def first_match(rules: Sequence[AssignmentRule], state: LeadState) -> Match | None:
    """The first of these rules that the lead meets. A rule that keeps owners is met by people who have one alone."""
    tenant = await Tenant.mine().get(id=actor().tenant_id)
    for rule in rules:
        if not _meets(rule, state, tenant.default_country):
            continue
        weights = await weights_of(rule, state)
        if weights or rule.strategy is not AssignmentStrategy.KEEP_OWNER:
            return Match(rule, weights)
    return None


def _meets(rule: AssignmentRule, state: LeadState, country: str) -> bool:
    if rule.lead_filter is None:
        return True
    try:
        # Rules know all of a lead, whoever brings it.
        return compile_saved(rule.lead_filter, replace(actor(), country=country, masked=False))(state)
    except (ValueError, LeadHubError) as problem:
        # A lead is worth more than a rule.
        log.warning("assignment_rule_unreadable", rule=str(rule.id), reason=str(problem))
        return False


async def weights_of(rule: AssignmentRule, state: LeadState) -> dict[UUID, int]:
    """The members whom a rule may give this lead, with their weights."""
    if rule.strategy is AssignmentStrategy.KEEP_OWNER:
        return await _known_owner(rule, state)
    return await members_of(rule)


async def members_of(rule: AssignmentRule) -> dict[UUID, int]:
    """The members whom a rule may give leads, whatever the lead: whom it names, or those of its team."""
    if rule.strategy is AssignmentStrategy.FIXED:
        return {rule.member_id: 1} if rule.member_id else {}
    if rule.strategy in {AssignmentStrategy.QUEUE, AssignmentStrategy.KEEP_OWNER}:
        return {}
    shares = await AssignmentShare.mine().filter(rule_id=rule.id)
    if shares or rule.team_id is None:
        return {share.member_id: share.weight for share in shares}
    return dict.fromkeys(await _working_in(rule.team_id), 1)


async def _working_in(team_id: UUID) -> list[UUID]:
    links = TeamMember.mine().filter(team_id=team_id)
    return await links.values_list("member_id", flat=True)  # type: ignore[return-value]


async def _known_owner(rule: AssignmentRule, state: LeadState) -> dict[UUID, int]:
    """Who has the newest lead with one of these addresses or numbers, or else the newest contact; one who may own leads,
    and works in the rule's team if it has one."""
    emails, phones = list(state.emails), [number for number in state.phones if number]
    [row] = await fetch("select leadhub_known_owner($1, $2) as id", emails, phones)
    owner_id: UUID | None = row["id"]
    if owner_id is None or (rule.team_id is not None and owner_id not in await _working_in(rule.team_id)):
        return {}
    return {owner_id: 1}
