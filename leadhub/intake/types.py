"""What a new lead may carry, and what one that may be there already."""

from enum import Enum

import strawberry

from leadhub.kit.inputs import maybe
from leadhub.leads.inputs import ExternalIdInput, LeadFieldsInput


@strawberry.enum(description="What to do where a new lead may be there already.")
class OnDuplicate(Enum):
    ALLOW = strawberry.enum_value("ALLOW", description="Take it in, and leave the rest to the review queue.")
    WARN = strawberry.enum_value("WARN", description="Take it in, and say in `duplicates` who it may be.")
    REJECT = strawberry.enum_value(
        "REJECT",
        description="Refuse it with DUPLICATE where an e-mail address, a phone number, or name and company are equal. Of "
        "several that are sent at the same time one is taken.",
    )


@strawberry.enum(description="What to do where the lead that matches is deleted.")
class OnDeleted(Enum):
    CREATE = strawberry.enum_value("CREATE", description="Leave it deleted, and make a new one.")
    RESTORE = strawberry.enum_value(
        "RESTORE", description="Bring it back, and change it. Needs `lead:delete`."
    )


@strawberry.input(description="A new lead. It needs a name, a company, an e-mail address or a phone number.")
class CreateLeadInput(LeadFieldsInput):
    pipeline_id: strawberry.ID | None = maybe("Its pipeline; the tenant's default one when left out.")
    stage_id: strawberry.ID | None = maybe("Its first stage; the first of the pipeline when left out.")
    owner_id: strawberry.ID | None = maybe(
        "Who works on it. An agent's new lead is their own; for others it is nobody's when left out."
    )
    team_id: strawberry.ID | None = maybe("Its team; the owner's first team when left out.")
    external_id: ExternalIdInput | None = maybe("What another system calls it.")
    on_duplicate: OnDuplicate = strawberry.field(
        default=OnDuplicate.ALLOW, description="What to do where it may be there already."
    )


@strawberry.input(description="Which lead: give one of the three.")
class LeadMatchInput:
    external_id: ExternalIdInput | None = strawberry.field(
        default=None, description="The one that another system calls so."
    )
    email: str | None = strawberry.field(default=None, description="The one with this e-mail address.")
    phone: str | None = strawberry.field(default=None, description="The one with this phone number.")


@strawberry.input(
    description="A lead that is changed if it is there, and made if not. What it is matched by is added to it."
)
class UpsertLeadInput(LeadFieldsInput):
    match: LeadMatchInput = strawberry.field(description="Which lead.")
    on_deleted: OnDeleted = strawberry.field(
        default=OnDeleted.CREATE, description="What to do where the only lead that matches is deleted."
    )
    pipeline_id: strawberry.ID | None = maybe("Of a new lead: its pipeline.")
    stage_id: strawberry.ID | None = maybe("Of a new lead: its first stage.")
    owner_id: strawberry.ID | None = maybe("Of a new lead: who works on it.")
    team_id: strawberry.ID | None = maybe("Of a new lead: its team.")
    external_id: ExternalIdInput | None = maybe("What another system calls it; added to what others do.")
