"""The orders of leads."""

from collections.abc import Callable
from enum import Enum
from typing import Any
from uuid import UUID

import strawberry

from leadhub.errors import BadRequest
from leadhub.kit.connection import NEWEST_FIRST, Key, read_amount, read_time


@strawberry.enum(description="What leads can be ordered by. Leads without a value come last.")
class LeadOrderField(Enum):
    CREATED_AT = strawberry.enum_value("created_at", description="When they came in.")
    UPDATED_AT = strawberry.enum_value("updated_at", description="When they last changed.")
    NUMBER = strawberry.enum_value("number", description="Their number.")
    FIRST_NAME = strawberry.enum_value("first_name", description="Given name.")
    LAST_NAME = strawberry.enum_value("last_name", description="Family name.")
    COMPANY_NAME = strawberry.enum_value("company_name", description="Company.")
    SCORE = strawberry.enum_value("score", description="Score.")
    SLA_DUE_AT = strawberry.enum_value("sla_due_at", description="When an answer that is missing is due.")
    ESTIMATED_VALUE = strawberry.enum_value("estimated_amount", description="Amount, whatever the currency.")
    NEXT_FOLLOW_UP_AT = strawberry.enum_value("next_follow_up_at", description="When to get in touch again.")
    LAST_ACTIVITY_AT = strawberry.enum_value("last_activity_at", description="When something last happened.")
    STAGE_SINCE = strawberry.enum_value("stage_since", description="When they came into their stage.")


@strawberry.enum(description="Which way.")
class Direction(Enum):
    ASC = strawberry.enum_value("ASC", description="Smallest, earliest or A first.")
    DESC = strawberry.enum_value("DESC", description="Largest, latest or Z first.")


@strawberry.input(description="One level of an order.")
class LeadOrder:
    field: LeadOrderField = strawberry.field(description="By what.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Which way.")


_READ: dict[str, Callable[[str], Any]] = {
    "score": int,
    "estimated_amount": read_amount,
    "number": str,
    "first_name": str,
    "last_name": str,
    "company_name": str,
}
_ALWAYS_THERE = {"created_at", "updated_at", "number", "stage_since"}

MOST_ORDERS = 3


def order_keys(order: list[LeadOrder] | None) -> list[Key]:
    """The keys of an order, newest first when none is asked for; BAD_REQUEST for one asked for twice.
    The id decides among equals, in the direction of the first key, since the indexes hold it so."""
    if not order:
        return list(NEWEST_FIRST)
    columns = [str(one.field.value) for one in order]
    if len(order) > MOST_ORDERS or len(set(columns)) < len(columns):
        raise BadRequest(f"Order by at most {MOST_ORDERS} different fields.", argument="orderBy")
    keys = [
        Key(
            column,
            _READ.get(column, read_time),
            descending=one.direction is Direction.DESC,
            nullable=column not in _ALWAYS_THERE,
        )
        for column, one in zip(columns, order, strict=True)
    ]
    return [*keys, Key("id", UUID, descending=keys[0].descending)]
