"""When answers are due: over nights, weekends, holidays, both changes of the clock, and pauses. The times are worked out by
hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from leadhub.kit.hours import Hours, Interval, minute
from leadhub.kit.uuid7 import uuid7
from leadhub.leads.models import SlaStatus
from leadhub.sla.clock import Stop, Terms, Turn, work_out
from leadhub.sla.models import LeadSla, SlaTarget

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")


def open_at(*times: tuple[str, str], days: range = range(5)) -> tuple[Interval, ...]:
    return tuple(Interval(day, minute(start), minute(end)) for day in days for start, end in times)


CHRISTMAS = frozenset(date(2026, 12, day) for day in (24, 25))
DAY = Hours(BERLIN, open_at(("09:00", "17:00")), CHRISTMAS)
LUNCH = Hours(BERLIN, open_at(("09:00", "12:00"), ("13:00", "17:00")), CHRISTMAS)
NIGHT = Hours(BERLIN, open_at(("00:00", "06:00"), days=range(7)))
ALL_DAY = Hours(BERLIN, open_at(("00:00", "24:00"), days=range(7)))
YORK = Hours(NEW_YORK, open_at(("09:00", "17:00")))
ALWAYS = None


def at(text: str, zone: ZoneInfo = BERLIN) -> datetime:
    """A moment by the clock on the wall; `*` marks the second time of an hour that comes twice."""
    fold = int(text.endswith("*"))
    return datetime.fromisoformat(text.rstrip("*")).replace(tzinfo=zone, fold=fold).astimezone(UTC)


@dataclass(frozen=True)
class Case:
    """Since when a lead waits, how many hours there are, when the time stood still, and when the answer is due."""

    hours: Hours | None
    asked: str
    allowed: float
    due: str
    pauses: list[tuple[str, str]] = field(default_factory=list)


# 2026-11-27 is a Friday. In Berlin clocks go forward on Sunday 2026-03-29 at 02:00, and back on Sunday 2026-10-25 at 03:00;
# in New York on 2026-03-08 at 02:00 and 2026-11-01 at 02:00.
CASES = {
    "within a day": Case(DAY, "2026-11-27 10:00", 1, "2026-11-27 11:00"),
    "before opening": Case(DAY, "2026-11-27 07:12", 1, "2026-11-27 10:00"),
    "after closing": Case(DAY, "2026-11-26 21:00", 1, "2026-11-27 10:00"),
    "to the minute of closing": Case(DAY, "2026-11-27 16:00", 1, "2026-11-27 17:00"),
    "overnight": Case(DAY, "2026-11-26 16:30", 1, "2026-11-27 09:30"),
    "over lunch": Case(LUNCH, "2026-11-27 11:45", 1, "2026-11-27 13:45"),
    "over a weekend": Case(DAY, "2026-11-27 16:00", 4, "2026-11-30 12:00"),
    "asked on a Saturday": Case(DAY, "2026-11-28 15:00", 4, "2026-11-30 13:00"),
    "a working week": Case(DAY, "2026-11-25 13:00", 40, "2026-12-02 13:00"),
    "over two holidays and a weekend": Case(DAY, "2026-12-23 16:00", 2, "2026-12-28 10:00"),
    "asked on a holiday": Case(DAY, "2026-12-24 10:00", 2, "2026-12-28 11:00"),
    "over lunch, holidays and a weekend": Case(LUNCH, "2026-12-23 16:00", 5, "2026-12-28 14:00"),
    "around the clock": Case(ALWAYS, "2026-11-27 16:00", 48, "2026-11-29 16:00"),
    "around the clock, a day of 23 hours": Case(ALWAYS, "2026-03-28 12:00", 24, "2026-03-29 13:00"),
    "around the clock, a day of 25 hours": Case(ALWAYS, "2026-10-24 12:00", 24, "2026-10-25 11:00"),
    "the weekend in which clocks go forward": Case(DAY, "2026-03-27 16:00", 2, "2026-03-30 10:00"),
    "the weekend in which clocks go back": Case(DAY, "2026-10-23 16:00", 2, "2026-10-26 10:00"),
    "a night that lacks an hour": Case(NIGHT, "2026-03-29 01:30", 4, "2026-03-30 00:30"),
    "a night that has an hour twice": Case(NIGHT, "2026-10-25 01:30", 5, "2026-10-25 05:30"),
    "due in the hour that comes twice": Case(NIGHT, "2026-10-25 01:30", 1.5, "2026-10-25 02:00*"),
    "open all day, without the hour that is skipped": Case(
        ALL_DAY, "2026-03-29 01:00", 3, "2026-03-29 05:00"
    ),
    "open all day, with the hour that comes twice": Case(ALL_DAY, "2026-10-25 01:00", 4, "2026-10-25 04:00"),
    "in New York, when clocks went forward there": Case(YORK, "2026-03-06 22:30", 1, "2026-03-09 14:30"),
    "in New York, between its change and Berlin's": Case(YORK, "2026-03-20 14:00", 2, "2026-03-20 16:00"),
    "in New York, when clocks went back there": Case(YORK, "2026-10-30 21:30", 1, "2026-11-02 15:30"),
    "a pause in the morning": Case(
        DAY, "2026-11-27 10:00", 2, "2026-11-27 14:00", [("2026-11-27 11:00", "2026-11-27 13:00")]
    ),
    "a pause over night": Case(
        DAY, "2026-11-26 16:00", 2, "2026-11-27 11:30", [("2026-11-26 16:30", "2026-11-27 10:00")]
    ),
    "a pause outside of the hours": Case(
        DAY, "2026-11-26 16:00", 2, "2026-11-27 10:00", [("2026-11-26 18:00", "2026-11-27 08:00")]
    ),
    "a pause over a weekend": Case(
        DAY, "2026-11-27 16:00", 4, "2026-12-01 12:02", [("2026-11-27 16:59", "2026-12-01 09:01")]
    ),
    "a pause over holidays": Case(
        DAY, "2026-12-23 15:00", 3, "2026-12-29 11:00", [("2026-12-23 16:00", "2026-12-28 18:00")]
    ),
    "two pauses": Case(
        DAY,
        "2026-11-27 09:00",
        3,
        "2026-11-27 15:00",
        [("2026-11-27 10:00", "2026-11-27 11:00"), ("2026-11-27 12:00", "2026-11-27 14:00")],
    ),
    "a pause while clocks go forward": Case(
        ALWAYS, "2026-03-29 00:00", 3, "2026-03-29 06:00", [("2026-03-29 01:00", "2026-03-29 04:00")]
    ),
    "a pause while clocks go back": Case(
        NIGHT, "2026-10-25 01:00", 3, "2026-10-25 04:30", [("2026-10-25 02:00", "2026-10-25 02:30*")]
    ),
    "paused from the start": Case(
        DAY, "2026-11-27 10:00", 2, "2026-11-27 16:00", [("2026-11-27 08:00", "2026-11-27 14:00")]
    ),
    "a pause that comes too late": Case(
        DAY, "2026-11-27 10:00", 1, "2026-11-27 11:00", [("2026-11-27 12:00", "2026-11-27 15:00")]
    ),
}


def new(asked: datetime) -> LeadSla:
    id = uuid7()
    return LeadSla(
        id=id,
        tenant_id=id,
        lead_id=id,
        target=SlaTarget.FIRST_RESPONSE,
        started_at=asked,
        counted_from=asked,
        used_seconds=0.0,
    )


@pytest.mark.parametrize("name", CASES)
def test_answers_are_due_when_a_person_would_say(name: str) -> None:
    case = CASES[name]
    asked = at(case.asked)
    sla, terms = new(asked), Terms(int(case.allowed * 3600), case.hours)
    turn = Turn(SlaTarget.FIRST_RESPONSE, asked, None)
    work_out(sla, turn, terms, None, asked)
    for since, until in case.pauses:
        work_out(sla, turn, terms, Stop(SlaStatus.PAUSED, at(since)), at(since))
        work_out(sla, turn, terms, None, at(until))
    assert sla.due_at == at(case.due)


def test_there_are_cases_enough() -> None:
    assert len(CASES) >= 30


MONDAY = at("2026-11-30 09:00")
HOUR = timedelta(hours=1)


def worked_out(
    sla: LeadSla, *, answered: datetime | None = None, stop: Stop | None = None, now: datetime
) -> LeadSla:
    work_out(sla, Turn(sla.target, sla.started_at, answered), Terms(3600, DAY), stop, now)
    return sla


def test_an_answer_in_time_is_met_and_a_later_one_late() -> None:
    assert worked_out(new(MONDAY), answered=MONDAY + HOUR, now=MONDAY + HOUR).status is SlaStatus.MET
    late = worked_out(new(MONDAY), answered=MONDAY + 2 * HOUR, now=MONDAY + 2 * HOUR)
    assert (late.status, late.breached_at) == (SlaStatus.LATE, MONDAY + HOUR)


def test_an_answer_that_is_logged_after_the_breach_and_came_before_it_is_met() -> None:
    sla = worked_out(new(MONDAY), now=MONDAY)
    sla.status, sla.breached_at = SlaStatus.BREACHED, sla.due_at
    worked_out(sla, answered=MONDAY + HOUR / 2, now=MONDAY + 2 * HOUR)
    assert (sla.status, sla.breached_at) == (SlaStatus.MET, None)


def test_what_is_breached_stays_so_whatever_the_clock_says_and_nothing_pauses_it() -> None:
    sla = worked_out(new(MONDAY), now=MONDAY)
    sla.status, sla.breached_at = SlaStatus.BREACHED, sla.due_at
    for now, stop in (
        (MONDAY - 5 * HOUR, None),
        (MONDAY + 3 * HOUR, Stop(SlaStatus.PAUSED, MONDAY + 2 * HOUR)),
    ):
        assert worked_out(sla, stop=stop, now=now).status is SlaStatus.BREACHED
        assert sla.breached_at == sla.due_at == MONDAY + HOUR


def test_more_time_takes_a_breach_back() -> None:
    sla = worked_out(new(MONDAY), now=MONDAY)
    sla.status, sla.breached_at = SlaStatus.BREACHED, sla.due_at
    work_out(sla, Turn(sla.target, MONDAY, None), Terms(4 * 3600, DAY), None, MONDAY + 2 * HOUR)
    assert (sla.status, sla.breached_at, sla.due_at) == (SlaStatus.PENDING, None, MONDAY + 4 * HOUR)


def test_an_end_stops_the_clock_and_a_new_beginning_gives_back_what_was_left() -> None:
    sla = worked_out(new(MONDAY), now=MONDAY)
    ended = Stop(SlaStatus.ENDED, MONDAY + HOUR / 2)
    assert worked_out(sla, stop=ended, now=ended.since).status is SlaStatus.ENDED
    assert (sla.due_at, sla.breached_at) == (None, None)
    again = at("2026-12-03 10:00")
    assert worked_out(sla, now=again).due_at == again + HOUR / 2


def test_what_ends_after_its_time_was_breached() -> None:
    ended = worked_out(new(MONDAY), stop=Stop(SlaStatus.ENDED, MONDAY + 2 * HOUR), now=MONDAY + 2 * HOUR)
    assert (ended.status, ended.breached_at) == (SlaStatus.ENDED, MONDAY + HOUR)
    again = worked_out(ended, now=at("2026-12-03 20:00"))
    assert (again.status, again.breached_at) == (SlaStatus.BREACHED, MONDAY + HOUR)
