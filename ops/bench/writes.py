"""What numbering events in the order of the commits costs: transactions a second, for one tenant and for many.

Each changes a lead of its own and writes its event and audit entry as every mutation does, with `leadhub_finish`, on
a database that waits for the disk. Without it is the same without that last statement.
"""

import asyncio
import time
from uuid import UUID

import asyncpg
import orjson

from leadhub.kit.scopes import Role
from leadhub.kit.uuid7 import uuid7
from ops.bench.ground import Ground, ground, machine

CLIENTS = 16
SECONDS = 5.0
TENANTS = 100

_LEAD = """
insert into lead (id, tenant_id, version, created_at, updated_at, number, pipeline_id, stage_id, stage_since, status,
                  custom, do_not_contact, words)
select $2, $1, 1, now(), now(), $3, s.pipeline_id, s.id, now(), 'OPEN', '{}', false, ''
from stage s where s.tenant_id = $1 limit 1
"""
_CHANGE = "update lead set version = version + 1, updated_at = now() where tenant_id = $1 and id = $2"


async def main() -> None:
    """Prints the figures."""
    async with ground() as here:
        companies = [await here.company([(Role.OWNER, None)]) for _ in range(TENANTS)]
        tenants = [here.tenant_of(people[0]) for people in companies]
        print(f"{machine()}; {CLIENTS} clients, {SECONDS:.0f} s each")
        for label, chosen in ((f"{TENANTS} tenants", tenants), ("one tenant", tenants[:1])):
            plain = await _rate(here, chosen, finish=False)
            finished = await _rate(here, chosen, finish=True)
            print(f"{label:12} {plain:6.0f} a second without, {finished:6.0f} with events and audit in order")


async def _rate(here: Ground, tenants: list[UUID], *, finish: bool) -> float:
    leads = []
    owner = await asyncpg.connect(here.cluster.url())
    for at in range(CLIENTS):
        leads.append((tenants[at % len(tenants)], uuid7()))
        await owner.execute(_LEAD, *leads[-1], f"B-{leads[-1][1].hex[-12:]}")
    await owner.close()
    end = time.monotonic() + SECONDS
    counts = await asyncio.gather(*(_client(here, *lead, end, finish=finish) for lead in leads))
    return sum(counts) / SECONDS


async def _client(here: Ground, tenant: UUID, lead: UUID, end: float, *, finish: bool) -> int:
    connection = await asyncpg.connect(here.app_url)
    await connection.execute(
        "select set_config('leadhub.tenant_id', $1, false), set_config('leadhub.reach', 'all', false)",
        str(tenant),
    )
    entry = {
        "action": "lead.updated",
        "event": True,
        "outcome": "DONE",
        "subject_type": "Lead",
        "subject_id": lead,
    }
    changes = {"jobTitle": {"from": "A", "to": "B"}}
    document = {"actor_kind": "SYSTEM", "entries": [entry | {"changes": changes, "masked": changes}]}
    text, count = orjson.dumps(document, default=str).decode(), 0
    while time.monotonic() < end:
        async with connection.transaction():
            await connection.execute(_CHANGE, tenant, lead)
            if finish:
                await connection.execute("select leadhub_finish($1, $2::jsonb)", tenant, text)
        count += 1
    await connection.close()
    return count


if __name__ == "__main__":
    asyncio.run(main())
