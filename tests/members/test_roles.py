"""Roles: who may give which to whom, and that a tenant always has an owner."""

import asyncio
from typing import Any

import pytest

from leadhub.members.models import Member
from leadhub.settings import Settings
from tests.members.attempts import mutate
from tests.sessions.entry import audited
from tests.sessions.servers import another_server, at, forgetful
from tests.world import Caller, Company, World

CHANGED = "member { role version }"


def role(person: Caller, role: str, **more: Any) -> dict[str, Any]:
    """The input that gives somebody a role."""
    return {"id": person.id, "role": role, **more}


async def _make_owner(company: Company, person: Caller) -> None:
    await company.owner.done("changeMemberRole", role(person, "OWNER"), CHANGED)


async def test_a_new_role_works_at_once(company: Company) -> None:
    assert (await company.agent("{ apiKeys { totalCount } }")).code == "FORBIDDEN"
    payload = await company.owner.done("changeMemberRole", role(company.agent, "ADMIN"), CHANGED)
    assert payload["member"] == {"role": "ADMIN", "version": 2}
    assert (await company.agent.ok("{ viewer { role } }"))["viewer"] == {"role": "ADMIN"}
    await company.agent.ok("{ apiKeys { totalCount } }")
    [entry] = await audited(company, action={"eq": "member.role_changed"})
    assert entry["changes"] == {"role": {"from": "AGENT", "to": "ADMIN"}}
    assert (entry["actorId"], entry["subjectId"]) == (company.owner.id, company.agent.id)


async def test_a_demotion_works_on_every_server_as_soon_as_it_looks_again(
    world: World, settings: Settings, company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    soon = forgetful(monkeypatch)
    async with another_server(world, settings) as other:
        admin = at(other, company.admin)
        await admin.ok("{ apiKeys { totalCount } }")
        await company.owner.done("changeMemberRole", role(company.admin, "AGENT"), CHANGED)
        assert (await company.admin("{ apiKeys { totalCount } }")).code == "FORBIDDEN"
        loop = asyncio.get_running_loop()
        deadline = loop.time() + soon
        while (await admin("{ apiKeys { totalCount } }")).code != "FORBIDDEN":
            assert loop.time() < deadline
            await asyncio.sleep(0.1)


async def test_the_last_owner_stays_one(company: Company) -> None:
    error = await company.owner.refused("changeMemberRole", role(company.owner, "ADMIN"))
    assert (error["code"], error["path"]) == ("INVALID", ["input", "id"])
    assert "last owner" in error["message"]
    error = await company.owner.refused("suspendMember", {"id": company.owner.id})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "id"])
    await _make_owner(company, company.admin)
    await company.owner.done("changeMemberRole", role(company.owner, "ADMIN"), CHANGED)


async def test_an_owner_who_is_suspended_or_invited_does_not_count_as_one(company: Company) -> None:
    await _make_owner(company, company.admin)
    await company.owner.done("suspendMember", {"id": company.admin.id})
    await company.owner.done("inviteMember", {"email": "o@x.test", "role": "OWNER"}, "token")
    error = await company.owner.refused("changeMemberRole", role(company.owner, "AGENT"))
    assert error["code"] == "INVALID"


async def _at_each_other(company: Company, field: str, **more: Any) -> None:
    """Two owners do this to each other at the same moment; exactly one of them gets through."""
    await _make_owner(company, company.admin)
    answers = await asyncio.gather(
        mutate(company.owner, field, {"id": company.admin.id, **more}),
        mutate(company.admin, field, {"id": company.owner.id, **more}),
    )
    done = [answer for answer in answers if not answer.errors and not answer.data[field]["userErrors"]]
    assert len(done) == 1
    async with company.inside():
        assert await Member.mine().filter(role="OWNER", status="ACTIVE").count() == 1


async def test_two_owners_who_demote_each_other_at_once_leave_one(company: Company) -> None:
    await _at_each_other(company, "changeMemberRole", role="AGENT")


async def test_two_owners_who_suspend_each_other_at_once_leave_one(company: Company) -> None:
    await _at_each_other(company, "suspendMember")


async def test_an_admin_makes_no_owner_and_touches_none(company: Company) -> None:
    error = await company.admin.refused("changeMemberRole", role(company.agent, "OWNER"))
    assert (error["code"], error["path"]) == ("FORBIDDEN", ["input", "role"])
    owner = {"id": company.owner.id}
    for mutation, given in [
        ("changeMemberRole", {**owner, "role": "AGENT"}),
        ("suspendMember", owner),
        ("updateMember", {**owner, "expectedVersion": 1, "name": "Nobody"}),
    ]:
        error = await company.admin.refused(mutation, given)
        assert (error["code"], error["path"]) == ("FORBIDDEN", ["input", "id"]), mutation
    await _make_owner(company, company.colleague)
    await company.owner.done("suspendMember", {"id": company.colleague.id})
    error = await company.admin.refused("reinstateMember", {"id": company.colleague.id})
    assert error["code"] == "FORBIDDEN"


