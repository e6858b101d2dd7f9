"""What callers may set on a lead. `CreateLeadInput` lives in `intake`, with the way in."""

from datetime import datetime
from decimal import Decimal

import strawberry
from strawberry.scalars import JSON

from leadhub.kit.inputs import maybe
from leadhub.leads.types_parts import ConsentBasis


@strawberry.input(description="An amount of money.")
class MoneyInput:
    amount: Decimal = strawberry.field(description='As text: `"1000.50"`; at least 0, up to four decimals.')
    currency: str | None = strawberry.field(
        default=None, description="ISO 4217 code; the tenant's by default."
    )


@strawberry.input(description="What another system calls the lead.")
class ExternalIdInput:
    system: str = strawberry.field(description="The other system, up to 100 characters.")
    id: str = strawberry.field(description="Its id there, up to 200 characters; unique in the tenant.")


@strawberry.input(description="A postal address. It replaces the old one as a whole.")
class AddressInput:
    street: str | None = strawberry.field(
        default=None, description="Street and number, up to 200 characters."
    )
    city: str | None = strawberry.field(default=None, description="City, up to 100 characters.")
    region: str | None = strawberry.field(default=None, description="State or region, up to 100 characters.")
    postal_code: str | None = strawberry.field(default=None, description="Postal code, up to 20 characters.")
    country: str | None = strawberry.field(default=None, description="ISO 3166 code, such as DE.")


@strawberry.input(description="Where a visitor came from, as marketing marks its links.")
class UtmInput:
    source: str | None = strawberry.field(default=None, description="utm_source, up to 200 characters.")
    medium: str | None = strawberry.field(default=None, description="utm_medium, up to 200 characters.")
    campaign: str | None = strawberry.field(default=None, description="utm_campaign, up to 200 characters.")
    term: str | None = strawberry.field(default=None, description="utm_term, up to 200 characters.")
    content: str | None = strawberry.field(default=None, description="utm_content, up to 200 characters.")


@strawberry.input(description="What a person agreed to, and how.")
class ConsentInput:
    marketing: bool = strawberry.field(description="Whether they want marketing.")
    basis: ConsentBasis = strawberry.field(description="Why their data may be used.")
    at: datetime | None = strawberry.field(default=None, description="When they said so; now by default.")
    text: str | None = strawberry.field(
        default=None, description="The text that they were shown, up to 5,000 characters."
    )


@strawberry.input(description="What a caller may set on a lead; what is left out stays, null empties.")
class LeadFieldsInput:
    first_name: str | None = maybe("Given name, up to 100 characters.")
    last_name: str | None = maybe("Family name, up to 100 characters.")
    job_title: str | None = maybe("What they do, up to 200 characters.")
    company_name: str | None = maybe("Where they work, up to 200 characters.")
    emails: list[str] | None = maybe("All their e-mail addresses, the primary one first; at most 20.")
    phones: list[str] | None = maybe("All their phone numbers, the primary one first; at most 20.")
    website: str | None = maybe("Their website, up to 500 characters; http or https.")
    address: AddressInput | None = maybe("Where they are.")
    locale: str | None = maybe("Their language, such as `de-DE`.")
    source_id: strawberry.ID | None = maybe("Where the lead came from.")
    source_detail: str | None = maybe("More about where it came from, up to 500 characters.")
    utm: UtmInput | None = maybe("Which campaign brought them.")
    referrer: str | None = maybe("The page that led to the form, up to 2,000 characters.")
    landing_page: str | None = maybe("The first page they saw, up to 2,000 characters.")
    estimated_value: MoneyInput | None = maybe("What it may be worth.")
    tags: list[str] | None = maybe(
        "All its tags by name, at most 50. Who may change settings makes new tags by naming them."
    )
    custom_fields: JSON | None = maybe(
        "Values of the tenant's own fields, by key. Of a lead that is there, keys left out stay, null removes a value."
    )
    consent: ConsentInput | None = maybe("What they agreed to.")
    do_not_contact: bool | None = maybe("True: nobody may write to or call them.")
    next_follow_up_at: datetime | None = maybe("When somebody should get in touch again.")


@strawberry.input(description="What to change of a lead; what is left out stays, null empties.")
class UpdateLeadInput(LeadFieldsInput):
    id: strawberry.ID = strawberry.field(description="The lead.")
    expected_version: int = strawberry.field(description="The version you read.")
    external_ids: list[ExternalIdInput] | None = maybe("All that other systems call it; at most 20.")


@strawberry.input(description="Where to move a lead.")
class TransitionLeadInput:
    id: strawberry.ID = strawberry.field(description="The lead.")
    expected_version: int = strawberry.field(description="The version you read.")
    stage_id: strawberry.ID = strawberry.field(description="A stage of the same pipeline that may follow.")
    lost_reason_id: strawberry.ID | None = strawberry.field(
        default=None, description="Needed when the stage is of the category LOST."
    )
    lost_note: str | None = strawberry.field(
        default=None, description="More about why, up to 2,000 characters."
    )


@strawberry.input(description="Which lead to delete.")
class DeleteLeadInput:
    id: strawberry.ID = strawberry.field(description="The lead.")
    expected_version: int = strawberry.field(description="The version you read.")


@strawberry.input(description="Which lead to bring back.")
class RestoreLeadInput:
    id: strawberry.ID = strawberry.field(description="The deleted lead.")
    expected_version: int | None = strawberry.field(
        default=None, description="The version you read; null changes whatever version there is."
    )
