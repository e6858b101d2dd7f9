"""The audit: who did what, told to those who may know."""

from typing import Any

import pytest

from leadhub.audit.models import AuditEntry
from leadhub.kit.node import from_global
from tests.world import Caller, Company

ENTRY = """
  seq at actorKind actorId actor { name } action outcome reason subjectType subjectId changes address requestId
"""


async def entries(
    caller: Caller, filter: dict[str, Any] | None = None, first: int = 100
) -> list[dict[str, Any]]:
    """Entries as a caller reads them, newest first."""
    data = await caller.ok(
        f"query($filter: AuditFilter, $first: Int) {{ auditLog(filter: $filter, first: $first) {{ nodes {{ {ENTRY} }} }} }}",
        filter=filter,
        first=first,
    )
    return data["auditLog"]["nodes"]


async def test_every_change_leaves_one_entry(company: Company) -> None:
    stages, before = await company.stages(), len(await entries(company.owner))
    lead = await company.lead()
    id = lead["id"]
    for mutation, input in [
        ("updateLead", {"expectedVersion": 1, "jobTitle": "X"}),
        ("assignLead", {"expectedVersion": 2, "ownerId": company.agent.id}),
        ("transitionLead", {"expectedVersion": 3, "stageId": stages["Contacted"]}),
        ("deleteLead", {"expectedVersion": 4}),
        ("restoreLead", {"expectedVersion": 5}),
    ]:
        await company.owner.done(mutation, {"id": id, **input})
    claimed = await company.lead(by=company.manager)
    await company.agent.done("claimLead", {"id": claimed["id"]})
    found = await entries(company.owner)
    assert [entry["action"] for entry in reversed(found[: len(found) - before])] == [
        "lead.created",
        "lead.updated",
        "lead.assigned",
        "lead.stage_changed",
        "lead.deleted",
        "lead.restored",
        "lead.created",
        "lead.assigned",
    ]
    assert [entry["seq"] for entry in reversed(found)] == list(range(1, len(found) + 1))


async def test_an_entry_says_who_did_what_to_what_from_where(company: Company) -> None:
    lead = await company.lead(by=company.agent)
    await company.agent(
        """mutation($id: ID!) { updateLead(input: {id: $id, expectedVersion: 1, jobTitle: "Countess"})
           { userErrors { code } } }""",
        headers={"X-Request-Id": "my-request-1"},
        id=lead["id"],
    )
    [entry] = await entries(company.owner, first=1)
    assert entry["at"].endswith("+00:00")
    assert {name: entry[name] for name in entry if name not in {"seq", "at"}} == {
        "actorKind": "MEMBER",
        "actorId": company.agent.id,
        "actor": {"name": "Agent"},
        "action": "lead.updated",
        "outcome": "DONE",
        "reason": None,
        "subjectType": "Lead",
        "subjectId": lead["id"],
        "changes": {"jobTitle": {"from": None, "to": "Countess"}},
        "address": "127.0.0.1",
        "requestId": "my-request-1",
    }


async def test_a_program_is_named_by_its_key(company: Company) -> None:
    key = await company.key("lead:read", "lead:write")
    await company.lead(by=key)
    [entry] = await entries(company.owner, first=1)
    assert (entry["actorKind"], entry["actor"]) == ("API_KEY", None)
    assert from_global(entry["actorId"])[0] == "ApiKey"


async def test_contact_data_is_masked_before_and_after(company: Company) -> None:
    lead = await company.lead(
        lastName="Lovelace", emails=["ada@x.test"], phones=["030 123456"], address={"city": "Berlin"}
    )
    change = {
        "id": lead["id"],
        "expectedVersion": 1,
        "emails": ["countess@y.test", "ada@x.test"],
        "phones": [],
    }
    await company.owner.done("updateLead", change)
    updated, created = await entries(company.owner, first=2)
    assert created["changes"]["emails"] == {"from": [], "to": ["a•••@x•••.test"]}
    assert created["changes"]["phones"] == {"from": [], "to": ["•••••••56"]}
    assert created["changes"]["address"]["to"]["city"] == "B•••"
    assert created["changes"]["lastName"]["to"] == "Lovelace"
    assert updated["changes"] == {
        "emails": {"from": ["a•••@x•••.test"], "to": ["c•••@y•••.test", "a•••@x•••.test"]},
        "phones": {"from": ["•••••••56"], "to": []},
    }
    async with company.inside():
        stored = str([(entry.changes, entry.reason) for entry in await AuditEntry.mine()])
    for secret in ("ada@", "countess@", "123456", "Berlin"):
        assert secret not in stored


