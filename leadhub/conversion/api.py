"""Converting leads."""

from leadhub.companies.types import Company
from leadhub.contacts.types import Contact
from leadhub.conversion.carrying import carry_out
from leadhub.conversion.inputs import ConvertLeadInput
from leadhub.conversion.showing import check_unconverted, propose, rehearsal
from leadhub.conversion.targets import read_targets
from leadhub.conversion.types import ConversionProposals
from leadhub.deals.types import Deal
from leadhub.errors import Rehearsed
from leadhub.kit.actor import actor
from leadhub.kit.events import react
from leadhub.kit.fields import Answer, mutation
from leadhub.kit.inputs import Inputs, check_version
from leadhub.kit.scopes import Scope
from leadhub.leads.changing import lead_to_change
from leadhub.leads.types import Lead

_SHOWN = (
    "Null when there is none, when it is not yours to see, and when there are user errors; but with ALREADY_CONVERTED it "
    "is what the lead became before. In a dry run, what would be: a new one has an id then that leads nowhere."
)


@mutation(
    Scope.LEAD_CONVERT,
    lead=(Lead, "The lead, also with ALREADY_CONVERTED; otherwise null when there are user errors."),
    company=(Company, _SHOWN),
    contact=(Contact, _SHOWN),
    deal=(Deal, _SHOWN),
    proposals=(ConversionProposals, "What there is that fits the lead; in a dry run alone."),
)
async def convert_lead(input: ConvertLeadInput) -> Answer:
    """Turns a lead into a company, a contact and a deal, or into some of them: new ones, or such as there are, of which
    empty fields alone are filled. It happens once: the second call is ALREADY_CONVERTED and shows the same records. New
    contacts and deals are in the lead's hands unless you say otherwise. Many leads may become one deal. The lead stays
    where it is, in its stage and with its history."""
    who, inputs = actor(), Inputs()
    targets = await read_targets(inputs, input, who)
    proposals = await propose(input.id, who) if input.dry_run else None
    lead = await lead_to_change(input.id, None, who, "what it becomes may be in other hands meanwhile")
    check_unconverted(lead)
    check_version(lead, input.expected_version)
    inputs.done()
    converted = await carry_out(lead, targets, who)
    if proposals is not None:
        await react()
        raise Rehearsed(await rehearsal(converted, proposals))
    return {
        "lead": converted.lead,
        "company": converted.company,
        "contact": converted.contact,
        "deal": converted.deal,
    }
