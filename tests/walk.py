"""Calls generated from the schema: every root field, every id in every input, every way to every type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    OperationType,
    get_named_type,
    is_leaf_type,
    is_required_argument,
    is_required_input_field,
)

from leadhub.kit import limits
from leadhub.schema import build_schema

SCHEMA: GraphQLSchema = build_schema()._schema
NODE_TYPES = sorted(kind.name for kind in SCHEMA.get_possible_types(SCHEMA.type_map["Node"]))

_ROOTS = {
    operation.value: kind
    for operation in OperationType
    if (kind := SCHEMA.get_root_type(operation)) is not None
}

Path = tuple[str, ...]


@dataclass(frozen=True)
class Root:
    """A root field."""

    kind: str
    name: str

    @property
    def field(self) -> GraphQLField:
        return _ROOTS[self.kind].fields[self.name]

    def __str__(self) -> str:
        return self.name


def roots() -> list[Root]:
    """All root fields."""
    return [Root(kind, name) for kind, type_ in _ROOTS.items() for name in type_.fields]


def id_paths(root: Root) -> list[Path]:
    """The ways to every id that a root field's arguments can carry."""
    return [
        path for name, argument in root.field.args.items() for path in _ids_below(argument.type, (name,), ())
    ]


def _ids_below(type_: Any, path: Path, above: tuple[str, ...]) -> Iterator[Path]:
    named = get_named_type(type_)
    if named.name == "ID":
        yield path
    elif isinstance(named, GraphQLInputObjectType) and named.name not in above:
        for name, field in named.fields.items():
            yield from _ids_below(field.type, (*path, name), (*above, named.name))


def input_at(root: Root, path: Path) -> tuple[str, str]:
    """The input type (or root field) and the name of the field at a path: where an id's meaning is told."""
    parts: dict[str, Any] = dict(root.field.args)
    owner = root.name
    for name in path[:-1]:
        named = get_named_type(parts[name].type)
        owner, parts = named.name, named.fields
    return owner, path[-1]


class Values:
    """Builds arguments: what is required, and what leads to one path. `known` gives values by input type and
    field, or by root field and argument; what it does not know is made up from the type."""

    def __init__(self, known: Any) -> None:
        self.known = known

    def arguments(self, root: Root, path: Path = (), value: Any = None) -> dict[str, Any]:
        return self._object(root.name, root.field.args, path, value)

    def _object(self, owner: str, fields: dict[str, Any], path: Path, value: Any) -> dict[str, Any]:
        built = {}
        for name, field in fields.items():
            known = self.known(owner, name)
            if path and path[0] == name:
                built[name] = self._towards(field.type, path[1:], value)
            elif known is not None:
                built[name] = known
            elif _is_required(field):
                built[name] = self._made_up(field.type)
        return built

    def _towards(self, type_: Any, path: Path, value: Any) -> Any:
        bare = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
        if isinstance(bare, GraphQLList):
            return (
                value if not path and isinstance(value, list) else [self._towards(bare.of_type, path, value)]
            )
        if not path:
            return value
        return self._object(bare.name, bare.fields, path, value)

    def _made_up(self, type_: Any) -> Any:
        bare = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
        if isinstance(bare, GraphQLList):
            return []
        if isinstance(bare, GraphQLEnumType):
            return next(iter(bare.values))
        if isinstance(bare, GraphQLInputObjectType):
            return self._object(bare.name, bare.fields, (), None)
        return {"Int": 1, "Boolean": True, "Decimal": "1"}.get(bare.name, "made up")


def _is_required(field: Any) -> bool:
    return (
        is_required_argument(field) if isinstance(field, GraphQLArgument) else is_required_input_field(field)
    )


def document(root: Root, depth: int = 4) -> str:
    """An operation on a root field that selects all there is below it, to some depth; a lesser one where that would be more
    than the server takes."""
    head, call = _call(root)
    text = f"{head} {{ {call} {selection(root.field.type, depth)} }}"
    return document(root, depth - 1) if text.count("__typename") > limits.SAME_FIELD else text


