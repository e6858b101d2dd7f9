"""Where a new lead starts: its number, its stage, and whose it is."""

from datetime import datetime
from uuid import UUID

from leadhub.errors import Invalid, NotYours
from leadhub.intake.types import CreateLeadInput
from leadhub.kit.actor import Actor
from leadhub.kit.db import fetch
from leadhub.kit.inputs import is_given
from leadhub.kit.node import find
from leadhub.kit.scopes import Reach
from leadhub.leads.models import Lead
from leadhub.leads.ownership import first_team, read_owner, read_team
from leadhub.leads.reach import is_writable
from leadhub.pipelines.models import Pipeline, Stage

_NEXT_NUMBER = """
insert into lead_counter as c (tenant_id, year, last) values ($1, $2, 1)
on conflict (tenant_id, year) do update set last = c.last + 1
returning last
"""


async def next_number(who: Actor, moment: datetime) -> str:
    """`LD-2026-000123`. The tenant's row of the year is locked from here to the end of the transaction."""
    [row] = await fetch(_NEXT_NUMBER, who.tenant_id, moment.year)
    return f"LD-{moment.year}-{row['last']:06d}"


async def first_stage(input: CreateLeadInput) -> Stage:
    """The stage that an input names, or the first of the pipeline it names, or of the default one."""
    pipeline = None
    if is_given(input.pipeline_id) and input.pipeline_id is not None:
        pipeline = await find(Pipeline, input.pipeline_id, ["input", "pipelineId"])
    if pipeline is not None and pipeline.archived_at is not None:
        raise Invalid("This pipeline is archived.", path=["input", "pipelineId"])
    if is_given(input.stage_id) and input.stage_id is not None:
        return await _named_stage(input.stage_id, pipeline)
    if pipeline is None:
        pipeline = await Pipeline.mine().get(is_default=True, archived_at__isnull=True)
    live = Stage.mine().filter(pipeline_id=pipeline.id, archived_at__isnull=True)
    stage = await live.order_by("position").first()
    assert stage is not None, "a pipeline has stages"
    return stage


async def _named_stage(id: str, pipeline: Pipeline | None) -> Stage:
    stage = await find(Stage, id, ["input", "stageId"])
    if pipeline is not None and stage.pipeline_id != pipeline.id:
        raise Invalid("This stage belongs to another pipeline.", path=["input", "stageId"])
    if stage.archived_at is not None:
        raise Invalid("This stage is archived.", path=["input", "stageId"])
    return stage


async def whose(input: CreateLeadInput, who: Actor) -> tuple[UUID | None, UUID | None]:
    """Owner and team of a new lead. Nobody creates what they could not change afterwards."""
    owner = await read_owner(input.owner_id if is_given(input.owner_id) else None)
    team = await read_team(input.team_id if is_given(input.team_id) else None)
    owner_id = owner.id if owner else (who.member_id if who.reach is Reach.OWN else None)
    team_id = team.id if team else await default_team(who, owner_id)
    if not is_writable(who, Lead(tenant_id=who.tenant_id, owner_id=owner_id, team_id=team_id)):
        raise NotYours(
            "A new lead must be yours, or for a manager in one of your teams.",
            path=["input", "ownerId" if owner else "teamId"],
        )
    return owner_id, team_id


async def default_team(who: Actor, owner_id: UUID | None) -> UUID | None:
    """The owner's first team; without an owner a manager's own, so that the lead stays in their reach."""
    if owner_id is not None:
        return await first_team(owner_id)
    return next(iter(who.own_team_ids), None) if who.reach is Reach.TEAM else None
