"""Being stopped: by Ctrl-C, by SIGTERM, or since the terminal is gone. It ends a deploy, and never its undoing."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Interrupted(BaseException):
    """Somebody stopped this process. Not a fault that code may handle."""


def listen() -> None:
    """From now on those signals raise Interrupted."""
    for number in _SIGNALS:
        signal.signal(number, _interrupt)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Does something to its end, whoever wants to stop it."""
    for number in _SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    try:
        yield
    finally:
        listen()


def _interrupt(number: int, _frame: FrameType | None) -> None:
    raise Interrupted(f"stopped by {signal.Signals(number).name}")
