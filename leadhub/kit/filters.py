"""The filter grammar: what can be asked of a column, and how that becomes a condition."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import strawberry
from strawberry import UNSET
from tortoise.expressions import Q

from leadhub.errors import BadRequest, MaskedForYou
from leadhub.kit.actor import Actor
from leadhub.kit.contacts import ContactProblem, normalise_email, normalise_phone
from leadhub.kit.inputs import maybe
from leadhub.kit.model import where
from leadhub.kit.node import from_global

# Of all lists of a filter together: each value is normalised, and is a parameter of the statement.
LONGEST_LIST = 1000
DEEPEST_NESTING = 8
# A thousand took 100 ms to become SQL, and three hundred more than Python may recurse.
MOST_CONDITIONS = 100
LARGEST_AMOUNT = Decimal("1e15")


@strawberry.input(description="Conditions on a text; all that are given must hold.")
class StringFilter:
    eq: str | None = maybe("Equal, to the letter.")
    ne: str | None = maybe("Not equal; rows without a value count as not equal.")
    in_: list[str] | None = maybe("Equal to one of these.", name="in")
    contains: str | None = maybe("Contains this; upper and lower case are alike.")
    starts_with: str | None = maybe("Begins with this; upper and lower case are alike.")
    is_null: bool | None = maybe("True: has no value; false: has one.")


@strawberry.input(description="Conditions on a value that can only be equal or not.")
class MatchFilter:
    eq: str | None = maybe("Equal, after normalising as the field does.")
    in_: list[str] | None = maybe("Equal to one of these.", name="in")
    is_null: bool | None = maybe("True: has none; false: has at least one.")


@strawberry.input(description="Conditions on a reference; all that are given must hold.")
class IDFilter:
    eq: strawberry.ID | None = maybe("This one.")
    ne: strawberry.ID | None = maybe("Not this one; rows without a value count.")
    in_: list[strawberry.ID] | None = maybe("One of these.", name="in")
    is_null: bool | None = maybe("True: names nothing; false: names something.")


@strawberry.input(description="Conditions on a whole number; all that are given must hold.")
class IntFilter:
    eq: int | None = maybe("Equal.")
    ne: int | None = maybe("Not equal; rows without a value count as not equal.")
    in_: list[int] | None = maybe("Equal to one of these.", name="in")
    lt: int | None = maybe("Less than.")
    lte: int | None = maybe("Less than or equal.")
    gt: int | None = maybe("Greater than.")
    gte: int | None = maybe("Greater than or equal.")
    is_null: bool | None = maybe("True: has no value; false: has one.")


@strawberry.input(description="Conditions on an amount, whatever its currency; all that are given must hold.")
class DecimalFilter:
    eq: Decimal | None = maybe("Equal.")
    lt: Decimal | None = maybe("Less than.")
    lte: Decimal | None = maybe("Less than or equal.")
    gt: Decimal | None = maybe("Greater than.")
    gte: Decimal | None = maybe("Greater than or equal.")
    is_null: bool | None = maybe("True: has no value; false: has one.")


@strawberry.input(description="Conditions on a moment; all that are given must hold.")
class DateTimeFilter:
    eq: datetime | None = maybe("At this moment.")
    lt: datetime | None = maybe("Before.")
    lte: datetime | None = maybe("At or before.")
    gt: datetime | None = maybe("After.")
    gte: datetime | None = maybe("At or after.")
    is_null: bool | None = maybe("True: has no value; false: has one.")


@strawberry.input(description="Condition on a yes or no.")
class BooleanFilter:
    eq: bool | None = maybe("Equal.")


_LOOKUPS = {
    "eq": "",
    "ne": "__not",
    "in_": "__in",
    "lt": "__lt",
    "lte": "__lte",
    "gt": "__gt",
    "gte": "__gte",
    "contains": "__icontains",
    "starts_with": "__istartswith",
    "is_null": "__isnull",
}

Read = Callable[[Any], Any]


def given(conditions: Any, name: str) -> list[tuple[str, Any]]:
    """The operators of a filter that the client sent; null is refused, since dropping it would widen."""
    found = []
    for operator in type(conditions).__annotations__:
        value = getattr(conditions, operator)
        if value is UNSET:
            continue
        label = operator.rstrip("_")
        if value is None:
            raise BadRequest(f"`{name}.{label}` is null: leave it out, or ask for `isNull`.", argument=name)
        check_text(value, f"{name}.{label}")
        found.append((operator, value))
    return found


def check_size(filter: Any) -> None:
    """Refuses a filter with too much in it, before anything of it is read. Filters inside of it are of its own type."""
    conditions, values, waiting = 0, 0, [filter]
    while waiting:
        for asked in vars(waiting.pop()).values():
            parts = asked if isinstance(asked, list) else [asked]
            inside = [part for part in parts if isinstance(part, type(filter))]
            conditions += len(inside) or (asked is not UNSET)
            waiting += inside
            if not inside and hasattr(asked, "__dict__"):
                values += sum(len(value) for value in vars(asked).values() if isinstance(value, list))
    if conditions > MOST_CONDITIONS:
        raise BadRequest(f"A filter may have at most {MOST_CONDITIONS} conditions.", argument="filter")
    if values > LONGEST_LIST:
        raise BadRequest(f"A filter may list at most {LONGEST_LIST} values.", argument="filter")


def check_text(value: Any, name: str) -> None:
    """Refuses U+0000 in what is compared with texts: none holds it, and PostgreSQL cannot even be asked."""
    if any(
        isinstance(part, str) and "\0" in part for part in (value if isinstance(value, list) else [value])
    ):
        raise BadRequest(f"`{name}` holds the character U+0000, which no text has.", argument=name)


def condition(column: str, conditions: Any, name: str, read: Read = lambda value: value) -> Q:
    """The filter on a column as a condition; `read` turns each value into what the column holds."""
    return Q(*(comparison(column, operator, value, read) for operator, value in given(conditions, name)))


def comparison(column: str, operator: str, value: Any, read: Read = lambda value: value) -> Q:
    """One operator of a filter on a column as a condition."""
    if operator == "is_null":
        return where(f"{column}__isnull", value)
    if isinstance(value, list):
        return where(f"{column}__in", [read(part) for part in value])
    return where(f"{column}{_LOOKUPS[operator]}", read(value))


def reads_amount(name: str) -> Read:
    """Reads an amount; one that no column could hold is BAD_REQUEST."""

    def read(value: Decimal) -> Decimal:
        # Not abs(), which rounds, and gives up on exponents of ten digits.
        if not value.is_finite() or value.copy_abs() >= LARGEST_AMOUNT:
            raise BadRequest(f"`{name}` compares with amounts below 10^15.", argument=name)
        return value

    return read


def check_unmasked(who: Actor, argument: str) -> None:
    """Who sees contact data masked may not look for it either: that would tell by trying."""
    if who.masked:
        raise MaskedForYou(f"You see contact data masked, so `{argument}` is not for you.", argument=argument)


def reads_email(name: str, who: Actor) -> Read:
    """Reads an e-mail address as it is compared."""
    check_unmasked(who, name)

    def read(text: str) -> str:
        try:
            return normalise_email(text)
        except ContactProblem as problem:
            raise BadRequest(f"`{name}`: {problem}", argument=name) from None

    return read


def reads_phone(name: str, who: Actor) -> Read:
    """Reads a phone number as it is compared."""
    check_unmasked(who, name)

    def read(text: str) -> str:
        number = normalise_phone(text, who.country)
        if number is None:
            raise BadRequest(f"`{name}`: this is not a phone number that LeadHub understands.", argument=name)
        return number

    return read


def reads_id(type_name: str, name: str) -> Read:
    """Reads the id of a `type_name`; anything else is BAD_REQUEST."""

    def read(value: str) -> UUID:
        try:
            found, id = from_global(value)
        except ValueError as error:
            raise BadRequest(f"`{name}`: {error}", argument=name) from None
        if found != type_name:
            raise BadRequest(f"`{name}` needs the id of a {type_name}, not of a {found}.", argument=name)
        return id

    return read
