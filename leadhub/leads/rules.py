"""What a lead must have, and which stage may follow which."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from leadhub.errors import IllegalTransition, Invalid, Merged, NotFound, Required
from leadhub.kit.actor import Actor
from leadhub.kit.inputs import Inputs
from leadhub.kit.node import to_global
from leadhub.leads.children import Children
from leadhub.leads.models import Lead, StageChange
from leadhub.leads.reach import is_in_reach
from leadhub.pipelines.models import LeadStatus, LostReason, Stage


def check_alive(lead: Lead, *path: str) -> None:
    """A deleted lead is restored first."""
    if lead.deleted_at is not None:
        raise Invalid("This lead is deleted; restore it first.", path=path)


async def check_unmerged(who: Actor, lead: Lead, *path: str) -> None:
    """MERGED for a lead that went into another one while the caller came for it; NOT_FOUND where they do not see that
    one. Needs the whole tenant."""
    if lead.merged_into_id is None:
        return
    survivor = await Lead.survivor_of(lead.id)
    if survivor is None or not is_in_reach(who, survivor):
        raise NotFound(path=path)
    raise Merged(path=path, survivorId=to_global("Lead", survivor.id))


def check_has_something(inputs: Inputs, *found: object) -> None:
    """A lead has a name, a company, an e-mail address or a phone number, or nobody could find it again."""
    if not any(found):
        inputs.fault(
            Required("Give at least a name, a company, an e-mail address or a phone number.", path=["input"])
        )


# What a stage may ask for, by the name in the schema: how to see whether a lead has it.
_HAS: dict[str, Callable[[Lead, Children], object]] = {
    "firstName": lambda lead, _: lead.first_name,
    "lastName": lambda lead, _: lead.last_name,
    "jobTitle": lambda lead, _: lead.job_title,
    "companyName": lambda lead, _: lead.company_name,
    "website": lambda lead, _: lead.website,
    "emails": lambda _, children: children.emails,
    "phones": lambda _, children: children.phones,
    "sourceId": lambda lead, _: lead.source_id,
    "ownerId": lambda lead, _: lead.owner_id,
    "estimatedValue": lambda lead, _: lead.estimated_amount is not None,
    "nextFollowUpAt": lambda lead, _: lead.next_follow_up_at,
    "address": lambda lead, _: lead.address,
}


def missing_for(stage: Stage, lead: Lead, children: Children) -> list[str]:
    """The fields that a stage requires and a lead lacks."""
    return [name for name in stage.required_fields if not _HAS[name](lead, children)]


def check_starts(lead: Lead, stage: Stage, children: Children) -> None:
    """A new lead may start in any stage but a lost one, if it has what the stage requires."""
    if stage.category is LeadStatus.LOST:
        raise Invalid("A lead cannot start lost; move it there with a reason.", path=["input", "stageId"])
    if missing := missing_for(stage, lead, children):
        raise Required(
            f"{stage.name} needs {', '.join(missing)}.", path=["input", "stageId"], missing=missing
        )


def check_transition(lead: Lead, origin: Stage, target: Stage, children: Children) -> None:
    """Only within the pipeline, only where the stage allows, only with what the new stage requires."""
    path = ["input", "stageId"]
    if target.pipeline_id != lead.pipeline_id:
        raise IllegalTransition("This stage belongs to another pipeline.", path=path)
    if target.archived_at is not None:
        raise IllegalTransition("This stage is archived.", path=path)
    if target.id == origin.id:
        raise IllegalTransition("The lead is in this stage already.", path=path)
    if origin.next_stage_ids is not None and str(target.id) not in origin.next_stage_ids:
        raise IllegalTransition(f"{target.name} may not follow {origin.name}.", path=path)
    if missing := missing_for(target, lead, children):
        raise Required(f"{target.name} needs {', '.join(missing)} first.", path=path, missing=missing)


def check_lost(target: Stage, reason: LostReason | None, note: str | None) -> None:
    """A lost lead says why; only a lead that is lost or disqualified has a reason."""
    if target.category is LeadStatus.LOST and reason is None:
        raise Required("Say why it is lost.", path=["input", "lostReasonId"])
    closed = target.category in {LeadStatus.LOST, LeadStatus.DISQUALIFIED}
    if not closed and (reason is not None or note is not None):
        raise Invalid("Only a lost or disqualified lead has a reason.", path=["input", "lostReasonId"])
    if reason is not None and reason.archived_at is not None:
        raise Invalid("This reason is archived.", path=["input", "lostReasonId"])


def first_step(lead: Lead, stage: Stage, *, at: datetime, by: UUID | None) -> StageChange:
    """The first row of a lead's history."""
    return StageChange(
        tenant_id=lead.tenant_id,
        lead_id=lead.id,
        to_stage_id=stage.id,
        to_name=stage.name,
        to_category=stage.category,
        by_id=by,
        at=at,
    )


def next_step(
    lead: Lead, origin: Stage, target: Stage, *, since: datetime, at: datetime, by: UUID | None
) -> StageChange:
    """The row of history of a lead that was in one stage `since` then, and goes to another."""
    row = first_step(lead, target, at=at, by=by)
    row.from_stage_id, row.from_name, row.from_category = origin.id, origin.name, origin.category
    row.seconds_in_stage = seconds_between(since, at)
    return row


def seconds_between(start: datetime, end: datetime) -> int:
    """Whole seconds, never negative, also when a clock was set back."""
    return max(0, int((end - start).total_seconds()))
