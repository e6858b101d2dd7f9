"""What sources, tags and custom fields may be, and what leads may carry in custom fields."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from leadhub.errors import Invalid, LimitExceeded, Required
from leadhub.kit.inputs import Inputs
from leadhub.kit.named import Named, add_named, check_room, id_of_name, take_turns
from leadhub.labels.models import CustomField, CustomFieldKind, LabelEvent, LeadSource, Tag

SOURCES = Named(LeadSource, LabelEvent.SOURCE_CREATED, LabelEvent.SOURCE_UPDATED, most=500)
TAGS = Named(Tag, LabelEvent.TAG_CREATED, LabelEvent.TAG_UPDATED, most=1000, longest=50)
MOST_CUSTOM_FIELDS = 100
MOST_CHOICES = 100
LONGEST_CHOICE = 100
MOST_VALUES = 100
LONGEST_VALUE = 2000
LARGEST_NUMBER = 1e15

_KEY = re.compile(r"[a-z][a-zA-Z0-9]{0,39}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


async def make_tag(name: str, *path: str) -> Tag:
    """A new tag of this normalised name, with its event; or the one that somebody made just before us.
    Raises LimitExceeded at `path`, by default input.tags."""
    await take_turns(Tag)
    there = await id_of_name(Tag, name)
    if there is not None:
        return await Tag.mine().get(id=there)
    await check_room(Tag, TAGS.most, *(path or ("input", "tags")))
    return await add_named(TAGS, name)


def read_key(inputs: Inputs, value: str) -> str:
    """The key of a new custom field."""
    if not _KEY.fullmatch(value):
        message = "A key is a small letter from a to z and up to 39 letters and digits, such as contractEnd."
        inputs.fault(Invalid(message, path=["input", "key"]))
    return value


def read_choices(
    inputs: Inputs, kind: CustomFieldKind, given: Sequence[str] | None, *, before: Sequence[str] = ()
) -> list[str]:
    """The choices of a custom field, normalised; none of those that it had `before` may be missing."""
    path = ["input", "choices"]
    if kind is not CustomFieldKind.CHOICE:
        if given:
            inputs.fault(Invalid("Only a field of the kind CHOICE has choices.", path=path))
        return []
    if not given:
        inputs.fault(Required("A field of the kind CHOICE needs at least one choice.", path=path))
    elif len(given) > MOST_CHOICES:
        inputs.fault(LimitExceeded(f"A field may have {MOST_CHOICES} choices.", path=path))
    choices = [
        inputs.name(text, "choices", str(at), limit=LONGEST_CHOICE)
        for at, text in enumerate((given or ())[:MOST_CHOICES])
    ]
    for at, choice in enumerate(choices):
        if choice and choice in choices[:at]:
            inputs.fault(Invalid("This choice is there twice.", path=[*path, str(at)]))
    if given and not set(before) <= set(choices):
        inputs.fault(Invalid("Choices can be added but not taken away: leads may carry them.", path=path))
    return choices


def read_custom_values(inputs: Inputs, given: Any, fields: Sequence[CustomField]) -> dict[str, Any]:
    """The values that a lead's input sets by key of the custom field, as they are stored; None takes the
    value away. Notes a fault at `input.customFields.<key>` for each that cannot be."""
    path = ["input", "customFields"]
    if not isinstance(given, dict):
        inputs.fault(Invalid('This must be an object of values by key, such as {"size": 12}.', path=path))
        return {}
    if len(given) > MOST_VALUES:
        inputs.fault(LimitExceeded(f"At most {MOST_VALUES} values at once.", path=path))
        return {}
    by_key = {field.key: field for field in fields if field.archived_at is None}
    values: dict[str, Any] = {}
    for key, value in given.items():
        with inputs.collect():
            if key not in by_key:
                raise Invalid("There is no custom field in use with this key.", path=[*path, key])
            values[key] = None if value is None else _read_value(inputs, by_key[key], value)
    return values


def _read_value(inputs: Inputs, field: CustomField, value: Any) -> Any:
    path = ["customFields", field.key]
    match field.kind, value:
        case CustomFieldKind.TEXT, str():
            return inputs.text(value, *path, limit=LONGEST_VALUE, multiline=True)
        case CustomFieldKind.NUMBER, int() | float() if _is_number(value):
            return value
        case CustomFieldKind.DATE, str() if _is_date(value):
            return value
        case CustomFieldKind.BOOLEAN, bool():
            return value
        case CustomFieldKind.CHOICE, str() if value in field.choices:
            return value
    raise Invalid(_EXPECTED[field.kind], path=["input", *path])


_EXPECTED = {
    CustomFieldKind.TEXT: "This must be a text.",
    CustomFieldKind.NUMBER: "This must be a number, up to 1e15 in either direction.",
    CustomFieldKind.DATE: "This must be a day, such as 2026-01-31.",
    CustomFieldKind.BOOLEAN: "This must be true or false.",
    CustomFieldKind.CHOICE: "This must be one of the field's choices.",
}


def _is_number(value: float) -> bool:
    # Not a number compares with nothing, and Python takes True for 1.
    return not isinstance(value, bool) and abs(value) <= LARGEST_NUMBER


def _is_date(text: str) -> bool:
    try:
        return bool(_DATE.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False
