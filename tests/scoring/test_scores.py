"""What a lead is worth, and why: worked out in the transaction that changes the lead."""

from typing import Any

from tests.leads.lists import page
from tests.merging.merged import merge, rows, undo
from tests.scoring.scored import SCORE, rescored, rule, score
from tests.world import Company


async def test_a_tenant_without_rules_scores_nothing(company: Company) -> None:
    lead = await company.lead(fields="score rating scoreBreakdown { points }")
    assert (lead["score"], lead["rating"], lead["scoreBreakdown"]) == (None, None, [])


async def test_a_new_lead_has_its_score_at_once(company: Company) -> None:
    await rule(company, "a boss", 50, filter={"jobTitle": {"contains": "chief"}})
    await rule(company, "can be called", 10, filter={"phone": {"isNull": False}})
    await rule(company, "no address", -5, filter={"email": {"isNull": True}})
    lead = await company.lead(fields=SCORE, jobTitle="Chief of all", phones=["030 901820"])
    assert (lead["score"], lead["rating"], lead["version"]) == (55, "WARM", 1)
    assert (await score(company.owner, lead["id"]))["items"] == {
        "a boss": 50,
        "can be called": 10,
        "no address": -5,
    }


async def test_a_lead_that_meets_no_rule_has_a_score_of_nothing(company: Company) -> None:
    await rule(company, "a boss", 50, filter={"jobTitle": {"eq": "CEO"}})
    lead = await company.lead(fields="score rating scoreBreakdown { points }")
    assert (lead["score"], lead["rating"], lead["scoreBreakdown"]) == (0, "COLD", [])


async def test_whatever_changes_a_lead_changes_its_score(company: Company) -> None:
    stages = await company.stages()
    await rule(company, "title", 1, filter={"jobTitle": {"eq": "CEO"}})
    await rule(company, "tag", 2, filter={"tag": {"eq": "hot"}})
    await rule(company, "stage", 4, filter={"stageId": {"eq": stages["Qualified"]}})
    await rule(company, "owner", 8, filter={"ownerId": {"eq": company.agent.id}})
    id = (await company.lead())["id"]
    owner = company.owner
    for version, (mutation, more, expected) in enumerate(
        [
            ("updateLead", {"jobTitle": "CEO"}, 1),
            ("updateLead", {"tags": ["hot"]}, 3),
            ("transitionLead", {"stageId": stages["Qualified"]}, 7),
            ("assignLead", {"ownerId": company.agent.id}, 15),
            ("updateLead", {"jobTitle": None, "tags": []}, 12),
            ("deleteLead", {}, 12),
            ("restoreLead", {}, 12),
        ],
        start=1,
    ):
        await owner.done(mutation, {"id": id, "expectedVersion": version, **more})
        assert (await score(owner, id))["score"] == expected, mutation


async def test_a_score_of_a_lead_that_was_deleted_is_right_again_when_it_is_restored(
    company: Company,
) -> None:
    await rule(company, "title", 1, filter={"jobTitle": {"eq": "CEO"}})
    lead = await company.lead(jobTitle="CEO")
    await company.owner.done("deleteLead", {"id": lead["id"], "expectedVersion": 1})
    await rule(company, "all", 10)
    await rescored(company)
    assert (await score(company.owner, lead["id"]))["score"] == 1
    await company.owner.done("restoreLead", {"id": lead["id"], "expectedVersion": 2})
    assert (await score(company.owner, lead["id"]))["score"] == 11


async def test_an_agent_who_gives_a_lead_away_scores_it_all_the_same(company: Company) -> None:
    await rule(company, "mine", 5, filter={"ownerId": {"eq": company.agent.id}})
    lead = await company.lead(company.agent, fields="score")
    assert lead["score"] == 5
    unowned = await company.lead(teamId=company.teams["North"])
    await company.agent.done("claimLead", {"id": unowned["id"]})
    assert (await score(company.agent, unowned["id"]))["score"] == 5
    given = {"id": unowned["id"], "expectedVersion": 2, "ownerId": company.outsider.id}
    await company.manager.done("assignLead", given)
    assert (await score(company.owner, unowned["id"]))["score"] == 0


async def test_no_score_is_above_the_highest_and_the_breakdown_says_so(company: Company) -> None:
    await rule(company, "one", 80)
    await rule(company, "other", 60, filter={"jobTitle": {"eq": "CEO"}})
    await company.owner.done("updateScoringSettings", {"expectedVersion": 1, "highest": 100})
    lead = await company.lead(jobTitle="CEO")
    found = await score(company.owner, lead["id"])
    assert (found["score"], found["items"]) == (100, {"one": 80, "other": 60, None: -40})
    await company.owner.done("updateLead", {"id": lead["id"], "expectedVersion": 1, "jobTitle": "x"})
    assert (await score(company.owner, lead["id"]))["items"] == {"one": 80}


