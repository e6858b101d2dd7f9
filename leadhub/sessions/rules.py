"""How long what lasts, how tokens are made and exchanged, and who a token makes you."""

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from leadhub.errors import Invalid, Unauthenticated
from leadhub.kit.actor import Actor, ActorKind, as_actor, request, services, system_actor
from leadhub.kit.db import fetch
from leadhub.kit.inputs import now
from leadhub.kit.scopes import ROLE_REACH, ROLE_SCOPES, Reach, Role
from leadhub.kit.tokens import Claims
from leadhub.kit.uuid7 import uuid7
from leadhub.members import secrets
from leadhub.members.models import Member, MemberStatus, SecretKind
from leadhub.sessions.models import RefreshToken, Session
from leadhub.tenants.models import Tenant, TenantStatus

ACCESS_LIFE = timedelta(minutes=15)
REFRESH_LIFE = timedelta(days=30)
# Two tabs that wake up together both send the token they know: the second gets a sibling.
SIBLING_WINDOW = timedelta(seconds=10)

AUDIENCE = "leadhub"

# Who a session makes you, and which teams that covers: everything that a request needs to know, at once.
_ACTOR = """
with recursive own as (
  select team_id from team_member where tenant_id = $1 and member_id = $2
), below as (
  select team_id as id from own
  union
  select t.id from team t join below on t.parent_id = below.id where t.tenant_id = $1
)
select m.role, m.status, t.status as tenant_status, t.mask_contacts_for_viewers as masks, t.default_country,
       array(select team_id from own order by 1) as own_teams, array(select id from below order by 1) as all_teams
from member m join tenant t on t.id = m.tenant_id
where m.tenant_id = $1 and m.id = $2
"""

_SESSION = """
select revoked_at is null and expires_at > now() as is_live from session where tenant_id = $1 and id = $2
"""


@dataclass(frozen=True, slots=True)
class Tokens:
    """A pair of tokens, as a client gets it."""

    access: str
    refresh: str


async def open_session(member: Member) -> tuple[Session, Tokens]:
    """A new session of this member, and its first pair of tokens."""
    session = await Session.create(
        member_id=member.id, expires_at=now() + REFRESH_LIFE, address=request().address
    )
    return session, await next_tokens(session)


async def next_tokens(session: Session) -> Tokens:
    """The next pair of tokens of a session, which lives 30 days from here."""
    session.expires_at = now() + REFRESH_LIFE
    await session.save(update_fields=["expires_at"])
    token = await RefreshToken.create(session_id=session.id, expires_at=session.expires_at)
    return Tokens(_access_token(session), await secrets.issue(SecretKind.REFRESH, token, prefix="lhr_"))


def _access_token(session: Session) -> str:
    moment = now()
    return services().signing_keys.sign(
        {
            "iss": services().issuer,
            "aud": AUDIENCE,
            "sub": str(session.member_id),
            "tid": str(session.tenant_id),
            "sid": str(session.id),
            "jti": str(uuid7()),
            "iat": moment,
            "exp": moment + ACCESS_LIFE,
        }
    )


async def check_may_enter(member: Member) -> None:
    """Only active members of active tenants have sessions. The answer is that of a wrong password."""
    tenant = await Tenant.mine().get(id=member.tenant_id)
    if member.status is not MemberStatus.ACTIVE or tenant.status is not TenantStatus.ACTIVE:
        raise wrong_credentials()


def wrong_credentials() -> Invalid:
    """One answer for an unknown tenant, an unknown address, a wrong password and a suspended account."""
    return Invalid("Tenant, e-mail or password is wrong.", path=["input"])


async def actor_of_session(claims: Claims) -> Actor:
    """Who an access token makes you now; raises Unauthenticated when its session or member has ended."""
    remembered = services().remembered
    # Two tokens of one session expire at different times.
    key = ("session", claims.session, claims.expires_at)
    found = remembered.get(key)
    if found is None:
        with as_actor(system_actor(claims.tenant)):
            sessions = await fetch(_SESSION, claims.tenant, claims.session)
            if not sessions or not sessions[0]["is_live"]:
                raise Unauthenticated("This session has ended; sign in again.")
            known = await member_actor(claims.tenant, claims.subject, session_id=claims.session)
        found = replace(known, until=claims.expires_at)
        remembered.put(key, found)
    return found


async def member_actor(tenant_id: UUID, member_id: UUID, *, session_id: UUID | None = None) -> Actor:
    """The actor that a member is now; raises Unauthenticated for one who may not enter."""
    rows = await fetch(_ACTOR, tenant_id, member_id)
    if (
        not rows
        or rows[0]["status"] != MemberStatus.ACTIVE
        or rows[0]["tenant_status"] != TenantStatus.ACTIVE
    ):
        raise Unauthenticated("This account may not be used; ask an administrator of your tenant.")
    row = rows[0]
    role = Role(row["role"])
    reach = ROLE_REACH[role]
    return Actor(
        ActorKind.MEMBER,
        tenant_id,
        id=member_id,
        role=role,
        scopes=ROLE_SCOPES[role],
        reach=reach,
        team_ids=tuple(row["all_teams"] if reach is Reach.TEAM else row["own_teams"]),
        own_team_ids=tuple(row["own_teams"]),
        masked=role is Role.VIEWER and row["masks"],
        session_id=session_id,
        country=row["default_country"],
    )


async def revoke_sessions(member_id: UUID, reason: str, *, besides: UUID | None = None) -> None:
    """Ends a member's sessions, with their access tokens, within two seconds."""
    live = Session.mine().filter(member_id=member_id, revoked_at__isnull=True)
    await live.exclude(id=besides).update(revoked_at=now(), revoked_because=reason)
