"""How a tenant looks from outside."""

import strawberry

from leadhub.kit.enums import describe_enum
from leadhub.kit.inputs import maybe
from leadhub.kit.node import Node, described, entity
from leadhub.kit.scopes import Open
from leadhub.tenants import models
from leadhub.tenants.models import TenantStatus

describe_enum(
    TenantStatus,
    "Whether the tenant may be used.",
    ACTIVE="It is in use.",
    SUSPENDED="Nobody can sign in until it is active again.",
    CLOSING="It is being closed; nobody can sign in.",
)


@entity(models.Tenant, Open.SIGNED_IN)
class Tenant(Node):
    """The company that you work in. You never see another."""

    version: int = described("Rises with every change; name it as `expectedVersion` when you change this.")
    slug: str = described("Its short name, used at sign-in.")
    name: str = described("Its name.")
    status: TenantStatus = described("Whether it may be used.")
    timezone: str = described("IANA name of its time zone, such as Europe/Berlin.")
    currency: str = described("ISO 4217 code that amounts have when none is given.")
    default_country: str = described(
        "ISO 3166 code of the country that phone numbers without prefix are from."
    )
    mask_contacts_for_viewers: bool = described("Whether viewers see contact data masked.")


@strawberry.input(description="What to change of the tenant; what is left out stays.")
class UpdateTenantInput:
    expected_version: int = strawberry.field(description="The version you read.")
    name: str | None = maybe("Up to 200 characters.")
    timezone: str | None = maybe("IANA name, such as Europe/Berlin.")
    currency: str | None = maybe("ISO 4217 code, such as EUR.")
    default_country: str | None = maybe("ISO 3166 code, such as DE.")
    mask_contacts_for_viewers: bool | None = maybe("Mask contact data for viewers.")
