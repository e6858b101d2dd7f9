"""Everything that happens in a tenant, as it happens: `eventStream`."""

from tests.streams.following import events_of, head, stream_of
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
