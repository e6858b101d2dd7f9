"""What leads wait for, as their activities tell it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from leadhub.activities.models import ActivityDirection
from leadhub.kit.actor import actor
from leadhub.kit.db import fetch
from leadhub.leads.models import Lead
from leadhub.sla.clock import Turn
from leadhub.sla.models import LeadSla, SlaPolicy, SlaTarget

_ANSWER = f"a.direction = '{ActivityDirection.OUTBOUND}' and a.by_id is not null"
# What a lead has had no answer to, and when the turn was answered that it is known to wait for.
_TALKS = f"""
select asked.id, o.first_answer, (
    select min(a.occurred_at) from activity a
    where a.tenant_id = $1 and a.lead_id = asked.id and a.direction = '{ActivityDirection.INBOUND}'
      and (o.last_answer is null or a.occurred_at > o.last_answer)
  ) as asked_at, (
    select min(a.occurred_at) from activity a
    where a.tenant_id = $1 and a.lead_id = asked.id and {_ANSWER} and a.occurred_at >= asked.since
  ) as answered_at
from unnest($2::uuid[], $3::timestamptz[]) as asked (id, since) cross join lateral (
  select min(a.occurred_at) as first_answer, max(a.occurred_at) as last_answer from activity a
  where a.tenant_id = $1 and a.lead_id = asked.id and {_ANSWER}
) o
"""


@dataclass(frozen=True, slots=True)
class Talk:
    """When a lead was first answered, when it asked for what nobody has answered, and when what it was known to wait for was
    answered."""

    first_answer: datetime | None
    asked_at: datetime | None
    answered_at: datetime | None


async def talks(leads: Sequence[Lead], known: Mapping[UUID, LeadSla]) -> dict[UUID, Talk]:
    """By lead; answers are what firstRespondedAt counts too."""
    since = [known[lead.id].started_at if lead.id in known else lead.created_at for lead in leads]
    rows = await fetch(_TALKS, actor().tenant_id, [lead.id for lead in leads], since)
    return {row["id"]: Talk(row["first_answer"], row["asked_at"], row["answered_at"]) for row in rows}


def turn_of(lead: Lead, talk: Talk, policy: SlaPolicy, known: LeadSla | None) -> Turn | None:
    """What a lead waits for by a policy, or waited for last; None where the policy asks for no such answer."""
    first = policy.seconds(SlaTarget.FIRST_RESPONSE) is not None
    if first and talk.first_answer is None:
        return Turn(SlaTarget.FIRST_RESPONSE, lead.created_at, None)
    if talk.asked_at is not None and policy.seconds(SlaTarget.NEXT_RESPONSE) is not None:
        return Turn(SlaTarget.NEXT_RESPONSE, talk.asked_at, None)
    if known is not None and known.target is SlaTarget.NEXT_RESPONSE and talk.answered_at is not None:
        return Turn(SlaTarget.NEXT_RESPONSE, known.started_at, talk.answered_at)
    return Turn(SlaTarget.FIRST_RESPONSE, lead.created_at, talk.first_answer) if first else None
