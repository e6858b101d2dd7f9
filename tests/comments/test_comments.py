"""What colleagues say about a lead, and who is told that they were mentioned."""

from typing import Any

import pytest

from tests.world import Caller, Company

TOLD = "{ notifications { nodes { kind subjectId leadId by { name } } } }"


async def said(caller: Caller, lead: dict[str, Any], body: str) -> dict[str, Any]:
    given = {"leadId": lead["id"], "body": body}
    return await caller.done("addComment", given, "comment { id body by { name } } notTold { name }")


async def told(caller: Caller) -> list[dict[str, Any]]:
    return (await caller.ok(TOLD))["notifications"]["nodes"]


async def test_who_is_mentioned_and_sees_the_lead_is_told(company: Company) -> None:
    lead = await company.lead(ownerId=company.agent.id, teamId=company.teams["North"])
    body = f"@[{company.manager.id}] @[{company.manager.id}] @[{company.outsider.id}] @[{company.agent.id}]\nWhat now?"
    payload = await said(company.agent, lead, body)
    assert payload["comment"]["body"] == body
    assert payload["comment"]["by"] == {"name": "Agent"}
    assert payload["notTold"] == [{"name": "Outsider"}]
    assert await told(company.manager) == [
        {
            "kind": "MENTIONED",
            "subjectId": payload["comment"]["id"],
            "leadId": lead["id"],
            "by": {"name": "Agent"},
        }
    ]
    for name in ("agent", "outsider", "owner"):
        assert await told(company.people[name]) == [], name


async def test_an_agent_is_told_of_leads_in_their_queue_and_not_of_a_colleague_s(company: Company) -> None:
    queued = await company.lead(teamId=company.teams["North"])
    assert (await said(company.owner, queued, f"@[{company.agent.id}]"))["notTold"] == []
    theirs = await company.lead(ownerId=company.colleague.id, teamId=company.teams["North"])
    assert (await said(company.owner, theirs, f"@[{company.agent.id}]"))["notTold"] == [{"name": "Agent"}]
    assert len(await told(company.agent)) == 1


async def test_a_suspended_member_is_not_told(company: Company) -> None:
    lead = await company.lead()
    await company.owner.done("suspendMember", {"id": company.manager.id})
    assert (await said(company.owner, lead, f"@[{company.manager.id}]"))["notTold"] == [{"name": "Manager"}]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (" \n ", "REQUIRED"),
        ("x" * 5001, "TOO_LONG"),
        ("@[nobody] hello", "INVALID"),
        (" ".join(f"@[x{number}]" for number in range(21)), "LIMIT_EXCEEDED"),
    ],
)
async def test_what_cannot_be_said_is_told_with_its_place(company: Company, body: str, code: str) -> None:
    lead = await company.lead()
    fault = await company.owner.refused("addComment", {"leadId": lead["id"], "body": body})
    assert (fault["code"], fault["path"]) == (code, ["input", "body"])


async def test_a_lead_is_no_member(company: Company) -> None:
    lead = await company.lead()
    fault = await company.owner.refused("addComment", {"leadId": lead["id"], "body": f"@[{lead['id']}]"})
    assert fault["path"] == ["input", "body"]


async def test_only_whoever_said_it_deletes_it(company: Company) -> None:
    lead = await company.lead(ownerId=company.agent.id)
    comment = (await said(company.agent, lead, "Oh no."))["comment"]
    assert (await company.owner.refused("deleteComment", {"id": comment["id"]}))["code"] == "FORBIDDEN"
    assert (await company.outsider.refused("deleteComment", {"id": comment["id"]}))["code"] == "NOT_FOUND"
    gone = await company.agent.done("deleteComment", {"id": comment["id"]}, "deletedId")
    assert gone["deletedId"] == comment["id"]
    shown = await company.agent.ok(
        "query($id: ID!) { lead(id: $id) { timeline { nodes { kind } } } }", id=lead["id"]
    )
    assert [item["kind"] for item in shown["lead"]["timeline"]["nodes"]] == ["CREATED"]
