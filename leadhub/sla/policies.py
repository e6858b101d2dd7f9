"""The policies of a tenant: which are in use, who meets them, and the hours in which their time passes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import structlog

from leadhub.errors import LeadHubError
from leadhub.kit.actor import system_actor
from leadhub.kit.hours import Hours
from leadhub.kit.lru import Lru
from leadhub.leads.meeting import Meets
from leadhub.leads.saved import compile_saved
from leadhub.leads.states import LeadState
from leadhub.sla.clock import Terms
from leadhub.sla.models import SlaPolicy, SlaTarget

log = structlog.get_logger()

MOST_POLICIES = 50


@dataclass(frozen=True, slots=True)
class _Read:
    """What a policy says, ready for use."""

    meets: Meets
    hours: Hours | None


# A policy says the same as long as it has the same version.
_read = Lru[tuple[UUID, int], _Read](1000)


async def policies_in_use() -> list[SlaPolicy]:
    """In the order in which they are asked."""
    rows = SlaPolicy.mine().filter(is_active=True, archived_at__isnull=True)
    return await rows.order_by("position", "id")


def policy_for(state: LeadState, policies: Sequence[SlaPolicy]) -> SlaPolicy | None:
    """The first that a lead meets."""
    return next((policy for policy in policies if _ready(policy).meets(state)), None)


def terms(policy: SlaPolicy, target: SlaTarget) -> Terms | None:
    """How soon a policy asks for an answer; None where it asks for none."""
    seconds = policy.seconds(target)
    return None if seconds is None else Terms(seconds, _ready(policy).hours)


def read_hours_of(policy: SlaPolicy) -> Hours | None:
    """The hours as they are kept, less the holidays; None where the clock never stands still."""
    if policy.hours is None:
        return None
    return Hours.read(policy.hours, frozenset(map(date.fromisoformat, policy.holidays)))


def _ready(policy: SlaPolicy) -> _Read:
    key = (policy.id, policy.version)
    found = _read.get(key)
    if found is None:
        found = _Read(_meeting(policy), read_hours_of(policy))
        _read.keep(key, found)
    return found


def _meeting(policy: SlaPolicy) -> Meets:
    """Nobody meets a policy whose filter cannot be read any more: leads must come in all the same."""
    try:
        return compile_saved(policy.lead_filter, system_actor(policy.tenant_id))
    except (ValueError, LeadHubError) as problem:
        log.warning("sla_policy_unreadable", policy=str(policy.id), reason=str(problem))
        return lambda _: False
