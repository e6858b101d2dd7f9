"""The event log for other systems, read in pages: `events(after, types, first)`."""

import asyncio
from typing import Any

import pytest

from leadhub.kit.events import event_types
from tests.edge.sending import GRAPHQL_JSON
from tests.world import Answer, Caller, Company, gather

EVENTS = """query($after: Int!, $types: [String!], $first: Int) {
  events(after: $after, types: $types, first: $first) {
    events { seq type subjectId at version actor { kind id } changes } lastSeq headSeq hasMore
  } }"""


async def page(caller: Caller, after: int = 0, **more: Any) -> dict[str, Any]:
    """A page that must come."""
    return (await caller.ok(EVENTS, after=after, **more))["events"]


async def refused(caller: Caller, after: int = 0, **more: Any) -> Answer:
    """What somebody gets who gets no page."""
    answer = await caller(EVENTS, headers={"Accept": GRAPHQL_JSON}, after=after, **more)
    assert answer.data is None
    return answer


def numbers(found: dict[str, Any]) -> list[int]:
    return [event["seq"] for event in found["events"]]


def bounds(found: dict[str, Any]) -> tuple[int, int, bool]:
    return found["lastSeq"], found["headSeq"], found["hasMore"]


async def happen(company: Company, times: int) -> None:
    """So many events: each a lead that comes in."""
    for _ in range(times):
        await company.lead()


async def mixed(company: Company) -> None:
    """lead, update, lead, update, lead: the numbers 1 to 5."""
    for at in range(3):
        lead = await company.lead()
        if at < 2:
            await company.owner.done("updateLead", {"id": lead["id"], "expectedVersion": 1, "jobTitle": "X"})


async def test_events_come_oldest_first(company: Company) -> None:
    await mixed(company)
    found = await page(company.owner)
    assert [(event["seq"], event["type"]) for event in found["events"]] == [
        (1, "lead.created"),
        (2, "lead.updated"),
        (3, "lead.created"),
        (4, "lead.updated"),
        (5, "lead.created"),
    ]


async def test_an_event_says_who_did_what_to_what(company: Company) -> None:
    lead = await company.lead(jobTitle="CTO")
    key = await company.key("lead:write")
    await key.done("updateLead", {"id": lead["id"], "expectedVersion": 1, "jobTitle": "CEO"})
    made, _, changed = (await page(company.admin))["events"]
    assert made["actor"] == {"kind": "MEMBER", "id": company.owner.id}
    assert changed["actor"]["kind"] == "API_KEY"
    assert (changed["subjectId"], changed["version"]) == (lead["id"], 2)
    assert changed["changes"] == {"jobTitle": {"from": "CTO", "to": "CEO"}}
    assert changed["at"] >= made["at"]


async def test_a_page_says_how_far_it_goes_and_whether_more_follows(company: Company) -> None:
    assert bounds(await page(company.owner)) == (0, 0, False)
    await happen(company, 5)
    assert bounds(await page(company.owner)) == (5, 5, False)
    first = await page(company.owner, first=2)
    assert (numbers(first), bounds(first)) == ([1, 2], (2, 5, True))
    last = await page(company.owner, after=3, first=2)
    assert (numbers(last), bounds(last)) == ([4, 5], (5, 5, False))
    assert bounds(await page(company.owner, after=5)) == (5, 5, False)


async def test_with_types_the_last_number_covers_what_they_leave_out(company: Company) -> None:
    await mixed(company)
    updates = await page(company.owner, types=["lead.updated"], first=1)
    assert (numbers(updates), bounds(updates)) == ([2], (2, 5, True))
    updates = await page(company.owner, after=2, types=["lead.updated"], first=1)
    assert (numbers(updates), bounds(updates)) == ([4], (5, 5, False))
    nothing = await page(company.owner, types=["lead.deleted", "tag.created"])
    assert (numbers(nothing), bounds(nothing)) == ([], (5, 5, False))
    assert numbers(await page(company.owner, types=[])) == []


async def read_while(company: Company, work: Any, **more: Any) -> list[int]:
    """All numbers that a reader gets who pages on while others write, and until there is nothing more."""
    writing, seen, after = asyncio.ensure_future(work), list[int](), 0
    while True:
        is_over = writing.done()
        found = await page(company.owner, after, first=7, **more)
        assert found["headSeq"] >= found["lastSeq"] >= after
        seen += numbers(found)
        after = found["lastSeq"]
        if is_over and not found["hasMore"]:
            await writing
            return seen


async def test_twenty_writers_at_once_leave_no_gap_and_a_reader_misses_and_doubles_none(
    company: Company,
) -> None:
    assert await read_while(company, gather(*(happen(company, 5) for _ in range(20)))) == list(range(1, 101))


