"""Making a tenant: the rows that every tenant starts with. Runs as the owner role."""

from typing import Any
from uuid import UUID

from leadhub.accounts.models import Invitation
from leadhub.accounts.rules import INVITATION_LIFE
from leadhub.errors import SetupError
from leadhub.kit.actor import as_actor, system_actor
from leadhub.kit.contacts import ContactProblem, normalise_email
from leadhub.kit.db import connection
from leadhub.kit.events import emit, unit
from leadhub.kit.inputs import now
from leadhub.kit.scopes import Role
from leadhub.kit.text import TextProblem, clean
from leadhub.kit.uuid7 import uuid7
from leadhub.labels.models import LeadSource
from leadhub.members import secrets
from leadhub.members.models import Member, MemberEvent, SecretKind
from leadhub.pipelines.rules import create_default_pipeline
from leadhub.tenants.models import Tenant
from leadhub.tenants.rules import SLUG

SOURCES = ("Website", "Referral", "Trade fair", "Advertisement", "Cold call", "Partner")


async def create_tenant(tenant_id: UUID, slug: str, name: str, **settings: Any) -> Tenant:
    """A tenant with a pipeline, lost reasons and sources, and nobody in it; `tenant_id` must be acting."""
    tenant = await Tenant.create(id=tenant_id, tenant_id=tenant_id, slug=slug, name=name, **settings)
    await connection().execute_query("insert into tenant_head (tenant_id) values ($1)", [tenant_id])
    await create_default_pipeline()
    for source in SOURCES:
        await LeadSource.create(name=source)
    return tenant


async def create_first_tenant(slug: str, name: str, owner_email: str) -> str:
    """A tenant and its invited owner; the token that lets them in. Raises SetupError for what cannot be."""
    email, shown = _checked(slug, name, owner_email)
    if await Tenant.filter(slug=slug).exists():
        raise SetupError(f"There is a tenant {slug!r} already.")
    tenant_id = uuid7()
    with as_actor(system_actor(tenant_id)):
        async with unit():
            await create_tenant(tenant_id, slug, shown)
            owner = await Member.create(email=email, name=email.partition("@")[0], role=Role.OWNER)
            invitation = await Invitation.create(member_id=owner.id, expires_at=now() + INVITATION_LIFE)
            token = await secrets.issue(SecretKind.INVITATION, invitation, prefix="lhi_")
            emit(MemberEvent.INVITED, owner, {"email": (None, email), "role": (None, Role.OWNER)})
    return token


def _checked(slug: str, name: str, owner_email: str) -> tuple[str, str]:
    if not SLUG.fullmatch(slug):
        raise SetupError("A slug has 1 to 40 small letters, digits and hyphens, such as acme.")
    try:
        shown = clean(name, limit=200)
        email = normalise_email(owner_email)
    except (TextProblem, ContactProblem) as problem:
        raise SetupError(str(problem)) from None
    if shown is None:
        raise SetupError("The tenant needs a name.")
    return email, shown
