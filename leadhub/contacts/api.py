"""Contacts: made, changed and found."""

from functools import partial
from typing import Annotated

import strawberry
from tortoise.expressions import Q

from leadhub.contacts import models
from leadhub.contacts.changing import add_contact, change_contact, points_of
from leadhub.contacts.inputs import ContactFilter, CreateContactInput, UpdateContactInput
from leadhub.contacts.models import ContactPoint, PointKind
from leadhub.contacts.reading import check_has_something, read_contact
from leadhub.contacts.types import Contact
from leadhub.kit.actor import actor
from leadhub.kit.connection import (
    NEWEST_FIRST,
    After,
    Before,
    Connection,
    First,
    Last,
    Listing,
    read_page,
    window,
)
from leadhub.kit.fields import Answer, mutation, query
from leadhub.kit.filters import check_unmasked, reads_email, reads_phone
from leadhub.kit.grammar import Grammar, having_contact
from leadhub.kit.inputs import Inputs, locked, read_archived
from leadhub.kit.node import find
from leadhub.kit.scopes import Scope
from leadhub.leads.ownership import new_hands, whose
from leadhub.leads.reach import check_changeable, within_reach
from leadhub.leads.search import with_words
from leadhub.pipelines.types import IncludeArchived

_having = partial(having_contact, ContactPoint, "contact_id")

_CONTACTS = Grammar(
    models.Contact,
    ids={"company_id": "Company", "owner_id": "Member"},
    readers={"email": reads_email, "phone": reads_phone},
    children={
        "email": partial(_having, only=Q(kind=PointKind.EMAIL)),
        "phone": partial(_having, only=Q(kind=PointKind.PHONE)),
    },
)


@query(Scope.CONTACT_READ, Connection[Contact])
async def contacts(
    filter: Annotated[ContactFilter | None, strawberry.argument(description="Which contacts.")] = None,
    search: Annotated[
        str | None,
        strawberry.argument(description="Beginnings of words in name, e-mail or phone; all must be found."),
    ] = None,
    include_archived: IncludeArchived = False,
    first: First = None,
    after: After = None,
    last: Last = None,
    before: Before = None,
) -> Connection[Contact]:
    """The contacts in your reach, newest first."""
    page, who = window(first, after, last, before), actor()
    rows = models.Contact.mine().filter(within_reach(who))
    if not include_archived:
        rows = rows.filter(archived_at__isnull=True)
    if filter is not None:
        rows = rows.filter(_CONTACTS.matching(filter, who))
    if search is not None:
        check_unmasked(who, "search")
        rows = with_words(rows, search, "leadhub_search_records('contact', {})")
    return read_page(Listing("contacts", rows, NEWEST_FIRST), page)


@mutation(Scope.CONTACT_WRITE, contact=Contact)
async def create_contact(input: CreateContactInput) -> Answer:
    """Makes a contact. An agent's is their own."""
    who, inputs = actor(), Inputs()
    values = await read_contact(inputs, input, who)
    inputs.done()
    check_has_something(inputs, values.columns, values.points)
    inputs.done()
    owner_id, team_id = await whose(inputs, input, who)
    values.columns |= {"owner_id": owner_id, "team_id": team_id}
    return {"contact": await add_contact(values)}


@mutation(Scope.CONTACT_WRITE, contact=Contact)
async def update_contact(input: UpdateContactInput) -> Answer:
    """Changes a contact, puts it into other hands, or archives it."""
    who, inputs = actor(), Inputs()
    seen = await find(models.Contact, input.id, ["input", "id"])
    check_changeable(who, seen, "input", "id")
    values = await read_contact(inputs, input, who)
    inputs.done()
    contact = await locked(seen, input.expected_version)
    values.columns |= await new_hands(contact, input, who) | read_archived(contact, input.archived)
    kept = {name: getattr(contact, name) for name in ("first_name", "last_name")}
    check_has_something(inputs, kept | values.columns, await points_of(contact) | values.points)
    inputs.done()
    await change_contact(contact, values)
    return {"contact": contact}
