"""The ways in which a contact changes."""

from collections.abc import Iterable
from typing import Any

from leadhub.contacts.models import Contact, ContactEvent, ContactPoint, PointKind
from leadhub.contacts.reading import ContactValues, Points
from leadhub.kit.events import emit
from leadhub.kit.inputs import save, write
from leadhub.kit.node import name_rows
from leadhub.kit.words import camel_changes
from leadhub.leads.children import words_in
from leadhub.leads.reading import Contact as Point

_IDS = {"company_id": "Company", "owner_id": "Member", "team_id": "Team"}
_LISTS = {PointKind.EMAIL: "emails", PointKind.PHONE: "phones"}


async def add_contact(values: ContactValues) -> Contact:
    """Writes a new contact with its points, and its event. `values` say its owner and team too."""
    contact = Contact(**values.columns)
    contact.words = _words(contact, values.points)
    await contact.save(force_create=True)
    lists = await _set_points(contact, {}, values.points)
    columns = {name: (None, value) for name, value in sorted(values.columns.items()) if value is not None}
    emit(ContactEvent.CREATED, contact, _shown(columns) | lists)
    return contact


async def change_contact(contact: Contact, values: ContactValues) -> None:
    """Writes what differs of a locked contact, with its event."""
    before = await points_of(contact)
    lists = await _set_points(contact, before, values.points)
    changes = await save(contact, **values.columns)
    if lists and not changes:
        await write(contact)
    if not changes and not lists:
        return
    words = _words(contact, before | values.points)
    if words != contact.words:
        await Contact.mine().filter(id=contact.id).update(words=words)
        contact.words = words
    emit(ContactEvent.UPDATED, contact, _shown(changes) | lists)


async def points_of(contact: Contact) -> Points:
    """The addresses and numbers that a contact has."""
    found: Points = {kind: [] for kind in PointKind}
    for row in await ContactPoint.mine().filter(contact_id=contact.id).order_by("position"):
        found[row.kind].append(Point(row.value, row.normalised))
    return found


async def _set_points(contact: Contact, before: Points, after: Points) -> dict[str, tuple[Any, Any]]:
    """Makes the lists that are given the contact's lists; what changed, by field of the schema."""
    changes = {}
    for kind, points in after.items():
        old = before.get(kind, [])
        if old == points:
            continue
        changes[_LISTS[kind]] = ([point.value for point in old], [point.value for point in points])
        if old:
            await ContactPoint.mine().filter(contact_id=contact.id, kind=kind).delete()
        await ContactPoint.bulk_create(_rows(contact, kind, points))
    return changes


def _rows(contact: Contact, kind: PointKind, points: Iterable[Point]) -> list[ContactPoint]:
    return [
        ContactPoint(
            contact_id=contact.id, kind=kind, value=point.value, normalised=point.normalised, position=at
        )
        for at, point in enumerate(points)
    ]


def _shown(changes: dict[str, tuple[Any, Any]]) -> dict[str, tuple[Any, Any]]:
    return camel_changes(name_rows(changes, _IDS))


def _words(contact: Contact, points: Points) -> str:
    emails = points.get(PointKind.EMAIL, [])
    return words_in(
        [contact.first_name, contact.last_name],
        emails=[text for email in emails for text in (email.normalised or "", email.value)],
        phones=[phone.normalised for phone in points.get(PointKind.PHONE, []) if phone.normalised],
    )
