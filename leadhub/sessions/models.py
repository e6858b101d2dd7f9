"""Signed-in sessions and the one-time tokens around them. No secret can be read back from here."""

from uuid import UUID

from tortoise import fields

from leadhub.kit.model import TenantModel, reference


class Session(TenantModel):
    """A family of refresh tokens that began with one sign-in; revoking it ends all of them."""

    member = reference("Member")
    member_id: UUID
    created_at = fields.DatetimeField(auto_now_add=True)
    expires_at = fields.DatetimeField()
    revoked_at = fields.DatetimeField(null=True)
    revoked_because = fields.CharField(max_length=40, null=True)
    address = fields.CharField(max_length=45, null=True)

    class Meta:
        table = "session"


class RefreshToken(TenantModel):
    """One link of a session's chain; `used_at` is when it was exchanged for the next."""

    session = reference("Session")
    session_id: UUID
    created_at = fields.DatetimeField(auto_now_add=True)
    expires_at = fields.DatetimeField()
    used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "refresh_token"
