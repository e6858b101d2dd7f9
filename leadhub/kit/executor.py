"""Executes operations: what they select of rows by a plan that was compiled once, all else by graphql-core."""

from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    GraphQLObjectType,
    Undefined,
    VariableNode,
    get_nullable_type,
    is_object_type,
)
from graphql.language import DirectiveNode, Visitor, visit
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from leadhub.kit.compiling import Compiler, NotCompiled
from leadhub.kit.plans import Plan

MOST_PLANS = 100


class _Conditions(Visitor):
    """Finds the variables that @skip and @include look at."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_directive(self, node: DirectiveNode, *_: Any) -> None:
        for argument in node.arguments or ():
            if isinstance(argument.value, VariableNode):
                self.names.add(argument.value.name.value)


class Plans:
    """The plans of one document, valid as long as its nodes are: it is kept with the document. Bounded."""

    def __init__(self, document: DocumentNode) -> None:
        self.document = document
        conditions = _Conditions()
        visit(document, conditions)
        self._conditions = tuple(conditions.names)
        self._known: dict[Any, Plan | None] = {}

    def find(self, kind: GraphQLObjectType, details: Any, executor: "CompiledExecutor") -> Plan | None:
        """The plan for what is selected of a type, under these variables; None where there is none."""
        values = executor.variable_values.coerced
        nodes = [id(one.node) for one in details]
        key = (kind.name, *nodes, *[values.get(name, Undefined) for name in self._conditions])
        if key not in self._known:
            if len(self._known) >= MOST_PLANS:
                self._known.clear()
            self._known[key] = self._compile(kind, details, executor)
        return self._known[key]

    def _compile(self, kind: GraphQLObjectType, details: Any, executor: "CompiledExecutor") -> Plan | None:
        def collect(kind: GraphQLObjectType, details: Any) -> Any:
            return executor.collect_subfields(kind, details).grouped_field_set

        try:
            return Compiler(collect).plan(kind, details)
        except NotCompiled:
            return None


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
