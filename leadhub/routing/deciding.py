"""Whose turn it is. Pure: it knows no database, and the order in which members joined or are listed changes nothing.

ROUND_ROBIN and WEIGHTED keep a credit for each member: with every lead each who could take it earns their share of it, and
who gets it pays a whole one. Among those with something coming, it goes to whoever would be owed more than a lead the
soonest. While the same members can take leads, each has got their share of them at every moment, give or take less than
one. Who is away or full earns nothing meanwhile, so that nobody is flooded when they are back.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from fractions import Fraction
from math import ceil
from uuid import UUID

from leadhub.routing.models import AssignmentStrategy

IN_TURN = {AssignmentStrategy.ROUND_ROBIN, AssignmentStrategy.WEIGHTED}

# Credits whose fractions grow beyond this, since the members who can take leads change all the time, are rounded.
_FINEST = 10**9
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Seller:
    """A member who may get a lead: what stands in the way, if anything does; their open leads; and of those that routing
    gave them in 30 days how many there were, and when the last one came."""

    id: UUID
    obstacle: str | None = None
    weight: int = 1
    open_leads: int = 0
    assigned: int = 0
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """Who gets the lead (None: nobody can take it now), why each of the others does not, and the credits from here on."""

    winner: UUID | None
    reasons: dict[UUID, str] = field(default_factory=dict)
    credits: dict[UUID, Fraction] = field(default_factory=dict)


def choose(
    strategy: AssignmentStrategy, sellers: Sequence[Seller], credits: Mapping[UUID, Fraction], lot: UUID
) -> Choice:
    """Whose turn it is among these. Of those whom nothing tells apart, `lot` decides: that of the rule, always alike."""
    kept = {one.id: credits.get(one.id, Fraction(0)) for one in sellers}
    able = [one for one in sellers if one.obstacle is None]
    reasons = {one.id: one.obstacle for one in sellers if one.obstacle is not None}
    if not able:
        return Choice(None, reasons, kept)
    if strategy in IN_TURN:
        whole = sum(one.weight for one in able)
        kept |= {one.id: kept[one.id] + Fraction(one.weight, whole) for one in able}
        # Nobody here has anything coming where those who had are away or full since.
        owed = [one for one in able if kept[one.id] > 0] or able
        winner = min(owed, key=lambda one: _soonest(one, kept, whole, lot))
        kept[winner.id] -= 1
        kept = {id: credit.limit_denominator(_FINEST) for id, credit in kept.items()}
        passed_over = "Could have taken it, but it was another's turn."
    else:
        winner = min(able, key=lambda one: (one.open_leads, *_longest_idle(one, lot)))
        passed_over = "Could have taken it, but another was less busy, or had waited longer."
    reasons |= {one.id: passed_over for one in able if one is not winner}
    return Choice(winner.id, reasons, kept)


def _soonest(one: Seller, credits: Mapping[UUID, Fraction], whole: int, lot: UUID) -> tuple[object, ...]:
    """In how many leads this member would be owed one and more; then as `_longest_idle`."""
    return ceil((1 - credits[one.id]) * whole / one.weight), *_longest_idle(one, lot)


def _longest_idle(one: Seller, lot: UUID) -> tuple[object, ...]:
    """Fewest assigned, then longest idle; never who came first. Ids tell that, so they are drawn like lots."""
    drawn = hashlib.sha256(lot.bytes + one.id.bytes).digest()
    return one.assigned, one.last_at or _NEVER, drawn
