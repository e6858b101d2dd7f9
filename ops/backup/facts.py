"""What a database holds, table by table, so that a backup and what was made of it can be compared."""

from typing import Any

from ops.backup.session import Session

# The leaves alone: rows of a partitioned table are in its partitions.
_TABLES = r"""
select format('%I.%I', n.nspname, c.relname) as name, c.relrowsecurity and c.relforcerowsecurity as is_forced,
       (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'
order by name
"""

# A sum, since rows have no order. md5 as a hash that is the same in every version and on every machine.
_ROWS = """
select count(*) as rows, coalesce(sum(('x' || left(md5(t::text), 16))::bit(64)::bigint::numeric), 0)::text as checksum
from {table} t
"""

Facts = dict[str, dict[str, Any]]


def tables(session: Session) -> list[dict[str, Any]]:
    """The tables, without looking into them."""
    return session.ask(_TABLES)


def facts(session: Session) -> Facts:
    """Of each table its rows, their checksum, and how row security stands. Reads every row."""
    return {
        table.pop("name"): table | session.one(_ROWS.format(table=name))
        for table in tables(session)
        for name in [table["name"]]
    }


def differences(expected: Facts, found: Facts) -> list[str]:
    """A line for each table that is not as it should be."""
    names = sorted(expected.keys() | found.keys())
    return [
        f"{name} has {_told(found.get(name))} instead of {_told(expected.get(name))}"
        for name in names
        if expected.get(name) != found.get(name)
    ]


def _told(table: dict[str, Any] | None) -> str:
    if table is None:
        return "no table"
    security = f"{table['policies']} policies" + ("" if table["is_forced"] else ", not forced")
    return f"{table['rows']} rows ({table['checksum']}; {security})"
