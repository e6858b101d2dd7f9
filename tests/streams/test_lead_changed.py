"""Leads as they change: `leadChanged`."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.sessions.entry import audited
from tests.streams.following import events_of, head, socket_of, stream_of
from tests.world import Company, World

CHANGED = """subscription($filter: LeadFilter, $after: Int) { leadChanged(filter: $filter, after: $after) {
  kind leadId seq type lead { id version lastName jobTitle deletedAt owner { name } } } }"""


async def test_a_new_lead_has_entered_and_a_changed_one_is_updated(company: Company) -> None:
    async with stream_of(company.owner, CHANGED) as stream:
        lead = await company.lead(lastName="Lovelace")
        await company.owner.done("updateLead", {"id": lead["id"], "expectedVersion": 1, "lastName": "Byron"})
        entered, updated = await stream.next(), await stream.next()
    assert (entered["kind"], entered["leadId"], entered["type"]) == ("ENTERED", lead["id"], "lead.created")
    assert (updated["kind"], updated["lead"]["lastName"]) == ("UPDATED", "Byron")


async def test_an_agent_is_told_when_a_lead_is_given_to_them_and_taken_away(company: Company) -> None:
    lead = await company.lead()
    async with stream_of(company.agent, CHANGED) as stream:
        give = {"id": lead["id"], "expectedVersion": 1, "ownerId": company.agent.id}
        await company.owner.done("assignLead", give)
        entered = await stream.next()
        take = {"id": lead["id"], "expectedVersion": 2, "ownerId": company.colleague.id}
        await company.owner.done("assignLead", take)
        left = await stream.next()
    assert (entered["kind"], entered["lead"]["owner"]) == ("ENTERED", {"name": "Agent"})
    assert (left["kind"], left["leadId"], left["lead"]) == ("LEFT", lead["id"], None)


async def test_it_comes_as_server_sent_events_too(company: Company) -> None:
    async with events_of(company.owner, CHANGED) as stream:
        lead = await company.lead()
        assert (await stream.next())["leadId"] == lead["id"]


async def test_what_was_before_is_not_told_unless_it_is_asked_for(company: Company) -> None:
    start, lead = await head(company), await company.lead()
    async with stream_of(company.owner, CHANGED) as stream:
        again = await stream.socket.subscribe(CHANGED, after=start)
        assert (await again.next())["leadId"] == lead["id"]
        other = await company.lead()
        assert (await stream.next())["leadId"] == (await again.next())["leadId"] == other["id"]


async def test_the_past_is_told_as_it_was_and_the_lead_as_it_is_now(company: Company) -> None:
    lead = await company.lead(jobTitle="CTO")
    for version, title in enumerate(["CEO", "CIO"], 1):
        await company.owner.done(
            "updateLead", {"id": lead["id"], "expectedVersion": version, "jobTitle": title}
        )
    bosses = {"jobTitle": {"in": ["CEO", "CIO"]}}
    async with socket_of(company.owner) as socket:
        stream = await socket.subscribe(CHANGED, filter=bosses, after=0)
        told = [await stream.next() for _ in range(2)]
    assert [(item["kind"], item["seq"]) for item in told] == [("ENTERED", 2), ("UPDATED", 3)]
    assert [(item["lead"]["version"], item["lead"]["jobTitle"]) for item in told] == [(3, "CIO")] * 2


Story = tuple[dict[str, Any], list[tuple[str, dict[str, Any]]]]

# A filter, and how a lead comes to meet it, goes on meeting it, and does so no more.
STORIES: dict[str, Callable[[Company, dict[str, str]], Story]] = {
    "status": lambda _, stages: (
        {"status": {"eq": "QUALIFIED"}},
        [
            ("transitionLead", {"stageId": stages["Qualified"]}),
            ("updateLead", {"jobTitle": "CEO"}),
            ("transitionLead", {"stageId": stages["Won"]}),
        ],
    ),
    "owner": lambda company, _: (
        {"ownerId": {"eq": company.agent.id}},
        [
            ("assignLead", {"ownerId": company.agent.id}),
            ("updateLead", {"jobTitle": "CEO"}),
            ("assignLead", {"ownerId": None}),
        ],
    ),
    "tag": lambda *_: (
        {"tag": {"eq": "hot"}},
        [("updateLead", {"tags": tags}) for tags in (["hot"], ["hot", "new"], ["new"])],
    ),
    "email": lambda *_: (
        {"email": {"eq": "ADA@x.test"}},
        [
            ("updateLead", {"emails": ["b@x.test", "ada@x.test"]}),
            ("updateLead", {"emails": ["Ada@X.test"]}),
            ("updateLead", {"emails": ["b@x.test"]}),
        ],
    ),
    "or": lambda *_: (
        {"or": [{"jobTitle": {"eq": "CEO"}}, {"companyName": {"contains": "engine"}}]},
        [
            ("updateLead", {"jobTitle": "CEO"}),
            ("updateLead", {"jobTitle": "CTO", "companyName": "Analytical Engines"}),
            ("updateLead", {"companyName": "Looms"}),
        ],
    ),
    "not": lambda *_: (
        {"not": {"companyName": {"isNull": True}}, "doNotContact": {"eq": False}},
        [
            ("updateLead", {"companyName": "Looms"}),
            ("updateLead", {"companyName": "Engines"}),
            ("updateLead", {"doNotContact": True}),
        ],
    ),
}


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
async def test_a_lead_enters_a_filter_is_updated_in_it_and_leaves_it(company: Company, story: Any) -> None:
    filter, steps = story(company, await company.stages())
    async with stream_of(company.owner, CHANGED, filter=filter) as stream:
        lead = await company.lead()
        await company.owner.done("updateLead", {"id": lead["id"], "expectedVersion": 1, "website": "x.test"})
        for version, (mutation, change) in enumerate(steps, 2):
            await company.owner.done(mutation, {"id": lead["id"], "expectedVersion": version, **change})
        told = [await stream.next() for _ in steps]
        await company.owner.done("updateLead", {"id": lead["id"], "expectedVersion": 5, "website": "y.test"})
        await stream.quiet()
    assert [item["kind"] for item in told] == ["ENTERED", "UPDATED", "LEFT"]
    assert {item["leadId"] for item in told} == {lead["id"]}
    assert told[2]["lead"] is None


async def test_a_deleted_lead_has_left_and_a_restored_one_has_entered(company: Company) -> None:
    async with stream_of(company.owner, CHANGED) as stream:
        lead = await company.lead()
        for version, mutation in enumerate(["deleteLead", "restoreLead"], 1):
            await company.owner.done(mutation, {"id": lead["id"], "expectedVersion": version})
        told = [await stream.next() for _ in range(3)]
    assert [(item["kind"], item["type"]) for item in told] == [
        ("ENTERED", "lead.created"),
        ("LEFT", "lead.deleted"),
        ("ENTERED", "lead.restored"),
    ]


@pytest.mark.parametrize(
    ("filter", "message"),
    [
        ({"ownerId": {"eq": "nonsense"}}, "`ownerId`: This is not an id that LeadHub gave out."),
        ({"or": [{"email": {"eq": "nonsense"}}]}, "`email`: An email address must have an @-sign."),
    ],
)
async def test_a_filter_that_means_nothing_is_refused_at_once(
    company: Company, filter: dict[str, Any], message: str
) -> None:
    listed = await company.owner(
        "query($filter: LeadFilter) { leads(filter: $filter) { totalCount } }", filter=filter
    )
    async with socket_of(company.owner) as socket:
        error = await (await socket.subscribe(CHANGED, filter=filter)).error()
    assert error["message"] == message == listed.errors[0]["message"]
    assert error["extensions"] == listed.errors[0]["extensions"]


async def test_contact_data_is_masked_for_whom_it_is_masked_and_no_filter(world: World) -> None:
    company = await world.company(mask_contacts_for_viewers=True)
    document = "subscription($filter: LeadFilter) { leadChanged(filter: $filter) { lead { emails { value normalised } primaryEmail } } }"
    async with stream_of(company.viewer, document) as stream:
        await company.lead(emails=["ada@lovelace.test"])
        lead = (await stream.next())["lead"]
        assert lead["primaryEmail"] == "a•••@l•••.test"
        assert "lovelace" not in str(lead)
        filter = {"or": [{"email": {"eq": "ada@lovelace.test"}}]}
        error = await (await stream.socket.subscribe(document, filter=filter)).error()
        assert error["extensions"]["code"] == "FORBIDDEN"
    [entry] = await audited(company, action={"eq": "access.refused"})
    assert entry["reason"] == "looked for masked contact data"


async def test_what_hangs_on_a_lead_needs_its_scope(company: Company) -> None:
    key = await company.key("lead:read")
    document = """subscription($names: Boolean! = true) { leadChanged {
      lead { lastName owner @include(if: $names) { name } team @skip(if: true) { name } } } }"""
    async with socket_of(key) as socket:
        error = await (await socket.subscribe(document)).error()
        assert error["extensions"] == {"code": "FORBIDDEN", "missing": ["member:read"]}
    async with stream_of(key, document, names=False) as stream:
        await company.lead(lastName="Lovelace")
        assert await stream.next() == {"lead": {"lastName": "Lovelace"}}


async def test_each_item_is_read_afresh(company: Company) -> None:
    async with stream_of(company.owner, CHANGED) as stream:
        lead = await company.lead(ownerId=company.agent.id)
        assert (await stream.next())["lead"]["owner"] == {"name": "Agent"}
        data = await company.owner.ok(
            "query($id: ID!) { node(id: $id) { ... on Member { version } } }", id=company.agent.id
        )
        rename = {"id": company.agent.id, "expectedVersion": data["node"]["version"], "name": "Ada"}
        await company.owner.done("updateMember", rename)
        await company.owner.done("updateLead", {"id": lead["id"], "expectedVersion": 1, "jobTitle": "CEO"})
        assert (await stream.next())["lead"]["owner"] == {"name": "Ada"}


async def test_fragments_and_aliases_work_as_ever(company: Company) -> None:
    document = """subscription Names { changed: leadChanged { __typename ...part } }
      fragment part on LeadChange { what: kind lead { ... on Lead { name: lastName } } }"""
    async with stream_of(company.owner, document) as stream:
        await company.lead(lastName="Lovelace")
        assert (await stream.message())["payload"]["data"] == {
            "changed": {"__typename": "LeadChange", "what": "ENTERED", "lead": {"name": "Lovelace"}}
        }


async def test_another_tenant_hears_nothing(company: Company, rival: Company) -> None:
    lead = await company.lead()
    theirs = {"id": {"eq": lead["id"]}}
    async with stream_of(rival.owner, CHANGED) as stream:
        one = await stream.socket.subscribe(CHANGED, filter=theirs, after=0)
        await company.owner.done("updateLead", {"id": lead["id"], "expectedVersion": 1, "jobTitle": "CEO"})
        await stream.quiet()
        own = await rival.lead()
        assert (await stream.next())["leadId"] == own["id"]
        await one.quiet(0.05)
