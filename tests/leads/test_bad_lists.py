"""Lists that cannot be given: each says what is wrong, and none gives more than was asked for."""

import base64
from typing import Any

import orjson
import pytest

from tests.leads.lists import ask, page
from tests.world import Company


def nested(word: str, depth: int) -> dict[str, Any]:
    inner: dict[str, Any] = {"lastName": {"eq": "X"}}
    for _ in range(depth):
        inner = {word: inner if word == "not" else [inner]}
    return inner


@pytest.mark.parametrize(
    ("arguments", "argument"),
    [
        ({"first": 0}, "first"),
        ({"first": -1}, "first"),
        ({"first": 101}, "first"),
        ({"last": 0}, "last"),
        ({"last": -5}, "last"),
        ({"last": 101}, "last"),
        ({"first": 5, "last": 5}, "last"),
        ({"first": 5, "before": "x"}, "before"),
        ({"last": 5, "after": "x"}, "before"),
        ({"after": "x", "before": "x"}, "before"),
        ({"orderBy": [{"field": "SCORE"}, {"field": "SCORE", "direction": "DESC"}]}, "orderBy"),
        (
            {"orderBy": [{"field": name} for name in ("SCORE", "NUMBER", "LAST_NAME", "FIRST_NAME")]},
            "orderBy",
        ),
        ({"search": "x" * 201}, "search"),
        ({"filter": nested("not", 50)}, "filter"),
        ({"filter": nested("and", 50)}, "filter"),
        ({"filter": nested("or", 9)}, "filter"),
        ({"filter": {"lastName": None}}, "lastName"),
        ({"filter": {"lastName": {"eq": None}}}, "lastName"),
        ({"filter": {"lastName": {"in": None}}}, "lastName"),
        ({"filter": {"tag": {"ne": None}}}, "tag"),
        ({"filter": {"email": {"isNull": None}}}, "email"),
        ({"filter": {"and": None}}, "and"),
        ({"filter": {"or": [{"not": None}]}}, "not"),
        ({"filter": {"externalId": None}}, "externalId"),
        ({"filter": {"lastName": {"in": ["x"] * 600}, "email": {"in": ["a@x.test"] * 401}}}, "filter"),
        ({"filter": {"or": [{"not": {"phone": {"in": ["no number"] * 501}}}] * 2}}, "filter"),
        ({"filter": {"or": [{}] * 101}}, "filter"),
        ({"filter": {"and": [{"or": [{"lastName": {"eq": "x"}}]}] * 34}}, "filter"),
        ({"filter": {"lastName": {"eq": "a\u0000"}}}, "lastName.eq"),
        ({"filter": {"lastName": {"in": ["a", "\u0000"]}}}, "lastName.in"),
        ({"filter": {"tag": {"contains": "\u0000"}}}, "tag.contains"),
        ({"filter": {"externalId": {"system": "crm", "id": "\u0000"}}}, "externalId"),
        ({"filter": {"email": {"eq": "nobody"}}}, "email"),
        ({"filter": {"phone": {"eq": "+1"}}}, "phone"),
        ({"filter": {"ownerId": {"eq": "nonsense"}}}, "ownerId"),
        ({"filter": {"estimatedValue": {"lt": "NaN"}}}, "estimatedValue"),
        ({"filter": {"estimatedValue": {"gt": "1e999999"}}}, "estimatedValue"),
        ({"filter": {"estimatedValue": {"gt": "Infinity"}}}, "estimatedValue"),
    ],
)
async def test_what_cannot_be_asked_is_refused(
    company: Company, arguments: dict[str, Any], argument: str
) -> None:
    answer = await ask(company.owner, **arguments)
    assert (answer.code, answer.data) == ("BAD_REQUEST", None)
    assert answer.errors[0]["extensions"]["argument"] == argument
    assert answer.errors[0]["message"].endswith(".")


@pytest.mark.parametrize(
    "arguments",
    [
        {"filter": {"score": {"eq": 2**31}}},
        {"filter": {"createdAt": {"gt": "yesterday"}}},
        {"filter": {"lastName": {"in": [None]}}},
        {"filter": {"status": {"eq": "SOLD"}}},
        {"filter": {"nothing": {"eq": "X"}}},
        {"filter": nested("not", 400)},
        {"orderBy": [{"field": "SHOE_SIZE"}]},
    ],
)
async def test_what_the_schema_does_not_know_is_refused(company: Company, arguments: dict[str, Any]) -> None:
    answer = await ask(company.owner, **arguments)
    assert (answer.code, answer.data) == ("BAD_REQUEST", None)


