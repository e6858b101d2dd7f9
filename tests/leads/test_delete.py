"""Deleting a lead softly, and bringing it back."""

from typing import Any

from tests.leads.lists import ask, names, seen
from tests.world import Company

CRM = {"system": "crm", "id": "1"}


async def gone(company: Company, **input: Any) -> dict[str, Any]:
    """A deleted lead."""
    lead = await company.lead(**input)
    await company.owner.done("deleteLead", {"id": lead["id"], "expectedVersion": 1})
    return lead


async def test_a_deleted_lead_leaves_all_lists(company: Company) -> None:
    await company.lead(lastName="Stays", emails=["ada@x.test"])
    await gone(company, lastName="Goes", emails=["ada@x.test"])
    assert await names(company.owner) == ["Stays"]
    assert await names(company.owner, search="ada") == ["Stays"]
    assert await names(company.owner, filter={"email": {"eq": "ada@x.test"}}) == ["Stays"]
    data = await company.owner.ok("{ leads { totalCount } }")
    assert data["leads"]["totalCount"] == 1


async def test_deleted_leads_can_be_listed_alone_or_with_the_others(company: Company) -> None:
    await company.lead(lastName="Stays")
    await gone(company, lastName="Goes")
    assert await names(company.owner, deleted="ONLY") == ["Goes"]
    assert await names(company.owner, deleted="ONLY", search="goes") == ["Goes"]
    assert await names(company.owner, deleted="INCLUDE") == ["Goes", "Stays"]
    assert await names(company.agent, deleted="INCLUDE") == []


async def test_a_deleted_lead_is_still_found_by_its_id(company: Company) -> None:
    lead = await gone(company, lastName="Goes", tags=["hot"])
    read = await seen(company.viewer, lead["id"], "lastName version deletedAt tags { name }")
    assert read["deletedAt"] is not None
    assert (read["lastName"], read["version"], read["tags"]) == ("Goes", 2, [{"name": "hot"}])


async def test_a_restored_lead_is_as_it_was(company: Company) -> None:
    fields = "lastName emails { value } tags { name } externalIds { system id } stage { name } deletedAt"
    lead = await company.lead(emails=["ada@x.test"], tags=["hot"], externalId=CRM)
    before = await seen(company.owner, lead["id"], fields)
    await company.owner.done("deleteLead", {"id": lead["id"], "expectedVersion": 1})
    payload = await company.owner.done(
        "restoreLead", {"id": lead["id"], "expectedVersion": 2}, f"lead {{ version {fields} }}"
    )
    assert payload["lead"] == {"version": 3, **before}
    assert await names(company.owner, search="ada@x.test") == [before["lastName"]]


async def test_a_deleted_lead_gives_its_external_ids_free(company: Company) -> None:
    await gone(company, externalId=CRM)
    await company.lead(externalId=CRM)


async def test_a_lead_does_not_come_back_into_a_taken_external_id(company: Company) -> None:
    lead = await gone(company, externalId=CRM)
    taker = await company.lead(externalId=CRM)
    error = await company.owner.refused("restoreLead", {"id": lead["id"]})
    assert (error["code"], error["path"]) == ("UNIQUE", ["input", "id"])
    assert error["meta"] == {"leadId": taker["id"]}
    assert (await seen(company.owner, lead["id"], "deletedAt"))["deletedAt"] is not None
    await company.owner.done("deleteLead", {"id": taker["id"], "expectedVersion": 1})
    await company.owner.done("restoreLead", {"id": lead["id"]})


async def test_a_rival_out_of_reach_is_not_named(company: Company) -> None:
    lead = await company.lead(by=company.agent, externalId=CRM)
    await company.manager.done("deleteLead", {"id": lead["id"], "expectedVersion": 1})
    await company.lead(by=company.outsider, externalId=CRM)
    error = await company.manager.refused("restoreLead", {"id": lead["id"]})
    assert (error["code"], error["meta"]) == ("UNIQUE", None)


async def test_a_deleted_lead_is_restored_before_anything_else(company: Company) -> None:
    lead, stages = await gone(company), await company.stages()
    for mutation, more in [
        ("updateLead", {"jobTitle": "A"}),
        ("transitionLead", {"stageId": stages["Contacted"]}),
        ("assignLead", {"ownerId": company.agent.id}),
        ("deleteLead", {}),
    ]:
        error = await company.owner.refused(mutation, {"id": lead["id"], "expectedVersion": 2, **more})
        assert (error["code"], error["path"]) == ("INVALID", ["input", "id"])
        assert error["message"] == "This lead is deleted; restore it first."
    error = await company.owner.refused("claimLead", {"id": lead["id"]})
    assert error["code"] == "INVALID"


async def test_a_live_lead_cannot_be_restored(company: Company) -> None:
    lead = await company.lead()
    error = await company.owner.refused("restoreLead", {"id": lead["id"]})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "id"])


async def test_a_stale_restore_is_a_conflict(company: Company) -> None:
    lead = await gone(company)
    error = await company.owner.refused("restoreLead", {"id": lead["id"], "expectedVersion": 1})
    assert (error["code"], error["meta"]) == ("CONFLICT_VERSION", {"version": 2})


async def test_agents_and_viewers_delete_nothing(company: Company) -> None:
    lead = await company.lead(by=company.agent)
    for caller in (company.agent, company.viewer):
        for mutation, version in (("deleteLead", "expectedVersion: 1"), ("restoreLead", "")):
            answer = await caller(
                f"mutation($id: ID!) {{ {mutation}(input: {{id: $id, {version}}}) {{ lead {{ id }} }} }}",
                id=lead["id"],
            )
            assert answer.code == "FORBIDDEN"
            assert answer.errors[0]["extensions"]["missing"] == ["lead:delete"]


async def test_a_manager_deletes_and_restores_what_their_teams_have(company: Company) -> None:
    mine = await company.lead(by=company.agent)
    theirs = await company.lead(by=company.outsider)
    await company.manager.done("deleteLead", {"id": mine["id"], "expectedVersion": 1})
    await company.manager.done("restoreLead", {"id": mine["id"]})
    for mutation in ("deleteLead", "restoreLead"):
        error = await company.manager.refused(mutation, {"id": theirs["id"], "expectedVersion": 1})
        assert (error["code"], error["path"]) == ("NOT_FOUND", ["input", "id"])


async def test_what_deleted_means_is_one_of_three_words(company: Company) -> None:
    answer = await ask(company.owner, deleted="MAYBE")
    assert answer.code == "BAD_REQUEST"
