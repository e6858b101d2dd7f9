"""A tenant's settings: what they may be, who changes them, and that nobody sees another tenant."""

from typing import Any

import pytest

from tests.sessions.entry import audited
from tests.world import Company, World

TENANT = "tenant { version name slug status timezone currency defaultCountry maskContactsForViewers }"


async def test_the_owner_changes_the_settings_of_the_tenant(company: Company) -> None:
    payload = await company.owner.done(
        "updateTenant",
        {
            "expectedVersion": 1,
            "name": " Analytical Engines ",
            "timezone": "Europe/Berlin",
            "currency": "eur",
            "defaultCountry": "at",
            "maskContactsForViewers": True,
        },
        TENANT,
    )
    assert payload["tenant"] == {
        "version": 2,
        "name": "Analytical Engines",
        "slug": company.slug,
        "status": "ACTIVE",
        "timezone": "Europe/Berlin",
        "currency": "EUR",
        "defaultCountry": "AT",
        "maskContactsForViewers": True,
    }
    [entry] = await audited(company, action={"eq": "tenant.updated"})
    assert entry["changes"]["currency"] == {"from": "USD", "to": "EUR"}
    assert entry["changes"].keys() == {
        "name",
        "timezone",
        "currency",
        "defaultCountry",
        "maskContactsForViewers",
    }


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("timezone", "Europe/Atlantis", "INVALID"),
        ("timezone", "../../etc/passwd", "INVALID"),
        ("timezone", "", "INVALID"),
        ("currency", "XYZ", "INVALID"),
        ("currency", "EURO", "INVALID"),
        ("defaultCountry", "Germany", "INVALID"),
        ("defaultCountry", "ZZ", "INVALID"),
        ("name", "  ", "REQUIRED"),
        ("name", "x" * 201, "TOO_LONG"),
    ],
)
async def test_a_setting_that_cannot_be_is_refused_where_it_stands(
    company: Company, field: str, value: str, code: str
) -> None:
    error = await company.owner.refused("updateTenant", {"expectedVersion": 1, field: value})
    assert (error["code"], error["path"]) == (code, ["input", field])


async def test_all_faults_are_told_at_once_and_nothing_is_changed(company: Company) -> None:
    given: dict[str, Any] = {"expectedVersion": 1, "name": "", "timezone": "x", "currency": "x"}
    payload = await company.owner.do("updateTenant", given | {"maskContactsForViewers": True}, TENANT)
    assert payload["tenant"] is None
    assert {error["path"][-1] for error in payload["userErrors"]} == {"name", "timezone", "currency"}
    data = await company.owner.ok(f"{{ viewer {{ {TENANT} }} }}")
    assert data["viewer"]["tenant"]["version"] == 1
    assert data["viewer"]["tenant"]["maskContactsForViewers"] is False


async def test_settings_that_somebody_changed_meanwhile_are_a_conflict(company: Company) -> None:
    await company.owner.done("updateTenant", {"expectedVersion": 1, "name": "First"}, TENANT)
    error = await company.admin.refused("updateTenant", {"expectedVersion": 1, "name": "Second"})
    assert (error["code"], error["path"], error["meta"]) == (
        "CONFLICT_VERSION",
        ["input", "expectedVersion"],
        {"version": 2},
    )


async def test_saying_what_is_so_already_changes_nothing(company: Company) -> None:
    payload = await company.owner.done("updateTenant", {"expectedVersion": 1, "currency": "USD"}, TENANT)
    assert payload["tenant"]["version"] == 1
    assert await audited(company, action={"eq": "tenant.updated"}) == []


async def test_a_new_country_reads_phone_numbers_at_once_and_leaves_old_ones(company: Company) -> None:
    number = "030 901820"
    before = await company.lead(phones=[number], fields="phones { e164 }")
    assert before["phones"] == [{"e164": "+4930901820"}]
    await company.owner.done("updateTenant", {"expectedVersion": 1, "defaultCountry": "CH"}, TENANT)
    after = await company.lead(phones=["044 668 18 00"], fields="phones { e164 }")
    assert after["phones"] == [{"e164": "+41446681800"}]
    found = await company.owner.ok("query($id: ID!) { lead(id: $id) { phones { e164 } } }", id=before["id"])
    assert found["lead"]["phones"] == before["phones"]


async def test_everybody_reads_their_own_tenant_and_nobody_another(company: Company, rival: Company) -> None:
    mine = await company.viewer.ok("{ viewer { tenant { id slug } } }")
    theirs = await rival.owner.ok("{ viewer { tenant { id } } }")
    node = "query($id: ID!) { node(id: $id) { ... on Tenant { slug } } }"
    found = await company.viewer.ok(node, id=mine["viewer"]["tenant"]["id"])
    assert found["node"] == {"slug": company.slug}
    answer = await company.owner(node, id=theirs["viewer"]["tenant"]["id"])
    assert answer.code == "NOT_FOUND"


async def test_nobody_changes_a_tenant_without_signing_in(world: World) -> None:
    answer = await world.anonymous("mutation { updateTenant(input: {expectedVersion: 1}) { tenant { id } } }")
    assert answer.code == "UNAUTHENTICATED"
