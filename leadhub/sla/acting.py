"""What a policy has done about a breach: who is told, and whose the lead becomes."""

from dataclasses import replace
from uuid import UUID

from leadhub.kit.scopes import Role
from leadhub.leads.changing import give
from leadhub.leads.models import Lead
from leadhub.leads.states import state_of
from leadhub.members.models import Member, MemberStatus, TeamMember
from leadhub.routing.placing import place, remember
from leadhub.sla.models import SlaPolicy, SlaRecipient


async def reassign(lead: Lead) -> bool:
    """Gives a locked lead to whom the assignment rules choose, as if it were nobody's; whether it changed hands. It stays
    where it is when they choose the same member again, or nobody: somebody who is late is better than a queue."""
    placing = await place(replace(await state_of(lead.id), owner_id=None), for_real=True)
    if placing is None or placing.owner_id in {None, lead.owner_id}:
        return False
    await give(lead, owner_id=placing.owner_id, team_id=placing.team_id)
    await remember(placing, lead)
    return True


async def recipients(lead: Lead, policy: SlaPolicy) -> set[UUID]:
    """Whom the policy names, of those who are there; owners and admins where it names somebody and nobody is."""
    if not policy.notify:
        return set()
    active = Member.mine().filter(status=MemberStatus.ACTIVE)
    named: set[UUID | None] = set()
    if SlaRecipient.OWNER in policy.notify:
        named.add(lead.owner_id)
    if SlaRecipient.MANAGER in policy.notify:
        named |= await _managers(lead)
    if SlaRecipient.TEAM in policy.notify and lead.team_id is not None:
        named |= await _team(lead.team_id)
    ids = [id for id in named if id is not None]
    found = await active.filter(id__in=ids).values_list("id", flat=True)
    if not found:
        found = await active.filter(role__in=[Role.OWNER, Role.ADMIN]).values_list("id", flat=True)
    return set(found)  # type: ignore[arg-type]


async def _managers(lead: Lead) -> set[UUID | None]:
    """The owner's manager; where there is none, the managers in the lead's team."""
    owner = await Member.mine().get_or_none(id=lead.owner_id) if lead.owner_id is not None else None
    if owner is not None and owner.manager_id is not None:
        return {owner.manager_id}
    if lead.team_id is None:
        return set()
    managers = Member.mine().filter(role=Role.MANAGER, id__in=list(await _team(lead.team_id)))
    return set(await managers.values_list("id", flat=True))  # type: ignore[arg-type]


async def _team(team_id: UUID) -> set[UUID | None]:
    return set(await TeamMember.mine().filter(team_id=team_id).values_list("member_id", flat=True))  # type: ignore[arg-type]
