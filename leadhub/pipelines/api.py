"""Pipelines, their stages, and the reasons for losing leads. Archiving them is done where leads are known."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from leadhub.errors import Invalid, LimitExceeded, Required
from leadhub.kit.events import emit
from leadhub.kit.fields import Answer, mutation, query
from leadhub.kit.inputs import Inputs, is_given, save, write
from leadhub.kit.named import (
    LONGEST_NAME,
    Named,
    change,
    check_name,
    check_room,
    create_named,
    locked_live,
    named,
    rename,
)
from leadhub.kit.node import find, to_global
from leadhub.kit.scopes import Scope
from leadhub.kit.words import camel_changes
from leadhub.pipelines import models
from leadhub.pipelines.models import PipelineEvent
from leadhub.pipelines.rules import (
    MOST_PIPELINES,
    MOST_STAGES,
    PROBABILITY,
    check_first_stage,
    first_stages,
    lock_pipelines,
    lock_stages,
    placed,
    read_next,
    read_order,
    read_stage,
)
from leadhub.pipelines.types import (
    CreateLostReasonInput,
    CreatePipelineInput,
    CreateStageInput,
    IncludeArchived,
    LostReason,
    Pipeline,
    Stage,
    StageInput,
    UpdateLostReasonInput,
    UpdatePipelineInput,
    UpdateStageInput,
)

_LOST_REASONS = Named(
    models.LostReason, PipelineEvent.LOST_REASON_CREATED, PipelineEvent.LOST_REASON_UPDATED, most=500
)


@query(Scope.CONFIG_READ, list[Pipeline])
async def pipelines(include_archived: IncludeArchived = False) -> Any:
    """The pipelines of your tenant, by position."""
    rows = models.Pipeline.mine() if include_archived else models.Pipeline.mine().filter(archived_at=None)
    return await rows.order_by("position", "id")


@query(Scope.CONFIG_READ, list[LostReason])
async def lost_reasons(include_archived: IncludeArchived = False) -> Any:
    """The reasons for losing leads, by name."""
    return await named(models.LostReason, include_archived)


@mutation(Scope.CONFIG_WRITE, pipeline=Pipeline)
async def create_pipeline(input: CreatePipelineInput) -> Answer:
    """Makes a pipeline with its stages, behind the others. At most 50 are in use at once."""
    inputs = Inputs()
    name = inputs.name(input.name, "name", limit=LONGEST_NAME)
    stages = first_stages() if input.stages is None else _read_stages(inputs, input.stages)
    inputs.done()
    await check_room(models.Pipeline, MOST_PIPELINES)
    await check_name(models.Pipeline, name)
    others = await models.Pipeline.mine().filter(archived_at=None).order_by("-position")
    position = others[0].position + 1 if others else 0
    pipeline = await models.Pipeline.create(name=name, position=position, is_default=not others)
    emit(
        PipelineEvent.PIPELINE_CREATED,
        pipeline,
        {"name": (None, name), "position": (None, position), "isDefault": (None, pipeline.is_default)},
    )
    for at, values in enumerate(stages):
        await check_name(
            models.Stage,
            values["name"],
            "input",
            "stages",
            str(at),
            "name",
            within={"pipeline_id": pipeline.id},
        )
        await _add_stage(models.Stage(pipeline_id=pipeline.id, position=at, **values), pipeline)
    return {"pipeline": pipeline}


def _read_stages(inputs: Inputs, given: Sequence[StageInput]) -> list[dict[str, Any]]:
    if not given:
        inputs.fault(Required("A pipeline has at least one stage.", path=["input", "stages"]))
        return []
    if len(given) > MOST_STAGES:
        raise LimitExceeded(f"A pipeline may have {MOST_STAGES} stages.", path=["input", "stages"])
    with inputs.collect():
        check_first_stage(given[0].category, "input", "stages", "0", "category")
    return [_read_new_stage(inputs, stage, "stages", str(at)) for at, stage in enumerate(given)]


def _read_new_stage(inputs: Inputs, given: StageInput, *at: str) -> dict[str, Any]:
    return {"category": given.category, **read_stage(inputs, given, *at, default=PROBABILITY[given.category])}


async def _add_stage(stage: models.Stage, pipeline: models.Pipeline) -> None:
    await stage.save(force_create=True)
    columns = ("name", "category", "position", "probability", "rotten_after_days", "required_fields")
    changes = camel_changes({column: (None, getattr(stage, column)) for column in columns})
    changes |= {"pipelineId": (None, pipeline), "nextStageIds": (None, _outside(stage.next_stage_ids))}
    emit(PipelineEvent.STAGE_CREATED, stage, changes)


def _outside(stage_ids: list[str] | None) -> list[str] | None:
    return None if stage_ids is None else [to_global("Stage", UUID(text)) for text in stage_ids]


@mutation(Scope.CONFIG_WRITE, pipeline=Pipeline)
async def update_pipeline(input: UpdatePipelineInput) -> Answer:
    """Changes a pipeline's name, its place, the order of its stages, or makes it the default."""
    seen = await find(models.Pipeline, input.id, ["input", "id"])
    values = _read_pipeline(input)
    rows = await lock_pipelines()
    pipeline = await locked_live(seen, input.expected_version)
    if "name" in values:
        await check_name(models.Pipeline, values["name"], besides=pipeline.id)
    await _make_room(pipeline, rows, values)
    changes = camel_changes(await save(pipeline, **values))
    if is_given(input.stage_ids):
        before = await lock_stages(pipeline.id)
        after = read_order(input.stage_ids, before)
        if after != before:
            await _renumber(after)
            if not changes:
                await write(pipeline)
            changes["stageIds"] = (before, after)
    if changes:
        emit(PipelineEvent.PIPELINE_UPDATED, pipeline, changes)
    return {"pipeline": pipeline}


