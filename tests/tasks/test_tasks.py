"""What is to be done: made, assigned, changed, done, and found."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from leadhub.kit.node import from_global
from tests.world import Caller, Company, gather

FIELDS = (
    "task { id version title status priority dueAt remindAt recurrence timezone doneAt assignee { name } }"
)


def ahead(**how_long: float) -> str:
    moment = datetime.now(UTC).replace(microsecond=0) + timedelta(**how_long)
    return moment.isoformat()


async def made(caller: Caller, lead: dict[str, Any], **more: Any) -> dict[str, Any]:
    given = {"leadId": lead["id"], "title": "Call back", **more}
    return (await caller.done("createTask", given, FIELDS))["task"]


def wish(task: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": task["id"], "expectedVersion": task["version"], **more}


async def titles(caller: Caller, **filter: Any) -> list[str]:
    data = await caller.ok("query($f: TaskFilter) { tasks(filter: $f) { nodes { title } } }", f=filter)
    return [task["title"] for task in data["tasks"]["nodes"]]


async def told(caller: Caller) -> list[str]:
    data = await caller.ok("{ notifications { nodes { kind } } }")
    return [node["kind"] for node in data["notifications"]["nodes"]]


async def test_a_task_is_its_maker_s_unless_told_otherwise(company: Company) -> None:
    lead, due = await company.lead(ownerId=company.agent.id), ahead(days=1)
    task = await made(company.agent, lead, dueAt=due)
    assert task == {
        "id": task["id"],
        "version": 1,
        "title": "Call back",
        "status": "OPEN",
        "priority": "NORMAL",
        "dueAt": due,
        "remindAt": None,
        "recurrence": None,
        "timezone": "UTC",
        "doneAt": None,
        "assignee": {"name": "Agent"},
    }
    assert await told(company.agent) == []
    key = await company.key("activity:write", "activity:read", "member:read")
    assert (await made(key, lead))["assignee"] == {"name": "Agent"}


async def test_who_gets_a_task_is_told_and_may_do_it_without_seeing_the_lead(company: Company) -> None:
    lead = await company.lead(ownerId=company.agent.id)
    task = await made(company.agent, lead, assigneeId=company.outsider.id)
    assert await told(company.outsider) == ["TASK_ASSIGNED"]
    document = "query($id: ID!) { node(id: $id) { ... on Task { title lead { id } } } }"
    seen = await company.outsider.ok(document, id=task["id"])
    assert seen["node"] == {"title": "Call back", "lead": None}
    assert await titles(company.outsider) == ["Call back"]
    assert await titles(company.colleague) == []
    assert (await company.colleague.refused("completeTask", wish(task)))["code"] == "NOT_FOUND"
    done = await company.outsider.done("completeTask", wish(task), "task { status doneBy { name } }")
    assert done["task"] == {"status": "DONE", "doneBy": {"name": "Outsider"}}


async def test_a_viewer_or_a_suspended_member_gets_no_task(company: Company) -> None:
    lead = await company.lead()
    await company.owner.done("suspendMember", {"id": company.outsider.id})
    for name in ("viewer", "outsider"):
        given = {"leadId": lead["id"], "title": "x", "assigneeId": company.people[name].id}
        fault = await company.owner.refused("createTask", given)
        assert (fault["code"], fault["path"]) == ("INVALID", ["input", "assigneeId"])


async def test_tasks_are_found_by_what_they_are_in_the_order_in_which_they_are_due(company: Company) -> None:
    lead = await company.lead(ownerId=company.agent.id)
    await made(company.agent, lead, title="later", dueAt=ahead(days=2), priority="HIGH")
    await made(company.agent, lead, title="some day")
    await made(company.agent, lead, title="late", dueAt=ahead(days=-1))
    await made(company.owner, await company.lead(), title="another's", dueAt=ahead(days=1))
    assert await titles(company.agent) == ["late", "later", "some day"]
    assert await titles(company.owner) == ["late", "another's", "later", "some day"]
    mine = {"assigneeId": {"eq": company.agent.id}, "status": {"eq": "OPEN"}}
    assert await titles(company.owner, **mine, dueAt={"lt": ahead()}) == ["late"]
    assert await titles(company.owner, priority={"in": ["HIGH", "URGENT"]}) == ["later"]
    either = {"or": [{"dueAt": {"isNull": True}}, {"title": {"contains": "other"}}]}
    assert await titles(company.owner, **either) == ["another's", "some day"]
    of_lead = "query($id: ID!) { lead(id: $id) { tasks(first: 2) { nodes { title } totalCount } } }"
    found = (await company.agent.ok(of_lead, id=lead["id"]))["lead"]["tasks"]
    assert found == {"nodes": [{"title": "late"}, {"title": "later"}], "totalCount": 3}


async def test_a_task_that_comes_again_is_followed_by_the_next_once(company: Company) -> None:
    lead, due = await company.lead(), ahead(days=-3)
    task = await made(
        company.owner,
        lead,
        dueAt=due,
        remindAt=ahead(days=-3, hours=-1),
        recurrence="freq=daily",
        priority="HIGH",
    )
    assert task["recurrence"] == "FREQ=DAILY"
    payload = await company.owner.done(
        "completeTask", wish(task), f"task {{ version }} next {{ {FIELDS[7:-2]} }}"
    )
    following = payload["next"]
    assert following["status"] == "OPEN"
    assert following["priority"] == "HIGH"
    assert following["id"] != task["id"]
    assert datetime.fromisoformat(following["dueAt"]) - datetime.fromisoformat(due) == timedelta(days=4)
    remind = datetime.fromisoformat(following["remindAt"])
    assert datetime.fromisoformat(following["dueAt"]) - remind == timedelta(hours=1)
    # Reopened and done again, it is not followed by another.
    again = wish(task) | {"expectedVersion": payload["task"]["version"]}
    reopened = (await company.owner.done("reopenTask", again, FIELDS))["task"]
    assert (reopened["status"], reopened["doneAt"]) == ("OPEN", None)
    repeated = await company.owner.done("completeTask", wish(reopened), "next { id }")
    assert repeated["next"] is None
    assert len(await titles(company.owner, status={"eq": "OPEN"})) == 1


async def test_a_series_that_is_over_or_cancelled_is_followed_by_nothing(company: Company) -> None:
    lead = await company.lead()
    last = await made(company.owner, lead, dueAt=ahead(days=-1), recurrence="FREQ=DAILY;COUNT=2")
    following = (await company.owner.done("completeTask", wish(last), "next { id version }"))["next"]
    assert following is None, "the second time is over, too"
    task = await made(company.owner, lead, dueAt=ahead(days=1), recurrence="FREQ=DAILY")
    cancelled = (await company.owner.done("cancelTask", wish(task), FIELDS))["task"]
    assert cancelled["status"] == "CANCELLED"
    assert await titles(company.owner, status={"eq": "OPEN"}) == []
    assert (await company.owner.refused("completeTask", wish(cancelled)))["code"] == "INVALID"


async def test_of_many_who_do_a_task_at_once_one_does_it(company: Company) -> None:
    task = await made(company.owner, await company.lead(), dueAt=ahead(days=1), recurrence="FREQ=DAILY")
    payloads = await gather(*(company.owner.do("completeTask", wish(task), "next { id }") for _ in range(4)))
    assert sorted(len(payload["userErrors"]) for payload in payloads) == [0, 1, 1, 1]
    assert len(await titles(company.owner, status={"eq": "OPEN"})) == 1


@pytest.mark.parametrize(
    ("given", "path", "code"),
    [
        ({"title": " "}, "title", "REQUIRED"),
        ({"title": None}, "title", "REQUIRED"),
        ({"title": "x" * 201}, "title", "TOO_LONG"),
        ({"notes": "x" * 5001}, "notes", "TOO_LONG"),
        ({"dueAt": "1492-10-12T00:00:00Z"}, "dueAt", "INVALID"),
        ({"timezone": "Mars/Olympus"}, "timezone", "INVALID"),
        ({"recurrence": "FREQ=HOURLY", "dueAt": ahead()}, "recurrence", "INVALID"),
        ({"recurrence": "FREQ=DAILY"}, "dueAt", "REQUIRED"),
        ({"recurrence": "FREQ=DAILY", "dueAt": ahead(days=400)}, "dueAt", "INVALID"),
        ({"recurrence": "FREQ=DAILY;UNTIL=20200101", "dueAt": ahead()}, "recurrence", "INVALID"),
        ({"recurrence": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "dueAt": ahead()}, "recurrence", "INVALID"),
    ],
)
async def test_what_cannot_be_a_task_is_told_with_its_place(
    company: Company, given: dict[str, Any], path: str, code: str
) -> None:
    lead = await company.lead()
    fault = await company.owner.refused("createTask", {"leadId": lead["id"], "title": "x", **given})
    assert (fault["code"], fault["path"]) == (code, ["input", path])


async def test_open_tasks_go_with_a_lead_that_is_converted(company: Company) -> None:
    lead = await company.lead(ownerId=company.agent.id)
    task = await made(company.agent, lead, title="Send the contract")
    over = await made(company.agent, lead, title="Call")
    await company.agent.done("completeTask", wish(over))
    given = {"id": lead["id"], "expectedVersion": 1, "contact": {"create": {}}, "deal": {"create": {}}}
    became = await company.agent.done("convertLead", given, "contact { id } deal { id }")
    data = await company.agent.ok(
        "query($f: TaskFilter) { tasks(filter: $f) { nodes { id lead { id } contact { id } deal { id } } } }",
        f={"dealId": {"eq": became["deal"]["id"]}},
    )
    assert data["tasks"]["nodes"] == [
        {"id": task["id"], "lead": {"id": lead["id"]}, "contact": became["contact"], "deal": became["deal"]}
    ]


async def test_tasks_move_with_a_merge_and_back(company: Company) -> None:
    lead, other = await company.lead(), await company.lead()
    await made(company.owner, other)
    merge = {"survivorId": lead["id"], "absorbedIds": [other["id"]]}
    merged = await company.owner.done("mergeLeads", merge, "merge { id }")
    assert await titles(company.owner, leadId={"eq": lead["id"]}) == ["Call back"]
    await company.owner.done("undoMerge", {"mergeId": merged["merge"]["id"]})
    assert await titles(company.owner, leadId={"eq": lead["id"]}) == []
    assert await titles(company.owner, leadId={"eq": other["id"]}) == ["Call back"]


@pytest.mark.parametrize("has_heir", [True, False])
async def test_who_is_suspended_leaves_open_tasks_to_whom_the_leads_go(
    company: Company, has_heir: bool
) -> None:
    lead = await company.lead(ownerId=company.agent.id)
    await made(company.agent, lead)
    await made(company.owner, await company.lead(), assigneeId=company.agent.id)
    given = {"id": company.agent.id} | ({"reassignTo": company.colleague.id} if has_heir else {})
    await company.owner.done("suspendMember", given)
    data = await company.owner.ok("{ tasks { nodes { assignee { name } } } }")
    heir = {"name": "Colleague"} if has_heir else None
    assert [task["assignee"] for task in data["tasks"]["nodes"]] == [heir, heir]
    if has_heir:
        assert await told(company.colleague) == ["TASK_ASSIGNED", "TASK_ASSIGNED"]


async def test_the_event_of_a_task_names_its_lead(company: Company) -> None:
    lead = await company.lead()
    task = await made(company.owner, lead)
    await company.owner.done("completeTask", wish(task))
    data = await company.owner.ok(
        '{ events(after: 0, types: ["task.created", "task.completed"]) { events { type subjectId changes } } }'
    )
    created, completed = data["events"]["events"]
    assert created["changes"]["title"] == {"from": None, "to": "Call back"}
    assert completed["changes"]["status"] == {"from": "OPEN", "to": "DONE"}
    assert {event["changes"]["leadId"]["to"] for event in (created, completed)} == {lead["id"]}
    assert {event["subjectId"] for event in (created, completed)} == {task["id"]}


_MANY = """
insert into task (id, tenant_id, version, created_at, updated_at, title, priority, status, due_at, lead_id, assignee_id, timezone)
select uuidv7(), $1, 1, now(), now(), 'Task ' || n, 'NORMAL', 'OPEN', now() + n * interval '1 minute', $2, $3, 'UTC'
from generate_series(1, 5000) n
"""


@pytest.mark.parametrize("filter", [{}, {"assigneeId": True, "status": {"eq": "OPEN"}}, {"leadId": True}])
async def test_a_page_of_many_tasks_reads_no_more_than_itself(
    company: Company, queries: Callable[[], list[str]], filter: dict[str, Any]
) -> None:
    lead = await company.lead()
    assert company.owner.member is not None
    async with company.world.sql() as sql:
        ids = (from_global(lead["id"])[1], company.owner.member.id)
        await sql.execute(_MANY, company.tenant_id, *ids)
        await sql.execute("analyze task")
    names = {"leadId": {"eq": lead["id"]}, "assigneeId": {"eq": company.owner.id}}
    given = {name: names[name] if asked is True else asked for name, asked in filter.items()}
    document = "query($f: TaskFilter) { tasks(filter: $f, first: 5) { nodes { title } } }"
    data = await company.owner.ok(document, f=given)
    assert [task["title"] for task in data["tasks"]["nodes"]] == [f"Task {number}" for number in range(1, 6)]
    [statement] = [text for text in queries() if 'FROM "task"' in text]
    asked = [
        *(["OPEN"] if "status" in filter else []),
        *([ids[1]] if "assigneeId" in filter else []),
        *([ids[0]] if "leadId" in filter else []),
    ]
    async with company.world.sql("leadhub_app") as sql, sql.transaction():
        for name, value in (("tenant_id", company.tenant_id), ("reach", "all")):
            await sql.execute("select set_config($1, $2, true)", f"leadhub.{name}", str(value))
        text = f"explain (analyze, format json) {statement.rpartition(': [')[0]}"
        limit = [] if text.endswith(" LIMIT 6") else [6]  # by a plan it is part of the text
        plan = await sql.fetchval(text, company.tenant_id, *asked, *limit)
    node = json.loads(plan)[0]["Plan"]
    while node["Node Type"] != "Index Scan":
        assert "Sort" not in node["Node Type"]
        [node] = [below for below in node["Plans"] if below["Parent Relationship"] == "Outer"]
    assert node["Actual Rows"] == 6
