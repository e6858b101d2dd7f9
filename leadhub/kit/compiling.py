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
)

from leadhub.kit.leaves import AS_IT_IS, NotUsual, Write, writer
from leadhub.kit.loaders import Many, One, Relation, Through, Wants, load
from leadhub.kit.node import COLUMNS, PAGE, READ_ONE, ROWS
from leadhub.kit.plans import Below, Later, Plan, Read, Step, Values, nested
from leadhub.kit.selected import Collect, described_field, model_of, plain_field, shape_of
from leadhub.kit.statements import Columns
from leadhub.kit.writing import Writer

if TYPE_CHECKING:
    from graphql import FieldNode
    from graphql.execution.collect_fields import FieldDetailsList, GroupedFieldSet
    from strawberry.types.field import StrawberryField

# How a root field is answered; the rows are the operation's variables.
Call = Callable[[GraphQLField, "StrawberryField", "FieldNode"], Values]


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a field's value comes from: a function of its row, as text too when it is an attribute; or what must be
    waited for, for all rows at once. `columns` are those it reads of its row; None: any.

    `relation` is what it follows, perhaps to rows that its value is derived from; what `loads` may follow any. A row that
    `is_read` by its id comes with all that was wanted of it.
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
    is_read: bool = False

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
    texts: dict[str, str] = field(default_factory=dict)
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
        return Plan(is_type_of, self._function(), tuple(self.steps), columns, self.texts, self.is_page)

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
        self._writer = Writer(collect)
        self.wants = Wants()

    def root(self, kind: GraphQLObjectType, fields: GroupedFieldSet, call: Call) -> Plan:
        """The plan of a whole operation, whose one row are its variables; raises NotCompiled."""

        def source(given: GraphQLField, node: FieldNode) -> _Source:
            model = model_of(get_named_type(given.type))
            itself = None if model is None else One(model, "id")
            definition = described_field(given)
            values, is_read = call(given, definition, node), bool(definition.metadata.get(READ_ONE))
            return _Source(None, values=values, relation=itself, is_read=is_read)

        return self._plan(kind, fields, source)

    def plan(self, kind: GraphQLObjectType, details: FieldDetailsList, *, is_read: bool = False) -> Plan:
        """The plan of a selection, perhaps of rows that are read for it alone; raises NotCompiled."""
        if is_read and (text := self._writer.row(kind, details)) is not None:
            texts, answer = {text.name: text.sql}, text.of_row(is_required=True)
            return Plan(None, answer, (), frozenset(), texts, is_page=False, together=text.of_rows)
        fields = self._collect(kind, details)
        return self._plan(kind, fields, lambda given, _: _source(plain_field(given)), is_read=is_read)

    def _plan(
        self,
        kind: GraphQLObjectType,
        fields: GroupedFieldSet,
        source_of: Callable[[GraphQLField, FieldNode], _Source],
        *,
        is_read: bool = False,
    ) -> Plan:
        draft = _Draft()
        for name, selected in fields.items():
            node = selected[0].node
            if node.name.value == "__typename":
                draft.parts.append(f'"{name}": "{kind.name}"')
                continue
            given = kind.fields[node.name.value]
            if is_read and (text := self._writer.related(kind, given, selected)) is not None:
                draft.texts[text.name] = text.sql
                read = text.of_row(is_required=is_non_null_type(given.type))
                draft.parts.append(f'"{name}": {draft.named(read)}(row)')
                continue
            source = source_of(given, node)
            draft.is_page |= source.is_page
            if source.is_page or model_of(kind) is not None:
                draft.reads(source.columns)
            reads = source.is_read or (source.is_of_rows and (source.is_page or is_read))
            draft.parts.append(f'"{name}": {self._field(name, given, selected, source, draft, reads)}')
        return draft.plan(kind.is_type_of)

    def _field(
        self,
        name: str,
        given: GraphQLField,
        selected: FieldDetailsList,
        source: _Source,
        draft: _Draft,
        is_read: bool,
    ) -> str:
        """The expression that answers a field of `row`; `None` for one that a step fills in."""
        if is_leaf_type(get_named_type(given.type)):
            self._want(source, None)
            return _leaf(name, given.type, source, draft)
        shape, inner = shape_of(given.type)
        plan = self.plan(inner, selected, is_read=is_read)
        self._want(source, plan.columns if model_of(inner) is not None else None)
        if source.is_read and isinstance(source.relation, One):
            self.wants.add_texts(source.relation.model, plan.texts)
        if source.is_of_rows:
            draft.reads(plan.columns)
            draft.texts |= plan.texts
        if source.read is not None and not plan.must_wait:
            return f"{draft.named(nested(shape, plan, source.read))}(row)"
        draft.steps.append(Below(name, shape, plan, source.all_values()))
        return "None"

    def _want(self, source: _Source, columns: Columns) -> None:
        if source.relation is not None:
            self.wants.add(source.relation, None if source.is_derived else columns)
        elif source.loads:
            self.wants.add_all()


def _source(definition: StrawberryField) -> _Source:
    metadata = definition.metadata
    if PAGE in metadata:
        path = f"found.{metadata[PAGE]}"
        is_of_rows = bool(metadata.get(ROWS))
        return _Source(metadata[COLUMNS], attrgetter(path), path, is_page=True, is_of_rows=is_of_rows)
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
