"""The parts of a lead: money, consent, address, website, language, campaign, the tenant's own fields."""

import pytest

from tests.leads.lists import seen, total
from tests.world import Company

MONEY = "estimatedValue { amount currency }"


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("0", "0.00"),
        ("1000.5", "1000.50"),
        ("0.1234", "0.1234"),
        ("1e3", "1000.00"),
        ("99999999999999.9999", "99999999999999.9999"),
        (12, "12.00"),
    ],
)
async def test_money_is_exact(company: Company, amount: str | int, shown: str) -> None:
    value = {"amount": amount, "currency": "usd"}
    lead = await company.lead(estimatedValue=value, fields=MONEY)
    assert (await seen(company.owner, lead["id"], MONEY))["estimatedValue"] == {
        "amount": shown,
        "currency": "USD",
    }


async def test_money_without_a_currency_is_in_the_tenants(company: Company) -> None:
    lead = await company.lead(estimatedValue={"amount": "5"}, fields=MONEY)
    tenant = (await company.owner.ok("{ viewer { tenant { currency } } }"))["viewer"]["tenant"]
    assert lead["estimatedValue"] == {"amount": "5.00", "currency": tenant["currency"]}


@pytest.mark.parametrize(
    "amount", ["1e400", "NaN", "sNaN", "-NaN", "Infinity", "-Infinity", "-0.01", "100000000000000", "0.00001"]
)
async def test_an_amount_that_is_none_is_refused(company: Company, amount: str) -> None:
    error = await company.owner.refused("createLead", {"lastName": "X", "estimatedValue": {"amount": amount}})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "estimatedValue", "amount"])
    assert await total(company) == 0


@pytest.mark.parametrize("amount", [1.5, "ten", "1,5", True, [], {}, ""])
async def test_an_amount_is_written_as_text(company: Company, amount: object) -> None:
    answer = await company.owner(
        'mutation($value: MoneyInput!) { createLead(input: {lastName: "X", estimatedValue: $value}) '
        "{ userErrors { code } } }",
        value={"amount": amount},
    )
    assert answer.code == "BAD_REQUEST"
    assert '"1000.50"' in answer.errors[0]["message"]


@pytest.mark.parametrize("currency", ["XXX", "EURO", "", "\u0000", "XAU"])
async def test_a_currency_that_is_none_is_refused(company: Company, currency: str) -> None:
    error = await company.owner.refused(
        "createLead", {"lastName": "X", "estimatedValue": {"amount": "1", "currency": currency}}
    )
    assert (error["code"], error["path"]) == ("INVALID", ["input", "estimatedValue", "currency"])


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("example.com", "https://example.com"),
        ("http://example.com/a?b=c", "http://example.com/a?b=c"),
        (" https://münchen.de ", "https://münchen.de"),
        ("", None),
    ],
)
async def test_a_website_is_an_address_on_the_web(company: Company, typed: str, kept: str | None) -> None:
    lead = await company.lead(website=typed, fields="website")
    assert lead["website"] == kept


@pytest.mark.parametrize(
    "bad", ["javascript:alert(1)", "ftp://example.com", "example", "http://[::1", "ex ample.com", "://x.test"]
)
async def test_what_is_no_website_is_refused(company: Company, bad: str) -> None:
    error = await company.owner.refused("createLead", {"lastName": "X", "website": bad})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "website"])


async def test_an_address_replaces_the_old_one_as_a_whole(company: Company) -> None:
    fields = "address { street city country }"
    lead = await company.lead(address={"street": "Unter den Linden 1", "city": "Berlin", "country": "de"})
    change = {"id": lead["id"], "expectedVersion": 1, "address": {"city": "Bonn"}}
    payload = await company.owner.done("updateLead", change, f"lead {{ {fields} }}")
    assert payload["lead"]["address"] == {"street": None, "city": "Bonn", "country": None}
    change = {"id": lead["id"], "expectedVersion": 2, "address": {"city": " "}}
    payload = await company.owner.done("updateLead", change, f"lead {{ {fields} }}")
    assert payload["lead"]["address"] is None


async def test_what_is_wrong_with_a_part_is_said_where_it_stands(company: Company) -> None:
    payload = await company.owner.do(
        "createLead",
        {
            "lastName": "X",
            "address": {"street": "x" * 201, "postalCode": "\u0001"},
            "locale": "german",
            "utm": {"source": "x" * 201},
            "consent": {"marketing": True, "basis": "CONSENT", "text": "x" * 5001},
            "nextFollowUpAt": "2200-01-02T00:00:00Z",
        },
    )
    assert sorted((".".join(error["path"][1:]), error["code"]) for error in payload["userErrors"]) == [
        ("address.postalCode", "INVALID"),
        ("address.street", "TOO_LONG"),
        ("consent.text", "TOO_LONG"),
        ("locale", "INVALID"),
        ("nextFollowUpAt", "INVALID"),
        ("utm.source", "TOO_LONG"),
    ]


async def test_a_country_that_is_none_is_refused(company: Company) -> None:
    error = await company.owner.refused("createLead", {"lastName": "X", "address": {"country": "ZZ"}})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "address", "country"])


async def test_consent_is_dated_now_when_nobody_says_when(company: Company) -> None:
    lead = await company.lead(
        consent={"marketing": False, "basis": "CONTRACT"}, fields="consent { at text } createdAt"
    )
    assert lead["consent"]["at"][:16] == lead["createdAt"][:16]
    assert lead["consent"]["text"] is None


@pytest.mark.parametrize(
    "moment", ["2026-01-01", "2026-01-01T00:00:00", "soon", "0001-01-01T00:00:00+23:59", 1]
)
async def test_a_moment_carries_its_offset(company: Company, moment: object) -> None:
    answer = await company.owner(
        'mutation($at: DateTime!) { createLead(input: {lastName: "X", nextFollowUpAt: $at}) '
        "{ userErrors { code } } }",
        at=moment,
    )
    assert answer.code == "BAD_REQUEST"
    assert "with its offset" in answer.errors[0]["message"]


async def test_the_tenants_own_fields_are_set_kept_and_emptied_by_key(company: Company) -> None:
    for key, kind in (("size", "NUMBER"), ("note", "TEXT"), ("signed", "BOOLEAN")):
        await company.owner.done("createCustomField", {"key": key, "name": key, "kind": kind})
    lead = await company.lead(customFields={"size": 12.5, "note": "a\nb"}, fields="customFields")
    assert lead["customFields"] == {"size": 12.5, "note": "a\nb"}
    change = {"id": lead["id"], "expectedVersion": 1, "customFields": {"size": None, "signed": False}}
    payload = await company.owner.done("updateLead", change, "lead { customFields }")
    assert payload["lead"]["customFields"] == {"note": "a\nb", "signed": False}
    change = {"id": lead["id"], "expectedVersion": 2, "customFields": None}
    payload = await company.owner.done("updateLead", change, "lead { customFields }")
    assert payload["lead"]["customFields"] == {}


@pytest.mark.parametrize(
    ("values", "path"),
    [
        ({"nope": 1}, ["nope"]),
        ({"size": "12"}, ["size"]),
        ({"size": 1e16}, ["size"]),
        ({"size": True}, ["size"]),
        ([], []),
        ("x", []),
    ],
)
async def test_a_value_that_the_field_cannot_hold_is_refused(
    company: Company, values: object, path: list[str]
) -> None:
    await company.owner.done("createCustomField", {"key": "size", "name": "Size", "kind": "NUMBER"})
    error = await company.owner.refused("createLead", {"lastName": "X", "customFields": values})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "customFields", *path])
    assert await total(company) == 0
