"""Moving a lead from stage to stage."""

from typing import Any

import pytest

from tests.leads.lists import seen
from tests.world import Caller, Company

LEAD = "lead { version status stage { name } lostReason { name } lostNote }"


async def move(caller: Caller, lead: dict[str, Any], stage_id: str, **more: Any) -> dict[str, Any]:
    """The payload of moving a lead as it was read last."""
    version = (await seen(caller, lead["id"], "version"))["version"]
    return await caller.do(
        "transitionLead",
        {"id": lead["id"], "expectedVersion": version, "stageId": stage_id, **more},
        LEAD,
    )


async def reasons(company: Company) -> dict[str, str]:
    data = await company.owner.ok("{ lostReasons { id name } }")
    return {reason["name"]: reason["id"] for reason in data["lostReasons"]}


async def test_the_status_follows_the_category_of_the_stage(company: Company) -> None:
    stages, lead = await company.stages(), await company.lead(fields="status stage { name }")
    assert (lead["status"], lead["stage"]["name"]) == ("OPEN", "New")
    why = {"lostReasonId": (await reasons(company))["Price"]}
    for stage, status, more in [
        ("Contacted", "OPEN", {}),
        ("Qualified", "QUALIFIED", {}),
        ("Won", "WON", {}),
        ("Lost", "LOST", why),
        ("Disqualified", "DISQUALIFIED", {}),
        ("New", "OPEN", {}),
    ]:
        payload = await move(company.owner, lead, stages[stage], **more)
        assert payload["userErrors"] == []
        assert (payload["lead"]["status"], payload["lead"]["stage"]["name"]) == (status, stage)
        read = await seen(company.viewer, lead["id"], "status")
        assert read["status"] == status


async def test_a_stage_says_which_may_follow_it(company: Company) -> None:
    stages, lead = await company.stages(), await company.lead()
    version = 1
    for ways, target, code in [
        ([stages["Qualified"]], "Contacted", "ILLEGAL_TRANSITION"),
        ([], "Contacted", "ILLEGAL_TRANSITION"),
        ([stages["Contacted"]], "Contacted", None),
    ]:
        await company.owner.done(
            "updateStage", {"id": stages["New"], "expectedVersion": version, "nextStageIds": ways}
        )
        version += 1
        payload = await move(company.owner, lead, stages[target])
        assert [error["code"] for error in payload["userErrors"]] == ([code] if code else [])
        if code:
            assert payload["userErrors"][0]["path"] == ["input", "stageId"]
            assert payload["userErrors"][0]["message"] == "Contacted may not follow New."


async def test_a_lead_does_not_move_to_where_it_is(company: Company) -> None:
    stages, lead = await company.stages(), await company.lead()
    payload = await move(company.owner, lead, stages["New"])
    assert payload["userErrors"][0]["code"] == "ILLEGAL_TRANSITION"


async def test_a_lead_stays_in_its_pipeline(company: Company, rival: Company) -> None:
    lead = await company.lead()
    other = await company.owner.done("createPipeline", {"name": "Other"}, "pipeline { stages { id } }")
    payload = await move(company.owner, lead, other["pipeline"]["stages"][0]["id"])
    assert payload["userErrors"][0]["code"] == "ILLEGAL_TRANSITION"
    payload = await move(company.owner, lead, (await rival.stages())["Won"])
    assert (payload["userErrors"][0]["code"], payload["userErrors"][0]["path"]) == (
        "NOT_FOUND",
        ["input", "stageId"],
    )


async def test_a_lead_does_not_move_into_an_archived_stage(company: Company) -> None:
    stages, lead = await company.stages(), await company.lead()
    await company.owner.done("archiveStage", {"id": stages["Proposal"], "expectedVersion": 1})
    payload = await move(company.owner, lead, stages["Proposal"])
    assert payload["userErrors"][0]["path"] == ["input", "stageId"]
    assert payload["userErrors"][0]["code"] in {"ILLEGAL_TRANSITION", "INVALID"}


REQUIRED: list[tuple[str, dict[str, Any]]] = [
    ("firstName", {"firstName": "Ada"}),
    ("jobTitle", {"jobTitle": "Analyst"}),
    ("companyName", {"companyName": "Engines"}),
    ("website", {"website": "engines.test"}),
    ("emails", {"emails": ["ada@x.test"]}),
    ("phones", {"phones": ["030 123456"]}),
    ("estimatedValue", {"estimatedValue": {"amount": "0"}}),
    ("nextFollowUpAt", {"nextFollowUpAt": "2026-12-24T00:00:00Z"}),
    ("address", {"address": {"city": "Berlin"}}),
]


