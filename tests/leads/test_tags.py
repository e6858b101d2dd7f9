"""Tags: chosen by name, and made by naming them where the caller may change settings."""

from leadhub.labels.models import Tag
from leadhub.leads.models import LeadTag
from tests.leads.lists import names, total
from tests.world import Company, gather

TAGS = "tags { name }"


async def count(company: Company, model: type) -> int:
    async with company.inside():
        return await model.mine().count()


async def test_an_administrator_makes_a_tag_by_naming_it(company: Company) -> None:
    lead = await company.lead(by=company.admin, tags=["hot", " fair "], fields=TAGS)
    assert sorted(tag["name"] for tag in lead["tags"]) == ["fair", "hot"]
    await company.lead(by=company.admin, tags=["HOT"])
    data = await company.owner.ok("{ tags { name } }")
    assert data["tags"] == [{"name": "fair"}, {"name": "hot"}]


async def test_an_agent_chooses_from_the_tags_there_are(company: Company) -> None:
    await company.owner.done("createTag", {"name": "Hot"})
    lead = await company.lead(by=company.agent, tags=["hot"], fields=TAGS)
    assert lead["tags"] == [{"name": "Hot"}]
    error = await company.agent.refused("createLead", {"lastName": "X", "tags": ["hot", "new"]})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "tags", "1"])
    assert (await total(company), await count(company, Tag)) == (1, 1)


async def test_an_archived_tag_is_not_there_to_choose(company: Company) -> None:
    tag = (await company.owner.done("createTag", {"name": "old"}, "tag { id }"))["tag"]
    await company.owner.done("archiveTag", {"id": tag["id"], "expectedVersion": 1})
    error = await company.agent.refused("createLead", {"lastName": "X", "tags": ["old"]})
    assert error["path"] == ["input", "tags", "0"]


async def test_a_tag_is_on_a_lead_once_however_it_is_spelled(company: Company) -> None:
    lead = await company.lead(tags=["Hot", "hot", "HOT "], fields=TAGS)
    assert lead["tags"] == [{"name": "Hot"}]
    assert await count(company, LeadTag) == 1


async def test_the_list_that_is_sent_is_the_list_of_the_lead(company: Company) -> None:
    lead = await company.lead(tags=["a", "b"])
    change = {"id": lead["id"], "expectedVersion": 1, "tags": ["b", "c"]}
    payload = await company.owner.done("updateLead", change, f"lead {{ version {TAGS} }}")
    assert payload["lead"]["version"] == 2
    assert sorted(tag["name"] for tag in payload["lead"]["tags"]) == ["b", "c"]


async def test_the_order_of_tags_is_no_change(company: Company) -> None:
    lead = await company.lead(tags=["a", "b"])
    change = {"id": lead["id"], "expectedVersion": 1, "tags": ["B", "a"]}
    payload = await company.owner.done("updateLead", change, "lead { version }")
    assert payload["lead"]["version"] == 1


async def test_a_lead_carries_at_most_fifty_tags(company: Company) -> None:
    error = await company.owner.refused(
        "createLead", {"lastName": "X", "tags": [f"tag {at}" for at in range(51)]}
    )
    assert (error["code"], error["path"]) == ("LIMIT_EXCEEDED", ["input", "tags"])


async def test_what_is_wrong_with_a_tag_is_said_where_it_stands(company: Company) -> None:
    payload = await company.owner.do("createLead", {"lastName": "X", "tags": ["ok", "x" * 51, "\u0007", " "]})
    assert [(error["code"], *error["path"][1:]) for error in payload["userErrors"]] == [
        ("TOO_LONG", "tags", "1"),
        ("INVALID", "tags", "2"),
        ("REQUIRED", "tags", "3"),
    ]


async def test_a_refused_lead_leaves_no_new_tag_behind(company: Company) -> None:
    stages = await company.stages()
    await company.owner.refused("createLead", {"lastName": "X", "tags": ["new"], "stageId": stages["Lost"]})
    assert (await count(company, Tag), await total(company)) == (0, 0)


async def test_many_leads_at_once_make_one_new_tag(company: Company) -> None:
    await gather(
        *(company.lead(lastName=f"N{at}", tags=["Fresh" if at % 2 else "fresh"]) for at in range(12))
    )
    assert (await count(company, Tag), await count(company, LeadTag)) == (1, 12)
    assert len(await names(company.owner, filter={"tag": {"startsWith": "FRESH"}})) == 12
