"""Relay's global ids outside, UUIDs inside, and the entities that can be found by one."""

from binascii import Error, a2b_base64, b2a_base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, dataclass_transform
from uuid import UUID

import strawberry

from leadhub.errors import Invalid
from leadhub.kit.model import TenantModel
from leadhub.kit.records import is_row_of
from leadhub.kit.scopes import Access, Open

T = TypeVar("T", bound=TenantModel)

# What a field's metadata tells who compiles: the columns that its resolver reads; the part of a page that it shows; that
# what is selected of it is read of the page's rows; that its resolver answers what `read_one` found.
COLUMNS = "columns"
PAGE = "page"
ROWS = "rows"
READ_ONE = "read_one"


@dataclass(frozen=True, slots=True)
class Entity:
    """A GraphQL type made from a tenant table: its table and the scope that reads it."""

    model: type[TenantModel]
    access: Access


def to_global(type_name: str, id: UUID) -> strawberry.ID:
    """The opaque id that clients see."""
    # No three letters of a name or an id come to a `+` or a `/`, which would have to be others in a URL.
    return strawberry.ID(b2a_base64(f"{type_name}:{id}".encode(), newline=False).decode().rstrip("="))


def from_global(value: str) -> tuple[str, UUID]:
    """Type name and UUID of a global id; raises ValueError when it is none."""
    try:
        padded = value.encode("ascii") + b"=" * (-len(value) % 4)
        type_name, _, text = a2b_base64(padded).decode().partition(":")
        id = UUID(text)
    except (Error, UnicodeError, ValueError) as error:
        raise ValueError("This is not an id that LeadHub gave out.") from error
    if to_global(type_name, id) != value.rstrip("="):
        raise ValueError("This is not an id that LeadHub gave out.")
    return type_name, id


def read_id(value: str, type_name: str, path: Sequence[str | int]) -> UUID:
    """The UUID in an input's id; a fault at `path` when it is malformed or of another type."""
    try:
        found, id = from_global(value)
    except ValueError as error:
        raise Invalid(str(error), path=path) from None
    if found != type_name:
        raise Invalid(f"This is the id of a {found}; a {type_name} is needed here.", path=path)
    return id


def name_rows(changes: Mapping[str, tuple[Any, Any]], kinds: Mapping[str, str]) -> dict[str, tuple[Any, Any]]:
    """Changes with ids as clients know them, in the columns that `kinds` gives a type for."""
    shown = dict(changes)
    for name in changes.keys() & kinds.keys():
        old, new = (to_global(kinds[name], id) if id else None for id in changes[name])
        shown[name] = (old, new)
    return shown


async def find(model: type[T], value: str, path: Sequence[str | int], *, type_name: str | None = None) -> T:
    """The row that an input's id names, if the caller sees it; NOT_FOUND says no more than that."""
    id = read_id(value, type_name or model.__name__, path)
    row = await model.seen(id)
    if row is None:
        raise await model.missing(id, path)
    return row


def global_id(root: Any) -> strawberry.ID:
    """The id of a row as clients see it."""
    return to_global(type(root).__name__, root.id)


@strawberry.interface(description="Anything with an id of its own, found again with `node(id)`.")
class Node:
    id: strawberry.ID = strawberry.field(
        resolver=global_id,
        description="Opaque and globally unique; keep it as it is.",
        metadata={COLUMNS: {"id"}},
    )


def described(description: str, **options: Any) -> Any:
    """A plain column: read straight from the row."""
    return strawberry.field(description=description, **options)


def computed(resolver: Callable[[Any], Any], description: str, *columns: str, **options: Any) -> Any:
    """A field that is worked out from these columns of its row alone."""
    return strawberry.field(
        resolver=resolver, description=description, metadata={COLUMNS: set(columns)}, **options
    )


@dataclass_transform(kw_only_default=True, field_specifiers=(described, computed, strawberry.field))
def entity(model: type[TenantModel], access: Access) -> Callable[[type], type]:
    """The only way to make a GraphQL type from a tenant table; reading it needs `access`."""

    def build(cls: type) -> type:
        def is_type_of(obj: Any, _info: Any) -> bool:
            return is_row_of(obj, model)

        cls.is_type_of = is_type_of  # type: ignore[attr-defined]
        built = strawberry.type(cls, description=describe(cls, access))
        built.__leadhub_entity__ = Entity(model, access)  # type: ignore[attr-defined]
        return built

    return build


def extends(extended: Any) -> Callable[[type], type]:
    """Adds fields to a type of a slice below, which knows nothing of them."""

    def build(cls: type) -> type:
        built: Any = strawberry.type(cls)
        extended.__strawberry_definition__.fields += built.__strawberry_definition__.fields
        return cls

    return build


def entity_of(graphql_type: Any) -> Entity | None:
    """The entity behind a Strawberry type, or None for a plain type."""
    return getattr(graphql_type, "__leadhub_entity__", None)


def _sentence(thing: Any) -> str:
    text = " ".join((thing.__doc__ or "").split())
    if not text:
        raise TypeError(f"{thing.__name__} needs a docstring: it is the user manual")
    return text


_NEEDS = {Open.PUBLIC: "Open to everybody.", Open.SIGNED_IN: "Open to everybody who is signed in."}


def describe(thing: Any, access: Access | None = None) -> str:
    """A docstring as GraphQL description, with the scope that is needed."""
    text = _sentence(thing)
    if access is None:
        return text
    return f"{text} {_NEEDS[access] if isinstance(access, Open) else f'Needs the scope `{access}`.'}"
