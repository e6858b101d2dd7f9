import asyncio
import threading
import time

import pytest
from argon2.exceptions import InvalidHashError
from hypothesis import given
from hypothesis import strategies as st

from leadhub.kit import passwords
from leadhub.kit.passwords import check_password_rules, hash_password, needs_rehash, verify_password

GOOD = "correct horse battery"


def problem(password, *, email="ada.lovelace@example.com", name="Ada King Lovelace"):
    return check_password_rules(password, email=email, name=name)


async def test_a_password_matches_its_own_hash_alone():
    hashed = await hash_password(GOOD)
    assert hashed.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert await verify_password(hashed, GOOD)
    assert not await verify_password(hashed, GOOD + " ")
    assert not await verify_password(hashed, "")
    assert not needs_rehash(hashed)


async def test_the_same_password_is_hashed_differently():
    assert await hash_password(GOOD) != await hash_password(GOOD)


async def test_keyboards_that_compose_letters_differently_give_one_password():
    assert await verify_password(await hash_password("Zoe\u0308 und die Birne"), "Zo\u00eb und die Birne")


async def test_no_account_costs_a_hash_and_is_false(monkeypatch):
    verified = []
    monkeypatch.setattr(passwords, "_matches", lambda hashed, _: verified.append(hashed) or True)
    assert not await verify_password(None, GOOD)
    assert verified == [passwords._DUMMY]


def test_the_dummy_costs_what_a_hash_of_today_costs():
    assert not needs_rehash(passwords._DUMMY)


def test_weaker_parameters_need_a_rehash():
    assert needs_rehash(
        "$argon2id$v=19$m=1024,t=1,p=1$c29tZXNhbHRzb21l$nKmk3ZxrsM0cwQ6gQ0JMFJ9+2OqxUlKqNgMZdWLNVZk"
    )


async def test_a_damaged_row_is_not_a_wrong_password():
    with pytest.raises(InvalidHashError):
        await verify_password("plain text", GOOD)


async def test_any_text_can_be_tried():
    hashed = await hash_password("\ud800 lone surrogate")
    assert not await verify_password(hashed, "\x00\ud801")
    start = time.perf_counter()
    assert not await verify_password(hashed, "a" + "\u0301\u0316" * 50_000)
    assert time.perf_counter() - start < 20  # generous: machines are busy


async def test_few_are_hashed_at_once_and_the_loop_goes_on(monkeypatch):
    running, most, lock = 0, 0, threading.Lock()

    def slow(*_):
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.02)
        with lock:
            running -= 1
        return False

    monkeypatch.setattr(passwords, "_matches", slow)
    waiting = asyncio.gather(*(verify_password(None, GOOD) for _ in range(10)))
    await asyncio.sleep(0)
    assert not waiting.done()
    await waiting
    assert most == 2


@pytest.mark.parametrize(
    ("password", "part"),
    [
        ("", "at least 10"),
        ("short pw!", "at least 10"),
        ("e\u0301" * 9, "at least 10"),
        ("ab" * 129, "at most 256"),
        ("x" * 1_000_000, "at most 256"),
        ("correct\x00horse", "control"),
        ("correct\nhorse", "control"),
        ("correct\x7fhorse", "control"),
        ("correct\ud800horse", "control"),
        ("aaaaaaaaaaaa", "repeated"),
        ("AaAaAaAaAaAa", "repeated"),
        ("🦄" * 12, "repeated"),
        ("Password123", "most used"),
        ("1234567890", "most used"),
        ("QWERTYUIOP", "most used"),
        ("ada.lovelace@example.com", "LeadHub"),
        ("ADA.LOVELACE", "LeadHub"),
        ("ada-lovelace-1815", "LeadHub"),
        ("lovelace, ada!", "LeadHub"),
        ("Lovelace1815!", "LeadHub"),
        ("AdaKingLovelace", "LeadHub"),
        ("leadhub2026!", "LeadHub"),
        ("LeadHub-LeadHub", "LeadHub"),
        ("leadhub ada 1", "LeadHub"),
    ],
)
def test_what_is_wrong_is_said(password, part):
    sentence = problem(password)
    assert sentence is not None
    assert part in sentence
    assert sentence.endswith(".")
    assert password not in sentence or not password


@pytest.mark.parametrize(
    "password",
    [
        GOOD,
        "8472910384",
        "leadhub correct horse",
        "lovelace's engine",
        "ten chars!",
        "пароль для Ады",
        "ab" * 128,
    ],
)
def test_length_is_enough(password):
    assert problem(password) is None


def test_digits_that_are_the_address_are_refused():
    assert problem("4930123456", email="4930123456@example.com") is not None


def test_short_names_forbid_nothing():
    assert problem("bobabobabobo", email="b@example.com", name="Bo Ba") is None


def test_common_passwords_are_listed_in_the_form_that_is_compared():
    assert len(passwords._COMMON) > 150
    assert all(len(word) >= 10 and word == word.casefold() for word in passwords._COMMON)


@given(
    st.text(st.characters(exclude_categories=()), max_size=300), st.text(max_size=20), st.text(max_size=20)
)
def test_any_text_is_judged(password, email, name):
    sentence = check_password_rules(password, email=email, name=name)
    assert sentence is None or sentence.endswith(".")
