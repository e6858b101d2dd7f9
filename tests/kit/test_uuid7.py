import threading
import time
from datetime import UTC, datetime, timedelta
from uuid import RFC_4122, UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadhub.kit import uuid7 as module
from leadhub.kit.uuid7 import timestamp_of, uuid7


def test_version_and_variant_are_those_of_the_rfc():
    for _ in range(1000):
        made = uuid7()
        assert made.version == 7
        assert made.variant == RFC_4122


def test_ids_made_one_after_the_other_are_in_order():
    made = [uuid7() for _ in range(100_000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_order_survives_a_clock_set_back(monkeypatch):
    before = uuid7()
    monkeypatch.setattr(time, "time_ns", lambda: 1)
    assert before < uuid7() < uuid7()


def test_threads_never_share_an_id_and_each_sees_its_own_in_order(monkeypatch):
    def slow_max(*values):
        time.sleep(1e-6)  # hands over to another thread at the worst moment
        return max(*values)

    monkeypatch.setattr(time, "time_ns", lambda: 1)  # a clock that gives no help
    monkeypatch.setattr(module, "max", slow_max, raising=False)
    rows: list[list[UUID]] = [[] for _ in range(4)]
    threads = [
        threading.Thread(target=lambda row=row: row.extend(uuid7() for _ in range(250))) for row in rows
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(row == sorted(row) for row in rows)
    # The bits before the random ones: the ticks, which must not repeat.
    assert len({made.int >> 64 for row in rows for made in row}) == 4 * 250


def test_timestamp_is_the_time_of_making():
    before = datetime.now(UTC)
    at = timestamp_of(uuid7())
    assert before - timedelta(milliseconds=1) <= at <= datetime.now(UTC) + timedelta(milliseconds=1)
    assert at.tzinfo is UTC


def test_timestamp_of_the_example_in_the_rfc():
    assert timestamp_of(UUID("017F22E2-79B0-7CC3-98C4-DC0C0C07398F")) == datetime(
        2022, 2, 22, 19, 22, 22, tzinfo=UTC
    )


@given(st.uuids(version=4))
def test_other_versions_hold_no_time(other):
    with pytest.raises(ValueError, match="version 7"):
        timestamp_of(other)


def test_a_time_beyond_the_calendar_is_a_value_error():
    with pytest.raises(ValueError, match="9999"):
        timestamp_of(UUID("ffffffff-ffff-7fff-bfff-ffffffffffff"))


def test_an_id_costs_little():
    start = time.perf_counter()
    for _ in range(10_000):
        uuid7()
    # A tenth of this on an idle machine; the room is for a busy one.
    assert time.perf_counter() - start < 0.5


def test_random_bits_differ():
    assert len({uuid7().int & ((1 << 62) - 1) for _ in range(1000)}) == 1000
    assert uuid4() != uuid7()
