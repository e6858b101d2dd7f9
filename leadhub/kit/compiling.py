"""Compiles what an operation selects of an object type into a plan."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from inspect import iscoroutinefunction
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from graphql import (
    GraphQLField,
    GraphQLObjectType,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
)
from strawberry.schema.schema_converter import GraphQLCoreConverter

from leadhub.kit.leaves import AS_IT_IS, NotUsual, Write, writer
from leadhub.kit.loaders import Many, One, Relation, Through, Wants, load
from leadhub.kit.model import TenantModel
from leadhub.kit.node import COLUMNS, PAGE, ROWS, entity_of
from leadhub.kit.plans import Below, Later, Plan, Read, Shape, Step, Values, nested
from leadhub.kit.statements import Columns

if TYPE_CHECKING:
    from graphql import FieldNode
    from graphql.execution.collect_fields import FieldDetailsList, GroupedFieldSet
    from strawberry.types.field import StrawberryField

Collect = Callable[[GraphQLObjectType, "FieldDetailsList"], "GroupedFieldSet"]
# How a root field is answered; the rows are the operation's variables.
Call = Callable[[GraphQLField, "StrawberryField", "FieldNode"], Values]


class NotCompiled(Exception):
    """Why a selection is left to graphql-core."""


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a field's value comes from: a function of its row, as text too when it is an attribute; or what must be
    waited for, for all rows at once. `columns` are those it reads of its row; None: any.

    `relation` is what it follows, perhaps to rows that its value is derived from; what `loads` may follow any.
    """

    columns: Columns
    read: Read | None = None
    attribute: str | None = None
    values: Values | None = None
    relation: Relation | None = None
    is_derived: bool = False
    loads: bool = False
    is_page: bool = False
    is_of_rows: bool = False

    def all_values(self) -> Values:
        """The values for all rows at once, whichever it is."""
        if self.values is not None:
            return self.values
        read = self.read
        assert read is not None

        async def at_hand(rows: Sequence[Any]) -> list[Any]:
            return list(map(read, rows))

        return at_hand


@dataclass(slots=True)
class _Draft:
    """A plan on its way."""

    parts: list[str] = field(default_factory=list)
    scope: dict[str, Any] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    columns: set[str] = field(default_factory=set)
    reads_all: bool = False
    is_page: bool = False

    def named(self, value: Any) -> str:
        """A name for a value that the answering function uses."""
        name = f"f{len(self.scope)}"
        self.scope[name] = value
        return name

    def reads(self, columns: Columns) -> None:
        self.columns |= columns or set()
        self.reads_all |= columns is None

    def plan(self, is_type_of: Any) -> Plan:
        columns = None if self.reads_all else frozenset(self.columns)
        return Plan(is_type_of, self._function(), tuple(self.steps), columns, self.is_page)

    def _function(self) -> Read:
        # Nothing of a client's gets into this text but names, which GraphQL's grammar keeps to letters and digits.
        exec(f"def answer(row):\n return {{{', '.join(self.parts)}}}", self.scope)  # noqa: S102
        answer: Read = self.scope["answer"]
        return answer


class Compiler:
    """Compiles the selections of one operation; `collect` gives the fields that are selected of a type. `wants` says
    afterwards what the plans read of the rows that relations lead to."""

    def __init__(self, collect: Collect) -> None:
        self._collect = collect
        self.wants = Wants()

    def root(self, kind: GraphQLObjectType, fields: GroupedFieldSet, call: Call) -> Plan:
        """The plan of a whole operation, whose one row are its variables; raises NotCompiled."""

        def source(given: GraphQLField, node: FieldNode) -> _Source:
            model = _model(get_named_type(given.type))
            itself = None if model is None else One(model, "id")
            return _Source(None, values=call(given, _described(given), node), relation=itself)

        return self._plan(kind, fields, source)

    def plan(self, kind: GraphQLObjectType, details: FieldDetailsList) -> Plan:
        """The plan of a selection; raises NotCompiled."""
        return self._plan(kind, self._collect(kind, details), lambda given, _: _source(_plain(given)))

    def _plan(
        self,
        kind: GraphQLObjectType,
        fields: GroupedFieldSet,
        source_of: Callable[[GraphQLField, FieldNode], _Source],
    ) -> Plan:
        draft = _Draft()
        for name, selected in fields.items():
            node = selected[0].node
            if node.name.value == "__typename":
                draft.parts.append(f'"{name}": "{kind.name}"')
                continue
            given = kind.fields[node.name.value]
            source = source_of(given, node)
            draft.is_page |= source.is_page
            if _model(kind) is not None:
                draft.reads(source.columns)
            draft.parts.append(f'"{name}": {self._field(name, given, selected, source, draft)}')
        return draft.plan(kind.is_type_of)

    def _field(
        self, name: str, given: GraphQLField, selected: FieldDetailsList, source: _Source, draft: _Draft
    ) -> str:
        """The expression that answers a field of `row`; `None` for one that a step fills in."""
        if is_leaf_type(get_named_type(given.type)):
            self._want(source, None)
            return _leaf(name, given.type, source, draft)
        shape, inner = _shape(given.type)
        plan = self.plan(inner, selected)
        self._want(source, plan.columns if _model(inner) is not None else None)
        if source.is_of_rows:
            draft.reads(plan.columns)
        if source.read is not None and not plan.must_wait:
            return f"{draft.named(nested(shape, plan, source.read))}(row)"
        draft.steps.append(Below(name, shape, plan, source.all_values()))
        return "None"

    def _want(self, source: _Source, columns: Columns) -> None:
        if source.relation is not None:
            self.wants.add(source.relation, None if source.is_derived else columns)
        elif source.loads:
            self.wants.add_all()


