"""What the demo's leads are scored by, and their scores."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from leadhub.kit.inputs import now
from leadhub.kit.node import to_global
from leadhub.labels.models import LeadSource
from leadhub.leads.models import Lead
from leadhub.scoring.models import ScoreItem, ScoringRule
from leadhub.scoring.rules import scoring_now
from leadhub.scoring.scores import score

_FRESH: dict[str, Any] = {"name": "Came in lately", "points": 40, "decay_points": 10, "decay_days": 14}


async def score_leads(sources: Sequence[LeadSource]) -> None:
    """Four rules, and the scores of all live leads by them."""
    best = next(source for source in sources if source.name == "Referral")
    decides = [{"jobTitle": {"startsWith": word}} for word in ("Chief", "Head", "Finance")]
    filters: list[tuple[str, int, dict[str, Any]]] = [
        ("Decides", 30, {"or": decides}),
        ("Recommended to us", 20, {"sourceId": {"eq": to_global("LeadSource", best.id)}}),
        ("Nothing to win", -25, {"estimatedValue": {"lt": "10000"}}),
    ]
    for name, points, filter in filters:
        await ScoringRule.create(name=name, points=points, lead_filter=filter)
    fresh = await ScoringRule.create(lead_filter={}, **_FRESH)
    leads = await Lead.mine().filter(deleted_at__isnull=True, merged_into_id__isnull=True).order_by("id")
    await ScoreItem.bulk_create([_met(fresh, lead, lead.created_at) for lead in leads])
    await score(leads, await scoring_now(), now())


def _met(rule: ScoringRule, lead: Lead, since: datetime) -> ScoreItem:
    """As if the rule had been there when the lead came in."""
    return ScoreItem(lead_id=lead.id, rule_id=rule.id, points=rule.points, since=since, worked_out_at=since)
