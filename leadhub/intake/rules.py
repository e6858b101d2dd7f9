"""Where a new lead starts: its number and its stage."""

from datetime import datetime

from leadhub.errors import Invalid
from leadhub.intake.types import CreateLeadInput, UpsertLeadInput
from leadhub.kit.actor import Actor
from leadhub.kit.db import fetch
from leadhub.kit.inputs import is_given
from leadhub.kit.node import find
from leadhub.pipelines.models import Pipeline, Stage

_NEXT_NUMBER = """
insert into lead_counter as c (tenant_id, year, last) values ($1, $2, 1)
on conflict (tenant_id, year) do update set last = c.last + 1
returning last
"""


async def next_number(who: Actor, moment: datetime) -> str:
    """`LD-2026-000123`. The tenant's row of the year is locked from here to the end of the transaction."""
    [row] = await fetch(_NEXT_NUMBER, who.tenant_id, moment.year)
    return f"LD-{moment.year}-{row['last']:06d}"


async def first_stage(input: CreateLeadInput | UpsertLeadInput) -> Stage:
    """The stage that an input names, or the first of the pipeline it names, or of the default one."""
    pipeline = None
    if is_given(input.pipeline_id) and input.pipeline_id is not None:
        pipeline = await find(Pipeline, input.pipeline_id, ["input", "pipelineId"])
    if pipeline is not None and pipeline.archived_at is not None:
        raise Invalid("This pipeline is archived.", path=["input", "pipelineId"])
    if is_given(input.stage_id) and input.stage_id is not None:
        return await _named_stage(input.stage_id, pipeline)
    if pipeline is None:
        pipeline = await Pipeline.mine().get(is_default=True, archived_at__isnull=True)
    live = Stage.mine().filter(pipeline_id=pipeline.id, archived_at__isnull=True)
    stage = await live.order_by("position").first()
    assert stage is not None, "a pipeline has stages"
    return stage


async def _named_stage(id: str, pipeline: Pipeline | None) -> Stage:
    stage = await find(Stage, id, ["input", "stageId"])
    if pipeline is not None and stage.pipeline_id != pipeline.id:
        raise Invalid("This stage belongs to another pipeline.", path=["input", "stageId"])
    if stage.archived_at is not None:
        raise Invalid("This stage is archived.", path=["input", "stageId"])
    return stage
