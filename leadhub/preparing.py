"""From a document's text to an operation that may run: parsed, within the limits, valid. What follows from the text alone
is done once and remembered."""

import asyncio
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar

from graphql import (
    BooleanValueNode,
    ConstValueNode,
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    IntValueNode,
    OperationDefinitionNode,
    OperationType,
    OverlappingFieldsCanBeMergedRule,
    parse,
    specified_rules,
    validate,
)
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule

from leadhub.documents import LONGEST_REMEMBERED, Persisted, canonical
from leadhub.errors import BadRequest, LeadHubError, PersistedQueryNotFound, Throttled, UntrustedDocument
from leadhub.kit.bucket import Bucket
from leadhub.kit.executor import Plans
from leadhub.kit.limits import TOKENS, check_document, check_length, check_variables
from leadhub.kit.lru import Lru
from leadhub.kit.overlaps import find_overlap
from leadhub.wire import Asked

MOST_ERRORS = 10
# Of all documents whose syntax trees are kept: a character can be 280 bytes of its tree.
REMEMBERED_CHARACTERS = 500_000
# Of each document.
MOST_FACTS = 100
# From so many characters on, looking through a document takes longer than most answers: everybody else would wait.
LONG = 1000

# Whether fields overlap is looked at last, see `find_overlap`.
_RULES = (
    *(rule for rule in specified_rules if rule is not OverlappingFieldsCanBeMergedRule),
    MaybeNullValidationRule,
    OneOfInputValidationRule,
)


class Refused(Exception):
    """The operation does not run; `errors` say why."""

    def __init__(self, errors: list[GraphQLError]) -> None:
        super().__init__()
        self.errors = errors


def refused(fault: LeadHubError) -> Refused:
    """A refusal for one reason."""
    return Refused([GraphQLError(fault.message, original_error=fault)])


T = TypeVar("T")


@dataclass(slots=True)
class Known:
    """A document that may run, and what was found out about it. Bounded."""

    document: DocumentNode
    plans: Plans
    facts: dict[Hashable, Any] = field(default_factory=dict)

    def facts_under(self, key: Hashable, find: Callable[[], T]) -> T:
        """What was found under this key, or is found now."""
        if key not in self.facts:
            if len(self.facts) >= MOST_FACTS:
                self.facts.clear()
            self.facts[key] = find()
        found: T = self.facts[key]
        return found


@dataclass(frozen=True, slots=True)
class Prepared:
    """An operation that may run, as far as its text says. `unread`: so many characters had to be looked through for it,
    none of a document that was known."""

    known: Known
    operation: OperationDefinitionNode
    unread: int

    @property
    def document(self) -> DocumentNode:
        return self.known.document

    @property
    def fragments(self) -> dict[str, FragmentDefinitionNode]:
        return {
            node.name.value: node
            for node in self.document.definitions
            if isinstance(node, FragmentDefinitionNode)
        }

    @property
    def plans(self) -> Plans | None:
        """None for a document that comes for the first time, since compiling what comes once takes longer than it saves,
        and for one that asks for the schema."""
        return None if self.unread or self.known.plans.introspects else self.known.plans

    @property
    def kind(self) -> OperationType:
        return self.operation.operation

    def variables(self, given: dict[str, Any] | None) -> dict[str, Any]:
        """The variables with their defaults, as far as checks need them: flags, and sizes of pages."""
        if not self.operation.variable_definitions:
            return {}
        defaults = {
            definition.variable.name.value: _literal(definition.default_value)
            for definition in self.operation.variable_definitions
        }
        return defaults | (given or {})

    def facts(self, variables: dict[str, Any], find: Callable[[], T]) -> T:
        """What follows from the document and from its variables as far as they are flags or numbers."""
        values = [
            (key, value if isinstance(value, bool | int | float) else bool(value))
            for key, value in variables.items()
        ]
        return self.known.facts_under((id(self.operation), *values), find)


