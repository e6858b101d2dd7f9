"""Members and their roles, and teams."""

import strawberry

from leadhub.errors import Invalid
from leadhub.kit.actor import actor
from leadhub.kit.connection import ID_KEY, After, Connection, First, Key, Listing, read_page, window
from leadhub.kit.events import emit, forget_actors
from leadhub.kit.fields import Answer, mutation, query
from leadhub.kit.inputs import Inputs, is_given, locked, save
from leadhub.kit.node import find
from leadhub.kit.scopes import Scope
from leadhub.kit.words import camel_changes
from leadhub.members import models
from leadhub.members.models import MemberEvent
from leadhub.members.rules import (
    check_rank,
    check_team_name,
    check_tree,
    note_links,
    read_members,
    read_teams,
    set_members,
    set_teams,
)
from leadhub.members.types import (
    CreateTeamInput,
    Member,
    Team,
    UpdateMemberInput,
    UpdateTeamInput,
)


@query(Scope.MEMBER_READ, Connection[Member])
async def members(first: First = None, after: After = None) -> Connection[Member]:
    """Everybody in your tenant, by name, whatever their status."""
    listing = Listing("members", models.Member.mine(), (Key("name", str), ID_KEY))
    return read_page(listing, window(first, after))


@query(Scope.MEMBER_READ, Connection[Team])
async def teams(first: First = None, after: After = None) -> Connection[Team]:
    """All teams of your tenant, by name."""
    listing = Listing("teams", models.Team.mine(), (Key("name", str), ID_KEY))
    return read_page(listing, window(first, after))


@mutation(Scope.MEMBER_WRITE, member=Member)
async def update_member(input: UpdateMemberInput) -> Answer:
    """Changes a member's name, manager or teams."""
    seen = await find(models.Member, input.id, ["input", "id"])
    inputs, values = Inputs(), dict[str, object]()
    if is_given(input.name):
        values["name"] = inputs.name(input.name, "name", limit=200)
    inputs.done()
    if is_given(input.manager_id):
        manager = (
            await find(models.Member, input.manager_id, ["input", "managerId"]) if input.manager_id else None
        )
        if manager is not None and manager.id == seen.id:
            raise Invalid("Nobody reports to themselves.", path=["input", "managerId"])
        values["manager_id"] = manager.id if manager else None
    teams = await read_teams(input.team_ids, "input", "teamIds") if is_given(input.team_ids) else None
    member = await locked(seen, input.expected_version)
    check_rank(actor(), member.role, "input", "id")
    changes = await save(member, **values)
    if teams is not None:
        before, after = await set_teams(member, teams or [])
        changes |= await note_links(member, "team_ids", before, after, written=bool(changes))
    if changes:
        emit(MemberEvent.UPDATED, member, camel_changes(changes))
        forget_actors()
    return {"member": member}


@mutation(Scope.MEMBER_WRITE, team=Team)
async def create_team(input: CreateTeamInput) -> Answer:
    """Makes a team, at the top or below another."""
    inputs = Inputs()
    name = inputs.name(input.name, "name", limit=200)
    inputs.done()
    parent = await find(models.Team, input.parent_id, ["input", "parentId"]) if input.parent_id else None
    people = await read_members(input.member_ids, "input", "memberIds")
    await check_team_name(name)
    await check_tree(None, parent, "input", "parentId")
    team = await models.Team.create(name=name, parent_id=parent.id if parent else None)
    await set_members(team, people)
    emit(MemberEvent.TEAM_CREATED, team, {"name": (None, name), "parentId": (None, team.parent_id)})
    forget_actors()
    return {"team": team}


@mutation(Scope.MEMBER_WRITE, team=Team)
async def update_team(input: UpdateTeamInput) -> Answer:
    """Changes a team's name, place in the tree or members."""
    seen = await find(models.Team, input.id, ["input", "id"])
    inputs, values = Inputs(), dict[str, object]()
    if is_given(input.name):
        values["name"] = inputs.name(input.name, "name", limit=200)
    inputs.done()
    if is_given(input.parent_id):
        values["parent_id"] = await _read_parent(seen, input.parent_id)
    people = (
        await read_members(input.member_ids, "input", "memberIds") if is_given(input.member_ids) else None
    )
    team = await locked(seen, input.expected_version)
    if "name" in values:
        await check_team_name(str(values["name"]), besides=team.id)
    changes = await save(team, **values)
    if people is not None:
        before, after = await set_members(team, people)
        changes |= await note_links(team, "member_ids", before, after, written=bool(changes))
    if changes:
        emit(MemberEvent.TEAM_UPDATED, team, camel_changes(changes))
        forget_actors()
    return {"team": team}


async def _read_parent(team: models.Team, parent_id: strawberry.ID | None) -> object:
    parent = await find(models.Team, parent_id, ["input", "parentId"]) if parent_id else None
    # The tree is locked: two moves that are harmless alone could close a circle together.
    await models.Team.mine().order_by("id").select_for_update(no_key=True)
    await check_tree(team.id, parent, "input", "parentId")
    return parent.id if parent else None
