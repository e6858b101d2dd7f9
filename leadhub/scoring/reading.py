"""Reading what is said about rules and settings, and telling of it."""

from collections.abc import Mapping
from typing import Any

from leadhub.activities.logging import TOUCHES
from leadhub.errors import Invalid, Required
from leadhub.kit.actor import actor
from leadhub.kit.inputs import Inputs, is_given
from leadhub.kit.words import camel_changes
from leadhub.scoring.inputs import (
    CreateScoringRuleInput,
    ScoreDecayInput,
    ScoringActivityInput,
    UpdateScoringRuleInput,
    UpdateScoringSettingsInput,
)
from leadhub.scoring.models import ScoringSettings
from leadhub.scoring.rules import read_rule_filter

MOST_POINTS = 1000
MOST_DAYS = 3650
MOST_COUNTED = 100
HIGHEST = 100_000


async def read_rule(inputs: Inputs, input: CreateScoringRuleInput | UpdateScoringRuleInput) -> dict[str, Any]:
    """The columns that an input sets of a rule."""
    values: dict[str, Any] = {}
    if is_given(input.name):
        values["name"] = inputs.name(input.name, "name", limit=100)
    if (filter := _value(inputs, input.filter, "filter")) is not None:
        values["lead_filter"] = await read_rule_filter(inputs, filter)
    if is_given(input.activity):
        values |= _activity(inputs, input.activity)
    if (points := _value(inputs, input.points, "points")) is not None:
        values["points"] = points
        _check(inputs, points, -MOST_POINTS, MOST_POINTS, "points")
        if points == 0:
            inputs.fault(Invalid("Points are more or fewer than 0.", path=inputs.path("points")))
    if is_given(input.decay):
        values |= _decay(inputs, input.decay)
    if (active := _value(inputs, input.active, "active")) is not None:
        values["is_active"] = active
    return values


def _activity(inputs: Inputs, activity: ScoringActivityInput | None) -> dict[str, Any]:
    if activity is None:
        return {"activity_kind": None, "activity_direction": None, "at_most": None}
    if activity.kind not in TOUCHES:
        problem = "Notes and what LeadHub did itself are not counted."
        inputs.fault(Invalid(problem, path=inputs.path("activity", "kind")))
    _check(inputs, activity.at_most, 1, MOST_COUNTED, "activity", "atMost")
    return {
        "activity_kind": activity.kind,
        "activity_direction": activity.direction,
        "at_most": activity.at_most,
    }


def _decay(inputs: Inputs, decay: ScoreDecayInput | None) -> dict[str, int | None]:
    if decay is None:
        return {"decay_points": None, "decay_days": None}
    _check(inputs, decay.points, 1, MOST_POINTS, "decay", "points")
    _check(inputs, decay.days, 1, MOST_DAYS, "decay", "days")
    return {"decay_points": decay.points, "decay_days": decay.days}


async def hold_settings() -> ScoringSettings:
    """The settings, locked; written first where they never were."""
    id = actor().tenant_id
    await ScoringSettings.bulk_create([ScoringSettings(id=id)], ignore_conflicts=True)
    return await ScoringSettings.mine().select_for_update(no_key=True).get(id=id)


def read_settings(
    inputs: Inputs, input: UpdateScoringSettingsInput, settings: ScoringSettings
) -> dict[str, int | None]:
    """The columns that an input sets."""
    values: dict[str, int | None] = {}
    for column, name in (("hot_from", "hotFrom"), ("warm_from", "warmFrom")):
        if (value := _value(inputs, getattr(input, column), name)) is not None:
            values[column] = value
            _check(inputs, value, -HIGHEST, HIGHEST, name)
    if is_given(input.highest):
        values["highest"] = input.highest
        if input.highest is not None:
            _check(inputs, input.highest, 1, HIGHEST, "highest")
    hot, warm = (values.get(column, getattr(settings, column)) for column in ("hot_from", "warm_from"))
    if hot < warm:
        problem = f"A lead is HOT from {hot} on, so that WARM cannot begin at {warm}."
        inputs.fault(Invalid(problem, path=inputs.path("hotFrom")))
    return values


def _value(inputs: Inputs, value: Any, name: str) -> Any:
    """What an input says of a field that cannot be empty; None when it says nothing."""
    if value is None:
        inputs.fault(Required(path=inputs.path(name)))
    return value if is_given(value) else None


def _check(inputs: Inputs, value: int, least: int, most: int, *path: str) -> None:
    if not least <= value <= most:
        inputs.fault(Invalid(f"This must be from {least} to {most}.", path=inputs.path(*path)))


_SHOWN = {"lead_filter": "filter", "is_active": "active"}


def told(changes: Mapping[str, tuple[Any, Any]]) -> dict[str, tuple[Any, Any]]:
    """Changes of a rule, by the names of the schema."""
    return camel_changes({_SHOWN.get(name, name): change for name, change in changes.items()})
