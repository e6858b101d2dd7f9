"""How pipelines, stages and lost reasons look from outside."""

from datetime import datetime
from typing import Annotated, Any

import strawberry

from leadhub.kit.enums import describe_enum
from leadhub.kit.inputs import maybe
from leadhub.kit.loaders import Many, One, follow, related
from leadhub.kit.node import Node, described, entity
from leadhub.kit.scopes import Scope
from leadhub.pipelines import models
from leadhub.pipelines.models import LeadStatus

IncludeArchived = Annotated[
    bool | None, strawberry.argument(description="True: those that were archived too.")
]

_PIPELINE_OF = One(models.Pipeline, "pipeline_id")
_STAGES_OF = Many(models.Stage, "pipeline_id", "position")


describe_enum(
    LeadStatus,
    "What a stage means for the leads in it: the stage's category, and with it the lead's status.",
    OPEN="New, or being worked on.",
    QUALIFIED="Known to be worth the work.",
    WON="Closed: became business.",
    LOST="Closed: did not become business, for a reason that is noted.",
    DISQUALIFIED="Closed: never could have become business, such as a test, a job seeker or a wrong number.",
)


def _live(stages: list[models.Stage]) -> list[models.Stage]:
    return [stage for stage in stages if stage.archived_at is None]


async def _next_stages(root: Any) -> Any:
    """By way of the pipeline, whose stages are loaded in one batch for a whole list."""
    if root.next_stage_ids is None:
        return None
    stages = await follow(_STAGES_OF, await follow(_PIPELINE_OF, root))
    return [stage for stage in _live(stages) if str(stage.id) in root.next_stage_ids]


@entity(models.Pipeline, Scope.CONFIG_READ)
class Pipeline(Node):
    """An ordered way from first contact to a decision. Every lead is in one stage of one pipeline."""

    version: int = described("Rises with every change; name it as `expectedVersion` when you change this.")
    name: str = described("Its name, unique among the tenant's pipelines.")
    position: int = described("Its place among the pipelines, counted from 0.")
    is_default: bool = described("Whether leads enter it when nobody says which; true for exactly one.")
    archived_at: datetime | None = described("When it was archived; null while it is in use.")
    stages: list["Stage"] = related(_STAGES_OF, "Its stages in their order, without archived ones.", _live)


@entity(models.Stage, Scope.CONFIG_READ)
class Stage(Node):
    """A step of a pipeline."""

    version: int = described("Rises with every change; name it as `expectedVersion` when you change this.")
    name: str = described("Its name, unique in the pipeline.")
    category: LeadStatus = described("What it means for the leads in it. It never changes.")
    position: int = described("Its place in the pipeline, counted from 0.")
    probability: int = described("How likely a lead in it is won, in percent, from 0 to 100.")
    rotten_after_days: int | None = described("A lead that stays longer counts as neglected; null: never.")
    required_fields: list[str] = described(
        "Fields that a lead must have filled in to enter, such as `phones`."
    )
    next_stages: list["Stage"] | None = strawberry.field(
        resolver=_next_stages,
        description="Where a lead may go from here, in the pipeline's order; null: to every stage.",
    )
    archived_at: datetime | None = described("When it was archived; null while it is in use.")
    pipeline: Pipeline = related(_PIPELINE_OF, "The pipeline that it is a step of.")


@entity(models.LostReason, Scope.CONFIG_READ)
class LostReason(Node):
    """Why leads are lost, to choose from when one is."""

    version: int = described("Rises with every change; name it as `expectedVersion` when you change this.")
    name: str = described("The reason in a few words, unique among those in use.")
    archived_at: datetime | None = described("When it was archived; null while it is in use.")
    created_at: datetime = described("When it was made.")


@strawberry.input(description="What every change names.")
class Change:
    """The part that inputs of changes have in common; it is no type of the schema by itself."""

    id: strawberry.ID = strawberry.field(description="What to change.")
    expected_version: int = strawberry.field(description="The version you read.")


@strawberry.input(description="A stage of a new pipeline.")
class StageInput:
    name: str = strawberry.field(description="Unique in the pipeline, up to 100 characters.")
    category: LeadStatus = strawberry.field(
        description="What it means for leads. It cannot be changed later."
    )
    probability: int | None = strawberry.field(
        default=None,
        description="How likely a lead in it is won, in percent, from 0 to 100. Left out, it follows from the "
        "category: OPEN 10, QUALIFIED 50, WON 100, LOST 0, DISQUALIFIED 0.",
    )
    rotten_after_days: int | None = strawberry.field(
        default=None,
        description="After how many days a lead counts as neglected, from 1 to 3650; null: never.",
    )
    required_fields: list[str] | None = strawberry.field(
        default=None,
        description="Fields that a lead must have filled in to enter, such as `phones`; a name that is none of them is "
        "refused with the list of all.",
    )


@strawberry.input(description="A new pipeline.")
class CreatePipelineInput:
    name: str = strawberry.field(description="Unique among the tenant's pipelines, up to 100 characters.")
    stages: list[StageInput] | None = strawberry.field(
        default=None,
        description="Its stages in their order, at most 50; the first must be OPEN. Left out, it gets New, "
        "Contacted, Qualified, Proposal, Won, Lost and Disqualified.",
    )


@strawberry.input(description="What to change of a pipeline; what is left out stays.")
class UpdatePipelineInput(Change):
    name: str | None = maybe("Unique, up to 100 characters.")
    is_default: bool | None = maybe(
        "True makes it the default instead of the one that was; nothing else may be said."
    )
    stage_ids: list[strawberry.ID] | None = maybe(
        "Its stages in their new order: each that is not archived, once."
    )
    position: int | None = maybe("Its new place among the pipelines, counted from 0; the others make room.")


@strawberry.input(description="A new stage.")
class CreateStageInput(StageInput):
    pipeline_id: strawberry.ID = strawberry.field(description="The pipeline that it becomes a step of.")
    next_stage_ids: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Stages of the pipeline where a lead may go from here; null: every one."
    )
    position: int | None = strawberry.field(
        default=None, description="Its place in the pipeline, counted from 0; by default the last."
    )


@strawberry.input(
    description="What to change of a stage; what is left out stays. Its category never changes."
)
class UpdateStageInput(Change):
    name: str | None = maybe("Unique in the pipeline, up to 100 characters.")
    probability: int | None = maybe("In percent, from 0 to 100.")
    rotten_after_days: int | None = maybe("From 1 to 3650; null: never.")
    required_fields: list[str] | None = maybe(
        "All fields that a lead must have filled in to enter; null or empty: none."
    )
    next_stage_ids: list[strawberry.ID] | None = maybe(
        "All stages where a lead may go from here; null: every stage; empty: none."
    )


@strawberry.input(description="A new reason for losing leads.")
class CreateLostReasonInput:
    name: str = strawberry.field(description="In a few words, unique, up to 100 characters.")


@strawberry.input(description="What to change of a reason for losing leads; what is left out stays.")
class UpdateLostReasonInput(Change):
    name: str | None = maybe("Unique, up to 100 characters.")
