"""Spelling of names: snake_case inside, camelCase outside."""

from typing import Any


def camel(name: str, *, upper: bool = False) -> str:
    """`first_name` -> `firstName`, or `FirstName`."""
    first, *rest = name.split("_")
    return "".join([first.capitalize() if upper else first, *(word.capitalize() for word in rest)])


def underscored(name: str) -> str:
    """`firstName` -> `first_name`."""
    return "".join(f"_{char.lower()}" if char.isupper() else char for char in name)


def camel_changes(changes: dict[str, tuple[Any, Any]]) -> dict[str, tuple[Any, Any]]:
    """Changes by column as changes by field of the schema."""
    return {camel(name): pair for name, pair in changes.items()}
