"""Invitations: how people come in, who may let them in, and to what."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from leadhub.accounts.models import Invitation
from leadhub.kit.inputs import now
from leadhub.settings import Settings
from tests.accounts.post import Post, token_in
from tests.sessions.entry import audited, is_let_in, sign_in
from tests.sessions.servers import another_server, at
from tests.world import Caller, Company, World

NEW_PASSWORD = "a password of my own"
INVITED = "token invitation { id expiresAt createdAt member { id email role status teams { name } } }"


def email_of(company: Company, name: str = "new") -> str:
    return f"{name}@{company.slug}.test"


async def invite(by: Caller, company: Company, role: str = "AGENT", **more: Any) -> dict[str, Any]:
    """The payload of inviting somebody new."""
    return await by.done("inviteMember", {"email": email_of(company), "role": role, **more}, INVITED)


def acceptance(token: str, name: str = "Nina New", password: str = NEW_PASSWORD) -> dict[str, str]:
    return {"token": token, "name": name, "password": password}


async def is_worthless(world: World, token: str) -> bool:
    """Whether an invitation opens nothing, in the words for every one that does not."""
    error = await world.anonymous.refused("acceptInvitation", acceptance(token), "accessToken")
    assert (error["code"], error["path"]) == ("INVALID", ["input", "token"])
    return error == await world.anonymous.refused("acceptInvitation", acceptance("lhi_x"), "accessToken")


async def test_an_invited_person_sets_name_and_password_and_is_signed_in(
    world: World, company: Company
) -> None:
    payload = await invite(company.owner, company, teamIds=[company.teams["North"]])
    invited = payload["invitation"]["member"]
    assert (invited["status"], invited["role"]) == ("INVITED", "AGENT")
    assert invited["teams"] == [{"name": "North"}]
    entered = await world.anonymous.done(
        "acceptInvitation",
        acceptance(payload["token"]),
        "accessToken refreshToken expiresIn viewer { role member { id name status } tenant { slug } }",
    )
    assert entered["viewer"] == {
        "role": "AGENT",
        "member": {"id": invited["id"], "name": "Nina New", "status": "ACTIVE"},
        "tenant": {"slug": company.slug},
    }
    assert await is_let_in(world, entered["accessToken"])
    typed = {"tenant": company.slug, "email": email_of(company), "password": NEW_PASSWORD}
    assert (await sign_in(world, **typed))["accessToken"]
    entries = await audited(company, action={"startsWith": "member."})
    assert [entry["action"] for entry in entries] == ["member.joined", "member.invited"]
    assert email_of(company) not in str(entries)


async def test_an_invitation_works_once(world: World, company: Company) -> None:
    token = (await invite(company.owner, company))["token"]
    await world.anonymous.done("acceptInvitation", acceptance(token), "accessToken")
    assert await is_worthless(world, token)


async def test_an_invitation_lasts_seven_days(world: World, company: Company) -> None:
    payload = await invite(company.owner, company)
    invitation = payload["invitation"]
    life = datetime.fromisoformat(invitation["expiresAt"]) - datetime.fromisoformat(invitation["createdAt"])
    assert abs(life - timedelta(days=7)) < timedelta(seconds=5)
    async with company.inside():
        await Invitation.mine().update(expires_at=now() - timedelta(seconds=1))
    assert await is_worthless(world, payload["token"])
    data = await company.owner.ok("{ invitations { nodes { id } } }")
    assert data["invitations"]["nodes"] == []


async def test_inviting_again_makes_the_older_invitation_worthless(world: World, company: Company) -> None:
    first = await invite(company.owner, company, role="AGENT")
    second = await invite(company.admin, company, role="VIEWER")
    assert second["invitation"]["member"]["id"] == first["invitation"]["member"]["id"]
    assert await is_worthless(world, first["token"])
    data = await company.owner.ok("{ invitations { nodes { id invitedBy { id } } } }")
    assert data["invitations"]["nodes"] == [
        {"id": second["invitation"]["id"], "invitedBy": {"id": company.admin.id}}
    ]
    entered = await world.anonymous.done("acceptInvitation", acceptance(second["token"]), "viewer { role }")
    assert entered["viewer"] == {"role": "VIEWER"}


async def test_a_revoked_invitation_opens_nothing(world: World, company: Company) -> None:
    payload = await invite(company.owner, company)
    await company.admin.done("revokeInvitation", {"id": payload["invitation"]["id"]}, "invitation { id }")
    assert await is_worthless(world, payload["token"])
    data = await company.owner.ok("{ invitations { totalCount } }")
    assert data["invitations"]["totalCount"] == 0


async def test_an_accepted_invitation_cannot_be_revoked(world: World, company: Company) -> None:
    payload = await invite(company.owner, company)
    await world.anonymous.done("acceptInvitation", acceptance(payload["token"]), "accessToken")
    error = await company.owner.refused("revokeInvitation", {"id": payload["invitation"]["id"]})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "id"])


async def test_nobody_is_invited_to_an_address_that_has_an_account(company: Company) -> None:
    for email in (email_of(company, "agent"), email_of(company, "AGENT").upper()):
        error = await company.owner.refused("inviteMember", {"email": email, "role": "AGENT"}, "token")
        assert (error["code"], error["path"]) == ("UNIQUE", ["input", "email"])


async def test_the_same_address_may_have_an_account_in_every_tenant(
    world: World, company: Company, rival: Company
) -> None:
    tokens = [
        (await place.owner.done("inviteMember", {"email": "both@x.test", "role": "AGENT"}, "token"))["token"]
        for place in (company, rival)
    ]
    for place, token in zip((company, rival), tokens, strict=True):
        entered = await world.anonymous.done(
            "acceptInvitation", acceptance(token), "viewer { tenant { slug } }"
        )
        assert entered["viewer"]["tenant"]["slug"] == place.slug


async def test_an_address_that_is_none_is_not_invited(company: Company) -> None:
    error = await company.owner.refused("inviteMember", {"email": "nobody", "role": "AGENT"}, "token")
    assert (error["code"], error["path"]) == ("INVALID", ["input", "email"])


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("short", "at least 10"),
        ("password123", "most used"),
        ("aaaaaaaaaaaa", "one character"),
        ("Nina New", "at least 10"),
        ("nina.new.1999", "your name"),
        ("leadhub2026!", "LeadHub's"),
        ("x" * 257, "at most 256"),
    ],
)
async def test_a_weak_password_is_refused_and_the_invitation_still_works(
    world: World, company: Company, password: str, why: str
) -> None:
    token = (await invite(company.owner, company))["token"]
    error = await world.anonymous.refused("acceptInvitation", acceptance(token, password=password))
    assert (error["code"], error["path"]) == ("INVALID", ["input", "password"])
    assert why in error["message"]
    if password == "short":
        await world.anonymous.done("acceptInvitation", acceptance(token), "accessToken")


async def test_an_invited_person_must_have_a_name(world: World, company: Company) -> None:
    token = (await invite(company.owner, company))["token"]
    error = await world.anonymous.refused("acceptInvitation", acceptance(token, name="  "))
    assert (error["code"], error["path"]) == ("REQUIRED", ["input", "name"])


async def test_a_mailed_invitation_is_shown_to_nobody_else(
    mailing: World, post: Post, company: Company
) -> None:
    payload = await invite(at(mailing, company.owner), company)
    assert payload["token"] is None
    mail = await post.next()
    assert mail["To"] == email_of(company)
    assert company.slug in mail["Subject"]
    entered = await mailing.anonymous.done("acceptInvitation", acceptance(token_in(mail)), "viewer { role }")
    assert entered["viewer"] == {"role": "AGENT"}


async def test_an_invitation_that_the_mail_server_refuses_is_shown_to_whoever_invites(
    mailing: World, post: Post, company: Company
) -> None:
    post.is_open = False
    token = (await invite(at(mailing, company.owner), company))["token"]
    assert (await mailing.anonymous.done("acceptInvitation", acceptance(token), "accessToken"))["accessToken"]


async def test_a_tenant_invites_so_many_a_day(world: World, settings: Settings, company: Company) -> None:
    async with another_server(world, settings, invitation_limit=2) as server:
        owner, admin = at(server, company.owner), at(server, company.admin)
        for number, caller in enumerate((owner, admin)):
            await caller.done("inviteMember", {"email": f"{number}@x.test", "role": "AGENT"}, "token")
        # A refused invitation was none, and a third is one too many, whoever invites.
        answer = await admin(
            'mutation { inviteMember(input: {email: "3@x.test", role: AGENT}) { token } }',
        )
        assert answer.code == "THROTTLED"
        wait = answer.errors[0]["extensions"]["retryAfter"]
        assert 0 < wait <= 24 * 3600
        assert answer.headers["Retry-After"] == str(wait)
    data = await company.owner.ok("{ invitations { totalCount } }")
    assert data["invitations"]["totalCount"] == 2
