"""Working out the SLAs of leads anew, when something changed that they follow from."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from leadhub.leads.models import Lead, SlaStatus
from leadhub.leads.states import LeadState, states_of
from leadhub.pipelines.models import LeadStatus
from leadhub.sla.clock import Stop, Turn, work_out
from leadhub.sla.models import LeadSla, SlaPolicy, SlaTarget
from leadhub.sla.policies import policies_in_use, policy_for, terms
from leadhub.sla.turns import Talk, talks, turn_of
from leadhub.sla.writing import Written

_OPEN = {LeadStatus.OPEN, LeadStatus.QUALIFIED}


async def follow(leads: Sequence[Lead], moment: datetime) -> None:
    """Brings the SLAs of these locked leads up to date, with an event for each that changes."""
    policies = await policies_in_use()
    leads = [lead for lead in leads if policies or lead.sla_status is not None]
    if not leads:
        return
    known = {sla.id: sla for sla in await LeadSla.mine().filter(id__in=[lead.id for lead in leads])}
    states, heard = await states_of([lead.id for lead in leads]), await talks(leads, known)
    all_policies = await _with_those_of(known.values(), policies)
    written = Written()
    for lead in leads:
        sla, state = known.get(lead.id), states[lead.id]
        was_breached = sla is not None and sla.breached_at is not None
        if sla is not None and _has_ended(state):
            # What it meets no longer matters: most policies ask for open leads.
            policy: SlaPolicy | None = all_policies[sla.policy_id]
        else:
            policy = policy_for(state, policies)
        after = _worked_out(lead, state, heard[lead.id], sla, policy, moment)
        is_breach = after is not None and after.breached_at is not None and not was_breached
        written.note(lead, after, is_breach=is_breach)
    await written.write()


async def _with_those_of(slas: Iterable[LeadSla], policies: Sequence[SlaPolicy]) -> Mapping[UUID, SlaPolicy]:
    """These policies, and those no longer in use that SLAs are under, by id."""
    found = {policy.id: policy for policy in policies}
    if missing := {sla.policy_id for sla in slas} - found.keys():
        found |= {policy.id: policy for policy in await SlaPolicy.mine().filter(id__in=list(missing))}
    return found


def _worked_out(
    lead: Lead, state: LeadState, talk: Talk, sla: LeadSla | None, policy: SlaPolicy | None, moment: datetime
) -> LeadSla | None:
    """What holds for a lead now; None when nothing is promised to it."""
    turn = None if policy is None else turn_of(lead, talk, policy, sla)
    if policy is None or turn is None:
        return sla if sla is not None and _is_answered(sla, talk) else None
    ended = _has_ended(state)
    if sla is None or (sla.target, sla.started_at) != (turn.target, turn.started_at):
        if ended or (sla is None and turn.started_at < policy.created_at):
            return sla
        sla = _new(lead, turn)
    elif sla.responded_at is not None and sla.responded_at == turn.responded_at:
        return sla  # judged already
    limit = terms(policy, turn.target)
    assert limit is not None
    sla.policy_id = policy.id
    work_out(sla, turn, limit, _stop(lead, policy, moment, ended=ended), moment)
    return sla


def _has_ended(state: LeadState) -> bool:
    gone = state.deleted_at is not None or state.merged_into_id is not None
    return gone or state.converted_at is not None or state.status not in _OPEN


def _is_answered(sla: LeadSla, talk: Talk) -> bool:
    """Whether what a lead waited for was answered, and still is as far as activities tell."""
    came = talk.first_answer if sla.target is SlaTarget.FIRST_RESPONSE else talk.answered_at
    return sla.responded_at is not None and sla.responded_at == came


def _new(lead: Lead, turn: Turn) -> LeadSla:
    return LeadSla(
        id=lead.id,
        lead_id=lead.id,
        target=turn.target,
        started_at=turn.started_at,
        counted_from=turn.started_at,
        used_seconds=0.0,
    )


def _stop(lead: Lead, policy: SlaPolicy, moment: datetime, *, ended: bool) -> Stop | None:
    if ended:
        return Stop(SlaStatus.ENDED, moment)
    if str(lead.stage_id) in policy.pausing_stage_ids:
        return Stop(SlaStatus.PAUSED, lead.stage_since)
    return None


async def rest(leads: Sequence[UUID]) -> None:
    """Lets nothing fall due of leads that were merged into others."""
    if leads:
        await LeadSla.mine().filter(lead_id__in=list(leads)).update(status=SlaStatus.ENDED)
