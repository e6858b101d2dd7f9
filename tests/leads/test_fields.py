"""What can be said of a lead, and what changing it means."""

import pytest

from leadhub.events.models import Event
from leadhub.kit.node import from_global
from tests.leads.lists import seen
from tests.world import Company

EVERYTHING = {
    "firstName": "Ada",
    "lastName": "Lovelace",
    "jobTitle": "Analyst",
    "companyName": "Analytical Engines",
    "website": "https://engines.test",
    "address": {
        "street": "St James 12",
        "city": "London",
        "region": "Westminster",
        "postalCode": "SW1",
        "country": "GB",
    },
    "locale": "en-GB",
    "sourceDetail": "The stand by the door",
    "utm": {"source": "news", "medium": "mail", "campaign": "May", "term": "engine", "content": "top"},
    "referrer": "https://search.test/?q=engines",
    "landingPage": "https://engines.test/start",
    "estimatedValue": {"amount": "1000.50", "currency": "GBP"},
    "consent": {
        "marketing": True,
        "basis": "CONSENT",
        "at": "2026-03-01T10:00:00+01:00",
        "text": "I agree.\nReally.",
    },
    "doNotContact": True,
    "nextFollowUpAt": "2026-12-24T18:00:00+01:00",
}
AS_READ = {
    **EVERYTHING,
    "consent": {**EVERYTHING["consent"], "at": "2026-03-01T09:00:00+00:00"},
    "nextFollowUpAt": "2026-12-24T17:00:00+00:00",
}
FIELDS = """
  firstName lastName jobTitle companyName website address { street city region postalCode country } locale
  sourceDetail utm { source medium campaign term content } referrer landingPage
  estimatedValue { amount currency } consent { marketing basis at text } doNotContact nextFollowUpAt
"""
EMPTY = dict.fromkeys(EVERYTHING) | {"doNotContact": False}


async def events_of(company: Company, lead_id: str) -> list[Event]:
    async with company.inside():
        return await Event.mine().filter(subject_id=from_global(lead_id)[1]).order_by("seq")


async def test_a_lead_keeps_everything_that_is_said_of_it(company: Company) -> None:
    lead = await company.lead(fields=FIELDS, **EVERYTHING)
    assert {name: lead[name] for name in EVERYTHING} == AS_READ
    assert await seen(company.owner, lead["id"], FIELDS) == AS_READ


async def test_an_update_sets_everything_that_it_names(company: Company) -> None:
    lead = await company.lead(companyName="Before")
    payload = await company.owner.done(
        "updateLead", {"id": lead["id"], "expectedVersion": 1, **EVERYTHING}, f"lead {{ version {FIELDS} }}"
    )
    assert payload["lead"] == {"version": 2, **AS_READ}


async def test_what_an_update_leaves_out_stays(company: Company) -> None:
    lead = await company.lead(**EVERYTHING)
    payload = await company.owner.done(
        "updateLead", {"id": lead["id"], "expectedVersion": 1, "jobTitle": "Countess"}, f"lead {{ {FIELDS} }}"
    )
    assert payload["lead"] == {**AS_READ, "jobTitle": "Countess"}


async def test_null_empties_a_field(company: Company) -> None:
    lead = await company.lead(emails=["ada@engines.test"], **EVERYTHING)
    payload = await company.owner.done(
        "updateLead",
        {"id": lead["id"], "expectedVersion": 1, **dict.fromkeys(EVERYTHING)},
        f"lead {{ {FIELDS} }}",
    )
    assert payload["lead"] == EMPTY


async def test_null_empties_the_lists_too(company: Company) -> None:
    lead = await company.lead(
        emails=["a@x.test"], phones=["030 123456"], tags=["hot"], externalId={"system": "crm", "id": "1"}
    )
    payload = await company.owner.done(
        "updateLead",
        {
            "id": lead["id"],
            "expectedVersion": 1,
            **dict.fromkeys(["emails", "phones", "tags", "externalIds", "customFields"]),
        },
        "lead { emails { value } phones { value } tags { name } externalIds { id } customFields primaryEmail }",
    )
    assert payload["lead"] == {
        "emails": [],
        "phones": [],
        "tags": [],
        "externalIds": [],
        "customFields": {},
        "primaryEmail": None,
    }


async def test_nulls_are_welcome_in_a_new_lead(company: Company) -> None:
    values = dict.fromkeys(
        [*EVERYTHING, "emails", "phones", "tags", "externalId", "customFields", "sourceId"]
    )
    lead = await company.lead(fields=FIELDS, **{**values, "lastName": "Null"})
    assert {name: lead[name] for name in EVERYTHING} == {**EMPTY, "lastName": "Null"}


