"""Search: beginnings of words in name, company, e-mail, phone and number."""

import pytest

from tests.leads.lists import ask, names
from tests.world import Company


async def _two(company: Company) -> None:
    await company.lead(
        firstName="Ada",
        lastName="Lovelace-King",
        companyName="Analytical Engines Acme.io",
        emails=["Ada.L@mail.engines.test", "o'brien@münchen.de"],
        phones=["030 123456"],
    )
    await company.lead(
        firstName="Bob", lastName="Ärger", companyName="Straßenbau", phones=["+1 415 555 2671"]
    )


@pytest.mark.parametrize(
    "text",
    [
        "ada",
        "LOVE",
        "king",
        "lovelace-king",
        "love ada",
        "engin analyt ada",
        "ada.l@mail.engines.test",
        "ADA.L@MAIL",
        "ada.l",
        "mail.engines.test",
        "mail.engines.te",
        "@mail.engines.test",
        "o'brien@münchen.de",
        "O'Brien",
        "münchen.de",
        "acme.io",
        "acme",
        "030 123456",
        "030/12 34-56",
        "(030) 123456",
        "+49 30 123456",
        "+49 (0)30 123456",
        "0049 30 1234",
        "4930123",
        "LD-{year}-000001",
        "ld-{year}-00000 ada",
        "000001",
        '"ada" & (king)',
    ],
)
async def test_a_lead_is_found_by_what_people_type(company: Company, text: str) -> None:
    await _two(company)
    [first] = (await company.owner.ok("{ leads(last: 1) { nodes { number } } }"))["leads"]["nodes"]
    found = await names(company.owner, search=text.format(year=first["number"][3:7]))
    assert "Lovelace-King" in found


@pytest.mark.parametrize(
    "text",
    [
        "velace",
        "ada bob",
        "engines.test",
        "%",
        "_",
        "\\",
        "'",
        "' or 1=1 --",
        '"',
        "🎉",
        "\u0000",
        ":*",
        "& |",
        "ada:* | bob",
        "x' || pg_sleep(9) || '",
        "12",
        "LD-1999",
        "{}",
    ],
)
async def test_a_search_for_something_else_finds_nothing_and_does_no_harm(
    company: Company, text: str
) -> None:
    await _two(company)
    assert await names(company.owner, search=text) == []
    assert len(await names(company.owner)) == 2


@pytest.mark.parametrize("text", ["", " "])
async def test_an_empty_search_box_narrows_nothing(company: Company, text: str) -> None:
    await _two(company)
    assert len(await names(company.owner, search=text)) == 2


@pytest.mark.parametrize("text", ["a%", "ad_", "ada' --", "$ada", "ada🎉", "ada\u0000", "\\ada\\", "(ada"])
async def test_what_is_no_letter_is_passed_over(company: Company, text: str) -> None:
    await _two(company)
    assert await names(company.owner, search=text) == ["Lovelace-King"]


async def test_upper_and_lower_case_are_alike_in_every_script(company: Company) -> None:
    await _two(company)
    for text in ("ärger", "ÄRGER", "strassen", "STRASSEN", "straßenbau", "A\u0308rger"):
        assert await names(company.owner, search=text) == ["Ärger"], text


async def test_a_long_address_is_found_whole(company: Company) -> None:
    email = f"{'long' * 15}@{'very' * 10}.test"
    await company.lead(lastName="Long", emails=[email])
    assert await names(company.owner, search=email) == ["Long"]


async def test_a_number_that_nobody_understands_is_not_searched(company: Company) -> None:
    await company.lead(lastName="Short", phones=["1234567890"])
    assert await names(company.owner, search="1234567890") == []


async def test_search_keeps_in_step_with_the_lead(company: Company) -> None:
    lead = await company.lead(lastName="Before", emails=["before@x.test"])
    change = {"id": lead["id"], "expectedVersion": 1, "lastName": "After", "emails": ["after@y.test"]}
    await company.owner.done("updateLead", change)
    for old in ("before", "before@x.test", "x.test"):
        assert await names(company.owner, search=old) == []
    for new in ("after", "after@y.test", "y.test"):
        assert await names(company.owner, search=new) == ["After"]


async def test_search_and_filter_both_hold(company: Company) -> None:
    await _two(company)
    asked = {"search": "ada", "filter": {"firstName": {"eq": "Bob"}}}
    assert await names(company.owner, **asked) == []
    asked["filter"] = {"firstName": {"eq": "Ada"}}
    assert await names(company.owner, **asked) == ["Lovelace-King"]


async def test_search_finds_nothing_beyond_the_callers_reach(company: Company, rival: Company) -> None:
    await company.lead(by=company.colleague, lastName="Theirs", emails=["secret@x.test"])
    await rival.lead(lastName="Rival", emails=["secret@x.test"])
    assert await names(company.owner, search="secret@x.test") == ["Theirs"]
    assert await names(company.manager, search="x.test") == ["Theirs"]
    for caller in (company.agent, company.outsider):
        assert await names(caller, search="secret@x.test") == []


async def test_at_most_eight_words_are_looked_for(company: Company) -> None:
    await company.lead(lastName="A B C D E F G H")
    assert len(await names(company.owner, search="a b c d e f g h nonsense")) == 1
    assert (await ask(company.owner, search="a " * 101)).code == "BAD_REQUEST"
