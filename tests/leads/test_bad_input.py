"""Bad input: each a clear answer, and nothing half-written."""

import io
import json
from typing import Any

import pytest
from aiohttp import ClientSession

from leadhub.audit.models import AuditEntry
from leadhub.events.models import Event
from leadhub.kit.node import to_global
from leadhub.kit.uuid7 import uuid7
from leadhub.leads.models import Lead, LeadEmail, LeadPhone, LeadTag, StageChange
from leadhub.members.models import Member, MemberStatus
from tests.leads.lists import seen
from tests.world import Caller, Company

_CREATE = (
    "mutation($input: CreateLeadInput!) { createLead(input: $input) { userErrors { code path message } } }"
)


async def rows(company: Company) -> dict[str, int]:
    """How many rows of each kind the tenant has."""
    async with company.inside():
        kinds = (Lead, LeadEmail, LeadPhone, LeadTag, StageChange, Event, AuditEntry)
        return {kind.__name__: await kind.mine().count() for kind in kinds}


async def raw(caller: Caller, input: str) -> tuple[int, dict[str, Any]]:
    """The answer to a body whose `input` is this text, be it JSON or not."""
    body = f'{{"query": {json.dumps(_CREATE)}, "variables": {{"input": {input}}}}}'
    headers = {"Authorization": f"Bearer {caller.token}", "Content-Type": "application/json"}
    http: ClientSession = caller.world.http
    async with http.post(
        f"{caller.world.url}/graphql", data=io.BytesIO(body.encode()), headers=headers
    ) as response:
        return response.status, await response.json()


async def test_a_name_of_100_000_characters_is_too_long(company: Company) -> None:
    before = await rows(company)
    error = await company.owner.refused("createLead", {"lastName": "x" * 100_000})
    assert (error["code"], error["path"]) == ("TOO_LONG", ["input", "lastName"])
    assert error["message"] == "The text may have at most 100 characters and has 100000."
    assert await rows(company) == before


async def test_a_name_of_a_megabyte_is_too_long_for_a_variable(company: Company) -> None:
    before = await rows(company)
    _, body = await raw(company.owner, json.dumps({"lastName": "x" * 1_000_000}))
    [error] = body["errors"]
    assert error["extensions"] == {"code": "BAD_REQUEST", "limit": 100_000}
    assert await rows(company) == before


@pytest.mark.parametrize("name", ["\\ud800", "\\udfff\\ud800", "a\\udc00"])
async def test_a_lone_surrogate_is_no_json(company: Company, name: str) -> None:
    status, body = await raw(company.owner, f'{{"lastName": "{name}"}}')
    assert (status, body["errors"][0]["extensions"]["code"]) == (400, "BAD_REQUEST")
    assert "surrogate" in body["errors"][0]["message"]


@pytest.mark.parametrize("amount", ["1e400", "NaN", "-Infinity"])
async def test_a_number_beyond_all_numbers_is_no_json(company: Company, amount: str) -> None:
    status, body = await raw(company.owner, f'{{"lastName": "X", "estimatedValue": {{"amount": {amount}}}}}')
    assert (status, body["errors"][0]["extensions"]["code"]) == (400, "BAD_REQUEST")


@pytest.mark.parametrize(
    "bad", ["\u0000", "\u0007", "\u0085", "\u001b[31m", "\u202e", "\u2066", "\ufffe", "a" + "\u0301" * 31]
)
async def test_characters_that_deceive_or_break_are_refused(company: Company, bad: str) -> None:
    before = await rows(company)
    error = await company.owner.refused("createLead", {"lastName": f"a{bad}b", "emails": ["a@x.test"]})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "lastName"])
    assert await rows(company) == before


async def test_names_in_every_script_are_welcome(company: Company) -> None:
    for name in ("李明", "יעקב\u200f", "علي", "Ólafur", "नरेन्द्र", "👩‍🚀", "O'Brien-Smith; DROP TABLE lead;--"):
        lead = await company.lead(lastName=name, fields="lastName")
        assert lead["lastName"] == name


async def test_all_that_is_wrong_is_said_at_once(company: Company) -> None:
    payload = await company.owner.do(
        "createLead",
        {
            "firstName": "x" * 101,
            "lastName": "\u0000",
            "emails": ["nobody"],
            "website": "no",
            "estimatedValue": {"amount": "-1"},
        },
    )
    assert [error["path"][1] for error in payload["userErrors"]] == [
        "firstName",
        "lastName",
        "website",
        "estimatedValue",
        "emails",
    ]


