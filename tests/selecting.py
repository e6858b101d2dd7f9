"""Selections made up from a schema: aliases, fragments of every kind, directives, and the same field more than once."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    is_required_argument,
)

FLAGS = ("a", "b", "c")
_ABSTRACT = GraphQLInterfaceType | GraphQLUnionType
_COMPOSITE = GraphQLObjectType | _ABSTRACT


class Selecting:
    """One operation: `text` and the `flags` that its directives ask for."""

    def __init__(self, schema: GraphQLSchema, dice: random.Random, *, deepest: int = 3) -> None:
        self._schema, self._dice, self._deepest = schema, dice, deepest
        self._fragments: list[str] = []
        self._names = (f"n{at}" for at in range(10_000))
        self.flags = {flag: dice.random() < 0.5 for flag in FLAGS}

    def operation(self, roots: list[str]) -> str:
        """A query of these root fields, each as far as its arguments, such as `leads(first: 5)`."""
        query = self._schema.query_type
        assert query is not None
        fields = []
        for root in roots:
            kind = get_named_type(query.fields[root.split("(", maxsplit=1)[0]].type)
            fields.append(f"{next(self._names)}: {root} {self._selection(kind, self._deepest)}")
        flags = ", ".join(f"${flag}: Boolean!" for flag in FLAGS)
        used = (
            "{ " + " ".join(f"{next(self._names)}: __typename @include(if: ${flag})" for flag in FLAGS) + " }"
        )
        head = f"query({flags}) {{ {' '.join(fields)} ... on Query {used} }}"
        return "\n".join([head, *self._fragments])

    def _selection(self, kind: Any, depth: int) -> str:
        parts = [self._part(kind, depth) for _ in range(self._dice.randint(1, 5))]
        return "{ " + " ".join(["__typename", *parts]) + " }"

    def _part(self, kind: Any, depth: int) -> str:
        if isinstance(kind, _ABSTRACT):
            inner = self._dice.choice(self._schema.get_possible_types(kind))
            return f"... on {inner.name} {self._selection(inner, depth)}"
        wrapped = self._dice.random()
        if wrapped < 0.08 and depth > 0:
            return f"...{self._flag()} {self._selection(kind, depth - 1)}"
        if wrapped < 0.16 and depth > 0:
            name = f"F{len(self._fragments)}"
            self._fragments.append("")
            at = len(self._fragments) - 1
            self._fragments[at] = f"fragment {name} on {kind.name} {self._selection(kind, depth - 1)}"
            return f"...{name} ...{name}{self._flag()}"
        return self._field(kind, depth)

    def _field(self, kind: GraphQLObjectType, depth: int) -> str:
        choices = list(self._choices(kind, depth))
        if not choices:
            return "__typename"
        name, field = self._dice.choice(choices)
        inner = get_named_type(field.type)
        below = self._selection(inner, depth - 1) if isinstance(inner, _COMPOSITE) else ""
        given = "(first: 3)" if "first" in field.args else ""
        alias = f"{next(self._names)}: " if self._dice.random() < 0.4 or given else ""
        return f"{alias}{name}{given}{self._flag()} {below}"

    def _choices(self, kind: GraphQLObjectType, depth: int) -> Iterator[tuple[str, GraphQLField]]:
        for name, field in kind.fields.items():
            if any(is_required_argument(argument) for argument in field.args.values()):
                continue
            if depth > 0 or not isinstance(get_named_type(field.type), _COMPOSITE):
                yield name, field

    def _flag(self) -> str:
        if self._dice.random() > 0.15:
            return ""
        return f" @{self._dice.choice(['skip', 'include'])}(if: ${self._dice.choice(FLAGS)})"
