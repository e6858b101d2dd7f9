"""A tenant decides whether viewers see contact data; what that means for leads is told in tests/leads."""

from typing import Any

from tests.world import Caller, Company

FIELDS = """
  primaryEmail primaryPhone emails { value normalised } phones { value e164 }
  address { street city postalCode region country } lastName companyName
"""
LEAD = f"query($id: ID!) {{ lead(id: $id) {{ {FIELDS} }} }}"
CONTACT = {
    "lastName": "Lovelace",
    "companyName": "Engines",
    "emails": ["ada@example.com"],
    "phones": ["+49 30 901820"],
    "address": {"street": "Kurze Str. 7", "city": "Berlin", "postalCode": "10178", "country": "DE"},
}
SECRETS = ("ada@", "example", "901820", "Kurze", "Berlin", "10178")


async def mask(company: Company, *, on: bool = True) -> None:
    """What the owner decides; the version does not matter here."""
    data = await company.owner.ok("{ viewer { tenant { version } } }")
    await company.owner.done(
        "updateTenant",
        {"expectedVersion": data["viewer"]["tenant"]["version"], "maskContactsForViewers": on},
    )


async def ada(company: Company) -> str:
    lead = await company.lead(ownerId=company.agent.id, **CONTACT)
    return str(lead["id"])


async def _seen(caller: Caller, id: str) -> dict[str, Any]:
    lead: dict[str, Any] = (await caller.ok(LEAD, id=id))["lead"]
    return lead


async def test_a_viewer_sees_contact_data_where_the_tenant_does_not_mask(company: Company) -> None:
    lead = await _seen(company.viewer, await ada(company))
    assert (lead["primaryEmail"], lead["primaryPhone"]) == ("ada@example.com", "+49 30 901820")
    assert lead["address"]["street"] == "Kurze Str. 7"
    for query in ('search: "ada@exam"', 'filter: {email: {eq: "ada@example.com"}}'):
        data = await company.viewer.ok(f"{{ leads({query}) {{ totalCount }} }}")
        assert data["leads"]["totalCount"] == 1


async def test_a_viewer_sees_contact_data_masked_in_every_field_at_once(company: Company) -> None:
    id = await ada(company)
    await _seen(company.viewer, id)
    await mask(company)
    lead = await _seen(company.viewer, id)
    assert [secret for secret in SECRETS if secret in str(lead)] == []
    assert lead["primaryEmail"].endswith(".com")
    assert lead["emails"][0]["value"] == lead["primaryEmail"]
    assert lead["address"]["street"]
    assert (lead["lastName"], lead["companyName"]) == ("Lovelace", "Engines")
    listed = await company.viewer.ok(
        f"{{ leads {{ nodes {{ {FIELDS} }} edges {{ node {{ {FIELDS} }} }} }} }}"
    )
    assert [secret for secret in SECRETS if secret in str(listed)] == []
    node = await company.viewer.ok(
        f"query($id: ID!) {{ node(id: $id) {{ ... on Lead {{ {FIELDS} }} }} }}", id=id
    )
    assert node["node"] == lead


async def test_a_key_sees_masked_what_its_creator_sees_masked_now(company: Company) -> None:
    id = await ada(company)
    await mask(company)
    payload = await company.admin.done("createApiKey", {"name": "mine", "scopes": ["lead:read"]}, "secret")
    key = Caller(company.world, payload["secret"])
    assert (await _seen(key, id))["primaryEmail"] == "ada@example.com"
    await company.owner.done("changeMemberRole", {"id": company.admin.id, "role": "VIEWER"})
    assert [secret for secret in SECRETS if secret in str(await _seen(key, id))] == []


async def test_what_is_masked_is_shown_again_when_the_tenant_decides_so(company: Company) -> None:
    id = await ada(company)
    await mask(company)
    await _seen(company.viewer, id)
    await mask(company, on=False)
    assert (await _seen(company.viewer, id))["primaryEmail"] == "ada@example.com"
