"""The database says who sees a row: every table of tenants is checked, found in the catalog and not listed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from uuid import UUID

import asyncpg
import pytest

from leadhub.kit import migrations
from leadhub.kit.actor import as_actor, system_actor
from leadhub.kit.embedded import Cluster
from leadhub.kit.events import unit
from leadhub.kit.uuid7 import uuid7
from leadhub.leads.models import Lead
from leadhub.provision import create_tenant
from leadhub.slices import MODEL_MODULES
from tests.world import Company, World

_TABLES = """
select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
       (select a.attname::text from pg_index i
        join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary) as key,
       (select pg_get_userbyid(c.relowner)) as owner
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'public' and c.relkind = 'r'
  and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
order by c.relname
"""

_POLICIES = """
select polname as name, polcmd::text as command, pg_get_expr(polqual, polrelid) as seen,
       pg_get_expr(polwithcheck, polrelid) as written
from pg_policy where polrelid = $1::regclass and 'leadhub_app'::regrole = any (polroles)
"""

_KEYS = """
select conrelid::regclass::text as name, conname as constraint, pg_get_constraintdef(oid) as definition
from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
"""

_UNIQUE = """
select i.indrelid::regclass::text as name, i.indexrelid::regclass::text as index,
       (select attname::text from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[0]) as first
from pg_index i join pg_class c on c.oid = i.indrelid
where i.indisunique and c.relnamespace = 'public'::regnamespace
"""

# The slug is what a tenant is found by before there is a tenant; attempts belong to nobody.
_MAY_BEGIN_OTHERWISE = {"tenant_slug_key", "tenant_tenant_id_key", "attempt_pkey", "aerich_pkey"}

# The few functions that see more than one tenant; whoever adds one thinks of it twice.
CROSSING = {
    "leadhub_audit_heads",
    "leadhub_claim_webhooks",
    "leadhub_decaying_scores",
    "leadhub_due_slas",
    "leadhub_endpoints_behind",
    "leadhub_find_form",
    "leadhub_find_secret",
    "leadhub_find_sign_in",
    "leadhub_forget_events",
    "leadhub_heads",
    "leadhub_known_owner",
    "leadhub_match_leads",
    "leadhub_member_loads",
    "leadhub_move_activities",
    "leadhub_queueing_tenants",
    "leadhub_move_timeline",
    "leadhub_reminders_due",
    "leadhub_search_leads",
    "leadhub_search_records",
    "leadhub_rescoring",
    "leadhub_sla_sweeps",
    "leadhub_survivor",
    "leadhub_waiting_submissions",
    "leadhub_webhook_backlog",
}

_MINE = "tenant_id = ( SELECT (NULLIF(current_setting('leadhub.tenant_id'::text, true), ''::text))::uuid AS \"nullif\")"


async def faults(connection: asyncpg.Connection) -> list[str]:
    """What is wrong with the walls between tenants, a line each."""
    found = []
    for table in await connection.fetch(_TABLES):
        name = table["name"]
        if not (table["secured"] and table["forced"]):
            found.append(f"{name}: row security is not on and forced")
        if table["key"] != "tenant_id":
            found.append(f"{name}: the primary key does not begin with the tenant")
        if table["owner"] != "leadhub_owner":
            found.append(f"{name}: belongs to {table['owner']}")
        policies = {policy["command"]: policy for policy in await connection.fetch(_POLICIES, name)}
        if sorted(policies) != ["a", "d", "r", "w"]:
            found.append(f"{name}: policies for {sorted(policies)} instead of select, insert, update, delete")
        found += [
            f"{name}: policy {policy['name']} does not ask for the tenant"
            for policy in policies.values()
            for side in (policy["seen"], policy["written"])
            if side is not None and _MINE not in " ".join(side.split())
        ]
    found += [
        f"{key['name']}: {key['constraint']} can cross tenants"
        for key in await connection.fetch(_KEYS)
        if "(tenant_id" not in key["definition"]
    ]
    found += [
        f"{index['name']}: {index['index']} does not begin with the tenant"
        for index in await connection.fetch(_UNIQUE)
        if index["first"] != "tenant_id"
        and index["index"] not in _MAY_BEGIN_OTHERWISE
        and "_pkey" not in index["index"]
    ]
    return found


async def leaks(connection: asyncpg.Connection, tenant_id: UUID) -> dict[str, int]:
    """Rows of other tenants that the application's role sees as this one, by table; raw SQL without a where."""
    tables = [row["name"] for row in await connection.fetch(_TABLES) if row["name"] != "secret"]
    seen = {}
    async with connection.transaction():
        await connection.execute("set local role leadhub_app")
        await connection.execute("select set_config('leadhub.tenant_id', $1, true)", str(tenant_id))
        await connection.execute("select set_config('leadhub.reach', 'all', true)")
        for name in tables:
            count = await connection.fetchval(f"select count(*) from {name} where tenant_id <> $1", tenant_id)
            if count:
                seen[name] = count
    return seen


async def test_every_table_of_tenants_has_its_walls(world: World) -> None:
    async with world.sql() as connection:
        assert len(await connection.fetch(_TABLES)) > 20
        assert await faults(connection) == []


async def test_raw_sql_without_a_condition_shows_no_row_of_another_tenant(
    world: World, company: Company, rival: Company
) -> None:
    await company.lead(tags=["x"], emails=["a@b.test"], externalId={"system": "s", "id": "1"})
    async with world.sql() as connection:
        assert await leaks(connection, rival.tenant_id) == {}