async def test_a_reader_of_one_type_misses_and_doubles_none(company: Company) -> None:
    seen = await read_while(company, gather(*(mixed(company) for _ in range(10))), types=["lead.updated"])
    everything = [
        event
        for after in (0, 25)
        for event in (await page(company.owner, after, first=25, types=None))["events"]
    ]
    assert seen == [event["seq"] for event in everything if event["type"] == "lead.updated"]
    assert len(seen) == 20


async def forget(company: Company, up_to: int) -> None:
    """Deletes events, as they are after 90 days."""
    async with company.world.sql() as sql:
        await sql.execute(
            "update event set at = at - interval '91 days' where tenant_id = $1 and seq <= $2",
            company.tenant_id,
            up_to,
        )
        assert await sql.fetchval("select leadhub_forget_events('90 days', 1000)") >= up_to


async def test_who_comes_back_too_late_is_told_where_to_go_on(company: Company) -> None:
    await happen(company, 5)
    await forget(company, 3)
    answer = await refused(company.owner, after=2)
    assert (answer.status, answer.code) == (410, "FEED_EXPIRED")
    assert answer.errors[0]["extensions"] == {"code": "FEED_EXPIRED", "oldestSeq": 4, "headSeq": 5}
    assert "read your data anew, and go on from `extensions.headSeq`" in answer.errors[0]["message"]
    assert numbers(await page(company.owner, after=3)) == [4, 5]


async def test_when_everything_is_forgotten_who_knows_it_all_goes_on(company: Company) -> None:
    await happen(company, 3)
    async with company.world.sql() as sql:
        await sql.execute("delete from event where tenant_id = $1", company.tenant_id)
    assert bounds(await page(company.owner, after=3)) == (3, 3, False)
    answer = await refused(company.owner, after=2)
    assert answer.errors[0]["extensions"] == {"code": "FEED_EXPIRED", "oldestSeq": 4, "headSeq": 3}
    await happen(company, 1)
    assert numbers(await page(company.owner, after=3)) == [4]


@pytest.mark.parametrize("after", [-1, 3, 1_000_000])
async def test_a_number_that_was_not_reached_is_refused_with_the_newest(company: Company, after: int) -> None:
    await happen(company, 2)
    answer = await refused(company.owner, after=after)
    assert (answer.status, answer.errors[0]["message"]) == (
        400,
        "`after` must be from 0 to 2, the number of the newest event.",
    )
    assert answer.errors[0]["extensions"] == {"code": "BAD_REQUEST", "argument": "after", "headSeq": 2}


async def test_an_unknown_type_is_named_with_those_that_there_are(company: Company) -> None:
    answer = await refused(company.owner, types=["lead.created", "lead.craeted"])
    assert (answer.status, answer.code) == (400, "BAD_REQUEST")
    message = answer.errors[0]["message"]
    assert message.startswith("There is no event 'lead.craeted'; there are ")
    assert all(name in message for name in event_types())


@pytest.mark.parametrize("first", [-1, 0, 101])
async def test_a_page_has_1_to_100_events(company: Company, first: int) -> None:
    answer = await refused(company.owner, first=first)
    assert (answer.status, answer.code) == (400, "BAD_REQUEST")
    assert "from 1 to 100" in answer.errors[0]["message"]


async def test_a_page_has_25_events_unless_told_otherwise(company: Company) -> None:
    await gather(*(happen(company, 3) for _ in range(10)))
    assert len(numbers(await page(company.owner))) == 25
    assert numbers(await page(company.owner, first=100)) == list(range(1, 31))


async def test_owners_admins_and_keys_for_it_may_read_events(company: Company) -> None:
    key = await company.key("event:read")
    for caller in (company.owner, company.admin, key):
        assert [event["type"] for event in (await page(caller))["events"]] == ["api_key.created"]


@pytest.mark.parametrize("who", ["manager", "agent", "viewer", "another key"])
async def test_nobody_else_may(company: Company, who: str) -> None:
    caller = await company.key("lead:read") if who == "another key" else company.people[who]
    answer = await refused(caller)
    assert (answer.status, answer.code) == (403, "FORBIDDEN")
    assert answer.errors[0]["extensions"]["missing"] == ["event:read"]
    assert (await refused(company.world.anonymous)).code == "UNAUTHENTICATED"


async def test_a_tenant_sees_nothing_of_another(company: Company, rival: Company) -> None:
    await happen(company, 3)
    assert (await page(rival.owner))["events"] == []
    assert (await refused(rival.owner, after=1)).errors[0]["extensions"]["headSeq"] == 0
