"""What PostgreSQL does for the questions that are asked most: as the role that asks them, on 20,000 leads."""

import logging
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import pytest

from leadhub.kit.node import from_global
from leadhub.leads.search import search_terms
from tests.leads.lists import ask
from tests.world import Caller, Company, World

_FILL = [
    """insert into lead (id, tenant_id, version, created_at, updated_at, number, last_name, pipeline_id, stage_id,
                         stage_since, status, custom, do_not_contact, words, owner_id, team_id)
       select uuidv7(), $1, 1, now() - make_interval(mins => n), now(), 'P-' || n, 'Name' || n, s.pipeline_id, s.id,
              now(), 'OPEN', '{}', false, 'name' || n || ' name' || n || '@x.test',
              case when n % 3000 = 0 then $2::uuid when n % 7 > 0 then $3::uuid end,
              case when n % 1000 = 1 then $4::uuid when n % 2 = 0 then $5::uuid end
       from generate_series(1, 20000) n, (select * from stage where tenant_id = $1 order by position limit 1) s""",
    """insert into lead_email (id, tenant_id, lead_id, value, normalised, position, is_verified, is_bounced)
       select uuidv7(), tenant_id, id, last_name || '@x.test', lower(last_name) || '@x.test', 0, false, false
       from lead where tenant_id = $1""",
    """insert into external_id (id, tenant_id, lead_id, system, external_id, is_live)
       select uuidv7(), tenant_id, id, 'crm', number, true from lead where tenant_id = $1""",
    """insert into lead_phone (id, tenant_id, lead_id, value, normalised, position, is_verified)
       select uuidv7(), tenant_id, id, '030', '+4930' || row_number() over (), 0, false from lead where tenant_id = $1""",
    """insert into match_key (tenant_id, lead_id, key)
       select tenant_id, id, kind || ':' || lower(last_name) || '|acme' from lead, unnest(array['n', 'd']) kind
       where tenant_id = $1""",
    "analyze lead",  # or each lead is compared with each other one
    """with pair as (
         insert into duplicate_pair (id, tenant_id, low_id, high_id, reasons, weight, state)
         select uuidv7(), $1, l.id, h.id, '["EMAIL"]', 80, 'SUSPECTED' from lead l join lead h
           on h.tenant_id = l.tenant_id and h.number = l.number || '0' and h.id > l.id
         where l.tenant_id = $1 returning id
       ) insert into duplicate_group (id, tenant_id, state, weight) select id, $1, 'SUSPECTED', 80 from pair""",
    "update duplicate_pair set group_id = id where tenant_id = $1",
]
_ACT = """select set_config('leadhub.tenant_id', $1, false), set_config('leadhub.member_id', $2, false),
                 set_config('leadhub.reach', $3, false), set_config('leadhub.team_ids', $4, false)"""


@pytest.fixture(scope="module")
async def crowded(world: World) -> Company:
    """A tenant with many leads, of which an agent and a team have few."""
    company = await world.company()
    north, south = (from_global(company.teams[name])[1] for name in ("North", "South"))
    async with world.sql() as superuser:
        people = [company.people[name].member.id for name in ("agent", "owner")]
        await superuser.execute("set session_replication_role = replica")  # no foreign keys: twice as fast
        await superuser.execute("set synchronous_commit = off")
        for sql in _FILL:
            values = [company.tenant_id, *people, north, south]
            await superuser.execute(sql, *values[: len(set(re.findall(r"\$\d", sql)))])
        await superuser.execute(
            "vacuum analyze lead, lead_email, lead_phone, external_id, match_key, duplicate_pair, duplicate_group"
        )
    return company


async def plan(company: Company, caller: Caller, **arguments: Any) -> str:
    """How the list is read for this caller: the statement that LeadHub sends, explained."""
    async with _statement('"lead"') as sent:
        answer = await ask(caller, **arguments)
    assert not answer.errors
    return await _explain(company, caller, *sent)


@asynccontextmanager
async def _statement(holding: str) -> AsyncIterator[list[Any]]:
    """The one SELECT with this in it that is sent meanwhile, and its values."""
    sent: list[Any] = []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.args and str(record.args[0]).startswith("SELECT") and holding in str(record.args[0]):
                sent.extend(record.args)

    logger, handler = logging.getLogger("tortoise.db_client"), Collect()
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        yield sent
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)


async def _explain(company: Company, caller: Caller, sql: str, values: Any) -> str:
    async with company.world.sql("leadhub_app") as connection:
        await _act(connection, company, caller)
        return "\n".join(row[0] for row in await connection.fetch(f"explain {sql}", *(values or ())))


async def _act(connection: asyncpg.Connection, company: Company, caller: Caller) -> None:
    member = caller.member
    assert member is not None
    reach, team = {"AGENT": ("own", "North"), "MANAGER": ("team", "North")}.get(member.role, ("all", None))
    teams = str(from_global(company.teams[team])[1]) if team else ""
    await connection.execute(_ACT, str(company.tenant_id), str(member.id), reach, teams)


