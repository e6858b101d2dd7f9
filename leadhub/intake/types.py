"""What a new lead may carry."""

import strawberry

from leadhub.kit.inputs import maybe
from leadhub.leads.inputs import ExternalIdInput, LeadFieldsInput


@strawberry.input(description="A new lead. It needs a name, a company, an e-mail address or a phone number.")
class CreateLeadInput(LeadFieldsInput):
    pipeline_id: strawberry.ID | None = maybe("Its pipeline; the tenant's default one when left out.")
    stage_id: strawberry.ID | None = maybe("Its first stage; the first of the pipeline when left out.")
    owner_id: strawberry.ID | None = maybe(
        "Who works on it. An agent's new lead is their own; for others it is nobody's when left out."
    )
    team_id: strawberry.ID | None = maybe("Its team; the owner's first team when left out.")
    external_id: ExternalIdInput | None = maybe("What another system calls it.")
