"""When the owner of a lead is reminded to get in touch again."""

from typing import ClassVar
from uuid import UUID

from tortoise import fields

from leadhub.kit.model import TenantModel, reference
from leadhub.leads.models import OnMerge


class FollowUp(TenantModel):
    """The reminder that belongs to a lead's `next_follow_up_at`; a table of its own, so that what is due is found without
    an index on leads. `reminded_at` says that it was given."""

    on_merge: ClassVar = OnMerge.STAY

    lead = reference("Lead")
    lead_id: UUID
    at = fields.DatetimeField()
    reminded_at = fields.DatetimeField(null=True)

    class Meta:
        table = "follow_up"
