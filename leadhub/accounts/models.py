"""Invitations, and one-time permissions to set a password."""

from uuid import UUID

from tortoise import fields

from leadhub.kit.model import TenantModel, reference


class Invitation(TenantModel):
    """A one-time way in for an invited member; its token is in `secret`, hashed."""

    member = reference("Member")
    member_id: UUID
    invited_by = reference("Member", null=True)
    invited_by_id: UUID | None
    created_at = fields.DatetimeField(auto_now_add=True)
    expires_at = fields.DatetimeField()
    accepted_at = fields.DatetimeField(null=True)
    revoked_at = fields.DatetimeField(null=True)

    class Meta:
        table = "invitation"


class PasswordReset(TenantModel):
    """A one-time permission to set a password, valid for a short time."""

    member = reference("Member")
    member_id: UUID
    created_at = fields.DatetimeField(auto_now_add=True)
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "password_reset"
