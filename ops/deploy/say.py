"""The log of a deploy: each step with the time of day and how long it took, on the screen and in a file."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path


class Say:
    """Writes lines. One per run."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._started = time.monotonic()

    def __call__(self, text: str) -> None:
        """One line, with the time and the seconds since the run began."""
        now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S")
        line = f"{now} {time.monotonic() - self._started:6.1f} s  {text}"
        print(line, flush=True)
        with self._file.open("a") as file:
            file.write(line + "\n")

    @contextmanager
    def step(self, text: str) -> Iterator[None]:
        """Says that something begins, and when it is done."""
        self(f"{text} ...")
        started = time.monotonic()
        yield
        self(f"{text}: done in {time.monotonic() - started:.1f} s")
