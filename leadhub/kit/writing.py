"""Objects that PostgreSQL writes: where plain columns are selected of rows, and of rows that they lead to, each comes with
its part of the answer as text, and nothing is left to do for it.

A text is what would be written here, byte for byte, or it is not used.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import orjson
from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLObjectType,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_non_null_type,
)
from tortoise.fields import (
    BigIntField,
    BooleanField,
    CharField,
    DatetimeField,
    Field,
    IntField,
    SmallIntField,
    TextField,
)

from leadhub.kit.leaves import NotUsual, names_of
from leadhub.kit.loaders import Many, One, Relation, Through
from leadhub.kit.node import global_id
from leadhub.kit.selected import Collect, NotCompiled, model_of, plain_field, shape_of

if TYPE_CHECKING:
    from graphql.execution.collect_fields import FieldDetailsList

    from leadhub.kit.model import TenantModel
    from leadhub.kit.plans import Read

# Of all expressions of an operation. asyncpg prepares a statement of over 15,360 bytes anew each time, and what is
# remembered of statements must stay small.
LONGEST = 8000

# A field takes more than 25 characters: what has more of them than this need not be written to see that it is too long.
MOST_FIELDS = LONGEST // 25

# What no JSON contains: an object that is there but cannot be written.
_UNUSUAL = "\x01"

_MOMENT = """'"'||to_char({0} at time zone 'UTC', case when date_trunc('second', {0}) = {0}
 then 'YYYY-MM-DD"T"HH24:MI:SS"+00:00"' else 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"' end)||'"'"""
# By the type of the field and the type of its column. What a field of this type does not answer is null.
_LEAVES = {
    ("String", CharField): "to_json({0})::text",
    ("String", TextField): "to_json({0})::text",
    ("Boolean", BooleanField): "{0}::text",
    ("Int", IntField): "{0}::text",
    ("Int", SmallIntField): "{0}::text",
    ("Int", BigIntField): "case when {0} between -2147483648 and 2147483647 then {0}::text end",
    ("DateTime", DatetimeField): _MOMENT,
}


class Written:
    """A part of an answer as it is sent, and how many objects are in it. No dataclass: orjson would write its fields."""

    __slots__ = ("objects", "text")

    def __init__(self, text: str, objects: int) -> None:
        self.text = text
        self.objects = objects


def dump(answer: Any) -> bytes:
    """An answer as it is sent."""
    return orjson.dumps(answer, default=_fragment)


def _fragment(part: Any) -> orjson.Fragment:
    if not isinstance(part, Written):
        raise TypeError
    return orjson.Fragment(part.text)


@dataclass(frozen=True, slots=True)
class Text:
    """How PostgreSQL writes objects: an expression over the table of the rows that they are, or hang on, and what the column
    is called that it makes. `starts` are what objects begin with, and nothing else does: in a string there would be a
    backslash before the quote."""

    name: str
    sql: str
    starts: frozenset[str]

    def of_row(self, *, is_required: bool) -> Read:
        """Takes them out of a row."""
        name = self.name

        def read(row: Any) -> Written | None:
            text = row[name]
            if text is None and not is_required:
                return None
            return self._written(text)

        return read

    def of_rows(self, rows: Sequence[Any]) -> Written:
        """Takes them out of all rows, as one list."""
        name = self.name
        texts = [row[name] for row in rows]
        return self._written(None if None in texts else f"[{','.join(texts)}]")

    def _written(self, text: str | None) -> Written:
        if text is None or _UNUSUAL in text:
            raise NotUsual
        return Written(text, sum(map(text.count, self.starts)))


class Writer:
    """Finds what PostgreSQL writes of what one operation selects; `collect` gives the fields that are selected of a type."""

    def __init__(self, collect: Collect) -> None:
        self._collect = collect
        self._found = 0
        self._room = LONGEST

    def row(self, kind: GraphQLObjectType, details: FieldDetailsList) -> Text | None:
        """What is selected of rows of a type; None if PostgreSQL does not write it."""
        return self._text(kind, lambda one, model: one.object(model, kind, details, one.top))

    def related(self, kind: GraphQLObjectType, given: GraphQLField, details: FieldDetailsList) -> Text | None:
        """What is selected of the rows that a field of rows of a type leads to; None if PostgreSQL does not write it."""
        return self._text(kind, lambda one, model: one.related(model, given, details, one.top))

    def _text(
        self, kind: GraphQLObjectType, write: Callable[[_Writing, type[TenantModel]], str]
    ) -> Text | None:
        model = model_of(kind)
        if model is None:
            return None
        writing = _Writing(self._collect, _name(model))
        try:
            sql = write(writing, model)
        except NotCompiled:
            return None
        if len(sql) > self._room:
            return None
        self._room -= len(sql)
        self._found += 1
        return Text(f"text{self._found}", sql, frozenset(writing.starts))


@dataclass(slots=True)
class _Writing:
    """One text on its way. `row` is what the table of a model is called in its statement."""

    collect: Collect
    top: str
    starts: set[str] = field(default_factory=set)
    tables: int = 0
    fields: int = 0

    def object(
        self, model: type[TenantModel], kind: GraphQLObjectType, details: FieldDetailsList, row: str
    ) -> str:
        parts: list[str] = []
        for name, selected in self.collect(kind, details).items():
            self.fields += 1
            if self.fields > MOST_FIELDS:
                raise NotCompiled("is too long")
            start = f'{"," if parts else "{"}"{name}":'
            if not parts:
                self.starts.add(start)
            parts.append(f"'{start}'||{self._field(model, kind, selected, row)}")
        return f"{'||'.join(parts)}||'}}'"

    def related(
        self, model: type[TenantModel], given: GraphQLField, details: FieldDetailsList, row: str
    ) -> str:
        """Null where there is no row, or none that the caller may see; a list where several may be."""
        metadata = plain_field(given).metadata
        relation: Relation | None = metadata.get("relation")
        if relation is None or metadata["derive"] is not None:
            raise NotCompiled("is worked out")
        # What hangs on many rows alike is loaded once for all; here it would be written for each.
        if not isinstance(relation, One) and row != self.top:
            raise NotCompiled("is a list below a relation")
        self.tables += 1
        there, links = f"r{self.tables}", f"l{self.tables}"
        _, inner = shape_of(given.type)
        target = relation.to if isinstance(relation, Through) else relation
        written = f"coalesce({self.object(target.model, inner, details, there)}, '{_UNUSUAL}')"
        if isinstance(relation, One):
            where = _is_named(relation, there, model, row)
            return f"(select {written} from {_name(relation.model)} {there} where {where})"
        if isinstance(relation, Many):
            many, each, rows = relation, there, f"{_name(relation.model)} {there}"
        else:
            many, each = relation.links, links
            on = _is_named(relation.to, there, many.model, links)
            rows = f"{_name(many.model)} {links} join {_name(relation.to.model)} {there} on {on}"
        order = f"{_column(many.model, many.order, each)}, {each}.id"
        where = f"{each}.tenant_id = {row}.tenant_id and {_column(many.model, many.by, each)} = {row}.id"
        listed = f"string_agg({written}, ',' order by {order})"
        return f"(select '['||coalesce({listed}, '')||']' from {rows} where {where})"

    def _field(
        self, model: type[TenantModel], kind: GraphQLObjectType, details: FieldDetailsList, row: str
    ) -> str:
        node = details[0].node
        if node.name.value == "__typename":
            return f"'\"{kind.name}\"'"
        given = kind.fields[node.name.value]
        if is_leaf_type(get_named_type(given.type)):
            return _leaf(model, given, row)
        written = self.related(model, given, details, row)
        return written if is_non_null_type(given.type) else f"coalesce({written}, 'null')"


def _is_named(relation: One, there: str, model: type[TenantModel], row: str) -> str:
    """That a row of another table is the one that this row names."""
    key = _column(model, relation.column, row)
    return f"{there}.tenant_id = {row}.tenant_id and {there}.id = {key}"


def _name(model: type[TenantModel]) -> str:
    return f'"{model._meta.db_table}"'  # noqa: SLF001  (see `records`)


def _column(model: type[TenantModel], name: str, row: str) -> str:
    column = model._meta.fields_db_projection.get(name)  # noqa: SLF001
    if column is None:
        raise NotCompiled("is no column")
    return f'{row}."{column}"'


def _leaf(model: type[TenantModel], given: GraphQLField, row: str) -> str:
    definition, kind = plain_field(given), get_nullable_type(given.type)
    resolver = definition.base_resolver
    if resolver is not None and resolver.wrapped_func is global_id:
        return _global_id(model.__name__, _column(model, "id", row))
    if resolver is not None:
        raise NotCompiled("is worked out")
    name = definition.python_name
    column, stored = _column(model, name, row), model._meta.fields_map[name]  # noqa: SLF001
    form = _form(kind, stored)
    if form is None:
        raise NotCompiled("is of a type that PostgreSQL writes otherwise")
    written = form.format(column)
    is_required = is_non_null_type(given.type)
    return written if is_required else f"case when {column} is null then 'null' else {written} end"


def _form(kind: Any, stored: Field[Any]) -> str | None:
    if not isinstance(kind, GraphQLEnumType):
        return _LEAVES.get((str(kind), stored.__class__))
    names, members = names_of(kind), getattr(stored, "enum_type", ())
    cases = [f"when '{one.value}' then '\"{names[one]}\"'" for one in members if one in names]
    return f"case {{0}} {' '.join(cases)} end" if cases else None


def _global_id(name: str, column: str) -> str:
    """See `to_global`. PostgreSQL breaks lines after 57 bytes."""
    encoded = f"replace(encode(convert_to('{name}:'||{column}, 'UTF8'), 'base64'), E'\\n', '')"
    return f"'\"'||rtrim({encoded}, '=')||'\"'"
