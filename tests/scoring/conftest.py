"""The clock of scoring, for all tests of it."""

from tests.scoring.scored import clock

__all__ = ["clock"]
