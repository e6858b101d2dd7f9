"""Who may do what to whom: ranks, the last owner, and a tree of teams without circles."""

from collections.abc import Sequence
from typing import Any, TypeVar
from uuid import UUID

from leadhub.errors import Invalid, LimitExceeded, NotYours, Taken
from leadhub.kit.actor import Actor
from leadhub.kit.contacts import ContactProblem, normalise_email
from leadhub.kit.db import fetch
from leadhub.kit.inputs import Inputs, write
from leadhub.kit.model import RecordModel
from leadhub.kit.node import find
from leadhub.kit.scopes import Reach, Role, outranks
from leadhub.members.models import Member, MemberStatus, Team, TeamMember

DEEPEST_TREE = 20
MOST_LISTED = 200

R = TypeVar("R", bound=RecordModel)


def read_email(inputs: Inputs, value: str, *path: str) -> str:
    """The address as it is compared; notes a fault otherwise."""
    text = inputs.name(value, *path, limit=320)
    try:
        return normalise_email(text) if text else ""
    except ContactProblem as problem:
        inputs.fault(Invalid(str(problem), path=["input", *path]))
        return ""


def check_rank(who: Actor, role: Role, *path: str) -> None:
    """Nobody grants above their own rights, nor acts on somebody above them."""
    if who.role is None or not outranks(who.role, role):
        raise NotYours(f"Your role may not do this to the role {role}.", path=path)


async def check_last_owner(member: Member, *path: str) -> None:
    """A tenant always has an owner. All owners are locked, so that two cannot leave at the same moment."""
    if member.role is not Role.OWNER:
        return
    owners = (
        await Member.mine().filter(role=Role.OWNER, status=MemberStatus.ACTIVE).select_for_update(no_key=True)
    )
    if not any(owner.id != member.id for owner in owners):
        raise Invalid("This is the tenant's last owner: make somebody else an owner first.", path=path)


async def read_teams(ids: Sequence[str] | None, *path: str) -> list[Team]:
    """The teams that these ids name, each once."""
    return await _read_all(Team, ids, path)


async def read_members(ids: Sequence[str] | None, *path: str) -> list[Member]:
    """The members that these ids name, each once."""
    return await _read_all(Member, ids, path)


async def _read_all(model: type[R], ids: Sequence[str] | None, path: Sequence[str]) -> list[R]:
    if len(ids or ()) > MOST_LISTED:
        raise LimitExceeded(f"At most {MOST_LISTED} at once.", path=path)
    return [await find(model, id, [*path, str(at)]) for at, id in enumerate(dict.fromkeys(ids or ()))]


def check_teams_in_reach(who: Actor, teams: Sequence[Team], *path: str) -> None:
    """A manager invites to teams of their own subtree, and to one at least."""
    if who.reach is Reach.ALL:
        return
    if not teams or any(team.id not in who.team_ids for team in teams):
        raise NotYours("Name one or more of your own teams.", path=path)


async def check_colleague(who: Actor, member: Member, *path: str) -> None:
    """A manager acts on those alone who work in teams of their own subtree and nowhere else."""
    if who.reach is Reach.ALL:
        return
    teams = await TeamMember.mine().filter(member_id=member.id).values_list("team_id", flat=True)
    if not teams or any(team not in who.team_ids for team in teams):
        raise NotYours("This person is not in your teams alone.", path=path)


_ABOVE = """
with recursive above as (
  select id, parent_id, 1 as level from team where tenant_id = $1 and id = $2
  union all
  select t.id, t.parent_id, above.level + 1 from team t join above on t.id = above.parent_id
  where t.tenant_id = $1 and above.level < 100
)
select id from above
"""
_LEVELS = """
with recursive below as (
  select id, 1 as level from team where tenant_id = $1 and id = $2
  union all
  select t.id, below.level + 1 from team t join below on t.parent_id = below.id
  where t.tenant_id = $1 and below.level < 100
)
select coalesce(max(level), 1) as levels from below
"""


async def check_tree(team_id: UUID | None, parent: Team | None, *path: str) -> None:
    """The tree has no circles and at most twenty levels, those below a team that moves counted."""
    if parent is None:
        return
    above = await fetch(_ABOVE, parent.tenant_id, parent.id)
    if any(row["id"] == team_id for row in above):
        raise Invalid("A team cannot be below itself.", path=path)
    [row] = await fetch(_LEVELS, parent.tenant_id, team_id)
    if len(above) + row["levels"] > DEEPEST_TREE:
        raise LimitExceeded(f"Teams may be nested {DEEPEST_TREE} levels deep.", path=path)


async def check_team_name(name: str, *, besides: UUID | None = None) -> None:
    """Names of teams are unique in the tenant, whatever their case."""
    rival = await Team.mine().filter(name__iexact=name).exclude(id=besides).first()
    if rival is not None:
        raise Taken("There is a team of this name already.", path=["input", "name"])


async def set_teams(member: Member, teams: Sequence[Team]) -> tuple[list[UUID], list[UUID]]:
    """Makes these the teams of a member; the ids before and after."""
    return await _set_links("member_id", member.id, "team_id", {team.id for team in teams})


async def set_members(team: Team, members: Sequence[Member]) -> tuple[list[UUID], list[UUID]]:
    """Makes these the members of a team; the ids before and after."""
    return await _set_links("team_id", team.id, "member_id", {member.id for member in members})


async def _set_links(side: str, id: UUID, other: str, after: set[UUID]) -> tuple[list[UUID], list[UUID]]:
    links = await TeamMember.mine().filter(**{side: id})
    before = {getattr(link, other): link.id for link in links}
    for new in after - before.keys():
        pair: dict[str, Any] = {side: id, other: new}
        await TeamMember.create(**pair)
    gone = [link for key, link in before.items() if key not in after]
    if gone:
        await TeamMember.mine().filter(id__in=gone).delete()
    return sorted(before), sorted(after)


async def note_links(
    row: RecordModel, name: str, before: list[UUID], after: list[UUID], *, written: bool
) -> dict[str, tuple[list[UUID], list[UUID]]]:
    """Changed links as a change of `row`, whose version rises for them, unless it was `written` already."""
    if before == after:
        return {}
    if not written:
        await write(row)
    return {name: (before, after)}
