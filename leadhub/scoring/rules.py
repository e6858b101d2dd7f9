"""The rules that leads are scored by: which there are, what they may ask, and who meets it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import structlog

from leadhub.errors import Invalid, LeadHubError
from leadhub.kit.actor import actor, system_actor
from leadhub.kit.grammar import Parts, Term
from leadhub.kit.inputs import Inputs
from leadhub.kit.lru import Lru
from leadhub.leads.filters import LEADS, LeadFilter
from leadhub.leads.meeting import Meets
from leadhub.leads.saved import compile_saved, read_filter
from leadhub.scoring.models import ScoringRule, ScoringSettings

log = structlog.get_logger()

MOST_RULES = 100

# A rule says the same as long as it has the same version.
_compiled = Lru[tuple[UUID, int], Meets](1000)


@dataclass(frozen=True, slots=True)
class Scoring:
    """What a tenant scores its leads by, now."""

    rules: Sequence[ScoringRule]
    settings: ScoringSettings


async def scoring_now() -> Scoring | None:
    """None where there are no rules in use, found with one statement."""
    rules = await ScoringRule.mine().filter(is_active=True, archived_at__isnull=True).order_by("id")
    if not rules:
        return None
    settings = await ScoringSettings.seen(actor().tenant_id)
    assert settings is not None
    return Scoring(rules, settings)


def meeting(rule: ScoringRule) -> Meets:
    """Whether a lead meets a rule. Nobody meets one whose filter cannot be read any more: leads must come in all the
    same."""
    key = (rule.id, rule.version)
    meets = _compiled.get(key)
    if meets is None:
        try:
            meets = compile_saved(rule.lead_filter, system_actor(rule.tenant_id))
        except (ValueError, LeadHubError) as problem:
            log.warning("scoring_rule_unreadable", rule=str(rule.id), reason=str(problem))
            meets = _nobody
        _compiled.keep(key, meets)
    return meets


def _nobody(_state: object) -> bool:
    return False


async def read_rule_filter(inputs: Inputs, filter: LeadFilter) -> dict[str, Any]:
    """The filter of an input as it is kept."""
    for fault in _faults(LEADS.read(filter, actor())):
        inputs.fault(Invalid(fault, path=["input", "filter"]))
    return await read_filter(inputs, filter) or {}


_OF_A_PERSON = {"email", "phone"}
_OF_THE_SCORE = {"score", "rating"}
_OF_THE_SLA = {"sla_status", "sla_due_at"}


def _faults(part: Term | Parts) -> list[str]:
    """What a rule cannot ask: for people, since everybody who sees the lead reads why it has its score, and in a
    circle."""
    if isinstance(part, Parts):
        return [fault for one in part.parts for fault in _faults(one)]
    if part.field in _OF_THE_SCORE:
        return ["A score cannot follow from a score: leave `score` and `rating` out."]
    if part.field in _OF_THE_SLA:
        return ["Points do not follow from an answer that is due: leave `slaStatus` and `slaDueAt` out."]
    if part.field in _OF_A_PERSON and any(word != "is_null" for word, _ in part.conditions):
        return [f"A rule is about many leads: ask only for `isNull` of `{part.field}`."]
    return []
