"""How working hours look from outside, and how they are read from an input."""

import zoneinfo
from typing import Any, Self

import strawberry

from leadhub.errors import Invalid, LimitExceeded
from leadhub.kit.enums import describe_enum
from leadhub.kit.hours import Hours, Interval, Weekday, minute
from leadhub.kit.inputs import Inputs

MOST_INTERVALS = 50

describe_enum(Weekday, "A day of the week.", **{day.name: f"{day.capitalize()}." for day in Weekday})

_FROM = "A time of day such as `09:00`."
_UNTIL = "Later on the same day: `17:30`, or `24:00` for its end."
_ZONE = "IANA name of the time zone that the times are in, such as Europe/Berlin"


@strawberry.type(description="From when until when somebody works on a day of the week.")
class WorkingInterval:
    day: Weekday = strawberry.field(description="The day.")
    start: str = strawberry.field(name="from", description=_FROM)
    end: str = strawberry.field(name="until", description=_UNTIL)


@strawberry.type(description="When somebody works in a week.")
class WorkingHours:
    timezone: str = strawberry.field(description=f"{_ZONE}.")
    intervals: list[WorkingInterval] = strawberry.field(description="From Monday on.")

    @classmethod
    def read(cls, stored: dict[str, Any]) -> Self:
        """What a row keeps, see `Hours.stored`."""
        intervals = [
            WorkingInterval(day=Weekday(one["day"]), start=one["from"], end=one["until"])
            for one in stored["intervals"]
        ]
        return cls(timezone=stored["timezone"], intervals=intervals)


@strawberry.input(
    description="From when until when somebody works on a day of the week. A day may have several."
)
class WorkingIntervalInput:
    day: Weekday = strawberry.field(description="The day.")
    start: str = strawberry.field(name="from", description=_FROM)
    end: str = strawberry.field(name="until", description=_UNTIL)


@strawberry.input(description="When somebody works in a week.")
class WorkingHoursInput:
    timezone: str | None = strawberry.field(default=None, description=f"{_ZONE}; the tenant's by default.")
    intervals: list[WorkingIntervalInput] = strawberry.field(
        description=f"At least one and at most {MOST_INTERVALS}; those of a day must not overlap."
    )


def read_hours(inputs: Inputs, given: WorkingHoursInput, *path: str, timezone: str) -> Hours | None:
    """The hours that an input at `path` gives; `timezone` is the tenant's. None when a fault was noted."""
    inputs = inputs.below(*path)
    zone, intervals = None, list[Interval]()
    with inputs.collect():
        zone = read_timezone(given.timezone or timezone, *inputs.path("timezone"))
    with inputs.collect():
        intervals = _intervals(inputs, given.intervals)
    if zone is None or len(intervals) < len(given.intervals):
        return None
    try:
        return Hours(zoneinfo.ZoneInfo(zone), tuple(intervals))
    except ValueError as problem:
        inputs.fault(Invalid(str(problem), path=inputs.path("intervals")))
        return None


def _intervals(inputs: Inputs, given: list[WorkingIntervalInput]) -> list[Interval]:
    """Those that can be read; a fault is noted for each of the others."""
    if len(given) > MOST_INTERVALS:
        raise LimitExceeded(
            f"Working hours may have at most {MOST_INTERVALS} intervals.", path=inputs.path("intervals")
        )
    found = []
    for at, one in enumerate(given):
        times = [_minute(inputs, one.start, at, "from"), _minute(inputs, one.end, at, "until")]
        if None not in times:
            with inputs.collect():
                found.append(_interval(one.day, times, inputs.path("intervals", str(at), "until")))
    return found


def _minute(inputs: Inputs, text: str, at: int, name: str) -> int | None:
    try:
        return minute(text)
    except ValueError as problem:
        inputs.fault(Invalid(str(problem), path=inputs.path("intervals", str(at), name)))
        return None


def _interval(day: Weekday, times: list[Any], path: list[str]) -> Interval:
    start, end = times
    if start >= end:
        raise Invalid(
            "This must be later than `from`; what goes on after midnight is the next day's.", path=path
        )
    return Interval(list(Weekday).index(day), start, end)


def read_timezone(value: str, *path: str) -> str:
    """An IANA time zone; a fault at `path` when there is none of that name."""
    if value not in zoneinfo.available_timezones():
        raise Invalid("There is no such time zone; use an IANA name such as Europe/Berlin.", path=path)
    return value
