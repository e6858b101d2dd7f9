"""People of a tenant, the tree of teams they work in, invitations, and the hashes of secrets."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from tortoise import fields

from leadhub.kit.events import EventType
from leadhub.kit.model import RecordModel, TenantModel, reference
from leadhub.kit.scopes import Role


class MemberStatus(StrEnum):
    """Whether a member may sign in."""

    INVITED = "INVITED"
    ACTIVE = "ACTIVE"
    SUSPENDED = "SUSPENDED"


class MemberEvent(EventType):
    """What happens to members, teams and invitations."""

    INVITED = "member.invited"
    INVITATION_REVOKED = "member.invitation_revoked"
    JOINED = "member.joined"
    UPDATED = "member.updated"
    ROLE_CHANGED = "member.role_changed"
    SUSPENDED = "member.suspended"
    REINSTATED = "member.reinstated"
    TEAM_CREATED = "team.created"
    TEAM_UPDATED = "team.updated"
    TEAM_DELETED = "team.deleted"


class Member(RecordModel):
    """A person in one tenant; in two tenants they are two members. What routing asks of them: until when they are away,
    when they work, how many open leads they take, and how many in 30 days; None is no limit."""

    email = fields.CharField(max_length=254)
    name = fields.CharField(max_length=200)
    role = fields.CharEnumField(Role, max_length=12)
    status = fields.CharEnumField(MemberStatus, max_length=12, default=MemberStatus.INVITED)
    manager = reference("Member", null=True)
    manager_id: UUID | None
    last_sign_in_at = fields.DatetimeField(null=True)
    away_until = fields.DatetimeField(null=True)
    working_hours: dict[str, Any] | None = fields.JSONField(null=True)
    capacity_open = fields.IntField(null=True)
    capacity_30_days = fields.IntField(null=True)

    class Meta:
        table = "member"


class Team(RecordModel):
    """A node in the tenant's tree of teams."""

    name = fields.CharField(max_length=200)
    parent = reference("Team", null=True)
    parent_id: UUID | None

    class Meta:
        table = "team"


class TeamMember(TenantModel):
    """Who works in which team."""

    team = reference("Team")
    team_id: UUID
    member = reference("Member")
    member_id: UUID

    class Meta:
        table = "team_member"


class SecretKind(StrEnum):
    """What a secret opens; its id is the id of that row."""

    PASSWORD = "PASSWORD"  # noqa: S105
    INVITATION = "INVITATION"
    REFRESH = "REFRESH"
    RESET = "RESET"
    API_KEY = "API_KEY"


class Secret(TenantModel):
    """The hash of a secret. The application may write it and never read it: a definer function compares."""

    kind = fields.CharEnumField(SecretKind, max_length=12)
    hash = fields.TextField()

    class Meta:
        table = "secret"
