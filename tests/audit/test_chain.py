"""The chain: nothing in the audit can be changed, and whoever changes it all the same is found out."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
import pytest
from tortoise.transactions import in_transaction

from leadhub.audit.verify import Verdict, read_head, verify
from leadhub.kit.db import CONNECTION, fetch
from tests.world import Company


@asynccontextmanager
async def tampering(company: Company) -> AsyncIterator[Any]:
    """The owner role at work on the chain; everything is undone afterwards."""
    for _ in range(5):
        await company.lead(emails=["ada@x.test"])
    async with company.world.as_owner(), in_transaction(CONNECTION) as connection:
        yield connection
        await connection.rollback()


async def verdict(company: Company, head: tuple[int, bytes] | None = None) -> list[str]:
    """What is wrong with this tenant's chain. Inside `tampering`."""
    found: Verdict = await verify(head)
    return [fault for fault in found.faults if company.slug in fault or "logged" in fault]


async def head(company: Company) -> tuple[int, bytes]:
    [row] = await fetch(
        "select audit_seq, audit_hash from tenant_head where tenant_id = $1", company.tenant_id
    )
    return row["audit_seq"], bytes(row["audit_hash"])


async def test_an_honest_chain_is_whole(company: Company) -> None:
    async with tampering(company):
        assert await verdict(company) == []
        seq, hash = await head(company)
        assert seq == 5
        assert await verdict(company, (seq, hash)) == []
        assert read_head(f"{seq}:{hash.hex()}") == (seq, hash)


@pytest.mark.parametrize(
    "change",
    [
        "action = 'lead.deleted'",
        "at = at - interval '1 second'",
        "actor_id = uuidv7()",
        "actor_id = null",
        "actor_kind = 'SYSTEM'",
        "on_behalf_of = uuidv7()",
        "outcome = 'REFUSED'",
        "reason = 'because'",
        "subject_id = null",
        "subject_type = null",
        "changes = '{}'",
        "changes = jsonb_set(changes, '{lastName,to}', '\"Somebody\"')",
        "address = null",
        "request_id = null",
        "hash = sha256('x')",
    ],
)
async def test_a_changed_entry_is_found(company: Company, change: str) -> None:
    async with tampering(company) as connection:
        await connection.execute_query(
            f"update audit_entry set {change} where tenant_id = $1 and seq = 3", [company.tenant_id]
        )
        [fault] = await verdict(company)
        assert fault == f"{company.slug}: entry 3 does not follow from those before it"


async def test_a_deleted_entry_is_found(company: Company) -> None:
    async with tampering(company) as connection:
        await connection.execute_query(
            "delete from audit_entry where tenant_id = $1 and seq = 3", [company.tenant_id]
        )
        assert f"{company.slug}: entry 4 does not follow from those before it" in await verdict(company)


async def test_a_deleted_beginning_is_found(company: Company) -> None:
    async with tampering(company) as connection:
        await connection.execute_query(
            "delete from audit_entry where tenant_id = $1 and seq < 3", [company.tenant_id]
        )
        assert f"{company.slug}: entry 3 does not follow from those before it" in await verdict(company)


async def test_a_deleted_tail_is_found(company: Company) -> None:
    async with tampering(company) as connection:
        await connection.execute_query(
            "delete from audit_entry where tenant_id = $1 and seq > 3", [company.tenant_id]
        )
        assert await verdict(company) == [f"{company.slug}: the chain ends at 3, its head says 5"]


async def test_an_emptied_chain_is_found(company: Company) -> None:
    async with tampering(company) as connection:
        await connection.execute_query("delete from audit_entry where tenant_id = $1", [company.tenant_id])
        assert await verdict(company) == [f"{company.slug}: the chain ends at 0, its head says 5"]


async def test_a_chain_without_a_head_is_found(company: Company) -> None:
    async with tampering(company) as connection:
        for table in ("tenant_head", "audit_entry"):
            await connection.execute_query(f"delete from {table} where tenant_id = $1", [company.tenant_id])
        assert await verdict(company) == [f"{company.slug}: the chain ends at 0, its head says None"]


async def test_an_entry_that_was_slipped_in_is_found(company: Company) -> None:
    async with tampering(company) as connection:
        await connection.execute_query(
            "insert into audit_entry select (jsonb_populate_record(a, jsonb_build_object('id', uuidv7(), 'seq', 6))).* "
            "from audit_entry a where tenant_id = $1 and seq = 5",
            [company.tenant_id],
        )
        assert len(await verdict(company)) == 2


async def test_swapped_entries_are_found(company: Company) -> None:
    async with tampering(company) as connection:
        for sql in (
            "update audit_entry set seq = 99 where tenant_id = $1 and seq = 2",
            "update audit_entry set seq = 2 where tenant_id = $1 and seq = 3",
            "update audit_entry set seq = 3 where tenant_id = $1 and seq = 99",
        ):
            await connection.execute_query(sql, [company.tenant_id])
        assert f"{company.slug}: entry 2 does not follow from those before it" in await verdict(company)


async def test_a_chain_that_was_rewritten_whole_is_found_by_a_head_that_was_logged(company: Company) -> None:
    async with tampering(company) as connection:
        known = await head(company)
        await connection.execute_query(
            "update audit_entry set action = 'nothing' where tenant_id = $1 and seq = 2", [company.tenant_id]
        )
        await connection.execute_script(_REWRITE.format(tenant=company.tenant_id))
        assert await verdict(company) == [], "by itself it looks whole"
        assert await head(company) != known
        assert await verdict(company, known) == ["no chain holds the entry 5 with the hash that was logged"]


_REWRITE = """
do $$
declare entry audit_entry; previous bytea := sha256('LeadHub');
begin
  for entry in select * from audit_entry where tenant_id = '{tenant}' order by seq loop
    previous := leadhub_audit_hash(previous, entry);
    update audit_entry set hash = previous where tenant_id = entry.tenant_id and id = entry.id;
  end loop;
  update tenant_head set audit_hash = previous where tenant_id = '{tenant}';
end $$
"""


@pytest.mark.parametrize("table", ["audit_entry", "event"])
@pytest.mark.parametrize(
    "sql",
    [
        "update {table} set at = now()",
        "update {table} set changes = '{{}}' where tenant_id = $tenant",
        "delete from {table}",
        "truncate {table}",
        "drop table {table}",
        "alter table {table} disable row level security",
        "select * from {table} for update",
    ],
)
async def test_the_application_can_change_nothing_that_was_written(
    company: Company, table: str, sql: str
) -> None:
    await company.lead()
    async with company.world.sql("leadhub_app") as connection:
        await connection.execute(
            "select set_config('leadhub.tenant_id', $1, false), set_config('leadhub.reach', 'all', false)",
            str(company.tenant_id),
        )
        assert await connection.fetchval(f"select count(*) from {table}") > 0
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute(sql.format(table=table).replace("$tenant", f"'{company.tenant_id}'"))
