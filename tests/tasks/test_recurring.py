"""When a task comes again: by its rule, at the same time of day in its zone, through both changes of the clock."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadhub.tasks.recurring import next_time, read_rule, shifted

BERLIN = "Europe/Berlin"


def utc(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}:00+00:00")


@pytest.mark.parametrize(
    ("rule", "first", "after", "expected"),
    [
        ("FREQ=DAILY", "2026-01-05T08:00", "2026-01-05T08:00", "2026-01-06T08:00"),
        ("FREQ=DAILY", "2026-01-05T08:00", "2026-01-09T12:00", "2026-01-10T08:00"),
        # Nine in the morning in Berlin is eight in winter and seven in summer.
        ("FREQ=DAILY", "2026-03-28T08:00", "2026-03-28T08:00", "2026-03-29T07:00"),
        ("FREQ=DAILY", "2026-10-24T07:00", "2026-10-24T07:00", "2026-10-25T08:00"),
        # Half past two is left out on the 29th of March, and comes twice on the 25th of October.
        ("FREQ=DAILY", "2026-03-28T01:30", "2026-03-28T01:30", "2026-03-29T01:30"),
        ("FREQ=DAILY", "2026-03-28T01:30", "2026-03-29T01:30", "2026-03-30T00:30"),
        ("FREQ=DAILY", "2026-10-24T00:30", "2026-10-24T00:30", "2026-10-25T00:30"),
        ("FREQ=DAILY", "2026-10-24T00:30", "2026-10-25T00:30", "2026-10-26T01:30"),
        ("FREQ=WEEKLY;INTERVAL=2", "2026-01-05T08:00", "2026-01-06T08:00", "2026-01-19T08:00"),
        ("FREQ=WEEKLY;BYDAY=MO,TH", "2026-01-05T08:00", "2026-01-05T08:00", "2026-01-08T08:00"),
        ("FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-31T08:00", "2026-01-31T08:00", "2026-03-31T07:00"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31T08:00", "2026-01-31T08:00", "2026-02-28T08:00"),
        ("FREQ=MONTHLY;BYDAY=1MO", "2026-01-05T08:00", "2026-01-05T08:00", "2026-02-02T08:00"),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "2026-01-30T08:00",
            "2026-01-30T08:00",
            "2026-02-27T08:00",
        ),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2024-02-29T08:00", "2026-01-01T00:00", "2028-02-29T08:00"),
        ("FREQ=DAILY;COUNT=3", "2026-01-05T08:00", "2026-01-06T08:00", "2026-01-07T08:00"),
        ("FREQ=DAILY;COUNT=3", "2026-01-05T08:00", "2026-01-07T08:00", None),
        ("FREQ=DAILY;UNTIL=20260107", "2026-01-05T08:00", "2026-01-06T08:00", "2026-01-07T08:00"),
        ("FREQ=DAILY;UNTIL=20260107", "2026-01-05T08:00", "2026-01-07T08:00", None),
        ("FREQ=DAILY;UNTIL=20260107T080000Z", "2026-01-05T08:00", "2026-01-06T08:00", "2026-01-07T08:00"),
        ("FREQ=DAILY;UNTIL=20260107T075959Z", "2026-01-05T08:00", "2026-01-06T08:00", None),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "2026-01-05T08:00", "2026-01-05T08:00", None),
    ],
)
def test_a_series_goes_on_as_its_rule_says(rule: str, first: str, after: str, expected: str | None) -> None:
    found = next_time(read_rule(rule), utc(first), utc(after), BERLIN)
    assert found == (utc(expected) if expected else None)


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "DAILY",
        "FREQ=SECONDLY",
        "FREQ=HOURLY",
        "INTERVAL=2",
        "FREQ=DAILY;FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=99999",
        "FREQ=DAILY;COUNT=2;UNTIL=20270101",
        "FREQ=DAILY;UNTIL=20261301",
        "FREQ=DAILY;UNTIL=tomorrow",
        "FREQ=DAILY;BYHOUR=8",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=DAILY\nRRULE:FREQ=DAILY",
        "DTSTART:20260101T000000Z",
        "FREQ=YEARLY;BYEASTER=0",
    ],
)
def test_a_rule_that_cannot_be_followed_is_refused_with_a_sentence(rule: str) -> None:
    with pytest.raises(ValueError, match=r"[.!]$"):
        read_rule(rule)


def test_a_rule_is_kept_in_its_usual_form() -> None:
    assert read_rule("rrule:byday=mo;freq=weekly") == "FREQ=WEEKLY;BYDAY=MO"


def test_a_reminder_keeps_its_distance_on_the_clock_on_the_wall() -> None:
    # Nine on the day before, of something due at ten, into summer.
    assert shifted(utc("2026-03-26T08:00"), utc("2026-03-27T09:00"), utc("2026-03-30T08:00"), BERLIN) == utc(
        "2026-03-29T07:00"
    )


RULES = st.builds(
    lambda freq, interval, days, more: f"FREQ={freq};INTERVAL={interval}{days}{more}",
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 999),
    st.sampled_from(["", ";BYDAY=MO", ";BYDAY=MO,FR,SU", ";BYMONTHDAY=31", ";BYMONTHDAY=-1,15"]),
    st.sampled_from(["", ";BYMONTH=2", ";BYMONTH=1,7", ";COUNT=900"]),
)
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
ZONES = st.sampled_from(["UTC", BERLIN, "America/St_Johns", "Pacific/Apia", "Australia/Lord_Howe"])


@settings(max_examples=60, deadline=None)
@given(rule=RULES, first=MOMENTS, after=MOMENTS, zone=ZONES)
def test_whatever_the_rule_it_goes_forward_and_is_found_soon(
    rule: str, first: datetime, after: datetime, zone: str
) -> None:
    began = time.process_time()
    found = next_time(read_rule(rule), first, after, zone)
    assert found is None or found > after
    assert time.process_time() - began < 2
