"""What is said to be reminded of a lead."""

from datetime import datetime

import strawberry


@strawberry.input(description="When to get in touch again.")
class SetNextFollowUpInput:
    id: strawberry.ID = strawberry.field(description="The lead.")
    expected_version: int = strawberry.field(description="The version you read.")
    at: datetime | None = strawberry.field(
        default=None, description="When; the lead's owner is reminded then. Null: there is no need to."
    )
