"""How invitations and passwords look from outside."""

from datetime import datetime

import strawberry

from leadhub.accounts import models
from leadhub.kit.loaders import One, related
from leadhub.kit.node import Node, described, entity
from leadhub.kit.scopes import Role, Scope
from leadhub.members import models as members
from leadhub.members.types import Member


@entity(models.Invitation, Scope.MEMBER_INVITE)
class Invitation(Node):
    """A one-time way in for an invited member."""

    member: Member = related(One(members.Member, "member_id"), "Who is invited.")
    invited_by: Member | None = related(One(members.Member, "invited_by_id"), "Who invited them.")
    created_at: datetime = described("When it was made.")
    expires_at: datetime = described("When it stops working.")


@strawberry.input(description="Whom to invite.")
class InviteMemberInput:
    email: str = strawberry.field(description="Where they get mail; unique in the tenant.")
    role: Role = strawberry.field(description="Not above your own. A manager invites agents and viewers.")
    team_ids: list[strawberry.ID] = strawberry.field(
        default_factory=list, description="Their teams. A manager names teams of their own subtree."
    )


@strawberry.input(description="Which invitation to take back.")
class RevokeInvitationInput:
    id: strawberry.ID = strawberry.field(description="The invitation.")


@strawberry.input(description="How an invited member comes in.")
class AcceptInvitationInput:
    token: str = strawberry.field(description="From the invitation; works once, for 7 days.")
    name: str = strawberry.field(description="Your name, up to 200 characters.")
    password: str = strawberry.field(description="At least 10 characters.")


@strawberry.input(description="Your old password and the new one.")
class ChangePasswordInput:
    current_password: str = strawberry.field(description="The one you have.")
    new_password: str = strawberry.field(description="At least 10 characters.")


@strawberry.input(description="Who forgot the password.")
class RequestPasswordResetInput:
    tenant: str = strawberry.field(description="The tenant's slug.")
    email: str = strawberry.field(description="The member's e-mail address.")


@strawberry.input(description="The new password.")
class ResetPasswordInput:
    token: str = strawberry.field(description="From the mail; works once, for an hour.")
    password: str = strawberry.field(description="At least 10 characters.")
