"""How lead sources, tags and custom fields look from outside."""

from datetime import datetime

import strawberry

from leadhub.kit.enums import describe_enum
from leadhub.kit.inputs import maybe
from leadhub.kit.node import Node, described, entity
from leadhub.kit.scopes import Scope
from leadhub.labels import models
from leadhub.labels.models import CustomFieldKind
from leadhub.pipelines.types import Change

describe_enum(
    CustomFieldKind,
    "What a custom field holds.",
    TEXT="A text of up to 2000 characters.",
    NUMBER="A number, whole or not, up to 1e15 in either direction.",
    DATE="A day, written as `2026-01-31`.",
    BOOLEAN="True or false.",
    CHOICE="One of the field's choices.",
)


@entity(models.LeadSource, Scope.CONFIG_READ)
class LeadSource(Node):
    """Where leads come from, such as a fair or the web site."""

    version: int = described("Rises with every change; name it as `expectedVersion` when you change this.")
    name: str = described("Its name, unique among those in use.")
    archived_at: datetime | None = described("When it was archived; null while it is in use.")
    created_at: datetime = described("When it was made.")


@entity(models.Tag, Scope.CONFIG_READ)
class Tag(Node):
    """A word that leads are marked with; a lead can have many."""

    version: int = described("Rises with every change; name it as `expectedVersion` when you change this.")
    name: str = described("The word, unique among those in use.")
    archived_at: datetime | None = described("When it was archived; null while it is in use.")
    created_at: datetime = described("When it was made.")


@entity(models.CustomField, Scope.CONFIG_READ)
class CustomField(Node):
    """A field that the tenant added to its leads."""

    version: int = described("Rises with every change; name it as `expectedVersion` when you change this.")
    key: str = described("Its name in a lead's `customFields`. It never changes and is never given again.")
    name: str = described("What people call it, unique among those in use.")
    kind: CustomFieldKind = described("What it holds. It never changes.")
    choices: list[str] = described(
        "What there is to choose from, in this order; empty unless it is a CHOICE."
    )
    archived_at: datetime | None = described("When it was archived; null while it is in use.")
    created_at: datetime = described("When it was made.")


@strawberry.input(description="A new lead source.")
class CreateLeadSourceInput:
    name: str = strawberry.field(description="Unique, up to 100 characters.")


@strawberry.input(description="What to change of a lead source; what is left out stays.")
class UpdateLeadSourceInput(Change):
    name: str | None = maybe("Unique, up to 100 characters.")


@strawberry.input(description="A new tag.")
class CreateTagInput:
    name: str = strawberry.field(description="Unique, up to 50 characters.")


@strawberry.input(description="What to change of a tag; what is left out stays.")
class UpdateTagInput(Change):
    name: str | None = maybe("Unique, up to 50 characters.")


@strawberry.input(description="A new custom field.")
class CreateCustomFieldInput:
    key: str = strawberry.field(
        description="Its name in `customFields`: a small letter, then up to 39 letters and digits, such as "
        "`contractEnd`. Unique for ever: also archived fields keep theirs."
    )
    name: str = strawberry.field(description="What people call it: unique, up to 100 characters.")
    kind: CustomFieldKind = strawberry.field(description="What it holds. It cannot be changed later.")
    choices: list[str] | None = strawberry.field(
        default=None,
        description="For a CHOICE, and only for one: 1 to 100 different texts of up to 100 characters.",
    )


@strawberry.input(description="What to change of a custom field; what is left out stays.")
class UpdateCustomFieldInput(Change):
    name: str | None = maybe("Unique, up to 100 characters.")
    choices: list[str] | None = maybe(
        "All choices in their new order. Some may be added, none left out, since leads may carry it."
    )
