"""Owns the making and reading of UUID version 7, the ids of every row; must not know what an id names."""

import os
import threading
import time
from datetime import UTC, datetime, timedelta
from uuid import UUID

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_VERSION_AND_VARIANT = (0x7 << 76) | (0b10 << 62)
_RANDOM_BITS = (1 << 62) - 1


class _Clock:
    """Ticks of 1/4096 ms since 1970, each greater than the one before, also across threads and a clock set back."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def tick(self) -> int:
        with self._lock:
            now = (time.time_ns() << 12) // 1_000_000
            self._last = max(now, self._last + 1)
            return self._last


# State of the process by its nature: ids can only be in order if their makers share one clock.
_clock = _Clock()


def uuid7() -> UUID:
    """Make a UUID version 7, greater than every one this process made before (RFC 9562, section 6.2, method 3).

    The 12 bits after the milliseconds are the fraction of the millisecond, as in PostgreSQL's `uuidv7()`, so
    that ids of both sort together. The last 62 bits are random from the system, so that forked processes do not meet.
    """
    tick = _clock.tick()
    random = int.from_bytes(os.urandom(8)) & _RANDOM_BITS
    return UUID(int=(tick >> 12 << 80) | ((tick & 0xFFF) << 64) | _VERSION_AND_VARIANT | random)


def timestamp_of(uuid: UUID) -> datetime:
    """Tell when an id was made, in UTC to the millisecond; ValueError when it is no version 7 or after the year 9999.

    The fraction of the millisecond is left out: in the ids of other makers those bits are random.
    """
    if uuid.version != 7:
        raise ValueError("This UUID is not of version 7 and holds no time.")
    try:
        return _EPOCH + timedelta(milliseconds=uuid.int >> 80)
    except OverflowError:
        raise ValueError("This UUID holds a time after the year 9999.") from None
