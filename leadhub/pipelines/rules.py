"""What pipelines and their stages may be, and the pipeline that a tenant starts with."""

from collections.abc import Sequence
from typing import Any, TypeVar
from uuid import UUID

from tortoise.queryset import QuerySet

from leadhub.errors import Invalid, LimitExceeded, NotFound, Required
from leadhub.kit.db import fetch
from leadhub.kit.inputs import Inputs, is_given
from leadhub.kit.model import RecordModel
from leadhub.kit.named import LONGEST_NAME
from leadhub.kit.node import read_id
from leadhub.pipelines.models import LeadStatus, LostReason, Pipeline, Stage

MOST_PIPELINES = 50
MOST_STAGES = 50

REQUIRABLE_FIELDS = (
    "firstName",
    "lastName",
    "jobTitle",
    "companyName",
    "website",
    "emails",
    "phones",
    "sourceId",
    "ownerId",
    "estimatedValue",
    "nextFollowUpAt",
    "address",
)

PROBABILITY = {
    LeadStatus.OPEN: 10,
    LeadStatus.QUALIFIED: 50,
    LeadStatus.WON: 100,
    LeadStatus.LOST: 0,
    LeadStatus.DISQUALIFIED: 0,
}

_FIRST_STAGES = {
    "New": LeadStatus.OPEN,
    "Contacted": LeadStatus.OPEN,
    "Qualified": LeadStatus.QUALIFIED,
    "Proposal": LeadStatus.QUALIFIED,
    "Won": LeadStatus.WON,
    "Lost": LeadStatus.LOST,
    "Disqualified": LeadStatus.DISQUALIFIED,
}
_FIRST_LOST_REASONS = ("Price", "Competitor", "No budget", "No answer", "Bad timing")

R = TypeVar("R", bound=RecordModel)


async def create_default_pipeline() -> Pipeline:
    """The pipeline and the lost reasons that a new tenant starts with, as the current actor and without
    events: making the tenant is the event."""
    pipeline = await Pipeline.create(name="Sales", position=0, is_default=True)
    stages = [
        Stage(pipeline_id=pipeline.id, position=at, **values) for at, values in enumerate(first_stages())
    ]
    await Stage.bulk_create(stages)
    await LostReason.bulk_create(LostReason(name=name) for name in _FIRST_LOST_REASONS)
    return pipeline


def first_stages() -> list[dict[str, Any]]:
    """The columns of the stages that a pipeline gets when nobody says which."""
    return [
        {"name": name, "category": category, "probability": PROBABILITY[category]}
        for name, category in _FIRST_STAGES.items()
    ]


def read_number(inputs: Inputs, value: int | None, *path: str, low: int, high: int) -> int:
    """A whole number in these bounds; notes a fault otherwise, and when there is none."""
    if value is None:
        inputs.fault(Required(path=["input", *path]))
    elif not low <= value <= high:
        inputs.fault(Invalid(f"This must be from {low} to {high}.", path=["input", *path]))
    return value or 0


def read_stage(inputs: Inputs, given: Any, *at: str, default: int | None = None) -> dict[str, Any]:
    """The columns that an input sets of a stage. `default` is the probability of a new stage."""
    values: dict[str, Any] = {}
    if is_given(given.name):
        values["name"] = inputs.name(given.name, *at, "name", limit=LONGEST_NAME)
    if is_given(given.probability):
        probability = default if given.probability is None else given.probability
        values["probability"] = read_number(inputs, probability, *at, "probability", low=0, high=100)
    if is_given(given.rotten_after_days):
        days = given.rotten_after_days
        values["rotten_after_days"] = (
            None if days is None else read_number(inputs, days, *at, "rottenAfterDays", low=1, high=3650)
        )
    if is_given(given.required_fields):
        values["required_fields"] = _read_required(inputs, given.required_fields or (), *at, "requiredFields")
    return values


def _read_required(inputs: Inputs, names: Sequence[str], *path: str) -> list[str]:
    for at, name in enumerate(names):
        if name not in REQUIRABLE_FIELDS:
            possible = ", ".join(REQUIRABLE_FIELDS)
            inputs.fault(
                Invalid(f"A stage can require these fields: {possible}.", path=["input", *path, str(at)])
            )
            break
    return [name for name in REQUIRABLE_FIELDS if name in names]


def read_next(ids: Sequence[str] | None, stages: Sequence[Stage]) -> list[str] | None:
    """The stages where a lead may go, as they are stored: sorted, so that another order is no change."""
    if ids is None:
        return None
    if len(ids) > MOST_STAGES:
        raise LimitExceeded(f"At most {MOST_STAGES} at once.", path=["input", "nextStageIds"])
    possible = {stage.id for stage in stages}
    found = set()
    for at, value in enumerate(ids):
        path = ["input", "nextStageIds", str(at)]
        stage_id = read_id(value, "Stage", path)
        if stage_id not in possible:
            raise NotFound("This pipeline has no such stage in use.", path=path)
        found.add(str(stage_id))
    return sorted(found)


def read_order(ids: Sequence[str] | None, stages: Sequence[Stage]) -> list[Stage]:
    """The same stages in the order that these ids say."""
    path = ["input", "stageIds"]
    if ids is None:
        raise Required(path=path)
    by_id = {stage.id: stage for stage in stages}
    wanted = [read_id(value, "Stage", [*path, str(at)]) for at, value in enumerate(ids[: len(stages) + 1])]
    if len(wanted) != len(stages) or set(wanted) != by_id.keys():
        raise Invalid(f"Name each of the pipeline's {len(stages)} stages in use, once.", path=path)
    order = [by_id[stage_id] for stage_id in wanted]
    if order:
        check_first_stage(order[0].category, *path)
    return order


def check_first_stage(category: LeadStatus, *path: str) -> None:
    """A pipeline begins with a stage that new leads can be in."""
    if category is not LeadStatus.OPEN:
        raise Invalid("A pipeline begins with a stage of the category OPEN.", path=path)


def placed(rows: Sequence[R], row: R, at: int | None) -> list[R]:
    """The rows in order with this one at place `at`, by default last; INVALID beyond the end."""
    others = [other for other in rows if other.id != row.id]
    place = len(others) if at is None else at
    if not 0 <= place <= len(others):
        raise Invalid(f"This must be from 0 to {len(others)}.", path=["input", "position"])
    return [*others[:place], row, *others[place:]]


async def lock_pipelines() -> list[Pipeline]:
    """The pipelines in use by position, locked."""
    return await _locked(Pipeline.mine().filter(archived_at=None))


async def lock_stages(pipeline_id: UUID) -> list[Stage]:
    """The stages in use of a pipeline by position, locked; locked after the pipeline, where both are."""
    return await _locked(Stage.mine().filter(pipeline_id=pipeline_id, archived_at=None))


async def hold_stage(stage: Stage, *path: str) -> None:
    """Keeps a stage in use until the transaction ends, so that no lead comes into one that is archived."""
    rows = await fetch(
        "select archived_at from stage where tenant_id = $1 and id = $2 for share", stage.tenant_id, stage.id
    )
    if not rows or rows[0]["archived_at"] is not None:
        raise Invalid("This stage is archived.", path=path)


async def _locked(rows: QuerySet[R]) -> list[R]:
    # Read after the lock, which may have had to wait. Leads that name the rows are not kept waiting (no_key).
    await rows.order_by("id").select_for_update(no_key=True)
    return await rows.order_by("position", "id")
