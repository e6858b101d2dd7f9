"""Any number of leads, made by PostgreSQL itself: a million take a minute."""

from uuid import UUID

import asyncpg

_LEADS = """
with stages as (select array_agg(id order by position) ids, array_agg(category order by position) kinds,
                       min(pipeline_id::text)::uuid pipeline from stage where tenant_id = $1),
     people as (select array_agg(id order by id) ids from member where tenant_id = $1),
     sources as (select array_agg(id order by id) ids from lead_source where tenant_id = $1)
insert into lead (id, tenant_id, version, created_at, updated_at, number, first_name, last_name, job_title,
                  company_name, stage_since, status, custom, do_not_contact, words, owner_id, pipeline_id,
                  source_id, stage_id)
select uuidv7(make_interval(secs => n - $2)), $1, 1, now() + make_interval(secs => n - $2), now(),
       'LD-2026-' || lpad(n::text, 7, '0'), 'First' || n, 'Last' || n, 'Buyer', 'Company ' || n % 5000, now(),
       stages.kinds[1 + n % cardinality(stages.kinds)], '{}', false, 'first' || n || ' last' || n,
       people.ids[1 + n % cardinality(people.ids)], stages.pipeline,
       sources.ids[1 + n % cardinality(sources.ids)], stages.ids[1 + n % cardinality(stages.ids)]
from generate_series(1, $2::int) n, stages, people, sources
"""
_HISTORY = """
insert into stage_change (id, tenant_id, lead_id, at, to_stage_id, to_name, to_category, seconds_in_stage)
select uuidv7(), lead.tenant_id, lead.id, lead.created_at + make_interval(hours => step), stage.id, stage.name,
       stage.category, 3600
from (select * from lead where tenant_id = $1 order by created_at desc limit 1000) lead,
     generate_series(0, 4) step
join lateral (select * from stage where tenant_id = $1 order by position offset step % 3 limit 1) stage on true
"""


async def fill(url: str, tenant_id: UUID, count: int) -> None:
    """Gives a tenant so many leads, one a second until now, and the newest thousand a history; `url` is the owner's."""
    connection = await asyncpg.connect(url, command_timeout=600)
    try:
        await connection.execute(_LEADS, tenant_id, count)
        await connection.execute(_HISTORY, tenant_id)
        await connection.execute("analyze")
    finally:
        await connection.close()
