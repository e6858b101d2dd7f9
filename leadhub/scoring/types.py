"""How scores and the rules behind them look from outside."""

from datetime import datetime
from typing import Any

import strawberry
from strawberry.scalars import JSON

from leadhub.activities.models import ActivityDirection, ActivityKind
from leadhub.kit.loaders import Many, One, related
from leadhub.kit.node import Node, computed, described, entity, extends
from leadhub.kit.scopes import Scope
from leadhub.leads.types import Lead
from leadhub.scoring import models

BREAKDOWN = Many(models.ScoreItem, "lead_id", "since")


@strawberry.type(description="How points become fewer.")
class ScoreDecay:
    points: int = strawberry.field(description="How many fewer, until none is left.")
    days: int = strawberry.field(
        description="After how many days that the lead meets the rule, or since the activity, again and again."
    )


@strawberry.type(description="Activities that are counted.")
class ScoringActivity:
    kind: ActivityKind = strawberry.field(description="What was done.")
    direction: ActivityDirection | None = strawberry.field(
        description="Only those in this direction; null: in both."
    )
    at_most: int = strawberry.field(description="How many of a lead count, the latest.")


@strawberry.type(description="How far it has come to score all leads again, after the rules changed.")
class RescoringProgress:
    since: datetime = strawberry.field(description="When the rules changed last.")
    done: int = strawberry.field(description="How many leads have been scored by the rules of now.")
    total: int | None = strawberry.field(description="How many there are; null before it begins.")


def _filter(root: Any) -> JSON:
    return JSON(root.lead_filter)


def _activity(root: Any) -> ScoringActivity | None:
    if root.activity_kind is None:
        return None
    return ScoringActivity(kind=root.activity_kind, direction=root.activity_direction, at_most=root.at_most)


def _decay(root: Any) -> ScoreDecay | None:
    if root.decay_days is None:
        return None
    return ScoreDecay(points=root.decay_points, days=root.decay_days)


def _is_active(root: Any) -> bool:
    return root.is_active  # type: ignore[no-any-return]


async def _rescoring(root: Any) -> RescoringProgress | None:
    row = await models.Rescoring.seen(root.id)
    if row is None:
        return None
    return RescoringProgress(since=row.since, done=row.done, total=row.total)


@entity(models.ScoringRule, Scope.CONFIG_READ)
class ScoringRule(Node):
    """Points for the leads that meet a filter, or for what was done about them. A lead meets a rule from the moment that LeadHub notices it: when the lead
    changes, or when the rule is made."""

    version: int = described("Rises with every change; name it as `expectedVersion` when you change this.")
    name: str = described("Its name, unique among those in use.")
    filter: JSON = computed(_filter, "Which leads get the points, as it was given.", "lead_filter")
    activity: ScoringActivity | None = computed(
        _activity,
        "The activities of those leads that get the points, each of them; null: the lead gets them, once.",
        *("activity_kind", "activity_direction", "at_most"),
    )
    points: int = described("How many points; fewer than 0 make a score lower.")
    decay: ScoreDecay | None = computed(
        _decay, "How the points become fewer; null: they stay.", "decay_points", "decay_days"
    )
    active: bool = computed(_is_active, "Whether it counts.", "is_active")
    archived_at: datetime | None = described("When it was archived; null while it is in use.")
    created_at: datetime = described("When it was made.")


@entity(models.ScoringSettings, Scope.CONFIG_READ)
class ScoringSettings(Node):
    """What scores mean in this tenant."""

    version: int = described("Rises with every change; name it as `expectedVersion` when you change this.")
    hot_from: int = described("A lead of this score, or a higher one, is HOT.")
    warm_from: int = described(
        "A lead of this score, or a higher one that is not HOT, is WARM; the others are COLD."
    )
    highest: int | None = described("No score is above it; null where there is no such limit.")
    rescoring: RescoringProgress | None = strawberry.field(
        resolver=_rescoring,
        description="How far it has come to score all leads again; null when all scores follow from the rules of now.",
    )


@entity(models.ScoreItem, Scope.LEAD_READ)
class ScoreItem:
    """What a lead has got by one rule."""

    rule: ScoringRule | None = related(
        One(models.ScoringRule, "rule_id"), "The rule; null for what is taken off a score above the highest."
    )
    points: int = described("How many points it has by it now.")
    since: datetime = described("Since when it has met the rule; when the first activity was that counts.")
    decays_at: datetime | None = described("When the points become fewer next; null when they do not.")


@extends(Lead)
class LeadScore:
    score_breakdown: list[ScoreItem] = related(
        BREAKDOWN,
        "Where its score comes from, the rule it met first at the top: the sum of the points is the score.",
    )
