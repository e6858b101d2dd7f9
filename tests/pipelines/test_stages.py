"""Stages: steps of a pipeline, each with a category that never changes."""

from typing import Any

import pytest

from leadhub.pipelines.rules import REQUIRABLE_FIELDS
from tests.world import Company, gather

FIELDS = "stage { id version name position probability rottenAfterDays requiredFields nextStages { name } }"


async def sales(company: Company) -> str:
    data = await company.owner.ok("{ pipelines { id } }")
    return data["pipelines"][0]["id"]


async def create(company: Company, **input: Any) -> dict[str, Any]:
    values = {"pipelineId": await sales(company), "category": "OPEN", **input}
    return (await company.owner.done("createStage", values, FIELDS))["stage"]


async def test_a_new_stage_is_the_last_and_as_likely_as_its_category(company: Company) -> None:
    for at, (category, probability) in enumerate(
        [("OPEN", 10), ("QUALIFIED", 50), ("WON", 100), ("LOST", 0), ("DISQUALIFIED", 0)]
    ):
        stage = await create(company, name=f"Step {at}", category=category)
        assert (stage["position"], stage["probability"]) == (7 + at, probability)
        assert (stage["nextStages"], stage["requiredFields"], stage["rottenAfterDays"]) == (None, [], None)


async def test_the_others_make_room_for_it(company: Company) -> None:
    await create(company, name="Second", position=1)
    data = await company.owner.ok("{ pipelines { stages { name position } } }")
    stages = data["pipelines"][0]["stages"]
    assert [stage["name"] for stage in stages[:3]] == ["New", "Second", "Contacted"]
    assert [stage["position"] for stage in stages] == list(range(8))


@pytest.mark.parametrize(
    ("input", "code", "path"),
    [
        ({"name": "nEW"}, "UNIQUE", ["name"]),
        ({"name": " "}, "REQUIRED", ["name"]),
        ({"name": "x" * 101}, "TOO_LONG", ["name"]),
        ({"name": "a\u0000"}, "INVALID", ["name"]),
        ({"probability": -1}, "INVALID", ["probability"]),
        ({"probability": 101}, "INVALID", ["probability"]),
        ({"rottenAfterDays": 0}, "INVALID", ["rottenAfterDays"]),
        ({"rottenAfterDays": 3651}, "INVALID", ["rottenAfterDays"]),
        ({"requiredFields": ["emails", "shoes"]}, "INVALID", ["requiredFields", "1"]),
        ({"position": 8}, "INVALID", ["position"]),
        ({"position": -1}, "INVALID", ["position"]),
        ({"position": 0, "category": "WON"}, "INVALID", ["category"]),
        ({"nextStageIds": ["x"]}, "INVALID", ["nextStageIds", "0"]),
        ({"nextStageIds": ["x"] * 51}, "LIMIT_EXCEEDED", ["nextStageIds"]),
    ],
)
async def test_a_stage_that_cannot_be_is_refused(
    company: Company, input: dict[str, Any], code: str, path: list[str]
) -> None:
    values = {"pipelineId": await sales(company), "name": "Fine", "category": "OPEN", **input}
    error = await company.owner.refused("createStage", values)
    assert (error["code"], error["path"]) == (code, ["input", *path])


async def test_what_a_stage_may_require_is_named(company: Company) -> None:
    values = {"pipelineId": await sales(company), "name": "X", "category": "OPEN"}
    error = await company.owner.refused("createStage", {**values, "requiredFields": ["shoes"]})
    assert all(name in error["message"] for name in REQUIRABLE_FIELDS)
    stage = await create(company, name="All", requiredFields=list(reversed(REQUIRABLE_FIELDS)))
    assert stage["requiredFields"] == list(REQUIRABLE_FIELDS)


