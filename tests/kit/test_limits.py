"""What a document may ask for at most: counted as it would run, in one look at each node."""

import time
from typing import Any

import pytest
from graphql import get_introspection_query, parse

from leadhub.errors import BadRequest
from leadhub.kit.limits import OverLimit, check_document, check_variables


def nested(levels: int, inner: str = "id") -> str:
    return "{ a " * (levels - 1) + "{ " + inner + " }" + " }" * (levels - 1)


def bomb(levels: int, spread: str) -> str:
    """Fragments that each spread the next one twice."""
    parts = [f"fragment F{at} on Query {{ {spread.replace('NEXT', f'F{at + 1}')} }}" for at in range(levels)]
    return "{ ...F0 } " + " ".join(parts) + f" fragment F{levels} on Query {{ id }}"


ALLOWED = {
    "12 levels": nested(12),
    "30 aliases": "{ a { " + " ".join(f"a{at}: id" for at in range(30)) + " } }",
    "20 root fields": "{ " + " ".join(f"f{at}" for at in range(20)) + " }",
    "50 directives": "{ id " + "@skip(if: false) " * 50 + "}",
    "100 times one field": "{ a { " + "id " * 100 + "} }",
    "a fragment that spreads itself, which validation refuses": "{ ...F } fragment F on Query { id ...F }",
    "a fragment that is not there, which validation refuses": "{ ...F }",
    "what clients ask for the schema with": get_introspection_query(
        descriptions=True, input_value_deprecation=True
    ),
}

REFUSED = {
    "a long name": (f"{{ {'x' * 257} }}", "257 characters in one name or number; at most 256"),
    "a long number": (f"{{ f(n: {'1' * 257}) }}", "257 characters in one name or number; at most 256"),
    "13 levels": (nested(13), "13 levels of fields"),
    "13 levels through fragments": ("{ a { ...F } } fragment F on Q " + nested(12), "13 levels of fields"),
    "31 aliases": ("{ " + " ".join(f"a{at}: id" for at in range(31)) + " }", "31 aliases"),
    "aliases of __typename": ("{ " + " ".join(f"a{at}: __typename" for at in range(31)) + " }", "31 aliases"),
    "aliases in a mutation": ("mutation { " + " ".join(f"a{at}: x" for at in range(31)) + " }", "31 aliases"),
    "aliases spread often": (
        "{ a { ...F } b { ...F } c { ...F } d { ...F } } fragment F on Q { " + "x: id " * 8 + "}",
        "32 aliases",
    ),
    "21 root fields": ("{ " + " ".join(f"f{at}" for at in range(21)) + " }", "21 fields at its root"),
    "51 directives": ("{ id " + "@skip(if: false) " * 51 + "}", "51 directives"),
    "directives on the operation": ("query " + "@x " * 51 + "{ id }", "51 directives"),
    "101 times one field": ("{ a { " + "id " * 101 + "} }", "101 times the field 'id'"),
    "a bomb of aliases": (bomb(30, "x: id ...NEXT ...NEXT"), "aliases"),
    "a bomb of fields": (bomb(30, "...NEXT ...NEXT"), "over 1000000 fields at its root"),
    "51 fragments": (
        "{ id } " + " ".join(f"fragment F{at} on Q {{ id{at} }}" for at in range(51)),
        "51 fragments",
    ),
    "deep introspection": ("{ __schema { types " + nested(15, "name") + " } }", "levels of introspection"),
    "circular introspection": (
        "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }",
        "levels of lists in its introspection",
    ),
}


@pytest.mark.parametrize("document", ALLOWED.values(), ids=ALLOWED)
def test_what_real_clients_ask_is_allowed(document: str) -> None:
    check_document(parse(document))


@pytest.mark.parametrize(("document", "why"), REFUSED.values(), ids=REFUSED)
def test_more_is_refused_with_the_figure(document: str, why: str) -> None:
    with pytest.raises(OverLimit) as refusal:
        check_document(parse(document))
    assert why in refusal.value.message
    assert isinstance(refusal.value.meta["limit"], int)
    assert refusal.value.code == "BAD_REQUEST"


def test_a_bomb_of_fragments_is_measured_once_a_fragment() -> None:
    document = parse(bomb(40, "a { ...NEXT } b: a { ...NEXT }"))
    started = time.process_time()
    with pytest.raises(OverLimit):
        check_document(document)
    # 2^40 selections; far under the second that even a slow machine gets.
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "variables", [{"ids": [1] * 1001}, {"input": {"tags": ["x"] * 1001}}, {"a": [[0] * 1001]}]
)
def test_a_list_in_a_variable_has_at_most_1000_entries(variables: dict[str, Any]) -> None:
    with pytest.raises(BadRequest, match="1001 entries; at most 1000"):
        check_variables(variables, "")


def test_lists_up_to_1000_entries_are_allowed() -> None:
    check_variables({"ids": [1] * 1000, "nested": [{"x": [2] * 900}] * 2}, "")
    check_variables(None, "")


@pytest.mark.parametrize(
    ("variables", "text"),
    [
        ({"a": [{"x": [0] * 900}] * 4}, "query($a: X) { f(a: $a) }"),
        ({f"v{number}": number for number in range(3001)}, "{ f }"),
        ({"a": [0] * 999}, "query($a: X) { " + " ".join(f"f{n}: f(a: $a)" for n in range(4)) + " }"),
    ],
    ids=["in lists", "by name", "used again"],
)
def test_variables_have_at_most_3000_values(variables: dict[str, Any], text: str) -> None:
    with pytest.raises(BadRequest, match="more than 3000 values") as refusal:
        check_variables(variables, text)
    assert refusal.value.meta["limit"] == 3000


def test_variables_have_at_most_500_objects() -> None:
    check_variables({"a": [{}] * 500}, "")
    with pytest.raises(BadRequest, match="more than 500 objects") as refusal:
        check_variables({"a": [{}] * 250, "b": {"c": [{"d": {}}] * 125}}, "")
    assert refusal.value.meta["limit"] == 500


def test_a_text_in_a_variable_has_at_most_100000_characters() -> None:
    check_variables({"a": ["x" * 100_000]}, "")
    with pytest.raises(BadRequest, match="has 100001 characters; at most 100000"):
        check_variables({"a": ["x" * 100_001]}, "")


def test_a_name_in_a_variable_has_at_most_256_characters() -> None:
    check_variables({"a": [{"x" * 256: 1}]}, "")
    with pytest.raises(BadRequest, match="A name in a variable has 257 characters; at most 256"):
        check_variables({"a": [{"x" * 257: 1}]}, "")


def test_a_variable_counts_where_it_is_used_and_not_where_its_name_begins_another() -> None:
    text = "query($a: X, $ab: Y) { " + " ".join(f"f{n}: f(a: $ab)" for n in range(30)) + " g(a: $a) }"
    check_variables({"a": [0] * 999, "ab": 1}, text)
