"""Coming in by invitation, and passwords."""

from datetime import timedelta

from tortoise.expressions import Q, Subquery

from leadhub.accounts import models
from leadhub.accounts.rules import INVITATION_LIFE, RESET_LIFE, check_password, mail_invitation, mail_reset
from leadhub.accounts.types import (
    AcceptInvitationInput,
    ChangePasswordInput,
    Invitation,
    InviteMemberInput,
    RequestPasswordResetInput,
    ResetPasswordInput,
    RevokeInvitationInput,
)
from leadhub.errors import Invalid, Taken
from leadhub.kit.actor import Actor, actor, as_actor, request, services, system_actor
from leadhub.kit.attempts import count_attempt
from leadhub.kit.connection import (
    ID_KEY,
    After,
    Connection,
    First,
    Key,
    Listing,
    read_page,
    read_time,
    window,
)
from leadhub.kit.contacts import ContactProblem, normalise_email
from leadhub.kit.db import fetch
from leadhub.kit.events import emit, forget_actors, record_refusal, unit, witness
from leadhub.kit.fields import Answer, mutation, query
from leadhub.kit.inputs import Inputs, now, write
from leadhub.kit.node import find
from leadhub.kit.passwords import verify_password
from leadhub.kit.scopes import Open, Reach, Scope
from leadhub.members import secrets
from leadhub.members.models import Member, MemberEvent, MemberStatus, SecretKind, TeamMember
from leadhub.members.rules import (
    check_colleague,
    check_rank,
    check_teams_in_reach,
    read_email,
    read_teams,
    set_teams,
)
from leadhub.sessions.api import enter, entrant
from leadhub.sessions.rules import check_may_enter, open_session, revoke_sessions
from leadhub.sessions.types import SignInPayload
from leadhub.tenants.models import Tenant
from leadhub.tenants.rules import read_slug

_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)


@query(Scope.MEMBER_INVITE, Connection[Invitation])
async def invitations(first: First = None, after: After = None) -> Connection[Invitation]:
    """Invitations that still work, newest first; a manager's own, and those to teams in their reach."""
    who = actor()
    open_ones = models.Invitation.mine().filter(
        accepted_at__isnull=True, revoked_at__isnull=True, expires_at__gt=now()
    )
    if who.reach is not Reach.ALL:
        theirs = Subquery(TeamMember.mine().filter(team_id__in=who.team_ids).values("member_id"))
        open_ones = open_ones.filter(Q(invited_by_id=who.member_id) | Q(member_id__in=theirs))
    listing = Listing("invitations", open_ones, (Key("created_at", read_time, descending=True), ID_KEY))
    return read_page(listing, window(first, after))


@mutation(
    Scope.MEMBER_INVITE,
    invitation=Invitation,
    token=(str, "Pass it on to whom you invite. Shown once, and null where it was mailed."),
)
async def invite_member(input: InviteMemberInput) -> Answer:
    """Invites somebody. Inviting an invited person again makes their older invitation worthless."""
    who, inputs = actor(), Inputs()
    email = read_email(inputs, input.email, "email")
    inputs.done()
    check_rank(who, input.role, "input", "role")
    teams = await read_teams(input.team_ids, "input", "teamIds")
    check_teams_in_reach(who, teams, "input", "teamIds")
    await count_attempt(f"invitations {who.tenant_id}", limit=services().invitation_limit, window=_DAY)
    member = await _invited(email, input)
    await set_teams(member, teams)
    await _revoke_open(member)
    invitation = await models.Invitation.create(
        member_id=member.id, invited_by_id=who.member_id, expires_at=now() + INVITATION_LIFE
    )
    token = await secrets.issue(SecretKind.INVITATION, invitation, prefix="lhi_")
    emit(
        MemberEvent.INVITED,
        member,
        {"email": (None, email), "role": (None, input.role), "teamIds": (None, [team.id for team in teams])},
    )
    forget_actors()
    tenant = await Tenant.mine().get(id=who.tenant_id)

    async def unless_mailed() -> str | None:
        return None if await mail_invitation(email, tenant.name, token) else token

    return {"invitation": invitation, "token": unless_mailed}


