"""Who works on a lead: assigning, claiming, and what happens to the leads of those who leave."""

from leadhub.assignment.rules import came_too_late, give_to_team, records_of
from leadhub.assignment.types import (
    AssignLeadInput,
    ChangeMemberRoleInput,
    ClaimLeadInput,
    DeleteTeamInput,
    ReinstateMemberInput,
    SuspendMemberInput,
)
from leadhub.errors import InUse, Invalid, StaleVersion
from leadhub.kit.actor import actor
from leadhub.kit.db import whole_tenant
from leadhub.kit.events import emit, forget_actors
from leadhub.kit.fields import Answer, mutation
from leadhub.kit.inputs import is_given, locked, save, write
from leadhub.kit.node import find, read_id
from leadhub.kit.scopes import Role, Scope
from leadhub.leads import models
from leadhub.leads.changing import give, lead_to_change
from leadhub.leads.ownership import read_owner, read_team, team_under
from leadhub.leads.reach import is_in_reach
from leadhub.leads.rules import check_alive, check_unmerged
from leadhub.leads.types import Lead
from leadhub.members.models import Member as MemberRow
from leadhub.members.models import MemberEvent, MemberStatus
from leadhub.members.models import Team as TeamRow
from leadhub.members.rules import check_last_owner, check_rank, check_tree
from leadhub.members.types import Member, Team
from leadhub.pipelines.models import LeadStatus
from leadhub.sessions.rules import revoke_sessions
from leadhub.tasks.changing import hand_over

# What still needs somebody: leads that are won, lost or disqualified stay with whoever closed them.
OPEN = [LeadStatus.OPEN, LeadStatus.QUALIFIED]

_MOVED = (int, "How many open leads went into other hands.")


@mutation(Scope.LEAD_ASSIGN, lead=Lead)
async def assign_lead(input: AssignLeadInput) -> Answer:
    """Puts a lead into other hands, also out of your own reach; `lead` is null then. Assigned by hand, somebody may get
    more than their capacity; put back by hand, it waits for who claims it."""
    owner = await read_owner(input.owner_id) if is_given(input.owner_id) else None
    team = await read_team(input.team_id) if is_given(input.team_id) else None
    lead = await lead_to_change(
        input.id, input.expected_version, actor(), "the lead may leave the caller's reach"
    )
    owner_id = (owner.id if owner else None) if is_given(input.owner_id) else lead.owner_id
    team_id = (
        (team.id if team else None) if is_given(input.team_id) else await team_under(owner_id, lead.team_id)
    )
    await give(lead, owner_id=owner_id, team_id=team_id)
    return {"lead": lead}


@mutation(Scope.LEAD_CLAIM, lead=Lead)
async def claim_lead(input: ClaimLeadInput) -> Answer:
    """Makes an unowned lead of your teams yours, however many you have. Of many who claim at once exactly one wins; the
    others get CONFLICT_VERSION, and those who never saw it NOT_FOUND."""
    who = actor()
    id = read_id(input.id, "Lead", ["input", "id"])
    seen = await models.Lead.seen(id)
    if seen is not None:
        check_alive(seen, "input", "id")
        if seen.owner_id == who.member_id:
            return {"lead": seen}
    fault = await models.Lead.missing(id, ["input", "id"]) if seen is None else None
    await whole_tenant("somebody else may have won it, out of the caller's reach")
    if fault is not None and not await came_too_late(who, id):
        raise fault
    lead = await models.Lead.mine().select_for_update(no_key=True).get(id=id)
    await check_unmerged(who, lead, "input", "id")
    if lead.owner_id is not None or lead.deleted_at is not None or not is_in_reach(who, lead):
        raise StaleVersion("Somebody else has taken this lead.", path=["input", "id"])
    await give(lead, owner_id=who.member_id, team_id=await team_under(who.member_id, lead.team_id))
    return {"lead": lead}


@mutation(Scope.MEMBER_WRITE, member=Member, leads_moved=_MOVED)
async def suspend_member(input: SuspendMemberInput) -> Answer:
    """Shuts a member out at once: sessions and API keys stop working, and open leads go to `reassignTo` or
    back into the queues of their teams, from where the assignment rules give them to others; open
    tasks go to `reassignTo` or are nobody's. History keeps naming them."""
    seen = await find(MemberRow, input.id, ["input", "id"])
    heir = await _heir(seen, input.reassign_to)
    await whole_tenant("all open leads of the member go, whoever sees them")
    member, leads = await _with_open_leads(seen, input.expected_version)
    check_rank(actor(), member.role, "input", "id")
    if member.status is not MemberStatus.ACTIVE:
        raise Invalid("Only an active member can be suspended.", path=["input", "id"])
    await check_last_owner(member, "input", "id")
    await write(member, status=MemberStatus.SUSPENDED)
    await revoke_sessions(member.id, "suspended")
    await _hand_over(leads, heir)
    await hand_over(member.id, heir.id if heir else None)
    emit(MemberEvent.SUSPENDED, member, {"status": (MemberStatus.ACTIVE, MemberStatus.SUSPENDED)})
    forget_actors()
    return {"member": member, "leads_moved": len(leads)}


