"""Lists with keyset cursors: each page costs the same, however deep, and nothing is shown twice."""

import asyncio
import base64
import binascii
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Generic, TypeVar
from uuid import UUID

import orjson
import strawberry
from tortoise.expressions import Q, RawSQL
from tortoise.queryset import QuerySet

from leadhub.errors import BadRequest
from leadhub.kit.model import where
from leadhub.kit.node import COLUMNS, PAGE, ROWS
from leadhub.kit.records import read
from leadhub.kit.statements import NO_TEXTS

T = TypeVar("T")

First = Annotated[
    int | None, strawberry.argument(description="Page size from the start: 1 to 100, by default 25.")
]
After = Annotated[
    str | None, strawberry.argument(description="Go on after this cursor, a page's `endCursor`.")
]
Last = Annotated[int | None, strawberry.argument(description="Page size from the end: 1 to 100.")]
Before = Annotated[
    str | None, strawberry.argument(description="Go back from this cursor, a page's `startCursor`.")
]

# Stands for the columns of a list's order, which its cursors are made of.
ORDER = "order by"

DEFAULT_PAGE = 25
LARGEST_PAGE = 100
LARGEST_NUMBER = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Key:
    """One column that a list is ordered by. `read` turns a cursor's text back into a value.

    A nullable column puts rows without a value last in both directions.
    """

    column: str
    read: Callable[[str], Any]
    descending: bool = False
    nullable: bool = False


ID_KEY = Key("id", UUID)


@dataclass(frozen=True)
class Listing:
    """Rows in an order. `name` binds a cursor to this list; `keys` end with the id, as tie-breaker."""

    name: str
    rows: QuerySet[Any]
    keys: tuple[Key, ...]

    @cached_property
    def label(self) -> str:
        """What its cursors are marked with."""
        order = ",".join(f"{key.column}{'-' if key.descending else '+'}" for key in self.keys)
        return hashlib.sha256(f"{self.name}|{order}".encode()).hexdigest()[:8]


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    has_next_page: bool = strawberry.field(
        description="Whether rows follow this page; true, without a look, when you gave `before`."
    )
    has_previous_page: bool = strawberry.field(
        description="Whether rows come before this page; true, without a look, when you gave `after`."
    )
    start_cursor: str | None = strawberry.field(description="Cursor of the first row of the page.")
    end_cursor: str | None = strawberry.field(description="Cursor of the last row; pass it as `after`.")


@strawberry.type(description="A row of a list and its cursor.")
class Edge(Generic[T]):
    node: T = strawberry.field(description="The row.", metadata={ROWS: True})
    cursor: str = strawberry.field(description="Where the row stands; opaque.")


async def _count(root: Any) -> int:
    return await root.listing.rows.count()  # type: ignore[no-any-return]


def _paged(part: str, description: str, *columns: str, is_of_rows: bool = True) -> Any:
    """A field that shows a part of what was read, and these columns of its rows."""

    async def resolve(root: Any) -> Any:
        return getattr(await root.read(), part)

    metadata = {PAGE: part, ROWS: is_of_rows, COLUMNS: frozenset(columns)}
    return strawberry.field(resolver=resolve, description=description, metadata=metadata)


@strawberry.type(description="A page of a list.")
class Connection(Generic[T]):
    listing: strawberry.Private[Any]
    wanted: strawberry.Private[Any]
    page: strawberry.Private[Any]
    turn: strawberry.Private[asyncio.Lock]
    found: strawberry.Private[Any] = None
    edges: list[Edge[T]] = _paged("edges", "The rows of this page with their cursors.", ORDER)
    nodes: list[T] = _paged("nodes", "The rows of this page without cursors.")
    page_info: PageInfo = _paged("info", "Where this page stands.", ORDER, is_of_rows=False)
    total_count: int = strawberry.field(
        resolver=_count, description="How many rows the whole list has; counted only when asked for."
    )

    async def read(
        self, columns: frozenset[str] | None = None, texts: Mapping[str, str] = NO_TEXTS
    ) -> "Found":
        """The page, read once: these columns of its rows, or all, and what PostgreSQL writes of them."""
        async with self.turn:
            if self.found is None or (columns is None and self.found.columns is not None):
                if columns is not None and (ORDER in columns or not columns | texts.keys()):
                    columns = columns - {ORDER} | {key.column for key in self.listing.keys}
                rows = await read(self.wanted, columns, texts)
                self.found = Found(self.listing, self.page, columns, rows)
        return self.found  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class Page:
    """A window on a list, checked: `size` rows from `cursor` on, forwards or backwards."""

    size: int
    cursor: str | None
    backwards: bool


def window(first: int | None, after: str | None, last: int | None = None, before: str | None = None) -> Page:
    """The window that paging arguments ask for; BAD_REQUEST when they contradict each other."""
    if first is not None and last is not None:
        raise BadRequest("Give `first` or `last`, not both.", argument="last")
    backwards = last is not None or (before is not None and first is None)
    if (before is not None and not backwards) or (after is not None and backwards):
        raise BadRequest("`first` goes with `after`, and `last` with `before`.", argument="before")
    name, size = ("last", last) if backwards else ("first", first)
    if size is not None and not 1 <= size <= LARGEST_PAGE:
        raise BadRequest(f"`{name}` must be from 1 to {LARGEST_PAGE}.", argument=name)
    return Page(size or DEFAULT_PAGE, before if backwards else after, backwards)


