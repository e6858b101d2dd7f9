"""Business time: the hours of a week in a time zone, less holidays. It knows no clock but the moments it is given, all
of them in UTC."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Any, Self
from zoneinfo import ZoneInfo

MINUTES_A_DAY = 24 * 60

Span = tuple[datetime, datetime]


class Weekday(StrEnum):
    """A day of the week."""

    MONDAY = "MONDAY"
    TUESDAY = "TUESDAY"
    WEDNESDAY = "WEDNESDAY"
    THURSDAY = "THURSDAY"
    FRIDAY = "FRIDAY"
    SATURDAY = "SATURDAY"
    SUNDAY = "SUNDAY"


_DAYS = list(Weekday)


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Open from one minute of a day until, but not including, another: 0 is midnight, 1440 the next one."""

    day: int
    start: int
    end: int

    def __post_init__(self) -> None:
        if not (0 <= self.day < len(_DAYS) and 0 <= self.start < self.end <= MINUTES_A_DAY):
            raise ValueError("An interval lies in one day, and ends after it begins.")


@dataclass(frozen=True, slots=True)
class Hours:
    """When somebody works. ValueError for hours without an interval, or with two that overlap.

    Where a clock is put back, what lies in the hour that comes twice is open twice; where it is put forward, a time that
    is skipped is read as if the clock had not been changed yet.
    """

    zone: ZoneInfo
    week: tuple[Interval, ...]
    holidays: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        week = sorted(self.week)
        if not week:
            raise ValueError("There must be hours at least once a week.")
        for one, next_one in pairwise(week):
            if one.day == next_one.day and next_one.start < one.end:
                raise ValueError(f"The hours on {_DAYS[one.day].capitalize()} overlap.")

    def is_open(self, at: datetime) -> bool:
        """Whether somebody works then."""
        begin, _ = next(self._spans(at))
        return begin <= at

    def next_open(self, at: datetime) -> datetime:
        """The first moment from then on at which somebody works."""
        begin, _ = next(self._spans(at))
        return max(begin, at)

    def add(self, start: datetime, seconds: float) -> datetime:
        """The moment at which so many seconds of business time have passed: the end of a day rather than the begin of the
        next one."""
        left = timedelta(seconds=seconds)
        for opens, closes in self._spans(start):
            begin = max(opens, start)
            if left <= closes - begin:
                return begin + left
            left -= closes - begin
        raise AssertionError("there is always another week")

    def between(self, start: datetime, end: datetime) -> float:
        """How many seconds of business time lie between two moments; 0 when the second is not after the first."""
        total = timedelta()
        for opens, closes in self._spans(start):
            if end <= max(opens, start):
                return total.total_seconds()
            total += min(closes, end) - max(opens, start)
        raise AssertionError("there is always another week")

    def _spans(self, after: datetime) -> Iterator[Span]:
        """The spans that end after a moment, in order and without end."""
        day = after.astimezone(self.zone).date() - timedelta(days=1)
        last = datetime.min.replace(tzinfo=UTC)
        while True:
            for opens, closes in self._spans_of(day):
                # In zones that put the clock back at midnight two days share an hour.
                begin = max(opens, last)
                if max(begin, after) < closes:
                    yield begin, closes
                last = max(last, closes)
            day += timedelta(days=1)

    def _spans_of(self, day: date) -> Iterator[Span]:
        if day in self.holidays:
            return
        for one in self.week_of(day.weekday()):
            yield self._moment(day, one.start), self._moment(day, one.end, is_end=True)

    def week_of(self, day: int) -> list[Interval]:
        """The intervals of a day, 0 being Monday."""
        return sorted(one for one in self.week if one.day == day)

    def _moment(self, day: date, minute: int, *, is_end: bool = False) -> datetime:
        wall = datetime.combine(day, time()) + timedelta(minutes=minute)
        first = wall.replace(tzinfo=self.zone).astimezone(UTC)
        if not is_end:
            return first
        return max(first, wall.replace(tzinfo=self.zone, fold=1).astimezone(UTC))

    def stored(self) -> dict[str, Any]:
        """As a row keeps it, and as events show it; holidays are kept elsewhere."""
        intervals = [
            {"day": _DAYS[one.day].value, "from": clock(one.start), "until": clock(one.end)}
            for one in sorted(self.week)
        ]
        return {"timezone": self.zone.key, "intervals": intervals}

    @classmethod
    def read(cls, stored: dict[str, Any], holidays: frozenset[date] = frozenset()) -> Self:
        """What was stored."""
        week = (
            Interval(_DAYS.index(Weekday(one["day"])), minute(one["from"]), minute(one["until"]))
            for one in stored["intervals"]
        )
        return cls(ZoneInfo(stored["timezone"]), tuple(week), holidays)


def clock(minute: int) -> str:
    """A minute of a day as a clock shows it: 09:30, and 24:00 for the end."""
    return f"{minute // 60:02}:{minute % 60:02}"


def minute(clock: str) -> int:
    """A minute of a day, 0 to 1440; ValueError for what is no time such as 09:30."""
    hours, colon, minutes = clock.partition(":")
    if not (colon and len(hours) == len(minutes) == 2 and clock.isascii() and (hours + minutes).isdigit()):
        raise ValueError("A time of day looks like 09:30, and 24:00 is the end of the day.")
    found = int(hours) * 60 + int(minutes)
    if int(minutes) > 59 or found > MINUTES_A_DAY:
        raise ValueError("A time of day looks like 09:30, and 24:00 is the end of the day.")
    return found