@pytest.mark.parametrize(("field", "value"), REQUIRED)
async def test_a_stage_says_what_a_lead_needs_to_enter(
    company: Company, field: str, value: dict[str, Any]
) -> None:
    stages, lead = await company.stages(), await company.lead()
    await company.owner.done(
        "updateStage", {"id": stages["Qualified"], "expectedVersion": 1, "requiredFields": [field]}
    )
    [error] = (await move(company.owner, lead, stages["Qualified"]))["userErrors"]
    assert (error["code"], error["path"]) == ("REQUIRED", ["input", "stageId"])
    assert error["meta"] == {"missing": [field]}
    error = await company.owner.refused("createLead", {"lastName": "X", "stageId": stages["Qualified"]})
    assert error["meta"] == {"missing": [field]}
    await company.owner.done("updateLead", {"id": lead["id"], "expectedVersion": 1, **value})
    assert (await move(company.owner, lead, stages["Qualified"]))["userErrors"] == []
    await company.owner.done("createLead", {"lastName": "X", "stageId": stages["Qualified"], **value})


async def test_a_stage_may_need_an_owner_and_a_source(company: Company) -> None:
    stages, lead = await company.stages(), await company.lead()
    await company.owner.done(
        "updateStage",
        {
            "id": stages["Qualified"],
            "expectedVersion": 1,
            "requiredFields": ["ownerId", "sourceId", "lastName"],
        },
    )
    [error] = (await move(company.owner, lead, stages["Qualified"]))["userErrors"]
    assert error["meta"] == {"missing": ["sourceId", "ownerId"]}
    assert error["message"] == "Qualified needs sourceId, ownerId first."


async def test_a_lost_lead_says_why(company: Company) -> None:
    stages, lead, why = await company.stages(), await company.lead(), await reasons(company)
    [error] = (await move(company.owner, lead, stages["Lost"], lostNote="Too dear"))["userErrors"]
    assert (error["code"], error["path"]) == ("REQUIRED", ["input", "lostReasonId"])
    payload = await move(company.owner, lead, stages["Lost"], lostReasonId=why["Price"], lostNote="Too\ndear")
    assert payload["lead"]["lostReason"] == {"name": "Price"}
    assert payload["lead"]["lostNote"] == "Too\ndear"


async def test_a_disqualified_lead_may_say_why(company: Company) -> None:
    stages, why = await company.stages(), await reasons(company)
    silent = await move(company.owner, await company.lead(), stages["Disqualified"])
    assert (silent["userErrors"], silent["lead"]["lostReason"]) == ([], None)
    said = await move(
        company.owner, await company.lead(), stages["Disqualified"], lostReasonId=why["No answer"]
    )
    assert said["lead"]["lostReason"] == {"name": "No answer"}


async def test_reopening_clears_the_reason(company: Company) -> None:
    stages, lead, why = await company.stages(), await company.lead(), await reasons(company)
    await move(company.owner, lead, stages["Lost"], lostReasonId=why["Price"], lostNote="Too dear")
    payload = await move(company.owner, lead, stages["Contacted"])
    assert (payload["lead"]["lostReason"], payload["lead"]["lostNote"]) == (None, None)


@pytest.mark.parametrize("why", [{"lostNote": "because"}, {"lostReasonId": "Price"}])
async def test_only_a_lost_lead_has_a_reason(company: Company, why: dict[str, str]) -> None:
    stages, lead, known = await company.stages(), await company.lead(), await reasons(company)
    why = {name: known.get(value, value) for name, value in why.items()}
    [error] = (await move(company.owner, lead, stages["Won"], **why))["userErrors"]
    assert (error["code"], error["path"]) == ("INVALID", ["input", "lostReasonId"])


async def test_a_reason_must_be_one_of_the_tenant_and_in_use(company: Company, rival: Company) -> None:
    stages, lead, why = await company.stages(), await company.lead(), await reasons(company)
    await company.owner.done("archiveLostReason", {"id": why["Price"], "expectedVersion": 1})
    for reason, code in [
        (why["Price"], "INVALID"),
        ((await reasons(rival))["Price"], "NOT_FOUND"),
        (lead["id"], "INVALID"),
        ("", "INVALID"),
    ]:
        [error] = (await move(company.owner, lead, stages["Lost"], lostReasonId=reason))["userErrors"]
        assert (error["code"], error["path"]) == (code, ["input", "lostReasonId"])


async def test_an_agent_moves_their_own_leads_alone(company: Company) -> None:
    stages = await company.stages()
    mine = await company.lead(by=company.agent)
    assert (await move(company.agent, mine, stages["Contacted"]))["userErrors"] == []
    unassigned = await company.lead(by=company.manager)
    [error] = (await move(company.agent, unassigned, stages["Contacted"]))["userErrors"]
    assert (error["code"], error["path"]) == ("FORBIDDEN", ["input", "id"])
    theirs = await company.lead(by=company.colleague)
    error = await company.agent.refused(
        "transitionLead", {"id": theirs["id"], "expectedVersion": 1, "stageId": stages["Contacted"]}
    )
    assert (error["code"], error["path"]) == ("NOT_FOUND", ["input", "id"])
