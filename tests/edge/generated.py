"""Operations made up from the schema: valid, but with the strangest values that it allows."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any
from uuid import UUID

from graphql import (
    ArgumentNode,
    DocumentNode,
    FieldNode,
    NameNode,
    ObjectFieldNode,
    OperationDefinitionNode,
    SelectionSetNode,
    StringValueNode,
    VariableDefinitionNode,
    VariableNode,
    Visitor,
    VisitorAction,
    parse_type,
    value_from_ast_untyped,
    visit,
)
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis_graphql import from_schema, nodes

from leadhub.kit.node import to_global
from leadhub.schema import sdl
from tests.walk import NODE_TYPES, SCHEMA

_EDGES = [0, 1, 2, 100, 101, -1, 2**31 - 1, -(2**31)]
_HUGE = [2**31, 2**53, 2**63, 2**64, -(2**63), 10**99, -(10**99)]
_TEXTS = [
    "", " ", "\0", "a\0b", "%", "_", "\\", "'", "' or 1=1 --", "\ufeff", "\u202e", "\ufffe", "é", "e\u0301" * 40,
    "😀", "ß", "İ", "x" * 5000, "@x.test", "a@b.test", "+4930123456", "+1", "https://a.test/?\0", "javascript:1",
    "EUR", "de-DE", "null", "{}", "\r\n\t", "W10", "WyIiXQ", "lhi_x", "2026-01-01", "NaN", "-0", "1e999999999",
]  # fmt: skip
_MOMENTS = [
    "0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999-14:00",
    "9999-12-31T23:59:59.999999Z", "1970-01-01T00:00:00Z", "2024-02-29T12:00:00+05:45", "2026-01-31T24:00:00Z",
]  # fmt: skip
_AMOUNTS = [
    "0", "-0", "1e999999999", "-1e-999999999", "NaN", "sNaN", "Infinity", "999999999999999.9999", "1e15", "0.00001",
    "1000.50", "٣", "1_000", " 1 ", "0x10",
]  # fmt: skip

# Whose id it is becomes known with the tenant: `OWN` and `OTHER` are rows of it, `FOREIGN` is another tenant's.
OWN, OTHER, FOREIGN, NEVER = _WHOSE = ("<own>", "<other>", "<foreign>", "<never>")
_OTHERWISE = {
    "owner": "Member",
    "manager": "Member",
    "reassignTo": "Member",
    "parent": "Team",
    "source": "LeadSource",
    "endpoint": "WebhookEndpoint",
    "delivery": "WebhookDelivery",
}

Rows = dict[str, list[str]]


def _texts() -> st.SearchStrategy[str]:
    return st.sampled_from(_TEXTS) | st.text(max_size=30)


def _zones() -> st.SearchStrategy[Any]:
    return st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


def _json() -> st.SearchStrategy[Any]:
    leaves = (
        st.none().map(lambda _: nodes.Null)
        | st.booleans().map(nodes.Boolean)
        | (st.integers() | st.sampled_from(_HUGE)).map(nodes.Int)
        | st.floats(allow_nan=False, allow_infinity=False).map(nodes.Float)
        | _texts().map(nodes.String)
    )
    names = st.sampled_from(["size", "a", "__proto__", "in", "X" * 60])
    return st.recursive(
        leaves,
        lambda inner: (
            st.lists(inner, max_size=4).map(nodes.List)
            | st.dictionaries(names, inner, max_size=4).map(
                lambda parts: nodes.Object(
                    [ObjectFieldNode(name=NameNode(value=name), value=value) for name, value in parts.items()]
                )
            )
        ),
        max_leaves=8,
    )


def _mostly(usual: list[Any], strange: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Otherwise hardly an operation with several values would get as far as the database."""
    return st.integers(0, 3).flatmap(lambda at: strange if at == 0 else st.sampled_from(usual))


