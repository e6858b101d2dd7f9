"""How members, teams and invitations look from outside."""

from datetime import datetime
from typing import Annotated, Any

import strawberry

from leadhub.kit.enums import describe_enum
from leadhub.kit.inputs import maybe
from leadhub.kit.loaders import Many, One, Through, related
from leadhub.kit.node import Node, computed, described, entity
from leadhub.kit.schedule import WorkingHours
from leadhub.kit.scopes import Role, Scope
from leadhub.members import models
from leadhub.members.models import MemberStatus

describe_enum(
    Role,
    "What a member may do; docs/permissions.md has the table.",
    OWNER="Everything, owners included.",
    ADMIN="Everything but what concerns owners.",
    MANAGER="The leads of their teams and the teams below; invites agents and viewers to them.",
    AGENT="Their own leads, and unassigned ones of their teams to claim.",
    VIEWER="Reads all leads and changes none.",
)
describe_enum(
    MemberStatus,
    "Whether a member may sign in.",
    INVITED="Has not accepted the invitation yet.",
    ACTIVE="May sign in.",
    SUSPENDED="Is shut out.",
)

_TEAMS_OF = Through(Many(models.TeamMember, "member_id", "id"), One(models.Team, "team_id"))
_MEMBERS_OF = Through(Many(models.TeamMember, "team_id", "id"), One(models.Member, "member_id"))


def _working_hours(root: Any) -> WorkingHours | None:
    return None if root.working_hours is None else WorkingHours.read(root.working_hours)


@strawberry.type(
    description="When somebody works and how much they take; routing gives them leads accordingly."
)
class Availability:
    away_until: datetime | None = described("They get no leads before; null: they are here.")
    working_hours: WorkingHours | None = computed(
        _working_hours, "They get leads in these hours alone; null: at all times.", "working_hours"
    )
    capacity_open: int | None = described(
        "How many open leads they may have when routing gives them another; null: any number."
    )
    capacity_30_days: int | None = described(
        "How many leads routing may give them in 30 days; null: any number."
    )


def _availability(root: Any) -> Any:
    return root


@entity(models.Member, Scope.MEMBER_READ)
class Member(Node):
    """A person in your tenant."""

    version: int = described("Rises with every change.")
    name: str = described("Their name.")
    email: str = described("Their e-mail address, unique in the tenant.")
    role: Role = described("What they may do.")
    status: MemberStatus = described("Whether they may sign in.")
    teams: list["Team"] = related(_TEAMS_OF, "The teams they work in.")
    manager: Annotated["Member", strawberry.lazy("leadhub.members.types")] | None = related(
        One(models.Member, "manager_id"), "Whom they report to."
    )
    availability: Availability = computed(
        _availability,
        "When they work and how much they take.",
        *("away_until", "working_hours", "capacity_open", "capacity_30_days"),
    )
    last_sign_in_at: datetime | None = described("When they last signed in with their password.")
    created_at: datetime = described("When they were invited.")


@entity(models.Team, Scope.MEMBER_READ)
class Team(Node):
    """A team; teams form a tree, and a manager's reach is the subtree below their teams."""

    version: int = described("Rises with every change.")
    name: str = described("Its name, unique in the tenant.")
    parent: Annotated["Team", strawberry.lazy("leadhub.members.types")] | None = related(
        One(models.Team, "parent_id"), "The team above; null at the top."
    )
    members: list[Member] = related(_MEMBERS_OF, "Who works in it.")
    created_at: datetime = described("When it was made.")


@strawberry.input(description="What to change of a member; what is left out stays.")
class UpdateMemberInput:
    id: strawberry.ID = strawberry.field(description="The member.")
    expected_version: int = strawberry.field(description="The version you read.")
    name: str | None = maybe("Up to 200 characters.")
    manager_id: strawberry.ID | None = maybe("Whom they report to.")
    team_ids: list[strawberry.ID] | None = maybe("All of their teams.")


@strawberry.input(description="A new team.")
class CreateTeamInput:
    name: str = strawberry.field(description="Unique in the tenant, up to 200 characters.")
    parent_id: strawberry.ID | None = strawberry.field(default=None, description="The team above.")
    member_ids: list[strawberry.ID] = strawberry.field(default_factory=list, description="Who works in it.")


@strawberry.input(description="What to change of a team; what is left out stays.")
class UpdateTeamInput:
    id: strawberry.ID = strawberry.field(description="The team.")
    expected_version: int = strawberry.field(description="The version you read.")
    name: str | None = maybe("Unique in the tenant.")
    parent_id: strawberry.ID | None = maybe("The team above; null: none.")
    member_ids: list[strawberry.ID] | None = maybe("All of its members.")
