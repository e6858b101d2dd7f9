"""What leads are scored by, and what each has got by it."""

from datetime import timedelta
from typing import Any, ClassVar, Self
from uuid import UUID

from tortoise import fields

from leadhub.activities.models import ActivityDirection, ActivityKind
from leadhub.kit.actor import actor
from leadhub.kit.events import EventType
from leadhub.kit.model import RecordModel, TenantModel, reference
from leadhub.leads.models import OnMerge


class ScoringEvent(EventType):
    """What happens to the rules of scoring and its settings."""

    RULE_CREATED = "scoring_rule.created"
    RULE_UPDATED = "scoring_rule.updated"
    RULE_ARCHIVED = "scoring_rule.archived"
    SETTINGS_UPDATED = "scoring_settings.updated"


class ScoringRule(RecordModel):
    """Points for the leads that meet `lead_filter`; with `activity_kind` for each activity of that kind (and direction), the
    latest `at_most` of a lead. With decay they get `decay_points` nearer to zero for every `decay_days` since."""

    name = fields.CharField(max_length=100)
    lead_filter: dict[str, Any] = fields.JSONField()
    activity_kind = fields.CharEnumField(ActivityKind, max_length=7, null=True)
    activity_direction = fields.CharEnumField(ActivityDirection, max_length=8, null=True)
    at_most = fields.IntField(null=True)
    points = fields.IntField()
    decay_points = fields.IntField(null=True)
    decay_days = fields.IntField(null=True)
    is_active = fields.BooleanField(default=True)
    archived_at = fields.DatetimeField(null=True)

    class Meta:
        table = "scoring_rule"

    @property
    def decay_period(self) -> timedelta | None:
        return None if self.decay_days is None else timedelta(days=self.decay_days)


class ScoringSettings(RecordModel):
    """From which score on a lead is HOT or WARM, and the highest score there is. A tenant's only row has the tenant's id,
    and is written when it is changed for the first time."""

    hot_from = fields.IntField(default=80)
    warm_from = fields.IntField(default=40)
    highest = fields.IntField(null=True)

    class Meta:
        table = "scoring_settings"

    @classmethod
    async def seen(cls, id: UUID) -> Self | None:
        row = await cls.mine().get_or_none(id=id)
        return cls(id=id) if row is None and id == actor().tenant_id else row


class ScoreItem(TenantModel):
    """What a lead has got by one rule. `rule` is None for what is taken off a score above the highest. `since` is when the
    lead came to meet the rule, or the first activity that counts, `decays_at` when it loses points next, `worked_out_at` until when that was worked out."""

    on_merge: ClassVar = OnMerge.STAY

    lead = reference("Lead")
    lead_id: UUID
    rule = reference("ScoringRule", null=True)
    rule_id: UUID | None
    points = fields.IntField()
    since = fields.DatetimeField()
    decays_at = fields.DatetimeField(null=True)
    worked_out_at = fields.DatetimeField()

    class Meta:
        table = "score_item"


class Rescoring(TenantModel):
    """All leads of the tenant are being scored again, in the order of their ids; gone when that is done. A tenant's only
    row has the tenant's id. `barrier` is the first transaction that began too late to know the rules of before."""

    since = fields.DatetimeField()
    after_id = fields.UUIDField(null=True)
    done = fields.IntField(default=0)
    total = fields.IntField(null=True)
    barrier = fields.BigIntField(null=True)

    class Meta:
        table = "rescoring"
