"""Signing in and out, and going on with a session."""

from datetime import timedelta
from typing import Any

from leadhub.errors import Invalid, UserFault
from leadhub.kit import metrics
from leadhub.kit.actor import Actor, acting, as_actor, become, request, services, system_actor
from leadhub.kit.attempts import count_attempt
from leadhub.kit.contacts import ContactProblem, normalise_email
from leadhub.kit.db import fetch
from leadhub.kit.events import forget_actors, record_refusal, unit, witness
from leadhub.kit.fields import Answer, mutation, query
from leadhub.kit.guard import check_scopes
from leadhub.kit.inputs import now
from leadhub.kit.passwords import needs_rehash, verify_password
from leadhub.kit.scopes import Open
from leadhub.members import secrets
from leadhub.members.models import Member, SecretKind
from leadhub.sessions.models import RefreshToken, Session
from leadhub.sessions.rules import (
    ACCESS_LIFE,
    SIBLING_WINDOW,
    Tokens,
    check_may_enter,
    member_actor,
    next_tokens,
    open_session,
    wrong_credentials,
)
from leadhub.sessions.types import RefreshSessionInput, SignInInput, SignInPayload, SignOutInput, Viewer
from leadhub.tenants.rules import read_slug

_MINUTE = timedelta(minutes=1)


@query(Open.PUBLIC, Viewer | None)
async def viewer() -> Viewer | None:
    """Who you are; null when you are not signed in."""
    who = acting()
    return Viewer(actor=who) if who else None


@mutation(Open.PUBLIC, payload=SignInPayload)
async def sign_in(input: SignInInput) -> Answer:
    """Signs a member in with their password. Wrong and unknown are answered alike, also in time."""
    await _throttle(input)
    row = await _find(input)
    is_right = await verify_password(row["password_hash"] if row else None, input.password)
    if row is None or row["member_id"] is None or not is_right:
        metrics.sign_ins.labels(outcome="refused").inc()
        raise _refused(row)
    with as_actor(system_actor(row["tenant_id"], on_behalf_of=row["member_id"])):
        async with unit():
            # Locked: whoever suspends them or changes the password meanwhile must find this session.
            member = await Member.mine().select_for_update(no_key=True).get(id=row["member_id"])
            if await _find(input) != row:
                raise _refused(row)
            try:
                await check_may_enter(member)
            except UserFault:
                raise _refused(row) from None
            if needs_rehash(row["password_hash"]):
                await secrets.set_password(member, input.password)
            member.last_sign_in_at = now()
            await member.save(update_fields=["last_sign_in_at"])
            session, tokens = await open_session(member)
            who = await entrant(session)
            witness("session.opened", member)
    metrics.sign_ins.labels(outcome="ok").inc()
    return enter(who, tokens)


async def _throttle(input: SignInInput) -> None:
    limit = services().sign_in_limit
    await count_attempt(f"sign-in address {request().address}", limit=limit * 10, window=_MINUTE)
    await count_attempt(f"sign-in account {'/'.join(_account(input))}", limit=limit, window=_MINUTE)


def _account(input: SignInInput) -> tuple[str, str]:
    """Slug and address as they are compared, however they were typed: another spelling of an account is no
    other account, neither when it is looked up nor when its attempts are counted."""
    try:
        email = normalise_email(input.email)
    except ContactProblem:
        email = ""
    return read_slug(input.tenant), email


async def _find(input: SignInInput) -> dict[str, Any] | None:
    rows = await fetch("select * from leadhub_find_sign_in($1, $2)", *_account(input))
    return rows[0] if rows else None


def _refused(row: dict[str, Any] | None) -> Invalid:
    fault = wrong_credentials()
    if row is not None:
        who = system_actor(row["tenant_id"])
        subject = Member(id=row["member_id"], tenant_id=row["tenant_id"]) if row["member_id"] else None

        async def record() -> None:
            await record_refusal(who, "session.opened", "wrong credentials", subject)

        fault.aftermath = record
    return fault


async def entrant(session: Session) -> Actor:
    """Who comes in with this session; inside its transaction, so that an operation which asks for more than
    they may do opens none."""
    who = await member_actor(session.tenant_id, session.member_id, session_id=session.id)
    check_scopes(who, request().after_sign_in)
    return who


def enter(who: Actor, tokens: Tokens) -> Answer:
    """The answer to a sign-in; the rest of the operation acts as whoever signed in."""
    become(who)
    return {
        "access_token": tokens.access,
        "refresh_token": tokens.refresh,
        "expires_in": int(ACCESS_LIFE.total_seconds()),
        "viewer": Viewer(actor=who),
    }


@mutation(Open.PUBLIC, payload=SignInPayload)
async def refresh_session(input: RefreshSessionInput) -> Answer:
    """Exchanges a refresh token for the next pair of tokens. A token works once; within 10 seconds of its
    first use it gives another pair, for the other tab; later it ends the session, for it was stolen."""
    found = await secrets.find(SecretKind.REFRESH, input.refresh_token)
    if found is None:
        raise _over()
    tenant_id, token_id = found
    with as_actor(system_actor(tenant_id)):
        async with unit():
            token = await RefreshToken.mine().select_for_update(no_key=True).get(id=token_id)
            session = await Session.mine().select_for_update(no_key=True).get(id=token.session_id)
            member = await Member.mine().get(id=session.member_id)
            _check_live(token, session)
            if token.used_at is not None and now() - token.used_at > SIBLING_WINDOW:
                raise _stolen(session, member)
            try:
                await check_may_enter(member)
            except UserFault:
                raise _over() from None
            if token.used_at is None:
                token.used_at = now()
                await token.save(update_fields=["used_at"])
            tokens = await next_tokens(session)
            who = await entrant(session)
            witness("session.refreshed", member)
    return enter(who, tokens)


def _over() -> Invalid:
    return Invalid("This session has ended; sign in again.", path=["input", "refreshToken"])


def _check_live(token: RefreshToken, session: Session) -> None:
    if session.revoked_at is not None or session.expires_at < now() or token.expires_at < now():
        raise _over()


def _stolen(session: Session, member: Member) -> Invalid:
    async def revoke() -> None:
        with as_actor(system_actor(session.tenant_id)):
            async with unit():
                await (
                    Session.mine()
                    .filter(id=session.id)
                    .update(revoked_at=now(), revoked_because="token reuse")
                )
                witness(
                    "session.refreshed",
                    member,
                    refused="a refresh token was used again; the session is ended",
                )
                forget_actors()

    fault = _over()
    fault.aftermath = revoke
    return fault


@mutation(Open.PUBLIC, signed_out=(bool, "True when the session is over."))
async def sign_out(input: SignOutInput) -> Answer:
    """Ends the session of a refresh token; its access tokens end with it. Signing out twice is fine."""
    found = await secrets.find(SecretKind.REFRESH, input.refresh_token)
    if found is not None:
        with as_actor(system_actor(found[0])):
            async with unit():
                token = await RefreshToken.mine().get(id=found[1])
                session = await Session.mine().select_for_update(no_key=True).get(id=token.session_id)
                if session.revoked_at is None:
                    session.revoked_at, session.revoked_because = now(), "signed out"
                    await session.save(update_fields=["revoked_at", "revoked_because"])
                    witness("session.closed", await Member.mine().get(id=session.member_id))
                    forget_actors()
    return {"signed_out": True}
