"""What is said to put leads into other hands."""

import strawberry

from leadhub.kit.inputs import maybe
from leadhub.kit.scopes import Role


@strawberry.input(description="Whose a lead becomes; what is left out follows from the other.")
class AssignLeadInput:
    id: strawberry.ID = strawberry.field(description="The lead.")
    expected_version: int = strawberry.field(description="The version you read.")
    owner_id: strawberry.ID | None = maybe(
        "An active member who is no viewer; null puts it back into the team's queue."
    )
    team_id: strawberry.ID | None = maybe(
        "Its team; when left out, the owner's, unless they work in the one it has."
    )


@strawberry.input(description="Which lead to take.")
class ClaimLeadInput:
    id: strawberry.ID = strawberry.field(description="A lead of your teams that nobody owns.")


@strawberry.input(description="Who leaves.")
class SuspendMemberInput:
    id: strawberry.ID = strawberry.field(description="The member.")
    reassign_to: strawberry.ID | None = strawberry.field(
        default=None, description="Who gets their open leads; null puts them back into the teams' queues."
    )
    expected_version: int | None = strawberry.field(
        default=None, description="The version you read; null changes whatever version there is."
    )


@strawberry.input(description="Whose role to change.")
class ChangeMemberRoleInput:
    id: strawberry.ID = strawberry.field(description="The member.")
    role: Role = strawberry.field(description="Not above your own.")
    reassign_to: strawberry.ID | None = strawberry.field(
        default=None,
        description="Who gets the open leads of somebody who becomes a viewer, since viewers own none; null puts "
        "them back into the teams' queues.",
    )
    expected_version: int | None = strawberry.field(
        default=None, description="The version you read; null changes whatever version there is."
    )


@strawberry.input(description="Who comes back.")
class ReinstateMemberInput:
    id: strawberry.ID = strawberry.field(description="The suspended member.")
    expected_version: int | None = strawberry.field(
        default=None, description="The version you read; null changes whatever version there is."
    )


@strawberry.input(description="Which team to delete.")
class DeleteTeamInput:
    id: strawberry.ID = strawberry.field(description="The team.")
    expected_version: int = strawberry.field(description="The version you read.")
    replace_with: strawberry.ID | None = strawberry.field(
        default=None,
        description="The team that its leads and the teams below it go to; needed when there are any.",
    )
