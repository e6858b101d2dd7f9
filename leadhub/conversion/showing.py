"""What is shown of a conversion: what fits a lead before it, what it became, and what a dry run would have made."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from tortoise.expressions import Subquery

from leadhub.companies.models import Company
from leadhub.contacts.models import Contact, ContactPoint, PointKind
from leadhub.contacts.types import POINTS
from leadhub.conversion.carrying import Converted, domain_of
from leadhub.conversion.types import COMPANY, CONTACT, DEAL, ConversionProposals
from leadhub.deals.models import Deal
from leadhub.errors import AlreadyConverted
from leadhub.kit.actor import Actor
from leadhub.kit.contacts import company_domain
from leadhub.kit.loaders import prime
from leadhub.kit.node import find
from leadhub.leads.children import children_of
from leadhub.leads.models import Lead
from leadhub.leads.reach import within_reach
from leadhub.scoring.models import ScoreItem
from leadhub.scoring.types import BREAKDOWN
from leadhub.sla.models import LeadSla
from leadhub.sla.types import SLA

_MOST_PROPOSALS = 10


def check_unconverted(lead: Lead) -> None:
    """Raises AlreadyConverted, which shows what the lead became, to whoever converts it again."""
    if lead.converted_at is None:
        return
    ids = {
        "company": (Company, lead.company_id),
        "contact": (Contact, lead.contact_id),
        "deal": (Deal, lead.deal_id),
    }
    became = {name: partial(model.seen, id) for name, (model, id) in ids.items() if id is not None}
    raise AlreadyConverted(path=["input", "id"], shows={"lead": lead, **became})


async def propose(lead_id: str, who: Actor) -> ConversionProposals:
    """What there is in the caller's reach that a lead could become: by its e-mail addresses, and by its domains."""
    lead = await find(Lead, lead_id, ["input", "id"])
    children = await children_of(lead)
    emails = [row.normalised for row in children.emails]
    domains = {domain_of(lead, children), *map(company_domain, emails)} - {None}
    points = ContactPoint.mine().filter(kind=PointKind.EMAIL, normalised__in=emails)
    found: Any = {
        "companies": Company.mine().filter(domain__in=sorted(map(str, domains))),
        "contacts": Contact.mine().filter(within_reach(who), id__in=Subquery(points.values("contact_id"))),
    }
    return ConversionProposals(
        **{
            name: await rows.filter(archived_at__isnull=True)
            .order_by("created_at", "id")
            .limit(_MOST_PROPOSALS)
            for name, rows in found.items()
        }
    )


async def rehearsal(converted: Converted, proposals: ConversionProposals) -> Mapping[str, Any]:
    """The payload of a dry run: its rows as they are inside the transaction that is about to be rolled back, and their
    relations with them, since no statement finds them afterwards."""
    lead: Any = await _stored(converted.lead)
    company, contact, deal = [
        await _stored(row) for row in (converted.company, converted.contact, converted.deal)
    ]
    items = await ScoreItem.mine().filter(lead_id=lead.id).order_by("since", "id")
    sla = await LeadSla.mine().get_or_none(id=lead.id)
    points = (
        await ContactPoint.mine().filter(contact_id=contact.id).order_by("position", "id") if contact else []
    )

    async def shown(row: Any) -> Any:
        prime(BREAKDOWN, lead, items)
        prime(SLA, lead, sla)
        for relation, related in ((COMPANY, company), (CONTACT, contact), (DEAL, deal)):
            if related is not None:
                prime(relation, lead, related)
        if contact is not None:
            prime(POINTS, contact, points)
        return row

    async def fitting() -> ConversionProposals:
        return proposals

    rows = {"lead": lead, "company": company, "contact": contact, "deal": deal}
    return {name: partial(shown, row) for name, row in rows.items()} | {"proposals": fitting}


async def _stored(row: Any) -> Any:
    return None if row is None else await type(row).mine().get(id=row.id)
