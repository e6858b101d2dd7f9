"""Scores for those who follow leads: an event of its own, and no version."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from leadhub.events.models import Event
from leadhub.leads.models import LeadRating
from leadhub.webhooks.spreading import spread
from tests.leads.test_states import all_events, passed
from tests.scoring.scored import rescored, rule, score
from tests.streams.following import stream_of
from tests.webhooks.receiving import hook
from tests.webhooks.test_spreading import inside
from tests.world import Company

CHANGED = """subscription($filter: LeadFilter, $after: Int) { leadChanged(filter: $filter, after: $after) {
  kind leadId seq type lead { id score rating } } }"""


async def test_leads_enter_and_leave_by_their_score(company: Company) -> None:
    await rule(company, "boss", 50, filter={"jobTitle": {"eq": "CEO"}})
    lead = await company.lead()
    async with stream_of(company.agent, CHANGED, filter={"score": {"gte": 50}}) as stream:
        unseen = {"id": lead["id"], "expectedVersion": 1, "jobTitle": "CEO"}
        await company.owner.done("updateLead", unseen)
        mine = await company.lead(company.agent, jobTitle="CEO")
        entered = await stream.next()
        await company.agent.done("updateLead", {"id": mine["id"], "expectedVersion": 1, "jobTitle": None})
        updated, left = await stream.next(), await stream.next()
        await stream.quiet()
    assert [(one["kind"], one["leadId"], one["type"]) for one in (entered, updated, left)] == [
        ("ENTERED", mine["id"], "lead.scored"),
        ("UPDATED", mine["id"], "lead.updated"),
        ("LEFT", mine["id"], "lead.scored"),
    ]
    assert entered["lead"]["score"] == 50


async def test_what_a_change_of_rules_does_is_followed_too(company: Company) -> None:
    lead = await company.lead(jobTitle="CEO")
    async with stream_of(company.owner, CHANGED, filter={"rating": {"eq": "HOT"}}) as stream:
        await rule(company, "boss", 90, filter={"jobTitle": {"eq": "CEO"}})
        await rescored(company)
        entered = await stream.next()
        await company.owner.done("updateScoringSettings", {"expectedVersion": 1, "hotFrom": 100})
        await rescored(company)
        left = await stream.next()
    assert [(one["kind"], one["leadId"]) for one in (entered, left)] == [
        ("ENTERED", lead["id"]),
        ("LEFT", lead["id"]),
    ]


async def test_a_score_has_an_event_and_no_version(company: Company) -> None:
    lead = await company.lead(jobTitle="CEO")
    await rule(company, "boss", 50, filter={"jobTitle": {"eq": "CEO"}})
    await rescored(company)
    event = await last(company)
    assert (event.type, event.version, event.actor_kind) == ("lead.scored", 1, "SYSTEM")
    assert event.changes == {
        "score": {"from": None, "to": 50},
        "rating": {"from": None, "to": "WARM"},
    }
    # Whoever read the lead before may change it still.
    await company.owner.done("updateLead", {"id": lead["id"], "expectedVersion": 1, "jobTitle": "CTO"})
    event = await last(company)
    assert (event.type, event.version) == ("lead.scored", 2)
    assert event.changes == {"score": {"from": 50, "to": 0}, "rating": {"from": "WARM", "to": "COLD"}}


async def last(company: Company) -> Event:
    return (await all_events(company))[-1]


async def test_the_score_before_and_after_is_known_whichever_events_are_asked_about(company: Company) -> None:
    """A change of the score shows in no version, so that its absence must be noticed otherwise."""
    await rule(company, "title", 50, filter={"jobTitle": {"eq": "CEO"}})
    id = (await company.lead())["id"]
    for version, title in enumerate(["CEO", "CTO", "CEO", None], start=1):
        await company.owner.done("updateLead", {"id": id, "expectedVersion": version, "jobTitle": title})
    events = await all_events(company)
    assert [event.type for event in events] == [
        "lead.created",
        *["lead.scored", "lead.updated"] * 4,
        "lead.scored",
    ]
    assert (await score(company.owner, id))["version"] == 5
    everything = await passed(company, events)
    for some in ([event] for event in events):
        assert (await passed(company, some)).items() <= everything.items()
    for type in ("lead.scored", "lead.updated"):
        some = [event for event in events if event.type == type]
        assert (await passed(company, some)).items() <= everything.items()
    seen = [everything[event.seq] for event in events]
    for before, after in pairwise(seen):
        assert before.after == after.before
    scores = [
        (passage.after and passage.after.score, passage.after and passage.after.job_title) for passage in seen
    ]
    assert scores == [
        (None, None), (0, None),
        (0, "CEO"), (50, "CEO"), (50, "CTO"), (0, "CTO"), (0, "CEO"), (50, "CEO"), (50, None), (0, None),
    ]  # fmt: skip
    assert seen[3].after is not None
    assert (seen[3].after.rating, seen[3].after.version) == (LeadRating.WARM, 2)


async def test_a_webhook_is_told_of_leads_that_become_hot(company: Company) -> None:
    endpoint = await hook(
        company, "http://127.0.0.1:9/", eventTypes=["lead.scored"], filter={"rating": {"eq": "HOT"}}
    )
    await rule(company, "boss", 90, filter={"jobTitle": {"eq": "CEO"}})
    await company.lead()
    await company.lead(jobTitle="CEO")
    async with inside(company):
        assert (await spread(endpoint.row_id))[0] == 1


async def test_a_tenant_without_rules_pays_one_statement_for_a_new_lead(
    company: Company, queries: Any
) -> None:
    await company.lead()
    before = len(queries())
    await company.lead()
    of_scores = ("scoring_rule", "scoring_settings", "score_item", "rescoring")
    [statement] = [text for text in queries()[before:] if any(table in text for table in of_scores)]
    assert statement.startswith("SELECT")


async def test_scores_of_many_leads_cost_as_much_as_those_of_one(company: Company, queries: Any) -> None:
    await rule(company, "mine", 5, filter={"ownerId": {"eq": company.agent.id}})
    counts = []
    for number in (1, 6):
        for _ in range(number):
            await company.lead(ownerId=company.agent.id)
        before = len(queries())
        await company.owner.done("suspendMember", {"id": company.agent.id})
        counts.append(len([text for text in queries()[before:] if "score_item" in text or "n.score" in text]))
        await company.owner.done("reinstateMember", {"id": company.agent.id})
    assert counts[0] == counts[1] > 0
