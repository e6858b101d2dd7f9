"""Everything that happens in a tenant, as it happens: `eventStream`."""

from tests.streams.following import events_of, head, socket_of, stream_of
from tests.world import Company

STREAM = "subscription($after: Int!) { eventStream(after: $after) { seq type subjectId } }"


async def test_what_happens_is_told_in_order(company: Company) -> None:
    start = await head(company)
    async with stream_of(company.owner, STREAM, after=start) as stream:
        lead = await company.lead()
        await company.owner.done("updateLead", {"id": lead["id"], "expectedVersion": 1, "jobTitle": "CEO"})
        first, second = await stream.next(), await stream.next()
    assert [first["type"], second["type"]] == ["lead.created", "lead.updated"]
    assert [first["seq"], second["seq"]] == [start + 1, start + 2]


async def test_what_happened_before_comes_first(company: Company) -> None:
    start = await head(company)
    lead = await company.lead()
    async with events_of(company.owner, STREAM, after=start) as stream:
        first = await stream.next()
        other = await company.lead()
        second = await stream.next()
    assert [first["subjectId"], second["subjectId"]] == [lead["id"], other["id"]]


async def test_only_the_types_that_are_asked_for_come(company: Company) -> None:
    document = "subscription($types: [String!]) { eventStream(after: 0, types: $types) { seq type } }"
    await company.lead()
    async with stream_of(company.owner, document, types=["lead.updated", "tag.created"]) as stream:
        lead = await company.lead()
        change = {"id": lead["id"], "expectedVersion": 1, "tags": ["hot"]}
        await company.owner.done("updateLead", change)
        told = [await stream.next() for _ in range(2)]
        assert sorted(item["type"] for item in told) == ["lead.updated", "tag.created"]
        nothing = await stream.socket.subscribe(document, types=[])
        await nothing.quiet(0.1)
        error = await (await stream.socket.subscribe(document, types=["lead.craeted"])).error()
        assert error["extensions"] == {"code": "BAD_REQUEST", "argument": "types"}
        assert error["message"].startswith("There is no event 'lead.craeted'; there are ")


async def test_an_event_is_the_same_as_in_the_feed(company: Company) -> None:
    part = "id seq type subjectId actor { kind id } at version changes"
    key = await company.key("lead:read", "lead:write", "event:read")
    await company.lead(by=key, emails=["ada@lovelace.test"], jobTitle="Countess")
    listed = (await company.owner.ok(f"{{ events(after: 0) {{ events {{ {part} }} }} }}"))["events"]["events"]
    async with stream_of(key, f"subscription {{ eventStream(after: 0) {{ {part} }} }}") as stream:
        assert [await stream.next() for _ in listed] == listed


async def test_it_is_for_those_who_may_read_events(company: Company) -> None:
    key = await company.key("event:read")
    for caller in (company.owner, company.admin, key):
        async with stream_of(caller, STREAM, after=0) as stream:
            assert (await stream.next())["type"] == "api_key.created"
    other = await company.key("lead:read")
    for caller in (company.manager, company.agent, company.viewer, other):
        async with socket_of(caller) as socket:
            error = await (await socket.subscribe(STREAM, after=0)).error()
            assert error["extensions"] == {"code": "FORBIDDEN", "missing": ["event:read"]}


async def test_each_tenant_hears_its_own(company: Company, rival: Company) -> None:
    async with (
        stream_of(company.owner, STREAM, after=0) as one,
        stream_of(rival.owner, STREAM, after=0) as two,
    ):
        own, theirs = await company.lead(), await rival.lead()
        assert (await one.next())["subjectId"] == own["id"]
        assert (await two.next())["subjectId"] == theirs["id"]
        await one.quiet(0.2)
        await two.quiet(0.05)
