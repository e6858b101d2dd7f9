"""What points are worth as time goes by, and what a score is called."""

from collections.abc import Sequence
from datetime import datetime

from leadhub.leads.models import LeadRating
from leadhub.scoring.models import ScoringRule, ScoringSettings


def worth(rule: ScoringRule, since: datetime, moment: datetime) -> tuple[int, datetime | None]:
    """The points of a rule for a lead that meets it since then, and when they are fewer next; None where they stay."""
    if rule.decay_period is None or rule.decay_points is None:
        return rule.points, None
    periods = max(0, (moment - since) // rule.decay_period)
    left = max(0, abs(rule.points) - periods * rule.decay_points)
    decays_at = since + (periods + 1) * rule.decay_period if left else None
    return (left if rule.points > 0 else -left), decays_at


def worth_of_all(
    rule: ScoringRule, moments: Sequence[datetime], moment: datetime
) -> tuple[int, datetime | None]:
    """The same for what happened at each of these moments, together."""
    parts = [worth(rule, since, moment) for since in moments]
    decays = [decays_at for _, decays_at in parts if decays_at is not None]
    return sum(points for points, _ in parts), min(decays, default=None)


def rating(score: int, settings: ScoringSettings) -> LeadRating:
    """The score in one word."""
    if score >= settings.hot_from:
        return LeadRating.HOT
    return LeadRating.WARM if score >= settings.warm_from else LeadRating.COLD