class Found:
    """The rows of a page, of which one more was read than asked for, to know whether others follow."""

    def __init__(
        self, listing: Listing, page: Page, columns: frozenset[str] | None, rows: Sequence[Any]
    ) -> None:
        self.columns = columns
        self.nodes = list(rows[: page.size])
        self._listing, self._page, self._more = listing, page, len(rows) > page.size
        if page.backwards:
            self.nodes.reverse()

    @cached_property
    def edges(self) -> list[Edge[Any]]:
        """The rows with their cursors."""
        return [Edge(node=row, cursor=self._cursor(row)) for row in self.nodes]

    @property
    def info(self) -> PageInfo:
        """Where the page stands."""
        is_inside, backwards = self._page.cursor is not None, self._page.backwards
        return PageInfo(
            has_next_page=is_inside if backwards else self._more,
            has_previous_page=self._more if backwards else is_inside,
            start_cursor=self._cursor(self.nodes[0]) if self.nodes else None,
            end_cursor=self._cursor(self.nodes[-1]) if self.nodes else None,
        )

    def _cursor(self, row: Any) -> str:
        values = [_text(getattr(row, key.column)) for key in self._listing.keys]
        return base64.urlsafe_b64encode(orjson.dumps([self._listing.label, *values])).decode().rstrip("=")


def read_page(listing: Listing, page: Page) -> Connection[Any]:
    """One page: one statement, when it is known what is wanted of its rows."""
    keys = tuple(_turned(key) for key in listing.keys) if page.backwards else listing.keys
    rows = _ordered(listing.rows, keys, page.backwards)
    if page.cursor is not None:
        rows = rows.filter(_beyond(keys, _open(listing, page.cursor), page.backwards))
    return Connection(listing=listing, wanted=rows.limit(page.size + 1), page=page, turn=asyncio.Lock())


def _turned(key: Key) -> Key:
    return Key(key.column, key.read, descending=not key.descending, nullable=key.nullable)


def _ordered(rows: QuerySet[Any], keys: Sequence[Key], backwards: bool) -> QuerySet[Any]:
    names = []
    for key in keys:
        if key.nullable:
            flag = f"{key.column}_missing"
            rows = rows.annotate(**{flag: RawSQL(f'"{key.column}" is null')})
            names.append(f"-{flag}" if backwards else flag)
        names.append(f"-{key.column}" if key.descending else key.column)
    return rows.order_by(*names)


def _beyond(keys: Sequence[Key], values: Sequence[Any], backwards: bool) -> Q:
    """Rows after the cursor: greater in the first key, or equal in it and greater in the next, and so on."""
    result: Q | None = None
    equal: list[Q] = []
    for key, value in zip(keys, values, strict=True):
        step = _after(key, value, backwards)
        if step is not None:
            step = Q(*equal, step)
            result = step if result is None else result | step
        equal.append(where(f"{key.column}__isnull", True) if value is None else where(key.column, value))
    assert result is not None
    first = keys[0]
    if first.nullable or values[0] is None:
        return result
    # Says again what follows from the rest, in the form that an index on the first column can use.
    edge = where(f"{first.column}__{'lte' if first.descending else 'gte'}", values[0])
    return Q(edge, result)


def _after(key: Key, value: Any, backwards: bool) -> Q | None:
    missing = where(f"{key.column}__isnull", True)
    if value is None:
        return ~missing if backwards else None
    step = where(f"{key.column}__{'lt' if key.descending else 'gt'}", value)
    return step | missing if key.nullable and not backwards else step


def _text(value: Any) -> str | None:
    if value is None:
        return None
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _open(listing: Listing, cursor: str) -> list[Any]:
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        label, *texts = orjson.loads(base64.urlsafe_b64decode(padded))
        if label != listing.label:
            raise BadRequest(
                "This cursor belongs to another list or another order; start from the first page."
            )
        return [
            None if text is None and key.nullable else _read(key, text)
            for key, text in zip(listing.keys, texts, strict=True)
        ]
    except (binascii.Error, ArithmeticError, AttributeError, TypeError, ValueError) as error:
        raise BadRequest("This cursor is not one that LeadHub gave out.") from error


def _read(key: Key, text: Any) -> Any:
    """A value from a cursor, which may be forged: only what PostgreSQL can be asked about."""
    if not isinstance(text, str) or "\0" in text:
        raise ValueError("not a text")
    value = key.read(text)
    if isinstance(value, int) and abs(value) > LARGEST_NUMBER:
        raise ValueError("a number that no row has")
    return value


def read_time(text: str) -> datetime:
    """A moment from a cursor, in UTC; it must carry its offset."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a time without offset")
    return moment.astimezone(UTC)


def read_amount(text: str) -> Decimal:
    """A finite amount from a cursor, of a size that columns have."""
    amount = Decimal(text)
    if not amount.is_finite() or abs(amount) > LARGEST_NUMBER**2:
        raise ValueError("an amount that no row has")
    return amount


NEWEST_FIRST = (Key("created_at", read_time, descending=True), Key("id", UUID, descending=True))
