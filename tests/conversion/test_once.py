"""A lead is converted once, whole or not at all."""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from leadhub.leads.models import Lead
from tests.conversion.converting import ALL, NEW, ada, convert, made, wish
from tests.conversion.test_dry_run import everything
from tests.world import Company, gather

RECORDS = ("company", "contact", "deal")


async def test_the_second_time_it_is_told_what_it_became(company: Company) -> None:
    lead = await ada(company)
    became = await convert(company.owner, lead)
    for version in (lead["version"], lead["version"] + 1, 99):
        payload = await company.owner.do("convertLead", wish(lead, **NEW) | {"expectedVersion": version}, ALL)
        [error] = payload["userErrors"]
        assert (error["code"], error["path"]) == ("ALREADY_CONVERTED", ["input", "id"])
        assert {name: payload[name] for name in ("lead", *RECORDS)} == {
            name: became[name] for name in ("lead", *RECORDS)
        }


async def test_it_is_told_whatever_else_is_wrong(company: Company) -> None:
    lead = await ada(company)
    await convert(company.owner, lead)
    wrong = {"company": {"create": {"name": ""}}, "dryRun": True}
    assert (await company.owner.refused("convertLead", wish(lead, **wrong)))["code"] == "ALREADY_CONVERTED"


async def test_of_fifty_at_once_one_converts_and_all_name_the_same_records(company: Company) -> None:
    lead = await ada(company)
    shown = " ".join(f"{name} {{ id }}" for name in RECORDS)
    payloads = await gather(*(company.owner.do("convertLead", wish(lead, **NEW), shown) for _ in range(50)))
    codes = Counter(error["code"] for payload in payloads for error in payload["userErrors"])
    assert codes == {"ALREADY_CONVERTED": 49}
    for name in RECORDS:
        assert len({payload[name]["id"] for payload in payloads}) == 1
    rows = await everything(company)
    assert [len(rows[table]) for table in ("company", "contact", "contact_point", "deal")] == [1, 1, 3, 1]
    told = await company.owner.ok('{ events(after: 0, types: ["lead.converted"]) { events { seq } } }')
    assert len(told["events"]["events"]) == 1


async def test_twenty_leads_at_once_become_one_deal(company: Company) -> None:
    deal = await made(company.owner, "Deal", name="All")
    leads = await gather(*(ada(company, firstName=f"Ada {at}") for at in range(20)))
    targets = {"contact": {"create": {}}, "deal": {"existingId": deal["id"]}}
    became = await gather(
        *(company.owner.done("convertLead", wish(lead, **targets), "deal { id }") for lead in leads)
    )
    assert {one["deal"]["id"] for one in became} == {deal["id"]}
    async with company.inside():
        assert len({lead.deal_id for lead in await Lead.mine()}) == 1


@asynccontextmanager
async def broken(company: Company, table: str) -> AsyncIterator[None]:
    """While this lasts, each row of this tenant that is written to a table brings the transaction down, after it."""
    name = f"broken_{company.tenant_id.hex[-12:]}"
    async with company.world.sql() as connection:
        await connection.execute(
            f"""create function {name}() returns trigger language plpgsql as $$
            begin
              if new.tenant_id = '{company.tenant_id}' then raise exception 'broken on purpose'; end if;
              return new;
            end $$;
            create trigger {name} after insert or update on {table} for each row execute function {name}()"""
        )
        yield
        await connection.execute(f"drop function {name} cascade")


@pytest.mark.parametrize(
    "table", ["company", "contact", "contact_point", "deal", "lead", "event", "audit_entry", "tenant_head"]
)
async def test_a_failure_at_any_step_leaves_nothing(company: Company, table: str) -> None:
    lead = await ada(company)
    existing = {
        "company": {"existingId": (await made(company.owner, "Company", name="Engines"))["id"]},
        "contact": {"existingId": (await made(company.owner, "Contact", lastName="L"))["id"]},
        "deal": {"existingId": (await made(company.owner, "Deal", name="D"))["id"]},
    }
    before = await everything(company)
    document = "mutation($input: ConvertLeadInput!) { convertLead(input: $input) { userErrors { code } } }"
    async with broken(company, table):
        for targets in (NEW, existing):
            answer = await company.owner(document, input=wish(lead, **targets))
            assert answer.code == "INTERNAL", answer.body
    assert await everything(company) == before
    await convert(company.owner, lead)
