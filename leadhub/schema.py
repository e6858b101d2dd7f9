"""Collects the slices into one GraphQL schema, and refuses to build a root field without a scope."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import strawberry
from graphql import (
    GraphQLError,
    OperationType,
    build_ast_schema,
    lexicographic_sort_schema,
    parse,
    print_schema,
)
from strawberry.extensions import SchemaExtension
from strawberry.schema.config import StrawberryConfig
from strawberry.schema.schema import validate_document
from strawberry.tools import create_type
from strawberry.types.field import StrawberryField

from leadhub.errors import BadRequest, Invalid, LeadHubError, NotFound
from leadhub.kit.actor import actor
from leadhub.kit.fields import ROOT, query
from leadhub.kit.guard import Reading, access_of, check, check_scopes
from leadhub.kit.loaders import new_loaders
from leadhub.kit.model import TenantModel
from leadhub.kit.node import Node, entity_of, from_global
from leadhub.kit.scalars import SCALARS
from leadhub.kit.scopes import Introspection, Open, Scope
from leadhub.slices import modules

_CHECKOUT = Path(__file__).parent.parent
# Installed from a wheel, there is no such folder: then it is written below where one stands.
SDL_FILE = (_CHECKOUT if (_CHECKOUT / "schema").is_dir() else Path()) / "schema" / "leadhub.graphql"

_ROOTS = {
    "query": "Reading. Every field says which scope it needs; rows out of your reach are not there.",
    "mutation": "Changing. Each field is one transaction: it happens whole, with its events and audit, or not.",
    "subscription": "Being told, over WebSocket or server-sent events. What a subscription may see is looked at anew with "
    "each event; one whose rights end is ended with a code.",
}


def guard(introspection: Introspection) -> type[SchemaExtension]:
    """Refuses what the caller may not do, after validation and before anything runs."""

    class Guard(SchemaExtension):
        def on_operation(self) -> Iterator[None]:
            new_loaders()
            yield

        def on_validate(self) -> Iterator[None]:
            # Before the yield: Strawberry (0.341) reads what is found here before it comes back to us. It
            # takes an empty list for "validated", and then does not validate again.
            context = self.execution_context
            assert context.graphql_document is not None
            schema = context.schema._schema  # noqa: SLF001
            found = validate_document(schema, context.graphql_document, context.validation_rules)
            if not found:
                try:
                    self._check(context)
                except LeadHubError as error:
                    found = [GraphQLError(error.message, original_error=error)]
            context.pre_execution_errors = found
            yield

        @staticmethod
        def _check(context: Any) -> None:
            # Not `operation_name`, which is the first of several when none was named (Strawberry 0.341).
            operation = operation_of(context.graphql_document, context._provided_operation_name)  # noqa: SLF001
            variables = _defaults(operation) | (context.variables or {})
            reading = Reading(context.schema._schema, context.graphql_document, variables)  # noqa: SLF001
            check(reading.needs(operation), introspection)

    return Guard


def operation_of(document: Any, name: str | None) -> Any:
    """The operation that will run; raises BadRequest when the document leaves open which."""
    operations = [node for node in document.definitions if node.kind == "operation_definition"]
    if name is None and len(operations) > 1:
        raise BadRequest("The document has several operations: name one in `operationName`.")
    return next(node for node in operations if name is None or (node.name and node.name.value == name))


def _defaults(operation: Any) -> dict[str, Any]:
    return {
        definition.variable.name.value: getattr(definition.default_value, "value", None)
        for definition in operation.variable_definitions or ()
        if definition.default_value is not None
    }


@query(Open.SIGNED_IN, Node | None)
async def node(
    id: Annotated[strawberry.ID, strawberry.argument(description="Any global id.")], info: strawberry.Info
) -> TenantModel:
    """Anything by its id, if you may read its type; NOT_FOUND when there is none that you may see."""
    try:
        type_name, row_id = from_global(id)
    except ValueError as error:
        raise Invalid(str(error), path=["id"]) from None
    definition: Any = info.schema.get_type_by_name(type_name)
    found = entity_of(getattr(definition, "origin", None))
    if found is None or not issubclass(definition.origin, Node):
        raise NotFound(path=["id"])
    if isinstance(found.access, Scope):
        check_scopes(actor(), {found.access})
    row = await found.model.seen(row_id)
    if row is None:
        raise NotFound(path=["id"])
    return row


class _Schema(strawberry.Schema):
    def process_errors(self, errors: list[GraphQLError], execution_context: Any = None) -> None:  # noqa: ARG002
        """Nothing: Strawberry (0.341) logs every error, refusals too, with the text of the document, in which
        a client may have written a password. `answers.show` logs defects, without it."""
        if self.config.disable_field_suggestions:
            for error in errors:
                # Strawberry takes away the suggestions of fields, but not those of arguments and types.
                error.message = error.message.partition(" Did you mean ")[0]


def build_schema(
    *, introspection: Introspection = Introspection.EVERYBODY, suggestions: bool = True
) -> strawberry.Schema:
    """The schema of all slices. Raises TypeError for a root field or entity without a scope."""
    fields = [
        value
        for module in modules("api")
        for value in vars(module).values()
        if isinstance(value, StrawberryField)
    ]
    fields.append(node)
    roots = {
        kind: create_type(
            kind.capitalize(),
            [field for field in fields if field.metadata[ROOT] == kind],
            description=description,
        )
        for kind, description in _ROOTS.items()
    }
    entities = [
        value
        for module in modules("types")
        for value in vars(module).values()
        if entity_of(value) is not None
    ]
    schema = _Schema(
        roots["query"],
        roots["mutation"],
        roots["subscription"],
        types=entities,
        extensions=[guard(introspection)],
        config=StrawberryConfig(scalar_map=SCALARS, disable_field_suggestions=not suggestions),
    )
    for operation in OperationType:
        root = schema._schema.get_root_type(operation)  # noqa: SLF001
        for field in root.fields.values() if root else ():
            access_of(field)
    return schema


def sdl() -> str:
    """The schema as it is published: sorted, so that a diff shows what changed and nothing else."""
    # Through its text: sorting Strawberry's own schema (0.341) loses how its enums are written.
    return print_schema(lexicographic_sort_schema(build_ast_schema(parse(build_schema().as_str())))) + "\n"