async def test_an_update_that_changes_nothing_leaves_no_trace(company: Company) -> None:
    lead = await company.lead(
        emails=["a@x.test"],
        phones=["030 123456"],
        tags=["hot"],
        fields="updatedAt",
        **EVERYTHING,
    )
    same = {
        "emails": ["a@x.test"],
        "phones": ["030 123456"],
        "tags": ["hot"],
        **EVERYTHING,
        "estimatedValue": {"amount": "1000.5000", "currency": "gbp"},
        "nextFollowUpAt": "2026-12-24T17:00:00Z",
    }
    payload = await company.owner.done(
        "updateLead", {"id": lead["id"], "expectedVersion": 1, **same}, "lead { version updatedAt }"
    )
    assert payload["lead"] == {"version": 1, "updatedAt": lead["updatedAt"]}
    assert [event.type for event in await events_of(company, lead["id"])] == ["lead.created"]


async def test_each_change_raises_the_version_by_one(company: Company) -> None:
    lead = await company.lead()
    for version, title in enumerate(["One", "Two", "Three"], 1):
        payload = await company.owner.done(
            "updateLead",
            {"id": lead["id"], "expectedVersion": version, "jobTitle": title},
            "lead { version }",
        )
        assert payload["lead"]["version"] == version + 1


@pytest.mark.parametrize(
    "something",
    [
        {"firstName": "Ada"},
        {"lastName": "Lovelace"},
        {"companyName": "Engines"},
        {"emails": ["a@x.test"]},
        {"phones": ["112"]},
    ],
)
async def test_a_name_a_company_an_email_or_a_phone_is_enough(company: Company, something: dict) -> None:
    await company.owner.done("createLead", something)


@pytest.mark.parametrize(
    "nothing",
    [{}, {"jobTitle": "Analyst"}, {"lastName": "  "}, {"emails": [], "phones": [], "firstName": None}],
)
async def test_nobody_could_find_a_lead_without_any_of_them(company: Company, nothing: dict) -> None:
    error = await company.owner.refused("createLead", nothing)
    assert (error["code"], error["path"]) == ("REQUIRED", ["input"])


async def test_an_update_may_not_take_the_last_of_them_away(company: Company) -> None:
    lead = await company.lead(lastName=None, emails=["a@x.test"])
    change = {"id": lead["id"], "expectedVersion": 1, "emails": []}
    error = await company.owner.refused("updateLead", change)
    assert (error["code"], error["path"]) == ("REQUIRED", ["input"])
    await company.owner.done("updateLead", {**change, "phones": ["030 123456"]})


async def test_a_lead_is_called_by_its_person_its_company_or_its_number(company: Company) -> None:
    person = await company.lead(firstName="Ada", lastName=None, companyName="Engines", fields="fullName")
    firm = await company.lead(lastName=None, companyName="Engines", fields="fullName")
    nobody = await company.lead(lastName=None, emails=["a@x.test"], fields="fullName")
    assert [lead["fullName"] for lead in (person, firm, nobody)] == ["Ada", "Engines", nobody["number"]]


async def test_texts_are_trimmed_and_brought_into_one_form(company: Company) -> None:
    lead = await company.lead(lastName="  Zoe\u0301 \t", companyName=" \n ", fields="lastName companyName")
    assert (lead["lastName"], lead["companyName"]) == ("Zoé", None)


async def test_every_text_may_be_as_long_as_it_says_and_no_longer(company: Company) -> None:
    limits = {
        "firstName": 100,
        "lastName": 100,
        "jobTitle": 200,
        "companyName": 200,
        "sourceDetail": 500,
        "referrer": 2000,
        "landingPage": 2000,
    }
    await company.owner.done("createLead", {name: "é" * limit for name, limit in limits.items()})
    too_long = await company.owner.do(
        "createLead", {name: "é" * (limit + 1) for name, limit in limits.items()}
    )
    assert {(error["code"], *error["path"]) for error in too_long["userErrors"]} == {
        ("TOO_LONG", "input", name) for name in limits
    }


async def test_a_source_is_chosen_from_those_of_the_tenant(company: Company, rival: Company) -> None:
    sources = (await company.owner.ok("{ leadSources { id name } }"))["leadSources"]
    theirs = (await rival.owner.ok("{ leadSources { id } }"))["leadSources"][0]["id"]
    lead = await company.lead(sourceId=sources[0]["id"], fields="source { name }")
    assert lead["source"] == {"name": sources[0]["name"]}
    error = await company.owner.refused("createLead", {"lastName": "X", "sourceId": theirs})
    assert (error["code"], error["path"]) == ("NOT_FOUND", ["input", "sourceId"])
