"""Fields that a tenant adds to its leads."""

from typing import Any

import pytest

from leadhub.labels.models import CustomField, CustomFieldKind
from tests.world import Company, gather

FIELDS = "customField { id version key name kind choices archivedAt }"


async def make(company: Company, **input: Any) -> dict[str, Any]:
    values = {"key": "size", "name": "Size", "kind": "NUMBER", **input}
    return (await company.owner.done("createCustomField", values, FIELDS))["customField"]


async def test_a_field_has_a_key_a_name_and_a_kind(company: Company) -> None:
    for kind in CustomFieldKind:
        choices = [" Gold", "Silver "] if kind is CustomFieldKind.CHOICE else None
        made = await make(company, key=f"k{kind.lower()}", name=f"N {kind}", kind=kind, choices=choices)
        assert (made["key"], made["kind"], made["version"]) == (f"k{kind.lower()}", kind, 1)
        assert made["choices"] == (["Gold", "Silver"] if choices else [])
    data = await company.viewer.ok("{ customFields { name } }")
    assert [row["name"] for row in data["customFields"]] == [
        "N BOOLEAN",
        "N CHOICE",
        "N DATE",
        "N NUMBER",
        "N TEXT",
    ]


@pytest.mark.parametrize("key", ["Size", "1a", "", "a b", "a" * 41, "a\n", "a_b", "é", "a\u0000"])
async def test_a_key_is_a_small_letter_and_then_letters_and_digits(company: Company, key: str) -> None:
    error = await company.owner.refused("createCustomField", {"key": key, "name": "X", "kind": "TEXT"})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "key"])


async def test_a_key_is_never_given_again(company: Company, rival: Company) -> None:
    made = await make(company)
    await make(rival)
    await company.owner.done("archiveCustomField", {"id": made["id"], "expectedVersion": 1})
    error = await company.owner.refused("createCustomField", {"key": "size", "name": "Size", "kind": "TEXT"})
    assert (error["code"], error["path"]) == ("UNIQUE", ["input", "key"])
    await make(company, key="size2")
    error = await company.owner.refused("createCustomField", {"key": "a", "name": "SIZE", "kind": "TEXT"})
    assert (error["code"], error["path"]) == ("UNIQUE", ["input", "name"])


@pytest.mark.parametrize(
    ("kind", "choices", "errors"),
    [
        ("TEXT", ["x"], [("INVALID", "choices")]),
        ("CHOICE", None, [("REQUIRED", "choices")]),
        ("CHOICE", [], [("REQUIRED", "choices")]),
        ("CHOICE", [str(at) for at in range(101)], [("LIMIT_EXCEEDED", "choices")]),
        (
            "CHOICE",
            ["x", " x ", "", "y" * 101, "z\u0000"],
            [
                ("REQUIRED", "choices", "2"),
                ("TOO_LONG", "choices", "3"),
                ("INVALID", "choices", "4"),
                ("INVALID", "choices", "1"),
            ],
        ),
    ],
)
async def test_only_a_choice_has_choices_and_each_once(
    company: Company, kind: str, choices: list[str] | None, errors: list[tuple[str, ...]]
) -> None:
    payload = await company.owner.do(
        "createCustomField", {"key": "a", "name": "A", "kind": kind, "choices": choices}
    )
    assert [(error["code"], *error["path"][1:]) for error in payload["userErrors"]] == errors


async def test_choices_are_added_and_reordered_but_never_taken_away(company: Company) -> None:
    made = await make(company, kind="CHOICE", choices=["Gold", "Silver"])
    change = {"id": made["id"], "expectedVersion": 1}
    for choices, code in [(["Gold"], "INVALID"), (None, "REQUIRED"), (["Gold", "Tin"], "INVALID")]:
        error = await company.owner.refused("updateCustomField", {**change, "choices": choices})
        assert (error["code"], error["path"]) == (code, ["input", "choices"])
    same = await company.owner.done("updateCustomField", {**change, "choices": ["Gold", "Silver"]}, FIELDS)
    assert same["customField"]["version"] == 1
    after = ["Bronze", "Silver", "Gold"]
    payload = await company.owner.done(
        "updateCustomField", {**change, "choices": after, "name": "Tier"}, FIELDS
    )
    found = payload["customField"]
    assert (found["choices"], found["name"], found["version"]) == (after, "Tier", 2)


async def test_leads_carry_one_of_the_choices(company: Company) -> None:
    await make(company, key="tier", kind="CHOICE", choices=["Gold", "Silver"])
    lead = await company.lead(customFields={"tier": "Gold"}, fields="customFields")
    assert lead["customFields"] == {"tier": "Gold"}
    error = await company.owner.refused("createLead", {"lastName": "X", "customFields": {"tier": "gold"}})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "customFields", "tier"])


async def test_an_archived_field_keeps_its_values_and_takes_no_more(company: Company) -> None:
    made = await make(company)
    lead = await company.lead(customFields={"size": 12})
    await company.owner.done("archiveCustomField", {"id": made["id"], "expectedVersion": 1})
    change = {"id": lead["id"], "expectedVersion": 1}
    payload = await company.owner.done("updateLead", {**change, "jobTitle": "X"}, "lead { customFields }")
    assert payload["lead"]["customFields"] == {"size": 12}
    error = await company.owner.refused(
        "updateLead", {**change, "expectedVersion": 2, "customFields": {"size": 13}}
    )
    assert (error["code"], error["path"]) == ("INVALID", ["input", "customFields", "size"])


async def test_what_is_stale_foreign_or_archived_is_refused(company: Company, rival: Company) -> None:
    made = await make(company)
    change = {"id": made["id"], "expectedVersion": 1, "name": "X"}
    error = await company.owner.refused("updateCustomField", {**change, "expectedVersion": 2})
    assert (error["code"], error["meta"]) == ("CONFLICT_VERSION", {"version": 1})
    error = await rival.owner.refused("updateCustomField", change)
    assert (error["code"], error["path"]) == ("NOT_FOUND", ["input", "id"])
    await company.owner.done("archiveCustomField", {"id": made["id"], "expectedVersion": 1})
    error = await company.owner.refused("updateCustomField", {**change, "expectedVersion": 2})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "id"])


async def test_there_are_at_most_a_hundred_and_each_key_once(company: Company) -> None:
    async with company.inside():
        await CustomField.bulk_create(
            [CustomField(key=f"n{at}", name=f"N{at}", kind=CustomFieldKind.TEXT) for at in range(98)]
        )
    values = {"key": "race", "kind": "TEXT"}
    payloads = await gather(
        *(company.owner.do("createCustomField", {**values, "name": f"R{at}"}) for at in range(3))
    )
    codes = [error["code"] for payload in payloads for error in payload["userErrors"]]
    assert codes == ["UNIQUE"] * 2
    await make(company, key="last", name="Last")
    error = await company.owner.refused("createCustomField", {**values, "key": "more", "name": "More"})
    assert error["code"] == "LIMIT_EXCEEDED"
