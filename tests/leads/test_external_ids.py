"""What other systems call a lead: unique among the tenant's live leads."""

from leadhub.leads.models import ExternalId
from tests.leads.lists import names, seen, total
from tests.world import Company, gather

IDS = "externalIds { system id }"


def crm(id: str) -> dict[str, str]:
    return {"system": "crm", "id": id}


async def test_a_lead_is_found_by_what_another_system_calls_it(company: Company) -> None:
    lead = await company.lead(lastName="Ada", externalId=crm("42"), fields=IDS)
    assert lead["externalIds"] == [crm("42")]
    assert await names(company.owner, filter={"externalId": crm("42")}) == ["Ada"]
    for other in (crm("43"), {"system": "erp", "id": "42"}, crm("42 ")):
        assert await names(company.owner, filter={"externalId": other}) == []


async def test_two_live_leads_never_have_the_same_one(company: Company) -> None:
    first = await company.lead(externalId=crm("1"))
    error = await company.owner.refused("createLead", {"lastName": "X", "externalId": crm("1")})
    assert (error["code"], error["path"]) == ("UNIQUE", ["input", "externalId"])
    assert error["meta"] == {"leadId": first["id"]}
    second = await company.lead()
    change = {"id": second["id"], "expectedVersion": 1, "externalIds": [crm("2"), crm("1")]}
    error = await company.owner.refused("updateLead", change)
    assert (error["code"], error["path"]) == ("UNIQUE", ["input", "externalIds", "1"])
    assert (await seen(company.owner, second["id"], IDS))["externalIds"] == []
    assert await total(company) == 2


async def test_who_may_not_see_the_rival_does_not_learn_its_id(company: Company) -> None:
    await company.lead(by=company.colleague, externalId=crm("1"))
    error = await company.agent.refused("createLead", {"lastName": "X", "externalId": crm("1")})
    assert (error["code"], error["meta"]) == ("UNIQUE", None)
    unassigned = await company.lead(by=company.manager, externalId=crm("2"))
    error = await company.agent.refused("createLead", {"lastName": "X", "externalId": crm("2")})
    assert error["meta"] == {"leadId": unassigned["id"]}


async def test_another_tenant_may_use_the_same_one(company: Company, rival: Company) -> None:
    for tenant in (company, rival):
        await tenant.lead(externalId=crm("1"))


async def test_the_list_that_is_sent_is_the_list_of_the_lead(company: Company) -> None:
    lead = await company.lead(externalId=crm("1"))
    change = {"id": lead["id"], "expectedVersion": 1}
    after = [crm("1"), {"system": "erp", "id": "9"}]
    payload = await company.owner.done(
        "updateLead", {**change, "externalIds": [*after, crm("1")]}, f"lead {{ version {IDS} }}"
    )
    assert payload["lead"] == {"version": 2, "externalIds": after}
    await company.owner.done("updateLead", {**change, "expectedVersion": 2, "externalIds": after[1:]})
    await company.lead(externalId=crm("1"))


async def test_what_is_wrong_with_one_is_said_where_it_stands(company: Company) -> None:
    payload = await company.owner.do(
        "createLead", {"lastName": "X", "externalId": {"system": " ", "id": "x" * 201}}
    )
    assert [(error["code"], *error["path"][1:]) for error in payload["userErrors"]] == [
        ("REQUIRED", "externalId", "system"),
        ("TOO_LONG", "externalId", "id"),
    ]
    lead = await company.lead()
    change = {"id": lead["id"], "expectedVersion": 1, "externalIds": [crm("1"), crm("\u0000")]}
    error = await company.owner.refused("updateLead", change)
    assert (error["code"], error["path"]) == ("INVALID", ["input", "externalIds", "1", "id"])


async def test_of_many_creates_with_one_external_id_one_wins(company: Company) -> None:
    payloads = await gather(
        *(company.owner.do("createLead", {"lastName": "X", "externalId": crm("1")}) for _ in range(8))
    )
    errors = [payload["userErrors"] for payload in payloads if payload["userErrors"]]
    assert [[error["code"] for error in several] for several in errors] == [["UNIQUE"]] * 7
    assert await total(company) == 1
    async with company.inside():
        assert await ExternalId.mine().count() == 1


async def test_of_many_leads_that_take_one_external_id_one_gets_it(company: Company) -> None:
    leads = [await company.lead() for _ in range(8)]
    payloads = await gather(
        *(
            company.owner.do(
                "updateLead", {"id": lead["id"], "expectedVersion": 1, "externalIds": [crm("1")]}
            )
            for lead in leads
        )
    )
    codes = [error["code"] for payload in payloads for error in payload["userErrors"]]
    assert codes == ["UNIQUE"] * 7
    async with company.inside():
        assert await ExternalId.mine().count() == 1
