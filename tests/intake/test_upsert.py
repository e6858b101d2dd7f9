"""Changing a lead if it is there, and making it if not."""

from typing import Any

import pytest

from tests.world import Company, gather

FIELDS = """created lead { id version jobTitle deletedAt emails { value } phones { value } tags { name }
  externalIds { system id } }"""
ADA = {"emails": ["ada@x.test"], "phones": ["030 901820"], "externalId": {"system": "crm", "id": "7"}}

MATCHES: list[dict[str, Any]] = [
    {"email": " ADA@x.test "},
    {"phone": "+49 30 901820"},
    {"externalId": {"system": "crm", "id": "7"}},
]


@pytest.mark.parametrize("match", MATCHES, ids=lambda match: next(iter(match)))
async def test_the_lead_that_matches_is_changed(company: Company, match: dict[str, Any]) -> None:
    lead = await company.lead(**ADA)
    payload = await company.owner.done("upsertLead", {"match": match, "jobTitle": "Countess"}, FIELDS)
    assert payload["created"] is False
    assert (payload["lead"]["id"], payload["lead"]["jobTitle"]) == (lead["id"], "Countess")
    assert payload["lead"]["version"] == 2


@pytest.mark.parametrize("match", MATCHES, ids=lambda match: next(iter(match)))
async def test_where_none_matches_one_is_made_with_what_was_looked_for(
    company: Company, match: dict[str, Any]
) -> None:
    payload = await company.owner.done("upsertLead", {"match": match, "lastName": "King"}, FIELDS)
    assert payload["created"] is True
    again = await company.owner.done("upsertLead", {"match": match}, FIELDS)
    assert (again["created"], again["lead"]["id"]) == (False, payload["lead"]["id"])
    assert again["lead"]["version"] == 1


async def test_lists_are_added_to_and_never_cut(company: Company) -> None:
    await company.lead(**ADA, tags=["hot"])
    said = {
        "match": {"email": "ada@x.test"},
        "emails": ["ada@work.test"],
        "phones": ["030 901821", "+49 30 901820"],
        "tags": ["HOT", "new"],
        "externalId": {"system": "erp", "id": "1"},
    }
    lead = (await company.owner.done("upsertLead", said, FIELDS))["lead"]
    assert [row["value"] for row in lead["emails"]] == ["ada@x.test", "ada@work.test"]
    assert [row["value"] for row in lead["phones"]] == ["030 901820", "030 901821"]
    assert sorted(row["name"] for row in lead["tags"]) == ["hot", "new"]
    assert lead["externalIds"] == [{"system": "crm", "id": "7"}, {"system": "erp", "id": "1"}]


async def test_several_that_match_are_nobodys_to_choose_from(company: Company) -> None:
    ids = [(await company.lead(emails=["ada@x.test"]))["id"] for _ in range(2)]
    fault = await company.owner.refused("upsertLead", {"match": {"email": "ada@x.test"}, "jobTitle": "X"})
    assert (fault["code"], fault["path"]) == ("DUPLICATE", ["input", "match", "email"])
    assert fault["meta"] == {"leadIds": ids}


async def test_a_deleted_lead_comes_back_only_when_asked(company: Company) -> None:
    match = {"externalId": {"system": "crm", "id": "7"}}
    lead = await company.lead(**ADA)
    await company.owner.done("deleteLead", {"id": lead["id"], "expectedVersion": 1})
    fault = await company.agent.refused("upsertLead", {"match": match, "onDeleted": "RESTORE"})
    assert fault["code"] == "REQUIRED"  # not in the agent's reach: it would be a new one, with no name
    payload = await company.owner.done(
        "upsertLead", {"match": match, "onDeleted": "RESTORE", "jobTitle": "Countess"}, FIELDS
    )
    assert (payload["created"], payload["lead"]["id"], payload["lead"]["deletedAt"]) == (
        False,
        lead["id"],
        None,
    )
    await company.owner.done("deleteLead", {"id": lead["id"], "expectedVersion": payload["lead"]["version"]})
    payload = await company.owner.done("upsertLead", {"match": match, "lastName": "King"}, FIELDS)
    assert payload["created"] is True
    assert payload["lead"]["id"] != lead["id"]


async def test_bringing_back_is_for_those_who_may(company: Company) -> None:
    lead = await company.lead(company.agent, **ADA)
    await company.owner.done("deleteLead", {"id": lead["id"], "expectedVersion": 1})
    said = {"match": {"email": "ada@x.test"}, "onDeleted": "RESTORE"}
    fault = await company.agent.refused("upsertLead", said)
    assert (fault["code"], fault["path"]) == ("FORBIDDEN", ["input", "onDeleted"])


async def test_what_is_out_of_reach_is_not_there_and_not_taken_either(company: Company) -> None:
    await company.lead(**ADA, ownerId=company.outsider.id)
    payload = await company.agent.done("upsertLead", {"match": {"email": "ada@x.test"}}, FIELDS)
    assert payload["created"] is True
    fault = await company.agent.refused("upsertLead", {"match": MATCHES[2], "lastName": "King"})
    assert (fault["code"], fault["meta"]) == ("UNIQUE", None)


async def test_a_queued_lead_is_claimed_before_it_is_changed(company: Company) -> None:
    await company.lead(**ADA, teamId=company.teams["North"])
    fault = await company.agent.refused("upsertLead", {"match": {"email": "ada@x.test"}, "jobTitle": "X"})
    assert (fault["code"], fault["path"]) == ("FORBIDDEN", ["input", "match", "email"])


@pytest.mark.parametrize("match", MATCHES, ids=lambda match: next(iter(match)))
async def test_of_many_at_once_one_makes_it(company: Company, match: dict[str, Any]) -> None:
    said = [{"match": match, "lastName": "King", "jobTitle": f"Title {at}"} for at in range(6)]
    payloads = await gather(*(company.owner.done("upsertLead", one, FIELDS) for one in said))
    assert sorted(payload["created"] for payload in payloads) == [False] * 5 + [True]
    assert len({payload["lead"]["id"] for payload in payloads}) == 1


@pytest.mark.parametrize(
    ("match", "code", "path"),
    [
        ({}, "REQUIRED", ["input", "match"]),
        ({"email": "a@x.test", "phone": "030 901820"}, "REQUIRED", ["input", "match"]),
        ({"email": "nonsense"}, "INVALID", ["input", "match", "email"]),
        ({"phone": "123"}, "INVALID", ["input", "match", "phone"]),
        ({"externalId": {"system": " ", "id": "7"}}, "REQUIRED", ["input", "match", "externalId", "system"]),
    ],
)
async def test_what_matches_nothing_is_said(company: Company, match: Any, code: str, path: list[str]) -> None:
    fault = await company.owner.refused("upsertLead", {"match": match, "lastName": "King"})
    assert (fault["code"], fault["path"]) == (code, path)


async def test_there_is_room_for_twenty_addresses(company: Company) -> None:
    await company.lead(emails=[f"a{at}@x.test" for at in range(20)])
    said = {"match": {"email": "a0@x.test"}, "emails": ["one.more@x.test"]}
    fault = await company.owner.refused("upsertLead", said)
    assert (fault["code"], fault["path"]) == ("LIMIT_EXCEEDED", ["input", "emails"])
