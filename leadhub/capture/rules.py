"""What a capture form may be, and its keys."""

import re
import secrets
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from leadhub.capture.asks import CUSTOM, LEAD_FIELDS, WITH_EVERY_FORM
from leadhub.capture.inputs import CaptureFieldInput, CreateCaptureFormInput, UpdateCaptureFormInput
from leadhub.capture.models import CaptureFieldType, CaptureForm, DuplicateMode
from leadhub.errors import Invalid, LimitExceeded, Required
from leadhub.kit.inputs import Inputs, is_given
from leadhub.kit.named import LONGEST_NAME
from leadhub.kit.node import find
from leadhub.kit.words import camel, camel_changes
from leadhub.labels.models import CustomField, LeadSource
from leadhub.leads.ownership import read_owner, read_team

MOST_FORMS = 100
MOST_FIELDS = 50
MOST_ORIGINS = 50
LONGEST_FILL = 3600
HIGHEST_RATE = 10_000
USUAL_RATE = 600

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,59}")
_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?|https?://\[[0-9a-f:.]+\](:[0-9]{1,5})?")
# Of RFC 3986: it is written into headers.
_URL_CHARACTERS = re.compile(r"[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")


def new_keys() -> dict[str, str]:
    """A form's public key, and what signs the times of its pages."""
    return {"public_key": secrets.token_urlsafe(18), "stamp_key": secrets.token_urlsafe(32)}


async def read_form(
    inputs: Inputs, given: CreateCaptureFormInput | UpdateCaptureFormInput, before: CaptureForm | None = None
) -> dict[str, Any]:
    """The columns that an input sets; what is wrong is noted."""
    values: dict[str, Any] = {}
    if is_given(given.name):
        values["name"] = inputs.name(given.name, "name", limit=LONGEST_NAME)
    if is_given(given.fields):
        values["asks"] = await _fields(inputs, given.fields)
    if is_given(given.allowed_origins):
        values["allowed_origins"] = _origins(inputs, given.allowed_origins or [])
    if is_given(given.honeypot_field):
        values["honeypot_field"] = _honeypot(inputs, given.honeypot_field)
    if is_given(given.redirect_url):
        values["redirect_url"] = _redirect(inputs, given.redirect_url)
    if is_given(given.consent_text):
        values["consent_text"] = inputs.text(given.consent_text, "consentText", limit=5000, multiline=True)
    if is_given(given.duplicate_mode):
        values["duplicate_mode"] = given.duplicate_mode or DuplicateMode.CREATE
    _numbers(inputs, given, values)
    await _hands(inputs, given, values)
    _check_honeypot(inputs, values, before)
    return values


def _numbers(inputs: Inputs, given: Any, values: dict[str, Any]) -> None:
    limits = {"min_fill_seconds": (0, 0, LONGEST_FILL), "rate_limit": (1, USUAL_RATE, HIGHEST_RATE)}
    for name, (least, usual, most) in limits.items():
        if not is_given(number := getattr(given, name)):
            continue
        number = usual if number is None else number
        if not least <= number <= most:
            inputs.fault(Invalid(f"This is from {least} to {most}.", path=inputs.path(camel(name))))
        values[name] = number


async def _hands(inputs: Inputs, given: Any, values: dict[str, Any]) -> None:
    if is_given(given.source_id):
        with inputs.collect():
            source = given.source_id and await find(LeadSource, given.source_id, inputs.path("sourceId"))
            if source and source.archived_at is not None:
                raise Invalid("This source is archived.", path=inputs.path("sourceId"))
            values["source_id"] = source.id if source else None
    if is_given(given.owner_id):
        with inputs.collect():
            owner = await read_owner(given.owner_id)
            values["owner_id"] = owner.id if owner else None
    if is_given(given.team_id):
        with inputs.collect():
            team = await read_team(given.team_id)
            values["team_id"] = team.id if team else None


