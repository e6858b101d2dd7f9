"""Reading and changing the caller's own tenant."""

from leadhub.kit.actor import actor
from leadhub.kit.events import emit, forget_actors
from leadhub.kit.fields import Answer, mutation
from leadhub.kit.inputs import Inputs, is_given, locked, save
from leadhub.kit.schedule import read_timezone
from leadhub.kit.scopes import Scope
from leadhub.kit.words import camel, camel_changes
from leadhub.tenants import models
from leadhub.tenants.models import TenantEvent
from leadhub.tenants.rules import read_country, read_currency
from leadhub.tenants.types import Tenant, UpdateTenantInput

_READERS = {"timezone": read_timezone, "currency": read_currency, "default_country": read_country}


@mutation(Scope.TENANT_WRITE, tenant=Tenant)
async def update_tenant(input: UpdateTenantInput) -> Answer:
    """Changes the tenant's settings. A new default country or currency changes no lead that exists."""
    values = _read(input)
    tenant = await locked(await models.Tenant.mine().get(id=actor().tenant_id), input.expected_version)
    changes = await save(tenant, **values)
    if changes:
        emit(TenantEvent.UPDATED, tenant, camel_changes(changes))
        forget_actors()  # they know the country, and whether they see contact data masked
    return {"tenant": tenant}


def _read(input: UpdateTenantInput) -> dict[str, object]:
    inputs, values = Inputs(), dict[str, object]()
    if is_given(input.name):
        values["name"] = inputs.name(input.name, "name", limit=200)
    for column, read in _READERS.items():
        value = getattr(input, column)
        if is_given(value) and value is not None:
            with inputs.collect():
                values[column] = read(value, "input", camel(column))
    if input.mask_contacts_for_viewers is not None and is_given(input.mask_contacts_for_viewers):
        values["mask_contacts_for_viewers"] = input.mask_contacts_for_viewers
    inputs.done()
    return values
