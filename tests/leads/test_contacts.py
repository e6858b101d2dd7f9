"""E-mail addresses and phone numbers: kept as typed, compared in one form."""

import pytest

from leadhub.kit.node import from_global
from leadhub.leads.models import LeadEmail
from tests.leads.lists import names, seen
from tests.world import Company

EMAILS = "emails { value normalised isPrimary isVerified isBounced } primaryEmail"
PHONES = "phones { value e164 isPrimary } primaryPhone"


async def test_an_email_address_is_kept_as_typed_and_found_in_any_spelling(company: Company) -> None:
    lead = await company.lead(lastName="Ada", emails=["  Ada.L@MÜNCHEN.de "], fields=EMAILS)
    assert lead["primaryEmail"] == "Ada.L@MÜNCHEN.de"
    assert lead["emails"][0]["normalised"] == "ada.l@xn--mnchen-3ya.de"
    for spelling in ("ada.l@münchen.de", "ADA.L@xn--mnchen-3ya.de", " Ada.L@München.DE "):
        assert await names(company.owner, filter={"email": {"eq": spelling}}) == ["Ada"]


async def test_nothing_is_stripped_from_an_email_address(company: Company) -> None:
    await company.lead(lastName="Ada", emails=["ada.l+news@x.test"])
    for other in ("adal+news@x.test", "ada.l@x.test"):
        assert await names(company.owner, filter={"email": {"eq": other}}) == []


@pytest.mark.parametrize(
    ("typed", "e164"),
    [
        ("030 123456", "+4930123456"),
        ("(030) 12 34 56", "+4930123456"),
        ("+49 (0)30 123456", "+4930123456"),
        ("0049-30-123456", "+4930123456"),
        ("+1 415 555 2671", "+14155552671"),
        ("+44 20 7946 0958", "+442079460958"),
    ],
)
async def test_a_phone_number_is_understood_with_the_country_of_the_tenant(
    company: Company, typed: str, e164: str
) -> None:
    lead = await company.lead(phones=[typed], fields=PHONES)
    assert lead["phones"] == [{"value": typed, "e164": e164, "isPrimary": True}]


@pytest.mark.parametrize("typed", ["+1", "call the desk", "0000000000", "1234567890", "030 123456 ext. 7"])
async def test_a_number_that_nobody_understands_is_kept_and_matches_nothing(
    company: Company, typed: str
) -> None:
    lead = await company.lead(lastName="Ada", phones=[typed], fields=PHONES)
    assert lead["phones"] == [{"value": typed, "e164": None, "isPrimary": True}]
    assert await names(company.owner, filter={"phone": {"eq": "030 123456"}}) == []
    assert await names(company.owner, filter={"phone": {"isNull": False}}) == ["Ada"]


async def test_the_first_is_the_primary_one(company: Company) -> None:
    lead = await company.lead(emails=["a@x.test", "b@x.test"], phones=["030 123456", "030 654321"])
    change = {
        "id": lead["id"],
        "expectedVersion": 1,
        "emails": ["b@x.test", "a@x.test"],
        "phones": ["030 654321", "030 123456"],
    }
    await company.owner.done("updateLead", change)
    read = await seen(company.viewer, lead["id"], f"{EMAILS} {PHONES}")
    assert [(email["value"], email["isPrimary"]) for email in read["emails"]] == [
        ("b@x.test", True),
        ("a@x.test", False),
    ]
    assert (read["primaryEmail"], read["primaryPhone"]) == ("b@x.test", "030 654321")


async def test_one_address_in_two_spellings_is_one_address(company: Company) -> None:
    lead = await company.lead(
        emails=["Ada@x.test", "ada@X.TEST"],
        phones=["030 123456", "+49 30 123456", "?", "?"],
        fields="emails { value } phones { value }",
    )
    assert lead["emails"] == [{"value": "Ada@x.test"}]
    assert lead["phones"] == [{"value": "030 123456"}, {"value": "?"}]


async def test_what_is_known_of_an_address_outlives_sending_the_list_again(company: Company) -> None:
    lead = await company.lead(emails=["ada@x.test", "b@x.test"])
    async with company.inside():
        await (
            LeadEmail.mine()
            .filter(lead_id=from_global(lead["id"])[1], normalised="ada@x.test")
            .update(is_verified=True, is_bounced=True)
        )
    payload = await company.owner.done(
        "updateLead",
        {"id": lead["id"], "expectedVersion": 1, "emails": ["new@x.test", "ADA@x.test"]},
        f"lead {{ {EMAILS} }}",
    )
    assert payload["lead"]["emails"] == [
        {
            "value": "new@x.test",
            "normalised": "new@x.test",
            "isPrimary": True,
            "isVerified": False,
            "isBounced": False,
        },
        {
            "value": "ADA@x.test",
            "normalised": "ada@x.test",
            "isPrimary": False,
            "isVerified": True,
            "isBounced": True,
        },
    ]


