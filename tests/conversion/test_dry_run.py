"""A dry run changes nothing, shows what the run then does, and proposes what there is."""

from typing import Any

from tests.conversion.converting import ALL, NEW, ada, convert, made, wish
from tests.world import Company

TABLES = ("company", "contact", "contact_point", "deal", "lead", "event", "audit_entry", "tenant_head")


async def everything(company: Company) -> dict[str, list[str]]:
    """All rows of a tenant that a conversion may touch."""
    async with company.world.sql() as connection:
        return {
            table: [
                row["row"]
                for row in await connection.fetch(
                    f"select t::text as row from {table} t where tenant_id = $1 order by 1", company.tenant_id
                )
            ]
            for table in TABLES
        }


def without_new_ids(payload: dict[str, Any], *known: str) -> Any:
    """A payload in which ids that nobody knew before are numbered as they come."""
    numbers: dict[str, str] = {}

    def plain(value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {key: plain(part, key) for key, part in value.items()}
        if isinstance(value, list):
            return [plain(part, name) for part in value]
        if name == "id" and value not in known:
            return numbers.setdefault(value, f"new {len(numbers)}")
        return value

    return plain({name: part for name, part in payload.items() if name != "proposals"})


async def test_it_changes_nothing(company: Company) -> None:
    lead = await ada(company)
    firm = await made(company.owner, "Company", name="Engines")
    before = await everything(company)
    for targets in (NEW, NEW | {"company": {"existingId": firm["id"]}}):
        await convert(company.owner, lead, **targets, dryRun=True)
    assert await everything(company) == before


async def test_it_shows_what_the_run_then_does_with_new_records(company: Company) -> None:
    lead = await ada(company, by=company.agent)
    shown = await convert(company.agent, lead, **NEW, dryRun=True)
    became = await convert(company.agent, lead, **NEW)
    known = (lead["id"], company.agent.id, company.teams["North"])
    assert without_new_ids(shown, *known) == without_new_ids(became, *known)
    assert shown["contact"]["emails"] == ["Ada@Engines.test", "ada@gmail.com"]
    assert became["proposals"] is None


async def test_it_shows_what_the_run_then_does_with_records_that_there_are(company: Company) -> None:
    lead = await ada(company)
    targets = {
        "company": {"existingId": (await made(company.owner, "Company", name="Engines"))["id"]},
        "contact": {"existingId": (await made(company.owner, "Contact", lastName="L"))["id"]},
        "deal": {"existingId": (await made(company.owner, "Deal", name="D"))["id"]},
    }
    shown = await convert(company.owner, lead, **targets, dryRun=True)
    became = await convert(company.owner, lead, **targets)
    assert shown | {"proposals": None} == became


async def test_it_is_refused_like_the_run(company: Company) -> None:
    lead = await company.lead(lastName="Lovelace")
    for dry in (True, False):
        error = await company.owner.refused(
            "convertLead", wish(lead, company={"create": {}}, dryRun=dry), ALL
        )
        assert error["path"] == ["input", "company", "create", "name"]


async def test_it_proposes_contacts_by_e_mail_and_companies_by_domain(company: Company) -> None:
    owner = company.owner
    contact = await made(owner, "Contact", lastName="Lovelace", emails=["ADA@engines.test"])
    firm = await made(owner, "Company", name="Engines Ltd", domain="engines.test")
    await made(owner, "Contact", lastName="Else", emails=["else@engines.test"])
    await made(owner, "Company", name="Mail", domain="gmail.com")
    shown = await convert(owner, await ada(company), **NEW, dryRun=True)
    assert shown["proposals"] == {
        "companies": [{"id": firm["id"], "name": "Engines Ltd"}],
        "contacts": [{"id": contact["id"], "fullName": "Lovelace"}],
    }


async def test_it_proposes_nothing_that_is_archived_or_out_of_reach(company: Company) -> None:
    hidden = await made(company.outsider, "Contact", lastName="Hidden", emails=["ada@engines.test"])
    firm = await made(company.owner, "Company", name="Gone", domain="engines.test")
    await company.owner.done("updateCompany", {"id": firm["id"], "expectedVersion": 1, "archived": True})
    lead = await ada(company, by=company.agent)
    shown = await convert(company.agent, lead, **NEW, dryRun=True)
    assert shown["proposals"] == {"companies": [], "contacts": []}
    shown = await convert(company.owner, lead, **NEW, dryRun=True)
    assert [found["id"] for found in shown["proposals"]["contacts"]] == [hidden["id"]]