async def test_an_agents_first_page_comes_from_the_indexes_of_owner_and_team(crowded: Company) -> None:
    found = await plan(crowded, crowded.agent, first=25)
    assert "lead_owner" in found
    assert "lead_team" in found
    assert "Seq Scan on lead" not in found


async def test_a_managers_list_comes_from_the_index_of_the_team(crowded: Company) -> None:
    found = await plan(crowded, crowded.manager, first=25)
    assert "lead_team" in found
    assert "Seq Scan on lead" not in found


async def test_the_newest_leads_come_from_the_index_of_time(crowded: Company) -> None:
    found = await plan(crowded, crowded.owner, first=25)
    assert "lead_newest" in found
    assert "Sort" not in found


async def test_the_leads_of_the_highest_scores_come_from_an_index(crowded: Company) -> None:
    order = [{"field": "SCORE", "direction": "DESC"}]
    found = await plan(crowded, crowded.owner, orderBy=order)
    assert "lead_score" in found
    assert "Sort" not in found


async def test_the_newest_in_a_stage_come_from_an_index(crowded: Company) -> None:
    stages = await crowded.stages()
    found = await plan(crowded, crowded.owner, filter={"stageId": {"eq": stages["Won"]}})
    assert "Index" in found
    assert "Seq Scan on lead" not in found


@pytest.mark.parametrize("who", ["owner", "agent"])
async def test_an_email_address_is_looked_up_in_its_index(crowded: Company, who: str) -> None:
    found = await plan(crowded, crowded.people[who], filter={"email": {"eq": "name9@x.test"}})
    assert "lead_email_value" in found
    assert "Seq Scan on lead" not in found


@pytest.mark.parametrize("who", ["owner", "agent"])
async def test_an_external_id_is_looked_up_in_its_index(crowded: Company, who: str) -> None:
    found = await plan(crowded, crowded.people[who], filter={"externalId": {"system": "crm", "id": "P-9"}})
    assert "on external_id" in found
    assert "Seq Scan" not in found


@pytest.mark.parametrize("who", ["owner", "agent"])
async def test_search_reads_only_what_it_found(crowded: Company, who: str) -> None:
    found = await plan(crowded, crowded.people[who], search="name9@x.test")
    assert "leadhub_search_leads" in found
    assert "Seq Scan on lead" not in found


async def test_search_looks_words_up_in_their_index(crowded: Company) -> None:
    async with crowded.world.sql() as superuser:
        body = await superuser.fetchval("select prosrc from pg_proc where proname = 'leadhub_search_leads'")
        await superuser.execute("select set_config('leadhub.tenant_id', $1, false)", str(crowded.tenant_id))
        await superuser.execute("set role leadhub_lookup")
        sql = body.replace("unnest(terms)", "unnest($1::text[])")
        rows = await superuser.fetch(f"explain {sql}", search_terms("name9@x.test"))
    found = "\n".join(row[0] for row in rows)
    assert "lead_words" in found
    assert "Seq Scan" not in found


async def test_doubles_are_looked_up_in_indexes_with_one_statement(crowded: Company) -> None:
    arguments = (["name9@x.test"], ["+49309"], ["n:name9|acme", "d:name9|acme"], 50)
    asked = "select * from leadhub_match_leads($1, $2, $3, $4)"
    assert "Function Scan on leadhub_match_leads" in await _explain(crowded, crowded.agent, asked, arguments)
    async with crowded.world.sql() as superuser:
        body = await superuser.fetchval("select prosrc from pg_proc where proname = 'leadhub_match_leads'")
        await superuser.execute("select set_config('leadhub.tenant_id', $1, false)", str(crowded.tenant_id))
        await superuser.execute("set role leadhub_lookup")
        for at, (name, kind) in enumerate(
            (("emails", "text[]"), ("phones", "text[]"), ("keys", "text[]"), ("most", "int")), 1
        ):
            body = re.sub(rf"\b{name}\b", f"${at}::{kind}", body)
        rows = await superuser.fetch(f"explain {body}", *arguments)
    found = "\n".join(row[0] for row in rows)
    for index in ("lead_email_value", "lead_phone_value", "match_key_pkey", "lead_pkey"):
        assert index in found
    assert "Seq Scan" not in found


@pytest.mark.parametrize("who", ["owner", "agent"])
async def test_the_queue_of_doubles_reads_no_more_leads_than_it_has(crowded: Company, who: str) -> None:
    async with _statement('"duplicate_group"') as sent:
        await crowded.people[who].ok("{ duplicateGroups(first: 25) { nodes { id } } }")
    found = await _explain(crowded, crowded.people[who], *sent)
    assert "Seq Scan on lead" not in found


async def test_the_crowd_is_found_at_all(crowded: Company) -> None:
    data = await crowded.owner.ok('{ leads(search: "name1999") { totalCount } }')
    assert data["leads"]["totalCount"] == 11
    data = await crowded.agent.ok("{ leads { totalCount } }")
    assert data["leads"]["totalCount"] > 0
