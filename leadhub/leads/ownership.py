"""Who may own a lead, and which team it then belongs to."""

from collections.abc import Sequence
from uuid import UUID

from leadhub.errors import Invalid
from leadhub.kit.actor import actor
from leadhub.kit.db import fetch
from leadhub.kit.node import find
from leadhub.kit.scopes import Role
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
        raise Invalid("This member is not active, so leads cannot be theirs.", path=path)
    if role is Role.VIEWER:
        raise Invalid("A viewer cannot own leads.", path=path)


async def hold_owner(owner_id: UUID) -> None:
    """Keeps a member as they are until the transaction ends, so that no lead goes to somebody who is being
    suspended. Leads are locked before."""
    [row] = await fetch(
        "select status, role from member where tenant_id = $1 and id = $2 for share",
        actor().tenant_id,
        owner_id,
    )
    check_may_own(MemberStatus(row["status"]), Role(row["role"]), ["input", "ownerId"])


async def read_team(id: str | None) -> Team | None:
    """The team that an input names."""
    return await find(Team, id, ["input", "teamId"]) if id is not None else None


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
