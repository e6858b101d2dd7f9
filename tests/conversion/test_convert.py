"""A lead becomes a company, a contact and a deal: new ones, or such as there are."""

from typing import Any
from uuid import uuid4

import pytest

from leadhub.kit.node import to_global
from tests.conversion.converting import ALL, NEW, ada, convert, made, wish
from tests.leads.lists import seen
from tests.streams.first import first_item
from tests.world import Company


async def test_what_is_new_is_made_of_the_lead(company: Company) -> None:
    lead = await ada(company, by=company.agent)
    became = await convert(company.agent, lead)
    assert became["company"] | {"id": ""} == {
        "id": "",
        "version": 1,
        "name": "Engines",
        "domain": "engines.test",
        "website": "https://www.engines.test/about",
    }
    hands = {"owner": {"id": company.agent.id}, "team": {"id": company.teams["North"]}}
    employer = {"id": became["company"]["id"], "name": "Engines"}
    assert became["contact"] | {"id": ""} == {
        "id": "",
        "version": 1,
        "fullName": "Ada Lovelace",
        "jobTitle": "Countess",
        "emails": ["Ada@Engines.test", "ada@gmail.com"],
        "phones": ["030 123456"],
        "doNotContact": True,
        "address": {"city": "London"},
        "company": employer,
        **hands,
    }
    assert became["deal"] | {"id": ""} == {
        "id": "",
        "version": 1,
        "name": "Engines",
        "status": "OPEN",
        "value": {"amount": "1000.50", "currency": "GBP"},
        "company": employer,
        "contact": {"id": became["contact"]["id"], "fullName": "Ada Lovelace"},
        **hands,
    }


async def test_the_lead_tells_what_it_became_and_stays_where_it_was(company: Company) -> None:
    lead = await ada(company)
    assert await seen(company.owner, lead["id"], "conversion { at }") == {"conversion": None}
    became = await convert(company.owner, lead)
    assert became["lead"]["version"] == lead["version"] + 1
    assert became["lead"]["status"] == "OPEN"
    conversion = became["lead"]["conversion"]
    assert conversion["by"] == {"id": company.owner.id}
    for thing in ("company", "contact", "deal"):
        assert conversion[thing]["id"] == became[thing]["id"]
    found = await company.owner.ok("{ leads(filter: {convertedAt: {isNull: false}}) { nodes { id } } }")
    assert found["leads"]["nodes"] == [{"id": lead["id"]}]


async def test_what_is_said_wins_over_the_lead(company: Company) -> None:
    became = await convert(
        company.owner,
        await ada(company),
        company={"create": {"name": "Analytical", "domain": "Analytical.example", "website": None}},
        contact={
            "create": {"jobTitle": None, "emails": ["a@analytical.example"], "ownerId": company.agent.id}
        },
        deal={"create": {"name": "A machine", "status": "WON", "value": None}},
    )
    assert (became["company"]["name"], became["company"]["website"]) == ("Analytical", None)
    assert became["company"]["domain"] == "analytical.example"
    assert (became["contact"]["jobTitle"], became["contact"]["emails"]) == (None, ["a@analytical.example"])
    assert became["contact"]["owner"] == {"id": company.agent.id}
    assert (became["deal"]["name"], became["deal"]["status"], became["deal"]["value"]) == (
        "A machine",
        "WON",
        None,
    )


async def test_of_what_there_is_empty_fields_alone_are_filled(company: Company) -> None:
    owner = company.owner
    firm = await made(owner, "Company", name="Engines Ltd", website="https://engines.example")
    contact = await made(owner, "Contact", firstName="Augusta", emails=["augusta@engines.test"])
    deal = await made(owner, "Deal", name="A machine", value={"amount": "7", "currency": "EUR"})
    became = await convert(
        owner,
        await ada(company),
        company={"existingId": firm["id"]},
        contact={"existingId": contact["id"]},
        deal={"existingId": deal["id"]},
    )
    assert became["company"] == {
        "id": firm["id"],
        "version": 2,
        "name": "Engines Ltd",
        "domain": "engines.test",
        "website": "https://engines.example",
    }
    assert became["contact"]["id"] == contact["id"]
    assert became["contact"]["fullName"] == "Augusta Lovelace"
    assert became["contact"]["emails"] == ["augusta@engines.test"]
    assert became["contact"]["phones"] == ["030 123456"]
    assert became["contact"]["company"]["id"] == firm["id"]
    assert became["contact"]["doNotContact"], "what nobody may do is not forgotten"
    assert became["deal"]["value"] == {"amount": "7.00", "currency": "EUR"}
    assert became["deal"]["contact"]["id"] == contact["id"]


