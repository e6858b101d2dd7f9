"""What a document may ask for at most, checked before it is validated: one look at each node, however often its
fragments are spread."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    TokenKind,
)

from leadhub.errors import BadRequest

CHARACTERS = 100_000
TOKENS = 2000
# Reading a number takes the square of its digits, and errors repeat names.
WORD = 256
DEPTH = 12
ALIASES = 30
ROOT_FIELDS = 20
DIRECTIVES = 50
SAME_FIELD = 100
# Each operation is looked through with each fragment that it leads to.
FRAGMENTS = 50
# The query with which clients ask for the schema has 15, lists in lists in lists, and nine lists altogether.
INTROSPECTION_DEPTH = 15
INTROSPECTION_LISTS = 3
INTROSPECTION_LISTS_IN_ALL = 10
LIST_IN_VARIABLE = 1000
TEXT_IN_VARIABLE = 100_000
# Of all variables together, each counted as often as it is used: so often is it read. An object takes as long as all the
# fields that it might have.
VALUES_IN_VARIABLES = 3000
OBJECTS_IN_VARIABLES = 500
# What has fewer values than this may be used as often as a document can: it stays below the limits.
_FEW = 10

_INTROSPECTION = frozenset({"__schema", "__type"})
# The lists of the schema's description: asked for inside each other they multiply.
_LISTS = frozenset(
    {"types", "fields", "args", "inputFields", "interfaces", "enumValues", "possibleTypes", "directives"}
)
_WORDS = frozenset({TokenKind.NAME, TokenKind.INT, TokenKind.FLOAT})
# Where counting stops: what doubles thirty times needs no exact figure.
_MANY = 10**6


class OverLimit(BadRequest):
    """The document asks for more than is allowed."""

    def __init__(self, what: str, found: int, most: int) -> None:
        shown = f"over {_MANY}" if found >= _MANY else str(found)
        super().__init__(f"The document has {shown} {what}; at most {most} are allowed.", limit=most)


@dataclass(slots=True)
class _Measure:
    """A selection with all that is spread into it. `here` counts its own fields, `lists` how deep lists of the schema's
    description are nested, `all_lists` how many there are."""

    depth: int = 0
    here: int = 0
    aliases: int = 0
    directives: int = 0
    lists: int = 0
    all_lists: int = 0
    schema_depth: int = 0
    schema_lists: int = 0
    schema_all_lists: int = 0

    def take(self, other: "_Measure") -> None:
        """What stands beside what is here."""
        self.depth = max(self.depth, other.depth)
        self.lists = max(self.lists, other.lists)
        self.schema_depth = max(self.schema_depth, other.schema_depth)
        self.schema_lists = max(self.schema_lists, other.schema_lists)
        self.here = min(self.here + other.here, _MANY)
        self.aliases = min(self.aliases + other.aliases, _MANY)
        self.directives = min(self.directives + other.directives, _MANY)
        self.all_lists = min(self.all_lists + other.all_lists, _MANY)
        self.schema_all_lists = min(self.schema_all_lists + other.schema_all_lists, _MANY)


class _Document:
    """One document, each of its fragments measured once."""

    def __init__(self, document: DocumentNode) -> None:
        self.operations = [one for one in document.definitions if isinstance(one, OperationDefinitionNode)]
        self.fragments = {
            one.name.value: one for one in document.definitions if isinstance(one, FragmentDefinitionNode)
        }
        self.names: Counter[str] = Counter()
        self._measured: dict[str, _Measure] = {}

    def fragment(self, name: str) -> _Measure:
        """A fragment's measure. One that is missing or spreads itself counts nothing: validation refuses it."""
        if name not in self._measured:
            self._measured[name] = _Measure()
            if name in self.fragments:
                self._measured[name] = self.selection(self.fragments[name].selection_set)
        return self._measured[name]

    def selection(self, selections: SelectionSetNode) -> _Measure:
        total = _Measure()
        for node in selections.selections:
            total.directives += len(node.directives or ())
            if isinstance(node, FieldNode):
                total.take(self._field(node))
            elif isinstance(node, FragmentSpreadNode):
                total.take(self.fragment(node.name.value))
            elif isinstance(node, InlineFragmentNode):
                total.take(self.selection(node.selection_set))
        return total

    def _field(self, node: FieldNode) -> _Measure:
        name = node.name.value
        self.names[name] += 1
        below = self.selection(node.selection_set) if node.selection_set else _Measure()
        below.here = 1
        below.aliases += node.alias is not None
        if name in _INTROSPECTION:
            below.schema_depth, below.schema_lists = below.depth + 1, below.lists
            below.schema_all_lists += below.all_lists
            below.depth, below.lists, below.all_lists = 1, 0, 0
        else:
            below.depth += 1
            below.lists += name in _LISTS
            below.all_lists += name in _LISTS
        return below


