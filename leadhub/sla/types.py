"""How SLA policies, and what is due by them, look from outside."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import strawberry
from strawberry.scalars import JSON

from leadhub.kit.enums import describe_enum
from leadhub.kit.loaders import One, related
from leadhub.kit.node import Node, computed, described, entity, extends, to_global
from leadhub.kit.schedule import WorkingHours
from leadhub.kit.scopes import Scope
from leadhub.leads.models import SlaStatus
from leadhub.leads.types import Lead
from leadhub.sla import models
from leadhub.sla.models import SlaRecipient, SlaTarget

SLA = One(models.LeadSla, "id")

describe_enum(
    SlaTarget,
    "Which answer a lead waits for.",
    FIRST_RESPONSE="The first call, e-mail, meeting or message of a member after it came in.",
    NEXT_RESPONSE="The next one after it got in touch again.",
)
describe_enum(
    SlaRecipient,
    "Who is told of a breach.",
    OWNER="Who works on the lead.",
    MANAGER="The owner's manager, or else the managers in the lead's team.",
    TEAM="Everybody in the lead's team.",
)


def _filter(root: Any) -> JSON:
    return JSON(root.lead_filter)


def _hours(root: Any) -> WorkingHours | None:
    return None if root.hours is None else WorkingHours.read(root.hours)


def _holidays(root: Any) -> list[date]:
    return [date.fromisoformat(day) for day in root.holidays]


def _pausing(root: Any) -> list[strawberry.ID]:
    return [to_global("Stage", UUID(id)) for id in root.pausing_stage_ids]


def _notify(root: Any) -> list[SlaRecipient]:
    return [SlaRecipient(one) for one in root.notify]


def _reassign(root: Any) -> bool:
    return root.reassign  # type: ignore[no-any-return]


def _is_active(root: Any) -> bool:
    return root.is_active  # type: ignore[no-any-return]


@entity(models.SlaPolicy, Scope.CONFIG_READ)
class SlaPolicy(Node):
    """How soon leads are answered. It is about what came in after it was made; what began before is not judged."""

    version: int = described("Rises with every change; name it as `expectedVersion` when you change this.")
    name: str = described("Its name, unique among those in use.")
    position: int = described("Its place: of the policies that a lead meets, the one with the lowest counts.")
    filter: JSON = computed(_filter, "Which leads it is for, as it was given.", "lead_filter")
    first_response_seconds: int | None = described(
        "How many seconds there are to answer a new lead; null: as many as it takes."
    )
    next_response_seconds: int | None = described(
        "How many seconds there are to answer what a lead says later; null: as many as it takes."
    )
    hours: WorkingHours | None = computed(_hours, "When this time passes; null: always.", "hours")
    holidays: list[date] = computed(_holidays, "Days on which no time passes.", "holidays")
    pausing_stage_ids: list[strawberry.ID] = computed(
        _pausing, "Stages in which the time stands still.", "pausing_stage_ids"
    )
    notify: list[SlaRecipient] = computed(_notify, "Who is told of a breach.", "notify")
    reassign: bool = computed(
        _reassign, "Whether a breach gives the lead to whom the assignment rules choose then.", "reassign"
    )
    active: bool = computed(_is_active, "Whether it counts.", "is_active")
    archived_at: datetime | None = described("When it was archived; null while it is in use.")
    created_at: datetime = described("When it was made.")


@entity(models.LeadSla, Scope.LEAD_READ)
class SlaState:
    """The answer that a lead waits for, or waited for last."""

    policy: SlaPolicy | None = related(One(models.SlaPolicy, "policy_id"), "The policy that asks for it.")
    target: SlaTarget = described("Which answer.")
    status: SlaStatus = described("How it stands.")
    started_at: datetime = described("Since when the lead has waited: it came in, or got in touch again.")
    due_at: datetime | None = described("When it is, or was, due; null while the time stands still.")
    responded_at: datetime | None = described("When it came; null while it has not.")
    breached_at: datetime | None = described("When it was over, if it did not come in time.")


@extends(Lead)
class LeadSla:
    sla: SlaState | None = related(SLA, "How soon it is to be answered; null where no policy says so.")
