"""What callers may set on a company, and ask of companies."""

import strawberry

from leadhub.kit.filters import DateTimeFilter, StringFilter
from leadhub.kit.inputs import maybe
from leadhub.leads.inputs import AddressInput


@strawberry.input(description="What a company is; what is left out stays, null empties.")
class CompanyInput:
    name: str | None = maybe("Its name, up to 200 characters; a company has one.")
    domain: str | None = maybe("The domain of its addresses, such as `example.com`.")
    website: str | None = maybe("Its website, up to 500 characters; http or https.")
    address: AddressInput | None = maybe("Where it is.")


@strawberry.input(description="A new company.")
class CreateCompanyInput(CompanyInput):
    """The same fields: its name is needed, which is said by a user error."""


@strawberry.input(description="What to change of a company; what is left out stays, null empties.")
class UpdateCompanyInput(CompanyInput):
    id: strawberry.ID = strawberry.field(description="The company.")
    expected_version: int = strawberry.field(description="The version you read.")
    archived: bool | None = maybe("True takes it out of lists and proposals, false brings it back.")


@strawberry.input(
    description="Which companies. All that is given must hold; combine with `and`, `or` and `not`."
)
class CompanyFilter:
    name: StringFilter | None = maybe("Its name.")
    domain: StringFilter | None = maybe("The domain of its addresses.")
    created_at: DateTimeFilter | None = maybe("When it was made.")
    updated_at: DateTimeFilter | None = maybe("When it last changed.")
    and_: list["CompanyFilter"] | None = maybe("All of these.", name="and")
    or_: list["CompanyFilter"] | None = maybe("One of these at least.", name="or")
    not_: "CompanyFilter | None" = maybe("Not this.", name="not")
