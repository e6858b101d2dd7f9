"""One timeline of all that happens with a lead, as far as each may see it."""

import json
import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

from leadhub.kit.node import from_global
from tests.activities.test_activities import ago, logged
from tests.streams.first import first_item
from tests.streams.following import stream_of
from tests.tasks.test_tasks import made, wish
from tests.world import Caller, Company

TIMELINE = """query($id: ID!, $first: Int, $after: String) {
  lead(id: $id) { timeline(first: $first, after: $after) {
    nodes { id kind at by { name } actorKind changes activity { body } comment { body } task { title } }
    pageInfo { hasNextPage endCursor }
  } }
}"""


async def timeline(caller: Caller, lead: dict[str, Any], **page: Any) -> list[dict[str, Any]]:
    return (await caller.ok(TIMELINE, id=lead["id"], **page))["lead"]["timeline"]["nodes"]


async def kinds(caller: Caller, lead: dict[str, Any]) -> list[str]:
    return [item["kind"] for item in await timeline(caller, lead)]


async def say(caller: Caller, lead: dict[str, Any], body: str = "Hear, hear.") -> None:
    await caller.done("addComment", {"leadId": lead["id"], "body": body})


async def test_all_that_happens_stands_in_one_timeline_the_latest_first(company: Company) -> None:
    lead, stages = await company.lead(emails=["ada@x.test"]), await company.stages()
    at = {"id": lead["id"], "expectedVersion": 1}
    await company.owner.done("assignLead", at | {"ownerId": company.agent.id})
    await logged(company.agent, lead, body="They want an offer.")
    await company.agent.done("transitionLead", at | {"expectedVersion": 2, "stageId": stages["Qualified"]})
    task = await made(company.agent, lead, title="Write the offer")
    await company.agent.done("completeTask", wish(task))
    await say(company.agent, lead)
    given = at | {"expectedVersion": 3, "contact": {"create": {}}}
    await company.agent.done("convertLead", given)
    items = await timeline(company.agent, lead)
    assert [item["kind"] for item in items] == [
        "CONVERTED",
        "COMMENT",
        "TASK_DONE",
        "STAGE_CHANGED",
        "ACTIVITY",
        "ASSIGNED",
        "CREATED",
    ]
    converted, comment, done, moved, call, assigned, created = items
    assert comment["comment"] == {"body": "Hear, hear."}
    assert done["task"] == {"title": "Write the offer"}
    assert call["activity"] == {"body": "They want an offer."}
    assert moved["changes"]["stageId"]["to"] == stages["Qualified"]
    assert assigned["changes"]["ownerId"] == {"from": None, "to": company.agent.id}
    assert "contactId" in converted["changes"]
    assert [item["by"]["name"] for item in items] == [*["Agent"] * 5, "Owner", "Owner"]
    assert "ada@x.test" not in json.dumps(created)


async def test_an_activity_stands_where_it_happened(company: Company) -> None:
    lead = await company.lead()
    call = await logged(company.owner, lead)
    assert await kinds(company.owner, lead) == ["ACTIVITY", "CREATED"]
    earlier = {"id": call["id"], "expectedVersion": 1, "occurredAt": ago(days=2)}
    await company.owner.done("updateActivity", earlier)
    assert await kinds(company.owner, lead) == ["CREATED", "ACTIVITY"]
    await company.owner.done("deleteActivity", {"id": call["id"], "expectedVersion": 2})
    assert await kinds(company.owner, lead) == ["CREATED"]


async def test_a_private_note_stands_in_its_writer_s_timeline_alone(company: Company) -> None:
    lead = await company.lead(ownerId=company.agent.id)
    note = {"leadId": lead["id"], "kind": "NOTE", "body": "Careful.", "visibility": "PRIVATE"}
    await company.agent.done("logActivity", note)
    mine = await timeline(company.agent, lead)
    assert mine[0]["activity"] == {"body": "Careful."}
    for name in ("owner", "admin", "viewer"):
        assert await kinds(company.people[name], lead) == ["CREATED"], name
        answer = await company.people[name]("query($id: ID!) { node(id: $id) { id } }", id=mine[0]["id"])
        assert answer.code == "NOT_FOUND"


async def test_a_merge_unites_timelines_and_its_undoing_parts_them(company: Company) -> None:
    lead = await company.lead(ownerId=company.agent.id)
    other = await company.lead(ownerId=company.agent.id)
    await say(company.agent, other)
    note = {"leadId": other["id"], "kind": "NOTE", "body": "Careful.", "visibility": "PRIVATE"}
    await company.agent.done("logActivity", note)
    merge = {"survivorId": lead["id"], "absorbedIds": [other["id"]]}
    merged = await company.owner.done("mergeLeads", merge, "merge { id }")
    all_of_it = ["MERGED", "ACTIVITY", "COMMENT", "CREATED", "CREATED"]
    assert await kinds(company.agent, lead) == all_of_it
    assert await kinds(company.owner, lead) == [kind for kind in all_of_it if kind != "ACTIVITY"]
    await company.owner.done("undoMerge", {"mergeId": merged["merge"]["id"]})
    assert await kinds(company.agent, lead) == ["MERGE_UNDONE", "MERGED", "CREATED"]
    assert await kinds(company.agent, other) == ["ACTIVITY", "COMMENT", "CREATED"]