async def _fields(inputs: Inputs, given: Sequence[CaptureFieldInput] | None) -> list[dict[str, Any]]:
    if not given:
        inputs.fault(Required("A form needs at least one field.", path=inputs.path("fields")))
        return []
    if len(given) > MOST_FIELDS:
        inputs.fault(LimitExceeded(f"A form has at most {MOST_FIELDS} fields.", path=inputs.path("fields")))
        return []
    custom = {field.key for field in await CustomField.mine().filter(archived_at__isnull=True)}
    asks = [_field(inputs.below("fields", str(at)), one, custom) for at, one in enumerate(given)]
    for at, ask in enumerate(asks):
        if ask["name"] in [other["name"] for other in asks[:at]]:
            inputs.fault(Invalid("This name is there twice.", path=inputs.path("fields", str(at), "name")))
    return asks


def _field(inputs: Inputs, given: CaptureFieldInput, custom: set[str]) -> dict[str, Any]:
    check_field_name(inputs, given.name, "name")
    usual = LEAD_FIELDS.get(given.lead_field or "", CaptureFieldType.TEXT)
    if given.lead_field is not None and given.lead_field not in LEAD_FIELDS:
        prefix, _, key = given.lead_field.partition(".")
        if f"{prefix}." != CUSTOM or key not in custom:
            message = f"A lead has no such field; there are {', '.join(LEAD_FIELDS)} and {CUSTOM}<key>."
            inputs.fault(Invalid(message, path=inputs.path("leadField")))
    kind = given.type or usual
    if given.lead_field in {"email", "phone", "website"} and kind not in {usual, CaptureFieldType.TEXT}:
        inputs.fault(Invalid(f"This becomes no {given.lead_field}.", path=inputs.path("type")))
    return {
        "name": given.name,
        "label": inputs.text(given.label, "label", limit=200),
        "leadField": given.lead_field,
        "type": kind.value,
        "required": given.required,
    }


def check_field_name(inputs: Inputs, name: str, *path: str) -> None:
    """A name that a field of a form may have."""
    if not _NAME.fullmatch(name):
        message = "A name is a letter and up to 59 letters, digits, _, - and ., such as first_name."
        inputs.fault(Invalid(message, path=inputs.path(*path)))
    elif name in WITH_EVERY_FORM:
        inputs.fault(Invalid("This name has a meaning in every form.", path=inputs.path(*path)))


def _honeypot(inputs: Inputs, name: str | None) -> str | None:
    if name is not None:
        check_field_name(inputs, name, "honeypotField")
    return name


def _check_honeypot(inputs: Inputs, values: dict[str, Any], before: CaptureForm | None) -> None:
    name = values.get("honeypot_field", before and before.honeypot_field)
    asks = values.get("asks", before.asks if before else [])
    if name is not None and name in [ask["name"] for ask in asks]:
        message = "A field that people see is no trap; give this one a name of its own."
        inputs.fault(Invalid(message, path=inputs.path("honeypotField")))


def _origins(inputs: Inputs, given: Sequence[str]) -> list[str]:
    if len(given) > MOST_ORIGINS:
        inputs.fault(LimitExceeded(f"At most {MOST_ORIGINS}.", path=inputs.path("allowedOrigins")))
        return []
    origins = [origin.strip().lower().removesuffix("/") for origin in given]
    for at, origin in enumerate(origins):
        if len(origin) > 300 or not _ORIGIN.fullmatch(origin):
            message = "An origin looks like https://www.example.com: no path, and each in full."
            inputs.fault(Invalid(message, path=inputs.path("allowedOrigins", str(at))))
    return list(dict.fromkeys(origins))


def _redirect(inputs: Inputs, given: str | None) -> str | None:
    url = inputs.text(given, "redirectUrl", limit=2000)
    if url is None:
        return None
    try:
        parts = urlsplit(url)
        is_web = parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc
        is_web = is_web and bool(_ORIGIN.fullmatch(f"{parts.scheme}://{parts.netloc.lower()}"))
    except ValueError:
        is_web = False
    if not is_web or not _URL_CHARACTERS.fullmatch(url):
        message = "This looks like https://www.example.com/thanks, in letters and signs of ASCII."
        inputs.fault(Invalid(message, path=inputs.path("redirectUrl")))
    return url


def told(changes: dict[str, tuple[Any, Any]]) -> dict[str, tuple[Any, Any]]:
    """Changes by column as changes by field of the schema, without what signs."""
    shown = {name: pair for name, pair in changes.items() if name != "stamp_key"}
    if "asks" in shown:
        shown["fields"] = shown.pop("asks")
    return camel_changes(shown)