async def test_the_rating_follows_the_thresholds(company: Company) -> None:
    await rule(company, "title", 50, filter={"jobTitle": {"eq": "CEO"}})
    await rule(company, "firm", 30, filter={"companyName": {"eq": "Acme"}})
    ratings = [
        (await company.lead(fields="rating", **given))["rating"]
        for given in ({}, {"jobTitle": "CEO"}, {"jobTitle": "CEO", "companyName": "Acme"})
    ]
    assert ratings == ["COLD", "WARM", "HOT"]


async def test_leads_are_found_and_ordered_by_score(company: Company) -> None:
    names = {"A": 10, "B": 30, "C": 20}
    none = await company.lead(lastName="D")
    for name, points in names.items():
        await rule(company, name, points, filter={"lastName": {"eq": name}})
        await company.lead(lastName=name)
    found = await page(company.owner, "lastName", orderBy=[{"field": "SCORE", "direction": "DESC"}])
    assert [node["lastName"] for node in found["nodes"]] == ["B", "C", "A", "D"]
    found = await page(company.owner, "lastName", filter={"score": {"gte": 20}, "rating": {"eq": "COLD"}})
    assert {node["lastName"] for node in found["nodes"]} == {"B", "C"}
    assert (await score(company.owner, none["id"]))["score"] is None  # no rule has been worked out for it yet


async def test_a_merge_scores_the_survivor_and_its_undoing_brings_all_scores_back(company: Company) -> None:
    await rule(company, "title", 10, filter={"jobTitle": {"eq": "CEO"}}, decay={"points": 1, "days": 1})
    await rule(company, "tag", 5, filter={"tag": {"eq": "hot"}})
    await rule(company, "nameless", 3, filter={"firstName": {"isNull": True}})
    survivor = (await company.lead(jobTitle="CEO"))["id"]
    absorbed = (await company.lead(tags=["hot"], firstName="Ada"))["id"]
    before = [await score(company.owner, id) for id in (survivor, absorbed)]
    assert [found["score"] for found in before] == [13, 5]
    rehearsed = await merged(company, survivor, absorbed, dryRun=True)
    done = await merged(company, survivor, absorbed)
    assert rehearsed["lead"] == done["lead"]
    assert done["lead"]["score"] == 15
    await rule(company, "made meanwhile", 100)
    await rescored(company)
    await undo(company.owner, done["merge"]["id"])
    after = [await score(company.owner, id) for id in (survivor, absorbed)]
    assert [found["items"] for found in after] == [
        found["items"] | {"made meanwhile": 100} for found in before
    ]


async def merged(company: Company, survivor: str, absorbed: str, **more: Any) -> dict[str, Any]:
    """The payload of a merge, with the breakdown but for its times, which are those of the run."""
    fields = "lead { id version score rating scoreBreakdown { points rule { name } } } merge { id }"
    input = {"survivorId": survivor, "absorbedIds": [absorbed], **more}
    return await company.owner.done("mergeLeads", input, fields)


async def test_a_merge_does_not_begin_the_decay_anew(company: Company) -> None:
    await rule(company, "title", 10, filter={"jobTitle": {"eq": "CEO"}}, decay={"points": 1, "days": 1})
    survivor, absorbed = await company.lead(), await company.lead(jobTitle="CEO")
    since = await since_of(company, absorbed["id"])
    await merge(company.owner, survivor["id"], absorbed["id"])
    assert await since_of(company, survivor["id"]) == since


async def since_of(company: Company, id: str) -> str:
    answer = await company.owner("query($id: ID!) { lead(id: $id) { scoreBreakdown { since } } }", id=id)
    [item] = answer.data["lead"]["scoreBreakdown"]
    return item["since"]


async def test_a_dry_run_scores_nothing(company: Company) -> None:
    await rule(company, "title", 10, filter={"jobTitle": {"eq": "CEO"}})
    survivor, absorbed = await company.lead(), await company.lead(jobTitle="CEO")
    before = await rows(company)
    await merge(company.owner, survivor["id"], absorbed["id"], dryRun=True)
    assert await rows(company) == before


async def test_a_conversion_scores_as_its_dry_run_says(company: Company) -> None:
    await rule(company, "converted", 10, filter={"convertedAt": {"isNull": False}})
    lead = await company.lead()
    fields = "lead { score rating scoreBreakdown { points rule { name } } }"
    input = {"id": lead["id"], "expectedVersion": 1, "contact": {"create": {}}}
    rehearsed = await company.owner.done("convertLead", {**input, "dryRun": True}, fields)
    done = await company.owner.done("convertLead", input, fields)
    assert rehearsed == done
    assert done["lead"]["score"] == 10
