"""Notes that only some see: a private one by its writer alone, whatever the role and the way."""

import json
from typing import Any

from leadhub.activities.models import Activity
from leadhub.kit.actor import as_actor, system_actor
from tests.activities.test_activities import logged, seen
from tests.world import Caller, Company

SECRET = "They are about to be bought"
NODE = "query($id: ID!) { node(id: $id) { ... on Activity { body version } } }"


async def note(caller: Caller, lead: dict[str, Any], visibility: str = "PRIVATE") -> str:
    return (await logged(caller, lead, "NOTE", body=SECRET, visibility=visibility))["id"]


async def sees(caller: Caller, id: str) -> bool:
    answer = await caller(NODE, id=id)
    assert answer.data["node"] or answer.code == "NOT_FOUND"
    return answer.data["node"] is not None


async def test_a_private_note_is_seen_by_its_writer_alone(company: Company) -> None:
    lead = await company.lead(ownerId=company.agent.id)
    mine, bosses = await note(company.agent, lead), await note(company.owner, lead)
    key = await company.key("lead:read", "activity:read", "activity:write")
    for name, caller in (company.people | {"key": key}).items():
        assert await sees(caller, mine) is (name == "agent"), name
        assert await sees(caller, bosses) is (name == "owner"), name
        if name not in {"agent", "viewer"}:
            for mutation in ("updateActivity", "deleteActivity"):
                fault = await caller.refused(mutation, {"id": mine, "expectedVersion": 1})
                assert fault["code"] == "NOT_FOUND", name


async def test_the_list_of_a_lead_shows_what_each_may_see(company: Company) -> None:
    lead = await company.lead(ownerId=company.agent.id)
    call = (await logged(company.agent, lead))["id"]
    mine = await note(company.agent, lead)
    document = "query($id: ID!) { activities(leadId: $id) { totalCount nodes { id } } }"
    listed = {
        name: (await company.people[name].ok(document, id=lead["id"]))["activities"]
        for name in ("agent", "owner", "viewer")
    }
    assert [node["id"] for node in listed["agent"]["nodes"]] == [mine, call]
    assert listed["owner"] == listed["viewer"] == {"totalCount": 1, "nodes": [{"id": call}]}


async def test_not_even_leadhub_itself_reads_a_private_note(company: Company) -> None:
    lead = await company.lead()
    await note(company.owner, lead)
    with as_actor(system_actor(company.tenant_id)):
        assert await Activity.mine().count() == 0


async def test_a_private_note_leaves_no_trace_on_the_lead(company: Company) -> None:
    lead = await company.lead(ownerId=company.agent.id)
    before = await seen(company, lead)
    await note(company.agent, lead)
    assert await seen(company, lead) == before


async def test_a_team_s_note_is_seen_in_the_team_and_above(company: Company) -> None:
    lead = await company.lead(ownerId=company.agent.id, teamId=company.teams["North"])
    id = await note(company.agent, lead, "TEAM")
    for name in ("agent", "manager", "owner", "admin"):
        assert await sees(company.people[name], id), name
    # Who gets the lead in another team reads what was noted for all, and not what was noted for that team.
    open_one = await note(company.agent, lead, "TENANT")
    given = {"id": lead["id"], "expectedVersion": 1, "ownerId": company.outsider.id}
    await company.owner.done("assignLead", given)
    assert await sees(company.outsider, open_one)
    assert not await sees(company.outsider, id)


async def test_a_team_s_note_needs_a_team(company: Company) -> None:
    lead = await company.lead()
    given = {"leadId": lead["id"], "kind": "NOTE", "body": "x", "visibility": "TEAM"}
    fault = await company.owner.refused("logActivity", given)
    assert (fault["code"], fault["path"]) == ("INVALID", ["input", "visibility"])


async def test_a_key_is_nobody_who_could_have_a_private_note(company: Company) -> None:
    lead, key = await company.lead(), await company.key("activity:write")
    given = {"leadId": lead["id"], "kind": "NOTE", "body": "x", "visibility": "PRIVATE"}
    assert (await key.refused("logActivity", given))["path"] == ["input", "visibility"]


async def test_events_and_audit_tell_of_such_notes_by_their_id_alone(company: Company) -> None:
    lead = await company.lead(ownerId=company.agent.id, teamId=company.teams["North"])
    for visibility in ("PRIVATE", "TEAM"):
        id = await note(company.agent, lead, visibility)
        wish = {"id": id, "expectedVersion": 1, "body": f"{SECRET}!"}
        await company.agent.done("updateActivity", wish)
        shared = {"id": id, "expectedVersion": 2, "visibility": "TENANT"}
        await company.agent.done("updateActivity", shared)
    for name in ("owner", "manager"):
        caller = company.people[name]
        text = json.dumps(await caller.ok("{ auditLog(first: 100) { nodes { action subjectId changes } } }"))
        assert "activity.updated" in text
        assert SECRET not in text
    data = await company.owner.ok("{ events(after: 0, first: 100) { events { type subjectId changes } } }")
    assert SECRET not in json.dumps(data)
    told = [event for event in data["events"]["events"] if event["type"].startswith("activity.")]
    assert len(told) == 6
    assert {tuple(event["changes"]) for event in told} == {("leadId",)}


async def test_a_merge_takes_along_what_whoever_merges_cannot_see(company: Company) -> None:
    survivor, lead = (
        await company.lead(ownerId=company.agent.id),
        await company.lead(ownerId=company.agent.id),
    )
    id = await note(company.agent, lead)
    merge = {"survivorId": survivor["id"], "absorbedIds": [lead["id"]]}
    merged = await company.owner.done("mergeLeads", merge, "merge { id movedRows }")
    assert merged["merge"]["movedRows"] == 0
    of = "query($id: ID!) { node(id: $id) { ... on Activity { lead { id } } } }"
    assert (await company.agent.ok(of, id=id))["node"]["lead"]["id"] == survivor["id"]
    assert not await sees(company.owner, id)
    await company.owner.done("undoMerge", {"mergeId": merged["merge"]["id"]})
    assert (await company.agent.ok(of, id=id))["node"]["lead"]["id"] == lead["id"]
    assert not await sees(company.owner, id)
