"""What callers may set on a deal, and ask of deals."""

from datetime import datetime

import strawberry

from leadhub.deals.models import DealStatus
from leadhub.kit.filters import DateTimeFilter, DecimalFilter, IDFilter, StringFilter
from leadhub.kit.inputs import maybe
from leadhub.leads.inputs import MoneyInput


@strawberry.input(description="What a deal is; what is left out stays, null empties.")
class DealInput:
    name: str | None = maybe("What it is called, up to 200 characters; a deal has a name.")
    status: DealStatus | None = maybe("How it stands; OPEN for a new one when left out.")
    value: MoneyInput | None = maybe("What it is worth.")
    expected_close_at: datetime | None = maybe("When it should be decided.")
    company_id: strawberry.ID | None = maybe("The company that buys.")
    contact_id: strawberry.ID | None = maybe("The person to talk to.")
    owner_id: strawberry.ID | None = maybe("Who works on it; an agent's deals are their own.")
    team_id: strawberry.ID | None = maybe("The team it belongs to; the owner's first team when left out.")


@strawberry.input(description="A new deal.")
class CreateDealInput(DealInput):
    """The same fields: its name is needed, which is said by a user error."""


@strawberry.input(description="What to change of a deal; what is left out stays, null empties.")
class UpdateDealInput(DealInput):
    id: strawberry.ID = strawberry.field(description="The deal.")
    expected_version: int = strawberry.field(description="The version you read.")
    archived: bool | None = maybe("True takes it out of lists, false brings it back.")


@strawberry.input(description="Conditions on how a deal stands.")
class DealStatusFilter:
    eq: DealStatus | None = maybe("This one.")
    ne: DealStatus | None = maybe("Not this one.")
    in_: list[DealStatus] | None = maybe("One of these.", name="in")


@strawberry.input(description="Which deals. All that is given must hold; combine with `and`, `or` and `not`.")
class DealFilter:
    name: StringFilter | None = maybe("What it is called.")
    status: DealStatusFilter | None = maybe("How it stands.")
    value: DecimalFilter | None = maybe("The amount it is worth.")
    company_id: IDFilter | None = maybe("The company that buys.")
    contact_id: IDFilter | None = maybe("The person to talk to.")
    owner_id: IDFilter | None = maybe("Who works on it.")
    expected_close_at: DateTimeFilter | None = maybe("When it should be decided.")
    closed_at: DateTimeFilter | None = maybe("When it was won or lost.")
    created_at: DateTimeFilter | None = maybe("When it was made.")
    updated_at: DateTimeFilter | None = maybe("When it last changed.")
    and_: list["DealFilter"] | None = maybe("All of these.", name="and")
    or_: list["DealFilter"] | None = maybe("One of these at least.", name="or")
    not_: "DealFilter | None" = maybe("Not this.", name="not")
