"""What an operation costs: estimated from its document before it runs, counted from its answer afterwards.

An object is a point, a root field one more, a mutation ten; what is asked for of each row of a page is multiplied by the
page's size.
"""

from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_list_type,
)

from leadhub.kit.connection import DEFAULT_PAGE
from leadhub.kit.writing import Written

ROOT_FIELD = 1
MUTATION = 10
# The schema's description has limits of its own; asked for whole it takes as long as a page of leads.
INTROSPECTION = 100
# What a list without pages is taken to hold, such as the tags of a lead.
UNPAGED = 5
_MANY = 10**9

_HOLD_OBJECTS = frozenset({dict, list, Written})

_COMPOSITE = GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType


class Estimate:
    """One operation's cost. Linear: a fragment is walked once for each page size it is met with."""

    def __init__(
        self, schema: GraphQLSchema, fragments: dict[str, FragmentDefinitionNode], variables: dict[str, Any]
    ) -> None:
        self._schema = schema
        self._fragments = fragments
        self._variables = variables
        self._known: dict[tuple[str, int | None], int] = {}

    def of(self, operation: OperationDefinitionNode) -> int:
        """The points of a valid operation."""
        root = self._schema.get_root_type(operation.operation)
        assert root is not None
        each = MUTATION if operation.operation.value == "mutation" else ROOT_FIELD
        return min(self._selection(operation.selection_set, root, None, each), _MANY)

    def _selection(self, selections: SelectionSetNode, on: Any, page: int | None, each: int = 0) -> int:
        total = 0
        for node in selections.selections:
            if isinstance(node, FieldNode):
                total += self._field(node, on, page, each)
            elif isinstance(node, InlineFragmentNode):
                narrowed = (
                    self._schema.get_type(node.type_condition.name.value) if node.type_condition else on
                )
                total += self._selection(node.selection_set, narrowed, page, each)
            elif isinstance(node, FragmentSpreadNode):
                total += self._fragment(node.name.value, page, each)
        return min(total, _MANY)

    def _fragment(self, name: str, page: int | None, each: int) -> int:
        if (name, page) not in self._known:
            fragment = self._fragments[name]
            on = self._schema.get_type(fragment.type_condition.name.value)
            self._known[name, page] = self._selection(fragment.selection_set, on, page, each)
        return self._known[name, page]

    def _field(self, node: FieldNode, on: Any, page: int | None, each: int) -> int:
        name = node.name.value
        if name.startswith("__") or isinstance(on, GraphQLUnionType):
            return INTROSPECTION if node.selection_set else each
        field = on.fields[name]
        kind = get_named_type(field.type)
        if node.selection_set is None or not isinstance(kind, _COMPOSITE):
            return each
        below = self._selection(node.selection_set, kind, self._page(node, field))
        if is_list_type(get_nullable_type(field.type)):
            return each + (UNPAGED if page is None else page) * (1 + below)
        return each + 1 + below

    def _page(self, node: FieldNode, field: Any) -> int | None:
        """The size of the page that this field gives; None for one that has no pages."""
        if "first" not in field.args:
            return None
        for argument in node.arguments or ():
            if argument.name.value in {"first", "last"}:
                size = self._number(argument.value)
                if size is not None:
                    return size
        return DEFAULT_PAGE

    def _number(self, value: Any) -> int | None:
        """The size that a value says; None for what no page has, which takes nothing off the cost of all else."""
        found: Any = None
        if isinstance(value, VariableNode):
            found = self._variables.get(value.name.value)
        elif isinstance(value, IntValueNode) and len(value.value) < 10:
            found = int(value.value)
        return int(found) if isinstance(found, int | float) and 0 < found < _MANY else None


def counted(data: dict[str, Any] | None, *, is_mutation: bool) -> int:
    """The points of an answer: its objects, and its root fields."""
    objects, waiting = 0, list((data or {}).values())
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            objects += 1
            waiting += [part for part in value.values() if part.__class__ in _HOLD_OBJECTS]
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, Written):
            objects += value.objects
    return objects + max(len(data or {}), 1) * (MUTATION if is_mutation else ROOT_FIELD)