async def test_two_leads_may_share_an_address_and_a_number(company: Company) -> None:
    for name in ("One", "Two"):
        await company.lead(lastName=name, emails=["info@x.test"], phones=["030 123456"])
    both = ["Two", "One"]
    assert await names(company.owner, filter={"email": {"eq": "info@x.test"}}) == both
    assert await names(company.owner, filter={"phone": {"eq": "+4930123456"}}) == both


@pytest.mark.parametrize(
    "bad",
    [
        "ada",
        "ada@",
        "@x.test",
        "ada@@x.test",
        "ada@x..test",
        "a b@x.test",
        "ada@x.test,b@x.test",
        "a\u0000@x.test",
    ],
)
async def test_what_is_no_email_address_is_refused_where_it_stands(company: Company, bad: str) -> None:
    error = await company.owner.refused("createLead", {"lastName": "X", "emails": ["ok@x.test", bad]})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "emails", "1"])
    assert error["message"].endswith(".")


async def test_an_empty_entry_and_one_too_long_are_refused_where_they_stand(company: Company) -> None:
    payload = await company.owner.do(
        "createLead", {"emails": [" ", f"{'a' * 400}@x.test"], "phones": ["1" * 51]}
    )
    assert [(error["code"], *error["path"][1:]) for error in payload["userErrors"]] == [
        ("REQUIRED", "emails", "0"),
        ("TOO_LONG", "emails", "1"),
        ("TOO_LONG", "phones", "0"),
    ]


@pytest.mark.parametrize(
    ("field", "entry"), [("emails", "a{}@x.test"), ("phones", "+49 30 1234{:02}"), ("externalIds", None)]
)
async def test_there_are_at_most_twenty_of_each(company: Company, field: str, entry: str | None) -> None:
    lead = await company.lead()
    entries = [entry.format(at) if entry else {"system": "crm", "id": str(at)} for at in range(21)]
    change = {"id": lead["id"], "expectedVersion": 1}
    error = await company.owner.refused("updateLead", {**change, field: entries})
    assert (error["code"], error["path"]) == ("LIMIT_EXCEEDED", ["input", field])
    await company.owner.done("updateLead", {**change, field: entries[:20]})


# 0203 is Duisburg in Germany and London in Great Britain; 030 is Berlin, and nothing there.
@pytest.mark.parametrize(
    ("typed", "e164"), [("030 123456", "+4930123456"), ("0203 1234567", "+492031234567")]
)
async def test_a_number_sent_again_is_not_read_anew_in_another_country(
    company: Company, typed: str, e164: str
) -> None:
    lead = await company.lead(phones=[typed])
    await company.owner.done("updateTenant", {"expectedVersion": 1, "defaultCountry": "GB"})
    change = {"id": lead["id"], "expectedVersion": 1, "phones": [typed]}
    payload = await company.owner.done("updateLead", change, f"lead {{ version {PHONES} }}")
    assert payload["lead"]["version"] == 1
    assert payload["lead"]["phones"][0]["e164"] == e164
    change["phones"] = ["020 7946 0958", typed]
    payload = await company.owner.done("updateLead", change, f"lead {{ version {PHONES} }}")
    assert [row["e164"] for row in payload["lead"]["phones"]] == ["+442079460958", e164]


async def test_another_spelling_is_a_change_that_is_told(company: Company) -> None:
    lead = await company.lead(emails=["ada@x.test", "b@x.test"])
    change = {"id": lead["id"], "expectedVersion": 1, "emails": ["ADA@x.test", "b@x.test"]}
    payload = await company.owner.done("updateLead", change, "lead { version }")
    assert payload["lead"]["version"] == 2
    data = await company.owner.ok('{ events(after: 0, types: ["lead.updated"]) { events { changes } } }')
    told = {"from": ["ada@x.test", "b@x.test"], "to": ["ADA@x.test", "b@x.test"]}
    assert [event["changes"] for event in data["events"]["events"]] == [{"emails": told}]
