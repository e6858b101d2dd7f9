"""What is said to make and change the rules of scoring."""

import strawberry

from leadhub.activities.models import ActivityDirection, ActivityKind
from leadhub.kit.inputs import maybe
from leadhub.leads.filters import LeadFilter
from leadhub.pipelines.types import Change

_FILTER = (
    "Which leads get the points. Not `score` and `rating`; and of `email` and `phone` only `isNull`. An empty one is met by "
    "every lead."
)
_ACTIVITY = "Gives the points for each such activity of those leads; null: once, for the lead itself."
_POINTS = "From -1000 to 1000, and not 0."
_DECAY = "How the points become fewer; null: they stay as long as the lead meets the rule."


@strawberry.input(description="How points become fewer.")
class ScoreDecayInput:
    points: int = strawberry.field(description="How many fewer, until none is left: from 1 to 1000.")
    days: int = strawberry.field(
        description="After how many days that the lead meets the rule, or since the activity, again and again: from 1 to 3650."
    )


@strawberry.input(description="Activities that are counted: calls, e-mails, meetings or messages.")
class ScoringActivityInput:
    kind: ActivityKind = strawberry.field(description="CALL, EMAIL, MEETING or MESSAGE.")
    direction: ActivityDirection | None = strawberry.field(
        default=None, description="Only those in this direction; null: in both."
    )
    at_most: int = strawberry.field(
        default=1, description="How many of a lead count, the latest: from 1 to 100."
    )


@strawberry.input(description="A new rule.")
class CreateScoringRuleInput:
    name: str = strawberry.field(description="Unique among the rules in use, up to 100 characters.")
    filter: LeadFilter = strawberry.field(description=_FILTER)
    activity: ScoringActivityInput | None = strawberry.field(default=None, description=_ACTIVITY)
    points: int = strawberry.field(description=_POINTS)
    decay: ScoreDecayInput | None = strawberry.field(default=None, description=_DECAY)
    active: bool = strawberry.field(default=True, description="Whether it counts.")


@strawberry.input(description="What to change of a rule; what is left out stays.")
class UpdateScoringRuleInput(Change):
    name: str | None = maybe("Unique among the rules in use, up to 100 characters.")
    filter: LeadFilter | None = maybe(_FILTER)
    activity: ScoringActivityInput | None = maybe(_ACTIVITY)
    points: int | None = maybe(_POINTS)
    decay: ScoreDecayInput | None = maybe(_DECAY)
    active: bool | None = maybe("Whether it counts.")


@strawberry.input(description="Which rule to take out of use.")
class ArchiveScoringRuleInput(Change):
    pass


@strawberry.input(description="What to change of the settings; what is left out stays.")
class UpdateScoringSettingsInput:
    expected_version: int = strawberry.field(description="The version you read.")
    hot_from: int | None = maybe("Not below `warmFrom`.")
    warm_from: int | None = maybe("From -100000 to 100000.")
    highest: int | None = maybe("No score is above it; from 1 to 100000. Null: there is no such limit.")
