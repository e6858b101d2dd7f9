"""GraphQL enums made of the plain ones that models use."""

from enum import Enum

import strawberry
from strawberry.types.enum import has_enum_definition


def describe_enum(kind: type[Enum], description: str, **values: str) -> None:
    """Makes a GraphQL enum of a plain one. Strawberry knows descriptions of values only for enums that are
    written in its own words (0.341), which models are not."""
    if values.keys() != kind.__members__.keys():
        raise TypeError(f"{kind.__name__} needs a description for each of its values, and for no other")
    # A type that was imported earlier may have made it one already, without a description; making it twice
    # would be two enums of one name.
    if not has_enum_definition(kind):
        strawberry.enum(kind)
    assert has_enum_definition(kind)
    kind.__strawberry_definition__.description = description
    for value in kind.__strawberry_definition__.values:
        value.description = values[value.name]
