"""What a caller wants to set on a lead, normalised: columns, and the lists that hang on it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from leadhub.errors import Invalid, LimitExceeded, TooLong
from leadhub.kit.actor import Actor
from leadhub.kit.contacts import ContactProblem, normalise_email, normalise_phone
from leadhub.kit.inputs import Inputs, is_given, now
from leadhub.kit.node import find
from leadhub.kit.words import camel
from leadhub.labels.models import CustomField, LeadSource
from leadhub.labels.rules import read_custom_values
from leadhub.leads.inputs import (
    AddressInput,
    ConsentInput,
    ExternalIdInput,
    LeadFieldsInput,
    MoneyInput,
    UtmInput,
)
from leadhub.tenants.models import Tenant
from leadhub.tenants.rules import read_country, read_currency

MOST_CONTACTS = 20
MOST_TAGS = 50
LONGEST_WEBSITE = 500
LARGEST_AMOUNT = Decimal("1e14")

_TEXTS = {
    "first_name": 100,
    "last_name": 100,
    "job_title": 200,
    "company_name": 200,
    "source_detail": 500,
    "referrer": 2000,
    "landing_page": 2000,
}
_ADDRESS = {"street": 200, "city": 100, "region": 100, "postal_code": 20}
_LOCALE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_EARLIEST = datetime.fromisoformat("1900-01-01T00:00:00+00:00")
_LATEST = datetime.fromisoformat("2200-01-01T00:00:00+00:00")


@dataclass(slots=True)
class Contact:
    """An address or number as typed and as compared (None: it could not be understood)."""

    value: str
    normalised: str | None


@dataclass(slots=True)
class LeadValues:
    """What to set. A list that is None stays as it is; columns that are not there stay too.

    `has_one_external_id` says that the input calls it `externalId`, and does not list them.
    """

    columns: dict[str, Any] = field(default_factory=dict)
    emails: list[Contact] | None = None
    phones: list[Contact] | None = None
    tags: list[str] | None = None
    external_ids: list[tuple[str, str]] | None = None
    has_one_external_id: bool = False
    custom: dict[str, Any] | None = None


async def read_fields(inputs: Inputs, given: LeadFieldsInput, who: Actor) -> LeadValues:
    """Reads what both creating and updating may set; notes every fault."""
    values = LeadValues()
    columns = values.columns
    for name, limit in _TEXTS.items():
        if is_given(value := getattr(given, name)):
            columns[name] = inputs.text(value, camel(name), limit=limit)
    for name, read in _PARTS.items():
        if is_given(value := getattr(given, name)):
            with inputs.collect():
                columns[name] = None if value is None else read(inputs, value)
    if is_given(given.do_not_contact):
        columns["do_not_contact"] = bool(given.do_not_contact)
    if is_given(given.estimated_value):
        money = await read_money(inputs.below("estimatedValue"), given.estimated_value, who)
        columns |= {"estimated_amount": money[0], "estimated_currency": money[1]}
    if is_given(given.source_id):
        with inputs.collect():
            columns["source_id"] = await _source(given.source_id)
    _read_lists(inputs, given, who, values)
    if is_given(given.custom_fields):
        if given.custom_fields is None:
            columns["custom"] = {}
        else:
            values.custom = read_custom_values(inputs, given.custom_fields, await CustomField.mine())
    return values


def _read_lists(inputs: Inputs, given: LeadFieldsInput, who: Actor, values: LeadValues) -> None:
    if is_given(given.emails):
        values.emails = read_emails(inputs, given.emails)
    if is_given(given.phones):
        values.phones = read_phones(inputs, given.phones, who)
    if is_given(given.tags):
        values.tags = _tags(inputs, given.tags or [])


def read_emails(inputs: Inputs, given: list[str] | None) -> list[Contact]:
    """The addresses in their order, each once, however it was spelled."""
    return _contacts(inputs, given, "emails", normalise_email)


def read_phones(inputs: Inputs, given: list[str] | None, who: Actor) -> list[Contact]:
    """The numbers in their order, each once, however it was spelled."""
    return _contacts(inputs, given, "phones", lambda text: normalise_phone(text, who.country))


def _contacts(
    inputs: Inputs, given: list[str] | None, name: str, normalise: Callable[[str], str | None]
) -> list[Contact]:
    if len(given or ()) > MOST_CONTACTS:
        inputs.fault(LimitExceeded(f"At most {MOST_CONTACTS}.", path=inputs.path(name)))
        return []
    found: dict[str, Contact] = {}
    for at, typed in enumerate(given or ()):
        text = inputs.name(typed, name, str(at), limit=320 if name == "emails" else 50)
        if not text:
            continue
        try:
            normalised = normalise(text)
        except ContactProblem as problem:
            inputs.fault(Invalid(str(problem), path=inputs.path(name, str(at))))
            continue
        found.setdefault(normalised or text, Contact(text, normalised))
    return list(found.values())


def _tags(inputs: Inputs, given: list[str]) -> list[str]:
    if len(given) > MOST_TAGS:
        inputs.fault(LimitExceeded(f"At most {MOST_TAGS} tags.", path=["input", "tags"]))
        return []
    names = [inputs.name(name, "tags", str(at), limit=50) for at, name in enumerate(given)]
    return list({name.casefold(): name for name in reversed(names)}.values())[::-1]


def read_external_ids(inputs: Inputs, given: list[ExternalIdInput]) -> list[tuple[str, str]]:
    """Pairs of system and id, each once."""
    if len(given) > MOST_CONTACTS:
        inputs.fault(LimitExceeded(f"At most {MOST_CONTACTS}.", path=["input", "externalIds"]))
        return []
    pairs = [read_external_id(inputs, one, "externalIds", str(at)) for at, one in enumerate(given)]
    return list(dict.fromkeys(pairs))


def read_external_id(inputs: Inputs, given: ExternalIdInput, *path: str) -> tuple[str, str]:
    """A pair of system and id."""
    system = inputs.name(given.system, *path, "system", limit=100)
    return system, inputs.name(given.id, *path, "id", limit=200)


def read_website(inputs: Inputs, given: str) -> str | None:
    """A web address, with its scheme."""
    text = inputs.text(given, "website", limit=LONGEST_WEBSITE)
    if text is None:
        return None
    address = text if "://" in text else f"https://{text}"
    try:
        parts = urlsplit(address)
        is_web = parts.scheme in {"http", "https"} and "." in (parts.hostname or "") and " " not in address
    except ValueError:
        is_web = False
    if len(address) > LONGEST_WEBSITE:
        raise TooLong(
            f"With https:// it has more than {LONGEST_WEBSITE} characters.", path=inputs.path("website")
        )
    if not is_web:
        raise Invalid("A website looks like https://example.com.", path=inputs.path("website"))
    return address


def _locale(inputs: Inputs, given: str) -> str | None:
    text = inputs.text(given, "locale", limit=35)
    if text is not None and not _LOCALE.fullmatch(text):
        raise Invalid("A language looks like de or de-DE.", path=["input", "locale"])
    return text


def read_moment(inputs: Inputs, given: datetime, name: str) -> datetime:
    """A moment that people mean."""
    if not _EARLIEST <= given <= _LATEST:
        raise Invalid("This is not between the years 1900 and 2200.", path=inputs.path(name))
    return given


def _next_follow_up(inputs: Inputs, given: datetime) -> datetime:
    return read_moment(inputs, given, "nextFollowUpAt")


def read_address(inputs: Inputs, given: AddressInput) -> dict[str, str | None] | None:
    """A postal address as it is kept."""
    read = {
        name: inputs.text(getattr(given, name), "address", camel(name), limit=limit)
        for name, limit in _ADDRESS.items()
    }
    read["country"] = (
        read_country(given.country, *inputs.path("address", "country")) if given.country else None
    )
    return read if any(read.values()) else None


def _utm(inputs: Inputs, given: UtmInput) -> dict[str, str | None] | None:
    names = ("source", "medium", "campaign", "term", "content")
    read = {name: inputs.text(getattr(given, name), "utm", name, limit=200) for name in names}
    return read if any(read.values()) else None


def _consent(inputs: Inputs, given: ConsentInput) -> dict[str, Any]:
    text = inputs.text(given.text, "consent", "text", limit=5000, multiline=True)
    at = given.at or now()
    return {"marketing": given.marketing, "basis": given.basis.value, "at": at.isoformat(), "text": text}


_PARTS: dict[str, Callable[[Inputs, Any], Any]] = {
    "website": read_website,
    "locale": _locale,
    "address": read_address,
    "utm": _utm,
    "consent": _consent,
    "next_follow_up_at": _next_follow_up,
}


Money = tuple[Decimal | None, str | None]


async def read_money(inputs: Inputs, given: MoneyInput | None, who: Actor) -> Money:
    """Amount and currency, the tenant's when none is given. What is wrong is noted, and answered as nothing."""
    if given is None:
        return None, None
    amount, currency = given.amount, given.currency
    exponent = amount.as_tuple().exponent
    if (
        not amount.is_finite()
        or not 0 <= amount < LARGEST_AMOUNT
        or not isinstance(exponent, int)
        or exponent < -4
    ):
        inputs.fault(
            Invalid(
                "An amount is from 0 to below 10^14, with at most four decimals.", path=inputs.path("amount")
            )
        )
        return None, None
    with inputs.collect():
        if currency is None:
            currency = (await Tenant.mine().get(id=who.tenant_id)).currency
        return amount, read_currency(currency, *inputs.path("currency"))
    return None, None


async def _source(given: str | None) -> Any:
    if given is None:
        return None
    source = await find(LeadSource, given, ["input", "sourceId"])
    if source.archived_at is not None:
        raise Invalid("This source is archived.", path=["input", "sourceId"])
    return source.id
