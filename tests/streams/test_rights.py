"""Rights that end or change while a connection is open: within three seconds it is as if they never were."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from leadhub import sse
from leadhub.kit import signals, standing
from leadhub.kit.node import from_global
from leadhub.sessions.models import Session
from leadhub.settings import Settings
from tests.sessions.entry import credentials, refresh, sign_in
from tests.sessions.servers import another_server
from tests.streams.following import Closed, Events, Stream, events_of, head, stream_of, until
from tests.world import PASSWORD, Caller, Company, World

SOON = 3.0
# How long a credential that expires is good: long enough to connect with on a busy machine.
LIFE = 4
STREAM = "subscription($after: Int!) { eventStream(after: $after) { seq } }"
CHANGED = "subscription { leadChanged { kind seq } }"
QUIET = 'subscription { leadChanged(filter: {companyName: {eq: "nobody"}}) { seq } }'


@dataclass
class Doomed:
    """Somebody whose rights end with `end`, which takes the server where that happens."""

    caller: Caller
    end: Callable[[World], Awaitable[Any]]
    reason: str


async def _by(world: World, caller: Caller, mutation: str, input: dict[str, Any]) -> None:
    await replace(caller, world=world).done(mutation, input)


async def a_suspended_member(company: Company) -> Doomed:
    async def end(world: World) -> None:
        await _by(world, company.owner, "suspendMember", {"id": company.admin.id})

    return Doomed(company.admin, end, "This session has ended; sign in again.")


async def a_revoked_key(company: Company) -> Doomed:
    payload = await company.owner.done(
        "createApiKey", {"name": "k", "scopes": ["event:read", "lead:read"]}, "secret apiKey { id }"
    )

    async def end(world: World) -> None:
        await _by(world, company.owner, "revokeApiKey", {"id": payload["apiKey"]["id"]})

    return Doomed(Caller(company.world, payload["secret"]), end, "This API key is revoked or expired.")


async def a_key_whose_creator_is_suspended(company: Company) -> Doomed:
    input = {"name": "k", "scopes": ["event:read", "lead:read"]}
    secret = (await company.admin.done("createApiKey", input, "secret"))["secret"]

    async def end(world: World) -> None:
        await _by(world, company.owner, "suspendMember", {"id": company.admin.id})

    reason = "This account may not be used; ask an administrator of your tenant."
    return Doomed(Caller(company.world, secret), end, reason)


async def a_session_that_signs_out(company: Company) -> Doomed:
    tokens = await sign_in(company.world, **credentials(company, "admin"))

    async def end(world: World) -> None:
        await world.anonymous.done("signOut", {"refreshToken": tokens["refreshToken"]})

    caller = Caller(company.world, tokens["accessToken"])
    return Doomed(caller, end, "This session has ended; sign in again.")


async def a_session_whose_refresh_token_was_stolen(company: Company) -> Doomed:
    tokens = await sign_in(company.world, **credentials(company, "admin"))

    async def end(world: World) -> None:
        for _ in range(2):
            await refresh(world, tokens["refreshToken"])

    caller = Caller(company.world, tokens["accessToken"])
    return Doomed(caller, end, "This session has ended; sign in again.")


async def another_session_after_a_new_password(company: Company) -> Doomed:
    other = await sign_in(company.world, **credentials(company, "admin"))

    async def end(world: World) -> None:
        change = {"currentPassword": PASSWORD, "newPassword": "another one of mine"}
        await _by(world, Caller(world, other["accessToken"]), "changePassword", change)

    return Doomed(company.admin, end, "This session has ended; sign in again.")


async def a_token_that_expires(company: Company) -> Doomed:
    member = company.admin.member
    assert member is not None
    async with company.inside():
        session = await Session.create(member_id=member.id, expires_at=datetime.now(UTC) + timedelta(days=1))
    token = company.world.token(session, member, expires_in=timedelta(seconds=LIFE))
    return Doomed(Caller(company.world, token), _time_passes, "The credential has expired; get a new one.")


async def a_key_that_expires(company: Company) -> Doomed:
    input = {"name": "k", "scopes": ["event:read", "lead:read"]}
    payload = await company.owner.done("createApiKey", input, "secret apiKey { id }")
    async with company.world.sql() as sql:
        await sql.execute(
            "update api_key set expires_at = now() + make_interval(secs => $2) where id = $1",
            from_global(payload["apiKey"]["id"])[1],
            LIFE,
        )
    return Doomed(
        Caller(company.world, payload["secret"]), _time_passes, "The credential has expired; get a new one."
    )


async def _time_passes(_world: World) -> None:
    await asyncio.sleep(LIFE)


DOOMED: list[Any] = [
    a_suspended_member,
    a_revoked_key,
    a_key_whose_creator_is_suspended,
    a_session_that_signs_out,
    a_session_whose_refresh_token_was_stolen,
    another_session_after_a_new_password,
    a_token_that_expires,
    a_key_that_expires,
]


@asynccontextmanager
async def flooded(company: Company) -> AsyncIterator[None]:
    """Leads come in all the time, as fast as they can."""

    async def flood() -> None:
        while True:
            await company.lead()

    writers = [asyncio.create_task(flood()) for _ in range(2)]
    try:
        yield
    finally:
        for writer in writers:
            writer.cancel()
        await asyncio.gather(*writers, return_exceptions=True)


async def _cut_off(socket: Stream, reason: str) -> None:
    ended = await socket.socket.closed()
    assert (ended.code, ended.reason) == (4403, reason)


async def _ended(events: Events, reason: str) -> None:
    error = await events.error()
    assert (error["message"], error["extensions"]["code"]) == (reason, "UNAUTHENTICATED")


class Settled:
    """All are looked at again soon after they came, whatever happens; who ends then, ends by luck. `await settled()`
    returns when that is over."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.begun, self.done, self.looks = 0, list[standing.Standing](), 0
        look_at, look = standing.Standings._look_at, signals.Signals._look

        async def noted(found: standing.Standings, who: standing.Standing) -> None:
            self.begun += 1
            await look_at(found, who)
            self.done.append(who)

        async def counted(found: signals.Signals, connection: Any) -> None:
            await look(found, connection)
            self.looks += 1

        patch.setattr(standing, "SETTLED_SECONDS", 3600.0)
        patch.setattr(signals, "LOOK_SECONDS", 0.05)
        patch.setattr(standing.Standings, "_look_at", noted)
        patch.setattr(signals.Signals, "_look", counted)

    async def __call__(self) -> None:
        enough = self.looks + 4  # two for each of two servers
        await until(lambda: self.looks >= enough and self.begun == len(self.done))


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> Settled:
    monkeypatch.setattr("leadhub.sessions.api.SIBLING_WINDOW", timedelta(0))
    return Settled(monkeypatch)


