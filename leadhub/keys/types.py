"""How API keys look from outside."""

from datetime import datetime

import strawberry

from leadhub.keys import models
from leadhub.kit.loaders import One, related
from leadhub.kit.node import Node, described, entity
from leadhub.kit.scopes import Scope
from leadhub.members import models as members
from leadhub.members.types import Member


@entity(models.ApiKey, Scope.KEY_WRITE)
class ApiKey(Node):
    """How a program signs in: `Authorization: Bearer lhk_...`."""

    version: int = described("Rises with every change.")
    name: str = described("What it is for.")
    hint: str = described("How the key begins, to tell it from others.")
    scopes: list[str] = described("What it may do, as far as its creator may.")
    created_by: Member | None = related(One(members.Member, "created_by_id"), "Who made it.")
    created_at: datetime = described("When it was made.")
    expires_at: datetime = described("When it stops working.")
    last_used_at: datetime | None = described("When it was last used, to the minute.")
    revoked_at: datetime | None = described("When it was revoked.")


@strawberry.input(description="A new key.")
class CreateApiKeyInput:
    name: str = strawberry.field(description="What it is for, up to 200 characters.")
    scopes: list[str] = strawberry.field(
        description="What it may do, such as `lead:read`; not more than you may. None means nothing."
    )
    expires_at: datetime | None = strawberry.field(
        default=None, description="When it stops working; at most, and by default, 365 days from now."
    )


@strawberry.input(description="Which key to revoke.")
class RevokeApiKeyInput:
    id: strawberry.ID = strawberry.field(description="The key.")
