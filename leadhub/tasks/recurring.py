"""When a recurring task comes again: RRULE of RFC 5545 in the wall time of a time zone, by python-dateutil."""

import re
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr  # type: ignore[import-untyped]

LONGEST_RULE = 200
# Whoever plans further ahead makes the next series then; and a rule that never comes true is found out soon.
HORIZON = timedelta(days=3653)

_NUMBER = r"[1-9]\d{0,2}"
_DAY = r"(?:[+-]?[1-9]\d?)?(?:MO|TU|WE|TH|FR|SA|SU)"
_MONTH_DAY = r"-?(?:[1-9]|[12]\d|3[01])"
_MONTH = r"(?:[1-9]|1[0-2])"


def _list(one: str) -> str:
    return f"{one}(?:,{one})*"


_PARTS = {
    "FREQ": "DAILY|WEEKLY|MONTHLY|YEARLY",
    "INTERVAL": _NUMBER,
    "COUNT": _NUMBER,
    "UNTIL": r"\d{8}(?:T\d{6}Z?)?",
    "BYDAY": _list(_DAY),
    "BYMONTHDAY": _list(_MONTH_DAY),
    "BYMONTH": _list(_MONTH),
    "BYSETPOS": _list(r"-?[1-9]\d{0,2}"),
    "WKST": "MO|SU",
}


def read_rule(text: str) -> str:
    """A rule in its usual form; ValueError with a sentence for one that cannot be followed."""
    parts: dict[str, str] = {}
    for part in text.upper().removeprefix("RRULE:").split(";"):
        name, _, value = part.partition("=")
        if name not in _PARTS or name in parts or not re.fullmatch(_PARTS[name], value):
            known = ", ".join(_PARTS)
            raise ValueError(f"This is not understood: {part[:40]!r}. A rule may have {known}, each once.")
        parts[name] = value
    if "FREQ" not in parts:
        raise ValueError("A rule says FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.")
    if "COUNT" in parts and "UNTIL" in parts:
        raise ValueError("A rule has COUNT or UNTIL, not both.")
    rule = ";".join(f"{name}={parts[name]}" for name in _PARTS if name in parts)
    try:
        _rule(rule, datetime(2026, 1, 1), HORIZON)  # noqa: DTZ001
        if "UNTIL" in parts:
            _until(parts["UNTIL"], ZoneInfo("UTC"))
    except ValueError as error:
        raise ValueError(f"This rule cannot be followed: {error}.") from error
    return rule


def next_time(rule: str, first: datetime, after: datetime, timezone: str) -> datetime | None:
    """The first time after a moment, of a series that begins at `first`; None when there is none, or none within ten
    years. A time of day that a clock leaves out comes an hour later that day; of one that comes twice it is the first."""
    zone = ZoneInfo(timezone)
    parts = dict(part.split("=") for part in rule.split(";"))
    count = int(parts["COUNT"]) if "COUNT" in parts else None
    until = _until(parts["UNTIL"], zone) if "UNTIL" in parts else None
    start, ahead = _local(first, zone), _local(max(first, after), zone) + HORIZON
    for number, local in enumerate(_rule(rule, start, ahead - start), 1):
        moment = at(local, zone)
        if (count is not None and number > count) or (until is not None and moment > until):
            return None
        if moment > after:
            return moment
    return None


def _rule(rule: str, start: datetime, ahead: timedelta) -> rrule:
    """The rule without its end, which would have to be told in the server's terms, but with one so far ahead."""
    endless = ";".join(part for part in rule.split(";") if not part.startswith(("COUNT=", "UNTIL=")))
    made: rrule = rrulestr(endless, dtstart=start).replace(until=start + ahead)
    return made


def _until(text: str, zone: ZoneInfo) -> datetime:
    if "T" not in text:
        day = datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007
        return datetime.combine(day, time.max, zone).astimezone(UTC)
    moment = datetime.strptime(text.removesuffix("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007
    return moment.replace(tzinfo=UTC if text.endswith("Z") else zone).astimezone(UTC)


def _local(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)


def at(local: datetime, zone: ZoneInfo) -> datetime:
    """The moment of a wall time."""
    return local.replace(tzinfo=zone).astimezone(UTC)


def shifted(moment: datetime, old: datetime, new: datetime, timezone: str) -> datetime:
    """A moment as far from `new` on the clock on the wall as it was from `old`."""
    zone = ZoneInfo(timezone)
    return at(_local(new, zone) + (_local(moment, zone) - _local(old, zone)), zone)