async def test_without_a_tenant_every_table_is_empty(world: World, company: Company) -> None:
    await company.lead()
    async with world.sql() as connection:
        tables = [row["name"] for row in await connection.fetch(_TABLES) if row["name"] != "secret"]
        async with connection.transaction():
            await connection.execute("set local role leadhub_app")
            for name in tables:
                assert await connection.fetchval(f"select count(*) from {name}") == 0, name


async def test_a_row_cannot_be_written_into_another_tenant(
    world: World, company: Company, rival: Company
) -> None:
    async with world.sql() as connection, connection.transaction():
        await connection.execute("set local role leadhub_app")
        await connection.execute("select set_config('leadhub.tenant_id', $1, true)", str(rival.tenant_id))
        await connection.execute("select set_config('leadhub.reach', 'all', true)")
        with pytest.raises(asyncpg.InsufficientPrivilegeError, match="row-level security"):
            await connection.execute(
                "insert into tag (id, tenant_id, version, name, created_at, updated_at) "
                "values (uuidv7(), $1, 1, 'x', now(), now())",
                company.tenant_id,
            )


async def test_a_reference_cannot_cross_tenants(world: World, company: Company, rival: Company) -> None:
    lead = await company.lead()
    async with company.inside():
        row = await Lead.mine().get(number=lead["number"])
    async with world.sql() as connection:
        with pytest.raises(asyncpg.ForeignKeyViolationError):
            await connection.execute(
                "update lead set owner_id = (select id from member where tenant_id = $1 limit 1) where id = $2",
                rival.tenant_id,
                row.id,
            )


async def test_the_application_reads_no_secret_and_rewrites_no_history(
    world: World, company: Company
) -> None:
    await company.lead()
    statements = {
        "select hash from secret": "permission denied",
        "update audit_entry set action = 'x'": "permission denied",
        "delete from audit_entry": "permission denied",
        "update event set type = 'x'": "permission denied",
        "delete from event": "permission denied",
        "delete from lead": "permission denied",
        "insert into tenant_head (tenant_id) values (uuidv7())": "permission denied",
        "set role leadhub_owner": "permission denied",
        "alter table lead disable row level security": "must be owner",
        "create table mine (id int)": "permission denied",
    }
    async with world.sql("leadhub_app") as connection:
        await connection.execute("select set_config('leadhub.tenant_id', $1, false)", str(company.tenant_id))
        await connection.execute("select set_config('leadhub.reach', 'all', false)")
        for statement, refusal in statements.items():
            with pytest.raises(asyncpg.PostgresError, match=refusal):
                await connection.execute(statement)


async def test_definer_functions_belong_to_a_role_that_owns_nothing_else(world: World) -> None:
    async with world.sql() as connection:
        rows = await connection.fetch(
            """select proname, pg_get_userbyid(proowner) as owner, proconfig, has_function_privilege('public', p.oid, 'execute') as open
            from pg_proc p where pronamespace = 'public'::regnamespace and prosecdef"""
        )
        assert {row["proname"] for row in rows} == CROSSING
        for row in rows:
            assert row["owner"] == "leadhub_lookup"
            assert "search_path=public, pg_temp" in row["proconfig"]
            assert not row["open"]
        owned = await connection.fetchval(
            "select count(*) from pg_class where relowner = 'leadhub_lookup'::regrole"
        )
        assert owned == 0


@pytest.fixture
async def own_database(cluster: Cluster, world: World) -> AsyncIterator[str]:
    """A migrated database with two tenants that a test may break."""
    name = f"own_{uuid7().hex}"
    async with world.sql() as connection:
        await connection.execute(f"create database {name}")
    url = cluster.url(database=name)
    await migrations.up(url, MODEL_MODULES, cluster.url("leadhub_app", name))
    async with migrations.as_owner(url, MODEL_MODULES):
        for slug in ("one", "two"):
            tenant_id = uuid7()
            with as_actor(system_actor(tenant_id)):
                async with unit():
                    await create_tenant(tenant_id, slug, slug)
    yield url
    async with world.sql() as connection:
        await connection.execute(f"drop database {name} with (force)")


async def test_these_checks_fail_when_a_wall_is_missing(own_database: str) -> None:
    connection = await asyncpg.connect(own_database)
    try:
        assert await faults(connection) == []
        tenant_id = await connection.fetchval("select id from tenant where slug = 'two'")
        tables = [row["name"] for row in await connection.fetch(_TABLES)]
        for table in tables:
            for policy in await connection.fetch(_POLICIES, table):
                async with _undone(connection):
                    await connection.execute(f"drop policy {policy['name']} on {table}")
                    assert await faults(connection), f"{policy['name']} on {table} is not missed"
            async with _undone(connection):
                await connection.execute(f"alter table {table} no force row level security")
                assert await faults(connection)
        for table in ("tenant", "stage", "lead_source", "tenant_head"):
            async with _undone(connection):
                await connection.execute(f"alter table {table} disable row level security")
                assert table in await leaks(connection, tenant_id)
            async with _undone(connection):
                await connection.execute(
                    f"create policy hole on {table} for select to leadhub_app using (true)"
                )
                assert table in await leaks(connection, tenant_id)
                assert await faults(connection)
    finally:
        await connection.close()


class _undone:  # noqa: N801
    """A transaction that is always rolled back."""

    def __init__(self, connection: asyncpg.Connection) -> None:
        self.transaction = connection.transaction()

    async def __aenter__(self) -> None:
        await self.transaction.start()

    async def __aexit__(self, *_: object) -> None:
        await self.transaction.rollback()
