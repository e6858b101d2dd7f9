"""Which leads may be the same person: one statement of indexed look-ups, however many leads there are."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from leadhub.duplicates.likeness import Person, is_similar, keys_of, weigh
from leadhub.duplicates.models import DuplicateReason
from leadhub.kit.actor import actor
from leadhub.kit.db import connection, fetch
from leadhub.leads.children import Children
from leadhub.leads.models import Lead
from leadhub.leads.reading import Contact, LeadValues

# For each reason.
MOST_MATCHES = 50


@dataclass(frozen=True, slots=True)
class Match:
    """A lead that may be the same person. `reasons` begin with the strongest; `weight` is from 1 to 100."""

    lead_id: UUID
    reasons: tuple[DuplicateReason, ...]
    weight: int


def person_of(lead: Lead, children: Children) -> Person:
    """What is compared of a lead."""
    return Person(
        lead.first_name,
        lead.last_name,
        lead.company_name,
        lead.website,
        tuple(row.normalised for row in children.emails),
        tuple(row.normalised for row in children.phones if row.normalised),
    )


def person_to_be(values: LeadValues) -> Person:
    """What is compared of what may become a lead."""
    texts = {
        name: values.columns.get(name) for name in ("first_name", "last_name", "company_name", "website")
    }
    return Person(emails=_normal_forms(values.emails), phones=_normal_forms(values.phones), **texts)


def _normal_forms(contacts: Sequence[Contact] | None) -> tuple[str, ...]:
    return tuple(contact.normalised for contact in contacts or () if contact.normalised)


async def matches(person: Person, *, but: UUID | None = None) -> list[Match]:
    """The live leads of the tenant, in reach or not, that may be this person, likeliest first; at most 50 for each
    reason. `but` is left out: the lead itself."""
    found: dict[UUID, set[DuplicateReason]] = defaultdict(set)
    emails, phones, keys = list(person.emails), list(person.phones), keys_of(person)
    for row in await fetch(
        "select * from leadhub_match_leads($1, $2, $3, $4)", emails, phones, keys, MOST_MATCHES
    ):
        reason = DuplicateReason(row["reason"])
        if reason is DuplicateReason.SIMILAR_NAME:
            other = Person(row["first_name"], row["last_name"])
            if not is_similar(person.name, other.name):
                continue
        found[row["lead_id"]].add(reason)
    found.pop(but, None)  # type: ignore[arg-type]
    order = list(DuplicateReason)
    result = [Match(id, tuple(sorted(said, key=order.index)), weigh(said)) for id, said in found.items()]
    return sorted(result, key=lambda match: (-match.weight, match.lead_id))


async def hold_likeness(person: Person, *more: str) -> None:
    """Makes whoever brings the same e-mail, phone or name and company at the same time wait until this transaction
    ends, and so see what it made; or what `more` names. Before any row is locked, and all in one order, so that two
    cannot wait for each other."""
    said = [*person.emails, *person.phones, *(key for key in keys_of(person) if key.startswith("n:"))]
    await hold([*said, *more])


async def hold(names: Sequence[str]) -> None:
    """Locks these names, of whatever, in the tenant until the transaction ends."""
    if names:
        await fetch(
            "select pg_advisory_xact_lock(key) from ("
            "select distinct hashtextextended($1 || ':' || name, 0) as key from unnest($2::text[]) name order by key)",
            str(actor().tenant_id),
            list(names),
        )


_KEEP = """
with gone as (delete from match_key where tenant_id = $1 and lead_id = $2 and key <> all($3::text[]))
insert into match_key (tenant_id, lead_id, key) select $1, $2, key from unnest($3::text[]) key on conflict do nothing
"""
_REMEMBER = """
insert into match_key (tenant_id, lead_id, key)
select $1, lead_id, key from unnest($2::uuid[], $3::text[]) as given (lead_id, key) on conflict do nothing
"""


async def remember_keys(lead_id: UUID, person: Person) -> None:
    """Keeps what a lead is matched by in step with it."""
    await connection().execute_query(_KEEP, [actor().tenant_id, lead_id, keys_of(person)])


async def remember_new(people: Mapping[UUID, Person]) -> None:
    """Makes many new leads known by what they are matched by."""
    rows = [(id, key) for id, person in people.items() for key in keys_of(person)]
    ids, keys = [id for id, _ in rows], [key for _, key in rows]
    await connection().execute_query(_REMEMBER, [actor().tenant_id, ids, keys])
