"""Whether fields that stand under one name in an answer can be merged, in time that grows with the document.

graphql-core compares each field of a name with each other, and each fragment with each other, which a short document drives
to tens of thousands of comparisons. The specification asks for less than its wording suggests (5.3.2, Field Selection Merging):
"the same as" and "of the same shape as" hold for all fields of a name as soon as they hold between the first of them and each
other. So all that stand under a name are looked at together, and what is below them is merged and looked at once: the idea is
Simon Adameit's, and Sangria and graphql-java check in this way. Fields of different object types never meet in one answer, so
that only the shape of their values must agree.

Merged selections are remembered by their fields, wherever fragments bring them together again. Types whose selections meet in
an interface in ever new ways can still multiply: therefore the fields that are looked at are counted and bounded.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    ListValueNode,
    ObjectValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
    is_leaf_type,
)

from leadhub.kit.limits import OverLimit

# Tokens allow for less than two thousand fields; fragments bring them to several places.
FIELDS = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class _Field:
    """A field where it is written. Without a `definition` it is one of `__typename`, `__schema` and `__type`, or below
    those: whose shape nothing can contradict."""

    node: FieldNode
    parent: GraphQLNamedType | None
    definition: GraphQLField | None

    @property
    def below(self) -> GraphQLNamedType | None:
        return None if self.definition is None else get_named_type(self.definition.type)


@dataclass(frozen=True, slots=True)
class _Selection:
    """What a selection set says itself. Fields are known by who they are: those that are equal may stand at two places."""

    fields: dict[int, _Field]
    spreads: dict[str, None]  # a set that keeps their order


class _Conflict(Exception):
    def __init__(self, one: _Field, other: _Field, why: str) -> None:
        super().__init__(why)
        self.nodes = [one.node, other.node]


def find_overlap(schema: GraphQLSchema, document: DocumentNode) -> GraphQLError | None:
    """The first pair of fields that cannot be merged, in the words of graphql-core; None when all can. The document must be
    valid otherwise: nothing in it is unknown, no fragment spreads itself. Raises OverLimit."""
    overlaps = _Overlaps(schema, document)
    try:
        for operation in document.definitions:
            if isinstance(operation, OperationDefinitionNode):
                root = schema.get_root_type(operation.operation)
                overlaps.check(overlaps.merged([overlaps.selection(operation.selection_set, root)]))
    except _Conflict as conflict:
        return GraphQLError(
            f"Fields '{_name(conflict.nodes[0])}' conflict because {conflict}. "
            "Use different aliases on the fields to fetch both if this was intentional.",
            conflict.nodes,
        )
    return None


class _Overlaps:
    """One document."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode) -> None:
        self._schema = schema
        self._fragments = {
            one.name.value: one for one in document.definitions if isinstance(one, FragmentDefinitionNode)
        }
        self._selections: dict[int, _Selection] = {}
        self._checked: set[frozenset[int]] = set()
        self._of_one_shape: set[frozenset[int]] = set()
        self._looked_at = 0

    def check(self, fields: dict[int, _Field]) -> None:
        """Raises _Conflict unless these fields of one answer, and all below them, can be merged."""
        if (known := frozenset(fields)) in self._checked:
            return
        self._checked.add(known)
        for group in _by_name(fields.values()):
            meeting = _meeting(group)
            for each in meeting:
                self._look_at(len(each))
                _check_sameness(each)
            _check_shape(group)
            for each in meeting:
                self.check(self._below(each))
            if len(meeting) > 1:
                self._check_shapes(self._below(group))

    def _check_shapes(self, fields: dict[int, _Field]) -> None:
        if (known := frozenset(fields)) in self._of_one_shape:
            return
        self._of_one_shape.add(known)
        for group in _by_name(fields.values()):
            _check_shape(group)
            self._check_shapes(self._below(group))

    def _below(self, fields: Sequence[_Field]) -> dict[int, _Field]:
        return self.merged(
            self.selection(each.node.selection_set, each.below) for each in fields if each.node.selection_set
        )

    def merged(self, selections: Iterable[_Selection]) -> dict[int, _Field]:
        """All fields of these selections, with those of the fragments that they spread."""
        fields: dict[int, _Field] = {}
        spread: set[str] = set()
        waiting = list(selections)
        for selection in waiting:
            self._look_at(len(selection.fields) + len(selection.spreads))
            fields |= selection.fields
            new = [name for name in selection.spreads if name not in spread]
            spread.update(new)
            waiting += map(self._fragment, new)
        return fields

    def _fragment(self, name: str) -> _Selection:
        fragment = self._fragments[name]
        return self.selection(
            fragment.selection_set, self._schema.get_type(fragment.type_condition.name.value)
        )

    def selection(self, node: SelectionSetNode, parent: GraphQLNamedType | None) -> _Selection:
        """What stands in a selection set and in its inline fragments."""
        found = self._selections.get(id(node))
        if found is None:
            found = self._selections[id(node)] = _Selection({}, {})
            self._read(node, parent, found)
        return found

    def _read(self, node: SelectionSetNode, parent: GraphQLNamedType | None, into: _Selection) -> None:
        known = parent.fields if isinstance(parent, GraphQLObjectType | GraphQLInterfaceType) else {}
        for each in node.selections:
            if isinstance(each, FieldNode):
                into.fields[id(each)] = _Field(each, parent, known.get(each.name.value))
            elif isinstance(each, InlineFragmentNode):
                on = each.type_condition
                self._read(
                    each.selection_set, parent if on is None else self._schema.get_type(on.name.value), into
                )
            else:
                into.spreads[each.name.value] = None  # type: ignore[attr-defined]

    def _look_at(self, fields: int) -> None:
        self._looked_at += fields
        if self._looked_at > FIELDS:
            raise OverLimit("fields (counted wherever fragments bring them)", self._looked_at, FIELDS)


