"""A private note is seen by nobody but its writer by any path: every query of the schema is asked, with all that it can
select, so that a new one is asked without being listed."""

import json
from uuid import UUID

from leadhub.kit.node import from_global
from leadhub.kit.scopes import KEY_SCOPES
from tests.activities.test_activities import logged
from tests.asking import Asking, Tenant
from tests.walk import roots
from tests.world import Company, World

SECRET = "Unspeakable plans"
# Where it is told of by its id, as the specification has it.
BY_ID = {"events", "auditLog"}


async def test_no_query_shows_a_private_note_to_the_owner(world: World) -> None:
    tenant = await Tenant(await world.company()).fill()
    company, lead = tenant.company, {"id": tenant.rows["Lead"][0]}
    await company.owner.done("assignLead", lead | {"expectedVersion": 1, "ownerId": company.agent.id})
    note = await logged(company.agent, lead, "NOTE", body=SECRET, visibility="PRIVATE")
    asked = 0
    for root in roots():
        if root.kind != "query":
            continue
        answer = await Asking(tenant).call(root, *([("id",), lead["id"]] if root.name == "node" else []))
        assert answer.data, (root, answer.body)
        text = json.dumps(answer.body)
        assert SECRET not in text, root
        assert root.name in BY_ID or note["id"] not in text, root
        asked += 1
    assert asked > 20


async def test_no_search_finds_a_lead_by_what_a_note_says(company: Company) -> None:
    lead = await company.lead(ownerId=company.agent.id)
    await logged(company.agent, lead, "NOTE", body=SECRET, visibility="PRIVATE")
    for caller in (company.owner, company.agent):
        found = await caller.ok('{ leads(search: "unspeakable") { totalCount } }')
        assert found["leads"]["totalCount"] == 0


async def test_a_merge_rehearsed_and_done_tells_nothing_of_a_private_note(company: Company) -> None:
    one, other = [await company.lead(ownerId=company.agent.id) for _ in range(2)]
    merge = {"survivorId": one["id"], "absorbedIds": [other["id"]]}
    payload = "lead { id timeline { totalCount nodes { activity { body } } } } merge { movedRows changes }"
    told = []
    for has_note in (False, True):
        if has_note:
            await logged(company.agent, other, "NOTE", body=SECRET, visibility="PRIVATE")
        told.append(await company.owner.done("mergeLeads", merge | {"dryRun": True}, payload))
    assert told[0]["merge"] == told[1]["merge"]
    done = await company.owner.done("mergeLeads", merge, payload)
    assert done["merge"] == told[0]["merge"]
    assert done["lead"]["timeline"]["totalCount"] == 3
    assert SECRET not in json.dumps([*told, done])


async def test_a_key_with_all_scopes_sees_no_private_note(company: Company) -> None:
    lead = await company.lead(ownerId=company.agent.id)
    note = await logged(company.agent, lead, "NOTE", body=SECRET, visibility="PRIVATE")
    key = await company.key(*sorted(KEY_SCOPES))
    document = """query($id: ID!) { lead(id: $id) { timeline { nodes { activity { body } } } }
      activities(leadId: $id) { nodes { body } } tasks { totalCount } events(after: 0, first: 100) { events { changes } }
      auditLog(first: 100) { nodes { changes } } }"""
    assert SECRET not in json.dumps(await key.ok(document, id=lead["id"]))
    assert (await key("query($id: ID!) { node(id: $id) { id } }", id=note["id"])).code == "NOT_FOUND"


async def test_webhooks_hold_no_text_of_a_note_that_is_not_for_all(company: Company) -> None:
    lead = await company.lead(ownerId=company.agent.id, teamId=company.teams["North"])
    for visibility in ("PRIVATE", "TEAM", "TENANT"):
        await logged(company.agent, lead, "NOTE", body=f"{SECRET} {visibility}", visibility=visibility)
    async with company.world.sql() as sql:
        bodies = await sql.fetch(
            "select changes::text as text from event where tenant_id = $1", company.tenant_id
        )
    assert [row["text"] for row in bodies if SECRET in row["text"]] == [
        row["text"] for row in bodies if f"{SECRET} TENANT" in row["text"]
    ]
    assert sum(SECRET in row["text"] for row in bodies) == 1


async def test_row_security_hides_it_even_from_who_forgets_to_ask(company: Company) -> None:
    lead = await company.lead(ownerId=company.agent.id)
    note = await logged(company.agent, lead, "NOTE", body=SECRET, visibility="PRIVATE")
    id: UUID = from_global(note["id"])[1]
    async with company.world.sql("leadhub_app") as sql, sql.transaction():
        await sql.execute("select set_config('leadhub.tenant_id', $1, true)", str(company.tenant_id))
        await sql.execute("select set_config('leadhub.reach', 'all', true)")
        assert await sql.fetchval("select count(*) from activity where id = $1", id) == 0
        assert await sql.fetchval("select count(*) from timeline_item where activity_id = $1", id) == 0
        assert await sql.execute("update activity set body = 'x' where id = $1", id) == "UPDATE 0"
        assert await sql.execute("delete from activity where id = $1", id) == "DELETE 0"
