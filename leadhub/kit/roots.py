"""Root fields of a plan: their resolvers, called as Strawberry calls them, but with what can be known once known once."""

from collections.abc import Callable, Sequence
from inspect import iscoroutinefunction
from typing import Any

from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLSchema,
    OperationDefinitionNode,
    Visitor,
    get_argument_values,
    get_variable_values,
    visit,
)
from graphql.execution.values import VariableValues
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.types.arguments import convert_arguments
from strawberry.types.field import StrawberryField

from leadhub.kit import traces
from leadhub.kit.compiling import Call, NotCompiled
from leadhub.kit.leaves import NotUsual
from leadhub.kit.plans import Values

_NONE = VariableValues({}, {})


def read_variables(
    schema: GraphQLSchema, operation: OperationDefinitionNode, given: dict[str, Any] | None
) -> VariableValues:
    """An operation's variables, as graphql-core reads them; raises NotUsual when they are wrong."""
    if not operation.variable_definitions:
        return _NONE
    read = get_variable_values(schema, operation.variable_definitions, given or {})
    if isinstance(read, list):
        raise NotUsual
    return read


def calling(schema: GraphQLSchema) -> Call:
    """How the root fields of this schema are called."""
    made: Any = schema
    converter: GraphQLCoreConverter = made._strawberry_schema.schema_converter  # noqa: SLF001

    def call(given: GraphQLField, definition: StrawberryField, node: FieldNode) -> Values:
        resolver = definition.base_resolver
        if resolver is None or not iscoroutinefunction(resolver.wrapped_func):
            raise NotCompiled("has no resolver that is waited for")
        if resolver.self_parameter or resolver.parent_parameter or resolver.root_parameter:
            raise NotCompiled("has a resolver that wants a root")
        if resolver.info_parameter:
            raise NotCompiled("has a resolver that wants more than its arguments")
        resolve, arguments = resolver.wrapped_func, _arguments(given, definition, node, converter)
        name = f"field {node.name.value}"

        async def values(rows: Sequence[VariableValues]) -> list[Any]:
            with traces.span(name):
                return [await resolve(**arguments(variables)) for variables in rows]

        return values

    return call


def _arguments(
    given: GraphQLField, definition: StrawberryField, node: FieldNode, converter: GraphQLCoreConverter
) -> Callable[[VariableValues], dict[str, Any]]:
    def read(variables: VariableValues) -> dict[str, Any]:
        return convert_arguments(
            get_argument_values(given, node, variables),
            definition.arguments,
            scalar_registry=converter.scalar_registry,
            config=converter.config,
        )

    if _mentions_variables(node):
        return read
    try:
        fixed = read(_NONE)
    except Exception as error:  # whatever a scalar makes of it: graphql-core says it at its place
        raise NotCompiled("has arguments that are wrong") from error
    return lambda _: fixed


class _Variables(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.found = False

    def enter_variable(self, *_: Any) -> None:
        self.found = True


def _mentions_variables(node: FieldNode) -> bool:
    looking = _Variables()
    for argument in node.arguments or ():
        visit(argument, looking)
    return looking.found
