"""What is said to make and change SLA policies."""

from datetime import date

import strawberry

from leadhub.kit.inputs import maybe
from leadhub.kit.schedule import WorkingHoursInput
from leadhub.leads.filters import LeadFilter
from leadhub.pipelines.types import Change
from leadhub.sla.models import SlaRecipient

_NAME = "Unique among the policies in use, up to 100 characters."
_FILTER = (
    "Which leads it is for. Not `slaStatus` and `slaDueAt`. An empty one is met by every lead; of the policies that a lead "
    "meets the first one counts."
)
_FIRST = (
    "How many seconds there are to answer a new lead for the first time, from 60 to 31536000; null: as many as it takes. One "
    "of the two times must be given."
)
_NEXT = "How many seconds there are to answer what a lead said later, from 60 to 31536000; null: as many as it takes."
_HOURS = "When this time passes; null: always."
_HOLIDAYS = "Days in the time zone of the hours on which no time passes, at most 500."
_PAUSING = "Stages in which the time stands still."
_NOTIFY = "Who is told of a breach; owners and admins where none of these is there. Empty: nobody."
_REASSIGN = "Whether a breach gives the lead to whom the assignment rules choose then."


@strawberry.input(description="A new policy, asked after all others.")
class CreateSlaPolicyInput:
    name: str = strawberry.field(description=_NAME)
    filter: LeadFilter = strawberry.field(description=_FILTER)
    first_response_seconds: int | None = maybe(_FIRST)
    next_response_seconds: int | None = maybe(_NEXT)
    hours: WorkingHoursInput | None = maybe(_HOURS)
    holidays: list[date] | None = maybe(_HOLIDAYS)
    pausing_stage_ids: list[strawberry.ID] | None = maybe(_PAUSING)
    notify: list[SlaRecipient] | None = maybe(f"{_NOTIFY} The owner when left out.")
    reassign: bool | None = maybe(f"{_REASSIGN} It does not when left out.")
    active: bool | None = maybe("Whether it counts; it does when left out.")


@strawberry.input(description="What to change of a policy; what is left out stays.")
class UpdateSlaPolicyInput(Change):
    name: str | None = maybe(_NAME)
    filter: LeadFilter | None = maybe(_FILTER)
    first_response_seconds: int | None = maybe(_FIRST)
    next_response_seconds: int | None = maybe(_NEXT)
    hours: WorkingHoursInput | None = maybe(_HOURS)
    holidays: list[date] | None = maybe(_HOLIDAYS)
    pausing_stage_ids: list[strawberry.ID] | None = maybe(_PAUSING)
    notify: list[SlaRecipient] | None = maybe(_NOTIFY)
    reassign: bool | None = maybe(_REASSIGN)
    active: bool | None = maybe("Whether it counts.")


@strawberry.input(description="Which policy to take out of use.")
class ArchiveSlaPolicyInput(Change):
    pass


@strawberry.input(description="The order in which policies are asked.")
class ReorderSlaPoliciesInput:
    ids: list[strawberry.ID] = strawberry.field(description="All policies in use, each once.")
