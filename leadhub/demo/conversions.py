"""What became of the demo's best leads: companies, contacts and deals."""

from collections.abc import Sequence

from leadhub.companies.models import Company
from leadhub.contacts.reading import ContactValues
from leadhub.conversion.carrying import carry_out
from leadhub.conversion.targets import Target, Targets
from leadhub.deals.models import DealStatus
from leadhub.kit.actor import Actor
from leadhub.leads.models import Lead
from leadhub.pipelines.models import Stage

# By the name of the stage that a lead is in.
_DEALS = {"Proposal": DealStatus.OPEN, "Won": DealStatus.WON}


async def convert_best(leads: Sequence[Lead], stages: Sequence[Stage], who: Actor) -> None:
    """Converts the leads that have an offer or bought, each company once."""
    names = {stage.id: stage.name for stage in stages}
    companies: dict[str | None, Company] = {}
    for lead in leads:
        status = _DEALS.get(names[lead.stage_id])
        if status is None:
            continue
        known = companies.get(lead.company_name)
        targets = Targets(
            company=Target(existing=known) if known else Target(new={}),
            contact=Target(new=ContactValues()),
            deal=Target(new={"status": status, "name": f"{lead.company_name}, {lead.last_name}"}),
        )
        converted = await carry_out(lead, targets, who)
        if converted.company is not None:
            companies[lead.company_name] = converted.company