async def test_many_leads_become_one_deal(company: Company) -> None:
    first, second = await ada(company), await ada(company, firstName="Byron")
    deal = (await convert(company.owner, first))["deal"]
    became = await convert(company.owner, second, contact={"create": {}}, deal={"existingId": deal["id"]})
    assert became["deal"] == deal, "it has everything already"
    found = await company.owner.ok(
        "query($id: ID!) { leads(filter: {dealId: {eq: $id}}) { nodes { id } } }", id=deal["id"]
    )
    assert {node["id"] for node in found["leads"]["nodes"]} == {first["id"], second["id"]}


async def test_some_of_the_three_are_enough(company: Company) -> None:
    became = await convert(company.owner, await ada(company), contact={"create": {}}, deal={"none": True})
    assert became["contact"]["company"] is None
    assert (became["company"], became["deal"]) == (None, None)
    conversion = became["lead"]["conversion"]
    assert (conversion["company"], conversion["deal"]) == (None, None)


async def test_the_longest_name_fits(company: Company) -> None:
    lead = await company.lead(firstName="F" * 100, lastName="L" * 100)
    became = await convert(company.owner, lead, deal={"create": {}})
    assert became["deal"]["name"] == "F" * 100 + " " + "L" * 99


async def test_an_address_that_anybody_can_have_says_nothing_about_a_company(company: Company) -> None:
    became = await convert(company.owner, await ada(company, website=None, emails=["ada@gmail.com"]))
    assert became["company"]["domain"] is None
    became = await convert(company.owner, await ada(company, website=None))
    assert became["company"]["domain"] == "engines.test"


async def test_each_record_has_its_event_and_the_lead_one(company: Company) -> None:
    lead = await ada(company)
    head = (await company.owner.ok("{ events(after: 0) { headSeq } }"))["events"]["headSeq"]
    became = await convert(company.owner, lead)
    data = await company.owner.ok(
        "query($after: Int!) { events(after: $after) { events { type subjectId version changes } } }",
        after=head,
    )
    events = data["events"]["events"]
    assert [event["type"] for event in events] == [
        "company.created",
        "contact.created",
        "deal.created",
        "lead.converted",
    ]
    told = events[-1]
    assert (told["subjectId"], told["version"]) == (lead["id"], lead["version"] + 1)
    assert {name: change["to"] for name, change in told["changes"].items() if name != "convertedAt"} == {
        "companyId": became["company"]["id"],
        "contactId": became["contact"]["id"],
        "dealId": became["deal"]["id"],
    }


async def test_who_watches_unconverted_leads_is_told_that_one_leaves(company: Company) -> None:
    lead = await ada(company)

    async def happen() -> None:
        await convert(company.owner, lead)

    told = await first_item(
        company.owner,
        "subscription { leadChanged(filter: {convertedAt: {isNull: true}}) { kind leadId type } }",
        happen,
    )
    assert told.data["leadChanged"] == {"kind": "LEFT", "leadId": lead["id"], "type": "lead.converted"}


async def test_a_converted_lead_can_be_worked_on(company: Company) -> None:
    lead = await ada(company)
    version = (await convert(company.owner, lead))["lead"]["version"]
    stages = await company.stages()
    await company.owner.done(
        "transitionLead", {"id": lead["id"], "expectedVersion": version, "stageId": stages["Won"]}
    )
    await company.owner.done("deleteLead", {"id": lead["id"], "expectedVersion": version + 1})
    error = await company.owner.refused("convertLead", wish(lead, **NEW))
    assert (error["code"], error["path"]) == ("INVALID", ["input", "id"])
    await company.owner.done("restoreLead", {"id": lead["id"]})
    assert (await company.owner.refused("convertLead", wish(lead, **NEW)))["code"] == "ALREADY_CONVERTED"


