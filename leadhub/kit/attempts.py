"""Limits that are security: counted in PostgreSQL, so for all processes together."""

import hashlib
from datetime import timedelta

from leadhub.errors import Throttled
from leadhub.kit.db import connection, fetch

# The row of this window, one higher; how much of the window is left.
_COUNT = """
insert into attempt as a (bucket, window_start, count)
values ($1, date_bin($2::interval, now(), 'epoch'), 1)
on conflict (bucket, window_start) do update set count = a.count + 1
returning count, ceil(extract(epoch from window_start + $2::interval - now()))::int as seconds_left
"""


async def count_attempt(what: str, *, limit: int, window: timedelta) -> None:
    """Counts one more of `what` in the running window; raises Throttled beyond `limit`.

    Outside a transaction it counts whatever comes after; inside one, only what is committed. `what` is
    stored hashed, so that the table tells nobody's address.
    """
    bucket = hashlib.sha256(what.encode()).hexdigest()
    [row] = await fetch(_COUNT, bucket, window)
    if row["count"] > limit:
        seconds = max(1, row["seconds_left"])
        raise Throttled(f"Too many attempts; try again in {seconds} seconds.", retryAfter=seconds)


async def forget_old_attempts() -> None:
    """Deletes windows that ended more than two days ago; the longest is a day."""
    await connection().execute_query("delete from attempt where window_start < now() - interval '2 days'")