async def test_an_admin_changes_everybody_else(company: Company) -> None:
    for person in (company.manager, company.agent, company.viewer):
        await company.admin.done("changeMemberRole", role(person, "ADMIN"), CHANGED)


async def test_a_role_that_was_changed_meanwhile_is_a_conflict(company: Company) -> None:
    await company.owner.done("changeMemberRole", role(company.agent, "VIEWER", expectedVersion=1), CHANGED)
    error = await company.owner.refused("changeMemberRole", role(company.agent, "ADMIN", expectedVersion=1))
    assert (error["code"], error["path"], error["meta"]) == (
        "CONFLICT_VERSION",
        ["input", "expectedVersion"],
        {"version": 2},
    )


async def test_a_member_of_another_tenant_is_not_there(company: Company, rival: Company) -> None:
    for mutation, given in [
        ("changeMemberRole", role(company.agent, "VIEWER")),
        ("suspendMember", {"id": company.agent.id}),
        ("reinstateMember", {"id": company.agent.id}),
        ("updateMember", {"id": company.agent.id, "expectedVersion": 1, "name": "X"}),
    ]:
        error = await rival.owner.refused(mutation, given)
        assert (error["code"], error["path"]) == ("NOT_FOUND", ["input", "id"]), mutation
    answer = await rival.owner("query($id: ID!) { node(id: $id) { id } }", id=company.agent.id)
    assert answer.code == "NOT_FOUND"


async def test_a_member_gets_name_manager_and_teams(company: Company) -> None:
    payload = await company.admin.done(
        "updateMember",
        {
            "id": company.agent.id,
            "expectedVersion": 1,
            "name": " Ada  ",
            "managerId": company.manager.id,
            "teamIds": [company.teams["South"], company.teams["South"]],
        },
        "member { name version manager { id } teams { name } }",
    )
    assert payload["member"] == {
        "name": "Ada",
        "version": 2,
        "manager": {"id": company.manager.id},
        "teams": [{"name": "South"}],
    }
    error = await company.admin.refused(
        "updateMember", {"id": company.agent.id, "expectedVersion": 2, "managerId": company.agent.id}
    )
    assert (error["code"], error["path"]) == ("INVALID", ["input", "managerId"])


async def test_new_teams_change_what_an_agent_sees_at_once(company: Company) -> None:
    queued = await company.lead(teamId=company.teams["South"])
    seen = "query($id: ID!) { lead(id: $id) { id } }"
    assert (await company.agent(seen, id=queued["id"])).code == "NOT_FOUND"
    await company.owner.done(
        "updateMember",
        {"id": company.agent.id, "expectedVersion": 1, "teamIds": [company.teams["South"]]},
    )
    assert (await company.agent.ok(seen, id=queued["id"]))["lead"]["id"] == queued["id"]


async def test_a_new_viewer_hands_over_their_open_leads(company: Company) -> None:
    stages = await company.stages()
    mine = await company.lead(ownerId=company.agent.id)
    won = await company.lead(ownerId=company.agent.id, stageId=stages["Won"])
    payload = await company.owner.done(
        "changeMemberRole",
        {"id": company.agent.id, "role": "VIEWER", "reassignTo": company.colleague.id},
        "leadsMoved member { role }",
    )
    assert payload == {"leadsMoved": 1, "member": {"role": "VIEWER"}, "userErrors": []}
    read = "query($id: ID!) { lead(id: $id) { owner { name } } }"
    assert (await company.owner.ok(read, id=mine["id"]))["lead"]["owner"]["name"] == "Colleague"
    assert (await company.owner.ok(read, id=won["id"]))["lead"]["owner"]["name"] == "Agent"


async def test_other_roles_keep_their_leads(company: Company) -> None:
    lead = await company.lead(ownerId=company.agent.id)
    payload = await company.owner.done(
        "changeMemberRole", {"id": company.agent.id, "role": "MANAGER"}, "leadsMoved"
    )
    assert payload["leadsMoved"] == 0
    data = await company.owner.ok("query($id: ID!) { lead(id: $id) { owner { name } } }", id=lead["id"])
    assert data["lead"]["owner"]["name"] == "Agent"
