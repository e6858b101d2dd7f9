"""Executes operations: by a plan that was compiled once, whole or what they select of rows; all else by graphql-core."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from graphql import (
    DocumentNode,
    ExecutionResult,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    Undefined,
    VariableNode,
    get_nullable_type,
    is_object_type,
)
from graphql.execution.collect_fields import FragmentDetails, collect_fields, collect_subfields
from graphql.execution.values import VariableValues
from graphql.language import DirectiveNode, Visitor, visit
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from leadhub.kit.compiling import Compiler
from leadhub.kit.loaders import Wants, new_loaders
from leadhub.kit.plans import Plan
from leadhub.kit.roots import RootRefused, calling, reading_variables
from leadhub.kit.selected import NotCompiled

T = TypeVar("T")

MOST_PLANS = 100


class _Looking(Visitor):
    """Finds the variables that @skip and @include look at, and whether the schema is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.introspects = False

    def enter_field(self, node: FieldNode, *_: Any) -> None:
        self.introspects |= node.name.value in {"__schema", "__type"}

    def enter_directive(self, node: DirectiveNode, *_: Any) -> None:
        for argument in node.arguments or ():
            if isinstance(argument.value, VariableNode):
                self.names.add(argument.value.name.value)


@dataclass(frozen=True, slots=True)
class Whole:
    """The plan of a whole query, and what it reads of rows."""

    plan: Plan
    wants: Wants
    is_one_field: bool


class Plans:
    """The plans of one document, valid as long as its nodes are: it is kept with the document. Bounded."""

    def __init__(self, document: DocumentNode) -> None:
        self.document = document
        found = _Looking()
        visit(document, found)
        self._conditions = tuple(found.names)
        # Its thousands of objects have no plan: each look for one would be for nothing.
        self.introspects = found.introspects
        self._known: dict[Any, Any] = {}
        self._fragments = {
            node.name.value: FragmentDetails(node, None)
            for node in document.definitions
            if isinstance(node, FragmentDefinitionNode)
        }

    async def answer(
        self, schema: GraphQLSchema, operation: OperationDefinitionNode, given: dict[str, Any] | None
    ) -> ExecutionResult | None:
        """What a query comes to by a plan for all of it, None where there is no such plan. Raises for whatever is wrong,
        unless it is all that there is to say."""
        read = self._once(id(operation), lambda: reading_variables(schema, operation))
        assert read is not None
        variables = read(given)
        values = variables.coerced
        key = (id(operation), *[values.get(name, Undefined) for name in self._conditions])
        whole = self._once(key, lambda: self._compile_whole(schema, operation, variables))
        if whole is None:
            return None
        new_loaders(whole.wants)
        try:
            [data] = await whole.plan.run([variables])
        except RootRefused as refusal:
            if not whole.is_one_field:
                raise
            return refusal.result()
        return ExecutionResult(data, None)

    def find(self, kind: GraphQLObjectType, details: Any, executor: "CompiledExecutor") -> Plan | None:
        """The plan for what is selected of a type, under these variables; None where there is none."""
        values = executor.variable_values.coerced
        nodes = [id(one.node) for one in details]
        key = (kind.name, *nodes, *[values.get(name, Undefined) for name in self._conditions])
        return self._once(key, lambda: self._compile(kind, details, executor))

    def _once(self, key: Any, compile: Callable[[], T]) -> T | None:
        if key not in self._known:
            if len(self._known) >= MOST_PLANS:
                self._known.clear()
            try:
                self._known[key] = compile()
            except NotCompiled:
                self._known[key] = None
        found: T | None = self._known[key]
        return found

    def _compile(self, kind: GraphQLObjectType, details: Any, executor: "CompiledExecutor") -> Plan:
        def collect(kind: GraphQLObjectType, details: Any) -> Any:
            return executor.collect_subfields(kind, details).grouped_field_set

        return Compiler(collect).plan(kind, details)

    def _compile_whole(
        self, schema: GraphQLSchema, operation: OperationDefinitionNode, variables: VariableValues
    ) -> Whole:
        def collect(kind: GraphQLObjectType, details: Any) -> Any:
            found = collect_subfields(schema, self._fragments, variables, operation, kind, details)
            return found.grouped_field_set

        assert schema.query_type is not None
        roots = collect_fields(schema, self._fragments, variables, schema.query_type, operation)
        compiler = Compiler(collect)
        plan = compiler.root(schema.query_type, roots.grouped_field_set, calling(schema))
        fields = [node for nodes in roots.grouped_field_set.values() for node in nodes]
        return Whole(plan, compiler.wants, is_one_field=len(fields) == 1)


@dataclass(slots=True)
class Attempt:
    """One run of an operation by its plans, where there are some: then some were `used`. If it comes to errors too,
    graphql-core must run the whole operation again: only then errors, their paths and their order are its own."""

    plans: Plans
    used: bool = False


class CompiledExecutor(StrawberryGraphQLCoreExecutionContext):
    """Answers objects and lists by a plan where there is one, and as graphql-core does otherwise."""

    def __init__(self, *args: Any, attempt: Attempt | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._attempt = attempt

    def complete_object_value(
        self, return_type: Any, field_details_list: Any, info: Any, path: Any, result: Any, context: Any
    ) -> Any:
        """One object."""
        plan = self._plan(return_type, field_details_list)
        if plan is None:
            return super().complete_object_value(return_type, field_details_list, info, path, result, context)
        return self._one(plan, result) if plan.must_wait else plan.begin([result])[0]

    def complete_iterable_value(
        self, item_type: Any, field_details_list: Any, info: Any, path: Any, items: Any, context: Any
    ) -> Any:
        """A list."""
        kind = get_nullable_type(item_type)
        is_plain = items.__class__ is list and is_object_type(kind)
        plan = self._plan(kind, field_details_list) if is_plain else None
        if plan is None:
            return super().complete_iterable_value(item_type, field_details_list, info, path, items, context)
        return plan.run(items) if plan.must_wait else plan.begin(items)

    def _plan(self, kind: Any, details: Any) -> Plan | None:
        if self._attempt is None:
            return None
        plan = self._attempt.plans.find(kind, details, self)
        self._attempt.used |= plan is not None
        return plan

    async def _one(self, plan: Plan, row: Any) -> Any:
        return (await plan.run([row]))[0]
