"""A plan reads of rows what its fields say that they need, and they need no more than that."""

from inspect import isawaitable
from typing import Any

from graphql import GraphQLField, GraphQLObjectType, get_named_type

from leadhub.kit.actor import Request, as_actor, system_actor
from leadhub.kit.loaders import new_loaders
from leadhub.kit.node import COLUMNS, entity_of, from_global
from leadhub.kit.records import read_ids
from leadhub.kit.selected import definition_of
from leadhub.process import Background, lend
from leadhub.settings import Settings
from tests.asking import Tenant
from tests.walk import NODE_TYPES, SCHEMA
from tests.world import Company


def fields_of(type_name: str) -> dict[str, GraphQLField]:
    kind = SCHEMA.type_map[type_name]
    assert isinstance(kind, GraphQLObjectType)
    return kind.fields


def columns_of(field: GraphQLField) -> frozenset[str] | None:
    """The columns that a field names, if it does."""
    named = getattr(definition_of(field), "metadata", {}).get(COLUMNS)
    return None if named is None else frozenset(named)


async def answer(field: GraphQLField, row: Any) -> Any:
    """What a field answers; of one that shows its row in another way, all that is below it."""
    definition = definition_of(field)
    if definition.base_resolver is None:
        return getattr(row, definition.python_name)
    value = definition.base_resolver.wrapped_func(row)
    value = await value if isawaitable(value) else value
    if value is row:
        below = fields_of(get_named_type(field.type).name)
        return {name: await answer(inner, row) for name, inner in below.items()}
    return value


async def test_a_computed_field_needs_the_columns_that_it_names_and_no_other(
    company: Company, settings: Settings
) -> None:
    tenant, tried = await Tenant(company).fill(), 0
    here = Request(services=lend(settings, Background(), is_server=False))
    async with company.world.as_owner():
        with as_actor(system_actor(company.tenant_id), here):
            for type_name, ids in tenant.rows.items():
                model = entity_of(definition_of(SCHEMA.type_map[type_name]).origin).model
                uuids = [from_global(id)[1] for id in ids]
                for name, field in fields_of(type_name).items():
                    if (columns := columns_of(field)) is None:
                        continue
                    new_loaders()
                    whole = [await answer(field, row) for row in await read_ids(model, uuids)]
                    part = [await answer(field, row) for row in await read_ids(model, uuids, columns)]
                    assert part == whole, f"{type_name}.{name}"
                    tried += len(part)
    assert set(tenant.rows) >= set(NODE_TYPES)
    assert tried > 100