def _call(root: Root) -> tuple[str, str]:
    """The head of an operation with a variable for each argument, and the root field that passes them."""
    if not root.field.args:
        return root.kind, root.name
    declared = ", ".join(f"${name}: {_optional(argument)}" for name, argument in root.field.args.items())
    passed = ", ".join(f"{name}: ${name}" for name in root.field.args)
    return f"{root.kind}({declared})", f"{root.name}({passed})"


def _optional(argument: GraphQLArgument) -> str:
    return str(argument.type) if is_required_argument(argument) else str(argument.type).removesuffix("!")


def selection(type_: Any, depth: int, renamed: dict[str, str] | None = None) -> str:
    """All fields below a type that need no arguments; some under names of their own."""
    named = get_named_type(type_)
    if is_leaf_type(named):
        return ""
    parts: list[str] = []
    if isinstance(named, GraphQLInterfaceType):
        for possible in SCHEMA.get_possible_types(named):
            own_names = {
                name: f"{possible.name}_{name}"
                for name, usual in _usual_types(named).items()
                if name in possible.fields and str(possible.fields[name].type) != usual
            }
            parts.append(f"... on {possible.name} {selection(possible, min(depth, 2), own_names)}")
        return f"{{ {' '.join(parts)} }}"
    for name, field in named.fields.items():
        if any(is_required_argument(argument) for argument in field.args.values()):
            continue
        shown = f"{renamed[name]}: {name}" if renamed and name in renamed else name
        if is_leaf_type(get_named_type(field.type)):
            parts.append(shown)
        elif depth > 1:
            parts.append(f"{shown} {selection(field.type, depth - 1)}")
    # Not everywhere: a field may be in a document a hundred times.
    return f"{{ {' '.join(parts or ['__typename'])} }}"


def _usual_types(interface: GraphQLInterfaceType) -> dict[str, str]:
    """What fields of each name are on most types: beside those, others need a name of their own."""
    types: dict[str, Counter[str]] = {}
    for possible in SCHEMA.get_possible_types(interface):
        for name, field in possible.fields.items():
            types.setdefault(name, Counter())[str(field.type)] += 1
    return {name: found.most_common(1)[0][0] for name, found in types.items()}


def ways_to(type_name: str) -> list[tuple[str, str]]:
    """Every field of every type that answers this type, as (label, document); each is reached from a root."""
    found = []
    for parent in SCHEMA.type_map.values():
        if not isinstance(parent, GraphQLObjectType) or parent.name.startswith("__"):
            continue
        for name, field in parent.fields.items():
            if get_named_type(field.type).name == type_name:
                found.append((f"{parent.name}.{name}", _reach(parent, name)))
    if type_name in NODE_TYPES:
        found.append(
            (f"node ... on {type_name}", f'{{ node(id: "x") {{ ... on {type_name} {{ __typename }} }} }}')
        )
    return found


def _reach(parent: GraphQLObjectType, name: str) -> str:
    """A document that goes the shortest way from a root field to `parent.name`."""
    for root in roots():
        if root.name == name and parent in _ROOTS.values():
            return _wrap(root, ())
    start: list[tuple[Root, Path, Any]] = [(root, (), get_named_type(root.field.type)) for root in roots()]
    seen: set[str] = set()
    for root, path, named in start:
        if named is parent:
            return _wrap(root, (*path, name))
        if isinstance(named, GraphQLObjectType) and named.name not in seen:
            seen.add(named.name)
            start += [
                (root, (*path, child), get_named_type(field.type)) for child, field in named.fields.items()
            ]
    raise AssertionError(f"no way from a root field to {parent.name}")


def _wrap(root: Root, path: Path) -> str:
    inner = "{ __typename }"
    for name in reversed(path):
        inner = f"{{ {name} {inner} }}"
    head, call = _call(root)
    return f"{head} {{ {call} {inner} }}"