async def test_a_thousand_values_a_hundred_conditions_and_eight_levels_are_fine(company: Company) -> None:
    values = {"filter": {"lastName": {"in": [str(at) for at in range(1000)]}}}
    assert (await page(company.owner, **values))["nodes"] == []
    conditions = {"filter": {"or": [{"lastName": {"contains": str(at)}} for at in range(50)]}}
    assert (await page(company.owner, **conditions))["nodes"] == []
    assert (await page(company.owner, filter=nested("or", 8)))["nodes"] == []


async def test_an_id_of_something_else_is_named(company: Company) -> None:
    answer = await ask(company.owner, filter={"ownerId": {"eq": company.teams["North"]}})
    assert answer.errors[0]["message"] == "`ownerId` needs the id of a Member, not of a Team."


def forged(cursor: str, *values: Any) -> str:
    """The cursor with other values in it."""
    label = orjson.loads(base64.urlsafe_b64decode(cursor + "=="))[0]
    return base64.urlsafe_b64encode(orjson.dumps([label, *values])).decode().rstrip("=")


async def test_a_cursor_belongs_to_its_list_and_its_order(company: Company) -> None:
    await company.lead()
    of_leads = (await page(company.owner))["pageInfo"]["endCursor"]
    data = await company.owner.ok("{ members(first: 1) { pageInfo { endCursor } } }")
    of_members = data["members"]["pageInfo"]["endCursor"]
    for arguments in (
        {"after": of_members},
        {"after": of_leads, "orderBy": [{"field": "CREATED_AT"}]},
        {"after": of_leads, "orderBy": [{"field": "CREATED_AT", "direction": "DESC"}, {"field": "SCORE"}]},
        {"before": of_leads, "orderBy": [{"field": "UPDATED_AT", "direction": "DESC"}]},
    ):
        answer = await ask(company.owner, **arguments)
        assert answer.code == "BAD_REQUEST"
        assert "another list or another order" in answer.errors[0]["message"]
    same = await page(company.owner, after=of_leads, orderBy=[{"field": "CREATED_AT", "direction": "DESC"}])
    assert same["nodes"] == []


ID = "00000000-0000-0000-0000-000000000000"


@pytest.mark.parametrize(
    ("order", "values"),
    [
        ("LAST_NAME", ["a\u0000", ID]),
        ("LAST_NAME", [{"a": 1}, ID]),
        ("LAST_NAME", [None, None]),
        ("LAST_NAME", ["a", ID, ID]),
        ("LAST_NAME", ["a", "x"]),
        ("SCORE", ["9" * 5000, ID]),
        ("SCORE", [str(2**31), ID]),
        ("SCORE", ["x", ID]),
        ("ESTIMATED_VALUE", ["1e999999", ID]),
        ("ESTIMATED_VALUE", ["NaN", ID]),
        ("CREATED_AT", ["0001-01-01T00:00:00+23:59", ID]),
        ("CREATED_AT", ["2026-01-01T00:00:00", ID]),
        ("CREATED_AT", [None, ID]),
        ("CREATED_AT", [5, ID]),
    ],
)
async def test_a_forged_cursor_opens_nothing(company: Company, order: str, values: list[Any]) -> None:
    await company.lead()
    cursor = (await page(company.owner, orderBy=[{"field": order}]))["pageInfo"]["endCursor"]
    answer = await ask(company.owner, orderBy=[{"field": order}], after=forged(cursor, *values))
    assert (answer.code, answer.errors[0]["message"]) == (
        "BAD_REQUEST",
        "This cursor is not one that LeadHub gave out.",
    )


@pytest.mark.parametrize("cursor", ["", "x", "%%%", "é", "bnVsbA", "W10", "eyJhIjoxfQ", "A" * 100_000])
async def test_what_is_no_cursor_is_said_to_be_none(company: Company, cursor: str) -> None:
    for arguments in ({"after": cursor}, {"before": cursor}):
        answer = await ask(company.owner, **arguments)
        assert (answer.code, answer.data) == ("BAD_REQUEST", None)
