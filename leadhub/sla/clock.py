"""How an answer stands that a lead waits for: a pure calculation with the moments that it is given."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from leadhub.kit.hours import Hours
from leadhub.leads.models import SlaStatus
from leadhub.sla.models import LeadSla, SlaTarget


@dataclass(frozen=True, slots=True)
class Terms:
    """How many seconds an answer may take. Without hours all time counts."""

    seconds: int
    hours: Hours | None

    def due(self, start: datetime, used: float) -> datetime:
        """When the time is over that is left from `start` on."""
        left = max(0.0, self.seconds - used)
        return start + timedelta(seconds=left) if self.hours is None else self.hours.add(start, left)

    def between(self, start: datetime, end: datetime) -> float:
        """How many seconds count of the time between two moments."""
        if self.hours is None:
            return max(0.0, (end - start).total_seconds())
        return self.hours.between(start, end)


@dataclass(frozen=True, slots=True)
class Turn:
    """What a lead waits for: since when, and when it came, if it has."""

    target: SlaTarget
    started_at: datetime
    responded_at: datetime | None


@dataclass(frozen=True, slots=True)
class Stop:
    """The clock stands still since then: PAUSED, or ENDED."""

    status: SlaStatus
    since: datetime


def work_out(sla: LeadSla, turn: Turn, terms: Terms, stop: Stop | None, moment: datetime) -> None:
    """Brings what is known of a turn up to date with how things are at a moment.

    That time is over is noted here only when the answer comes, or the turn ends, after it: as long as somebody can still do
    something about it, it is noted by who tells them.
    """
    sla.responded_at = turn.responded_at
    if turn.responded_at is not None:
        _answer(sla, terms, turn.responded_at)
    elif stop is None or (stop.status is SlaStatus.PAUSED and _is_over(sla, terms, stop.since)):
        _run(sla, terms, moment)
    else:
        _stand_still(sla, terms, stop)


def _due(sla: LeadSla, terms: Terms) -> datetime | None:
    return None if sla.counted_from is None else terms.due(sla.counted_from, sla.used_seconds)


def _is_over(sla: LeadSla, terms: Terms, since: datetime) -> bool:
    """Whether time was over before the clock could be stopped: nothing stops it then."""
    due = _due(sla, terms)
    return due is not None and due <= since


def _answer(sla: LeadSla, terms: Terms, responded_at: datetime) -> None:
    sla.due_at = _due(sla, terms)
    if sla.due_at is not None:
        sla.breached_at = None if responded_at <= sla.due_at else sla.breached_at or sla.due_at
    sla.status = SlaStatus.MET if sla.breached_at is None else SlaStatus.LATE


def _run(sla: LeadSla, terms: Terms, moment: datetime) -> None:
    if sla.counted_from is None:
        sla.counted_from = moment
    due = sla.due_at = terms.due(sla.counted_from, sla.used_seconds)
    # Compared with when it was breached, not with now: a clock that goes back breaches nothing twice.
    if (
        sla.breached_at is not None
        and sla.breached_at < due
        and sla.used_seconds < terms.seconds
        and moment < due
    ):
        sla.breached_at = None
    sla.status = SlaStatus.PENDING if sla.breached_at is None else SlaStatus.BREACHED


def _stand_still(sla: LeadSla, terms: Terms, stop: Stop) -> None:
    if sla.counted_from is not None:
        until = max(stop.since, sla.counted_from)
        due = terms.due(sla.counted_from, sla.used_seconds)
        if due <= until:
            sla.breached_at = sla.breached_at or due
        sla.used_seconds += terms.between(sla.counted_from, until)
        sla.counted_from = None
    sla.status, sla.due_at = stop.status, None
