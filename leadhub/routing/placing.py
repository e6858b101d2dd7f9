"""Decides whose a lead becomes, and does it: for new leads, for those that wait, and for a simulation, which does nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from leadhub.kit.inputs import now
from leadhub.leads.models import Lead
from leadhub.leads.ownership import team_under
from leadhub.leads.states import LeadState
from leadhub.routing.deciding import IN_TURN, Choice, choose
from leadhub.routing.matching import Match, first_match, key_of, rules_in_use, weights_of
from leadhub.routing.models import AssignmentDecision, AssignmentRule, AssignmentStrategy, QueuedLead
from leadhub.routing.standing import sellers_of


@dataclass(frozen=True, slots=True)
class Placing:
    """What was decided about a lead: the entry of the log, which is not stored yet, the hands it goes into, and the rules
    that were asked."""

    decision: AssignmentDecision
    owner_id: UUID | None
    team_id: UUID | None
    asked: str

    @property
    def waits(self) -> bool:
        """Whether somebody is to get it later, when they have room."""
        return self.decision.queued and self.decision.strategy is not AssignmentStrategy.QUEUE


async def place(state: LeadState, *, for_real: bool) -> Placing | None:
    """Whose this lead without an owner becomes; None where the tenant has no rules. `for_real` locks the rule, and then its
    members by id, until the transaction ends, and moves the turn on. Leads are locked before."""
    while True:
        rules = await rules_in_use()
        if not rules:
            return None
        match = await first_match(rules, state)
        if match is None or not for_real:
            return await _placed(match, state, key_of(rules), for_real=False)
        rule = await _hold(match.rule)
        if rule is not None:
            # What a rule says of its members changes with its version, and whose team they are in, before now.
            held = Match(rule, await weights_of(rule, state))
            return await _placed(held, state, key_of(rules), for_real=True)


async def _hold(rule: AssignmentRule) -> AssignmentRule | None:
    """The rule, locked; None when it has changed meanwhile."""
    return (
        await AssignmentRule.mine()
        .select_for_update(no_key=True)
        .get_or_none(id=rule.id, version=rule.version)
    )


async def _placed(match: Match | None, state: LeadState, asked: str, *, for_real: bool) -> Placing:
    decision = AssignmentDecision(lead_id=state.id, queued=False, at=now(), candidates=[])
    if match is None:
        return Placing(decision, None, state.team_id, asked)
    rule = match.rule
    sellers = await sellers_of(match.weights, decision.at, locked=for_real)
    credits = {UUID(id): Fraction(credit) for id, credit in rule.credits.items()}
    choice = choose(rule.strategy, sellers, credits, rule.id)
    if for_real and rule.strategy in IN_TURN:
        await _keep_turn(rule, choice)
    decision.rule_id, decision.strategy, decision.member_id = rule.id, rule.strategy, choice.winner
    decision.queued = choice.winner is None
    decision.candidates = _candidates([one.id for one in sellers], choice)
    home = rule.team_id or state.team_id
    team_id = home if choice.winner is None else await team_under(choice.winner, home)
    return Placing(decision, choice.winner, team_id, asked)


async def _keep_turn(rule: AssignmentRule, choice: Choice) -> None:
    credits = {str(id): str(credit) for id, credit in choice.credits.items() if credit}
    await AssignmentRule.mine().filter(id=rule.id).update(credits=credits)


def _candidates(ids: Sequence[UUID], choice: Choice) -> list[dict[str, str | None]]:
    """Who got it first, then the others."""
    ranked = sorted(ids, key=lambda id: (id != choice.winner, id))
    return [{"member_id": str(id), "reason": choice.reasons.get(id)} for id in ranked]


async def remember(placing: Placing, lead: Lead) -> None:
    """Logs what was decided about a lead, and keeps it in the queue if it waits."""
    decision = placing.decision
    await decision.save(force_create=True)
    if placing.waits:
        rule_id, member_id = waits_for(placing)
        await QueuedLead.create(
            lead_id=lead.id, since=decision.at, rule_id=rule_id, member_id=member_id, asked=placing.asked
        )


def waits_for(placing: Placing) -> tuple[UUID | None, UUID | None]:
    """The rule that a lead waits for, and, where only one member may get it, who."""
    decision = placing.decision
    if decision.strategy is not AssignmentStrategy.KEEP_OWNER:
        return decision.rule_id, None
    [only] = decision.candidates
    return decision.rule_id, UUID(only["member_id"])
