"""Who came too late for a lead, and who never saw it; and what a team has besides leads."""

from typing import NamedTuple
from uuid import UUID

from leadhub.contacts.changing import change_contact
from leadhub.contacts.models import Contact
from leadhub.contacts.reading import ContactValues
from leadhub.deals.changing import change_deal
from leadhub.deals.models import Deal
from leadhub.events.models import Event
from leadhub.kit.actor import Actor
from leadhub.kit.node import to_global
from leadhub.leads.models import Lead, LeadEvent
from leadhub.routing.models import AssignmentRule
from leadhub.routing.rules import change_rule


async def came_too_late(who: Actor, lead_id: UUID) -> bool:
    """Whether a lead that the caller does not see was theirs to claim until somebody took it: its last
    change of hands was from nobody, in a team of the caller. Needs the whole tenant."""
    last = await Event.mine().filter(subject_id=lead_id, type=LeadEvent.ASSIGNED).order_by("-seq").first()
    if last is None or last.changes.get("ownerId", {"from": lead_id})["from"] is not None:
        return False
    if "teamId" in last.changes:
        return last.changes["teamId"]["from"] in {to_global("Team", id) for id in who.team_ids}
    lead = await Lead.mine().get(id=lead_id)
    return lead.team_id in who.team_ids


class Records(NamedTuple):
    """What a team has besides leads: what became of some, and the rules that bring new ones, archived ones too."""

    contacts: list[Contact]
    deals: list[Deal]
    rules: list[AssignmentRule]

    @property
    def rules_in_use(self) -> int:
        return sum(rule.archived_at is None for rule in self.rules)


async def records_of(team_id: UUID) -> Records:
    """The contacts, deals and assignment rules of a team, locked by id. Needs the whole tenant."""
    return Records(
        await Contact.mine().filter(team_id=team_id).order_by("id").select_for_update(no_key=True),
        await Deal.mine().filter(team_id=team_id).order_by("id").select_for_update(no_key=True),
        await AssignmentRule.mine().filter(team_id=team_id).order_by("id").select_for_update(no_key=True),
    )


async def give_to_team(records: Records, team_id: UUID | None) -> None:
    """Puts contacts, deals and rules into another team, or into none; whose they are stays."""
    for contact in records.contacts:
        await change_contact(contact, ContactValues({"team_id": team_id}))
    for deal in records.deals:
        await change_deal(deal, {"team_id": team_id})
    for rule in records.rules:
        await change_rule(rule, {"team_id": team_id})
