"""Who may own a lead or what became of it, and which team it then belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from leadhub.errors import Invalid, NotYours
from leadhub.kit.actor import Actor, actor
from leadhub.kit.db import fetch
from leadhub.kit.inputs import Inputs, is_given
from leadhub.kit.node import find
from leadhub.kit.scopes import Reach, Role
from leadhub.leads.reach import Held, is_writable
from leadhub.members.models import Member, MemberStatus, Team, TeamMember


async def read_owner(id: str | None, path: Sequence[str] = ("input", "ownerId")) -> Member | None:
    """The member that an input makes the owner: an active one, and no viewer."""
    if id is None:
        return None
    member = await find(Member, id, path)
    check_may_own(member.status, member.role, path)
    return member


def check_may_own(status: MemberStatus, role: Role, path: Sequence[str]) -> None:
    """An active member, and no viewer."""
    if status is not MemberStatus.ACTIVE:
        raise Invalid("This member is not active, so nothing can be theirs.", path=path)
    if role is Role.VIEWER:
        raise Invalid("A viewer cannot own anything.", path=path)


async def hold_owner(owner_id: UUID, path: Sequence[str] = ("input", "ownerId")) -> None:
    """Keeps a member as they are until the transaction ends, so that no lead goes to somebody who is being
    suspended. Leads are locked before."""
    [row] = await fetch(
        "select status, role from member where tenant_id = $1 and id = $2 for share",
        actor().tenant_id,
        owner_id,
    )
    check_may_own(MemberStatus(row["status"]), Role(row["role"]), path)


async def read_team(id: str | None, path: Sequence[str] = ("input", "teamId")) -> Team | None:
    """The team that an input names."""
    return await find(Team, id, path) if id is not None else None


Hands = tuple[UUID | None, UUID | None]


@dataclass(frozen=True, slots=True)
class _InHands:
    """An owner and a team, to ask about reach before there is a row."""

    owner_id: UUID | None
    team_id: UUID | None


async def whose(inputs: Inputs, given: Any, who: Actor) -> Hands:
    """Owner and team of a new row, as an input with `owner_id` and `team_id` says. Nobody creates what they could not
    change afterwards."""
    owner = await read_owner(given.owner_id if is_given(given.owner_id) else None, inputs.path("ownerId"))
    team = await read_team(given.team_id if is_given(given.team_id) else None, inputs.path("teamId"))
    owner_id = owner.id if owner else (who.member_id if who.reach is Reach.OWN else None)
    team_id = team.id if team else await _default_team(who, owner_id)
    _check_hands(who, owner_id, team_id, *inputs.path("ownerId" if owner else "teamId"))
    return owner_id, team_id


async def new_hands(row: Held, given: Any, who: Actor) -> dict[str, UUID | None]:
    """The columns of owner and team that an input sets of a row that is there. Nobody gives away what they could not
    change afterwards. Left out, the team follows the owner."""
    if not is_given(given.owner_id) and not is_given(given.team_id):
        return {}
    owner_id, team_id = row.owner_id, row.team_id
    if is_given(given.owner_id):
        owner = await read_owner(given.owner_id)
        owner_id = owner.id if owner else None
        team_id = await team_under(owner_id, team_id)
    if is_given(given.team_id):
        team = await read_team(given.team_id)
        team_id = team.id if team else None
    _check_hands(who, owner_id, team_id, "input", "ownerId" if is_given(given.owner_id) else "teamId")
    return {"owner_id": owner_id, "team_id": team_id}


def _check_hands(who: Actor, owner_id: UUID | None, team_id: UUID | None, *path: str) -> None:
    """Raises NotYours where the caller could not change what is in these hands."""
    if not is_writable(who, _InHands(owner_id, team_id)):
        raise NotYours("This must be yours, or for a manager in one of your teams.", path=path)


async def _default_team(who: Actor, owner_id: UUID | None) -> UUID | None:
    """The owner's first team; without an owner a manager's own, so that the row stays in their reach."""
    if owner_id is not None:
        return await first_team(owner_id)
    return next(iter(who.own_team_ids), None) if who.reach is Reach.TEAM else None


async def first_team(member_id: UUID) -> UUID | None:
    """A member's first team: the one joined first."""
    link = await TeamMember.mine().filter(member_id=member_id).order_by("id").first()
    return link.team_id if link else None


async def team_under(owner_id: UUID | None, current: UUID | None) -> UUID | None:
    """The team of a lead that gets this owner: the current one while the owner works there or there is no
    owner, else the owner's first."""
    if owner_id is None:
        return current
    links = await TeamMember.mine().filter(member_id=owner_id).order_by("id")
    teams = [link.team_id for link in links]
    return current if current in teams else next(iter(teams), None)