@mutation(Scope.MEMBER_WRITE, member=Member, leads_moved=_MOVED)
async def change_member_role(input: ChangeMemberRoleInput) -> Answer:
    """Gives a member another role. Nobody grants above their own rights, an admin changes no owner, and
    the last owner stays one. Whoever becomes a viewer hands over their open leads and tasks."""
    seen = await find(MemberRow, input.id, ["input", "id"])
    heir = await _heir(seen, input.reassign_to)
    await whole_tenant("all open leads of a new viewer go, whoever sees them")
    member, leads = await _with_open_leads(seen, input.expected_version)
    check_rank(actor(), member.role, "input", "id")
    check_rank(actor(), input.role, "input", "role")
    moved = leads if input.role is Role.VIEWER else []
    if input.role is not member.role:
        await check_last_owner(member, "input", "id")
        changes = await save(member, role=input.role)
        await _hand_over(moved, heir)
        if input.role is Role.VIEWER:
            await hand_over(member.id, heir.id if heir else None)
        emit(MemberEvent.ROLE_CHANGED, member, changes)
        forget_actors()
    return {"member": member, "leads_moved": len(moved)}


async def _heir(leaver: MemberRow, id: str | None) -> MemberRow | None:
    heir = await read_owner(id, ["input", "reassignTo"])
    if heir is not None and heir.id == leaver.id:
        raise Invalid("Leads cannot go to whoever hands them over.", path=["input", "reassignTo"])
    return heir


async def _with_open_leads(
    seen: MemberRow, expected_version: int | None
) -> tuple[MemberRow, list[models.Lead]]:
    """The member and their open leads, locked: leads first, by id, as everything locks. Then again: until
    the member was locked, more may have come to them. None can from here on."""
    owned = models.Lead.mine().filter(
        owner_id=seen.id, status__in=OPEN, deleted_at__isnull=True, merged_into_id__isnull=True
    )
    await owned.order_by("id").select_for_update(no_key=True)
    member = await locked(seen, expected_version)
    return member, await owned.order_by("id").select_for_update(no_key=True)


async def _hand_over(leads: list[models.Lead], heir: MemberRow | None) -> None:
    for lead in leads:
        await give(
            lead,
            owner_id=heir.id if heir else None,
            team_id=await team_under(heir.id, lead.team_id) if heir else lead.team_id,
        )


@mutation(Scope.MEMBER_WRITE, member=Member)
async def reinstate_member(input: ReinstateMemberInput) -> Answer:
    """Lets a suspended member in again. Their old leads stay where they went."""
    member = await locked(await find(MemberRow, input.id, ["input", "id"]), input.expected_version)
    check_rank(actor(), member.role, "input", "id")
    if member.status is not MemberStatus.SUSPENDED:
        raise Invalid("Only a suspended member can be reinstated.", path=["input", "id"])
    await write(member, status=MemberStatus.ACTIVE)
    emit(MemberEvent.REINSTATED, member, {"status": (MemberStatus.SUSPENDED, MemberStatus.ACTIVE)})
    forget_actors()
    return {"member": member}


@mutation(Scope.MEMBER_WRITE, team=(Team, "The team that took over; null when none was needed."))
async def delete_team(input: DeleteTeamInput) -> Answer:
    """Deletes a team. Its leads, contacts and deals, its assignment rules and the teams below it go to `replaceWith`; IN_USE
    when there are any and none is named. Members keep their other teams."""
    seen = await find(TeamRow, input.id, ["input", "id"])
    heir = await find(TeamRow, input.replace_with, ["input", "replaceWith"]) if input.replace_with else None
    if heir is not None and heir.id == seen.id:
        raise Invalid("A team cannot replace itself.", path=["input", "replaceWith"])
    await whole_tenant("all that the team has goes, whoever sees it")
    leads = await models.Lead.mine().filter(team_id=seen.id).order_by("id").select_for_update(no_key=True)
    records = await records_of(seen.id)
    below = await TeamRow.mine().filter(parent_id=seen.id).order_by("id").select_for_update(no_key=True)
    team = await locked(seen, input.expected_version)
    if heir is None and (leads or below or records.contacts or records.deals or records.rules_in_use):
        raise InUse(
            "This team has leads, contacts, deals, assignment rules or teams below it: name a replacement.",
            path=["input", "replaceWith"],
            leads=len(leads),
            contacts=len(records.contacts),
            deals=len(records.deals),
            assignmentRules=records.rules_in_use,
            teams=len(below),
        )
    for lead in leads:
        await give(lead, owner_id=lead.owner_id, team_id=heir.id if heir else None)
    await give_to_team(records, heir.id if heir else None)
    for child in below:
        await check_tree(child.id, heir, "input", "replaceWith")
        await write(child, parent_id=heir.id if heir else None)
    emit(MemberEvent.TEAM_DELETED, team, {"name": (team.name, None)})
    await team.delete()
    forget_actors()
    return {"team": heir}
