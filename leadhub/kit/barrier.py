"""Work that begins only after all have ended who knew what held before: whoever read the rules of before may still write
by them, and would be missed by work that has passed its rows already."""

from leadhub.kit.actor import actor
from leadhub.kit.db import connection, fetch

# Whoever read what held before has written a row by then, so that their transaction has a number, and a lower one.
_RAISE = """
update {table} set barrier = pg_snapshot_xmax(pg_current_snapshot())::text::bigint
where tenant_id = $1 and barrier is null
"""
_IS_PASSED = """
select pg_snapshot_xmin(pg_current_snapshot())::text::bigint >= barrier as is_passed from {table} where tenant_id = $1
"""


async def is_passed(table: str) -> bool:
    """Whether all transactions have ended that were under way when this was first asked of the tenant's row of a table,
    committed by then, with a `barrier` that is null at first. False without a row."""
    tenant_id = actor().tenant_id
    await connection().execute_query(_RAISE.format(table=table), [tenant_id])
    return any(row["is_passed"] for row in await fetch(_IS_PASSED.format(table=table), tenant_id))
