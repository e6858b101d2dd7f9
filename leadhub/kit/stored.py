"""Input objects kept as JSON: a filter that somebody saved is read again years later, or refused."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

from strawberry import UNSET
from strawberry.types import get_object_definition

from leadhub.kit.words import camel

T = TypeVar("T")


def stored(given: object) -> dict[str, Any]:
    """A Strawberry input object as JSON, by the names of the schema: `{"firstName": {"in": ["Ada"]}}`. Only what was
    given; enums by name, moments in ISO 8601, decimals as text."""
    return {
        shown: _write(getattr(given, name))
        for shown, (name, _) in _fields(type(given)).items()
        if getattr(given, name) is not UNSET
    }


def read_stored(type: type[T], data: Any) -> T:
    """The input object of this type that `stored` wrote. ValueError for what is not one: a field that there is not
    (or no more), one that is missing, a value of another kind."""
    if not isinstance(data, dict):
        raise ValueError(f"{type.__name__} is stored as an object.")
    known = _fields(type)
    if unknown := data.keys() - known.keys():
        raise ValueError(f"{type.__name__} has no field `{min(unknown)}`.")
    values = {known[shown][0]: _read(known[shown][1], value, shown) for shown, value in data.items()}
    try:
        return type(**values)
    except TypeError as error:
        raise ValueError(f"{type.__name__} is not complete: {error}") from None


def _fields(type: Any) -> dict[str, tuple[str, Any]]:
    """Name in Python and type of each field, by its name in the schema."""
    if not _is_input(type):
        raise TypeError(f"{type.__name__} is no input type")
    return _looked_up(type)


@cache
def _looked_up(type: Any) -> dict[str, tuple[str, Any]]:
    hints = get_type_hints(type)
    return {
        field.graphql_name or camel(field.python_name): (field.python_name, hints[field.python_name])
        for field in type.__strawberry_definition__.fields
    }


def _is_input(hint: Any) -> bool:
    definition = get_object_definition(hint)
    return definition is not None and definition.is_input


def _write(value: Any) -> Any:
    match value:
        case list():
            return [_write(part) for part in value]
        case Enum():
            return value.name
        case datetime():
            return value.isoformat()
        case Decimal():
            return str(value)
    return stored(value) if _is_input(type(value)) else value


def _read(hint: Any, value: Any, name: str) -> Any:
    if get_origin(hint) in {Union, UnionType}:  # of an input, always with None
        if value is None:
            return None
        [hint] = (part for part in get_args(hint) if part is not NoneType)
    if isinstance(hint, NewType):
        hint = hint.__supertype__
    if get_origin(hint) is list:
        if not isinstance(value, list):
            raise ValueError(f"`{name}` is stored as a list.")
        [part] = get_args(hint)
        return [_read(part, one, name) for one in value]
    if _is_input(hint):
        return read_stored(hint, value)
    try:
        return _scalar(hint, value)
    except (KeyError, TypeError, ValueError, InvalidOperation):
        raise ValueError(f"`{name}` cannot be {value!r}.") from None


def _scalar(hint: Any, value: Any) -> Any:
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint[value]
    read = _SCALARS.get(hint)
    if read is not None and isinstance(value, str):
        return read(value)
    # bool is an int in Python, but not in JSON.
    if type(value) is not hint:
        raise TypeError
    return value


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError
    return moment


_SCALARS: dict[type, Callable[[str], Any]] = {datetime: _moment, Decimal: Decimal}