async def _invited(email: str, input: InviteMemberInput) -> Member:
    member = await Member.mine().filter(email=email).select_for_update(no_key=True).first()
    if member is None:
        return await Member.create(email=email, name=email.partition("@")[0], role=input.role)
    if member.status is not MemberStatus.INVITED:
        raise Taken("There is a member with this e-mail address already.", path=["input", "email"])
    check_rank(actor(), member.role, "input", "email")
    await check_colleague(actor(), member, "input", "email")
    await write(member, role=input.role)
    return member


async def _revoke_open(member: Member) -> None:
    for old in await models.Invitation.mine().filter(
        member_id=member.id, accepted_at__isnull=True, revoked_at__isnull=True
    ):
        await secrets.forget(old)
        old.revoked_at = now()
        await old.save(update_fields=["revoked_at"])


@mutation(Scope.MEMBER_INVITE, invitation=Invitation)
async def revoke_invitation(input: RevokeInvitationInput) -> Answer:
    """Takes an invitation back: its token opens nothing any more."""
    invitation = await find(models.Invitation, input.id, ["input", "id"])
    member = await Member.mine().select_for_update(no_key=True).get(id=invitation.member_id)
    check_rank(actor(), member.role, "input", "id")
    await check_colleague(actor(), member, "input", "id")
    if member.status is not MemberStatus.INVITED:
        raise Invalid("This invitation was accepted.", path=["input", "id"])
    await _revoke_open(member)
    emit(MemberEvent.INVITATION_REVOKED, member, {})
    return {"invitation": invitation}


@mutation(Open.PUBLIC, payload=SignInPayload)
async def accept_invitation(input: AcceptInvitationInput) -> Answer:
    """Turns an invitation into an account, and signs it in."""
    found = await secrets.find(SecretKind.INVITATION, input.token)
    if found is None:
        raise _worthless("invitation")
    with as_actor(system_actor(found[0])):
        async with unit():
            invitation = await models.Invitation.mine().select_for_update(no_key=True).get(id=found[1])
            member = await Member.mine().select_for_update(no_key=True).get(id=invitation.member_id)
            is_open = invitation.accepted_at is None and invitation.revoked_at is None
            if not is_open or invitation.expires_at < now() or member.status is not MemberStatus.INVITED:
                raise _worthless("invitation")
            inputs = Inputs()
            name = inputs.name(input.name, "name", limit=200)
            with inputs.collect():
                check_password(input.password, "password", email=member.email, name=name)
            inputs.done()
            await write(member, name=name, status=MemberStatus.ACTIVE)
            await secrets.set_password(member, input.password)
            await secrets.forget(invitation)
            invitation.accepted_at = now()
            await invitation.save(update_fields=["accepted_at"])
            await check_may_enter(member)
            session, tokens = await open_session(member)
            entered = await entrant(session)
            emit(MemberEvent.JOINED, member, {"status": (MemberStatus.INVITED, MemberStatus.ACTIVE)})
    return enter(entered, tokens)


def _worthless(what: str) -> Invalid:
    return Invalid(f"This {what} does not work, or not any more; ask for another.", path=["input", "token"])


async def _knows_password(input: ChangePasswordInput) -> str | None:
    """The hash that the current password was compared with."""
    who = actor()
    # Before the transaction: guesses side by side are all counted before the first is compared.
    await count_attempt(f"change-password {who.id}", limit=services().sign_in_limit, window=_MINUTE)
    member = await Member.mine().get(id=who.id)
    hash = await _password_hash(member)
    if not await verify_password(hash, input.current_password):
        raise _wrong_guess(who, member)
    check_password(input.new_password, "newPassword", email=member.email, name=member.name)
    return hash


