"""Leads of the demo that are one person: most wait in the review queue, and two were merged."""

from collections.abc import Sequence

from leadhub.duplicates.likeness import Person
from leadhub.duplicates.matching import remember_new
from leadhub.duplicates.pairs import note_likeness
from leadhub.kit.actor import Actor
from leadhub.leads.children import children_of
from leadhub.leads.models import Lead, LeadEmail, LeadPhone
from leadhub.merging.uniting import merge
from leadhub.pipelines.models import LeadStatus

Made = tuple[Lead, LeadEmail, LeadPhone]
PAIRS = 6


def make_doubles(made: Sequence[Made]) -> list[tuple[Lead, Lead]]:
    """Makes some open leads, which are not stored yet, doubles of others: with the same e-mail address, the same phone
    number, or a name that is spelled in another way."""
    open_ones = [one for one in made if one[0].status is LeadStatus.OPEN]
    pairs = list(zip(open_ones[:PAIRS], open_ones[PAIRS : 2 * PAIRS], strict=True))
    for at, ((lead, email, phone), (double, its_email, its_phone)) in enumerate(pairs):
        double.company_name, double.website = lead.company_name, lead.website
        double.first_name, double.last_name = lead.first_name, f"{lead.last_name}{'n' if at % 3 == 2 else ''}"
        if at % 3 == 1:
            its_phone.value, its_phone.normalised = phone.value, phone.normalised
        host = email.value.partition("@")[2]
        its_email.value = email.value if at % 3 == 0 else f"{double.last_name}@{host}".lower()
        its_email.normalised = its_email.value
    return [(one[0], double[0]) for one, double in pairs]


async def suspect_doubles(made: Sequence[Made], pairs: Sequence[tuple[Lead, Lead]], who: Actor) -> None:
    """Puts the doubles into the review queue, and merges the last of them."""
    await remember_new({lead.id: _person(lead, email) for lead, email, _ in made})
    for lead, _ in pairs:
        await note_likeness(lead, await children_of(lead))
    await merge(list(pairs[-1]), {}, who)


def _person(lead: Lead, email: LeadEmail) -> Person:
    return Person(
        lead.first_name, lead.last_name, lead.company_name, lead.website, emails=(email.normalised,)
    )