def _read_pipeline(input: UpdatePipelineInput) -> dict[str, Any]:
    inputs, values = Inputs(), dict[str, Any]()
    if is_given(input.name):
        values["name"] = inputs.name(input.name, "name", limit=LONGEST_NAME)
    if is_given(input.is_default):
        values["is_default"] = True
        if not input.is_default:
            message = "There is always a default: make another pipeline the default instead."
            inputs.fault(Invalid(message, path=["input", "isDefault"]))
    if is_given(input.position):
        values["position"] = input.position
        if input.position is None:
            inputs.fault(Required(path=["input", "position"]))
    inputs.done()
    return values


async def _make_room(
    pipeline: models.Pipeline, rows: Sequence[models.Pipeline], values: dict[str, Any]
) -> None:
    """Changes the other pipelines as these values of one demand; before it, since there is one default."""
    moves = "position" in values
    for at, other in enumerate(placed(rows, pipeline, values["position"]) if moves else rows):
        if other.id != pipeline.id:
            theirs = ({"position": at} if moves else {}) | (
                {"is_default": False} if "is_default" in values else {}
            )
            await change(other, PipelineEvent.PIPELINE_UPDATED, theirs)


async def _renumber(order: Sequence[models.Stage], *, besides: models.Stage | None = None) -> None:
    for at, stage in enumerate(order):
        if stage is not besides:
            await change(stage, PipelineEvent.STAGE_UPDATED, {"position": at})


@mutation(Scope.CONFIG_WRITE, stage=Stage)
async def create_stage(input: CreateStageInput) -> Answer:
    """Adds a stage to a pipeline. A pipeline has at most 50 in use, and its first is OPEN."""
    seen = await find(models.Pipeline, input.pipeline_id, ["input", "pipelineId"])
    inputs = Inputs()
    values = _read_new_stage(inputs, input)
    inputs.done()
    pipeline = await locked_live(seen, None, "input", "pipelineId")
    stages = await lock_stages(pipeline.id)
    if len(stages) >= MOST_STAGES:
        raise LimitExceeded(f"A pipeline may have {MOST_STAGES} stages.", path=["input", "pipelineId"])
    await check_name(models.Stage, values["name"], within={"pipeline_id": pipeline.id})
    next_ids = read_next(input.next_stage_ids, stages)
    stage = models.Stage(pipeline_id=pipeline.id, next_stage_ids=next_ids, **values)
    order = placed(stages, stage, input.position)
    check_first_stage(order[0].category, "input", "category")
    stage.position = order.index(stage)
    await _renumber(order, besides=stage)
    await _add_stage(stage, pipeline)
    return {"stage": stage}


@mutation(Scope.CONFIG_WRITE, stage=Stage)
async def update_stage(input: UpdateStageInput) -> Answer:
    """Changes a stage. Its place is changed with `updatePipeline(stageIds)`, its category never."""
    seen: Any = await find(models.Stage, input.id, ["input", "id"])
    inputs = Inputs()
    values = read_stage(inputs, input)
    inputs.done()
    stages = await lock_stages(seen.pipeline_id)
    stage = await locked_live(seen, input.expected_version)
    if "name" in values:
        await check_name(
            models.Stage, values["name"], besides=stage.id, within={"pipeline_id": stage.pipeline_id}
        )
    if is_given(input.next_stage_ids):
        values["next_stage_ids"] = read_next(input.next_stage_ids, stages)
    changes = await save(stage, **values)
    if "next_stage_ids" in changes:
        before, after = changes["next_stage_ids"]
        changes["next_stage_ids"] = (_outside(before), _outside(after))
    if changes:
        emit(PipelineEvent.STAGE_UPDATED, stage, camel_changes(changes))
    return {"stage": stage}


@mutation(Scope.CONFIG_WRITE, lost_reason=LostReason)
async def create_lost_reason(input: CreateLostReasonInput) -> Answer:
    """Adds a reason for losing leads. At most 500 are in use at once."""
    return {"lost_reason": await create_named(_LOST_REASONS, input.name)}


@mutation(Scope.CONFIG_WRITE, lost_reason=LostReason)
async def update_lost_reason(input: UpdateLostReasonInput) -> Answer:
    """Renames a reason for losing leads; leads that were lost for it show the new name."""
    return {"lost_reason": await rename(_LOST_REASONS, input)}
