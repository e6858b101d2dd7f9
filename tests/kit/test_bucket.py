"""Points that are spent and come back, without waiting for it: the clock is ours."""

import asyncio

import pytest

from leadhub.errors import Throttled
from leadhub.kit.bucket import Bucket, Buckets


class Clock:
    """The event loop's time, which only moves when told to. Nothing else may wait meanwhile."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.now = 1000.0
        patch.setattr(asyncio.get_running_loop(), "time", lambda: self.now)


@pytest.fixture
async def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def full() -> Bucket:
    """100 points, 10 a second."""
    return Buckets(100, 10).of("somebody")


async def test_points_come_back_evenly_and_not_beyond_the_brim(clock: Clock) -> None:
    bucket = full()
    assert (bucket.available, bucket.restore_rate, bucket.full_in) == (100, 10, 0)
    bucket.take(80)
    assert (bucket.available, bucket.full_in) == (20, 8)
    clock.now += 1
    assert (bucket.available, bucket.full_in) == (30, 7)
    clock.now += 0.05
    assert bucket.available == 30, "half a point is none"
    clock.now += 3600
    assert (bucket.available, bucket.full_in) == (100, 0)


async def test_who_asks_for_more_than_there_is_hears_how_long_it_takes(clock: Clock) -> None:
    bucket = full()
    bucket.take(90)
    with pytest.raises(Throttled) as refusal:
        bucket.take(35)
    assert refusal.value.meta == {"retryAfter": 3}
    assert bucket.available == 10, "nothing is spent by a refusal"
    clock.now += 3
    bucket.take(35)


async def test_the_shortest_wait_is_a_second(clock: Clock) -> None:
    bucket = full()
    bucket.take(100)
    with pytest.raises(Throttled) as refusal:
        bucket.take(1)
    assert refusal.value.meta == {"retryAfter": 1}


async def test_what_is_put_right_afterwards_does_not_overflow(clock: Clock) -> None:
    bucket = full()
    bucket.take(50)
    bucket.adjust(-20)
    assert bucket.available == 70
    bucket.adjust(-500)
    assert bucket.available == 100


async def test_what_is_spent_without_being_there_is_owed(clock: Clock) -> None:
    bucket = full()
    bucket.take(90)
    bucket.adjust(40)
    assert (bucket.available, bucket.full_in) == (0, 13)
    clock.now += 3
    with pytest.raises(Throttled) as refusal:
        bucket.check(1)
    assert refusal.value.meta == {"retryAfter": 1}
    clock.now += 1
    bucket.check(10)


async def test_a_full_bucket_is_the_most_that_is_owed(clock: Clock) -> None:
    bucket = full()
    bucket.adjust(5000)
    assert (bucket.available, bucket.full_in) == (0, 20)
    clock.now += 11
    assert bucket.available == 10


async def test_at_most_ten_thousand_are_remembered_those_in_use_longest(clock: Clock) -> None:
    buckets = Buckets(100, 10)
    for who in ("faithful", "once"):
        buckets.of(who).take(60)
    for stranger in range(Buckets.MOST - 1):
        buckets.of(stranger)
        buckets.of("faithful")
    assert len(buckets._buckets) == Buckets.MOST == 10_000
    assert buckets.of("faithful").available == 40
    assert buckets.of("once").available == 100, "forgotten, and full again"
    assert len(buckets._buckets) == Buckets.MOST
