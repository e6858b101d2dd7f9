"""What is known of the fields that an operation selects, for those who compile it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from graphql import (
    GraphQLField,
    GraphQLObjectType,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
)
from strawberry.schema.schema_converter import GraphQLCoreConverter

from leadhub.kit.model import TenantModel
from leadhub.kit.node import entity_of
from leadhub.kit.plans import Shape

if TYPE_CHECKING:
    from graphql.execution.collect_fields import FieldDetailsList, GroupedFieldSet
    from strawberry.types.field import StrawberryField

# The fields that are selected of a type.
Collect = Callable[[GraphQLObjectType, "FieldDetailsList"], "GroupedFieldSet"]


class NotCompiled(Exception):
    """Why a selection is left to graphql-core."""


def definition_of(thing: Any) -> Any:
    """What Strawberry has written of a type or a field."""
    return thing.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)


def model_of(kind: Any) -> type[TenantModel] | None:
    """The table of a type that is an entity."""
    entity = entity_of(getattr(definition_of(kind), "origin", None))
    return None if entity is None else entity.model


def described_field(given: GraphQLField) -> StrawberryField:
    """What Strawberry knows of a field that is called and nothing more."""
    definition: StrawberryField | None = definition_of(given)
    if definition is None:
        raise NotCompiled("is no field of ours")
    if definition.extensions or definition.permission_classes:
        raise NotCompiled("has extensions")
    return definition


def plain_field(given: GraphQLField) -> StrawberryField:
    """What Strawberry knows of a field whose value follows from its row alone."""
    definition = described_field(given)
    if given.args:
        raise NotCompiled("has arguments")
    resolver = definition.base_resolver
    if resolver is not None and list(resolver.signature.parameters) != ["root"]:
        raise NotCompiled("has a resolver that wants more than the row")
    return definition


def why_not(given: GraphQLField) -> str | None:
    """Why a field is left to graphql-core, whatever is selected of it; None for one that is compiled."""
    try:
        plain_field(given)
        if not is_leaf_type(get_named_type(given.type)):
            shape_of(given.type)
    except NotCompiled as reason:
        return str(reason)
    return None


def shape_of(kind: Any) -> tuple[Shape, GraphQLObjectType]:
    """What stands around the object type of a field, and that type."""
    is_required, inner = is_non_null_type(kind), get_nullable_type(kind)
    is_list = is_list_type(inner)
    each = inner.of_type if is_list else inner
    innermost: Any = get_nullable_type(each)
    if not is_object_type(innermost):
        raise NotCompiled("is of an abstract type, or a list of lists")
    return Shape(is_list, is_required, is_non_null_type(each)), innermost
