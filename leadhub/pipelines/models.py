"""Pipelines, the stages that leads move through, and the reasons for losing one."""

from enum import StrEnum
from uuid import UUID

from tortoise import fields

from leadhub.kit.events import EventType
from leadhub.kit.model import RecordModel, reference


class LeadStatus(StrEnum):
    """The category of a stage, and with it the status of the leads in it."""

    OPEN = "OPEN"
    QUALIFIED = "QUALIFIED"
    WON = "WON"
    LOST = "LOST"
    DISQUALIFIED = "DISQUALIFIED"


class PipelineEvent(EventType):
    """What happens to pipelines, stages and lost reasons."""

    PIPELINE_CREATED = "pipeline.created"
    PIPELINE_UPDATED = "pipeline.updated"
    PIPELINE_ARCHIVED = "pipeline.archived"
    STAGE_CREATED = "stage.created"
    STAGE_UPDATED = "stage.updated"
    STAGE_ARCHIVED = "stage.archived"
    LOST_REASON_CREATED = "lost_reason.created"
    LOST_REASON_UPDATED = "lost_reason.updated"
    LOST_REASON_ARCHIVED = "lost_reason.archived"


class Pipeline(RecordModel):
    """An ordered way from first contact to a decision."""

    name = fields.CharField(max_length=100)
    position = fields.IntField()
    is_default = fields.BooleanField(default=False)
    archived_at = fields.DatetimeField(null=True)

    class Meta:
        table = "pipeline"


class Stage(RecordModel):
    """A step of a pipeline. `next_stage_ids` None allows every stage of the pipeline."""

    pipeline = reference("Pipeline")
    pipeline_id: UUID
    name = fields.CharField(max_length=100)
    category = fields.CharEnumField(LeadStatus, max_length=12)
    position = fields.IntField()
    probability = fields.IntField()
    rotten_after_days = fields.IntField(null=True)
    required_fields: list[str] = fields.JSONField(default=list)
    next_stage_ids: list[str] | None = fields.JSONField(null=True)
    archived_at = fields.DatetimeField(null=True)

    class Meta:
        table = "stage"


class LostReason(RecordModel):
    """Why leads are lost."""

    name = fields.CharField(max_length=100)
    archived_at = fields.DatetimeField(null=True)

    class Meta:
        table = "lost_reason"