def _literal(node: ConstValueNode | None) -> bool | int | None:
    if isinstance(node, BooleanValueNode):
        return node.value
    return int(node.value) if isinstance(node, IntValueNode) and len(node.value) < 10 else None


class Preparing:
    """One per process. With `trusted` given, documents that are not among them (as `canonical` writes them) are refused."""

    def __init__(
        self,
        schema: GraphQLSchema,
        persisted: Persisted,
        *,
        trusted: frozenset[str] | None = None,
        suggestions: bool = False,
    ) -> None:
        self._schema = schema
        self._persisted = persisted
        self._trusted = trusted
        self._suggestions = suggestions
        # Refusals too: programs send what is wrong again and again.
        self._known = Lru[str, Known | Refused](REMEMBERED_CHARACTERS)
        self._beside = ThreadPoolExecutor(1, "document")
        self._turn = asyncio.Lock()

    async def prepare(self, asked: Asked, bucket: Bucket) -> Prepared:
        """The operation that is asked for. It waits only for a long document that is not known: the callers' take turns.
        Raises Refused, PersistedQueryNotFound, and Throttled for who has no points left when their turn comes."""
        try:
            text = self._persisted.text(asked)
            check_length(text)
            check_variables(asked.variables, text)
            unread = 0 if text in self._known else len(text)
            known = await self._known_as(text, bucket)
            operation = operation_of(known.document, asked.operation_name)
        except (PersistedQueryNotFound, Throttled):
            raise  # no refusal: the document comes next, or again
        except LeadHubError as fault:
            raise refused(fault) from None
        self._persisted.keep(asked)
        return Prepared(known, operation, unread)

    async def _known_as(self, text: str, bucket: Bucket) -> Known:
        known = self._known.get(text)
        if known is None:
            is_long = len(text) >= LONG
            known = await self._look_through_beside(text, bucket) if is_long else self._look_through(text)
            if len(text) <= LONGEST_REMEMBERED:
                self._known.keep(text, known, len(text))
        if isinstance(known, Refused):
            raise Refused(known.errors)
        return known

    async def _look_through_beside(self, text: str, bucket: Bucket) -> Known | Refused:
        """In a thread, so that the event loop goes on. A second one would only share the one interpreter with it."""
        async with bucket.turn, self._turn:
            bucket.check(1)
            known = self._known.get(text)  # somebody may have sent the same
            if known is None:
                loop = asyncio.get_running_loop()
                known = await loop.run_in_executor(self._beside, self._look_through, text)
            return known

    def _look_through(self, text: str) -> Known | Refused:
        try:
            document = self._checked(text)
            return Known(document, Plans(document))
        except Refused as refusal:
            return refusal
        except GraphQLError as error:
            return Refused([error])
        except LeadHubError as fault:
            return refused(fault)
        except RecursionError:
            return refused(BadRequest("The document is nested too deeply."))

    def _checked(self, text: str) -> DocumentNode:
        document = parse(text, max_tokens=TOKENS)
        check_document(document)
        if self._trusted is not None and canonical(document) not in self._trusted:
            raise UntrustedDocument
        errors = validate(
            self._schema, document, _RULES, max_errors=MOST_ERRORS, hide_suggestions=not self._suggestions
        )
        if errors:
            raise Refused(errors)
        overlap = find_overlap(self._schema, document)
        if overlap is not None:
            raise Refused([overlap])
        return document


def operation_of(document: DocumentNode, name: str | None) -> OperationDefinitionNode:
    """The operation that will run; raises BadRequest when the document leaves open which."""
    operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    if name is None and len(operations) == 1:
        return operations[0]
    if name is None:
        raise BadRequest("The document has several operations: name one in `operationName`.")
    for node in operations:
        if node.name is not None and node.name.value == name:
            return node
    raise BadRequest(f"The document has no operation called {name[:60]!r}.")
