"""Changing one's own password, and setting a new one with a mail."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from leadhub.accounts.models import PasswordReset
from leadhub.kit import passwords
from leadhub.kit.inputs import now
from leadhub.members.models import Member, MemberStatus
from leadhub.settings import Settings
from tests.accounts.post import Post, token_in
from tests.sessions.entry import audited, credentials, is_let_in, refresh, sign_in, try_to_sign_in
from tests.sessions.servers import another_server, at
from tests.sessions.test_limits import address_of, within_one_minute
from tests.world import PASSWORD, Answer, Caller, Company, World

NEW = "another horse, another battery"
CHANGE = """
mutation($input: ChangePasswordInput!) {
  changePassword(input: $input) { changed userErrors { code path } }
}
"""
REQUEST = """
mutation($input: RequestPasswordResetInput!) {
  requestPasswordReset(input: $input) { accepted userErrors { code } }
}
"""


async def change(caller: Caller, current: str = PASSWORD, new: str = NEW) -> Answer:
    return await caller(CHANGE, input={"currentPassword": current, "newPassword": new})


async def test_changing_the_password_ends_all_other_sessions_and_goes_on_with_this_one(
    world: World, company: Company
) -> None:
    here = await sign_in(world, **credentials(company, "agent"))
    there = await sign_in(world, **credentials(company, "agent"))
    answer = await change(Caller(world, here["accessToken"]))
    assert answer.data == {"changePassword": {"changed": True, "userErrors": []}}
    assert await is_let_in(world, here["accessToken"])
    assert (await refresh(world, here["refreshToken"]))["userErrors"] == []
    assert not await is_let_in(world, there["accessToken"])
    assert (await refresh(world, there["refreshToken"]))["userErrors"] != []
    assert await is_let_in(world, company.colleague.token or "")
    old = await try_to_sign_in(world, **credentials(company, "agent"))
    assert old.data["signIn"]["userErrors"]
    assert (await sign_in(world, **credentials(company, "agent", NEW)))["accessToken"]
    [entry] = await audited(company, action={"eq": "password.changed"})
    assert (entry["outcome"], entry["actorId"]) == ("DONE", company.agent.id)


async def test_a_wrong_current_password_changes_nothing_and_is_audited(company: Company) -> None:
    answer = await change(company.agent, current="wrong password")
    assert answer.data["changePassword"]["changed"] is None
    assert answer.data["changePassword"]["userErrors"] == [
        {"code": "INVALID", "path": ["input", "currentPassword"]}
    ]
    [entry] = await audited(company, action={"eq": "password.changed"})
    assert (entry["outcome"], entry["reason"]) == ("REFUSED", "wrong current password")


async def test_guessing_the_current_password_is_limited_however_fast_it_is_tried(
    world: World, settings: Settings, company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    await within_one_minute()
    compared: list[bytes] = []
    matches = passwords._matches
    monkeypatch.setattr(
        passwords, "_matches", lambda hash, secret: [compared.append(secret), matches(hash, secret)][1]
    )
    async with another_server(world, settings, sign_in_limit=3) as server:
        agent = at(server, company.agent)
        answers = await asyncio.gather(*(change(agent, current=f"guess {number}") for number in range(8)))
        assert sorted(answer.code or "wrong" for answer in answers) == ["THROTTLED"] * 5 + ["wrong"] * 3
        assert len(compared) == 3
        right = await change(agent)
        assert right.code == "THROTTLED"
        assert int(right.headers["Retry-After"]) == right.errors[0]["extensions"]["retryAfter"]
        assert (await change(at(server, company.colleague))).data["changePassword"]["changed"]


async def test_a_weak_new_password_is_refused(company: Company) -> None:
    answer = await change(company.agent, new="agent.agent")
    assert answer.data["changePassword"]["userErrors"] == [
        {"code": "INVALID", "path": ["input", "newPassword"]}
    ]


async def request(world: World, tenant: str, email: str, address: str = "192.0.2.1") -> Answer:
    come_from = {"X-Forwarded-For": address}
    return await world.anonymous(REQUEST, headers=come_from, input={"tenant": tenant, "email": email})


async def mailed_token(world: World, post: Post, company: Company) -> str:
    await request(world, company.slug, f"agent@{company.slug}.test")
    return token_in(await post.next())


async def reset(world: World, token: str, password: str = NEW) -> dict[str, Any]:
    return await world.anonymous.do(
        "resetPassword", {"token": token, "password": password}, "accessToken viewer { member { id } }"
    )


async def test_a_forgotten_password_is_set_anew_with_the_mailed_token_and_ends_all_sessions(
    mailing: World, post: Post, company: Company
) -> None:
    before = await sign_in(mailing, **credentials(company, "agent"))
    payload = await reset(mailing, await mailed_token(mailing, post, company))
    assert payload["viewer"]["member"]["id"] == company.agent.id
    assert await is_let_in(mailing, payload["accessToken"])
    assert not await is_let_in(mailing, before["accessToken"])
    assert (await refresh(mailing, before["refreshToken"]))["userErrors"] != []
    assert (await sign_in(mailing, **credentials(company, "agent", NEW)))["accessToken"]
    actions = [entry["action"] for entry in await audited(company, action={"startsWith": "password."})]
    assert actions == ["password.reset", "password.reset_requested"]


async def test_a_reset_is_answered_alike_whoever_is_asked_for(
    mailing: World, post: Post, company: Company
) -> None:
    async with company.inside():
        await Member.mine().filter(id=company.colleague.member.id).update(status=MemberStatus.SUSPENDED)
    slug = company.slug
    for tenant, email in [
        (slug, f"nobody@{slug}.test"),
        (slug, "no address"),
        ("nowhere", f"agent@{slug}.test"),
        ("a\0b", f"agent@{slug}.test"),
        (slug, f"colleague@{slug}.test"),
        (slug, f"agent@{slug}.test"),
    ]:
        answer = await request(mailing, tenant, email)
        assert answer.data == {"requestPasswordReset": {"accepted": True, "userErrors": []}}
        assert answer.errors == []
    assert (await post.next())["To"] == f"agent@{slug}.test"
    await asyncio.sleep(0.2)
    assert post.mails == []


async def test_without_a_mail_server_no_token_is_made(world: World, company: Company) -> None:
    answer = await request(world, company.slug, f"agent@{company.slug}.test")
    assert answer.data["requestPasswordReset"]["accepted"] is True
    await asyncio.sleep(0.1)
    async with company.inside():
        assert await PasswordReset.mine().count() == 0


async def test_a_reset_token_works_once_and_takes_all_others_with_it(
    mailing: World, post: Post, company: Company
) -> None:
    first, second = [await mailed_token(mailing, post, company) for _ in range(2)]
    assert (await reset(mailing, second))["userErrors"] == []
    unknown = await reset(mailing, "lhp_unknown")
    assert unknown["userErrors"][0]["path"] == ["input", "token"]
    for token in (second, first):
        assert await reset(mailing, token) == unknown


async def test_changing_the_password_makes_open_reset_tokens_worthless(
    mailing: World, post: Post, company: Company
) -> None:
    token = await mailed_token(mailing, post, company)
    await change(at(mailing, company.agent))
    assert await reset(mailing, token) == await reset(mailing, "lhp_unknown")


async def test_a_reset_token_expires_after_an_hour(mailing: World, post: Post, company: Company) -> None:
    token = await mailed_token(mailing, post, company)
    async with company.inside():
        row = await PasswordReset.mine().get()
        assert abs(row.expires_at - row.created_at - timedelta(hours=1)) < timedelta(seconds=5)
        await PasswordReset.mine().update(expires_at=now())
    assert await reset(mailing, token) == await reset(mailing, "lhp_unknown")


async def test_a_weak_password_is_refused_and_the_reset_token_still_works(
    mailing: World, post: Post, company: Company
) -> None:
    token = await mailed_token(mailing, post, company)
    refused = await reset(mailing, token, "password123")
    assert refused["userErrors"][0]["path"] == ["input", "password"]
    assert (await reset(mailing, token))["userErrors"] == []


async def test_a_suspended_member_does_not_come_back_with_a_reset_token(
    mailing: World, post: Post, company: Company
) -> None:
    token = await mailed_token(mailing, post, company)
    await company.owner.done("suspendMember", {"id": company.agent.id})
    assert await reset(mailing, token) == await reset(mailing, "lhp_unknown")


async def test_resets_of_an_account_are_limited_whether_it_exists_or_not(
    world: World, settings: Settings, company: Company
) -> None:
    await within_one_minute()
    async with another_server(world, settings, sign_in_limit=2) as server:
        for name in ("agent", "nobody"):
            email, address = f"{name}@{company.slug}.test", address_of(company)
            answers = [await request(server, company.slug, email, address) for _ in range(3)]
            assert [answer.code for answer in answers] == [None, None, "THROTTLED"]
