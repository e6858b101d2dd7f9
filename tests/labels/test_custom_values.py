"""What a lead may carry in the tenant's own fields: the rule by itself."""

from typing import Any

import pytest

from leadhub.kit.inputs import Inputs, now
from leadhub.kit.uuid7 import uuid7
from leadhub.labels.models import CustomField, CustomFieldKind
from leadhub.labels.rules import read_custom_values

_TENANT = uuid7()
FIELDS = [
    *(
        CustomField(
            tenant_id=_TENANT,
            key=kind.lower(),
            name=kind,
            kind=kind,
            choices=["A", "B"] if kind is CustomFieldKind.CHOICE else [],
        )
        for kind in CustomFieldKind
    ),
    CustomField(tenant_id=_TENANT, key="old", name="Old", kind=CustomFieldKind.TEXT, archived_at=now()),
]


def read(given: Any) -> tuple[dict[str, Any], list[tuple[str, ...]]]:
    inputs = Inputs()
    values = read_custom_values(inputs, given, FIELDS)
    return values, [(fault.code, *fault.path[2:]) for fault in inputs.problems.faults]


def test_each_kind_takes_its_values() -> None:
    given = {"text": " e\u0301\nx ", "number": 1.5, "date": "2024-02-29", "boolean": False, "choice": "B"}
    assert read(given) == ({**given, "text": "é\nx"}, [])


def test_null_and_an_empty_text_take_a_value_away() -> None:
    assert read({"text": " ", "number": None, "choice": None}) == (
        {"text": None, "number": None, "choice": None},
        [],
    )


@pytest.mark.parametrize("number", [0, -(10**15), 1e15, 0.1])
def test_numbers_within_their_bounds_are_kept(number: float) -> None:
    assert read({"number": number}) == ({"number": number}, [])


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *(
            ("number", value)
            for value in (True, "1", float("nan"), float("inf"), 1e15 + 1, 10**16, 10**400, [], {})
        ),
        *(
            ("date", value)
            for value in ("2023-02-29", "20240101", "2024-W01-1", "2024-1-1", "٢٠٢٤-01-01", "2024-01-01\n", 1)
        ),
        *(("boolean", value) for value in (0, 1, "true")),
        *(("choice", value) for value in ("a", "C", 1, ["A"])),
        ("text", 1),
        ("text", "a\u0000"),
        ("nope", None),
        ("old", "x"),
    ],
)
def test_any_other_value_is_refused(key: str, value: Any) -> None:
    assert read({key: value}) == ({} if key != "text" or value == 1 else {"text": None}, [("INVALID", key)])


def test_a_text_has_at_most_two_thousand_characters() -> None:
    assert read({"text": "x" * 2000})[1] == []
    assert read({"text": "x" * 2001})[1] == [("TOO_LONG", "text")]


@pytest.mark.parametrize("given", [None, [], "x", 1])
def test_values_come_as_an_object(given: Any) -> None:
    assert read(given) == ({}, [("INVALID",)])


def test_at_most_a_hundred_come_at_once() -> None:
    assert read({str(at): 1 for at in range(101)}) == ({}, [("LIMIT_EXCEEDED",)])
