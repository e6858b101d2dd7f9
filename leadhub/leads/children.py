"""The rows that hang on a lead: addresses, numbers, tags, ids elsewhere; and what search finds it by."""

import re
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from leadhub.errors import Invalid, Taken
from leadhub.kit.actor import Actor
from leadhub.kit.model import TenantModel
from leadhub.kit.node import to_global
from leadhub.kit.scopes import Scope
from leadhub.labels.models import Tag
from leadhub.labels.rules import make_tag
from leadhub.leads.models import ExternalId, Lead, LeadEmail, LeadPhone, LeadTag
from leadhub.leads.reach import is_in_reach
from leadhub.leads.reading import Contact, LeadValues

P = TypeVar("P", LeadEmail, LeadPhone)

_WORD = re.compile(r"[^\W_]+")
# What remains needs no quoting in SQL.
_UNSAFE = re.compile(r"[^\w@.+-]")
LONGEST_WORD = 60


@dataclass(slots=True)
class Children:
    """What hangs on a lead, as rows."""

    emails: list[LeadEmail]
    phones: list[LeadPhone]
    tags: list[Tag]
    external_ids: list[ExternalId]


async def children_of(lead: Lead) -> Children:
    """The rows that hang on a lead now."""
    links = await LeadTag.mine().filter(lead_id=lead.id)
    return Children(
        emails=await LeadEmail.mine().filter(lead_id=lead.id).order_by("position"),
        phones=await LeadPhone.mine().filter(lead_id=lead.id).order_by("position"),
        tags=await Tag.mine().filter(id__in=[link.tag_id for link in links]).order_by("id") if links else [],
        external_ids=await ExternalId.mine().filter(lead_id=lead.id).order_by("system", "id"),
    )


async def set_children(lead: Lead, values: LeadValues, now: Children, who: Actor) -> Children:
    """Makes the lists that were given the lead's lists; what hangs on it then."""
    after = replace(now)
    if values.emails is not None:
        after.emails = await _set_contacts(LeadEmail, lead, now.emails, values.emails)
    if values.phones is not None:
        after.phones = await _set_contacts(LeadPhone, lead, now.phones, values.phones)
    if values.tags is not None:
        after.tags = await _tags(values.tags, now.tags, who)
        await _set_tags(lead, now.tags, after.tags)
    if values.external_ids is not None:
        after.external_ids = await _set_external_ids(lead, now.external_ids, values, who)
    return after


def list_changes(before: Children, after: Children) -> dict[str, tuple[Any, Any]]:
    """What differs in the lists of a lead, by field of the schema."""
    old, new = shown_lists(before), shown_lists(after)
    return {name: (old[name], new[name]) for name in old if old[name] != new[name]}


def shown_lists(children: Children) -> dict[str, list[Any]]:
    """The lists of a lead as events show them."""
    return {
        "emails": [row.value for row in children.emails],
        "phones": [row.value for row in children.phones],
        "tags": sorted(tag.name for tag in children.tags),
        "externalIds": _pairs([(row.system, row.external_id) for row in children.external_ids]),
    }


def _pairs(pairs: list[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"system": system, "id": id} for system, id in sorted(pairs)]


async def _set_contacts(model: type[P], lead: Lead, before: list[P], after: list[Contact]) -> list[P]:
    """Keeps the rows of contacts that stay, with what is known of them, and makes and deletes the rest; those that
    there are then. A contact that is spelled as before stays, also where the tenant's country of today would read it
    in another way."""
    rows: list[P] = []
    known = {row.normalised or row.value: row for row in before} | {row.value: row for row in before}
    left = {row.id: row for row in before}
    for position, contact in enumerate(after):
        row = known.get(contact.value) or known.get(contact.normalised or contact.value)
        if row is None or left.pop(row.id, None) is None:
            row = await model.create(
                lead_id=lead.id, value=contact.value, normalised=contact.normalised, position=position
            )
        elif (row.value, row.position) != (contact.value, position):
            row = copy(row)
            row.value, row.position = contact.value, position
            await row.save(update_fields=["value", "position"])
        rows.append(row)
    await _delete(model, list(left.values()))
    return rows


async def _delete(model: type[TenantModel], rows: list[Any]) -> None:
    if rows:
        await model.mine().filter(id__in=[row.id for row in rows]).delete()


