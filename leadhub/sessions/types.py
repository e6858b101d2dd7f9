"""How signing in looks from outside."""

from typing import Any

import strawberry

from leadhub.kit.actor import Actor
from leadhub.kit.loaders import One, follow
from leadhub.kit.payload import UserError
from leadhub.kit.scopes import Role
from leadhub.members import models as members
from leadhub.members.types import Member
from leadhub.tenants import models as tenants
from leadhub.tenants.types import Tenant

_MEMBER = One(members.Member, "member_id")
_TENANT = One(tenants.Tenant, "tenant_id")


async def _member(root: Any) -> Any:
    return await follow(_MEMBER, root.actor)


async def _tenant(root: Any) -> Any:
    return await follow(_TENANT, root.actor)


def _role(root: Any) -> Role | None:
    return root.actor.role  # type: ignore[no-any-return]


def _scopes(root: Any) -> list[str]:
    return sorted(root.actor.scopes)


@strawberry.type(description="Who you are to LeadHub, and what you may do.")
class Viewer:
    actor: strawberry.Private[Actor]
    role: Role | None = strawberry.field(resolver=_role, description="Your role; null for an API key.")
    scopes: list[str] = strawberry.field(
        resolver=_scopes, description="What you may do, such as `lead:write`."
    )
    member: Member | None = strawberry.field(resolver=_member, description="You; null for an API key.")
    tenant: Tenant = strawberry.field(resolver=_tenant, description="The company you work in.")


@strawberry.type(description="What signing in answers.")
class SignInPayload:
    access_token: str | None = strawberry.field(
        default=None, description="Send it as `Authorization: Bearer ...`; valid for `expiresIn` seconds."
    )
    refresh_token: str | None = strawberry.field(
        default=None, description="Exchanges once for the next pair of tokens, within 30 days."
    )
    expires_in: int | None = strawberry.field(
        default=None, description="Seconds until the access token expires."
    )
    viewer: Viewer | None = strawberry.field(default=None, description="Who signed in.")
    user_errors: list[UserError] = strawberry.field(
        default_factory=list, description="Empty when it worked; otherwise what to put right."
    )


@strawberry.input(description="Who signs in, and where.")
class SignInInput:
    tenant: str = strawberry.field(description="The tenant's slug, such as `acme`.")
    email: str = strawberry.field(description="Your e-mail address.")
    password: str = strawberry.field(description="Your password.")


@strawberry.input(description="The session to go on with.")
class RefreshSessionInput:
    refresh_token: str = strawberry.field(description="The newest refresh token of the session.")


@strawberry.input(description="The session to end.")
class SignOutInput:
    refresh_token: str = strawberry.field(description="Any refresh token of the session.")
