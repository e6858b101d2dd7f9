"""Whether reading stays quick as a tenant grows: list, search and duplicates with 1,000 leads and with 100,000.

Each is asked over HTTP, one call after the other, in turns between the two tenants, so that a machine's own slowness
counts for both. The bar: the median with 100,000 is within twice the one with 1,000.
"""

import asyncio
import random
import statistics
import time
from collections.abc import Callable
from uuid import UUID

import asyncpg
from aiohttp import ClientSession

from leadhub.kit.scopes import Role
from ops.bench.ground import Ground, Person, ask, ground, http, machine

SIZES = (1_000, 100_000)
ROUNDS = 150
MOST = 2.0
# One lead in a hundred has a double.
_FILL = (
    """insert into lead (id, tenant_id, version, created_at, updated_at, number, first_name, last_name, company_name,
                         pipeline_id, stage_id, stage_since, status, custom, do_not_contact, words)
       select uuidv7(), $1, 1, now() - make_interval(mins => n), now(), 'B-' || n, 'Ada', 'King' || n, 'Works ' || n / 10,
              s.pipeline_id, s.id, now(), 'OPEN', '{}', false, 'ada king' || n || ' works ' || n / 10
       from generate_series(1, $2::int) n, (select * from stage where tenant_id = $1 order by position limit 1) s""",
    """insert into lead_email (id, tenant_id, lead_id, value, normalised, position, is_verified, is_bounced)
       select uuidv7(), $1, l.id, e.email, e.email, 0, false, false
       from lead l, lateral (select 'ada' || case when substr(number, 3)::int % 100 = 1 then substr(number, 3)::int - 1
                                             else substr(number, 3)::int end || '@works.test' as email) e
       where l.tenant_id = $1 and $2::int > 0""",
    """insert into lead_phone (id, tenant_id, lead_id, value, normalised, position, is_verified)
       select uuidv7(), $1, id, '030', '+4930' || substr(number, 3), 0, false from lead where tenant_id = $1 and $2::int > 0""",
    """insert into match_key (tenant_id, lead_id, key)
       select $1, id, k from lead, unnest(array['n:ada ' || lower(last_name) || '|' || lower(company_name),
                                                'd:works' || substr(number, 3)::int / 50 || '.test|ak']) k
       where tenant_id = $1 and $2::int > 0""",
    """with pair as (
         insert into duplicate_pair (id, tenant_id, low_id, high_id, reasons, weight, state)
         select uuidv7(), $1, least(a.lead_id, b.lead_id), greatest(a.lead_id, b.lead_id), '["EMAIL"]', 80, 'SUSPECTED'
         from lead_email a join lead_email b on b.tenant_id = a.tenant_id and b.normalised = a.normalised
         where a.tenant_id = $1 and a.lead_id < b.lead_id and $2::int > 0 returning id
       ) insert into duplicate_group (id, tenant_id, state, weight) select id, $1, 'SUSPECTED', 80 from pair""",
    "update duplicate_pair set group_id = id where tenant_id = $1 and $2::int > 0",
)
_LEADS = "{ leads(first: 25%s) { nodes { id fullName primaryEmail } } }"
_QUESTIONS: dict[str, Callable[[int], str]] = {
    "list": lambda _: _LEADS % "",
    "search": lambda n: _LEADS % f', search: "king{n}"',
    "duplicates": lambda n: (
        f'{{ possibleDuplicates(input: {{firstName: "Ada", lastName: "King{n}", companyName: "Works {n // 10}", '
        f'emails: ["ada{n}@works.test"], phones: ["+4930{n}"]}}) {{ candidates {{ lead {{ id }} weight }} }} }}'
    ),
    "review queue": lambda _: "{ duplicateGroups(first: 25) { nodes { weight leads { id } } } }",
}


async def main() -> None:
    """Prints the figures; fails when one is beyond the bar."""
    async with ground() as here:
        server = await here.start("serve", cost_bucket="1000000000", cost_restore="1000000000")
        people = [(size, await _tenant(here, size)) for size in SIZES]
        print(f"{machine()}; medians of {ROUNDS} calls")
        async with http() as session:
            ratios = [await _measure(session, server.url, people, name) for name in _QUESTIONS]
    if max(ratios) > MOST:
        raise SystemExit(f"Beyond {MOST:.0f} times: {max(ratios):.2f}")


async def _tenant(here: Ground, size: int) -> Person:
    [owner] = await here.company([(Role.OWNER, None)])
    await _fill(here, here.tenant_of(owner), size)
    return owner


async def _fill(here: Ground, tenant: UUID, size: int) -> None:
    connection = await asyncpg.connect(here.cluster.url())
    await connection.execute("set session_replication_role = replica")  # no foreign keys: twice as fast
    for sql in _FILL:
        await connection.execute(sql, tenant, size)
        await connection.execute("vacuum analyze")  # what comes next joins what is there
    await connection.close()


async def _measure(session: ClientSession, url: str, people: list[tuple[int, Person]], name: str) -> float:
    dice = random.Random(name)
    taken: dict[int, list[float]] = {size: [] for size, _ in people}
    for at in range(-10, ROUNDS):
        for size, person in people:
            document = _QUESTIONS[name](dice.randrange(1, size))
            start = time.perf_counter()
            await ask(session, url, person, document)
            if at >= 0:  # the first ones warm up
                taken[size].append(time.perf_counter() - start)
    small, large = (statistics.median(taken[size]) * 1000 for size in SIZES)
    print(
        f"{name:13} {small:6.1f} ms with {SIZES[0]:,}, {large:6.1f} ms with {SIZES[1]:,}: {large / small:.2f} times"
    )
    return large / small


if __name__ == "__main__":
    asyncio.run(main())