async def test_who_follows_a_timeline_is_told_what_they_may_see(company: Company) -> None:
    lead, other = await company.lead(ownerId=company.agent.id), await company.lead()
    document = (
        "subscription($id: ID!) { timelineAdded(leadId: $id) { kind activity { body } comment { body } } }"
    )
    async with (
        stream_of(company.agent, document, id=lead["id"]) as mine,
        stream_of(company.owner, document, id=lead["id"]) as boss,
    ):
        await say(company.owner, other)
        note = {"leadId": lead["id"], "kind": "NOTE", "body": "Careful.", "visibility": "PRIVATE"}
        await company.agent.done("logActivity", note)
        await say(company.agent, lead)
        assert await mine.next() == {"kind": "ACTIVITY", "activity": {"body": "Careful."}, "comment": None}
        said = {"kind": "COMMENT", "activity": None, "comment": {"body": "Hear, hear."}}
        assert await mine.next() == said
        assert await boss.next() == said
        given = {"id": lead["id"], "expectedVersion": 1, "ownerId": company.outsider.id}
        await company.owner.done("assignLead", given)
        assert (await boss.next())["kind"] == "ASSIGNED"
        await mine.quiet()


async def test_nobody_follows_a_lead_that_is_not_theirs(company: Company) -> None:
    lead = await company.lead(ownerId=company.colleague.id)
    document = "subscription($id: ID!) { timelineAdded(leadId: $id) { kind } }"
    answer = await first_item(company.agent, document, lambda: say(company.owner, lead), id=lead["id"])
    assert (answer.data, answer.code) == (None, "NOT_FOUND")


_MANY = """
with noted as (
  insert into activity (id, tenant_id, version, created_at, updated_at, kind, occurred_at, body, visibility, lead_id, by_id)
  select uuidv7(), $1, 1, now(), now(), 'NOTE', now() - n * interval '1 minute', 'Note ' || n, 'TENANT', $2, $3
  from generate_series(1, 10000) n returning id, occurred_at
)
insert into timeline_item (id, tenant_id, lead_id, at, kind, actor_kind, by_id, activity_id, changes, event, subject_id, version)
select uuidv7(), $1, $2, occurred_at, 'ACTIVITY', 'MEMBER', $3, id, '{}', 'activity.logged', id, 1 from noted
"""

_PLAN = """
explain (analyze, buffers, format json) select * from timeline_item
where tenant_id = $1 and lead_id = $2 and at <= now() - $3 * interval '1 minute' order by at desc, id desc limit 26
"""


async def test_ten_thousand_entries_page_in_constant_time_and_statements(
    company: Company, queries: Callable[[], list[str]]
) -> None:
    lead = await company.lead(ownerId=company.agent.id)
    id = from_global(lead["id"])[1]
    assert company.agent.member is not None
    async with company.world.sql() as sql:
        await sql.execute(_MANY, company.tenant_id, id, company.agent.member.id)
        await sql.execute("analyze timeline_item")

    def reads() -> list[str]:
        """The lead, and its entries, with who and what stands in them."""
        return [text for text in queries() if re.search(r'from "(timeline_item|lead)"', text, re.I)]

    async def page(after: str | None) -> tuple[int, dict[str, Any]]:
        before = len(reads())
        found = await company.agent.ok(TIMELINE, id=lead["id"], first=100, after=after)
        return len(reads()) - before, found["lead"]["timeline"]

    statements, seen, after = list[int](), set(), None
    for number in range(102):
        count, found = await page(after)
        if number > 2:  # the operation is compiled by then
            statements.append(count)
        seen |= {item["id"] for item in found["nodes"]}
        after = found["pageInfo"]["endCursor"]
        if not found["pageInfo"]["hasNextPage"]:
            break
    assert len(seen) == 10_001
    assert set(statements) == {2}
    first, last = [await _rows_read(company, id, minutes) for minutes in (0, 9_900)]
    assert first == last, "the last page reads as many rows as the first"


async def _rows_read(company: Company, lead_id: UUID, minutes: int) -> int:
    """How many rows of the timeline the database looks at for a page from there on, under the agent's rights."""
    assert company.agent.member is not None
    async with company.world.sql("leadhub_app") as sql, sql.transaction():
        for name, value in (
            ("tenant_id", company.tenant_id),
            ("member_id", company.agent.member.id),
            ("reach", "own"),
        ):
            await sql.execute("select set_config($1, $2, true)", f"leadhub.{name}", str(value))
        [plan] = json.loads(await sql.fetchval(_PLAN, company.tenant_id, lead_id, minutes))
    node = plan["Plan"]
    while node["Node Type"] != "Index Scan":
        [node] = [child for child in node["Plans"] if child.get("Parent Relationship") == "Outer"]
    return int(node["Actual Rows"])
