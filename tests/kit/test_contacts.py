import contextlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leadhub.kit.contacts import (
    ContactProblem,
    email_domain,
    mask_email,
    mask_phone,
    mask_text,
    normalise_email,
    normalise_phone,
)

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)
LOCAL = st.text(st.characters(categories=("L", "N")) | st.sampled_from(".+-_'"), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("  Ada.Lovelace+news@Example.COM\n", "ada.lovelace+news@example.com"),
        ("ada@Bücher.example", "ada@xn--bcher-kva.example"),
        ("ADA@XN--BCHER-KVA.example", "ada@xn--bcher-kva.example"),
        ("Zoë@example.com", "zoë@example.com"),
        ("Zoe\u0308@example.com", "zoë@example.com"),
        ("ada@acme.test", "ada@acme.test"),
        ("ada@printer.local", "ada@printer.local"),
        ("ada@gone.invalid", "ada@gone.invalid"),
        ("ada@www.example", "ada@www.example"),
        ("o'neil_1-2@sub.example.co.uk", "o'neil_1-2@sub.example.co.uk"),
    ],
)
def test_email_is_normalised(typed, normal):
    assert normalise_email(typed) == normal


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "ada",
        "@example.com",
        "ada@",
        "ada@localhost",
        "ada@@example.com",
        "ada lovelace@example.com",
        "Ada <ada@example.com>",
        "ada@[127.0.0.1]",
        "a" * 243 + "@example.com",
        '"a b"@example.com',
        "ada@example.com\nbcc: x@example.com",
        "ada@exa\x00mple.com",
        "\ud800@example.com",
        "ada@\ud800.com",
        "a@" + ("b" * 60 + ".") * 4 + "example.com",
        "a" * 1_000_000,
    ],
)
def test_what_is_no_email_is_refused_with_a_sentence(typed):
    with pytest.raises(ContactProblem) as caught:
        normalise_email(typed)
    sentence = str(caught.value)
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert sentence.isprintable()


def test_a_megabyte_is_not_looked_at():
    with pytest.raises(ContactProblem, match="at most 254"):
        normalise_email("a" * 1_000_000 + "@example.com")


def test_the_length_is_that_of_the_normal_form():
    assert len(normalise_email("a" * 242 + "@example.com")) == 254
    with pytest.raises(ContactProblem, match="254"):
        normalise_email("İ" * 110 + "@example.com")


@given(LOCAL, st.sampled_from(["Example.com", "BÜCHER.example", "x.test", "straße.example"]))
@example("İ", "example.com")
@example("ΑΣ", "example.com")
def test_normalising_twice_changes_nothing(local, domain):
    try:
        normal = normalise_email(f"{local}@{domain}")
    except ContactProblem:
        return
    assert normalise_email(normal) == normal
    assert email_domain(normal).isascii()
    assert email_domain(normal) == email_domain(normal).lower()


@given(ANY_TEXT)
def test_any_text_is_an_email_or_a_contact_problem(text):
    with contextlib.suppress(ContactProblem):
        assert len(normalise_email(text)) <= 254


def test_domain_of_an_email():
    assert email_domain("ada@mail.example.com") == "mail.example.com"


@pytest.mark.parametrize(
    ("typed", "country", "normal"),
    [
        ("+49 30 123456", "US", "+4930123456"),
        ("030 / 123456", "DE", "+4930123456"),
        ("0049 30 123456", "de", "+4930123456"),
        ("(202) 555-0123", "US", "+12025550123"),
        ("tel:+1-202-555-0123", "DE", "+12025550123"),
        ("+٤٩٣٠١٢٣٤٥٦", "US", "+4930123456"),
    ],
)
def test_phone_is_normalised(typed, country, normal):
    assert normalise_phone(typed, country) == normal


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "+1",
        "call me",
        "0000000000",
        "1234567890",
        "+1 555 010 0000",
        "112",
        "030 123456 / 030 654321",
        "+999 123456789",
        "\ud800",
        "+" * 300,
        "1" * 1_000_000,
    ],
)
@pytest.mark.parametrize("country", ["US", "DE", "", "ZZ", "nonsense"])
def test_what_is_not_surely_a_phone_is_none(typed, country):
    assert normalise_phone(typed, country) is None


@pytest.mark.parametrize("typed", ["+1 202 555 0123 x12", "+1 202 555 0123 ext. 7", "+12025550123;ext=3"])
def test_colleagues_behind_one_switchboard_do_not_match(typed):
    assert normalise_phone(typed, "US") is None


@given(
    ANY_TEXT | st.text("+0123456789 ()-/.x#;,", max_size=40), st.sampled_from(["US", "DE", "IT", "AR", ""])
)
def test_any_text_is_a_phone_or_none_and_stays_what_it_is(text, country):
    normal = normalise_phone(text, country)
    if normal is not None:
        assert normal[0] == "+"
        assert 7 <= len(normal) <= 16
        assert normal[1:].isascii()
        assert normal[1:].isdigit()
        assert normalise_phone(normal, "ZZ") == normal


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("ada@example.com", "a•••@e•••.com"),
        ("a@b.de", "a•••@b•••.de"),
        ("ada@mail.example.co.uk", "a•••@m•••.uk"),
        ("ada@localhost", "a•••@l•••"),
        ("ada@x.my secret", "a•••@x•••"),
        ("ada@x.verysecret", "a•••@x•••"),
        ("two@at@example.com", "t•••@e•••.com"),
        ("@", "•••@•••"),
        ("no address", "n•••"),
        ("", "•••"),
    ],
)
def test_masked_email(text, masked):
    assert mask_email(text) == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("+4930123456", "•••••••56"),
        ("+1 (202) 555-0123", "•••••••23"),
        ("112", "•••••••"),
        ("+4930123\u0664\u0665", "•••••••23"),
        ("call Ada", "•••••••"),
        ("", "•••••••"),
    ],
)
def test_masked_phone(text, masked):
    assert mask_phone(text) == masked


@pytest.mark.parametrize(
    ("text", "masked"), [("Ada", "A•••"), ("12 High St", "1•••"), ("", "•••"), ("\ud800", "•••")]
)
def test_masked_text(text, masked):
    assert mask_text(text) == masked


@given(ANY_TEXT)
def test_masks_show_no_more_than_they_may(text):
    assert mask_text(text) in {"•••", f"{text[:1]}•••"}
    assert mask_phone(text).removeprefix("•••••••") in {
        "",
        "".join(c for c in text if c in "0123456789")[-2:],
    }
    assert len(mask_email(text)) <= len("a•••@e•••.museum")
    (mask_email(text) + mask_phone(text) + mask_text(text)).encode()
