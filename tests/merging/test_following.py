"""What a merge is to those who follow leads: in subscriptions, in states, and to webhooks with a filter."""

from typing import Any

from leadhub.events.models import Event
from leadhub.kit.node import from_global
from leadhub.leads.states import passages
from leadhub.webhooks.spreading import spread
from tests.merging.merged import merge, undo
from tests.streams.following import head, socket_of, stream_of
from tests.world import Company

CHANGED = """subscription($filter: LeadFilter, $after: Int) { leadChanged(filter: $filter, after: $after) {
  kind leadId seq type lead { id jobTitle } } }"""


async def test_absorbed_leads_leave_and_come_back(company: Company) -> None:
    one, other = await company.lead(), await company.lead(jobTitle="CEO")
    async with stream_of(company.owner, CHANGED) as stream:
        record = (await merge(company.owner, one["id"], other["id"]))["merge"]["id"]
        left, updated = await stream.next(), await stream.next()
        await undo(company.owner, record)
        entered, back = await stream.next(), await stream.next()
    assert [
        (item["kind"], item["leadId"], item["lead"] is None) for item in (left, updated, entered, back)
    ] == [
        ("LEFT", other["id"], True),
        ("UPDATED", one["id"], False),
        ("ENTERED", other["id"], False),
        ("UPDATED", one["id"], False),
    ]
    assert [item["type"] for item in (left, entered)] == ["lead.merged", "lead.merge_undone"]


async def test_who_resumes_between_two_leads_of_a_merge_misses_neither(company: Company) -> None:
    one, other = await company.lead(), await company.lead()
    start = await head(company)
    await merge(company.owner, one["id"], other["id"])
    async with socket_of(company.owner) as socket:
        stream = await socket.subscribe(CHANGED, after=start)
        first = await stream.next()
        again = await socket.subscribe(CHANGED, after=first["seq"])
        assert [(await again.next())["kind"] for _ in range(2)] == ["LEFT", "UPDATED"]
        last = await stream.next()
        more = await socket.subscribe(CHANGED, after=last["seq"])
        await more.quiet()


async def test_a_filter_sees_the_survivor_come_and_the_absorbed_go(company: Company) -> None:
    one, other = await company.lead(), await company.lead(jobTitle="CEO")
    bosses = {"jobTitle": {"eq": "CEO"}}
    async with stream_of(company.owner, CHANGED, filter=bosses) as stream:
        await merge(company.owner, one["id"], other["id"])
        items = [await stream.next() for _ in range(2)]
    assert [(item["kind"], item["leadId"]) for item in items] == [
        ("LEFT", other["id"]),
        ("ENTERED", one["id"]),
    ]


async def test_nobody_is_told_of_leads_out_of_their_reach(company: Company) -> None:
    mine = await company.lead(company.agent)
    theirs = await company.lead(company.colleague)
    async with stream_of(company.agent, CHANGED) as stream:
        record = (await merge(company.owner, theirs["id"], mine["id"]))["merge"]["id"]
        left = await stream.next()
        await undo(company.owner, record)
        entered = await stream.next()
        await stream.quiet()
    assert [(item["kind"], item["leadId"]) for item in (left, entered)] == [
        ("LEFT", mine["id"]),
        ("ENTERED", mine["id"]),
    ]


async def test_the_states_before_and_after_are_those_of_all_leads_of_a_merge(company: Company) -> None:
    one, other = await company.lead(jobTitle="A"), await company.lead(jobTitle="B", emails=["b@x.test"])
    record = (await merge(company.owner, one["id"], other["id"]))["merge"]["id"]
    await undo(company.owner, record)
    await company.owner.done("updateLead", {"id": other["id"], "expectedVersion": 1, "jobTitle": "C"})
    async with company.inside():
        events = await Event.mine().filter(type__startswith="lead.merge").order_by("seq")
        found = await passages(events)
    survivor, absorbed = (from_global(lead["id"])[1] for lead in (one, other))
    told: Any = []
    for event in events:
        passage = found[event.seq]
        [beside] = passage.others
        assert (passage.lead_id, beside.lead_id) == (survivor, absorbed)
        assert passage.before is not None
        assert passage.after is not None
        assert beside.before is not None
        assert beside.after is not None
        told.append((passage.before.emails, passage.after.emails))
        told.append((beside.before.merged_into_id, beside.after.merged_into_id))
        # Edited later: unwound, although the merge has no number among its versions.
        assert (beside.before.job_title, beside.after.job_title) == ("B", "B")
    assert told == [((), ("b@x.test",)), (None, survivor), (("b@x.test",), ()), (survivor, None)]


async def test_a_webhook_for_the_absorbed_lead_alone_is_told(company: Company) -> None:
    one, other = await company.lead(), await company.lead(jobTitle="CEO")
    given = {"url": "https://hooks.example.com/x", "eventTypes": [], "filter": {"id": {"eq": other["id"]}}}
    made = await company.owner.done("createWebhookEndpoint", given, "webhookEndpoint { id }")
    await merge(company.owner, one["id"], other["id"])
    async with company.inside():
        await spread(from_global(made["webhookEndpoint"]["id"])[1])
    document = "query($id: ID) { webhookDeliveries(endpointId: $id) { nodes { event { type } } } }"
    data = await company.owner.ok(document, id=made["webhookEndpoint"]["id"])
    assert data["webhookDeliveries"]["nodes"] == [{"event": {"type": "lead.merged"}}]
