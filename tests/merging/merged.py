"""Merging leads in tests, and comparing what is in the database before and after."""

from typing import Any

from tests.world import Answer, Caller, Company

LEAD = """lead { id number version firstName lastName fullName jobTitle companyName website locale sourceDetail referrer
  landingPage doNotContact createdAt lastActivityAt nextFollowUpAt score rating customFields duplicateState
  address { street city country } utm { source campaign } consent { marketing text } source { id } owner { id } team { id }
  estimatedValue { amount currency } emails { value normalised isPrimary } phones { value e164 isPrimary } tags { name }
  externalIds { system id } stage { id } mergedFrom { absorbed { id number fullName } } }"""
MERGE = "merge { id absorbed { id number fullName } changes movedRows undoneAt survivor { id version } }"
UNDONE = f"{LEAD} restored {{ id version fullName emails {{ value }} mergedFrom {{ id }} }} kept {{ leadId field value }}"


async def merge(caller: Caller, survivor: str, *absorbed: str, **more: Any) -> dict[str, Any]:
    """The payload of a merge that must work."""
    given = {"survivorId": survivor, "absorbedIds": list(absorbed), **more}
    return await caller.done("mergeLeads", given, f"{LEAD} {MERGE}")


async def undo(caller: Caller, merge_id: str) -> dict[str, Any]:
    """The payload of an undoing that must work."""
    return await caller.done("undoMerge", {"mergeId": merge_id}, UNDONE)


async def refused(caller: Caller, survivor: str, *absorbed: str, **more: Any) -> dict[str, Any]:
    """The only user error of a merge that must be refused."""
    return await caller.refused("mergeLeads", {"survivorId": survivor, "absorbedIds": list(absorbed), **more})


async def lead(caller: Caller, id: str, fields: str = "id") -> Answer:
    """What is found by the id of a lead."""
    return await caller(f"query($id: ID!) {{ lead(id: $id) {{ {fields} }} }}", id=id)


# What a merge and its undoing leave behind: they happened.
_TRACES = {"event", "audit_entry", "merge_record", "tenant_head", "session", "attempt", "idempotent_outcome"}
_TABLES = """
select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'public' and c.relkind = 'r' and exists (
  select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
"""


async def rows(company: Company) -> dict[str, list[str]]:
    """Every row of the tenant in every table, found in the catalog; without version, time of change and traces, such as
    that the timeline tells of merges."""
    found = {}
    async with company.world.sql() as connection:
        for table in await connection.fetch(_TABLES):
            name = table["relname"]
            if name not in _TRACES:
                sql = f"select (to_jsonb(t) - 'version' - 'updated_at')::text as row from {name} t where tenant_id = $1"
                if name == "timeline_item":
                    sql += " and kind not in ('MERGED', 'MERGE_UNDONE')"
                found[name] = sorted(row["row"] for row in await connection.fetch(sql, company.tenant_id))
    return found
