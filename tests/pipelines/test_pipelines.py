"""Pipelines: named, ordered, one of them the default."""

from typing import Any

import pytest

from leadhub.pipelines.models import Pipeline, Stage
from tests.world import Company, gather

FIELDS = "pipeline { id version name position isDefault stages { id name } }"
DEFAULT = ["New", "Contacted", "Qualified", "Proposal", "Won", "Lost", "Disqualified"]
ONE = [{"name": "In", "category": "OPEN"}]


async def make(company: Company, name: str, **more: Any) -> dict[str, Any]:
    return (await company.owner.done("createPipeline", {"name": name, **more}, FIELDS))["pipeline"]


async def listed(company: Company) -> list[tuple[str, int, bool]]:
    data = await company.owner.ok("{ pipelines { name position isDefault } }")
    return [(row["name"], row["position"], row["isDefault"]) for row in data["pipelines"]]


async def test_a_tenant_begins_with_one_pipeline(company: Company) -> None:
    data = await company.viewer.ok(
        "{ pipelines { name isDefault stages { name category position probability nextStages { name } } } }"
    )
    [pipeline] = data["pipelines"]
    assert (pipeline["name"], pipeline["isDefault"]) == ("Sales", True)
    assert [stage["name"] for stage in pipeline["stages"]] == DEFAULT
    assert [stage["position"] for stage in pipeline["stages"]] == list(range(7))
    assert [(stage["category"], stage["probability"]) for stage in pipeline["stages"]] == [
        ("OPEN", 10),
        ("OPEN", 10),
        ("QUALIFIED", 50),
        ("QUALIFIED", 50),
        ("WON", 100),
        ("LOST", 0),
        ("DISQUALIFIED", 0),
    ]
    assert all(stage["nextStages"] is None for stage in pipeline["stages"])


async def test_a_new_one_stands_behind_the_others_with_the_usual_stages(company: Company) -> None:
    made = await make(company, " Partners ")
    assert (made["name"], made["position"], made["isDefault"], made["version"]) == ("Partners", 1, False, 1)
    assert [stage["name"] for stage in made["stages"]] == DEFAULT


async def test_a_new_one_has_the_stages_that_are_said(company: Company) -> None:
    stages = [
        {"name": "In", "category": "OPEN", "probability": 5, "rottenAfterDays": 3},
        {"name": "Done", "category": "WON", "requiredFields": ["phones", "firstName", "phones"]},
    ]
    payload = await company.owner.done(
        "createPipeline",
        {"name": "Short", "stages": stages},
        "pipeline { stages { name probability rottenAfterDays requiredFields } }",
    )
    assert payload["pipeline"]["stages"] == [
        {"name": "In", "probability": 5, "rottenAfterDays": 3, "requiredFields": []},
        {
            "name": "Done",
            "probability": 100,
            "rottenAfterDays": None,
            "requiredFields": ["firstName", "phones"],
        },
    ]


@pytest.mark.parametrize(
    ("stages", "errors"),
    [
        ([], [("REQUIRED", "stages")]),
        ([{"name": "Won", "category": "WON"}], [("INVALID", "stages", "0", "category")]),
        (
            [*ONE, {"name": " ", "category": "OPEN"}, {"name": "x" * 101, "category": "OPEN"}],
            [("REQUIRED", "stages", "1", "name"), ("TOO_LONG", "stages", "2", "name")],
        ),
        ([*ONE, {"name": "IN", "category": "WON"}], [("UNIQUE", "stages", "1", "name")]),
        (
            [*ONE, {"name": "B", "category": "WON", "probability": 101}],
            [("INVALID", "stages", "1", "probability")],
        ),
        (
            [*ONE, {"name": "B", "category": "WON", "requiredFields": ["shoes"]}],
            [("INVALID", "stages", "1", "requiredFields", "0")],
        ),
        ([{"name": f"S{at}", "category": "OPEN"} for at in range(51)], [("LIMIT_EXCEEDED", "stages")]),
    ],
)
async def test_stages_that_cannot_be_are_refused(
    company: Company, stages: list[dict[str, Any]], errors: list[tuple[str, ...]]
) -> None:
    payload = await company.owner.do("createPipeline", {"name": "Bad", "stages": stages})
    assert [(error["code"], *error["path"][1:]) for error in payload["userErrors"]] == errors
    async with company.inside():
        assert (await Pipeline.mine().count(), await Stage.mine().count()) == (1, 7)


async def test_a_name_is_unique_whatever_its_case(company: Company, rival: Company) -> None:
    await rival.owner.done("createPipeline", {"name": "Partners"})
    made = await make(company, "Partners", stages=ONE)
    for mutation, input in [
        ("createPipeline", {"name": "PARTNERS"}),
        ("updatePipeline", {"id": made["id"], "expectedVersion": 1, "name": "sales"}),
    ]:
        error = await company.owner.refused(mutation, input)
        assert (error["code"], error["path"]) == ("UNIQUE", ["input", "name"])
    await company.owner.done("updatePipeline", {"id": made["id"], "expectedVersion": 1, "name": "PARTNERS"})
    await company.owner.done("archivePipeline", {"id": made["id"], "expectedVersion": 2})
    await make(company, "partners", stages=ONE)


