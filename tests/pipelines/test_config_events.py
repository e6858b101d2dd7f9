"""What changing the settings tells the world, and what reading them costs."""

from collections.abc import Callable
from typing import Any

from leadhub.events.models import Event
from tests.world import Company

ONE = [{"name": "In", "category": "OPEN"}]


async def told(company: Company) -> list[tuple[str, int | None, dict[str, Any]]]:
    """Type, version and changes of every event of the tenant."""
    async with company.inside():
        return [(event.type, event.version, event.changes) for event in await Event.mine().order_by("seq")]


async def test_a_new_pipeline_is_told_with_each_of_its_stages(company: Company) -> None:
    made = await company.owner.done("createPipeline", {"name": "A", "stages": ONE}, "pipeline { id }")
    assert await told(company) == [
        (
            "pipeline.created",
            1,
            {
                "name": {"from": None, "to": "A"},
                "position": {"from": None, "to": 1},
                "isDefault": {"from": None, "to": False},
            },
        ),
        (
            "stage.created",
            1,
            {
                "name": {"from": None, "to": "In"},
                "category": {"from": None, "to": "OPEN"},
                "position": {"from": None, "to": 0},
                "probability": {"from": None, "to": 10},
                "rottenAfterDays": {"from": None, "to": None},
                "requiredFields": {"from": None, "to": []},
                "pipelineId": {"from": None, "to": made["pipeline"]["id"]},
                "nextStageIds": {"from": None, "to": None},
            },
        ),
    ]


async def test_making_room_is_told_of_each_that_moved(company: Company) -> None:
    made = await company.owner.done("createPipeline", {"name": "A", "stages": ONE}, "pipeline { id }")
    before = len(await told(company))
    change = {"id": made["pipeline"]["id"], "expectedVersion": 1, "position": 0, "isDefault": True}
    await company.owner.done("updatePipeline", change)
    assert (await told(company))[before:] == [
        ("pipeline.updated", 2, {"position": {"from": 0, "to": 1}, "isDefault": {"from": True, "to": False}}),
        ("pipeline.updated", 2, {"position": {"from": 1, "to": 0}, "isDefault": {"from": False, "to": True}}),
    ]


async def test_a_new_order_of_stages_is_told_with_their_ids(company: Company) -> None:
    data = await company.owner.ok("{ pipelines { id version stages { id } } }")
    [pipeline] = data["pipelines"]
    ids = [stage["id"] for stage in pipeline["stages"]]
    after = [ids[1], ids[0], *ids[2:]]
    await company.owner.done(
        "updatePipeline", {"id": pipeline["id"], "expectedVersion": pipeline["version"], "stageIds": after}
    )
    assert await told(company) == [
        ("stage.updated", 2, {"position": {"from": 1, "to": 0}}),
        ("stage.updated", 2, {"position": {"from": 0, "to": 1}}),
        ("pipeline.updated", 2, {"stageIds": {"from": ids, "to": after}}),
    ]


async def test_what_may_follow_a_stage_is_told_with_ids(company: Company) -> None:
    stages = await company.stages()
    change = {"id": stages["New"], "expectedVersion": 1, "nextStageIds": [stages["Won"]]}
    await company.owner.done("updateStage", change)
    assert await told(company) == [
        ("stage.updated", 2, {"nextStageIds": {"from": None, "to": [stages["Won"]]}})
    ]


async def test_names_and_fields_are_told_when_made_and_renamed(company: Company) -> None:
    for verb, part, kind in [
        ("LeadSource", "leadSource", "lead_source"),
        ("LostReason", "lostReason", "lost_reason"),
        ("Tag", "tag", "tag"),
    ]:
        before = len(await told(company))
        made = (await company.owner.done(f"create{verb}", {"name": "A"}, f"{part} {{ id }}"))[part]
        await company.owner.done(f"update{verb}", {"id": made["id"], "expectedVersion": 1, "name": "B"})
        assert (await told(company))[before:] == [
            (f"{kind}.created", 1, {"name": {"from": None, "to": "A"}}),
            (f"{kind}.updated", 2, {"name": {"from": "A", "to": "B"}}),
        ]


async def test_reading_all_settings_costs_the_same_for_many_as_for_one(
    company: Company, queries: Callable[[], list[str]]
) -> None:
    document = "{ pipelines { name stages { name pipeline { name } nextStages { name } } } }"
    costs = []
    for _ in range(2):
        await company.owner.ok("{ viewer { scopes } }")
        before = len(queries())
        await company.owner.ok(document)
        costs.append(len(queries()) - before)
        for name in "ABCD":
            payload = await company.owner.do(
                "createPipeline", {"name": name}, "pipeline { stages { id version } }"
            )
            for stage in (payload["pipeline"] or {"stages": []})["stages"]:
                await company.owner.done(
                    "updateStage", {"id": stage["id"], "expectedVersion": 1, "nextStageIds": []}
                )
    assert costs[0] <= costs[1] <= 3
