"""What a form may ask, and reading what people answered: only what is on its list, and only of its type."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

from leadhub.capture.models import CaptureFieldType as Type
from leadhub.capture.models import CaptureForm
from leadhub.kit.contacts import ContactProblem, normalise_email
from leadhub.kit.text import TextProblem, clean

STAMP, CONSENT, REFERRER, LANDING_PAGE = "leadhub_stamp", "consent", "referrer", "landing_page"
UTM = ("source", "medium", "campaign", "term", "content")
# What may come with every form, whatever it asks.
WITH_EVERY_FORM = frozenset({STAMP, CONSENT, REFERRER, LANDING_PAGE, *(f"utm_{name}" for name in UTM)})

ADDRESS = ("street", "city", "region", "postalCode", "country")
# What a field may become of a lead, and of which type it is unless the form says otherwise.
LEAD_FIELDS: dict[str, Type] = {
    "firstName": Type.TEXT,
    "lastName": Type.TEXT,
    "jobTitle": Type.TEXT,
    "companyName": Type.TEXT,
    "email": Type.EMAIL,
    "phone": Type.PHONE,
    "website": Type.URL,
    "locale": Type.TEXT,
    "sourceDetail": Type.TEXT,
    **{f"address.{part}": Type.TEXT for part in ADDRESS},
}
CUSTOM = "customFields."

_LONGEST = {Type.TEXT: 2000, Type.LONG_TEXT: 10_000, Type.PHONE: 50, Type.URL: 500, Type.EMAIL: 320}
_YES, _NO = frozenset({"on", "true", "yes", "1"}), frozenset({"off", "false", "no", "0"})
# Names that may be told of; whatever else came may be somebody's data.
_PLAIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,59}")


class NotSo(ValueError):
    """A value is not of the type that its field takes."""


@dataclass(slots=True)
class Answers:
    """What was answered, by lead field, `more` that becomes nothing of a lead, by label, and what is wrong with it."""

    by_field: dict[str, Any] = field(default_factory=dict)
    more: dict[str, Any] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def read_answers(form: CaptureForm, values: Mapping[str, Any], *, strictly: bool = True) -> Answers:
    """Reads what came. `strictly` a field that is not on the list is a problem; else it is passed over."""
    answers = Answers()
    known = {ask["name"] for ask in form.asks} | WITH_EVERY_FORM | {form.honeypot_field}
    if strictly:
        unknown = [name for name in values if name not in known]
        answers.problems += [_named("UNKNOWN_FIELD", name) for name in unknown[:10]]
    for ask in form.asks:
        try:
            value = read_value(Type(ask["type"]), values.get(ask["name"]))
        except NotSo:
            answers.problems.append(_named("INVALID", ask["name"]))
            continue
        if value is None and ask["required"]:
            answers.problems.append(_named("REQUIRED", ask["name"]))
        elif value is not None and ask["leadField"] is not None:
            answers.by_field.setdefault(ask["leadField"], value)
        elif value is not None:
            answers.more[ask["label"] or ask["name"]] = value
    return answers


def _named(code: str, name: str) -> str:
    return f"{code} {name}" if _PLAIN_NAME.fullmatch(name) else code


def read_value(kind: Type, given: Any) -> Any:
    """A value of this type, None where nothing was answered. Pages send texts alone, programs what JSON has."""
    if isinstance(given, list) and len(given) == 1:
        given = given[0]
    if given is None or (isinstance(given, str) and not given.strip()):
        return None
    match kind, given:
        case Type.BOOLEAN, bool():
            return given
        case Type.BOOLEAN, str() if given.strip().lower() in _YES | _NO:
            return given.strip().lower() in _YES
        case Type.NUMBER, int() | float() if not isinstance(given, bool):
            return given
        case Type.NUMBER, str():
            return _number(given)
        case Type.DATE, str():
            return _date(given)
        case ((Type.TEXT | Type.LONG_TEXT | Type.PHONE | Type.URL | Type.EMAIL), str()):
            return _text(kind, given)
    raise NotSo


def _number(given: str) -> int | float:
    text = given.strip()
    if not re.fullmatch(r"[+-]?\d{1,15}([.,]\d{1,10})?", text, re.ASCII):
        raise NotSo
    return float(text.replace(",", ".")) if re.search("[.,]", text) else int(text)


def _date(given: str) -> str:
    text = given.strip()
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise NotSo from None


def _text(kind: Type, given: str) -> str | None:
    try:
        text = clean(given, limit=_LONGEST[kind], multiline=kind is Type.LONG_TEXT)
        if text is not None and kind is Type.EMAIL:
            normalise_email(text)
    except (TextProblem, ContactProblem):
        raise NotSo from None
    return text


def is_filled(form: CaptureForm, values: Mapping[str, Any]) -> bool:
    """Whether something is in the field that people do not see."""
    return form.honeypot_field is not None and values.get(form.honeypot_field) not in (None, "", [""])


def consent_mark(text: str) -> str:
    """What the consent's box sends: which text it stood beside."""
    return sha256(text.encode()).hexdigest()[:16]


def agreed(text: str | None, given: Any) -> bool | None:
    """Whether somebody agreed to this text; None where they agreed to another one."""
    try:
        return text is not None and bool(read_value(Type.BOOLEAN, given))
    except NotSo:
        return True if text is not None and given == consent_mark(text) else None
