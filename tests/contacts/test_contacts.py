"""Contacts: people, how to reach them, and who sees them."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.conversion.converting import made
from tests.leads.test_statements import cost
from tests.world import Caller, Company, World

FIELDS = "fullName emails phones primaryEmail primaryPhone address { city }"
EACH = "id fullName emails phones company { name } owner { name } team { name }"


async def found(caller: Caller, arguments: str) -> list[str]:
    """The names in a list of contacts."""
    data = await caller.ok(f"{{ contacts({arguments}) {{ nodes {{ fullName }} }} }}")
    return [node["fullName"] for node in data["contacts"]["nodes"]]


async def test_a_contact_keeps_each_address_once_in_its_order(company: Company) -> None:
    contact = await made(
        company.agent,
        "Contact",
        f"{FIELDS} owner {{ id }}",
        firstName="Ada",
        emails=["Ada@X.test", "a@y.test", "ada@x.test"],
        phones=["030 123456", "+49 30 123456"],
    )
    assert contact["emails"] == ["Ada@X.test", "a@y.test"]
    assert contact["phones"] == ["030 123456"]
    assert (contact["primaryEmail"], contact["primaryPhone"]) == ("Ada@X.test", "030 123456")
    assert contact["owner"] == {"id": company.agent.id}, "an agent's is their own"


async def test_lists_that_are_left_out_stay(company: Company) -> None:
    contact = await made(company.owner, "Contact", lastName="L", emails=["a@x.test"], phones=["030 123456"])
    payload = await company.owner.done(
        "updateContact",
        {"id": contact["id"], "expectedVersion": 1, "emails": ["b@x.test", "a@x.test"]},
        "contact { version emails phones }",
    )
    assert payload["contact"] == {"version": 2, "emails": ["b@x.test", "a@x.test"], "phones": ["030 123456"]}
    data = await company.owner.ok('{ events(after: 0, types: ["contact.updated"]) { events { changes } } }')
    [event] = data["events"]["events"]
    assert event["changes"] == {"emails": {"from": ["a@x.test"], "to": ["b@x.test", "a@x.test"]}}


async def test_it_is_found_by_what_it_is_called_and_reached_by(company: Company) -> None:
    firm = await made(company.owner, "Company", name="Engines")
    ada = await made(
        company.owner,
        "Contact",
        firstName="Ada",
        lastName="Lovelace",
        emails=["ada@engines.test"],
        phones=["030 123456"],
        companyId=firm["id"],
    )
    await made(company.owner, "Contact", firstName="Bob", emails=["030@x.test"])
    for search in ("ada", "lov ad", "engines.test", "ada@eng", "+49 30 1234"):
        assert await found(company.owner, f'search: "{search}"') == ["Ada Lovelace"], search
    for filter in (
        '{email: {eq: "ADA@engines.test"}}',
        '{phone: {eq: "+4930123456"}}',
        "{phone: {isNull: false}}",
        f'{{companyId: {{eq: "{firm["id"]}"}}}}',
        '{lastName: {startsWith: "love"}, not: {firstName: {eq: "Bob"}}}',
    ):
        assert await found(company.owner, f"filter: {filter}") == ["Ada Lovelace"], filter
    await company.owner.done("updateContact", {"id": ada["id"], "expectedVersion": 1, "emails": []})
    assert await found(company.owner, 'search: "engines.test"') == []


async def test_contacts_are_seen_like_leads(company: Company) -> None:
    north, south = company.teams["North"], company.teams["South"]
    await made(company.agent, "Contact", lastName="Own")
    await made(company.colleague, "Contact", lastName="Colleague's")
    await made(company.owner, "Contact", lastName="Queued", teamId=north)
    await made(company.owner, "Contact", lastName="South", teamId=south)
    for caller, seen in (
        (company.owner, {"Own", "Colleague's", "Queued", "South"}),
        (company.viewer, {"Own", "Colleague's", "Queued", "South"}),
        (company.manager, {"Own", "Colleague's", "Queued"}),
        (company.agent, {"Own", "Queued"}),
        (company.outsider, {"South"}),
    ):
        assert set(await found(caller, "first: 10")) == seen
        # Of two walls, the one in the database.
        assert set(await found(caller, 'search: "", filter: {not: {lastName: {eq: "x"}}}')) == seen


async def test_addresses_are_seen_with_their_contact_alone(company: Company) -> None:
    await made(company.colleague, "Contact", lastName="C", emails=["hidden@x.test"])
    assert await found(company.agent, 'filter: {email: {eq: "hidden@x.test"}}') == []
    assert await found(company.agent, 'search: "hidden"') == []
    assert await found(company.colleague, 'search: "hidden"') == ["C"]


async def test_nobody_gives_away_what_they_could_not_change_then(company: Company) -> None:
    contact = await made(company.agent, "Contact", lastName="Own")
    change = {"id": contact["id"], "expectedVersion": 1}
    for given, at in (
        ({"ownerId": company.outsider.id}, "ownerId"),
        ({"ownerId": None}, "ownerId"),
    ):
        error = await company.agent.refused("updateContact", change | given)
        assert (error["code"], error["path"]) == ("FORBIDDEN", ["input", at])
    payload = await company.owner.done(
        "updateContact", change | {"ownerId": company.outsider.id}, "contact { owner { id } team { id } }"
    )
    assert payload["contact"] == {
        "owner": {"id": company.outsider.id},
        "team": {"id": company.teams["South"]},
    }
    error = await company.agent.refused("updateContact", change | {"expectedVersion": 2, "lastName": "Mine"})
    assert error["code"] == "NOT_FOUND"


@pytest.mark.parametrize(
    ("given", "code", "path"),
    [
        ({}, "REQUIRED", ["input"]),
        ({"jobTitle": "CEO"}, "REQUIRED", ["input"]),
        ({"lastName": "L", "emails": ["no"]}, "INVALID", ["input", "emails", "0"]),
        (
            {"lastName": "L", "emails": [f"a{n}@x.test" for n in range(21)]},
            "LIMIT_EXCEEDED",
            ["input", "emails"],
        ),
        ({"lastName": "x" * 101}, "TOO_LONG", ["input", "lastName"]),
        ({"lastName": "L", "companyId": "nonsense"}, "INVALID", ["input", "companyId"]),
        ({"lastName": "L", "address": {"country": "ZZ"}}, "INVALID", ["input", "address", "country"]),
    ],
)
async def test_bad_input_is_refused(
    company: Company, given: dict[str, Any], code: str, path: list[str]
) -> None:
    error = await company.owner.refused("createContact", given)
    assert (error["code"], error["path"]) == (code, path)


async def test_a_contact_cannot_lose_all_it_could_be_found_by(company: Company) -> None:
    contact = await made(company.owner, "Contact", lastName="L")
    change = {"id": contact["id"], "expectedVersion": 1, "lastName": None}
    assert (await company.owner.refused("updateContact", change))["code"] == "REQUIRED"
    await company.owner.done("updateContact", change | {"emails": ["l@x.test"]})


async def test_masked_is_masked_here_too(world: World) -> None:
    discreet = await world.company(mask_contacts_for_viewers=True)
    await made(
        discreet.owner,
        "Contact",
        lastName="Lovelace",
        emails=["ada@engines.test"],
        phones=["030 123456"],
        address={"city": "Berlin"},
    )
    data = await discreet.viewer.ok(f"{{ contacts {{ nodes {{ {FIELDS} }} }} }}")
    assert data["contacts"]["nodes"] == [
        {
            "fullName": "Lovelace",
            "emails": ["a•••@e•••.test"],
            "phones": ["•••••••56"],
            "primaryEmail": "a•••@e•••.test",
            "primaryPhone": "•••••••56",
            "address": {"city": "B•••"},
        }
    ]
    for asked in (
        'search: "ada"',
        'filter: {email: {eq: "ada@engines.test"}}',
        "filter: {phone: {isNull: true}}",
    ):
        answer = await discreet.viewer(f"{{ contacts({asked}) {{ totalCount }} }}")
        assert answer.code == "FORBIDDEN", asked


async def test_many_contacts_cost_as_many_statements_as_five(
    company: Company, queries: Callable[[], list[str]]
) -> None:
    firms = [await made(company.owner, "Company", name=f"F{at}") for at in range(5)]
    for at in range(25):
        await made(
            company.agent,
            "Contact",
            lastName=f"C{at}",
            emails=[f"c{at}@x.test"],
            companyId=firms[at % 5]["id"],
        )
    document = f"query($first: Int) {{ contacts(first: $first) {{ nodes {{ {EACH} }} }} }}"
    for needed in (5, 2):  # by a plan PostgreSQL writes the company and the owner of each
        five = await cost(queries, company.owner, document, first=5)
        all_of_them = await cost(queries, company.owner, f"# another document\n{document}", first=25)
        assert len(five) == len(all_of_them) == needed, "\n".join(all_of_them)
