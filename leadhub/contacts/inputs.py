"""What callers may set on a contact, and ask of contacts."""

import strawberry

from leadhub.kit.filters import DateTimeFilter, IDFilter, MatchFilter, StringFilter
from leadhub.kit.inputs import maybe
from leadhub.leads.inputs import AddressInput


@strawberry.input(description="What a contact is; what is left out stays, null empties.")
class ContactInput:
    first_name: str | None = maybe("Given name, up to 100 characters.")
    last_name: str | None = maybe("Family name, up to 100 characters.")
    job_title: str | None = maybe("What they do, up to 200 characters.")
    company_id: strawberry.ID | None = maybe("Where they work.")
    emails: list[str] | None = maybe("All their e-mail addresses, the primary one first; at most 20.")
    phones: list[str] | None = maybe("All their phone numbers, the primary one first; at most 20.")
    address: AddressInput | None = maybe("Where they are.")
    do_not_contact: bool | None = maybe("True: nobody may write to or call them.")
    owner_id: strawberry.ID | None = maybe("Who looks after them; an agent's contacts are their own.")
    team_id: strawberry.ID | None = maybe("The team they belong to; the owner's first team when left out.")


@strawberry.input(description="A new contact. It needs a name, an e-mail address or a phone number.")
class CreateContactInput(ContactInput):
    """The same fields: that one of these is needed is said by a user error."""


@strawberry.input(description="What to change of a contact; what is left out stays, null empties.")
class UpdateContactInput(ContactInput):
    id: strawberry.ID = strawberry.field(description="The contact.")
    expected_version: int = strawberry.field(description="The version you read.")
    archived: bool | None = maybe("True takes it out of lists and proposals, false brings it back.")


@strawberry.input(
    description="Which contacts. All that is given must hold; combine with `and`, `or` and `not`."
)
class ContactFilter:
    first_name: StringFilter | None = maybe("Given name.")
    last_name: StringFilter | None = maybe("Family name.")
    job_title: StringFilter | None = maybe("What they do.")
    email: MatchFilter | None = maybe("Any of their e-mail addresses.")
    phone: MatchFilter | None = maybe("Any of their phone numbers, in any spelling.")
    company_id: IDFilter | None = maybe("Where they work.")
    owner_id: IDFilter | None = maybe("Who looks after them.")
    created_at: DateTimeFilter | None = maybe("When it was made.")
    updated_at: DateTimeFilter | None = maybe("When it last changed.")
    and_: list["ContactFilter"] | None = maybe("All of these.", name="and")
    or_: list["ContactFilter"] | None = maybe("One of these at least.", name="or")
    not_: "ContactFilter | None" = maybe("Not this.", name="not")
