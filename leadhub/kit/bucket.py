"""How much a caller may ask for in a while: a bucket of points each, for this process alone."""

import asyncio
import math
from collections.abc import Hashable

from aiolimiter import AsyncLimiter

from leadhub.errors import Throttled
from leadhub.kit.lru import Lru


class Bucket(AsyncLimiter):
    """The points of one caller, restored evenly. aiolimiter lets callers wait for their turn; here they are told to
    come back, and what was taken too much is given back."""

    __slots__ = ("turn",)

    def __init__(self, points: float, seconds: float) -> None:
        super().__init__(points, seconds)
        # For what a caller may have done only once at a time.
        self.turn = asyncio.Lock()

    @property
    def restore_rate(self) -> float:
        """Points a second."""
        return self._rate_per_sec

    @property
    def available(self) -> int:
        """Points that may be spent now."""
        return max(0, self._left)

    @property
    def full_in(self) -> int:
        """Seconds until nothing is missing."""
        return self._seconds(int(self.max_rate))

    @property
    def _left(self) -> int:
        """Less than nothing where more was spent than there was."""
        self._leak()
        return int(self.max_rate - self._level)

    def check(self, points: int) -> None:
        """Raises Throttled when there are fewer points."""
        if points > self._left:
            seconds = max(1, self._seconds(points))
            raise Throttled(
                f"This costs {points} points and you have {self.available}; try again in {seconds} seconds.",
                retryAfter=seconds,
            )

    def take(self, points: int) -> None:
        """Spends points; raises Throttled when there are fewer."""
        self.check(points)
        self._level += points

    def adjust(self, points: int) -> None:
        """Spends points, or gives them back when there are less than none. What is not there is owed, as much as a full
        bucket at most: else whoever has a point left would get for it what costs a hundred."""
        self._leak()
        self._level = min(max(self._level + points, 0.0), 2 * self.max_rate)

    def _seconds(self, points: int) -> int:
        return max(0, math.ceil((points - self._left) / self._rate_per_sec))


class Buckets:
    """One per process. Those that were not used for longest are forgotten, and are full when they come back."""

    MOST = 10_000

    def __init__(self, points: int, restored_a_second: int) -> None:
        self._points = points
        self._seconds = points / restored_a_second
        self._buckets = Lru[Hashable, Bucket](self.MOST)

    def of(self, who: Hashable) -> Bucket:
        """The bucket of this caller."""
        bucket = self._buckets.get(who)
        if bucket is None:
            bucket = Bucket(self._points, self._seconds)
            self._buckets.keep(who, bucket)
        return bucket