_SCALARS = {
    "ID": _mostly([OWN, OWN, OTHER], st.sampled_from([FOREIGN, NEVER]) | _texts()).map(nodes.String),
    "Int": _mostly([1, 1, 2, 10], st.sampled_from(_EDGES) | st.integers(-(2**31), 2**31 - 1)).map(nodes.Int),
    "String": _texts().map(nodes.String),
    "DateTime": _mostly(
        _MOMENTS, st.datetimes(timezones=_zones()).map(datetime.isoformat) | _texts()
    ).map(nodes.String),
    "Decimal": _mostly(
        _AMOUNTS, st.decimals().map(str) | st.sampled_from(_HUGE).map(str)
    ).map(nodes.String) | st.integers(-1000, 1000).map(nodes.Int),
    "JSON": _json(),
}  # fmt: skip


def operations(count: int, number: int) -> list[DocumentNode]:
    """So many documents, always the same for a number."""
    found: list[DocumentNode] = []
    nullable, whole = (
        from_schema(
            sdl(), custom_scalars=_SCALARS, allow_null=allow_null, print_ast=lambda document: document
        )
        for allow_null in (True, False)
    )

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    @given(nullable | whole)
    def collect(document: DocumentNode) -> None:
        found.append(document)

    collect()
    return found


def placed(document: DocumentNode, rows: Rows, foreign: Rows) -> DocumentNode:
    """The same with ids, where it only says whose they are."""
    return visit(document, _Placing(rows, foreign))


class _Placing(Visitor):
    def __init__(self, rows: Rows, foreign: Rows) -> None:
        super().__init__()
        self.rows, self.foreign = rows, foreign

    def enter_argument(self, node: ArgumentNode, *_: object) -> VisitorAction:
        """Most made up cursors are left out, and pages in both directions: they hide all else."""
        is_cursor = node.name.value in {"after", "before"} and isinstance(node.value, StringValueNode)
        is_short = is_cursor and len(node.value.value) < 15
        return self.REMOVE if is_short or node.name.value == "last" else None

    def enter_string_value(
        self, node: StringValueNode, _key: Any, _parent: Any, _path: Any, ancestors: list[Any]
    ) -> StringValueNode | None:
        if node.value not in _WHOSE:
            return None
        kind = _kind_at([part.name.value for part in ancestors if getattr(part, "name", None)])
        rows = (self.foreign if node.value == FOREIGN else self.rows).get(kind, [""])
        never = to_global(kind, UUID(int=0))
        return StringValueNode(value={OTHER: rows[-1], NEVER: never}.get(node.value, rows[0]))


def _kind_at(names: list[str]) -> str:
    """Whose id belongs there, by the names on the way from the root field: those of a thing end with its type's."""
    names = [name for name in names if name not in {"eq", "ne", "in", "input", "filter"}]
    name = next((name for name in reversed(names) if name != "id"), "")
    stem = name.removesuffix("s").removesuffix("Id")
    found = [kind for kind in NODE_TYPES if stem.lower().endswith(kind.lower())]
    return _OTHERWISE.get(stem) or max(found, key=len, default="Lead")


def with_variables(document: DocumentNode) -> tuple[DocumentNode, dict[str, Any]]:
    """The same with a variable for each argument of a root field, as programs write it, and their values."""
    [operation] = document.definitions
    assert isinstance(operation, OperationDefinitionNode)
    root = SCHEMA.get_root_type(operation.operation)
    assert root is not None
    declared, values, fields = [], {}, []
    for field in operation.selection_set.selections:
        assert isinstance(field, FieldNode)
        arguments = []
        for argument in field.arguments:
            name = NameNode(value=f"v{len(declared)}")
            variable = VariableNode(name=name)
            type_ = parse_type(str(root.fields[field.name.value].args[argument.name.value].type))
            declared.append(VariableDefinitionNode(variable=variable, type=type_))
            values[name.value] = value_from_ast_untyped(argument.value)
            arguments.append(ArgumentNode(name=argument.name, value=variable))
        fields.append(
            FieldNode(
                alias=field.alias,
                name=field.name,
                arguments=tuple(arguments),
                selection_set=field.selection_set,
            )
        )
    changed = OperationDefinitionNode(
        operation=operation.operation,
        variable_definitions=tuple(declared),
        selection_set=SelectionSetNode(selections=tuple(fields)),
    )
    return DocumentNode(definitions=(changed,)), values
