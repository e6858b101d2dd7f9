"""Judging a version by what it answers: the rule when too much of that is failures, and looking on for a while."""

import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from ops.deploy.errors import DeployError
from ops.deploy.site import Container

# Two failures may be anybody's; three, and more than 1 % of the answers, are this version's. The promise is 0.1 %.
LEAST_FAILURES = 3
MOST_SHARE = 0.01
# Being slow once is no fault.
MOST_SILENT_LOOKS = 3
LOOK_EVERY_SECONDS = 1.0


@dataclass(frozen=True)
class Look:
    """What a replica said of itself. `since` is when its process began: it counts from zero then."""

    reason: str | None
    since: float
    answered: float
    failed: float


def look(replica: Container) -> Look:
    """One look; a replica that cannot be asked has said why."""
    try:
        said: dict[str, Any] = replica.ask("look")
    except DeployError as problem:
        return Look(reason=f"does not answer: {problem}", since=0, answered=0, failed=0)
    return Look(**said)


def too_many_failures(answered: float, failed: float) -> str | None:
    """Whether so many answers on trial are failures that a version cannot stay; a sentence, or None."""
    if failed < LEAST_FAILURES or failed <= MOST_SHARE * answered:
        return None
    return f"{failed:.0f} of its {answered:.0f} answers are failures"


class Trial:
    """Looks at replicas again and again, from the moment that it is made. One per deploy."""

    def __init__(self, replicas: Sequence[Container]) -> None:
        self._replicas = replicas
        self._first: dict[str, Look] = {}
        self._last: dict[str, Look] = {}
        self._silent = Counter[str]()
        self.problem()

    @property
    def answered(self) -> float:
        """How many answers there are since it was made."""
        return sum(self._last[name].answered - first.answered for name, first in self._first.items())

    @property
    def failed(self) -> float:
        """How many of them are failures."""
        return sum(self._last[name].failed - first.failed for name, first in self._first.items())

    def problem(self) -> str | None:
        """Looks at each; what is wrong, as a sentence, or None."""
        with ThreadPoolExecutor() as pool:
            looks = list(pool.map(look, self._replicas))
        for name, found in zip((replica.name for replica in self._replicas), looks, strict=True):
            if found.reason is not None:
                self._silent[name] += 1
                if self._silent[name] >= MOST_SILENT_LOOKS:
                    return f"{name}: {found.reason}"
            elif found.since != self._first.setdefault(name, found).since:
                return f"{name} ended and was started again"
            else:
                self._silent[name] = 0
                self._last[name] = found
        return too_many_failures(self.answered, self.failed)

    def watch(self, seconds: float) -> None:
        """Looks on for so long; raises DeployError at the first problem."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            problem = self.problem()
            if problem is not None:
                raise DeployError(problem)
            time.sleep(LOOK_EVERY_SECONDS)
