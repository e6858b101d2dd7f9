"""Retiring stages, pipelines, sources, tags, reasons and fields."""

from typing import Any

from leadhub.archive.rules import (
    archive,
    check_replacement,
    leads_tagged,
    leads_that_use,
    move_all,
    replace_on,
    replace_tag,
)
from leadhub.archive.types import (
    ArchiveCustomFieldInput,
    ArchiveLeadSourceInput,
    ArchiveLostReasonInput,
    ArchivePipelineInput,
    ArchiveStageInput,
    ArchiveTagInput,
)
from leadhub.errors import Invalid
from leadhub.kit.actor import actor
from leadhub.kit.fields import Answer, mutation
from leadhub.kit.inputs import save
from leadhub.kit.named import locked_live
from leadhub.kit.node import find
from leadhub.kit.scopes import Scope
from leadhub.labels import models as labels
from leadhub.labels.models import LabelEvent
from leadhub.labels.types import CustomField, LeadSource, Tag
from leadhub.pipelines import models as pipelines
from leadhub.pipelines.models import PipelineEvent
from leadhub.pipelines.rules import check_first_stage, hold_stage, lock_pipelines, lock_stages
from leadhub.pipelines.types import LostReason, Pipeline, Stage

_MOVED = (int, "How many leads were changed for it.")


@mutation(Scope.CONFIG_WRITE, stage=Stage, leads_moved=_MOVED)
async def archive_stage(input: ArchiveStageInput) -> Answer:
    """Takes a stage out of use. Its leads, deleted ones too, go to `replaceWith`; their history keeps the
    old name. The first stage that remains must be of the category OPEN."""
    seen = await find(pipelines.Stage, input.id, ["input", "id"])
    heir = await _heir(pipelines.Stage, input.replace_with)
    if heir is not None and heir.pipeline_id != seen.pipeline_id:
        raise Invalid("The replacement belongs to another pipeline.", path=["input", "replaceWith"])
    # Stages before leads, here alone: whoever puts a lead into a stage holds the stage meanwhile.
    stages = await lock_stages(seen.pipeline_id)
    stage = await locked_live(seen, input.expected_version)
    leads = await leads_that_use("stage_id", stage)
    check_replacement(leads, heir, stage)
    rest = [other for other in stages if other.id != stage.id]
    if not rest:
        raise Invalid("A pipeline keeps at least one stage; archive the pipeline.", path=["input", "id"])
    check_first_stage(rest[0].category, "input", "id")
    if heir is not None:
        await move_all(leads, heir, actor())
    await archive(stage, PipelineEvent.STAGE_ARCHIVED)
    await _close_up(rest, str(stage.id), str(heir.id) if heir else None)
    return {"stage": stage, "leads_moved": len(leads)}


async def _close_up(rest: list[pipelines.Stage], gone: str, heir: str | None) -> None:
    """Positions without a gap, and no way into the stage that is gone."""
    for at, stage in enumerate(rest):
        ways = stage.next_stage_ids
        if ways is not None and gone in ways:
            ways = sorted({heir if way == gone and heir else way for way in ways} - {gone, str(stage.id)})
        await save(stage, position=at, next_stage_ids=ways)


@mutation(Scope.CONFIG_WRITE, pipeline=Pipeline, leads_moved=_MOVED)
async def archive_pipeline(input: ArchivePipelineInput) -> Answer:
    """Takes a pipeline out of use with its stages. Its leads, deleted ones too, go to the stage
    `replaceWith`. The default pipeline stays: make another the default first."""
    seen = await find(pipelines.Pipeline, input.id, ["input", "id"])
    heir = await _heir(pipelines.Stage, input.replace_with)
    if heir is not None and heir.pipeline_id == seen.id:
        raise Invalid("The replacement belongs to this pipeline.", path=["input", "replaceWith"])
    others = [other for other in await lock_pipelines() if other.id != seen.id]
    pipeline = await locked_live(seen, input.expected_version)
    stages = await lock_stages(pipeline.id)
    leads = await leads_that_use("pipeline_id", pipeline)
    if pipeline.is_default:
        raise Invalid("This is the default pipeline: make another the default first.", path=["input", "id"])
    check_replacement(leads, heir, pipeline)
    if heir is not None:
        await hold_stage(heir, "input", "replaceWith")
        await move_all(leads, heir, actor())
    for stage in stages:
        await archive(stage, PipelineEvent.STAGE_ARCHIVED)
    await archive(pipeline, PipelineEvent.PIPELINE_ARCHIVED)
    for at, other in enumerate(others):
        await save(other, position=at)
    return {"pipeline": pipeline, "leads_moved": len(leads)}


@mutation(Scope.CONFIG_WRITE, lead_source=LeadSource, leads_moved=_MOVED)
async def archive_lead_source(input: ArchiveLeadSourceInput) -> Answer:
    """Takes a source out of use. Leads that carry it get `replaceWith`, or keep it if you say so."""
    row, leads = await _retire(labels.LeadSource, "source_id", LabelEvent.SOURCE_ARCHIVED, input)
    return {"lead_source": row, "leads_moved": leads}


@mutation(Scope.CONFIG_WRITE, lost_reason=LostReason, leads_moved=_MOVED)
async def archive_lost_reason(input: ArchiveLostReasonInput) -> Answer:
    """Takes a reason out of use. Leads that carry it get `replaceWith`, or keep it if you say so."""
    row, leads = await _retire(
        pipelines.LostReason, "lost_reason_id", PipelineEvent.LOST_REASON_ARCHIVED, input
    )
    return {"lost_reason": row, "leads_moved": leads}


@mutation(Scope.CONFIG_WRITE, tag=Tag, leads_moved=_MOVED)
async def archive_tag(input: ArchiveTagInput) -> Answer:
    """Takes a tag out of use. Leads that carry it get `replaceWith`, or keep it if you say so."""
    seen = await find(labels.Tag, input.id, ["input", "id"])
    heir = await _heir(labels.Tag, input.replace_with)
    leads = await leads_tagged(seen)
    tag = await locked_live(seen, input.expected_version)
    check_replacement(leads, heir, tag, keep=input.keep_on_leads)
    if heir is not None:
        await replace_tag(leads, tag, heir)
    await archive(tag, LabelEvent.TAG_ARCHIVED)
    return {"tag": tag, "leads_moved": len(leads) if heir else 0}


@mutation(Scope.CONFIG_WRITE, custom_field=CustomField)
async def archive_custom_field(input: ArchiveCustomFieldInput) -> Answer:
    """Takes a custom field out of use. Leads keep its values, and its key is never given again."""
    field = await locked_live(
        await find(labels.CustomField, input.id, ["input", "id"]), input.expected_version
    )
    await archive(field, LabelEvent.CUSTOM_FIELD_ARCHIVED)
    return {"custom_field": field}


async def _heir(model: Any, id: str | None) -> Any:
    return await find(model, id, ["input", "replaceWith"]) if id else None


async def _retire(model: Any, column: str, event: str, input: Any) -> tuple[Any, int]:
    seen = await find(model, input.id, ["input", "id"])
    heir = await _heir(model, input.replace_with)
    leads = await leads_that_use(column, seen)
    row = await locked_live(seen, input.expected_version)
    check_replacement(leads, heir, row, keep=input.keep_on_leads)
    if heir is not None:
        await replace_on(leads, column, heir)
    await archive(row, event)
    return row, len(leads) if heir else 0
