"""Settings that leads use are retired without losing a lead."""

import asyncio

from leadhub.events.models import Event
from leadhub.kit.node import from_global
from tests.world import Caller, Company


async def version_of(caller: Caller, id: str) -> int:
    data = await caller.ok(
        """query($id: ID!) { node(id: $id) {
          ... on Stage { version } ... on Pipeline { version } ... on Tag { version }
          ... on LeadSource { version } ... on LostReason { version } ... on CustomField { version } } }""",
        id=id,
    )
    return int(data["node"]["version"])


async def archive(
    company: Company, what: str, id: str, fields: str = "", **more: object
) -> dict[str, object]:
    return await company.owner.do(
        f"archive{what}", {"id": id, "expectedVersion": await version_of(company.owner, id), **more}, fields
    )


async def test_a_stage_without_leads_is_archived_and_leaves_the_pipeline(company: Company) -> None:
    stages = await company.stages()
    await archive(company, "Stage", stages["Proposal"])
    assert "Proposal" not in await company.stages()


async def test_a_stage_with_leads_is_in_use_until_a_replacement_is_named(company: Company) -> None:
    stages = await company.stages()
    lead = await company.lead(stageId=stages["Proposal"])
    payload = await archive(company, "Stage", stages["Proposal"], "leadsMoved")
    [fault] = payload["userErrors"]
    assert (fault["code"], fault["path"], fault["meta"]) == ("IN_USE", ["input", "replaceWith"], {"leads": 1})

    payload = await archive(company, "Stage", stages["Proposal"], "leadsMoved", replaceWith=stages["Won"])
    assert payload == {"leadsMoved": 1, "userErrors": []}
    data = await company.owner.ok(
        "query($id: ID!) { lead(id: $id) { status version stage { name } stageHistory { fromName toName } } }",
        id=lead["id"],
    )
    assert data["lead"]["stage"]["name"] == "Won"
    assert data["lead"]["status"] == "WON"
    assert data["lead"]["version"] == 2
    assert data["lead"]["stageHistory"][-1] == {"fromName": "Proposal", "toName": "Won"}


async def test_deleted_leads_move_along_so_that_they_can_be_restored(company: Company) -> None:
    stages = await company.stages()
    lead = await company.lead(stageId=stages["Proposal"])
    await company.owner.done("deleteLead", {"id": lead["id"], "expectedVersion": 1})
    await archive(company, "Stage", stages["Proposal"], replaceWith=stages["New"])
    payload = await company.owner.done("restoreLead", {"id": lead["id"]}, "lead { stage { name } }")
    assert payload["lead"]["stage"]["name"] == "New"


async def test_open_leads_do_not_become_lost_by_archiving(company: Company) -> None:
    stages = await company.stages()
    await company.lead(stageId=stages["Proposal"])
    payload = await archive(company, "Stage", stages["Proposal"], replaceWith=stages["Lost"])
    assert payload["userErrors"][0]["code"] == "INVALID"


async def test_the_first_stage_that_remains_is_open(company: Company) -> None:
    stages = await company.stages()
    await archive(company, "Stage", stages["New"])
    payload = await archive(company, "Stage", stages["Contacted"])
    assert payload["userErrors"][0]["code"] == "INVALID"


async def test_the_ways_into_an_archived_stage_lead_to_its_replacement(company: Company) -> None:
    stages = await company.stages()
    await company.owner.done(
        "updateStage", {"id": stages["New"], "expectedVersion": 1, "nextStageIds": [stages["Proposal"]]}
    )
    await archive(company, "Stage", stages["Proposal"], replaceWith=stages["Qualified"])
    data = await company.owner.ok("{ pipelines { stages { name position nextStages { name } } } }")
    found = data["pipelines"][0]["stages"]
    assert found[0]["nextStages"] == [{"name": "Qualified"}]
    assert [stage["position"] for stage in found] == list(range(len(found)))


