"""Where a new lead starts, whose it is, and what it is called."""

import re
from datetime import UTC, datetime

from leadhub.kit.node import from_global
from leadhub.members.models import TeamMember
from tests.leads.lists import names, total
from tests.world import Company

HANDS = "owner { name } team { name }"


async def test_a_new_lead_starts_in_the_first_stage_of_the_default_pipeline(company: Company) -> None:
    fields = (
        "version status stage { name } pipeline { name isDefault } tags { id } deletedAt score doNotContact"
    )
    lead = await company.lead(fields=fields)
    assert lead["stage"] == {"name": "New"}
    assert lead["pipeline"] == {"name": "Sales", "isDefault": True}
    assert (lead["version"], lead["status"], lead["tags"], lead["deletedAt"]) == (1, "OPEN", [], None)
    assert (lead["score"], lead["doNotContact"]) == (None, False)


async def test_it_starts_where_it_is_said_to(company: Company) -> None:
    other = await company.owner.done(
        "createPipeline",
        {
            "name": "Other",
            "stages": [{"name": "In", "category": "OPEN"}, {"name": "Up", "category": "QUALIFIED"}],
        },
        "pipeline { id stages { id } }",
    )
    pipeline = other["pipeline"]
    fields = "status stage { name } pipeline { name }"
    named = await company.lead(fields=fields, pipelineId=pipeline["id"])
    assert (named["pipeline"]["name"], named["stage"]["name"]) == ("Other", "In")
    staged = await company.lead(fields=fields, stageId=pipeline["stages"][1]["id"])
    assert (staged["pipeline"]["name"], staged["stage"]["name"]) == ("Other", "Up")
    assert staged["status"] == "QUALIFIED"


async def test_it_follows_the_default_pipeline_and_the_order_of_its_stages(company: Company) -> None:
    other = await company.owner.done("createPipeline", {"name": "Other"}, "pipeline { id stages { id } }")
    ids = [stage["id"] for stage in other["pipeline"]["stages"]]
    await company.owner.done(
        "updatePipeline",
        {
            "id": other["pipeline"]["id"],
            "expectedVersion": 1,
            "isDefault": True,
            "stageIds": [ids[1], ids[0], *ids[2:]],
        },
    )
    lead = await company.lead(fields="stage { name } pipeline { name }")
    assert (lead["pipeline"]["name"], lead["stage"]["name"]) == ("Other", "Contacted")


async def test_a_new_lead_does_not_enter_an_archived_pipeline(company: Company) -> None:
    other = await company.owner.done("createPipeline", {"name": "Other"}, "pipeline { id }")
    await company.owner.done("archivePipeline", {"id": other["pipeline"]["id"], "expectedVersion": 1})
    error = await company.owner.refused(
        "createLead", {"lastName": "X", "pipelineId": other["pipeline"]["id"]}
    )
    assert (error["code"], error["path"]) == ("INVALID", ["input", "pipelineId"])


async def test_an_agents_lead_is_their_own_in_their_team(company: Company) -> None:
    lead = await company.lead(by=company.agent, fields=HANDS)
    assert (lead["owner"], lead["team"]) == ({"name": "Agent"}, {"name": "North"})


async def test_a_managers_lead_lands_in_their_team(company: Company) -> None:
    lead = await company.lead(by=company.manager, fields=HANDS)
    assert (lead["owner"], lead["team"]) == (None, {"name": "North"})


async def test_an_owners_lead_is_nobodys(company: Company) -> None:
    for caller in (company.owner, company.admin, await company.key("lead:read", "lead:write", "member:read")):
        lead = await company.lead(by=caller, fields=HANDS)
        assert (lead["owner"], lead["team"]) == (None, None)


async def test_a_lead_belongs_to_its_owners_first_team(company: Company) -> None:
    async with company.inside():
        await TeamMember.create(
            team_id=from_global(company.teams["South"])[1], member_id=company.agent.member.id
        )
    lead = await company.lead(fields=HANDS, ownerId=company.agent.id)
    assert (lead["owner"], lead["team"]) == ({"name": "Agent"}, {"name": "North"})
    lead = await company.lead(fields=HANDS, ownerId=company.admin.id)
    assert (lead["owner"], lead["team"]) == ({"name": "Admin"}, None)
    lead = await company.lead(fields=HANDS, ownerId=company.agent.id, teamId=company.teams["South"])
    assert (lead["owner"], lead["team"]) == ({"name": "Agent"}, {"name": "South"})
    lead = await company.lead(fields=HANDS, teamId=company.teams["South"])
    assert (lead["owner"], lead["team"]) == (None, {"name": "South"})


async def test_nobody_creates_what_they_could_not_change(company: Company) -> None:
    for caller, hands, field in [
        (company.agent, {"ownerId": company.colleague.id}, "ownerId"),
        (company.agent, {"ownerId": company.owner.id}, "ownerId"),
        (company.manager, {"ownerId": company.outsider.id}, "ownerId"),
        (company.manager, {"teamId": company.teams["South"]}, "teamId"),
    ]:
        error = await caller.refused("createLead", {"lastName": "X", **hands})
        assert (error["code"], error["path"]) == ("FORBIDDEN", ["input", field])
    assert await total(company) == 0


async def test_a_manager_gives_new_leads_to_their_people(company: Company) -> None:
    lead = await company.lead(by=company.manager, fields=HANDS, ownerId=company.colleague.id)
    assert (lead["owner"], lead["team"]) == ({"name": "Colleague"}, {"name": "North"})


async def test_a_team_of_another_tenant_is_none(company: Company, rival: Company) -> None:
    error = await company.owner.refused("createLead", {"lastName": "X", "teamId": rival.teams["North"]})
    assert (error["code"], error["path"]) == ("NOT_FOUND", ["input", "teamId"])


async def test_numbers_count_up_within_the_tenant_and_year(company: Company, rival: Company) -> None:
    year = datetime.now(UTC).year
    numbers = [(await company.lead())["number"] for _ in range(3)]
    assert numbers == [f"LD-{year}-{at:06}" for at in (1, 2, 3)]
    assert (await rival.lead())["number"] == f"LD-{year}-000001"
    assert re.fullmatch(r"LD-\d{4}-\d{6}", numbers[0])


async def test_a_deleted_lead_keeps_its_number(company: Company) -> None:
    lead = await company.lead()
    await company.owner.done("deleteLead", {"id": lead["id"], "expectedVersion": 1})
    assert (await company.lead())["number"].endswith("000002")


async def test_a_refused_lead_uses_up_no_number(company: Company) -> None:
    stages = await company.stages()
    for _ in range(3):
        await company.owner.refused("createLead", {"lastName": "X", "stageId": stages["Lost"]})
    assert (await company.lead())["number"].endswith("000001")


async def test_three_leads_of_one_request_are_three_transactions(company: Company) -> None:
    answer = await company.owner(
        """mutation {
          a: createLead(input: {lastName: "A"}) { lead { number } userErrors { code } }
          b: createLead(input: {jobTitle: "B"}) { lead { number } userErrors { code } }
          c: createLead(input: {lastName: "C"}) { lead { number } userErrors { code } }
        }"""
    )
    assert answer.data["a"]["lead"]["number"].endswith("000001")
    assert answer.data["b"] == {"lead": None, "userErrors": [{"code": "REQUIRED"}]}
    assert answer.data["c"]["lead"]["number"].endswith("000002")
    assert await names(company.owner) == ["C", "A"]
