"""Leads as they change: `leadChanged`."""

from tests.streams.following import events_of, stream_of
from tests.world import Company

CHANGED = "subscription($filter: LeadFilter) { leadChanged(filter: $filter) { kind leadId seq type lead { id lastName owner { name } } } }"


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


async def test_a_member_who_is_suspended_is_cut_off(company: Company) -> None:
    async with stream_of(company.agent, CHANGED) as stream:
        await company.owner.done("suspendMember", {"id": company.agent.id})
        ending = await stream.socket.closed(3)
    assert (ending.code, ending.reason) == (4403, "This session has ended; sign in again.")


async def test_it_comes_as_server_sent_events_too(company: Company) -> None:
    async with events_of(company.owner, CHANGED) as stream:
        lead = await company.lead()
        assert (await stream.next())["leadId"] == lead["id"]
