"""Scalars of our own: moments that always carry an offset, and amounts as decimal text."""

from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

import strawberry
from strawberry.types.scalar import ScalarDefinition


def _write_moment(value: datetime) -> str:
    return (value if value.tzinfo is UTC else value.astimezone(UTC)).isoformat()


def _read_moment(value: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            raise ValueError
        return moment.astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        raise ValueError("A DateTime looks like 2026-01-31T09:30:00+01:00, with its offset.") from None


def write_amount(value: Decimal) -> str:
    """At least two decimals, and no zeros beyond those: `1000.50`, `0.1234`."""
    shortest = value.normalize()
    exponent = shortest.as_tuple().exponent
    return f"{shortest:f}" if isinstance(exponent, int) and exponent < -2 else f"{value:.2f}"


def write_money(amount: Decimal | None, currency: str | None) -> dict[str, str | None] | None:
    """An amount of money as events show it."""
    return None if amount is None else {"amount": write_amount(amount), "currency": currency}


def _read_amount(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError('A Decimal is written as text, such as "1000.50".')
    try:
        return Decimal(value)
    except InvalidOperation:
        raise ValueError('A Decimal is written as text, such as "1000.50".') from None


SCALARS: dict[object, ScalarDefinition] = {
    datetime: strawberry.scalar(
        name="DateTime",
        description="A moment in ISO 8601 with offset. Answers are in UTC; inputs may carry any offset.",
        serialize=_write_moment,
        parse_value=_read_moment,
    ),
    Decimal: strawberry.scalar(
        name="Decimal",
        description="An exact decimal number, written as text.",
        serialize=write_amount,
        parse_value=_read_amount,
    ),
}
