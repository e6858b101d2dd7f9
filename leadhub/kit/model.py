"""What every table of a tenant has in common."""

from collections.abc import Sequence
from typing import Any, Self
from uuid import UUID

from tortoise import Model, fields
from tortoise.expressions import Q
from tortoise.queryset import QuerySet
from tortoise.validators import MaxLengthValidator

from leadhub.errors import NotFound, UserFault
from leadhub.kit.actor import actor
from leadhub.kit.statements import Query
from leadhub.kit.uuid7 import uuid7


def _tenant_of_actor() -> UUID:
    return actor().tenant_id


class TenantModel(Model):
    """A row of one tenant. In the database its primary key is (tenant_id, id), see `migrations/`."""

    id = fields.UUIDField(primary_key=True, default=uuid7)
    tenant_id = fields.UUIDField(default=_tenant_of_actor)

    class Meta:
        abstract = True

    def __init_subclass__(cls) -> None:
        """Lets texts of any length be looked for. Tortoise (1.1.9) checks what a filter compares with as if it were to
        be stored, so that a text too long for the column was an error, not a text that no row has. What is stored
        passes `text.clean`, and the column has its length."""
        for field in cls._meta.fields_map.values():
            field.validators = [one for one in field.validators if not isinstance(one, MaxLengthValidator)]

    @classmethod
    def mine(cls) -> QuerySet[Self]:
        """The rows of the caller's tenant: what row security says too, said again for the planner."""
        return Query(cls).filter(tenant_id=actor().tenant_id)

    @classmethod
    async def seen(cls, id: UUID) -> Self | None:
        """The row with this id, if the caller may see it."""
        return await cls.mine().get_or_none(id=id)

    @classmethod
    async def missing(cls, _id: UUID, path: Sequence[str | int]) -> UserFault:
        """Why there is no row with this id for the caller: nobody is told more, unless a table knows where it went."""
        return NotFound(path=path)


class RecordModel(TenantModel):
    """A row that people change: `version` rises by one with every change, and callers must name it."""

    version = fields.IntField(default=1)
    created_at = fields.DatetimeField(auto_now_add=True)
    updated_at = fields.DatetimeField(auto_now=True)

    class Meta:
        abstract = True


def where(lookup: str, value: Any) -> Q:
    """A condition whose column is known by name only: `where("created_at__gt", moment)`."""
    lookups: dict[str, Any] = {lookup: value}
    return Q(**lookups)


def reference(to: str, *, null: bool = False) -> Any:
    """A relation to one row of another table; the key itself, with the tenant in it, is in the migration."""
    options: dict[str, Any] = {"null": null}
    return fields.ForeignKeyField(f"models.{to}", related_name=False, db_constraint=False, **options)
