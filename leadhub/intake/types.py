"""What a new lead may carry."""

from typing import Any

import strawberry
from strawberry import UNSET

from leadhub.leads.inputs import ExternalIdInput, LeadFieldsInput


def _maybe(description: str) -> Any:
    return strawberry.field(default=UNSET, description=description)


@strawberry.input(description="A new lead. It needs a name, a company, an e-mail address or a phone number.")
class CreateLeadInput(LeadFieldsInput):
    pipeline_id: strawberry.ID | None = _maybe("Its pipeline; the tenant's default one when left out.")
    stage_id: strawberry.ID | None = _maybe("Its first stage; the first of the pipeline when left out.")
    owner_id: strawberry.ID | None = _maybe(
        "Who works on it. An agent's new lead is their own; for others it is nobody's when left out."
    )
    team_id: strawberry.ID | None = _maybe("Its team; the owner's first team when left out.")
    external_id: ExternalIdInput | None = _maybe("What another system calls it.")