async def test_a_refused_change_leaves_no_entry_but_a_missing_scope_does(company: Company) -> None:
    lead = await company.lead(by=company.agent)
    before = len(await entries(company.owner))
    await company.agent.refused("updateLead", {"id": lead["id"], "expectedVersion": 9})
    assert len(await entries(company.owner)) == before
    answer = await company.agent(
        "mutation($id: ID!) { deleteLead(input: {id: $id, expectedVersion: 1}) { userErrors { code } } }",
        id=lead["id"],
    )
    assert answer.code == "FORBIDDEN"
    [entry] = await entries(company.owner, first=1)
    assert (entry["action"], entry["outcome"], entry["reason"]) == (
        "access.refused",
        "REFUSED",
        "missing lead:delete",
    )
    assert (entry["actor"], entry["subjectId"]) == ({"name": "Agent"}, None)
    assert len(await entries(company.owner)) == before + 1


async def test_a_manager_reads_what_concerns_their_leads_and_people(company: Company) -> None:
    theirs = await company.lead(by=company.outsider)
    mine = await company.lead(by=company.agent)
    away = await company.lead(by=company.agent)
    input = {"id": away["id"], "expectedVersion": 1, "ownerId": company.outsider.id}
    await company.owner.done("assignLead", input)
    found = {entry["subjectId"] for entry in await entries(company.manager)}
    assert mine["id"] in found
    assert found.isdisjoint({theirs["id"], away["id"]})
    assert {theirs["id"], mine["id"], away["id"]} <= {
        entry["subjectId"] for entry in await entries(company.admin)
    }


async def test_whoever_did_it_reads_it_wherever_the_lead_went(company: Company) -> None:
    lead = await company.lead(by=company.manager)
    input = {"id": lead["id"], "expectedVersion": 1, "ownerId": company.outsider.id}
    await company.manager.done("assignLead", input)
    [entry] = await entries(company.manager, first=1)
    assert (entry["action"], entry["subjectId"]) == ("lead.assigned", lead["id"])


@pytest.mark.parametrize("who", ["agent", "viewer"])
async def test_agents_and_viewers_read_none(company: Company, who: str) -> None:
    answer = await company.people[who]("{ auditLog { nodes { id } } }")
    assert answer.errors[0]["extensions"]["missing"] == ["audit:read"]
    assert (await company.world.anonymous("{ auditLog { nodes { id } } }")).code == "UNAUTHENTICATED"


async def test_another_tenants_audit_is_never_there(company: Company, rival: Company) -> None:
    lead = await rival.lead()
    assert await entries(company.owner, {"subjectId": {"eq": lead["id"]}}) == []
    [entry] = await entries(rival.owner, {"subjectId": {"eq": lead["id"]}})
    data = (await rival.owner.ok("{ auditLog(first: 1) { nodes { id } } }"))["auditLog"]["nodes"]
    answer = await company.owner("query($id: ID!) { node(id: $id) { id } }", id=data[0]["id"])
    assert (answer.data or {}).get("node") is None
    assert entry["action"] == "lead.created"


async def test_entries_are_found_by_what_they_say(company: Company) -> None:
    lead = await company.lead(by=company.agent)
    await company.lead(by=company.colleague)
    await company.agent('mutation { createTag(input: {name: "x"}) { userErrors { code } } }')
    for asked, count in [
        ({"action": {"eq": "lead.created"}}, 2),
        ({"action": {"startsWith": "access."}}, 1),
        ({"outcome": {"eq": "REFUSED"}}, 1),
        ({"actorId": {"eq": company.agent.id}}, 2),
        ({"actorId": {"eq": company.agent.id}, "outcome": {"eq": "DONE"}}, 1),
        ({"subjectId": {"eq": lead["id"]}}, 1),
        ({"at": {"lt": "2020-01-01T00:00:00Z"}}, 0),
        ({"at": {"gte": "2020-01-01T00:00:00Z"}, "action": {"contains": "CREATED"}}, 2),
        ({"subjectId": {"isNull": True}, "outcome": {"eq": "REFUSED"}}, 1),
    ]:
        assert len(await entries(company.owner, asked)) == count, asked


@pytest.mark.parametrize(
    ("asked", "argument"),
    [
        ({"action": None}, "action"),
        ({"actorId": None}, "actorId"),
        ({"action": {"eq": None}}, "action"),
        ({"action": {"eq": "\u0000"}}, "action.eq"),
        ({"outcome": {"eq": None}}, "outcome"),
        ({"subjectId": {"eq": "x"}}, "subjectId"),
    ],
)
async def test_what_cannot_be_asked_is_refused(
    company: Company, asked: dict[str, Any], argument: str
) -> None:
    answer = await company.owner(
        "query($filter: AuditFilter) { auditLog(filter: $filter) { nodes { id } } }", filter=asked
    )
    assert (answer.code, answer.errors[0]["extensions"]["argument"]) == ("BAD_REQUEST", argument)


async def test_the_log_is_read_page_by_page(company: Company) -> None:
    for _ in range(7):
        await company.lead()
    document = """query($after: String) { auditLog(first: 3, after: $after) {
      nodes { seq } pageInfo { hasNextPage endCursor } totalCount } }"""
    found: list[int] = []
    after, more = None, True
    while more:
        page = (await company.owner.ok(document, after=after))["auditLog"]
        found += [entry["seq"] for entry in page["nodes"]]
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
    assert found == list(range(page["totalCount"], 0, -1))
