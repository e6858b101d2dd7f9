"""Lead sources, tags and custom fields. Archiving them is done where leads are known."""

from typing import Any

from leadhub.errors import Taken
from leadhub.kit.events import emit
from leadhub.kit.fields import Answer, mutation, query
from leadhub.kit.inputs import Inputs, is_given
from leadhub.kit.named import (
    LONGEST_NAME,
    change,
    check_name,
    check_room,
    create_named,
    locked_live,
    named,
    rename,
)
from leadhub.kit.node import find
from leadhub.kit.scopes import Scope
from leadhub.labels import models
from leadhub.labels.models import LabelEvent
from leadhub.labels.rules import MOST_CUSTOM_FIELDS, SOURCES, TAGS, read_choices, read_key
from leadhub.labels.types import (
    CreateCustomFieldInput,
    CreateLeadSourceInput,
    CreateTagInput,
    CustomField,
    LeadSource,
    Tag,
    UpdateCustomFieldInput,
    UpdateLeadSourceInput,
    UpdateTagInput,
)
from leadhub.pipelines.types import IncludeArchived


@query(Scope.CONFIG_READ, list[LeadSource])
async def lead_sources(include_archived: IncludeArchived = False) -> Any:
    """Where leads come from, by name."""
    return await named(models.LeadSource, include_archived)


@query(Scope.CONFIG_READ, list[Tag])
async def tags(include_archived: IncludeArchived = False) -> Any:
    """The words that leads are marked with, by name."""
    return await named(models.Tag, include_archived)


@query(Scope.CONFIG_READ, list[CustomField])
async def custom_fields(include_archived: IncludeArchived = False) -> Any:
    """The fields that the tenant added to its leads, by name."""
    return await named(models.CustomField, include_archived)


@mutation(Scope.CONFIG_WRITE, lead_source=LeadSource)
async def create_lead_source(input: CreateLeadSourceInput) -> Answer:
    """Adds a lead source. At most 500 are in use at once."""
    return {"lead_source": await create_named(SOURCES, input.name)}


@mutation(Scope.CONFIG_WRITE, lead_source=LeadSource)
async def update_lead_source(input: UpdateLeadSourceInput) -> Answer:
    """Renames a lead source; its leads show the new name."""
    return {"lead_source": await rename(SOURCES, input)}


@mutation(Scope.CONFIG_WRITE, tag=Tag)
async def create_tag(input: CreateTagInput) -> Answer:
    """Adds a tag. At most 1000 are in use at once."""
    return {"tag": await create_named(TAGS, input.name)}


@mutation(Scope.CONFIG_WRITE, tag=Tag)
async def update_tag(input: UpdateTagInput) -> Answer:
    """Renames a tag; its leads show the new name."""
    return {"tag": await rename(TAGS, input)}


@mutation(Scope.CONFIG_WRITE, custom_field=CustomField)
async def create_custom_field(input: CreateCustomFieldInput) -> Answer:
    """Adds a field to the tenant's leads. At most 100 are in use at once."""
    inputs = Inputs()
    values: dict[str, Any] = {
        "key": read_key(inputs, input.key),
        "name": inputs.name(input.name, "name", limit=LONGEST_NAME),
        "kind": input.kind,
        "choices": read_choices(inputs, input.kind, input.choices),
    }
    inputs.done()
    await check_room(models.CustomField, MOST_CUSTOM_FIELDS)
    if await models.CustomField.mine().filter(key=input.key).exists():
        raise Taken("This key is or was in use, and is never given again.", path=["input", "key"])
    await check_name(models.CustomField, values["name"])
    field = await models.CustomField.create(**values)
    emit(LabelEvent.CUSTOM_FIELD_CREATED, field, {name: (None, value) for name, value in values.items()})
    return {"custom_field": field}


@mutation(Scope.CONFIG_WRITE, custom_field=CustomField)
async def update_custom_field(input: UpdateCustomFieldInput) -> Answer:
    """Changes a custom field's name or adds choices. Its key and kind never change."""
    field = await locked_live(
        await find(models.CustomField, input.id, ["input", "id"]), input.expected_version
    )
    inputs, values = Inputs(), dict[str, Any]()
    if is_given(input.name):
        values["name"] = inputs.name(input.name, "name", limit=LONGEST_NAME)
    if is_given(input.choices):
        values["choices"] = read_choices(inputs, field.kind, input.choices, before=field.choices)
    inputs.done()
    if "name" in values:
        await check_name(models.CustomField, values["name"], besides=field.id)
    await change(field, LabelEvent.CUSTOM_FIELD_UPDATED, values)
    return {"custom_field": field}
