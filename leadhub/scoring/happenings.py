"""When what rules count has happened with leads: their activities."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from leadhub.kit.actor import actor
from leadhub.kit.db import fetch
from leadhub.scoring.models import ScoringRule

# The latest of each lead and rule, and no more of them than count, however many there are.
_LATEST = """
select l.id as lead_id, r.id as rule_id, a.occurred_at
from unnest($2::uuid[]) as l (id)
cross join unnest($3::uuid[], $4::text[], $5::text[], $6::int[]) as r (id, kind, direction, most)
cross join lateral (
  select a.occurred_at from activity a
  where a.tenant_id = $1 and a.lead_id = l.id and a.kind = r.kind
    and (r.direction is null or a.direction = r.direction)
  order by a.occurred_at desc limit r.most
) a
"""


async def happenings(
    leads: Sequence[UUID], rules: Sequence[ScoringRule]
) -> Mapping[UUID, Mapping[UUID, Sequence[datetime]]]:
    """By lead and rule, when the activities were that the rule counts. No statement where no rule counts any."""
    found: dict[UUID, dict[UUID, list[datetime]]] = defaultdict(lambda: defaultdict(list))
    counting = [rule for rule in rules if rule.activity_kind is not None]
    if counting:
        names = ("id", "activity_kind", "activity_direction", "at_most")
        columns = [[getattr(rule, name) for rule in counting] for name in names]
        for row in await fetch(_LATEST, actor().tenant_id, list(leads), *columns):
            found[row["lead_id"]][row["rule_id"]].append(row["occurred_at"])
    return found