async def test_no_lead_comes_into_a_stage_that_is_being_archived(company: Company) -> None:
    stages = await company.stages()
    version = await version_of(company.owner, stages["Proposal"])
    archiving = company.owner.do(
        "archiveStage",
        {"id": stages["Proposal"], "expectedVersion": version, "replaceWith": stages["New"]},
        "leadsMoved",
    )
    creating = [
        company.owner.do("createLead", {"lastName": f"L{at}", "stageId": stages["Proposal"]})
        for at in range(20)
    ]
    await asyncio.gather(*creating[:10], archiving, *creating[10:])
    data = await company.owner.ok("{ leads(first: 100) { nodes { stage { name archivedAt } } } }")
    assert all(lead["stage"]["archivedAt"] is None for lead in data["leads"]["nodes"])


async def test_a_pipeline_is_archived_with_its_stages_and_its_leads_move(company: Company) -> None:
    stages = await company.stages()
    payload = await company.owner.done(
        "createPipeline", {"name": "Partners"}, "pipeline { id stages { id } }"
    )
    partners = payload["pipeline"]
    lead = await company.lead(stageId=partners["stages"][0]["id"])
    assert (await archive(company, "Pipeline", partners["id"]))["userErrors"][0]["code"] == "IN_USE"
    payload = await archive(
        company, "Pipeline", partners["id"], "leadsMoved", replaceWith=stages["Contacted"]
    )
    assert payload == {"leadsMoved": 1, "userErrors": []}
    data = await company.owner.ok(
        "query($id: ID!) { lead(id: $id) { stage { name } pipeline { name } } pipelines { name } }",
        id=lead["id"],
    )
    assert data["lead"] == {"stage": {"name": "Contacted"}, "pipeline": {"name": "Sales"}}
    assert data["pipelines"] == [{"name": "Sales"}]


async def test_the_default_pipeline_stays(company: Company) -> None:
    data = await company.owner.ok("{ pipelines { id } }")
    payload = await archive(company, "Pipeline", data["pipelines"][0]["id"])
    assert payload["userErrors"][0]["code"] == "INVALID"


async def test_labels_in_use_are_replaced_or_kept(company: Company) -> None:
    data = await company.owner.ok("{ leadSources { id name } }")
    fair, partner = data["leadSources"][0], data["leadSources"][1]
    lead = await company.lead(sourceId=fair["id"])
    read = "query($id: ID!) { lead(id: $id) { version source { name } } }"
    assert (await archive(company, "LeadSource", fair["id"]))["userErrors"][0]["code"] == "IN_USE"
    await archive(company, "LeadSource", fair["id"], replaceWith=partner["id"])
    assert (await company.owner.ok(read, id=lead["id"]))["lead"] == {
        "version": 2,
        "source": {"name": partner["name"]},
    }
    payload = await archive(company, "LeadSource", partner["id"], "leadsMoved", keepOnLeads=True)
    assert payload == {"leadsMoved": 0, "userErrors": []}
    assert (await company.owner.ok(read, id=lead["id"]))["lead"]["source"] == {"name": partner["name"]}


async def test_a_replaced_tag_is_not_there_twice(company: Company) -> None:
    one = await company.lead(tags=["vip"], fields="tags { id }")
    both = await company.lead(tags=["vip", "key account"], fields="tags { id name }")
    ids = {tag["name"]: tag["id"] for tag in both["tags"]}
    assert (await archive(company, "Tag", ids["vip"]))["userErrors"][0]["code"] == "IN_USE"
    await archive(company, "Tag", ids["vip"], replaceWith=ids["key account"])
    for lead in (one, both):
        data = await company.owner.ok("query($id: ID!) { lead(id: $id) { tags { name } } }", id=lead["id"])
        assert data["lead"]["tags"] == [{"name": "key account"}]


async def last_changes(company: Company, lead: dict[str, object]) -> dict[str, object]:
    """What the newest event of a lead says."""
    async with company.inside():
        event = await Event.mine().filter(subject_id=from_global(str(lead["id"]))[1]).order_by("-seq").first()
    assert event is not None
    return event.changes


