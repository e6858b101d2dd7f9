"""How new leads of the demo find their owners: three rules, and sellers with limits, one of them away."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from leadhub.kit.inputs import now
from leadhub.members.models import Member, Team
from leadhub.routing.models import AssignmentRule, AssignmentStrategy, RoutingEvent
from leadhub.routing.rules import set_weights, tell

_WEIGHTS = {"agent1": 1, "agent2": 1, "agent3": 2, "agent4": 1}
_CAPACITY = 60
_AWAY = timedelta(days=7)


async def route(members: Mapping[str, Member], teams: Sequence[Team]) -> None:
    """People stay with whoever knows them, partners go to the first team, the rest to all agents by weight."""
    field_sales, inside_sales = teams
    await _rule(0, name="Known people", strategy=AssignmentStrategy.KEEP_OWNER)
    await _rule(
        1,
        name="Partners and tenders",
        strategy=AssignmentStrategy.LEAST_BUSY,
        lead_filter={"tag": {"in": ["partner", "tender"]}},
        team_id=field_sales.id,
    )
    rest = await _rule(
        2, name="Everything else", strategy=AssignmentStrategy.WEIGHTED, team_id=inside_sales.id
    )
    await set_weights(rest, {members[name].id: weight for name, weight in _WEIGHTS.items()})
    for name in _WEIGHTS:
        members[name].capacity_open = _CAPACITY
    members["agent4"].away_until = now() + _AWAY
    for name in _WEIGHTS:
        await members[name].save(update_fields=["capacity_open", "away_until"])


async def _rule(position: int, **values: Any) -> AssignmentRule:
    rule = await AssignmentRule.create(position=position, **values)
    tell(RoutingEvent.RULE_CREATED, rule, {"name": (None, rule.name), "strategy": (None, rule.strategy)})
    return rule