async def test_pipelines_make_room_for_one_that_moves(company: Company) -> None:
    a, b = await make(company, "A", stages=ONE), await make(company, "B", stages=ONE)
    await company.owner.done("updatePipeline", {"id": b["id"], "expectedVersion": 1, "position": 0})
    assert await listed(company) == [("B", 0, False), ("Sales", 1, True), ("A", 2, False)]
    for position in (-1, 3):
        error = await company.owner.refused(
            "updatePipeline", {"id": a["id"], "expectedVersion": 2, "position": position}
        )
        assert (error["code"], error["path"]) == ("INVALID", ["input", "position"])


async def test_there_is_always_one_default(company: Company) -> None:
    made = await make(company, "A", stages=ONE)
    change = {"id": made["id"], "expectedVersion": 1}
    error = await company.owner.refused("updatePipeline", {**change, "isDefault": False})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "isDefault"])
    await company.owner.done("updatePipeline", {**change, "isDefault": True})
    assert await listed(company) == [("Sales", 0, False), ("A", 1, True)]
    others = [await make(company, name, stages=ONE) for name in "BCD"]
    await gather(
        *(
            company.owner.do("updatePipeline", {"id": one["id"], "expectedVersion": 1, "isDefault": True})
            for one in others
        )
    )
    assert [is_default for _, _, is_default in await listed(company)].count(True) == 1


async def test_stages_stand_in_the_order_that_is_said(company: Company) -> None:
    made = await make(company, "A")
    ids = [stage["id"] for stage in made["stages"]]
    after = [ids[1], ids[0], *reversed(ids[2:])]
    change = {"id": made["id"], "expectedVersion": 1, "stageIds": after}
    payload = await company.owner.done(
        "updatePipeline", change, "pipeline { version stages { id position } }"
    )
    assert payload["pipeline"] == {
        "version": 2,
        "stages": [{"id": id, "position": at} for at, id in enumerate(after)],
    }
    again = await company.owner.done(
        "updatePipeline", {**change, "expectedVersion": 2}, "pipeline { version }"
    )
    assert again["pipeline"] == {"version": 2}


async def test_an_order_names_each_stage_once(company: Company) -> None:
    made, other = await make(company, "A"), await make(company, "B")
    ids = [stage["id"] for stage in made["stages"]]
    for order, code, path in [
        (ids[:-1], "INVALID", []),
        ([*ids, ids[0]], "INVALID", []),
        ([*ids[:-1], ids[0]], "INVALID", []),
        ([*ids[:-1], other["stages"][0]["id"]], "INVALID", []),
        (list(reversed(ids)), "INVALID", []),
        ([*ids[:-1], "x"], "INVALID", ["6"]),
        (None, "REQUIRED", []),
    ]:
        error = await company.owner.refused(
            "updatePipeline", {"id": made["id"], "expectedVersion": 1, "stageIds": order}
        )
        assert (error["code"], error["path"]) == (code, ["input", "stageIds", *path]), order


async def test_there_are_at_most_fifty(company: Company) -> None:
    async with company.inside():
        await Pipeline.bulk_create([Pipeline(name=f"P{at}", position=at + 1) for at in range(48)])
    payloads = await gather(
        *(company.owner.do("createPipeline", {"name": f"Q{at}", "stages": ONE}) for at in range(4))
    )
    codes = [error["code"] for payload in payloads for error in payload["userErrors"]]
    assert codes == ["LIMIT_EXCEEDED"] * 3


async def test_what_is_stale_foreign_or_archived_is_refused(company: Company, rival: Company) -> None:
    made = await make(company, "A", stages=ONE)
    change = {"id": made["id"], "name": "B"}
    error = await company.owner.refused("updatePipeline", {**change, "expectedVersion": 2})
    assert (error["code"], error["meta"]) == ("CONFLICT_VERSION", {"version": 1})
    error = await rival.owner.refused("updatePipeline", {**change, "expectedVersion": 1})
    assert (error["code"], error["path"]) == ("NOT_FOUND", ["input", "id"])
    await company.owner.done("archivePipeline", {"id": made["id"], "expectedVersion": 1})
    error = await company.owner.refused("updatePipeline", {**change, "expectedVersion": 2})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "id"])
    assert [name for name, _, _ in await listed(company)] == ["Sales"]
    data = await company.owner.ok("{ pipelines(includeArchived: true) { name } }")
    assert [row["name"] for row in data["pipelines"]] == ["Sales", "A"]


@pytest.mark.parametrize("who", ["manager", "agent", "viewer"])
async def test_only_administrators_change_pipelines(company: Company, who: str) -> None:
    answer = await company.people[who](
        'mutation { createPipeline(input: {name: "X"}) { userErrors { code } } }'
    )
    assert answer.errors[0]["extensions"]["missing"] == ["config:write"]
    await company.people[who].ok("{ pipelines { name stages { name } } }")


async def test_whoever_is_not_signed_in_sees_none(company: Company) -> None:
    assert (await company.world.anonymous("{ pipelines { name } }")).code == "UNAUTHENTICATED"