def check_length(text: str) -> None:
    """Raises OverLimit for a text that is too long to be looked at letter by letter."""
    _check("characters", len(text), CHARACTERS)


def check_document(document: DocumentNode) -> None:
    """Raises OverLimit for a document that asks for more than is allowed."""
    _check("characters in one name or number", max(map(len, _words(document))), WORD)
    found = _Document(document)
    for name in found.fragments:
        found.fragment(name)
    _check("fragments", len(found.fragments), FRAGMENTS)
    for operation in found.operations:
        measure = found.selection(operation.selection_set)
        directives = measure.directives + sum(len(node.directives or ()) for node in _heads(found, operation))
        for what, count, most in (
            ("levels of fields", measure.depth, DEPTH),
            ("aliases (those in fragments count wherever they are spread)", measure.aliases, ALIASES),
            ("fields at its root", measure.here, ROOT_FIELDS),
            ("directives (those in fragments count wherever they are spread)", directives, DIRECTIVES),
            ("levels of introspection", measure.schema_depth, INTROSPECTION_DEPTH),
            ("levels of lists in its introspection", measure.schema_lists, INTROSPECTION_LISTS),
            ("lists in its introspection", measure.schema_all_lists, INTROSPECTION_LISTS_IN_ALL),
        ):
            _check(what, count, most)
    for name, count in found.names.most_common(1):
        _check(f"times the field {name[:40]!r}", count, SAME_FIELD)


def _words(document: DocumentNode) -> Iterator[str]:
    token = document.loc.start_token if document.loc else None
    while token is not None:
        if token.kind in _WORDS:
            yield token.value or ""
        token = token.next


def _heads(found: _Document, operation: OperationDefinitionNode) -> Iterator[Any]:
    """What may carry directives besides selections."""
    yield operation
    yield from operation.variable_definitions or ()
    yield from found.fragments.values()


def _check(what: str, found: int, most: int) -> None:
    if found > most:
        raise OverLimit(what, found, most)


def check_variables(variables: dict[str, Any] | None, text: str) -> None:
    """Raises BadRequest for a list, a text or a name in a variable that is too long, and for more values or objects in all
    of them than are allowed."""
    values = objects = 0
    for name, value in (variables or {}).items():
        size = _size(value)
        # The first is its declaration.
        uses = max(1, len(re.findall(rf"\${re.escape(name)}\b", text)) - 1) if size.values > _FEW else 1
        values += uses * size.values
        objects += uses * size.objects
        _check_variables("values", values, VALUES_IN_VARIABLES)
        _check_variables("objects", objects, OBJECTS_IN_VARIABLES)


@dataclass(slots=True)
class _Size:
    values: int = 1
    objects: int = 0


def _size(value: Any) -> _Size:
    """How much there is in one variable, those inside of it counted too; it stops where that is too much."""
    size, waiting = _Size(), [value]
    while waiting and size.values <= VALUES_IN_VARIABLES:
        inside = waiting.pop()
        if isinstance(inside, str):
            _check_part("A text", len(inside), "characters", TEXT_IN_VARIABLE)
        elif isinstance(inside, list):
            _check_part("A list", len(inside), "entries", LIST_IN_VARIABLE)
            size.values += len(inside)
            waiting += inside
        elif isinstance(inside, dict):
            _check_part("A name", max(map(len, inside), default=0), "characters", WORD)
            size.values += len(inside)
            size.objects += 1
            waiting += inside.values()
    return size


def _check_part(part: str, found: int, what: str, most: int) -> None:
    if found > most:
        raise BadRequest(f"{part} in a variable has {found} {what}; at most {most} are allowed.", limit=most)


def _check_variables(what: str, found: int, most: int) -> None:
    if found > most:
        raise BadRequest(
            f"The variables have more than {most} {what}, each counted as often as it is used.", limit=most
        )
