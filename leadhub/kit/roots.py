"""Root fields of a plan: their resolvers, called as Strawberry calls them, but with what can be known once known once."""

from collections.abc import Callable, Sequence
from functools import partial
from inspect import iscoroutinefunction
from typing import Any

from graphql import (
    ArgumentNode,
    ExecutionResult,
    FieldNode,
    GraphQLField,
    GraphQLSchema,
    OperationDefinitionNode,
    VariableNode,
    Visitor,
    get_argument_values,
    get_nullable_type,
    get_variable_values,
    is_non_null_type,
    is_scalar_type,
    located_error,
    visit,
)
from graphql.execution.get_variable_signature import GraphQLVariableSignature, get_variable_signature
from graphql.execution.values import VariableValues, VariableValueSource, coerce_argument
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.types.arguments import convert_arguments
from strawberry.types.field import StrawberryField

from leadhub.errors import LeadHubError
from leadhub.kit import traces
from leadhub.kit.compiling import Call
from leadhub.kit.leaves import NotUsual
from leadhub.kit.plans import Values
from leadhub.kit.selected import NotCompiled

_NONE = VariableValues({}, {})
_MOST = 2**31 - 1
# What a variable of these types must be to be taken as it is.
_PLAIN = {"ID": str, "String": str, "Boolean": bool, "Int": int}


class RootRefused(Exception):
    """The resolver of a root field raised a fault, before anything below it was looked at."""

    def __init__(self, node: FieldNode, definition: GraphQLField, fault: LeadHubError) -> None:
        super().__init__(fault.message)
        self.node = node
        self.definition = definition
        self.fault = fault

    def result(self) -> ExecutionResult:
        """What graphql-core makes of it where there is no other field."""
        key = (self.node.alias or self.node.name).value
        error = located_error(self.fault, [self.node], [key])
        return ExecutionResult(None if is_non_null_type(self.definition.type) else {key: None}, [error])


ReadVariables = Callable[[dict[str, Any] | None], VariableValues]


def reading_variables(schema: GraphQLSchema, operation: OperationDefinitionNode) -> ReadVariables:
    """Reads the variables of an operation as graphql-core does; raises NotUsual when they are wrong."""
    definitions = operation.variable_definitions
    if not definitions:
        return lambda _: _NONE

    def read(given: dict[str, Any] | None) -> VariableValues:
        # Whatever is wrong, graphql-core says it: here nobody would read more than that something is.
        values = get_variable_values(schema, definitions, given or {}, max_errors=0, hide_suggestions=True)
        if isinstance(values, list):
            raise NotUsual
        return values

    signatures = [get_variable_signature(schema, definition) for definition in definitions]
    plain = {
        one.name: (one, _PLAIN[kind])
        for one in signatures
        if isinstance(one, GraphQLVariableSignature) and (kind := str(get_nullable_type(one.type))) in _PLAIN
    }
    return partial(_read_plain, plain, read) if len(plain) == len(definitions) else read


def _read_plain(
    plain: dict[str, tuple[GraphQLVariableSignature, type[Any]]],
    read: ReadVariables,
    given: dict[str, Any] | None,
) -> VariableValues:
    """Variables that are all there and as they should be; others are left to `read`."""
    if given is None:
        return read(given)
    values = VariableValues({}, {})
    for name, (signature, kind) in plain.items():
        value: Any = given.get(name)
        if value.__class__ is not kind or (kind is int and not -_MOST <= value <= _MOST):
            return read(given)
        values.sources[name] = VariableValueSource(signature, value)
        values.coerced[name] = value
    return values


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
                wanted = [arguments(variables) for variables in rows]
                try:
                    return [await resolve(**each) for each in wanted]
                except LeadHubError as fault:
                    raise RootRefused(node, given, fault) from fault

        return values

    return call


def _arguments(
    given: GraphQLField, definition: StrawberryField, node: FieldNode, converter: GraphQLCoreConverter
) -> Callable[[VariableValues], dict[str, Any]]:
    """What a resolver is called with: what follows from the document is made once, and no resolver changes it."""
    convert = partial(
        convert_arguments,
        arguments=definition.arguments,
        scalar_registry=converter.scalar_registry,
        config=converter.config,
    )

    def read(variables: VariableValues) -> dict[str, Any]:
        return convert(get_argument_values(given, node, variables))

    written = {argument.name.value: argument for argument in node.arguments or ()}
    names = {
        converter.config.name_converter.from_argument(one): one.python_name for one in definition.arguments
    }
    varying = {
        name: argument.value.name.value
        for name, argument in written.items()
        if isinstance(argument.value, VariableNode)
        and is_scalar_type(get_nullable_type(given.args[name].type))
    }
    if any(_mentions_variables(argument) for name, argument in written.items() if name not in varying):
        return read
    fixed: dict[str, Any] = {}
    try:
        for name in given.args.keys() - varying:
            coerce_argument(fixed, node, name, given.args[name], written.get(name), None, None)
        fixed = convert(fixed)
    except Exception as error:  # whatever a scalar makes of it: graphql-core says it at its place
        raise NotCompiled("has arguments that are wrong") from error

    def read_varying(variables: VariableValues) -> dict[str, Any]:
        values = {names[name]: variables.coerced.get(variable) for name, variable in varying.items()}
        return read(variables) if None in values.values() else fixed | values

    return read_varying if varying else lambda _: fixed


def _mentions_variables(node: ArgumentNode) -> bool:
    found: list[VariableNode] = []

    class Looking(Visitor):
        def enter_variable(self, node: VariableNode, *_: Any) -> None:
            found.append(node)

    visit(node, Looking())
    return bool(found)
