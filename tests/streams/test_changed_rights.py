"""Rights that change while somebody follows: what they lose ends at once, and what they keep goes on."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import asyncpg
import pytest

from leadhub.kit import signals, standing
from leadhub.settings import Settings
from tests.sessions.entry import audited
from tests.sessions.servers import another_server
from tests.streams.following import events_of, head, socket_of, stream_of, until
from tests.world import Caller, Company, World

SOON = 3.0
STREAM = "subscription($after: Int!) { eventStream(after: $after) { seq } }"
CHANGED = "subscription { leadChanged { kind seq } }"
FORBIDDEN = {"code": "FORBIDDEN", "missing": ["event:read"]}

Change = Callable[[Caller, Company], Awaitable[Any]]


async def demote(owner: Caller, company: Company) -> None:
    await owner.done("changeMemberRole", {"id": company.admin.id, "role": "AGENT"})


async def test_an_admin_who_becomes_an_agent_is_told_no_more_events(company: Company) -> None:
    start = await head(company)
    async with (
        stream_of(company.admin, STREAM, after=start) as stream,
        events_of(company.admin, STREAM, after=start) as events,
    ):
        await demote(company.owner, company)
        for ending in (await stream.error(SOON), await events.error(SOON)):
            assert ending["message"] == "You lack the permission event:read."
            assert ending["extensions"] == FORBIDDEN
        refused = await (await stream.socket.subscribe(STREAM, after=start)).error()
        assert refused["extensions"] == FORBIDDEN
    entries = await audited(company, action={"eq": "access.refused"})
    assert [(entry["actorId"], entry["reason"]) for entry in entries] == [
        (company.admin.id, "missing event:read")
    ] * 3


async def test_it_is_seen_on_all_servers(company: Company, settings: Settings) -> None:
    start = await head(company)
    async with (
        another_server(company.world, settings) as elsewhere,
        stream_of(company.admin, STREAM, after=start) as stream,
        stream_of(company.admin, CHANGED) as leads,
    ):
        await demote(replace(company.owner, world=elsewhere), company)
        assert (await stream.error(SOON))["extensions"] == FORBIDDEN
        assert (await leads.error(SOON))["extensions"] == {"code": "REACH_CHANGED"}


async def test_a_key_follows_no_further_than_its_creator(company: Company) -> None:
    input = {"name": "k", "scopes": ["event:read", "lead:read"]}
    key = Caller(company.world, (await company.admin.done("createApiKey", input, "secret"))["secret"])
    async with stream_of(key, STREAM, after=await head(company)) as stream:
        await demote(company.owner, company)
        assert (await stream.error(SOON))["extensions"] == FORBIDDEN


async def promoted(owner: Caller, company: Company) -> None:
    await owner.done("changeMemberRole", {"id": company.agent.id, "role": "MANAGER"})


async def put_into_another_team(owner: Caller, company: Company) -> None:
    data = await owner.ok(
        "query($id: ID!) { node(id: $id) { ... on Member { version } } }", id=company.agent.id
    )
    teams = {"id": company.agent.id, "expectedVersion": data["node"]["version"]}
    await owner.done("updateMember", teams | {"teamIds": [company.teams["South"]]})


async def taken_out_of_the_team(owner: Caller, company: Company) -> None:
    id = company.teams["North"]
    data = await owner.ok("query($id: ID!) { node(id: $id) { ... on Team { version } } }", id=id)
    await owner.done("updateTeam", {"id": id, "expectedVersion": data["node"]["version"], "memberIds": []})


@pytest.mark.parametrize("change", [promoted, put_into_another_team, taken_out_of_the_team])
async def test_whoever_sees_other_leads_now_is_told_to_read_anew(company: Company, change: Change) -> None:
    async with stream_of(company.agent, CHANGED) as stream, events_of(company.agent, CHANGED) as events:
        await change(company.owner, company)
        for ending in (await stream.error(SOON), await events.error(SOON)):
            assert ending["extensions"] == {"code": "REACH_CHANGED"}
            assert "read your data anew and subscribe again" in ending["message"]
        again = await stream.socket.subscribe("subscription { leadChanged(after: 0) { kind } }")
        await company.lead(ownerId=company.agent.id)
        assert await again.next() == {"kind": "ENTERED"}


async def test_a_manager_is_told_when_a_team_comes_below_theirs(company: Company) -> None:
    async with stream_of(company.manager, CHANGED) as stream:
        await company.owner.done("createTeam", {"name": "Far North", "parentId": company.teams["North"]})
        assert (await stream.error(SOON))["extensions"] == {"code": "REACH_CHANGED"}


async def test_a_viewer_is_told_when_contact_data_is_masked(company: Company) -> None:
    await company.lead(emails=["ada@lovelace.test"])
    document = "subscription { leadChanged(after: 0) { lead { emails { value } } } }"
    async with socket_of(company.viewer) as socket:
        stream = await socket.subscribe(document)
        assert (await stream.next())["lead"]["emails"] == [{"value": "ada@lovelace.test"}]
        version = (await company.owner.ok("{ viewer { tenant { version } } }"))["viewer"]["tenant"]["version"]
        masks = {"expectedVersion": version, "maskContactsForViewers": True}
        await company.owner.done("updateTenant", masks)
        assert (await stream.error(SOON))["extensions"] == {"code": "REACH_CHANGED"}
        again = await (await socket.subscribe(document)).next()
        assert again["lead"]["emails"] == [{"value": "a•••@l•••.test"}]


async def test_a_change_that_takes_nothing_ends_nothing(company: Company) -> None:
    async with (
        stream_of(company.admin, STREAM, after=await head(company)) as stream,
        stream_of(company.admin, CHANGED) as theirs,
        stream_of(company.agent, CHANGED) as leads,
    ):
        await company.owner.done("changeMemberRole", {"id": company.admin.id, "role": "OWNER"})
        await company.owner.done("suspendMember", {"id": company.outsider.id})
        await company.owner.done("createTeam", {"name": "East"})
        seen = [(await stream.next())["seq"] for _ in range(3)]
        assert seen == list(range(seen[0], seen[0] + 3))
        await company.lead(ownerId=company.agent.id)
        assert (await leads.next())["kind"] == (await theirs.next())["kind"] == "ENTERED"


async def test_operations_on_an_open_socket_have_the_rights_of_now(company: Company) -> None:
    document = "{ events(after: 0) { headSeq } }"
    async with stream_of(company.admin, CHANGED) as stream:
        assert (await (await stream.socket.subscribe(document)).next())["headSeq"] >= 0
        await demote(company.owner, company)
        await stream.error(SOON)
        error = await (await stream.socket.subscribe(document)).error()
        assert error["extensions"] == FORBIDDEN


async def test_a_lost_notice_costs_seconds_and_nothing_else(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert signals.LOOK_SECONDS == 2
    monkeypatch.setattr(signals.Signals, "announce", lambda *_: None)
    monkeypatch.setattr(standing, "SETTLED_SECONDS", 3600.0)
    async with (
        stream_of(company.admin, STREAM, after=await head(company)) as stream,
        stream_of(company.agent, CHANGED) as leads,
    ):
        await company.lead(ownerId=company.agent.id)
        assert await leads.next(4) == {"kind": "ENTERED", "seq": (await stream.next(4))["seq"]}
        await demote(company.owner, company)
        await company.owner.done("suspendMember", {"id": company.agent.id})
        assert (await stream.error(4))["extensions"] == FORBIDDEN
        assert (await leads.socket.closed(4)).code == 4403


async def test_whatever_becomes_of_listening_it_begins_again(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    problems = [asyncpg.InternalClientError("got result for unknown protocol state"), KeyError("a defect")]
    look = signals.Signals._look

    async def troubled(self: signals.Signals, connection: asyncpg.Connection) -> None:
        if problems:
            raise problems.pop()
        await look(self, connection)

    monkeypatch.setattr(signals, "AGAIN_SECONDS", 0.05)
    monkeypatch.setattr(signals.Signals, "_look", troubled)
    async with stream_of(company.owner, STREAM, after=await head(company)) as stream:
        await until(lambda: problems == [])
        await company.lead()
        assert await stream.next() == {"seq": 1}


async def hang_up(world: World) -> int:
    """Ends the connections over which the servers of this database hear of each other; says how many."""
    async with world.sql() as sql:
        return await sql.fetchval(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity "
            "where application_name = 'leadhub signals' and datname = current_database()"
        )


async def test_a_server_that_was_deaf_for_a_moment_misses_nothing(company: Company) -> None:
    async with stream_of(company.owner, STREAM, after=await head(company)) as stream:
        seen = []
        for _ in range(3):
            assert await hang_up(company.world) <= 1
            await company.lead()
            seen.append((await stream.next(5))["seq"])
    assert seen == [1, 2, 3]
