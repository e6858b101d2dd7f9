"""What is said to convert a lead: into what that there is, or into what new."""

import strawberry

from leadhub.companies.inputs import CompanyInput
from leadhub.contacts.inputs import ContactInput
from leadhub.deals.inputs import DealInput
from leadhub.kit.inputs import maybe

_EXISTING = "One that there is; its empty fields are filled from the lead, the others stay."
_CREATE = "A new one. What you leave out is taken from the lead."
_NONE = "True: none. The same as leaving all of it out."


@strawberry.input(one_of=True, description="Which company the lead becomes: exactly one of these.")
class CompanyTarget:
    existing_id: strawberry.ID | None = maybe(_EXISTING)
    create: CompanyInput | None = maybe(_CREATE)
    none: bool | None = maybe(_NONE)


@strawberry.input(one_of=True, description="Which contact the lead becomes: exactly one of these.")
class ContactTarget:
    existing_id: strawberry.ID | None = maybe(_EXISTING)
    create: ContactInput | None = maybe(_CREATE)
    none: bool | None = maybe(_NONE)


@strawberry.input(one_of=True, description="Which deal the lead becomes, or a part of: exactly one of these.")
class DealTarget:
    existing_id: strawberry.ID | None = maybe(_EXISTING)
    create: DealInput | None = maybe(_CREATE)
    none: bool | None = maybe(_NONE)


@strawberry.input(description="What a lead becomes: a company, a contact, a deal, at least one of them.")
class ConvertLeadInput:
    id: strawberry.ID = strawberry.field(description="The lead.")
    expected_version: int = strawberry.field(description="The version you read.")
    company: CompanyTarget | None = strawberry.field(default=None, description="The company; null: none.")
    contact: ContactTarget | None = strawberry.field(default=None, description="The contact; null: none.")
    deal: DealTarget | None = strawberry.field(default=None, description="The deal; null: none.")
    dry_run: bool = strawberry.field(
        default=False,
        description="True: nothing is changed. The payload shows what would be, and what there is that fits.",
    )
