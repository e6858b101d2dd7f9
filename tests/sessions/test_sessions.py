"""Going on with a session, two tabs at once, stolen tokens, and signing out."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from leadhub.kit.inputs import now
from leadhub.kit.tokens import fingerprint
from leadhub.members.models import Member, MemberStatus, Secret
from leadhub.sessions.models import RefreshToken, Session
from leadhub.settings import Settings
from leadhub.tenants.models import Tenant, TenantStatus
from tests.sessions.entry import audited, credentials, is_let_in, is_shut_out_soon, refresh, sign_in
from tests.sessions.servers import another_server, forgetful
from tests.world import Company, World


async def _age(company: Company, token: str, **changes: timedelta) -> None:
    """Moves times of a refresh token back."""
    async with company.inside():
        secret = await Secret.mine().get(hash=fingerprint(token).hex())
        row = await RefreshToken.mine().get(id=secret.id)
        for column, by in changes.items():
            setattr(row, column, getattr(row, column) - by)
        await row.save(update_fields=list(changes))


def _has_ended(payload: dict[str, Any]) -> bool:
    [error] = payload["userErrors"]
    assert (error["code"], error["path"]) == ("INVALID", ["input", "refreshToken"])
    return payload["accessToken"] is None and payload["refreshToken"] is None


async def test_a_refresh_token_is_exchanged_for_the_next_pair(world: World, company: Company) -> None:
    first = await sign_in(world, **credentials(company, "agent"))
    second = await refresh(world, first["refreshToken"])
    assert second["userErrors"] == []
    assert second["refreshToken"] != first["refreshToken"]
    assert await is_let_in(world, second["accessToken"])
    assert await is_let_in(world, first["accessToken"])
    assert (await refresh(world, second["refreshToken"]))["userErrors"] == []
    entries = await audited(company, action={"eq": "session.refreshed"})
    assert [(entry["outcome"], entry["subjectId"]) for entry in entries] == [("DONE", company.agent.id)] * 2


async def test_two_tabs_that_wake_up_together_both_go_on(world: World, company: Company) -> None:
    token = (await sign_in(world, **credentials(company, "agent")))["refreshToken"]
    tabs = await asyncio.gather(refresh(world, token), refresh(world, token))
    assert len({tab["refreshToken"] for tab in tabs}) == 2
    for tab in tabs:
        assert await is_let_in(world, tab["accessToken"])
        assert (await refresh(world, tab["refreshToken"]))["userErrors"] == []


async def test_a_refresh_token_that_comes_back_later_ends_the_whole_session(
    world: World, settings: Settings, company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    soon = forgetful(monkeypatch)
    stolen = await sign_in(world, **credentials(company, "agent"))
    elsewhere = await sign_in(world, **credentials(company, "agent"))
    going_on = await refresh(world, stolen["refreshToken"])
    async with another_server(world, settings) as other:
        assert await is_let_in(other, going_on["accessToken"])
        await _age(company, stolen["refreshToken"], used_at=timedelta(seconds=11))
        assert _has_ended(await refresh(world, stolen["refreshToken"]))
        for token in (stolen["accessToken"], going_on["accessToken"]):
            assert not await is_let_in(world, token)
        assert _has_ended(await refresh(world, going_on["refreshToken"]))
        assert await is_shut_out_soon(other, going_on["accessToken"], soon)
    # Another session of the same person is none of the thief's business.
    assert await is_let_in(world, elsewhere["accessToken"])
    assert (await refresh(world, elsewhere["refreshToken"]))["userErrors"] == []
    refused = await audited(company, action={"eq": "session.refreshed"}, outcome={"eq": "REFUSED"})
    assert [(entry["subjectId"], "used again" in entry["reason"]) for entry in refused] == [
        (company.agent.id, True)
    ]


async def test_within_ten_seconds_a_used_token_still_gives_a_sibling(world: World, company: Company) -> None:
    token = (await sign_in(world, **credentials(company, "agent")))["refreshToken"]
    await refresh(world, token)
    await _age(company, token, used_at=timedelta(seconds=7))
    assert (await refresh(world, token))["userErrors"] == []


async def test_siblings_do_not_stretch_the_ten_seconds(world: World, company: Company) -> None:
    token = (await sign_in(world, **credentials(company, "agent")))["refreshToken"]
    await refresh(world, token)
    for _ in range(2):
        await _age(company, token, used_at=timedelta(seconds=4))
        assert (await refresh(world, token))["userErrors"] == []
    await _age(company, token, used_at=timedelta(seconds=4))
    assert _has_ended(await refresh(world, token))


async def test_a_refresh_token_lasts_thirty_days_from_the_last_use(world: World, company: Company) -> None:
    token = (await sign_in(world, **credentials(company, "agent")))["refreshToken"]
    await _age(company, token, expires_at=timedelta(days=29, hours=23))
    token = (await refresh(world, token))["refreshToken"]
    await _age(company, token, expires_at=timedelta(days=30, seconds=1))
    assert _has_ended(await refresh(world, token))


async def test_unknown_and_ended_refresh_tokens_are_answered_alike(world: World, company: Company) -> None:
    token = (await sign_in(world, **credentials(company, "agent")))["refreshToken"]
    await world.anonymous.done("signOut", {"refreshToken": token}, "signedOut")
    assert await refresh(world, token) == await refresh(world, "lhr_never-given-out")


async def test_nobody_goes_on_with_a_session_of_a_suspended_account_or_tenant(
    world: World, company: Company, rival: Company
) -> None:
    tokens = [(await sign_in(world, **credentials(place, "agent"))) for place in (company, rival)]
    async with company.inside():
        await Member.mine().filter(id=company.agent.member.id).update(status=MemberStatus.SUSPENDED)
    async with rival.inside():
        await Tenant.mine().update(status=TenantStatus.CLOSING)
    for pair in tokens:
        assert _has_ended(await refresh(world, pair["refreshToken"]))
        assert not await is_let_in(world, pair["accessToken"])


async def test_signing_out_ends_the_session_and_twice_is_fine(
    world: World, settings: Settings, company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    soon = forgetful(monkeypatch)
    mine = await sign_in(world, **credentials(company, "agent"))
    second_device = await sign_in(world, **credentials(company, "agent"))
    newer = await refresh(world, mine["refreshToken"])
    async with another_server(world, settings) as other:
        assert await is_let_in(other, mine["accessToken"])
        assert await is_let_in(world, mine["accessToken"])
        for _ in range(2):
            payload = await world.anonymous.done(
                "signOut", {"refreshToken": mine["refreshToken"]}, "signedOut"
            )
            assert payload["signedOut"] is True
        assert not await is_let_in(world, mine["accessToken"])
        assert not await is_let_in(world, newer["accessToken"])
        assert _has_ended(await refresh(world, newer["refreshToken"]))
        assert await is_shut_out_soon(other, mine["accessToken"], soon)
    assert await is_let_in(world, second_device["accessToken"])
    assert await is_let_in(world, company.colleague.token or "")
    [entry] = await audited(company, action={"eq": "session.closed"})
    assert entry["subjectId"] == company.agent.id


async def test_signing_out_with_an_unknown_token_tells_nothing(world: World) -> None:
    payload = await world.anonymous.done("signOut", {"refreshToken": "lhr_unknown"}, "signedOut")
    assert payload["signedOut"] is True


async def test_a_session_ends_although_its_last_access_token_has_not(world: World, company: Company) -> None:
    tokens = await sign_in(world, **credentials(company, "agent"))
    async with company.inside():
        await Session.mine().filter(member_id=company.agent.member.id).update(expires_at=now())
    assert not await is_let_in(world, tokens["accessToken"])
