"""What an operation needs, read from its document before anything runs."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
)
from strawberry.schema.schema_converter import GraphQLCoreConverter

from leadhub.errors import BadRequest, MissingScope, Unauthenticated
from leadhub.kit.actor import Actor, acting, request
from leadhub.kit.fields import ACCESS
from leadhub.kit.node import entity_of
from leadhub.kit.scopes import Access, Introspection, Open, Scope

_COMPOSITE = GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType


@dataclass
class Needs:
    """What an operation needs: at once, and below public fields once there is an actor."""

    now: set[Access] = field(default_factory=set)
    once_signed_in: set[Scope] = field(default_factory=set)
    introspects: bool = False
    only_public_mutations: bool = False


def access_of(graphql_field: Any) -> Access:
    """The access that a root field declares; a root field without one does not build."""
    definition = graphql_field.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)
    access = definition.metadata.get(ACCESS) if definition else None
    if access is None:
        raise TypeError(f"Root field {graphql_field} names no scope: make it with query() or mutation()")
    return access  # type: ignore[no-any-return]


def entity_access(graphql_type: Any) -> Access | None:
    """The access that a type declares, or None for a type that is no entity."""
    definition = graphql_type.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)
    found = entity_of(getattr(definition, "origin", None))
    return found.access if found else None


class Reading:
    """One walk over an operation. Linear: each fragment is walked once for each type it is met on."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode, variables: dict[str, Any]) -> None:
        self.schema = schema
        self.variables = variables
        self.fragments = {
            node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
        }
        self.walked: set[tuple[str, str]] = set()

    def needs(self, operation: OperationDefinitionNode) -> Needs:
        root = self.schema.get_root_type(operation.operation)
        assert root is not None
        needs = Needs()
        accesses: list[Access] = []
        for node, _ in list(self._fields(operation.selection_set, root)):
            self._root_field(node, root, needs, accesses)
        needs.only_public_mutations = bool(accesses) and all(
            access is Open.PUBLIC and operation.operation.value == "mutation" for access in accesses
        )
        return needs

    def _root_field(
        self, node: FieldNode, root: GraphQLObjectType, needs: Needs, accesses: list[Access]
    ) -> None:
        name = node.name.value
        if name in {"__schema", "__type"}:
            needs.introspects = True
        if name.startswith("__"):
            return
        access = access_of(root.fields[name])
        accesses.append(access)
        self.walked.clear()
        below = set(self._below(node, root))
        if access is Open.PUBLIC:
            needs.once_signed_in |= {scope for scope in below if isinstance(scope, Scope)}
        else:
            needs.now |= {access} | below

    def _below(self, node: FieldNode, parent: _COMPOSITE) -> Iterator[Access]:
        if node.name.value.startswith("__") or isinstance(parent, GraphQLUnionType):
            return
        kind = get_named_type(parent.fields[node.name.value].type)
        if not isinstance(kind, _COMPOSITE) or node.selection_set is None:
            return
        if (access := entity_access(kind)) is not None:
            yield access
        for child, on in self._fields(node.selection_set, kind):
            if (access := entity_access(on)) is not None:
                yield access
            yield from self._below(child, on)

    def _fields(self, selections: SelectionSetNode, on: Any) -> Iterator[tuple[FieldNode, Any]]:
        for node in selections.selections:
            if not self._included(node):
                continue
            if isinstance(node, FieldNode):
                yield node, on
            elif isinstance(node, InlineFragmentNode):
                narrowed = node.type_condition.name.value if node.type_condition else on.name
                yield from self._fields(node.selection_set, self.schema.get_type(narrowed))
            elif isinstance(node, FragmentSpreadNode):
                fragment = self.fragments[node.name.value]
                narrowed = fragment.type_condition.name.value
                if (node.name.value, narrowed) not in self.walked:
                    self.walked.add((node.name.value, narrowed))
                    yield from self._fields(fragment.selection_set, self.schema.get_type(narrowed))

    def _included(self, node: Any) -> bool:
        for directive in node.directives or ():
            if directive.name.value in {"skip", "include"}:
                value = directive.arguments[0].value
                flag = (
                    self.variables.get(value.name.value) if isinstance(value, VariableNode) else value.value
                )
                if bool(flag) == (directive.name.value == "skip"):
                    return False
        return True


def check(needs: Needs, introspection: Introspection) -> None:
    """Refuses an operation whose needs the caller does not meet; the rest waits for the sign-in."""
    who, where = acting(), request()
    if where.refused is not None and not needs.only_public_mutations:
        raise where.refused
    if needs.introspects and introspection is not Introspection.EVERYBODY:
        if introspection is Introspection.NOBODY:
            raise BadRequest("Introspection is off on this server; the schema is published with LeadHub.")
        if who is None:
            raise Unauthenticated("Introspection is for signed-in callers here.")
    if needs.now and who is None:
        raise Unauthenticated
    where.after_sign_in = frozenset(needs.once_signed_in)
    later = set() if needs.only_public_mutations else needs.once_signed_in
    where.needed = frozenset({scope for scope in needs.now if isinstance(scope, Scope)} | later)
    if who is not None:
        check_scopes(who, where.needed)


def check_scopes(who: Actor, needed: set[Scope] | frozenset[Scope]) -> None:
    """Raises MissingScope that names what the caller lacks."""
    missing = sorted(needed - who.scopes)
    if missing:
        fault = MissingScope(missing)
        fault.caller = who
        raise fault
