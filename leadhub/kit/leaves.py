"""How values of leaf types are written: by the type's own serialisation, with the usual case first.

What is not usual raises, and then graphql-core answers, with the error that it would have had anyway.
"""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any

from graphql import GraphQLEnumType, GraphQLError, GraphQLLeafType, Undefined
from graphql.execution import Executor
from graphql.pyutils import is_awaitable

Write = Callable[[Any], Any]

# What a value of these types must be to stand for itself: serialising it would answer the same.
AS_IT_IS = {
    "String": "(v := {}).__class__ is str",
    "ID": "(v := {}).__class__ is str",
    "Boolean": "(v := {}).__class__ is bool",
    "Int": "(v := {}).__class__ is int and -2147483648 <= v <= 2147483647",
}

# Values of these are neither errors nor waited for, and can be keys.
_PLAIN = frozenset({str, int, bool, float, datetime, Decimal})


class NotUsual(Exception):
    """A value that the compiled way does not answer."""


def writer(kind: GraphQLLeafType, *, is_required: bool) -> Write:
    """Writes a value of this type, None included; raises for whatever would be an error."""
    names = names_of(kind) if isinstance(kind, GraphQLEnumType) else {}
    serialise = kind.coerce_output_value

    def write(value: Any) -> Any:
        if value.__class__ in _PLAIN:
            written = names.get(value) or serialise(value)
            if written is None or written is Undefined:
                raise NotUsual
            return written
        if value is None or value is Undefined:
            if is_required:
                raise NotUsual
            return None
        if isinstance(value, Exception) or is_awaitable(value):
            raise NotUsual
        return (names and names.get(value)) or Executor.complete_leaf_value(kind, value)

    return write


def names_of(kind: GraphQLEnumType) -> dict[Any, str]:
    """What the values of an enum are called."""
    names: dict[Any, str] = {}
    for given in kind.values.values():
        try:
            names[given.value] = kind.coerce_output_value(given.value)
        except (GraphQLError, TypeError):
            continue
    return names
