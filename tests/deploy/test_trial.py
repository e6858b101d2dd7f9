"""When a version on trial is good enough to stay."""

from typing import Any

import pytest

from ops.deploy.errors import DeployError
from ops.deploy.site import Container
from ops.deploy.trial import Trial, too_many_failures


@pytest.mark.parametrize(
    ("answered", "failed", "is_bad"),
    [
        (1000, 0, False),
        (3, 2, False),  # may be anybody's
        (3, 3, True),
        (299, 3, True),
        (300, 3, False),  # 1 %
        (100_000, 1001, True),
    ],
)
def test_three_failures_and_more_than_one_in_a_hundred_are_too_many(
    answered: int, failed: int, is_bad: bool
) -> None:
    verdict = too_many_failures(answered, failed)
    assert verdict == (f"{failed} of its {answered} answers are failures" if is_bad else None)


class Scripted(Container):
    """Answers what it was given, in order; the last answer for ever."""

    said: list[dict[str, Any] | None]

    def ask(self, *_: Any) -> dict[str, Any]:
        answer = self.said.pop(0) if len(self.said) > 1 else self.said[0]
        if answer is None:
            raise DeployError("it is gone")
        return answer


def replica(*said: dict[str, Any] | None) -> Scripted:
    made = Scripted("1", "green-1", is_running=True)
    object.__setattr__(made, "said", list(said))
    return made


WELL = {"reason": None, "since": 5.0, "answered": 10.0, "failed": 0.0}


def problems(*said: dict[str, Any] | None) -> list[str | None]:
    """What a trial finds wrong, look by look, after the first."""
    trial = Trial([replica(*said)])
    return [trial.problem() for _ in said[1:]]


def test_a_replica_may_be_away_for_two_looks_and_not_for_three() -> None:
    away = WELL | {"reason": "/readyz answers 503"}
    assert problems(WELL, away, None, WELL, away) == [None] * 4
    assert problems(WELL, away, None, away)[-1] == "green-1: /readyz answers 503"


def test_a_replica_that_was_started_again_has_failed() -> None:
    assert problems(WELL, WELL | {"since": 9.0, "answered": 0.0}) == ["green-1 ended and was started again"]


def test_what_failed_before_the_trial_is_not_the_trials() -> None:
    before = WELL | {"answered": 100.0, "failed": 50.0}
    assert problems(before, before | {"answered": 120.0, "failed": 52.0}) == [None]


def test_watching_ends_at_the_first_problem() -> None:
    trial = Trial([replica(WELL, WELL, WELL | {"answered": 20.0, "failed": 3.0})])
    with pytest.raises(DeployError, match="3 of its 10 answers are failures"):
        trial.watch(60)