async def test_a_replaced_tag_is_told_with_all_tags_of_the_lead(company: Company) -> None:
    one = await company.lead(tags=["vip", "fair"], fields="tags { id name }")
    both = await company.lead(tags=["vip", "key account"], fields="tags { id name }")
    ids = {tag["name"]: tag["id"] for tag in [*one["tags"], *both["tags"]]}
    await archive(company, "Tag", ids["vip"], replaceWith=ids["key account"])
    assert await last_changes(company, one) == {
        "tags": {"from": ["fair", "vip"], "to": ["fair", "key account"]}
    }
    assert await last_changes(company, both) == {
        "tags": {"from": ["key account", "vip"], "to": ["key account"]}
    }


async def test_a_move_to_another_pipeline_names_both_as_the_schema_does(company: Company) -> None:
    stages = await company.stages()
    made = await company.owner.done("createPipeline", {"name": "Partners"}, "pipeline { id stages { id } }")
    partners = made["pipeline"]
    lead = await company.lead(stageId=partners["stages"][0]["id"])
    await archive(company, "Pipeline", partners["id"], replaceWith=stages["New"])
    [sales] = (await company.owner.ok("{ pipelines { id } }"))["pipelines"]
    assert await last_changes(company, lead) == {
        "pipelineId": {"from": partners["id"], "to": sales["id"]},
        "stageId": {"from": partners["stages"][0]["id"], "to": stages["New"]},
    }


async def test_a_lost_reason_and_a_custom_field_are_archived(company: Company) -> None:
    stages = await company.stages()
    data = await company.owner.ok("{ lostReasons { id name } }")
    price, other = data["lostReasons"][0]["id"], data["lostReasons"][1]["id"]
    lead = await company.lead()
    await company.owner.done(
        "transitionLead",
        {"id": lead["id"], "expectedVersion": 1, "stageId": stages["Lost"], "lostReasonId": price},
    )
    assert (await archive(company, "LostReason", price))["userErrors"][0]["code"] == "IN_USE"
    await archive(company, "LostReason", price, replaceWith=other)
    payload = await company.owner.done(
        "createCustomField", {"key": "size", "name": "Size", "kind": "NUMBER"}, "customField { id }"
    )
    await company.lead(customFields={"size": 3})
    await archive(company, "CustomField", payload["customField"]["id"])
    fault = await company.owner.refused("createLead", {"lastName": "L", "customFields": {"size": 4}})
    assert fault["path"] == ["input", "customFields", "size"]


async def test_what_is_archived_cannot_replace_anything_nor_be_archived_again(company: Company) -> None:
    data = await company.owner.ok("{ leadSources { id } }")
    gone, other = data["leadSources"][0]["id"], data["leadSources"][1]["id"]
    await archive(company, "LeadSource", gone)
    assert (await archive(company, "LeadSource", gone))["userErrors"][0]["code"] == "INVALID"
    assert (await archive(company, "LeadSource", other, replaceWith=gone))["userErrors"][0][
        "code"
    ] == "INVALID"
    assert (await archive(company, "LeadSource", other, replaceWith=other))["userErrors"][0][
        "code"
    ] == "INVALID"


async def test_a_lead_keeps_an_archived_tag_when_its_tags_are_sent_again(company: Company) -> None:
    lead = await company.lead(tags=["fair", "vip"], ownerId=company.agent.id, fields="tags { id name }")
    [fair] = [tag["id"] for tag in lead["tags"] if tag["name"] == "fair"]
    await archive(company, "Tag", fair, keepOnLeads=True)
    payload = await company.agent.done(
        "updateLead",
        {"id": lead["id"], "expectedVersion": 1, "tags": ["fair"]},
        "lead { tags { id name archivedAt } }",
    )
    [kept] = payload["lead"]["tags"]
    assert (kept["id"], kept["archivedAt"] is not None) == (fair, True)
    fault = await company.agent.refused("createLead", {"lastName": "New", "tags": ["fair"]})
    assert fault["path"] == ["input", "tags", "0"]
