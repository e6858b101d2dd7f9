"""Deals: what may be sold, to whom, and how it ended."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.conversion.converting import made
from tests.leads.test_statements import cost
from tests.world import Caller, Company


async def found(caller: Caller, arguments: str) -> list[str]:
    """The names in a list of deals."""
    data = await caller.ok(f"{{ deals({arguments}) {{ nodes {{ name }} }} }}")
    return [node["name"] for node in data["deals"]["nodes"]]


async def test_a_deal_is_open_until_somebody_says_how_it_ended(company: Company) -> None:
    deal = await made(company.owner, "Deal", "status closedAt", name="A machine")
    assert (deal["status"], deal["closedAt"]) == ("OPEN", None)
    closed = {}
    for version, status in enumerate(("WON", "LOST", "OPEN"), 1):
        payload = await company.owner.done(
            "updateDeal",
            {"id": deal["id"], "expectedVersion": version, "status": status},
            "deal { status closedAt }",
        )
        assert payload["deal"]["status"] == status
        closed[status] = payload["deal"]["closedAt"]
    assert closed["WON"] < closed["LOST"]
    assert closed["OPEN"] is None


async def test_its_value_is_exact_and_has_a_currency(company: Company) -> None:
    deal = await made(
        company.owner, "Deal", "value { amount currency }", name="D", value={"amount": "1000.5001"}
    )
    assert deal["value"] == {"amount": "1000.5001", "currency": "USD"}
    change = {"id": deal["id"], "expectedVersion": 1, "value": {"amount": "2", "currency": "eur"}}
    await company.owner.done("updateDeal", change)
    data = await company.owner.ok('{ events(after: 0, types: ["deal.updated"]) { events { changes } } }')
    assert data["events"]["events"][0]["changes"] == {
        "value": {
            "from": {"amount": "1000.5001", "currency": "USD"},
            "to": {"amount": "2.00", "currency": "EUR"},
        }
    }
    assert await found(company.owner, 'filter: {value: {gte: "2", lt: "3"}}') == ["D"]


async def test_it_is_found_by_what_hangs_on_it(company: Company) -> None:
    firm = await made(company.owner, "Company", name="Engines")
    contact = await made(company.owner, "Contact", lastName="L")
    await made(
        company.owner,
        "Deal",
        name="A machine",
        companyId=firm["id"],
        contactId=contact["id"],
        status="WON",
        expectedCloseAt="2027-01-01T00:00:00Z",
    )
    await made(company.owner, "Deal", name="Else")
    for filter in (
        f'{{companyId: {{eq: "{firm["id"]}"}}}}',
        f'{{contactId: {{in: ["{contact["id"]}"]}}}}',
        "{status: {in: [WON, LOST]}}",
        '{expectedCloseAt: {lt: "2027-06-01T00:00:00Z"}}',
        "{closedAt: {isNull: false}}",
        "{not: {companyId: {isNull: true}}}",
    ):
        assert await found(company.owner, f"filter: {filter}") == ["A machine"], filter
    assert await found(company.owner, 'search: "mach"') == ["A machine"]


async def test_deals_are_seen_like_leads(company: Company) -> None:
    await made(company.agent, "Deal", name="Own")
    await made(company.colleague, "Deal", name="Colleague's")
    await made(company.owner, "Deal", name="Queued", teamId=company.teams["North"])
    await made(company.outsider, "Deal", name="South")
    assert set(await found(company.manager, "first: 9")) == {"Own", "Colleague's", "Queued"}
    assert set(await found(company.agent, "first: 9")) == {"Own", "Queued"}
    assert set(await found(company.outsider, "first: 9")) == {"South"}


async def test_a_deal_whose_contact_is_not_yours_is_shown_without_it(company: Company) -> None:
    contact = await made(company.colleague, "Contact", lastName="C")
    await made(company.owner, "Deal", name="D", contactId=contact["id"], ownerId=company.agent.id)
    data = await company.agent.ok("{ deals { nodes { name contact { id } } } }")
    assert data["deals"]["nodes"] == [{"name": "D", "contact": None}]


async def test_a_team_that_goes_leaves_contacts_and_deals_to_another(company: Company) -> None:
    teams = [
        (await company.owner.done("createTeam", {"name": name}, "team { id }"))["team"]["id"]
        for name in ("Old", "New")
    ]
    await made(company.owner, "Deal", name="D", teamId=teams[0])
    await made(company.owner, "Contact", lastName="C", teamId=teams[0])
    gone = {"id": teams[0], "expectedVersion": 1}
    error = await company.owner.refused("deleteTeam", gone)
    theirs = {"leads": 0, "contacts": 1, "deals": 1, "assignmentRules": 0, "teams": 0}
    assert (error["code"], error["meta"]) == ("IN_USE", theirs)
    await company.owner.done("deleteTeam", gone | {"replaceWith": teams[1]})
    data = await company.owner.ok(
        "{ deals { nodes { team { name } } } contacts { nodes { team { name } } } }"
    )
    assert data["deals"]["nodes"] == data["contacts"]["nodes"] == [{"team": {"name": "New"}}]


async def test_a_manager_reads_in_the_audit_what_concerns_them(company: Company) -> None:
    await made(company.agent, "Deal", name="North")
    await made(company.outsider, "Deal", name="South")
    await made(company.outsider, "Contact", lastName="South", emails=["s@x.test"])
    await made(company.outsider, "Company", name="Everybody's")
    data = await company.manager.ok("{ auditLog(first: 50) { nodes { action changes } } }")
    told = [
        entry["changes"]["name"]["to"] for entry in data["auditLog"]["nodes"] if "name" in entry["changes"]
    ]
    assert told == ["Everybody's", "North"]


@pytest.mark.parametrize(
    ("given", "code", "path"),
    [
        ({}, "REQUIRED", ["input", "name"]),
        ({"name": "D", "status": None}, "REQUIRED", ["input", "status"]),
        ({"name": "D", "value": {"amount": "-1"}}, "INVALID", ["input", "value", "amount"]),
        (
            {"name": "D", "value": {"amount": "1", "currency": "XXQ"}},
            "INVALID",
            ["input", "value", "currency"],
        ),
        ({"name": "D", "expectedCloseAt": "1066-10-14T00:00:00Z"}, "INVALID", ["input", "expectedCloseAt"]),
        ({"name": "D", "contactId": "nonsense"}, "INVALID", ["input", "contactId"]),
    ],
)
async def test_bad_input_is_refused(
    company: Company, given: dict[str, Any], code: str, path: list[str]
) -> None:
    error = await company.owner.refused("createDeal", given)
    assert (error["code"], error["path"]) == (code, path)


async def test_many_deals_cost_as_many_statements_as_five(
    company: Company, queries: Callable[[], list[str]]
) -> None:
    for at in range(15):
        firm = await made(company.owner, "Company", name=f"F{at}")
        contact = await made(company.owner, "Contact", lastName=f"C{at}", companyId=firm["id"])
        await made(
            company.owner,
            "Deal",
            name=f"D{at}",
            companyId=firm["id"],
            contactId=contact["id"],
            ownerId=company.agent.id,
        )
    each = "name company { name } contact { fullName emails company { name } } owner { name } team { name }"
    document = f"query($first: Int) {{ deals(first: $first) {{ nodes {{ {each} }} }} }}"
    for needed in (6, 4):  # by a plan PostgreSQL writes the company, the owner and the team of each
        five = await cost(queries, company.owner, document, first=5)
        all_of_them = await cost(queries, company.owner, f"# another document\n{document}", first=15)
        assert len(five) == len(all_of_them) == needed, "\n".join(all_of_them)