NOWHERE = to_global("Company", uuid4())
WRONG: dict[str, tuple[dict[str, Any], str, list[str]]] = {
    "nothing": ({}, "REQUIRED", ["input"]),
    "none of them": ({"company": {"none": True}}, "REQUIRED", ["input"]),
    "not none": (
        NEW | {"company": {"none": False}},
        "INVALID",
        ["input", "company", "none"],
    ),
    "no such company": (
        {"company": {"existingId": NOWHERE}},
        "NOT_FOUND",
        ["input", "company", "existingId"],
    ),
    "another kind": ({"deal": {"existingId": NOWHERE}}, "INVALID", ["input", "deal", "existingId"]),
    "no address": (
        {"contact": {"create": {"emails": ["x@y.test", "nonsense"]}}},
        "INVALID",
        ["input", "contact", "create", "emails", "1"],
    ),
    "no currency": (
        {"deal": {"create": {"value": {"amount": "1", "currency": "XXQ"}}}},
        "INVALID",
        ["input", "deal", "create", "value", "currency"],
    ),
    "no name": ({"deal": {"create": {"name": " "}}}, "REQUIRED", ["input", "deal", "create", "name"]),
    "long name": (
        {"company": {"create": {"name": "x" * 201}}},
        "TOO_LONG",
        ["input", "company", "create", "name"],
    ),
    "no domain": (
        {"company": {"create": {"domain": "no domain"}}},
        "INVALID",
        ["input", "company", "create", "domain"],
    ),
}


@pytest.mark.parametrize(("targets", "code", "path"), WRONG.values(), ids=WRONG)
async def test_bad_input_is_refused_with_its_place(
    company: Company, targets: dict[str, Any], code: str, path: list[str]
) -> None:
    error = await company.owner.refused("convertLead", wish(await ada(company), **targets))
    assert (error["code"], error["path"]) == (code, path)


async def test_all_faults_are_told_at_once(company: Company) -> None:
    targets = {"company": {"create": {"name": ""}}, "deal": {"create": {"name": ""}}}
    payload = await company.owner.do("convertLead", wish(await ada(company), **targets))
    assert [error["path"][1] for error in payload["userErrors"]] == ["company", "deal"]


async def test_a_lead_that_lacks_what_a_record_needs_says_so(company: Company) -> None:
    nameless = await company.lead(lastName=None, companyName="Engines")
    error = await company.owner.refused("convertLead", wish(nameless, contact={"create": {}}))
    assert (error["code"], error["path"]) == ("REQUIRED", ["input", "contact", "create"])
    lonely = await company.lead(lastName="Lovelace")
    error = await company.owner.refused("convertLead", wish(lonely, company={"create": {}}))
    assert (error["code"], error["path"]) == ("REQUIRED", ["input", "company", "create", "name"])


async def test_what_is_archived_is_no_target(company: Company) -> None:
    firm = await made(company.owner, "Company", name="Engines")
    await company.owner.done("updateCompany", {"id": firm["id"], "expectedVersion": 1, "archived": True})
    error = await company.owner.refused(
        "convertLead", wish(await ada(company), company={"existingId": firm["id"]})
    )
    assert (error["code"], error["path"]) == ("INVALID", ["input", "company", "existingId"])


async def test_nobody_converts_into_what_they_may_not_change(company: Company) -> None:
    lead = await ada(company, by=company.agent)
    queued = await made(company.owner, "Contact", lastName="Queued", teamId=company.teams["North"])
    error = await company.agent.refused("convertLead", wish(lead, contact={"existingId": queued["id"]}))
    assert (error["code"], error["path"]) == ("FORBIDDEN", ["input", "contact", "existingId"])
    hidden = await made(company.outsider, "Deal", name="Hidden")
    error = await company.agent.refused("convertLead", wish(lead, deal={"existingId": hidden["id"]}))
    assert (error["code"], error["path"]) == ("NOT_FOUND", ["input", "deal", "existingId"])
    given = {"create": {"ownerId": company.outsider.id}}
    error = await company.agent.refused("convertLead", wish(lead, contact=given))
    assert (error["code"], error["path"]) == ("FORBIDDEN", ["input", "contact", "create", "ownerId"])


async def test_an_old_version_is_refused(company: Company) -> None:
    lead = await ada(company)
    error = await company.owner.refused("convertLead", wish(lead, **NEW) | {"expectedVersion": 7})
    assert (error["code"], error["meta"]) == ("CONFLICT_VERSION", {"version": lead["version"]})
    assert error["path"] == ["input", "expectedVersion"]


async def test_the_same_key_converts_once_and_answers_twice(company: Company) -> None:
    lead = await ada(company)
    document = (
        "mutation($input: ConvertLeadInput!) { convertLead(input: $input) "
        f"{{ {ALL} userErrors {{ code }} }} }}"
    )
    answers = [
        await company.owner(document, {"Idempotency-Key": "once"}, input=wish(lead, **NEW)) for _ in range(2)
    ]
    assert answers[0].data == answers[1].data
    assert answers[0].data["convertLead"]["userErrors"] == []
