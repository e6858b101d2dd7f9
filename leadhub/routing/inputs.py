"""What callers say about assignment rules, and about when people work and how much they take."""

from datetime import datetime

import strawberry

from leadhub.kit.inputs import maybe
from leadhub.kit.schedule import WorkingHoursInput
from leadhub.leads.filters import LeadFilter
from leadhub.routing.models import AssignmentStrategy

_NAME = "Unique among the rules in use, up to 100 characters."
_FILTER = (
    "Which new leads, as in `leads`; null: all. The number of a new lead comes after the rules, so it meets no condition "
    "on it."
)
_STRATEGY = "Whom it gives them to; it says which of `teamId`, `memberId` and `weights` are needed."
_TEAM = (
    "Whose leads they become. ROUND_ROBIN and LEAST_BUSY choose among its members unless `weights` names others; leads "
    "that nobody has room for wait in its queue."
)
_MEMBER = "Who gets them, for FIXED."
_WEIGHTS = "Whom to choose among: needed for WEIGHTED, possible for ROUND_ROBIN and LEAST_BUSY. At most 200."


@strawberry.input(description="A member whom a rule chooses among.")
class AssignmentWeightInput:
    member_id: strawberry.ID = strawberry.field(description="An active member who is no viewer.")
    weight: int = strawberry.field(
        default=1, description="How many leads they get beside the others, from 1 to 100; for WEIGHTED."
    )


@strawberry.input(description="A new assignment rule.")
class CreateAssignmentRuleInput:
    name: str = strawberry.field(description=_NAME)
    filter: LeadFilter | None = maybe(_FILTER)
    strategy: AssignmentStrategy = strawberry.field(description=_STRATEGY)
    team_id: strawberry.ID | None = maybe(_TEAM)
    member_id: strawberry.ID | None = maybe(_MEMBER)
    weights: list[AssignmentWeightInput] | None = maybe(_WEIGHTS)
    active: bool | None = maybe("False: it is not asked yet. True when left out.")


@strawberry.input(description="An assignment rule and what to change; what is left out stays.")
class UpdateAssignmentRuleInput:
    id: strawberry.ID = strawberry.field(description="The rule.")
    expected_version: int = strawberry.field(description="The version you read.")
    name: str | None = maybe(_NAME)
    filter: LeadFilter | None = maybe(_FILTER)
    strategy: AssignmentStrategy | None = maybe(_STRATEGY)
    team_id: strawberry.ID | None = maybe(_TEAM)
    member_id: strawberry.ID | None = maybe(_MEMBER)
    weights: list[AssignmentWeightInput] | None = maybe(f"{_WEIGHTS} All of them.")
    active: bool | None = maybe("False: it is passed over from now on.")


@strawberry.input(description="Which rule to put away.")
class ArchiveAssignmentRuleInput:
    id: strawberry.ID = strawberry.field(description="The rule.")
    expected_version: int = strawberry.field(description="The version you read.")


@strawberry.input(description="The rules in a new order.")
class ReorderAssignmentRulesInput:
    ids: list[strawberry.ID] = strawberry.field(
        description="All rules in use, the first to be asked first. A manager names those of their own teams, which change "
        "places among themselves."
    )


@strawberry.input(description="When somebody works and how much they take; what is left out stays.")
class SetAvailabilityInput:
    member_id: strawberry.ID = strawberry.field(description="The member.")
    away_until: datetime | None = maybe("They get no leads before; null: they are here.")
    working_hours: WorkingHoursInput | None = maybe(
        "They get leads in these hours alone; null: at all times."
    )
    capacity_open: int | None = maybe(
        "How many open leads they may have when routing gives them another, from 0 to 100,000; null: any number."
    )
    capacity_30_days: int | None = maybe(
        "How many leads routing may give them in 30 days, from 0 to 100,000; null: any number."
    )
    expected_version: int | None = strawberry.field(
        default=None, description="The member's version you read; null changes whatever version there is."
    )