@mutation(Scope.SELF_WRITE, before=_knows_password, changed=(bool, "True when the new password is set."))
async def change_password(input: ChangePasswordInput, hash: str | None) -> Answer:
    """Sets your own password. Your other sessions end."""
    who = actor()
    member = await Member.mine().select_for_update(no_key=True).get(id=who.id)
    if await _password_hash(member) != hash:
        raise _wrong_guess(who, member)
    await secrets.set_password(member, input.new_password)
    await _spend_resets(member)
    await revoke_sessions(member.id, "password changed", besides=who.session_id)
    witness("password.changed", member)
    forget_actors()
    return {"changed": True}


async def _password_hash(member: Member) -> str | None:
    tenant = await Tenant.mine().get(id=member.tenant_id)
    [row] = await fetch("select * from leadhub_find_sign_in($1, $2)", tenant.slug, member.email)
    return row["password_hash"]  # type: ignore[no-any-return]


def _wrong_guess(who: Actor, member: Member) -> Invalid:
    return Invalid(
        "This is not your current password.",
        path=["input", "currentPassword"],
        aftermath=lambda: record_refusal(who, "password.changed", "wrong current password", member),
    )


async def _spend_resets(member: Member) -> None:
    """Whoever knows the password needs no permission to set it, and old mails must not give one."""
    unused = models.PasswordReset.mine().filter(member_id=member.id, used_at__isnull=True)
    await secrets.forget(*await unused)
    await unused.update(used_at=now())


@mutation(Open.PUBLIC, accepted=(bool, "Always true: whether there is such an account is not told."))
async def request_password_reset(input: RequestPasswordResetInput) -> Answer:
    """Mails a token to set a new password, if there is such an account and mail is configured."""
    slug = read_slug(input.tenant)
    try:
        email = normalise_email(input.email)
    except ContactProblem:
        return {"accepted": True}
    limit = services().sign_in_limit
    await count_attempt(f"reset address {request().address}", limit=limit * 10, window=_MINUTE)
    await count_attempt(f"reset account {slug}/{email}", limit=limit, window=_MINUTE)
    # Afterwards and beside: the time of the answer must not tell whether there is such an account.
    services().spawn(_send_reset(slug, email))
    return {"accepted": True}


async def _send_reset(slug: str, email: str) -> None:
    rows = await fetch("select * from leadhub_find_sign_in($1, $2)", slug, email)
    if not rows or rows[0]["member_id"] is None or not services().mail.enabled:
        return
    with as_actor(system_actor(rows[0]["tenant_id"])):
        async with unit():
            member = await Member.mine().get(id=rows[0]["member_id"])
            if member.status is not MemberStatus.ACTIVE:
                return
            token = await make_reset(member)
    await mail_reset(email, token)


async def make_reset(member: Member) -> str:
    """A one-time token that sets this member's password."""
    reset = await models.PasswordReset.create(member_id=member.id, expires_at=now() + RESET_LIFE)
    witness("password.reset_requested", member)
    return await secrets.issue(SecretKind.RESET, reset, prefix="lhp_")


@mutation(Open.PUBLIC, payload=SignInPayload)
async def reset_password(input: ResetPasswordInput) -> Answer:
    """Sets a new password with a token from the mail, ends all sessions, and signs in."""
    found = await secrets.find(SecretKind.RESET, input.token)
    if found is None:
        raise _worthless("token")
    with as_actor(system_actor(found[0])):
        async with unit():
            reset = await models.PasswordReset.mine().select_for_update(no_key=True).get(id=found[1])
            member = await Member.mine().select_for_update(no_key=True).get(id=reset.member_id)
            if (
                reset.used_at is not None
                or reset.expires_at < now()
                or member.status is not MemberStatus.ACTIVE
            ):
                raise _worthless("token")
            check_password(input.password, "password", email=member.email, name=member.name)
            await secrets.set_password(member, input.password)
            await _spend_resets(member)
            await revoke_sessions(member.id, "password reset")
            await check_may_enter(member)
            session, tokens = await open_session(member)
            entered = await entrant(session)
            witness("password.reset", member)
            forget_actors()
    return enter(entered, tokens)