async def _tags(names: list[str], carried: list[Tag], who: Actor) -> list[Tag]:
    """The tags of these names: those in use, and archived ones that the lead carries already. Unknown ones
    are made by callers who may change settings."""
    live = await Tag.mine().filter(archived_at__isnull=True) if names else []
    known = {tag.name.casefold(): tag for tag in [*carried, *live]}
    found = []
    for at, name in enumerate(names):
        tag = known.get(name.casefold())
        if tag is None and Scope.CONFIG_WRITE not in who.scopes:
            raise Invalid(
                "There is no such tag, and you may not make one; ask an administrator.",
                path=["input", "tags", str(at)],
            )
        found.append(tag or await make_tag(name))
    return found


async def _set_tags(lead: Lead, before: list[Tag], after: list[Tag]) -> None:
    old, new = {tag.id for tag in before}, {tag.id for tag in after}
    for tag_id in sorted(new - old):
        await LeadTag.create(lead_id=lead.id, tag_id=tag_id)
    if old - new:
        await LeadTag.mine().filter(lead_id=lead.id, tag_id__in=list(old - new)).delete()


async def _set_external_ids(
    lead: Lead, before: list[ExternalId], values: LeadValues, who: Actor
) -> list[ExternalId]:
    rows: list[ExternalId] = []
    known = {(row.system, row.external_id): row for row in before}
    for at, (system, id) in enumerate(values.external_ids or ()):
        row = known.pop((system, id), None)
        if row is None:
            path = ("externalId",) if values.has_one_external_id else ("externalIds", str(at))
            await check_external_id(system, id, who, "input", *path)
            row = await ExternalId.create(lead_id=lead.id, system=system, external_id=id)
        rows.append(row)
    await _delete(ExternalId, list(known.values()))
    return rows


async def check_external_id(system: str, id: str, who: Actor, *path: str) -> None:
    """Unique among live leads, those out of the caller's reach too; but only one in reach is named."""
    row = await ExternalId.mine().filter(system=system, external_id=id, is_live=True).first()
    if row is None:
        return
    rival = await Lead.mine().get(id=row.lead_id)
    named: dict[str, Any] = {"leadId": to_global("Lead", rival.id)} if is_in_reach(who, rival) else {}
    raise Taken("Another lead has this id already.", path=path, **named)


def words_of(lead: Lead, emails: Iterable[LeadEmail | Contact], phones: Iterable[LeadPhone | Contact]) -> str:
    """What search finds a lead by: words of its name, company and number, whole addresses and their
    domains, numbers with and without their country code."""
    addresses = [text for email in emails for text in (email.normalised, email.value) if text]
    dialled = [phone.normalised for phone in phones if phone.normalised]
    number = lead.number.lower()
    last = number.rpartition("-")[2]
    names = (lead.first_name, lead.last_name, lead.company_name)
    return words_in(names, [number, last, last.lstrip("0")], addresses, dialled)


def words_in(
    names: Iterable[str | None],
    numbers: Iterable[str] = (),
    emails: Iterable[str] = (),
    phones: Iterable[str] = (),
) -> str:
    """The words of names, whole numbers, addresses and phone numbers in E.164, as search finds them."""
    found: dict[str, None] = {}
    for text in filter(None, names):
        dotted = [word for word in map(whole, text.split()) if "." in word]
        found.update(dict.fromkeys([*dotted, *terms_of(text)]))
    found.update(dict.fromkeys(numbers))
    for email in emails:
        local, _, domain = email.partition("@")
        found.update(dict.fromkeys([whole(email), whole(domain), *terms_of(local)]))
    for phone in phones:
        digits = phone.lstrip("+")
        found.update(dict.fromkeys(digits[start:] for start in range(4) if len(digits) - start >= 5))
    return " ".join(word[:LONGEST_WORD] for word in found if word)


def terms_of(text: str) -> list[str]:
    """The words of a text, as they are compared."""
    return [word.casefold() for word in _WORD.findall(text)]


def whole(token: str) -> str:
    """An address, a domain or a name with dots in it as one word, as it is compared."""
    return _UNSAFE.sub("", token.casefold()).strip(".").removeprefix("@")
