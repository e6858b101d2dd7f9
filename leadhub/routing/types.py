"""How routing looks from outside."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import strawberry
from strawberry.scalars import JSON

from leadhub.kit.enums import describe_enum
from leadhub.kit.loaders import Many, One, related
from leadhub.kit.node import Node, computed, described, entity
from leadhub.kit.scopes import Scope
from leadhub.leads import models as leads
from leadhub.leads.types import Lead
from leadhub.members import models as members
from leadhub.members.types import Member, Team
from leadhub.routing import models
from leadhub.routing.models import AssignmentStrategy

describe_enum(
    AssignmentStrategy,
    "Whom an assignment rule gives leads to. Nobody gets one who is suspended, away, outside their working hours, or full.",
    FIXED="`memberId`.",
    ROUND_ROBIN="Each in turn. Who is passed over for a while does not catch up afterwards.",
    LEAST_BUSY="Whoever has the fewest open leads.",
    WEIGHTED="Each in turn, as often as their weight says.",
    QUEUE="Nobody: they wait in the queue of the team for somebody to claim them.",
    KEEP_OWNER="Whoever has the newest lead with one of the same e-mail addresses or phone numbers, or else the newest contact; "
    "with `teamId` only somebody who works there. The rule is passed over for people whom nobody has.",
)


@entity(models.AssignmentShare, Scope.ROUTING_READ)
class AssignmentShare:
    """A member whom a rule chooses among."""

    member: Member | None = related(One(members.Member, "member_id"), "Who.")
    weight: int = described("How many leads they get beside the others.")


def _filter(root: Any) -> JSON | None:
    return None if root.lead_filter is None else JSON(root.lead_filter)


def _is_active(root: Any) -> bool:
    return root.is_active  # type: ignore[no-any-return]


@entity(models.AssignmentRule, Scope.ROUTING_READ)
class AssignmentRule(Node):
    """Which new leads go to whom. Rules are asked in their order, and the first that a lead meets decides."""

    version: int = described("Rises with every change; name it as `expectedVersion` when you change this.")
    name: str = described("Its name, unique among those in use.")
    position: int = described("Its place in the order, counted from 0.")
    active: bool = computed(_is_active, "Whether it is asked.", "is_active")
    filter: JSON | None = computed(_filter, "Which new leads, as it was given; null: all.", "lead_filter")
    strategy: AssignmentStrategy = described("Whom it gives them to.")
    team: Team | None = related(One(members.Team, "team_id"), "Whose leads they become.")
    member: Member | None = related(One(members.Member, "member_id"), "Who gets them, for FIXED.")
    weights: list[AssignmentShare] = related(
        Many(models.AssignmentShare, "rule_id", "id"), "Whom it chooses among, where it names them."
    )
    archived_at: datetime | None = described("When it was put away; null while it is in use.")
    created_at: datetime = described("When it was made.")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A member that was thought of, as the log keeps it."""

    member_id: UUID
    reason: str | None


def _was_skipped(root: Any) -> bool:
    return root.reason is not None


@strawberry.type(description="A member who might have got a lead.")
class AssignmentCandidate:
    member: Member | None = related(One(members.Member, "member_id"), "Who.")
    skipped: bool = computed(_was_skipped, "True for everybody but who got it.", "reason")
    reason: str | None = described("Why they were passed over.")


def _candidates(root: Any) -> list[_Candidate]:
    return [_Candidate(UUID(one["member_id"]), one["reason"]) for one in root.candidates]


@entity(models.AssignmentDecision, Scope.ROUTING_READ)
class AssignmentDecision:
    """What routing decided about a lead, and why."""

    lead: Lead | None = related(One(leads.Lead, "lead_id"), "The lead; null in a simulation.")
    rule: AssignmentRule | None = related(
        One(models.AssignmentRule, "rule_id"), "The rule that decided, as it is now; null: the lead met none."
    )
    strategy: AssignmentStrategy | None = described("Whom the rule gave leads to then.")
    member: Member | None = related(
        One(members.Member, "member_id"), "Who got it; null: nobody, so it is in the queue of its team."
    )
    queued: bool = described(
        "True: it waits in a queue. It goes to the next who has room, oldest first; after QUEUE, to who claims it."
    )
    at: datetime = described("When.")
    candidates: list[AssignmentCandidate] = computed(
        _candidates, "Who was thought of: who got it first.", "candidates"
    )
