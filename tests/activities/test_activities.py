"""Calls, e-mails, meetings, messages and notes: logged, changed and deleted, and what the lead remembers of them."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.world import Caller, Company

FIELDS = (
    "activity { id version kind direction outcome durationSeconds occurredAt body visibility by { name } }"
)
LEAD = "query($id: ID!) { lead(id: $id) { version lastActivityAt firstRespondedAt } }"


def ago(**how_long: float) -> str:
    return (datetime.now(UTC) - timedelta(**how_long)).isoformat()


async def logged(caller: Caller, lead: dict[str, Any], kind: str = "CALL", **more: Any) -> dict[str, Any]:
    given = {"leadId": lead["id"], "kind": kind, **more}
    return (await caller.done("logActivity", given, FIELDS))["activity"]


async def seen(company: Company, lead: dict[str, Any]) -> dict[str, Any]:
    return (await company.owner.ok(LEAD, id=lead["id"]))["lead"]


async def test_a_call_is_logged_with_what_came_of_it(company: Company) -> None:
    lead, at = await company.lead(ownerId=company.agent.id), ago(hours=1)
    call = await logged(
        company.agent,
        lead,
        occurredAt=at,
        outcome="no answer",
        durationSeconds=40,
        body="Rang twice.\nNobody.",
    )
    assert call == {
        "id": call["id"],
        "version": 1,
        "kind": "CALL",
        "direction": "OUTBOUND",
        "outcome": "no answer",
        "durationSeconds": 40,
        "occurredAt": at,
        "body": "Rang twice.\nNobody.",
        "visibility": "TENANT",
        "by": {"name": "Agent"},
    }


async def test_the_lead_remembers_when_something_last_happened_and_when_it_was_first_answered(
    company: Company,
) -> None:
    lead = await company.lead(ownerId=company.agent.id)
    before = await seen(company, lead)
    await logged(company.agent, lead, "EMAIL", direction="INBOUND")
    await logged(company.agent, lead, "NOTE", body="They wrote.")
    between = await seen(company, lead)
    assert between["firstRespondedAt"] is None
    assert between["lastActivityAt"] > before["lastActivityAt"]
    first = await logged(company.agent, lead, "EMAIL")
    await logged(company.agent, lead)
    after = await seen(company, lead)
    assert after["firstRespondedAt"] == first["occurredAt"]
    assert after["version"] == before["version"] == 1, "whoever edits the lead has missed nothing"


async def test_what_is_logged_later_but_happened_earlier_is_the_first_answer(company: Company) -> None:
    lead = await company.lead(ownerId=company.agent.id)
    await logged(company.agent, lead)
    last = (await seen(company, lead))["lastActivityAt"]
    early = await logged(company.agent, lead, "MESSAGE", occurredAt=ago(hours=3))
    assert await seen(company, lead) == {
        "version": 1,
        "lastActivityAt": last,
        "firstRespondedAt": early["occurredAt"],
    }
    await company.agent.done("deleteActivity", {"id": early["id"], "expectedVersion": 1})
    assert (await seen(company, lead))["firstRespondedAt"] > early["occurredAt"]


async def test_what_a_program_logs_is_no_answer(company: Company) -> None:
    lead = await company.lead()
    key = await company.key("activity:read", "activity:write", "member:read")
    assert (await logged(key, lead, "EMAIL"))["by"] is None
    assert (await seen(company, lead))["firstRespondedAt"] is None


@pytest.mark.parametrize(
    ("given", "path", "code"),
    [
        ({"kind": "NOTE"}, "body", "REQUIRED"),
        ({"kind": "NOTE", "body": "  "}, "body", "REQUIRED"),
        ({"kind": "NOTE", "body": "x" * 10_001}, "body", "TOO_LONG"),
        ({"kind": "NOTE", "body": "x", "direction": "INBOUND"}, "direction", "INVALID"),
        ({"kind": "CALL", "outcome": "x" * 201}, "outcome", "TOO_LONG"),
        ({"kind": "CALL", "durationSeconds": -1}, "durationSeconds", "INVALID"),
        ({"kind": "CALL", "durationSeconds": 604_801}, "durationSeconds", "INVALID"),
        ({"kind": "CALL", "visibility": "PRIVATE"}, "visibility", "INVALID"),
        ({"kind": "SYSTEM", "body": "x"}, "kind", "INVALID"),
        ({"kind": "CALL", "occurredAt": "2199-01-01T00:00:00Z"}, "occurredAt", "INVALID"),
        ({"kind": "CALL", "occurredAt": "1066-10-14T09:00:00Z"}, "occurredAt", "INVALID"),
    ],
)
async def test_what_cannot_be_logged_is_told_with_its_place(
    company: Company, given: dict[str, Any], path: str, code: str
) -> None:
    lead = await company.lead()
    fault = await company.owner.refused("logActivity", {"leadId": lead["id"], **given})
    assert (fault["code"], fault["path"]) == (code, ["input", path])


async def test_only_whoever_logged_it_changes_it(company: Company) -> None:
    lead = await company.lead(ownerId=company.agent.id)
    call = await logged(company.agent, lead)
    wish = {"id": call["id"], "expectedVersion": 1, "outcome": "wants an offer"}
    for name in ("owner", "manager"):
        for mutation in ("updateActivity", "deleteActivity"):
            given = wish if mutation == "updateActivity" else {"id": call["id"], "expectedVersion": 1}
            assert (await company.people[name].refused(mutation, given))["code"] == "FORBIDDEN"
    changed = (await company.agent.done("updateActivity", wish, FIELDS))["activity"]
    assert (changed["outcome"], changed["version"]) == ("wants an offer", 2)
    assert (await company.agent.refused("updateActivity", wish))["code"] == "CONFLICT_VERSION"
    gone = await company.agent.done("deleteActivity", {"id": call["id"], "expectedVersion": 2}, "deletedId")
    assert gone["deletedId"] == call["id"]
    answer = await company.agent("query($id: ID!) { node(id: $id) { id } }", id=call["id"])
    assert answer.code == "NOT_FOUND"


async def test_a_lead_in_the_queue_is_claimed_before_something_is_logged(company: Company) -> None:
    lead = await company.lead(teamId=company.teams["North"])
    fault = await company.agent.refused("logActivity", {"leadId": lead["id"], "kind": "CALL"})
    assert (fault["code"], fault["path"]) == ("FORBIDDEN", ["input", "leadId"])


async def test_a_deleted_or_merged_lead_gets_no_more_activities(company: Company) -> None:
    lead, other = await company.lead(), await company.lead()
    await company.owner.done("mergeLeads", {"survivorId": other["id"], "absorbedIds": [lead["id"]]})
    fault = await company.owner.refused("logActivity", {"leadId": lead["id"], "kind": "CALL"})
    assert (fault["code"], fault["meta"]) == ("MERGED", {"survivorId": other["id"]})
    await company.owner.done("deleteLead", {"id": other["id"], "expectedVersion": 2})
    fault = await company.owner.refused("logActivity", {"leadId": other["id"], "kind": "CALL"})
    assert fault["path"] == ["input", "leadId"]


async def test_the_event_tells_what_was_done(company: Company) -> None:
    lead = await company.lead()
    call = await logged(company.owner, lead, outcome="busy", body="Again tomorrow.")
    data = await company.owner.ok(
        '{ events(after: 0, types: ["activity.logged"]) { events { subjectId changes } } }'
    )
    [event] = data["events"]["events"]
    assert event["subjectId"] == call["id"]
    assert event["changes"]["leadId"]["to"] == lead["id"]
    assert event["changes"]["outcome"] == {"from": None, "to": "busy"}
    assert event["changes"]["body"] == {"from": None, "to": "Again tomorrow."}


async def test_a_merge_keeps_the_first_answer_of_all(company: Company) -> None:
    lead, other = await company.lead(), await company.lead()
    first = await logged(company.owner, other, occurredAt=ago(hours=2))
    await logged(company.owner, lead)
    merge = {"survivorId": lead["id"], "absorbedIds": [other["id"]]}
    merged = await company.owner.done("mergeLeads", merge, "lead { firstRespondedAt } merge { id }")
    assert merged["lead"]["firstRespondedAt"] == first["occurredAt"]
    await company.owner.done("undoMerge", {"mergeId": merged["merge"]["id"]})
    assert (await seen(company, lead))["firstRespondedAt"] > first["occurredAt"]
