"""Checks the audit chains, as the owner role: every hash is worked out again from what is stored."""

from dataclasses import dataclass

from leadhub.kit.db import fetch

# The chain as it should be beside the chain as it is; the first difference of each tenant.
_BROKEN = """
with chain as (
  select a.tenant_id, a.seq, a.hash,
         leadhub_audit_hash(
           coalesce(lag(a.hash) over (partition by a.tenant_id order by a.seq), sha256('LeadHub')), a
         ) as expected,
         row_number() over (partition by a.tenant_id order by a.seq) as place
  from audit_entry a
)
select t.slug, min(chain.seq) as seq
from chain join tenant t on t.id = chain.tenant_id
where chain.hash is distinct from chain.expected or chain.seq <> chain.place
group by t.slug order by t.slug
"""

_HEADS = """
select t.slug, h.audit_seq, h.audit_hash, a.hash as last_hash,
       (select count(*) from audit_entry e where e.tenant_id = t.id) as entries
from tenant t left join tenant_head h on h.tenant_id = t.id
left join audit_entry a on a.tenant_id = t.id and a.seq = h.audit_seq
order by t.slug
"""

_KNOWN = (
    "select t.slug from audit_entry a join tenant t on t.id = a.tenant_id where a.seq = $1 and a.hash = $2"
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many entries of how many tenants were checked, and a line for each chain that is broken."""

    tenants: int
    entries: int
    faults: list[str]


async def verify(known_head: tuple[int, bytes] | None = None) -> Verdict:
    """Checks every chain; with `known_head` (from a log) also that it is still part of one."""
    faults = [
        f"{row['slug']}: entry {row['seq']} does not follow from those before it"
        for row in await fetch(_BROKEN)
    ]
    heads = await fetch(_HEADS)
    faults += [
        f"{row['slug']}: the chain ends at {row['entries']}, its head says {row['audit_seq']}"
        for row in heads
        if row["entries"] != row["audit_seq"] or (row["audit_seq"] and row["last_hash"] != row["audit_hash"])
    ]
    if known_head is not None and not await fetch(_KNOWN, *known_head):
        faults.append(f"no chain holds the entry {known_head[0]} with the hash that was logged")
    return Verdict(len(heads), sum(row["entries"] for row in heads), faults)


def read_head(text: str) -> tuple[int, bytes]:
    """`seq:hash` as it is logged; raises ValueError."""
    seq, _, hash = text.partition(":")
    return int(seq), bytes.fromhex(hash)
