"""What pipelines and their stages may be, and what everything with a name that is unique while it is in
use has in common; also the pipeline that a tenant starts with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from tortoise.queryset import QuerySet

from leadhub.errors import Invalid, LimitExceeded, NotFound, Required, Taken
from leadhub.kit.actor import actor
from leadhub.kit.db import fetch
from leadhub.kit.events import emit
from leadhub.kit.inputs import Inputs, is_given, locked, save
from leadhub.kit.model import RecordModel
from leadhub.kit.node import find, read_id
from leadhub.kit.words import camel_changes
from leadhub.pipelines.models import LeadStatus, LostReason, Pipeline, Stage

MOST_PIPELINES = 50
MOST_STAGES = 50
LONGEST_NAME = 100

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


@dataclass(frozen=True, slots=True)
class Named(Generic[R]):
    """A table whose rows have little more than a name: its model, its events, and how many may be in use."""

    model: type[R]
    created: str
    updated: str
    most: int
    longest: int = LONGEST_NAME


async def create_named(kind: Named[R], name: str) -> R:
    """A new row of the name that an input gives, with its event."""
    inputs = Inputs()
    name = inputs.name(name, "name", limit=kind.longest)
    inputs.done()
    await check_room(kind.model, kind.most)
    await check_name(kind.model, name)
    return await add_named(kind, name)


async def add_named(kind: Named[R], name: str) -> R:
    """A new row of a name that was checked, with its event."""
    row = await kind.model.create(name=name)
    emit(kind.created, row, {"name": (None, name)})
    return row


async def rename(kind: Named[R], input: Any) -> R:
    """The row that an input with `id`, `expected_version` and `name` is about, renamed, with its event."""
    seen = await find(kind.model, input.id, ["input", "id"])
    inputs, values = Inputs(), dict[str, Any]()
    if is_given(input.name):
        values["name"] = inputs.name(input.name, "name", limit=kind.longest)
    inputs.done()
    row = await locked_live(seen, input.expected_version)
    if "name" in values:
        await check_name(kind.model, values["name"], besides=row.id)
    await change(row, kind.updated, values)
    return row


async def change(row: RecordModel, event: str, values: Mapping[str, Any]) -> None:
    """Writes what differs, with its event."""
    changes = await save(row, **values)
    if changes:
        emit(event, row, camel_changes(changes))


async def named(model: type[R], include_archived: bool | None) -> list[R]:
    """All rows in use, or all, by name; upper and lower case are alike."""
    rows: list[Any] = await (model.mine() if include_archived else model.mine().filter(archived_at=None))
    return sorted(rows, key=lambda row: (row.name.casefold(), row.id))


async def locked_live(seen: R, expected_version: int | None, *path: str) -> R:
    """As `locked`, for a row that must still be in use; `path` leads to its id, if not to input.id."""
    row: Any = await locked(seen, expected_version)
    if row.archived_at is not None:
        raise Invalid("This is archived and can no longer be changed.", path=path or ["input", "id"])
    return row  # type: ignore[no-any-return]


async def take_turns(model: type[RecordModel]) -> None:
    """Lets one transaction of the tenant at a time make rows of this table, until it ends."""
    key = f"{_table(model)} of {actor().tenant_id}"
    await fetch("select pg_advisory_xact_lock(hashtextextended($1, 0))", key)


async def check_room(model: type[RecordModel], most: int, *path: str) -> None:
    """One more may be in use; two who come at once cannot pass the limit together."""
    await take_turns(model)
    if await model.mine().filter(archived_at=None).count() >= most:
        raise LimitExceeded(f"There are {most} of these already; archive one first.", path=path)


async def check_name(
    model: type[RecordModel],
    name: str,
    *path: str,
    besides: UUID | None = None,
    within: Mapping[str, UUID] | None = None,
) -> None:
    """Names are unique among rows in use, whatever their case; `within` narrows to rows with these columns."""
    if await id_of_name(model, name, besides=besides, within=within) is not None:
        raise Taken("This name is in use already.", path=path or ["input", "name"])


async def id_of_name(
    model: type[RecordModel],
    name: str,
    *,
    besides: UUID | None = None,
    within: Mapping[str, UUID] | None = None,
) -> UUID | None:
    """The row in use that has this name, whatever its case.

    Compared as the unique indexes do, since Tortoise's `iexact` (1.1) takes upper case: it is of another
    opinion about some letters (U+0131, U+212A), and no index serves it.
    """
    columns = {"tenant_id": actor().tenant_id, **(within or {})}
    condition = " and ".join(f"{column} = ${at}" for at, column in enumerate(columns, 3))
    rows = await fetch(
        f"""select id from {_table(model)}
        where {condition} and lower(name) = lower($1) and id is distinct from $2 and archived_at is null""",
        name,
        besides,
        *columns.values(),
    )
    return rows[0]["id"] if rows else None


def _table(model: type[RecordModel]) -> str:
    return model._meta.db_table  # noqa: SLF001


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


async def _locked(rows: QuerySet[R]) -> list[R]:
    # Read after the lock, which may have had to wait. Leads that name the rows are not kept waiting (no_key).
    await rows.order_by("id").select_for_update(no_key=True)
    return await rows.order_by("position", "id")
