"""Which lead an upsert means, and what it adds to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from leadhub.errors import Duplicate, Invalid, LimitExceeded, Required
from leadhub.intake.types import LeadMatchInput
from leadhub.kit.actor import Actor
from leadhub.kit.contacts import ContactProblem, normalise_email, normalise_phone
from leadhub.kit.inputs import Inputs
from leadhub.kit.node import to_global
from leadhub.leads.children import Children
from leadhub.leads.models import ExternalId, Lead, LeadEmail, LeadPhone
from leadhub.leads.reach import within_reach
from leadhub.leads.reading import MOST_CONTACTS, MOST_TAGS, Contact, LeadValues, read_external_id


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a lead is looked for by: the name of the input's field, and the value as it is compared."""

    field: str
    value: str
    system: str = ""

    @property
    def path(self) -> tuple[str, ...]:
        return ("input", "match", self.field)

    @property
    def lock(self) -> str:
        """What two upserts of the same lead have in common. E-mail and phone are locked with those of the lead."""
        return f"{self.field} {self.system} {self.value}"


def read_match(inputs: Inputs, given: LeadMatchInput, values: LeadValues, who: Actor) -> Wanted:
    """Reads what to look for, and puts it among what the lead is to have."""
    named = [name for name in ("external_id", "email", "phone") if getattr(given, name) is not None]
    if len(named) != 1:
        raise Required("Give one of `externalId`, `email` and `phone`.", path=["input", "match"])
    if given.external_id is not None:
        system, id = read_external_id(inputs, given.external_id, "match", "externalId")
        values.external_ids = list(dict.fromkeys([(system, id), *(values.external_ids or [])]))
        return Wanted("externalId", id, system)
    if given.email is not None:
        contact = Contact(given.email, _email(given.email))
        values.emails = _and(values.emails, contact)
        return Wanted("email", contact.normalised or "")
    typed = str(given.phone)
    contact = Contact(typed, normalise_phone(typed, who.country))
    if contact.normalised is None:
        raise Invalid(
            "This number cannot be understood, so it matches no lead.", path=["input", "match", "phone"]
        )
    values.phones = _and(values.phones, contact)
    return Wanted("phone", contact.normalised)


def _email(typed: str) -> str:
    try:
        return normalise_email(typed)
    except ContactProblem as problem:
        raise Invalid(str(problem), path=["input", "match", "email"]) from None


def _and(contacts: list[Contact] | None, contact: Contact) -> list[Contact]:
    known = {one.normalised for one in contacts or ()}
    return [*([contact] if contact.normalised not in known else []), *(contacts or ())]


async def look_for(wanted: Wanted, who: Actor) -> list[Lead]:
    """The leads in the caller's reach that match: the live ones, or, where there are none, those deleted. DUPLICATE
    where there are several, since nobody can say which is meant."""
    rows = (
        await Lead.mine()
        .filter(within_reach(who), id__in=await _ids(wanted), merged_into_id__isnull=True)
        .order_by("id")
    )
    found = [lead for lead in rows if lead.deleted_at is None] or rows
    if len(found) > 1:
        raise Duplicate(
            "Several leads match: merge them, or say which by its external id.",
            path=wanted.path,
            leadIds=[to_global("Lead", lead.id) for lead in found],
        )
    return found


async def _ids(wanted: Wanted) -> list[UUID]:
    if wanted.field == "externalId":
        rows = ExternalId.mine().filter(system=wanted.system, external_id=wanted.value)
        return [row.lead_id for row in await rows]
    model = LeadEmail if wanted.field == "email" else LeadPhone
    return [row.lead_id for row in await model.mine().filter(normalised=wanted.value)]


def add_to(children: Children, values: LeadValues) -> None:
    """Makes the lists those of the lead and what is new in them: an upsert takes nothing away."""
    if values.emails is not None:
        values.emails = _more([Contact(row.value, row.normalised) for row in children.emails], values.emails)
    if values.phones is not None:
        values.phones = _more([Contact(row.value, row.normalised) for row in children.phones], values.phones)
    if values.tags is not None:
        names = [tag.name for tag in children.tags]
        values.tags = list({name.casefold(): name for name in [*values.tags, *names]}.values())
    if values.external_ids is not None:
        pairs = [(row.system, row.external_id) for row in children.external_ids]
        values.external_ids = list(dict.fromkeys([*pairs, *values.external_ids]))
    _check_room("emails", values.emails, MOST_CONTACTS)
    _check_room("phones", values.phones, MOST_CONTACTS)
    _check_room("tags", values.tags, MOST_TAGS)
    _check_room("externalId", values.external_ids, MOST_CONTACTS)


def _more(there: list[Contact], given: list[Contact]) -> list[Contact]:
    known = {one.normalised or one.value for one in there}
    return [*there, *(one for one in given if (one.normalised or one.value) not in known)]


def _check_room(name: str, values: Sequence[object] | None, most: int) -> None:
    if len(values or ()) > most:
        raise LimitExceeded(f"With what the lead has already, at most {most}.", path=["input", name])
