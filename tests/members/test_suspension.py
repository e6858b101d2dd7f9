"""Suspending: the member is shut out at once, their open leads go on, history keeps their name."""

import asyncio

import pytest

from leadhub.settings import Settings
from tests.sessions.entry import credentials, is_let_in, is_shut_out_soon, refresh, sign_in, try_to_sign_in
from tests.sessions.servers import another_server, at
from tests.world import Company, World

SUSPENDED = "leadsMoved member { status name version }"
HANDS = "query($id: ID!) { lead(id: $id) { owner { id name status } team { name } stageHistory { by { name } } } }"


async def test_a_suspended_member_is_shut_out_on_every_server_within_two_seconds(
    world: World, settings: Settings, company: Company
) -> None:
    await company.owner.done("changeMemberRole", {"id": company.colleague.id, "role": "ADMIN"})
    key = await at(world, company.colleague).done(
        "createApiKey", {"name": "of the suspended", "scopes": ["lead:read"]}, "secret"
    )
    tokens = await sign_in(world, **credentials(company, "colleague"))
    dying = [tokens["accessToken"], key["secret"]]
    async with another_server(world, settings) as other:
        for server in (world, other):
            assert [await is_let_in(server, token) for token in dying] == [True, True]
        payload = await company.owner.done("suspendMember", {"id": company.colleague.id}, SUSPENDED)
        assert payload["member"]["status"] == "SUSPENDED"
        assert [await is_let_in(world, token) for token in dying] == [False, False]
        assert await is_shut_out_soon(other, dying[0])
        assert await is_shut_out_soon(other, dying[1], seconds=0.3)
    assert (await refresh(world, tokens["refreshToken"]))["userErrors"] != []
    answer = await try_to_sign_in(world, **credentials(company, "colleague"))
    assert answer.data["signIn"]["userErrors"] != []
    assert await is_let_in(world, company.agent.token or "")


async def test_a_reinstated_member_signs_in_again_but_old_sessions_stay_dead(
    world: World, company: Company
) -> None:
    await company.owner.done("suspendMember", {"id": company.agent.id}, SUSPENDED)
    payload = await company.owner.done("reinstateMember", {"id": company.agent.id}, "member { status }")
    assert payload["member"] == {"status": "ACTIVE"}
    assert not await is_let_in(world, company.agent.token or "")
    assert (await sign_in(world, **credentials(company, "agent")))["accessToken"]


async def test_the_open_leads_of_the_suspended_go_to_the_heir_and_closed_ones_stay(company: Company) -> None:
    stages = await company.stages()
    open_one = await company.lead(ownerId=company.agent.id)
    qualified = await company.lead(ownerId=company.agent.id, stageId=stages["Qualified"])
    won = await company.lead(ownerId=company.agent.id, stageId=stages["Won"])
    of_others = await company.lead(ownerId=company.colleague.id)
    payload = await company.owner.done(
        "suspendMember", {"id": company.agent.id, "reassignTo": company.outsider.id}, SUSPENDED
    )
    assert payload["leadsMoved"] == 2
    for lead in (open_one, qualified):
        found = (await company.owner.ok(HANDS, id=lead["id"]))["lead"]
        # The heir works in another team, so the lead comes to theirs.
        assert (found["owner"]["id"], found["team"]["name"]) == (company.outsider.id, "South")
    assert (await company.owner.ok(HANDS, id=won["id"]))["lead"]["owner"] == {
        "id": company.agent.id,
        "name": "Agent",
        "status": "SUSPENDED",
    }
    assert (await company.owner.ok(HANDS, id=of_others["id"]))["lead"]["owner"]["id"] == company.colleague.id


async def test_without_an_heir_open_leads_go_back_into_the_queue_of_their_team(company: Company) -> None:
    lead = await company.lead(by=company.agent)
    payload = await company.owner.done("suspendMember", {"id": company.agent.id}, SUSPENDED)
    assert payload["leadsMoved"] == 1
    found = (await company.owner.ok(HANDS, id=lead["id"]))["lead"]
    assert (found["owner"], found["team"]["name"]) == (None, "North")
    # History keeps naming people who left.
    assert found["stageHistory"] == [{"by": {"name": "Agent"}}]
    await company.colleague.done("claimLead", {"id": lead["id"]}, "lead { owner { name } }")


async def test_deleted_leads_of_the_suspended_stay_where_they_are(company: Company) -> None:
    lead = await company.lead(ownerId=company.agent.id)
    await company.owner.done("deleteLead", {"id": lead["id"], "expectedVersion": 1})
    payload = await company.owner.done("suspendMember", {"id": company.agent.id}, SUSPENDED)
    assert payload["leadsMoved"] == 0


async def test_a_reinstated_member_does_not_get_the_leads_back(company: Company) -> None:
    lead = await company.lead(ownerId=company.agent.id)
    await company.owner.done("suspendMember", {"id": company.agent.id}, SUSPENDED)
    await company.owner.done("reinstateMember", {"id": company.agent.id})
    assert (await company.owner.ok(HANDS, id=lead["id"]))["lead"]["owner"] is None


@pytest.mark.parametrize("heir", ["agent", "viewer", "suspended"])
async def test_leads_go_to_nobody_who_cannot_work_on_them(company: Company, heir: str) -> None:
    await company.owner.done("suspendMember", {"id": company.colleague.id})
    person = company.colleague if heir == "suspended" else company.people[heir]
    error = await company.owner.refused("suspendMember", {"id": company.agent.id, "reassignTo": person.id})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "reassignTo"])


async def test_only_active_members_are_suspended_and_only_suspended_ones_reinstated(company: Company) -> None:
    error = await company.owner.refused("reinstateMember", {"id": company.agent.id})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "id"])
    await company.owner.done("suspendMember", {"id": company.agent.id})
    error = await company.owner.refused("suspendMember", {"id": company.agent.id})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "id"])


async def test_suspending_on_an_old_version_is_a_conflict_and_moves_no_lead(company: Company) -> None:
    lead = await company.lead(ownerId=company.agent.id)
    error = await company.owner.refused("suspendMember", {"id": company.agent.id, "expectedVersion": 9})
    assert (error["code"], error["meta"]) == ("CONFLICT_VERSION", {"version": 1})
    assert (await company.owner.ok(HANDS, id=lead["id"]))["lead"]["owner"]["id"] == company.agent.id


async def test_no_lead_comes_to_somebody_who_is_being_suspended(company: Company) -> None:
    leads = [await company.lead(ownerId=company.colleague.id) for _ in range(10)]
    queue = [await company.lead(teamId=company.teams["North"]) for _ in range(10)]

    async def late(at: int) -> None:
        if at % 3 == 0:
            await company.owner.do("createLead", {"lastName": f"L{at}", "ownerId": company.agent.id})
        elif at % 3 == 1:
            await company.agent(
                "mutation($i: ClaimLeadInput!) { claimLead(input: $i) { lead { id } } }",
                i={"id": queue[at % 10]["id"]},
            )
        else:
            given = {"id": leads[at % 10]["id"], "expectedVersion": 1, "ownerId": company.agent.id}
            await company.owner.do("assignLead", given)

    suspending = company.owner.done("suspendMember", {"id": company.agent.id})
    await asyncio.gather(*(late(at) for at in range(15)), suspending, *(late(at) for at in range(15, 30)))
    data = await company.owner.ok(
        "query($f: LeadFilter) { leads(filter: $f) { totalCount } }", f={"ownerId": {"eq": company.agent.id}}
    )
    assert data["leads"]["totalCount"] == 0
