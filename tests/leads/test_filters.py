"""What can be asked of a list of leads, one example each; `test_filters_agree.py` asks at random."""

from typing import Any

import pytest

from tests.leads.lists import names
from tests.world import Company


async def _three(company: Company) -> None:
    await company.lead(
        lastName="Ada",
        companyName="Engines 100%",
        website="https://engines.test",
        jobTitle="Analyst",
        emails=["ada@x.test", "lovelace@y.test"],
        phones=["030 123456"],
        tags=["hot", "fair"],
        externalId={"system": "crm", "id": "1"},
        estimatedValue={"amount": "100.50"},
        doNotContact=True,
        nextFollowUpAt="2026-05-01T12:00:00+02:00",
        ownerId=company.agent.id,
    )
    await company.lead(lastName="Bob", companyName="ENGINES", tags=["cold"], emails=["bob@x.test"])
    await company.lead(lastName="Cyd", teamId=company.teams["South"])


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"lastName": {"eq": "Ada"}}, "Ada"),
        ({"lastName": {"eq": "ada"}}, ""),
        ({"lastName": {"ne": "Ada"}}, "Bob Cyd"),
        ({"lastName": {"in": ["Ada", "Cyd"]}}, "Ada Cyd"),
        ({"lastName": {"in": []}}, ""),
        ({"companyName": {"ne": "ENGINES"}}, "Ada Cyd"),
        ({"companyName": {"contains": "gine"}}, "Ada Bob"),
        ({"companyName": {"contains": "100%"}}, "Ada"),
        ({"companyName": {"contains": "1_0"}}, ""),
        ({"companyName": {"startsWith": "engines "}}, "Ada"),
        ({"companyName": {"startsWith": "%"}}, ""),
        ({"companyName": {"isNull": True}}, "Cyd"),
        ({"companyName": {"contains": "engines", "ne": "ENGINES"}}, "Ada"),
        ({"website": {"startsWith": "HTTPS://"}}, "Ada"),
        ({"jobTitle": {"isNull": False}}, "Ada"),
        ({"email": {"eq": "LOVELACE@Y.test"}}, "Ada"),
        ({"email": {"in": ["ada@x.test", "bob@x.test"]}}, "Ada Bob"),
        ({"email": {"isNull": True}}, "Cyd"),
        ({"email": {"isNull": False, "eq": "bob@x.test"}}, "Bob"),
        ({"phone": {"eq": "+49 (0)30 12 34 56"}}, "Ada"),
        ({"phone": {"in": ["0049 30 123456"]}}, "Ada"),
        ({"phone": {"isNull": True}}, "Bob Cyd"),
        ({"tag": {"eq": "hot"}}, "Ada"),
        ({"tag": {"in": ["fair", "cold"]}}, "Ada Bob"),
        ({"tag": {"startsWith": "C"}}, "Bob"),
        ({"tag": {"ne": "hot"}}, "Bob Cyd"),
        ({"tag": {"isNull": True}}, "Cyd"),
        ({"tag": {"isNull": False, "eq": "nope"}}, ""),
        ({"externalId": {"system": "crm", "id": "1"}}, "Ada"),
        ({"estimatedValue": {"gt": "100", "lte": "100.50"}}, "Ada"),
        ({"estimatedValue": {"isNull": True}}, "Bob Cyd"),
        ({"doNotContact": {"eq": False}}, "Bob Cyd"),
        ({"nextFollowUpAt": {"eq": "2026-05-01T10:00:00Z"}}, "Ada"),
        ({"nextFollowUpAt": {"lt": "2026-05-01T12:00:00+02:00"}}, ""),
        ({"createdAt": {"gte": "2026-01-01T00:00:00Z", "lt": "9999-01-01T00:00:00Z"}}, "Ada Bob Cyd"),
        ({"status": {"in": ["OPEN"]}}, "Ada Bob Cyd"),
        ({"status": {"ne": "OPEN"}}, ""),
        ({"score": {"isNull": True}, "rating": {"isNull": True}}, "Ada Bob Cyd"),
        ({"ownerId": {"isNull": True}}, "Bob Cyd"),
        ({"lostReasonId": {"isNull": False}}, ""),
        ({"and": [{"tag": {"eq": "hot"}}, {"tag": {"eq": "fair"}}]}, "Ada"),
        ({"or": [{"tag": {"eq": "cold"}}, {"email": {"isNull": True}}]}, "Bob Cyd"),
        ({"not": {"companyName": {"contains": "engines"}}}, "Cyd"),
        ({"not": {"estimatedValue": {"lt": "1"}}}, "Ada Bob Cyd"),
        ({"or": []}, ""),
        ({"and": []}, "Ada Bob Cyd"),
        ({"or": [{}, {"lastName": {"eq": "Ada"}}]}, "Ada Bob Cyd"),
        ({"or": [{"lastName": {}}, {"lastName": {"eq": "Ada"}}]}, "Ada Bob Cyd"),
        ({"not": {}}, ""),
        ({}, "Ada Bob Cyd"),
    ],
)
async def test_a_filter_finds(company: Company, asked: dict[str, Any], found: str) -> None:
    await _three(company)
    assert sorted(await names(company.owner, filter=asked)) == found.split()


@pytest.mark.parametrize("field", ["number", "firstName", "jobTitle", "companyName", "website", "tag"])
async def test_a_text_that_is_too_long_for_a_field_is_no_leads(company: Company, field: str) -> None:
    await _three(company)
    long = "é" * 5000
    for asked in ({"eq": long}, {"in": [long]}, {"contains": long}, {"startsWith": long}):
        assert await names(company.owner, filter={field: asked}) == [], asked
    assert sorted(await names(company.owner, filter={field: {"ne": long}})) == ["Ada", "Bob", "Cyd"]


async def test_no_external_id_is_too_long_to_ask_for(company: Company) -> None:
    await _three(company)
    assert await names(company.owner, filter={"externalId": {"system": "s" * 5000, "id": "i" * 5000}}) == []


async def test_references_are_asked_for_by_id(company: Company) -> None:
    await _three(company)
    stages = await company.stages()
    for asked, found in [
        ({"ownerId": {"eq": company.agent.id}}, "Ada"),
        ({"ownerId": {"ne": company.agent.id}}, "Bob Cyd"),
        ({"ownerId": {"in": [company.agent.id, company.outsider.id]}}, "Ada"),
        ({"teamId": {"eq": company.teams["North"]}}, "Ada"),
        ({"teamId": {"eq": company.teams["South"]}}, "Cyd"),
        ({"stageId": {"eq": stages["New"]}}, "Ada Bob Cyd"),
        ({"stageId": {"ne": stages["New"]}}, ""),
        ({"sourceId": {"isNull": True}}, "Ada Bob Cyd"),
    ]:
        assert sorted(await names(company.owner, filter=asked)) == found.split(), asked


async def test_an_owner_of_another_tenant_finds_nothing(company: Company, rival: Company) -> None:
    await company.lead(ownerId=company.agent.id)
    assert await names(company.owner, filter={"ownerId": {"eq": rival.agent.id}}) == []


async def test_a_filter_never_reaches_beyond_the_callers_reach(company: Company) -> None:
    await _three(company)
    for asked in ({}, {"not": {"lastName": {"eq": "nobody"}}}, {"or": [{"ownerId": {"isNull": True}}, {}]}):
        assert await names(company.agent, filter=asked) == ["Ada"]
        assert await names(company.outsider, filter=asked) == ["Cyd"]
        assert await names(company.colleague, filter=asked) == []
        assert await names(company.manager, filter=asked) == ["Ada"]