async def test_a_fault_found_late_leaves_nothing_behind(company: Company) -> None:
    await company.lead(externalId={"system": "crm", "id": "1"})
    before = await rows(company)
    await company.owner.refused(
        "createLead",
        {
            "lastName": "X",
            "emails": ["a@x.test"],
            "phones": ["030 123456"],
            "tags": ["new"],
            "externalId": {"system": "crm", "id": "1"},
        },
    )
    assert await rows(company) == before
    lead = await company.lead()
    assert lead["number"].endswith("000002")


async def test_a_stage_that_a_new_lead_cannot_start_in_is_refused(company: Company, rival: Company) -> None:
    theirs, mine = await rival.stages(), await company.stages()
    payload = await company.owner.done("createPipeline", {"name": "Other"}, "pipeline { id stages { id } }")
    other = payload["pipeline"]
    old = await company.owner.done(
        "createStage", {"pipelineId": other["id"], "name": "Old", "category": "OPEN"}, "stage { id }"
    )
    await company.owner.done("archiveStage", {"id": old["stage"]["id"], "expectedVersion": 1})
    before = await rows(company)
    for input, code, field in [
        ({"stageId": theirs["New"]}, "NOT_FOUND", "stageId"),
        ({"stageId": old["stage"]["id"]}, "INVALID", "stageId"),
        ({"stageId": mine["New"], "pipelineId": other["id"]}, "INVALID", "stageId"),
        ({"stageId": mine["Lost"]}, "INVALID", "stageId"),
        ({"stageId": other["id"]}, "INVALID", "stageId"),
        ({"stageId": "nonsense"}, "INVALID", "stageId"),
        ({"pipelineId": to_global("Pipeline", uuid7())}, "NOT_FOUND", "pipelineId"),
    ]:
        error = await company.owner.refused("createLead", {"lastName": "X", **input})
        assert (error["code"], error["path"]) == (code, ["input", field]), input
    assert await rows(company) == before


async def test_who_cannot_own_leads_is_refused(company: Company, rival: Company) -> None:
    async with company.inside():
        away = await Member.create(
            email="away@x.test", name="Away", role="AGENT", status=MemberStatus.SUSPENDED
        )
        invited = await Member.create(
            email="new@x.test", name="New", role="AGENT", status=MemberStatus.INVITED
        )
    lead = await company.lead()
    for owner, code in [
        (to_global("Member", away.id), "INVALID"),
        (to_global("Member", invited.id), "INVALID"),
        (company.viewer.id, "INVALID"),
        (rival.agent.id, "NOT_FOUND"),
        (lead["id"], "INVALID"),
        ("%%%", "INVALID"),
        ("", "INVALID"),
    ]:
        error = await company.owner.refused("createLead", {"lastName": "X", "ownerId": owner})
        assert (error["code"], error["path"]) == (code, ["input", "ownerId"]), owner
        change = {"id": lead["id"], "expectedVersion": 1, "ownerId": owner}
        error = await company.owner.refused("assignLead", change)
        assert (error["code"], error["path"]) == (code, ["input", "ownerId"]), owner


@pytest.mark.parametrize("id", ["x", "", "TGVhZDp4", "Ünicode", "\u0000", "TGVhZDo=" * 1000])
async def test_an_id_that_is_none_is_said_to_be_none(company: Company, id: str) -> None:
    answer = await company.owner("query($id: ID!) { lead(id: $id) { id } }", id=id)
    assert (answer.code, answer.data) == ("INVALID", {"lead": None})
    error = await company.owner.refused("updateLead", {"id": id, "expectedVersion": 1})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "id"])
    assert error["message"] == "This is not an id that LeadHub gave out."


async def test_an_id_of_something_else_is_no_lead(company: Company) -> None:
    error = await company.owner.refused("updateLead", {"id": company.agent.id, "expectedVersion": 1})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "id"])
    assert error["message"] == "This is the id of a Member; a Lead is needed here."


async def test_a_stale_version_is_a_conflict_that_names_the_current_one(company: Company) -> None:
    lead = await company.lead()
    stages = await company.stages()
    await company.owner.done("updateLead", {"id": lead["id"], "expectedVersion": 1, "jobTitle": "A"})
    read = await seen(company.owner, lead["id"], "version jobTitle stage { name } deletedAt")
    for mutation, more in [
        ("updateLead", {"jobTitle": "B"}),
        ("transitionLead", {"stageId": stages["Contacted"]}),
        ("assignLead", {"ownerId": company.agent.id}),
        ("deleteLead", {}),
    ]:
        for version in (1, 3, 0, -1):
            error = await company.owner.refused(
                mutation, {"id": lead["id"], "expectedVersion": version, **more}
            )
            assert (error["code"], error["path"]) == ("CONFLICT_VERSION", ["input", "expectedVersion"])
            assert error["meta"] == {"version": 2}
    assert await seen(company.owner, lead["id"], "version jobTitle stage { name } deletedAt") == read
