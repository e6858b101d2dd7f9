"""How companies look from outside."""

from datetime import datetime

from leadhub.companies import models
from leadhub.kit.node import Node, computed, described, entity
from leadhub.kit.scopes import Scope
from leadhub.leads.types_parts import Address, shown_address


@entity(models.Company, Scope.COMPANY_READ)
class Company(Node):
    """A company that you do business with. The whole tenant knows it."""

    version: int = described("Rises with every change; name it as `expectedVersion` when you change this.")
    name: str = described("Its name.")
    domain: str | None = described("The domain of its addresses, such as `example.com`.")
    website: str | None = described("Its website.")
    address: Address | None = computed(shown_address, "Where it is.", "address")
    created_at: datetime = described("When it was made.")
    updated_at: datetime = described("When it last changed.")
    archived_at: datetime | None = described("When it was archived; null while it is in use.")
