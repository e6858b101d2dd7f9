"""Taking in somebody who may be there already."""

import pytest

from tests.duplicates.asked import groups
from tests.world import Company, gather

FIELDS = "lead { id } duplicates { candidates { lead { id } reasons } hiddenCandidates }"
ADA = {"firstName": "Ada", "lastName": "King", "companyName": "Engines", "emails": ["ada@engines.test"]}


async def test_a_duplicate_is_taken_in_and_waits_for_review_unless_told_otherwise(company: Company) -> None:
    one = await company.lead(**ADA)
    payload = await company.owner.done("createLead", ADA, FIELDS)
    assert payload["duplicates"] is None
    assert await groups(company.owner) == [{one["id"], payload["lead"]["id"]}]


async def test_warn_takes_it_in_and_says_who_it_may_be(company: Company) -> None:
    one = await company.lead(**ADA)
    payload = await company.owner.done("createLead", ADA | {"onDuplicate": "WARN"}, FIELDS)
    assert payload["duplicates"] == {
        "candidates": [{"lead": {"id": one["id"]}, "reasons": ["EMAIL", "NAME_AND_COMPANY", "SIMILAR_NAME"]}],
        "hiddenCandidates": 0,
    }
    new = await company.owner.done("createLead", {"lastName": "New", "onDuplicate": "WARN"}, FIELDS)
    assert new["duplicates"] == {"candidates": [], "hiddenCandidates": 0}


@pytest.mark.parametrize(
    "said",
    [
        {"emails": ["ADA@engines.test"]},
        {"firstName": "ADA", "lastName": "king", "companyName": "engines"},
    ],
)
async def test_reject_refuses_it_and_names_who_is_there(company: Company, said: dict[str, str]) -> None:
    one = await company.lead(**ADA)
    fault = await company.owner.refused("createLead", said | {"onDuplicate": "REJECT"})
    assert (fault["code"], fault["path"]) == ("DUPLICATE", ["input"])
    assert fault["meta"] == {"leadIds": [one["id"]], "hiddenCandidates": 0}
    data = await company.owner.ok("{ leads { totalCount } }")
    assert data["leads"]["totalCount"] == 1


async def test_a_similar_name_is_no_reason_to_refuse(company: Company) -> None:
    await company.lead(**ADA)
    like = {"firstName": "Adah", "lastName": "King", "emails": ["ak@engines.test"]}
    payload = await company.owner.done("createLead", like | {"onDuplicate": "REJECT"}, FIELDS)
    assert [one["reasons"] for one in payload["duplicates"]["candidates"]] == [["SIMILAR_NAME"]]


async def test_a_refusal_for_somebody_out_of_reach_says_how_many_and_is_audited(company: Company) -> None:
    await company.lead(**ADA, ownerId=company.outsider.id)
    fault = await company.agent.refused("createLead", ADA | {"onDuplicate": "REJECT"})
    assert fault["meta"] == {"leadIds": [], "hiddenCandidates": 1}
    data = await company.owner.ok("{ auditLog(first: 1) { nodes { action } } }")
    assert data["auditLog"]["nodes"] == [{"action": "lead.hidden_duplicates_told"}]


@pytest.mark.parametrize(
    "said",
    [
        {"emails": ["ada@engines.test"]},
        {"phones": ["030 901820"]},
        {"lastName": "King", "companyName": "Engines"},
    ],
)
async def test_of_several_at_the_same_time_one_is_taken(company: Company, said: dict[str, str]) -> None:
    payloads = await gather(
        *(company.owner.do("createLead", said | {"onDuplicate": "REJECT"}, "lead { id }") for _ in range(6))
    )
    codes = sorted(error["code"] for payload in payloads for error in payload["userErrors"])
    assert codes == ["DUPLICATE"] * 5
    assert (await company.owner.ok("{ leads { totalCount } }"))["leads"]["totalCount"] == 1
