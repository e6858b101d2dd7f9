"""Sign-in is limited by account and by address, and all servers count together."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from leadhub.kit import passwords
from leadhub.settings import Settings
from tests.sessions.entry import credentials, try_to_sign_in
from tests.sessions.servers import another_server
from tests.world import Company, World

LIMIT = 2


async def within_one_minute() -> None:
    """Attempts are counted by the minute; a test that counts must not begin at the end of one."""
    left = 60 - datetime.now(UTC).timestamp() % 60
    if left < 8:
        await asyncio.sleep(left + 0.1)


@pytest.fixture
async def strict(world: World, settings: Settings) -> AsyncIterator[World]:
    """A server that lets an account try twice a minute, and an address twenty times."""
    await within_one_minute()
    async with another_server(world, settings, sign_in_limit=LIMIT) as server:
        yield server


def address_of(company: Company) -> str:
    """An address of this test's own: addresses are counted across tenants."""
    return f"2001:db8::{company.slug[-8:-4]}:{company.slug[-4:]}"


async def test_an_account_that_was_tried_too_often_waits_even_with_the_right_password(
    strict: World, company: Company
) -> None:
    address = address_of(company)
    for _ in range(LIMIT):
        answer = await try_to_sign_in(strict, address, **credentials(company, "agent", "wrong password"))
        assert answer.data["signIn"]["userErrors"][0]["code"] == "INVALID"
    answer = await try_to_sign_in(strict, address, **credentials(company, "agent"))
    assert answer.code == "THROTTLED"
    wait = answer.errors[0]["extensions"]["retryAfter"]
    assert 1 <= wait <= 60
    assert answer.headers["Retry-After"] == str(wait)
    other = await try_to_sign_in(strict, address, **credentials(company, "colleague"))
    assert other.data["signIn"]["accessToken"]


async def test_another_spelling_of_an_account_is_the_same_account(strict: World, company: Company) -> None:
    address, typed = address_of(company), credentials(company, "agent", "wrong password")
    full_width = typed["email"].replace("test", "\uff54\uff45\uff53\uff54")
    assert full_width != typed["email"]
    for email in (typed["email"].upper(), full_width):
        answer = await try_to_sign_in(strict, address, **{**typed, "email": email})
        assert not answer.errors
    answer = await try_to_sign_in(strict, address, **{**typed, "tenant": typed["tenant"].upper()})
    assert answer.code == "THROTTLED"


async def test_an_unknown_account_is_limited_like_a_known_one(strict: World, company: Company) -> None:
    for _ in range(LIMIT):
        await try_to_sign_in(strict, address_of(company), **credentials(company, "nobody"))
    known = credentials(company, "agent", "wrong password")
    for _ in range(LIMIT):
        await try_to_sign_in(strict, address_of(company), **known)
    unknown = await try_to_sign_in(strict, address_of(company), **credentials(company, "nobody"))
    assert unknown.code == "THROTTLED"
    assert (await try_to_sign_in(strict, address_of(company), **known)).code == "THROTTLED"


async def test_two_servers_count_an_account_together(
    strict: World, world: World, settings: Settings, company: Company
) -> None:
    typed = credentials(company, "agent", "wrong password")
    async with another_server(world, settings, sign_in_limit=LIMIT) as second:
        for server in (strict, second):
            assert not (await try_to_sign_in(server, address_of(company), **typed)).errors
        for server in (strict, second):
            answer = await try_to_sign_in(server, address_of(company), **typed)
            assert answer.code == "THROTTLED"


async def test_an_address_that_tries_account_after_account_waits_and_others_do_not(
    strict: World, company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Twenty comparisons at full price would be two seconds of one core.
    monkeypatch.setattr(passwords, "_DUMMY", strict.password_hash)
    address = address_of(company)
    tries = [
        try_to_sign_in(strict, address, **credentials(company, f"guess{number}"))
        for number in range(LIMIT * 10)
    ]
    assert [answer.code for answer in await asyncio.gather(*tries)] == [None] * LIMIT * 10
    typed = credentials(company, "agent")
    assert (await try_to_sign_in(strict, address, **typed)).code == "THROTTLED"
    assert not (await try_to_sign_in(strict, address.replace("db8", "db9"), **typed)).errors


async def test_attempts_are_kept_without_telling_who_made_them(
    strict: World, world: World, company: Company
) -> None:
    await try_to_sign_in(strict, address_of(company), **credentials(company, "agent"))
    async with world.sql() as sql:
        buckets = [row["bucket"] for row in await sql.fetch("select bucket from attempt")]
    assert buckets
    assert all(len(bucket) == 64 and int(bucket, 16) >= 0 for bucket in buckets)