async def test_a_stage_says_which_of_its_pipeline_may_follow(company: Company) -> None:
    stages = await company.stages()
    stage = await create(company, name="Demo", nextStageIds=[stages["Won"], stages["New"], stages["Won"]])
    assert [one["name"] for one in stage["nextStages"]] == ["New", "Won"]
    other = await company.owner.done("createPipeline", {"name": "Other"}, "pipeline { stages { id } }")
    theirs = other["pipeline"]["stages"][0]["id"]
    change = {"id": stage["id"], "expectedVersion": 1}
    error = await company.owner.refused("updateStage", {**change, "nextStageIds": [stages["New"], theirs]})
    assert (error["code"], error["path"]) == ("NOT_FOUND", ["input", "nextStageIds", "1"])
    payload = await company.owner.done("updateStage", {**change, "nextStageIds": []}, FIELDS)
    assert (payload["stage"]["nextStages"], payload["stage"]["version"]) == ([], 2)
    payload = await company.owner.done(
        "updateStage", {**change, "expectedVersion": 2, "nextStageIds": None}, FIELDS
    )
    assert payload["stage"]["nextStages"] is None


async def test_a_stage_is_changed_field_by_field(company: Company) -> None:
    stage = await create(company, name="Demo", rottenAfterDays=5, requiredFields=["emails"])
    change = {"id": stage["id"], "expectedVersion": 1}
    same = {"name": "Demo", "rottenAfterDays": 5, "requiredFields": ["emails", "emails"], "probability": 10}
    payload = await company.owner.done("updateStage", {**change, **same}, FIELDS)
    assert payload["stage"]["version"] == 1
    empty = {"rottenAfterDays": None, "requiredFields": None, "probability": 0}
    payload = await company.owner.done("updateStage", {**change, **empty}, FIELDS)
    found = payload["stage"]
    assert (found["version"], found["rottenAfterDays"], found["requiredFields"], found["probability"]) == (
        2,
        None,
        [],
        0,
    )
    payload = await company.owner.do(
        "updateStage", {**change, "expectedVersion": 2, "name": None, "probability": None}
    )
    assert [(error["code"], error["path"][1]) for error in payload["userErrors"]] == [
        ("REQUIRED", "name"),
        ("REQUIRED", "probability"),
    ]


async def test_a_name_is_unique_in_its_pipeline_alone(company: Company) -> None:
    other = await company.owner.done("createPipeline", {"name": "Other"}, "pipeline { id }")
    await create(company, name="Demo")
    demo = await create(company, name="Demo", pipelineId=other["pipeline"]["id"])
    change = {"id": demo["id"], "expectedVersion": 1}
    error = await company.owner.refused("updateStage", {**change, "name": "wON"})
    assert (error["code"], error["path"]) == ("UNIQUE", ["input", "name"])
    await company.owner.done("updateStage", {**change, "name": "DEMO"})


async def test_what_is_stale_foreign_or_archived_is_refused(company: Company, rival: Company) -> None:
    stages = await company.stages()
    change = {"id": stages["Proposal"], "name": "Offer"}
    error = await company.owner.refused("updateStage", {**change, "expectedVersion": 2})
    assert (error["code"], error["meta"]) == ("CONFLICT_VERSION", {"version": 1})
    error = await rival.owner.refused("updateStage", {**change, "expectedVersion": 1})
    assert (error["code"], error["path"]) == ("NOT_FOUND", ["input", "id"])
    error = await rival.owner.refused(
        "createStage", {"pipelineId": await sales(company), "name": "X", "category": "OPEN"}
    )
    assert (error["code"], error["path"]) == ("NOT_FOUND", ["input", "pipelineId"])
    await company.owner.done("archiveStage", {"id": stages["Proposal"], "expectedVersion": 1})
    error = await company.owner.refused("updateStage", {**change, "expectedVersion": 2})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "id"])
    error = await company.owner.refused(
        "updateStage", {"id": stages["New"], "expectedVersion": 1, "nextStageIds": [stages["Proposal"]]}
    )
    assert (error["code"], error["path"]) == ("NOT_FOUND", ["input", "nextStageIds", "0"])


async def test_many_at_once_stand_without_gaps_and_at_most_fifty(company: Company) -> None:
    pipeline = await sales(company)
    payloads = await gather(
        *(
            company.owner.do(
                "createStage", {"pipelineId": pipeline, "name": f"S{at}", "category": "OPEN", "position": 3}
            )
            for at in range(46)
        )
    )
    codes = [error["code"] for payload in payloads for error in payload["userErrors"]]
    assert codes == ["LIMIT_EXCEEDED"] * 3
    data = await company.owner.ok("{ pipelines { stages { position } } }")
    assert [stage["position"] for stage in data["pipelines"][0]["stages"]] == list(range(50))
