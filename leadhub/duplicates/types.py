"""How possible duplicates look from outside, and what is said to look for them."""

from asyncio import gather
from typing import Any

import strawberry

from leadhub.duplicates import models
from leadhub.duplicates.models import DuplicateReason, DuplicateState
from leadhub.kit.enums import describe_enum
from leadhub.kit.inputs import maybe
from leadhub.kit.loaders import Many, One, follow
from leadhub.kit.node import Node, described, entity, extends
from leadhub.kit.scopes import Scope
from leadhub.leads import models as leads
from leadhub.leads.types import Lead

describe_enum(
    DuplicateReason,
    "Why two leads may be one person.",
    EMAIL="They have an e-mail address in common.",
    PHONE="They have a phone number in common.",
    NAME_AND_COMPANY="They have the same name at the same company, but for case, accents and the order of words.",
    SIMILAR_NAME="They have a similar name at one company's domain, which their e-mail address or website tells.",
)
describe_enum(
    DuplicateState,
    "What became of the suspicion that a lead is somebody else's double.",
    NONE="There is none.",
    SUSPECTED="It waits for somebody to merge the leads or to say that they are different people.",
    IGNORED="Somebody said that they are different people.",
)

_LOW, _HIGH = One(leads.Lead, "low_id"), One(leads.Lead, "high_id")
_PAIRS = Many(models.DuplicatePair, "group_id", "id")
AS_LOW, AS_HIGH = (
    Many(models.DuplicatePair, "low_id", "id"),
    Many(models.DuplicatePair, "high_id", "id"),
)


async def _both(root: Any) -> list[Any]:
    """The two leads of a pair; none when one of them is deleted, merged or out of the caller's reach."""
    found = await gather(follow(_LOW, root), follow(_HIGH, root))
    is_live = all(lead and lead.deleted_at is None and lead.merged_into_id is None for lead in found)
    return list(found) if is_live else []


async def _live_pairs(pairs: list[models.DuplicatePair]) -> list[models.DuplicatePair]:
    found = await gather(*(_both(pair) for pair in pairs))
    return [pair for pair, both in zip(pairs, found, strict=True) if both]


async def _pairs(root: Any) -> list[Any]:
    pairs = await _live_pairs(await follow(_PAIRS, root))
    return sorted(pairs, key=lambda pair: (-pair.weight, pair.id))


async def _leads(root: Any) -> list[Any]:
    found = await gather(*(_both(pair) for pair in await follow(_PAIRS, root)))
    return sorted({lead.id: lead for both in found for lead in both}.values(), key=lambda lead: lead.id)


def _reasons(root: Any) -> list[DuplicateReason]:
    return [DuplicateReason(reason) for reason in root.reasons]


@entity(models.DuplicatePair, Scope.LEAD_READ)
class DuplicatePair:
    """Two leads that may be one person."""

    leads: list[Lead] = strawberry.field(resolver=_both, description="The two, the older one first.")
    reasons: list[DuplicateReason] = strawberry.field(
        resolver=_reasons, description="Why, the strongest reason first."
    )
    weight: int = described("How sure it is, from 1 to 100; 0 when nothing of it is left.")


@entity(models.DuplicateGroup, Scope.LEAD_READ)
class DuplicateGroup(Node):
    """Leads that may all be one person: each is like another one of them."""

    state: DuplicateState = described("Whether it waits, or was decided.")
    weight: int = described("That of its likeliest pair.")
    leads: list[Lead] = strawberry.field(
        resolver=_leads, description="Those of its leads that you may see, the oldest first."
    )
    pairs: list[DuplicatePair] = strawberry.field(
        resolver=_pairs, description="Who is like whom, the likeliest pair first."
    )


@strawberry.type(description="A lead that may be the same person.")
class DuplicateCandidate:
    lead: Lead = strawberry.field(description="The lead.")
    reasons: list[DuplicateReason] = strawberry.field(description="Why, the strongest reason first.")
    weight: int = strawberry.field(
        description="How sure it is, from 1 to 100: an e-mail address is worth 80, a phone number 60, name and company 50, a "
        "similar name 20, and several are added up."
    )


@strawberry.type(description="Leads that may be the same person.")
class DuplicateReport:
    candidates: list[DuplicateCandidate] = strawberry.field(
        description="Those that you may see, the likeliest first; at most 50 for each reason."
    )
    hidden_candidates: int = strawberry.field(
        description="How many more there are that you may not see. Told to those who may write leads, up to 60 times an "
        "hour, and audited; 0 for all others."
    )


@strawberry.input(description="What is known of somebody who may be a lead already.")
class DuplicateProbe:
    first_name: str | None = maybe("Given name, up to 100 characters.")
    last_name: str | None = maybe("Family name, up to 100 characters.")
    company_name: str | None = maybe("Where they work, up to 200 characters.")
    website: str | None = maybe("Their website, up to 500 characters.")
    emails: list[str] | None = maybe(
        "Their e-mail addresses, at most 20. FORBIDDEN where you see them masked."
    )
    phones: list[str] | None = maybe("Their phone numbers, at most 20. FORBIDDEN where you see them masked.")


@strawberry.input(description="Which leads are different people.")
class IgnoreDuplicateInput:
    lead_ids: list[strawberry.ID] = strawberry.field(description="From 2 to 20 leads.")


async def _state(root: Any) -> DuplicateState:
    several = await gather(follow(AS_LOW, root), follow(AS_HIGH, root))
    states = {pair.state for pair in await _live_pairs([pair for pairs in several for pair in pairs])}
    return next(
        (state for state in (DuplicateState.SUSPECTED, DuplicateState.IGNORED) if state in states),
        DuplicateState.NONE,
    )


@extends(Lead)
class LeadDuplicates:
    duplicate_state: DuplicateState = strawberry.field(
        resolver=_state, description="Whether it may be somebody else's double, as far as you see the others."
    )
