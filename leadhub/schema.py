"""Collects the slices into one GraphQL schema, and refuses to build a root field without a scope."""

from pathlib import Path
from typing import Annotated, Any

import strawberry
from graphql import (
    OperationType,
    build_ast_schema,
    lexicographic_sort_schema,
    parse,
    print_schema,
)
from strawberry.schema.config import StrawberryConfig
from strawberry.tools import create_type
from strawberry.types.field import StrawberryField

from leadhub.errors import Invalid, NotFound
from leadhub.kit.actor import actor
from leadhub.kit.fields import ROOT, query
from leadhub.kit.guard import access_of, check_scopes
from leadhub.kit.model import TenantModel
from leadhub.kit.node import Node, entity_of, from_global
from leadhub.kit.scalars import SCALARS
from leadhub.kit.scopes import Open, Scope
from leadhub.slices import modules

_CHECKOUT = Path(__file__).parent.parent
# Installed from a wheel, there is no such folder: then it is written below where one stands.
SDL_FILE = (_CHECKOUT if (_CHECKOUT / "schema").is_dir() else Path()) / "schema" / "leadhub.graphql"

_ROOTS = {
    "query": "Reading. Every field says which scope it needs; rows out of your reach are not there.",
    "mutation": "Changing. Each field is one transaction: it happens whole, with its events and audit, or not. Sent again "
    "with the same header `Idempotency-Key`, it happens once.",
    "subscription": "Being told, over WebSocket or server-sent events. What a subscription may see is looked at anew with "
    "each event; one whose rights end is ended with a code.",
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
        raise await found.model.missing(row_id, ["id"])
    return row


def build_schema() -> strawberry.Schema:
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
    schema = strawberry.Schema(
        roots["query"],
        roots["mutation"],
        roots["subscription"],
        types=entities,
        config=StrawberryConfig(scalar_map=SCALARS),
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
