"""Leads that may be one person: the pairs that were found, and the groups that they make."""

from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from tortoise import fields

from leadhub.kit.events import EventType
from leadhub.kit.model import TenantModel, reference
from leadhub.leads.models import OnMerge


class DuplicateReason(StrEnum):
    """Why two leads may be one person."""

    EMAIL = "EMAIL"
    PHONE = "PHONE"
    NAME_AND_COMPANY = "NAME_AND_COMPANY"
    SIMILAR_NAME = "SIMILAR_NAME"


class DuplicateState(StrEnum):
    """What became of a suspicion."""

    NONE = "NONE"
    SUSPECTED = "SUSPECTED"
    IGNORED = "IGNORED"


class DuplicateEvent(EventType):
    """What is decided about duplicates."""

    IGNORED = "lead.duplicate_ignored"


class DuplicateGroup(TenantModel):
    """Leads that hang together by pairs of one state. Follows from the pairs; its id from the group's first lead."""

    state = fields.CharEnumField(DuplicateState, max_length=9)
    weight = fields.IntField()

    class Meta:
        table = "duplicate_group"


class DuplicatePair(TenantModel):
    """Two leads that may be one person, the one with the lower id first, or that somebody said are not. Its id
    follows from theirs."""

    on_merge: ClassVar = OnMerge.STAY

    low = reference("Lead")
    low_id: UUID
    high = reference("Lead")
    high_id: UUID
    reasons: list[str] = fields.JSONField()
    weight = fields.IntField()
    state = fields.CharEnumField(DuplicateState, max_length=9)
    group = reference("DuplicateGroup", null=True)
    group_id: UUID | None

    class Meta:
        table = "duplicate_pair"
