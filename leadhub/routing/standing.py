"""How members stand: whether they work now, and what they have in hand already."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from leadhub.kit.db import fetch
from leadhub.kit.hours import Hours
from leadhub.kit.scopes import Role
from leadhub.members.models import Member, MemberStatus
from leadhub.routing.deciding import Seller

CAPACITY_DAYS = 30

# Of the whole tenant, whoever asks: a simulation counts what its caller does not see.
_LOADS = "select * from leadhub_member_loads($1::uuid[], $2)"


async def sellers_of(weights: Mapping[UUID, int], moment: datetime, *, locked: bool) -> list[Seller]:
    """How these members stand, by id. `locked` keeps them as they are until the transaction ends: their rows are locked in
    the order of their ids, so that no two rules fill the same member."""
    rows = Member.mine().filter(id__in=list(weights)).order_by("id")
    members = await (rows.select_for_update(no_key=True) if locked else rows)
    loads = await _loads(weights, moment)
    return [_seller(member, weights[member.id], loads[member.id], moment) for member in members]


async def _loads(ids: Collection[UUID], moment: datetime) -> dict[UUID, dict[str, Any]]:
    rows = await fetch(_LOADS, list(ids), moment - timedelta(days=CAPACITY_DAYS))
    return {row["member_id"]: row for row in rows}


def _seller(member: Member, weight: int, load: Mapping[str, Any], moment: datetime) -> Seller:
    open_leads, assigned = load["open_leads"], load["assigned"]
    return Seller(
        member.id,
        obstacle_to(member, moment, open_leads=open_leads, assigned=assigned),
        weight,
        open_leads,
        assigned,
        load["last_at"],
    )


def obstacle_to_owning(member: Member) -> str | None:
    """Why nothing can be this member's, now or later; None: it can."""
    if member.status is MemberStatus.SUSPENDED:
        return "Suspended."
    if member.status is not MemberStatus.ACTIVE:
        return "Has not accepted the invitation yet."
    return "A viewer owns no leads." if member.role is Role.VIEWER else None


def obstacle_to(member: Member, moment: datetime, *, open_leads: int, assigned: int) -> str | None:
    """Why this member can take no lead at this moment; None: they can."""
    if (reason := obstacle_to_owning(member)) is not None:
        return reason
    if member.away_until is not None and member.away_until > moment:
        return f"Away until {member.away_until.isoformat()}."
    if member.working_hours is not None:
        hours = Hours.read(member.working_hours)
        if not hours.is_open(moment):
            return f"Outside working hours until {hours.next_open(moment).isoformat()}."
    if member.capacity_open is not None and open_leads >= member.capacity_open:
        return f"Full: {open_leads} open leads, at most {member.capacity_open}."
    if member.capacity_30_days is not None and assigned >= member.capacity_30_days:
        return f"Full: {assigned} leads in {CAPACITY_DAYS} days, at most {member.capacity_30_days}."
    return None
