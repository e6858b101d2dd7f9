import sys
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadhub.kit.text import _HIDDEN_MARKS, TextProblem, clean

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)


def refused(value, *, limit=100, multiline=False):
    with pytest.raises(TextProblem) as caught:
        clean(value, limit=limit, multiline=multiline)
    return caught.value


def test_text_is_trimmed_and_composed():
    assert clean("  Zoe\u0308 \u00a0\u3000\n", limit=10) == "Zo\u00eb"


@pytest.mark.parametrize("value", ["", "   ", "\n\t \r\n", "\u2003\u2029"])
def test_nothing_left_is_none(value):
    assert clean(value, limit=10) is None


@pytest.mark.parametrize(
    ("value", "point"),
    [
        ("a\x00b", "U+0000"),
        ("\x00", "U+0000"),
        ("\x1fAda", "U+001F"),
        ("Ada\x85", "U+0085"),
        ("a\x7fb", "U+007F"),
        ("a\nb", "U+000A"),
        ("a\tb", "U+0009"),
        ("a\rb", "U+000D"),
        ("a\ud800b", "U+D800"),
        ("a\udfffb", "U+DFFF"),
        ("a\ufdd0b", "U+FDD0"),
        ("a\uffffb", "U+FFFF"),
        ("a\U0010fffeb", "U+10FFFE"),
        ("a\u202eb", "U+202E"),
        ("a\u2066b", "U+2066"),
        ("a\u2069b", "U+2069"),
    ],
)
def test_a_character_that_is_refused_is_named(value, point):
    problem = refused(value)
    assert problem.code == "INVALID"
    assert str(problem) == f"The text holds the character {point}, which is not allowed."


@pytest.mark.parametrize(
    "value", ["\u05d0\u200f!", "👩\u200d🚀", "\ufffd", "\U0001fffd", ".\u202f.", "\ud7ff"]
)
def test_neighbours_of_what_is_refused_are_let_through(value):
    assert clean(value, limit=10) == value


def test_lines_and_tabs_are_text_where_there_may_be_lines():
    assert clean("one\r\n\ttwo\nthree\r\n", limit=100, multiline=True) == "one\n\ttwo\nthree"
    assert refused("one\rtwo", multiline=True).code == "INVALID"
    assert refused("one\x0btwo", multiline=True).code == "INVALID"


def test_the_limit_counts_code_points_after_normalising():
    assert clean("e\u0301" * 10, limit=10) == "\u00e9" * 10
    assert clean("😀" * 10, limit=10) == "😀" * 10
    assert clean("a\r\nb", limit=3, multiline=True) == "a\nb"
    problem = refused("a" * 11, limit=10)
    assert problem.code == "TOO_LONG"
    assert str(problem) == "The text may have at most 10 characters and has 11."


def test_text_that_normalising_brings_within_the_limit_is_taken():
    longest = unicodedata.normalize("NFD", "\u1f82")
    assert len(longest) == 4
    assert clean(longest * 5, limit=5) == "\u1f82" * 5


def test_no_character_composes_more_than_four():
    assert max(len(unicodedata.normalize("NFD", chr(point))) for point in range(sys.maxunicode + 1)) == 4


def test_the_hidden_marks_are_all_there_are():
    starters = (chr(p) for p in range(sys.maxunicode + 1) if not unicodedata.combining(chr(p)))
    assert (
        "".join(c for c in starters if unicodedata.combining(unicodedata.normalize("NFD", c)[0]))
        == _HIDDEN_MARKS
    )


@pytest.mark.parametrize("marks", ["\u0301\u0316", "\u0f73"])
def test_piles_of_marks_are_refused_before_they_cost_anything(marks):
    start = time.perf_counter()
    problem = refused("a" + marks * 20_000, limit=50_000)
    assert time.perf_counter() - start < 0.5
    assert problem.code == "INVALID"
    assert "30 combining marks" in str(problem)
    assert clean("a" + "\u0316" * 30, limit=50) is not None


@pytest.mark.parametrize("unit", ["a", "\u0301\u0316", "e\u0301", "\x00", "\ud800", "\r\n", " "])
def test_a_megabyte_is_cheap(unit):
    value = "x" + unit * (1_000_000 // len(unit)) + "x"
    start = time.perf_counter()
    assert refused(value, limit=200).code == "TOO_LONG"
    assert time.perf_counter() - start < 0.5


@given(ANY_TEXT, st.booleans(), st.integers(1, 60))
def test_what_comes_out_is_clean(value, multiline, limit):
    try:
        text = clean(value, limit=limit, multiline=multiline)
    except TextProblem as problem:
        assert problem.code in {"TOO_LONG", "INVALID"}  # noqa: PT017
        assert str(problem).startswith("The text ")  # noqa: PT017
        return
    if text is None:
        assert not value.strip()
        return
    assert 0 < len(text) <= limit
    assert unicodedata.is_normalized("NFC", text)
    assert text == text.strip()
    assert not {c for c in text if unicodedata.category(c) in {"Cc", "Cs"}} - (
        {"\n", "\t"} if multiline else set()
    )
    assert clean(text, limit=limit, multiline=multiline) == text
    text.encode()
