"""What becomes of a delivery after a try: decided from what happened, and from nothing else."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from leadhub.webhooks.models import DeliveryState

LONGEST_WAIT = timedelta(hours=24)
# Waits vary by so much to both sides, or whatever failed together would come back together.
JITTER = 0.1

_TIMEOUT, _TOO_EARLY, _TOO_MANY = 408, 425, 429


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try. `error` is why there was no answer, and `is_hopeless` that there never will be one."""

    started: datetime
    milliseconds: int
    status: int | None = None
    answer: str | None = None
    retry_after: str | None = None
    error: str | None = None
    is_hopeless: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to write down. `wait` is until the next try, where there is one."""

    state: DeliveryState
    wait: timedelta = timedelta()
    error: str | None = None


def outcome_of(
    attempt: Attempt, tried_before: int, waits: list[timedelta], *, now: datetime, chance: float
) -> Outcome:
    """What an attempt means for its delivery. `chance` from 0 to 1 says which way the wait varies."""
    status = attempt.status
    if status is not None and 200 <= status < 300:
        return Outcome(DeliveryState.DELIVERED)
    if attempt.is_hopeless or (status is not None and not is_passing(status)):
        return Outcome(DeliveryState.DEAD, error=attempt.error or _refusal(status or 0))
    if tried_before >= len(waits):
        gone = f"Given up after {tried_before + 1} tries."
        return Outcome(DeliveryState.DEAD, error=f"{attempt.error} {gone}" if attempt.error else gone)
    varied = waits[tried_before] * (1 - JITTER + 2 * JITTER * chance)
    return Outcome(
        DeliveryState.RETRYING, max(varied, retry_after(attempt.retry_after, now)), error=attempt.error
    )


def is_passing(status: int) -> bool:
    """Whether an answer says that it may be better later."""
    return status >= 500 or status in {_TIMEOUT, _TOO_EARLY, _TOO_MANY}


def _refusal(status: int) -> str:
    if 300 <= status < 400:
        return "Redirects are not followed; give the endpoint its new URL."
    return f"The receiver refused it with {status}, which another try would not change."


def retry_after(header: str | None, now: datetime) -> timedelta:
    """How long a receiver asks to be left alone, as seconds or as a date (RFC 9110, 10.2.3); a day at most, and
    nothing when it is neither."""
    if header is None:
        return timedelta()
    text = header.strip()
    if text.isascii() and text.isdigit():
        # Ten digits are three hundred years, and all that a timedelta can hold.
        return min(timedelta(seconds=int(text[:10])) if len(text) <= 10 else LONGEST_WAIT, LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(text)
        until = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return timedelta()
    return min(max(until - now, timedelta()), LONGEST_WAIT)
