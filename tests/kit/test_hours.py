"""Business time: working days, breaks, holidays, and clocks that are changed."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from leadhub.kit.hours import Hours, Interval, clock, minute

BERLIN, HAVANA, AUCKLAND = ZoneInfo("Europe/Berlin"), ZoneInfo("America/Havana"), ZoneInfo("Pacific/Auckland")
HOUR = 3600


def weekdays(*times: tuple[str, str], days: range = range(5)) -> tuple[Interval, ...]:
    return tuple(Interval(day, minute(start), minute(end)) for day in days for start, end in times)


OFFICE = Hours(BERLIN, weekdays(("09:00", "12:00"), ("13:00", "17:00")), frozenset({date(2026, 12, 25)}))
ALWAYS = Hours(BERLIN, weekdays(("00:00", "24:00"), days=range(7)))
NIGHT = Hours(BERLIN, weekdays(("00:00", "06:00"), days=range(7)))


def at(text: str, zone: ZoneInfo = BERLIN, fold: int = 0) -> datetime:
    """A moment, by the clock on the wall there."""
    return datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold).astimezone(UTC)


# 2026-11-27 is a Friday. In Berlin clocks are put forward on 2026-03-29 at 02:00, and back on 2026-10-25 at 03:00.
ADDED = {
    "within the morning": (OFFICE, "2026-11-27 09:30", 1, "2026-11-27 10:30"),
    "before opening": (OFFICE, "2026-11-27 06:00", 1, "2026-11-27 10:00"),
    "over lunch": (OFFICE, "2026-11-27 11:30", 1, "2026-11-27 13:30"),
    "to the very end": (OFFICE, "2026-11-27 15:00", 2, "2026-11-27 17:00"),
    "to the begin of the break": (OFFICE, "2026-11-27 09:00", 3, "2026-11-27 12:00"),
    "over the weekend": (OFFICE, "2026-11-27 16:00", 2, "2026-11-30 10:00"),
    "from a Saturday": (OFFICE, "2026-11-28 12:00", 1, "2026-11-30 10:00"),
    "over a holiday": (OFFICE, "2026-12-24 16:00", 2, "2026-12-28 10:00"),
    "from a holiday": (OFFICE, "2026-12-25 10:00", 1, "2026-12-28 10:00"),
    "a week": (OFFICE, "2026-11-23 09:00", 35, "2026-11-27 17:00"),
    "no time at all while open": (OFFICE, "2026-11-27 10:00", 0, "2026-11-27 10:00"),
    "no time at all while closed": (OFFICE, "2026-11-28 10:00", 0, "2026-11-30 09:00"),
    "over the weekend of the spring change": (OFFICE, "2026-03-27 16:00", 2, "2026-03-30 10:00"),
    "through the skipped hour": (ALWAYS, "2026-03-29 01:00", 2, "2026-03-29 04:00"),
    "a night that is short": (NIGHT, "2026-03-29 00:00", 6, "2026-03-30 01:00"),
    "over the weekend of the autumn change": (OFFICE, "2026-10-23 16:00", 2, "2026-10-26 10:00"),
    "through the hour that comes twice": (ALWAYS, "2026-10-25 01:00", 4, "2026-10-25 04:00"),
    "a night that is long": (NIGHT, "2026-10-25 00:00", 7, "2026-10-25 06:00"),
    "a day of 23 hours": (ALWAYS, "2026-03-29 00:00", 23, "2026-03-30 00:00"),
    "a day of 25 hours": (ALWAYS, "2026-10-25 00:00", 25, "2026-10-26 00:00"),
}


@pytest.mark.parametrize("name", ADDED)
def test_business_time_is_added(name: str) -> None:
    hours, start, count, expected = ADDED[name]
    assert hours.add(at(start), count * HOUR) == at(expected)


@pytest.mark.parametrize("name", ADDED)
def test_what_was_added_lies_between(name: str) -> None:
    hours, start, count, end = ADDED[name]
    assert hours.between(at(start), at(end)) == count * HOUR
    assert hours.between(at(end), at(start)) == 0


def test_it_is_open_from_the_first_minute_until_before_the_last() -> None:
    assert OFFICE.is_open(at("2026-11-27 09:00"))
    assert OFFICE.is_open(at("2026-11-27 16:59:59.999999"))
    for closed in (
        "2026-11-27 08:59:59",
        "2026-11-27 12:00",
        "2026-11-27 17:00",
        "2026-11-28 10:00",
        "2026-12-25 10:00",
    ):
        assert not OFFICE.is_open(at(closed)), closed


def test_next_open_is_now_while_it_is_open() -> None:
    assert OFFICE.next_open(at("2026-11-27 10:15")) == at("2026-11-27 10:15")
    assert OFFICE.next_open(at("2026-11-27 12:15")) == at("2026-11-27 13:00")
    assert OFFICE.next_open(at("2026-11-27 18:00")) == at("2026-11-30 09:00")


def test_opening_in_the_skipped_hour_is_as_if_the_clock_had_not_been_changed() -> None:
    early = Hours(BERLIN, weekdays(("02:30", "06:00"), days=range(7)))
    assert early.next_open(at("2026-03-29 00:00")) == at("2026-03-29 03:30")


def test_two_days_do_not_count_the_hour_twice_that_midnight_gives_back() -> None:
    """In Havana the clock is put back at 01:00 to midnight, so that a day ends, and the next one begins, in that hour."""
    always = Hours(HAVANA, weekdays(("00:00", "24:00"), days=range(7)))
    day = at("2026-11-01 00:00", HAVANA)
    assert always.between(day, at("2026-11-02 00:00", HAVANA)) == 25 * HOUR
    assert always.between(at("2026-10-31 23:00", HAVANA), at("2026-11-01 01:00", HAVANA, fold=1)) == 3 * HOUR


def test_days_are_those_of_the_zone() -> None:
    """Monday morning in Auckland is Sunday in UTC."""
    office = Hours(AUCKLAND, weekdays(("09:00", "17:00")))
    assert office.is_open(datetime(2026, 11, 29, 20, 30, tzinfo=UTC))
    assert not office.is_open(datetime(2026, 11, 27, 20, 30, tzinfo=UTC))


def test_hours_are_kept_and_read_again() -> None:
    stored = OFFICE.stored()
    assert stored["timezone"] == "Europe/Berlin"
    assert stored["intervals"][1] == {"day": "MONDAY", "from": "13:00", "until": "17:00"}
    assert Hours.read(stored, OFFICE.holidays) == OFFICE


def test_hours_that_are_never_open_or_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="at least once a week"):
        Hours(BERLIN, ())
    with pytest.raises(ValueError, match="Monday overlap"):
        Hours(BERLIN, weekdays(("09:00", "12:00"), ("11:59", "13:00")))
    Hours(BERLIN, weekdays(("09:00", "12:00"), ("12:00", "13:00")))
    for start, end in ((600, 600), (-1, 5), (0, 1441)):
        with pytest.raises(ValueError, match="ends after it begins"):
            Interval(0, start, end)


def test_times_of_day_are_read_as_a_clock_shows_them() -> None:
    assert [minute(text) for text in ("00:00", "09:30", "24:00")] == [0, 570, 1440]
    assert [clock(found) for found in (0, 570, 1440)] == ["00:00", "09:30", "24:00"]
    for text in (
        "",
        "9:30",
        "09.30",
        "24:01",
        "12:60",
        "25:00",
        "-1:30",
        "٠٩:٣٠",
        "09:30:00",
        " 9:30",
        "²³:00",
    ):
        with pytest.raises(ValueError, match="looks like 09:30"):
            minute(text)
