"""Claiming: an agent takes an unowned lead of their teams."""

from leadhub.kit.node import to_global
from leadhub.kit.uuid7 import uuid7
from tests.leads.lists import seen
from tests.world import Company

HANDS = "version owner { name } team { name }"


async def test_an_agent_claims_a_lead_of_their_team(company: Company) -> None:
    lead = await company.lead(by=company.manager)
    payload = await company.agent.done("claimLead", {"id": lead["id"]}, f"lead {{ {HANDS} }}")
    assert payload["lead"] == {"version": 2, "owner": {"name": "Agent"}, "team": {"name": "North"}}


async def test_claiming_twice_changes_nothing_more(company: Company) -> None:
    lead = await company.lead(by=company.manager)
    for _ in range(2):
        payload = await company.agent.done("claimLead", {"id": lead["id"]}, f"lead {{ {HANDS} }}")
        assert payload["lead"]["version"] == 2


async def test_who_comes_too_late_is_told_so_without_the_owner(company: Company) -> None:
    lead = await company.lead(by=company.manager)
    await company.colleague.done("claimLead", {"id": lead["id"]})
    error = await company.agent.refused("claimLead", {"id": lead["id"]}, "lead { owner { name } }")
    assert (error["code"], error["path"], error["meta"]) == ("CONFLICT_VERSION", ["input", "id"], None)
    assert "Colleague" not in error["message"]


async def test_who_never_saw_it_is_told_nothing(company: Company, rival: Company) -> None:
    taken = await company.lead(by=company.manager)
    await company.colleague.done("claimLead", {"id": taken["id"]})
    waiting = await company.lead(by=company.manager)
    never = to_global("Lead", uuid7())
    errors = [
        *[await company.outsider.refused("claimLead", {"id": id}) for id in (taken["id"], waiting["id"])],
        *[await rival.agent.refused("claimLead", {"id": id}) for id in (taken["id"], waiting["id"])],
        await company.agent.refused("claimLead", {"id": never}),
    ]
    assert errors == [errors[0]] * 5
    assert (errors[0]["code"], errors[0]["path"]) == ("NOT_FOUND", ["input", "id"])


async def test_a_lead_that_was_never_up_for_grabs_is_hidden(company: Company) -> None:
    born = await company.lead(by=company.colleague)
    given = await company.lead(ownerId=company.outsider.id, teamId=company.teams["South"])
    await company.owner.done(
        "assignLead", {"id": given["id"], "expectedVersion": 1, "ownerId": company.colleague.id}
    )
    elsewhere = await company.lead(teamId=company.teams["South"])
    await company.owner.done(
        "assignLead", {"id": elsewhere["id"], "expectedVersion": 1, "ownerId": company.colleague.id}
    )
    for lead in (born, given, elsewhere):
        error = await company.agent.refused("claimLead", {"id": lead["id"]})
        assert error["code"] == "NOT_FOUND"


async def test_a_lead_of_no_team_waits_for_nobody_below_an_owner(company: Company) -> None:
    lead = await company.lead()
    for caller in (company.agent, company.manager):
        assert (await caller.refused("claimLead", {"id": lead["id"]}))["code"] == "NOT_FOUND"
    await company.admin.done("claimLead", {"id": lead["id"]})
    read = await seen(company.owner, lead["id"], HANDS)
    assert read == {"version": 2, "owner": {"name": "Admin"}, "team": None}


async def test_a_manager_claims_too_and_sees_who_was_faster(company: Company) -> None:
    lead = await company.lead(by=company.manager)
    await company.manager.done("claimLead", {"id": lead["id"]})
    taken = await company.lead(by=company.agent)
    assert (await company.manager.refused("claimLead", {"id": taken["id"]}))["code"] == "CONFLICT_VERSION"


async def test_viewers_and_programs_claim_nothing(company: Company) -> None:
    lead = await company.lead(by=company.manager)
    document = "mutation($id: ID!) { claimLead(input: {id: $id}) { userErrors { code } } }"
    for caller in (company.viewer, await company.key("lead:read", "lead:write", "lead:assign")):
        answer = await caller(document, id=lead["id"])
        assert answer.errors[0]["extensions"]["missing"] == ["lead:claim"]
    payload = await company.owner.do("createApiKey", {"name": "x", "scopes": ["lead:claim"]})
    assert payload["userErrors"]