def _definition(thing: Any) -> Any:
    return thing.extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF)


def _model(kind: Any) -> type[TenantModel] | None:
    """The table of a type that is an entity."""
    entity = entity_of(getattr(_definition(kind), "origin", None))
    return None if entity is None else entity.model


def _described(given: GraphQLField) -> StrawberryField:
    """What Strawberry knows of a field that is called and nothing more."""
    definition: StrawberryField | None = _definition(given)
    if definition is None:
        raise NotCompiled("is no field of ours")
    if definition.extensions or definition.permission_classes:
        raise NotCompiled("has extensions")
    return definition


def _plain(given: GraphQLField) -> StrawberryField:
    """What Strawberry knows of a field whose value follows from its row alone."""
    definition = _described(given)
    if given.args:
        raise NotCompiled("has arguments")
    resolver = definition.base_resolver
    if resolver is not None and list(resolver.signature.parameters) != ["root"]:
        raise NotCompiled("has a resolver that wants more than the row")
    return definition


def why_not(given: GraphQLField) -> str | None:
    """Why a field is left to graphql-core, whatever is selected of it; None for one that is compiled."""
    try:
        _plain(given)
        if not is_leaf_type(get_named_type(given.type)):
            _shape(given.type)
    except NotCompiled as reason:
        return str(reason)
    return None


def _source(definition: StrawberryField) -> _Source:
    metadata = definition.metadata
    if PAGE in metadata:
        path = f"found.{metadata[PAGE]}"
        is_of_rows = bool(metadata.get(ROWS))
        return _Source(frozenset(), attrgetter(path), path, is_page=True, is_of_rows=is_of_rows)
    if "relation" in metadata:
        relation, derive = metadata["relation"], metadata["derive"]
        values = _related(relation, derive)
        return _Source(_key_of(relation), values=values, relation=relation, is_derived=derive is not None)
    if definition.base_resolver is None:
        column = definition.python_name
        return _Source(frozenset({column}), attrgetter(column), column, is_of_rows=bool(metadata.get(ROWS)))
    resolve: Any = definition.base_resolver.wrapped_func
    columns = frozenset(metadata[COLUMNS]) if COLUMNS in metadata else None
    if iscoroutinefunction(resolve):
        return _Source(columns, values=_awaited(resolve), loads=True)
    return _Source(columns, resolve)


def _key_of(relation: Relation) -> frozenset[str]:
    return frozenset({relation.column if isinstance(relation, One) else "id"})


def _related(relation: Many | One | Through, derive: Callable[[Any], Any] | None) -> Values:
    async def values(rows: Sequence[Any]) -> list[Any]:
        found = await load(relation, rows)
        return found if derive is None else list(map(derive, found))

    return values


def _awaited(resolve: Callable[[Any], Awaitable[Any]]) -> Values:
    async def one(row: Any) -> Any:
        return await resolve(row)

    async def values(rows: Sequence[Any]) -> list[Any]:
        if len(rows) == 1:
            return [await resolve(rows[0])]
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one(row)) for row in rows]
        return [task.result() for task in tasks]

    return values


def _leaf(name: str, kind: Any, source: _Source, draft: _Draft) -> str:
    write = _write(kind)
    if source.read is None:
        draft.steps.append(Later(name, write, source.all_values()))
        return "None"
    value = f"row.{source.attribute}" if source.attribute else f"{draft.named(source.read)}(row)"
    usual = AS_IT_IS.get(str(get_nullable_type(kind)))
    slow = draft.named(write)
    if usual is None:
        return f"{slow}({value})"
    or_null = "" if is_non_null_type(kind) else " or v is None"
    return f"(v if {usual.format(value)}{or_null} else {slow}(v))"


def _write(kind: Any) -> Write:
    """Writes leaves, and lists of them."""
    is_required, inner = is_non_null_type(kind), get_nullable_type(kind)
    if not is_list_type(inner):
        return writer(inner, is_required=is_required)
    each = _write(inner.of_type)

    def write(value: Any) -> Any:
        if value is None and not is_required:
            return None
        if value.__class__ is not list:
            raise NotUsual
        return list(map(each, value))

    return write


def _shape(kind: Any) -> tuple[Shape, GraphQLObjectType]:
    is_required, inner = is_non_null_type(kind), get_nullable_type(kind)
    is_list = is_list_type(inner)
    each = inner.of_type if is_list else inner
    innermost: Any = get_nullable_type(each)
    if not is_object_type(innermost):
        raise NotCompiled("is of an abstract type, or a list of lists")
    return Shape(is_list, is_required, is_non_null_type(each)), innermost
