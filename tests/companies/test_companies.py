"""Companies: the address book of a tenant."""

from typing import Any

import pytest

from tests.conversion.converting import made
from tests.world import Company

NAMES = "nodes { name }"


async def names(company: Company, arguments: str) -> list[str]:
    """The names in a list of companies."""
    data = await company.owner.ok(f"{{ companies({arguments}) {{ {NAMES} }} }}")
    return [node["name"] for node in data["companies"]["nodes"]]


async def test_a_company_is_made_changed_and_found_by_its_id(company: Company) -> None:
    firm = await made(
        company.agent,
        "Company",
        "name domain website address { city country }",
        name=" Engines ",
        domain="WWW.Engines.test",
        website="engines.test",
        address={"city": "London", "country": "gb"},
    )
    assert firm | {"id": ""} == {
        "id": "",
        "version": 1,
        "name": "Engines",
        "domain": "engines.test",
        "website": "https://engines.test",
        "address": {"city": "London", "country": "GB"},
    }
    await company.manager.done("updateCompany", {"id": firm["id"], "expectedVersion": 1, "website": None})
    data = await company.viewer.ok(
        "query($id: ID!) { node(id: $id) { ... on Company { version name website } } }", id=firm["id"]
    )
    assert data["node"] == {"version": 2, "name": "Engines", "website": None}


async def test_a_change_of_nothing_is_none(company: Company) -> None:
    firm = await made(company.owner, "Company", name="Engines")
    same = {"id": firm["id"], "expectedVersion": 1, "name": "Engines", "archived": False}
    payload = await company.owner.done("updateCompany", same, "company { version }")
    assert payload["company"] == {"version": 1}


async def test_search_begins_words_of_the_name_and_the_domain(company: Company) -> None:
    await made(company.owner, "Company", name="Analytical Engines", domain="engines.test")
    firm = await made(company.owner, "Company", name="Müller & Söhne")
    assert await names(company, 'search: "eng ana"') == ["Analytical Engines"]
    assert await names(company, 'search: "engines.te"') == ["Analytical Engines"]
    assert await names(company, 'search: "nalytical"') == []
    assert await names(company, 'search: "mül"') == ["Müller & Söhne"]
    await company.owner.done("updateCompany", {"id": firm["id"], "expectedVersion": 1, "name": "Huber"})
    assert await names(company, 'search: "mül"') == []
    assert await names(company, 'search: "hub"') == ["Huber"]


async def test_a_search_stays_within_the_tenant(company: Company, rival: Company) -> None:
    await made(rival.owner, "Company", name="Engines")
    assert await names(company, 'search: "engines"') == []


async def test_filters_are_combined(company: Company) -> None:
    for name, domain in (("A", "a.test"), ("B", None), ("C", "c.test")):
        await made(company.owner, "Company", name=name, domain=domain)
    assert await names(company, 'filter: {name: {in: ["A", "B"]}}') == ["B", "A"], "newest first"
    assert await names(company, "filter: {domain: {isNull: true}}") == ["B"]
    assert await names(company, 'filter: {not: {domain: {eq: "a.test"}}}') == ["C", "B"]
    assert await names(company, 'filter: {or: [{name: {eq: "A"}}, {name: {eq: "C"}}]}') == ["C", "A"]


async def test_what_is_archived_is_in_no_list_until_it_is_back(company: Company) -> None:
    firm = await made(company.owner, "Company", name="Engines")
    change = {"id": firm["id"], "expectedVersion": 1, "archived": True}
    payload = await company.owner.done("updateCompany", change, "company { archivedAt }")
    assert payload["company"]["archivedAt"] is not None
    assert await names(company, "first: 5") == []
    assert await names(company, "includeArchived: true") == ["Engines"]
    await company.owner.done("updateCompany", change | {"expectedVersion": 2, "archived": False})
    assert await names(company, "first: 5") == ["Engines"]


async def test_pages_follow_each_other(company: Company) -> None:
    for at in range(5):
        await made(company.owner, "Company", name=f"C{at}")
    data = await company.owner.ok(
        "{ companies(first: 2) { nodes { name } pageInfo { endCursor } totalCount } }"
    )
    assert data["companies"]["totalCount"] == 5
    cursor = data["companies"]["pageInfo"]["endCursor"]
    assert await names(company, f'first: 2, after: "{cursor}"') == ["C2", "C1"]


@pytest.mark.parametrize(
    ("given", "code", "at"),
    [
        ({}, "REQUIRED", "name"),
        ({"name": "  "}, "REQUIRED", "name"),
        ({"name": "x" * 201}, "TOO_LONG", "name"),
        ({"name": "A", "domain": "http://a.test/"}, "INVALID", "domain"),
        ({"name": "A", "domain": "a@b.test"}, "INVALID", "domain"),
        ({"name": "A", "website": "nothing"}, "INVALID", "website"),
        ({"name": "A", "website": "a.test/" + "x" * 493}, "TOO_LONG", "website"),
    ],
)
async def test_bad_input_is_refused(company: Company, given: dict[str, Any], code: str, at: str) -> None:
    error = await company.owner.refused("createCompany", given)
    assert (error["code"], error["path"]) == (code, ["input", at])


async def test_an_old_version_is_refused(company: Company) -> None:
    firm = await made(company.owner, "Company", name="Engines")
    await company.owner.done("updateCompany", {"id": firm["id"], "expectedVersion": 1, "name": "Else"})
    error = await company.owner.refused(
        "updateCompany", {"id": firm["id"], "expectedVersion": 1, "name": "Third"}
    )
    assert (error["code"], error["meta"]) == ("CONFLICT_VERSION", {"version": 2})