async def all_end(company: Company, doomed: Doomed, elsewhere: World, settled: Settled) -> None:
    """Idle connections of both kinds, and connections of both kinds in the middle of a flood."""
    start, who = await head(company), doomed.caller
    async with AsyncExitStack() as stack:
        sockets = [
            await stack.enter_async_context(stream_of(who, QUIET)),
            await stack.enter_async_context(stream_of(who, STREAM, after=start)),
        ]
        streams = [
            await stack.enter_async_context(events_of(who, QUIET)),
            await stack.enter_async_context(events_of(who, STREAM, after=start)),
        ]
        await stack.enter_async_context(flooded(company))
        for busy in (sockets[1], streams[1]):
            await busy.next()
        if doomed.end is not _time_passes:
            await settled()
        await doomed.end(elsewhere)
        async with asyncio.timeout(SOON):
            await asyncio.gather(
                *(_cut_off(socket, doomed.reason) for socket in sockets),
                *(_ended(stream, doomed.reason) for stream in streams),
            )


@pytest.mark.parametrize("doom", DOOMED, ids=lambda doom: doom.__name__)
async def test_every_connection_ends_at_once(company: Company, settled: Settled, doom: Any) -> None:
    await all_end(company, await doom(company), company.world, settled)


@pytest.mark.parametrize("doom", DOOMED[:-2], ids=lambda doom: doom.__name__)
async def test_it_ends_on_all_servers(
    company: Company, settings: Settings, settled: Settled, doom: Any
) -> None:
    async with another_server(company.world, settings) as elsewhere:
        await all_end(company, await doom(company), elsewhere, settled)


async def test_an_ended_credential_opens_no_new_one(company: Company) -> None:
    doomed = await a_suspended_member(company)
    await doomed.end(company.world)
    with pytest.raises(Closed, match="4403"):
        async with stream_of(doomed.caller, CHANGED):
            pass


async def test_who_writes_a_new_password_stays_connected(company: Company) -> None:
    async with stream_of(company.agent, CHANGED) as stream:
        change = {"currentPassword": PASSWORD, "newPassword": "another one of mine"}
        await company.agent.done("changePassword", change)
        await company.owner.done("suspendMember", {"id": company.outsider.id})
        await company.lead(ownerId=company.agent.id)
        assert (await stream.next())["kind"] == "ENTERED"


async def test_rights_that_end_while_an_item_is_on_its_way_are_not_overlooked(
    company: Company, monkeypatch: pytest.MonkeyPatch, settled: Settled
) -> None:
    write, on_its_way, goes_on = sse.EventStream._write, asyncio.Event(), asyncio.Event()

    async def slowly(self: sse.EventStream, data: bytes) -> None:
        on_its_way.set()
        await goes_on.wait()
        await write(self, data)

    monkeypatch.setattr(sse.EventStream, "_write", slowly)
    doomed = await a_revoked_key(company)
    async with events_of(doomed.caller, CHANGED) as events:
        await company.lead()
        await on_its_way.wait()
        await doomed.end(company.world)
        await until(lambda: any(who.ended is not None for who in settled.done))
        goes_on.set()
        assert (await events.message())[1]["data"]["leadChanged"]["kind"] == "ENTERED"
        await _ended(events, doomed.reason)