def _name(node: FieldNode) -> str:
    return (node.alias or node.name).value


def _by_name(fields: Iterable[_Field]) -> Iterable[list[_Field]]:
    groups = defaultdict(list)
    for each in fields:
        groups[_name(each.node)].append(each)
    return groups.values()


def _meeting(group: list[_Field]) -> list[list[_Field]]:
    """The fields that can come together for one object: all but those of different object types."""
    if all(each.parent is group[0].parent for each in group):
        return [group]
    of_type: dict[str, list[_Field]] = defaultdict(list)
    anywhere = []
    for each in group:
        if isinstance(each.parent, GraphQLObjectType):
            of_type[each.parent.name].append(each)
        else:
            anywhere.append(each)
    return [each + anywhere for each in of_type.values()] or [anywhere]


def _check_sameness(group: list[_Field]) -> None:
    """Raises _Conflict unless all are the same field with the same arguments."""
    first, *others = group
    name = first.node.name.value
    arguments = _arguments(first.node) if others else ()
    for other in others:
        if other.node.name.value != name:
            raise _Conflict(first, other, f"'{name}' and '{other.node.name.value}' are different fields")
        if (arguments or other.node.arguments) and _arguments(other.node) != arguments:
            raise _Conflict(first, other, "they have differing arguments")


def _check_shape(group: list[_Field]) -> None:
    """Raises _Conflict unless the values of all have the same shape: as lists, null or not, and of one type if leaves."""
    first: _Field | None = None
    for each in group:
        if each.definition is None:
            continue
        if first is None or first.definition is None:
            first = each
        elif each.definition is not first.definition and _shape(each.definition) != _shape(first.definition):
            why = f"they return conflicting types '{first.definition.type}' and '{each.definition.type}'"
            raise _Conflict(first, each, why)


def _shape(definition: GraphQLField) -> str:
    named = get_named_type(definition.type)
    told = str(definition.type)
    return told if is_leaf_type(named) else told.replace(named.name, "{}")


def _arguments(node: FieldNode) -> dict[str, Any]:
    return {argument.name.value: _value(argument.value) for argument in node.arguments or ()}


def _value(node: ValueNode) -> Any:
    """What is the same only for the same value; the order of an object's fields is nothing."""
    if isinstance(node, VariableNode):
        return "$", node.name.value
    if isinstance(node, ObjectValueNode):
        return {field.name.value: _value(field.value) for field in node.fields}
    if isinstance(node, ListValueNode):
        return [_value(value) for value in node.values]
    return node.kind, getattr(node, "value", None), getattr(node, "block", None)
