"""The only ways to make a root field: each names the scope it needs and appears in the schema with it."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import aclosing
from functools import partial, wraps
from typing import Annotated, Any, get_type_hints

import asyncpg
import strawberry
from strawberry.types.field import StrawberryField
from tortoise.exceptions import IntegrityError

from leadhub.errors import Rehearsed, UserFault, UserFaults
from leadhub.kit.events import unit
from leadhub.kit.idempotency import Once, Parts, once
from leadhub.kit.loaders import new_loaders
from leadhub.kit.model import TenantModel
from leadhub.kit.node import READ_ONE, describe
from leadhub.kit.payload import payload_type, user_error
from leadhub.kit.scopes import Access, Open

ACCESS = "access"
ROOT = "root"
Answer = Mapping[str, Any]
Body = Callable[..., Awaitable[Answer]]

# A deadlock, a serialisation failure or a rival who took a unique value between our look and our write:
# the second look answers properly.
_WORTH_ANOTHER_TRY = (asyncpg.TransactionRollbackError, IntegrityError)
_TRIES = 3


def query(
    access: Access, returns: Any, *, is_read: bool = False
) -> Callable[[Callable[..., Any]], StrawberryField]:
    """A root query field of GraphQL type `returns`, resolved under the caller's reach. `is_read` says that it answers a
    row that `read_one` found, and no other."""

    def build(resolver: Callable[..., Any]) -> StrawberryField:
        return strawberry.field(
            resolver,
            graphql_type=returns,
            description=describe(resolver, access),
            metadata={ACCESS: access, ROOT: "query", READ_ONE: is_read},
        )

    return build


def subscription(access: Access, returns: Any) -> Callable[[Callable[..., Any]], StrawberryField]:
    """A root subscription field that streams items of GraphQL type `returns`. The body is an async generator over
    `services().feed`, which looks at the caller's rights before each item."""

    def build(body: Callable[..., AsyncGenerator[Any, None]]) -> StrawberryField:
        @wraps(body)
        async def stream(*args: Any, **kwargs: Any) -> AsyncGenerator[Any, None]:
            async with aclosing(body(*args, **kwargs)) as items:
                async for item in items:
                    new_loaders()
                    yield item

        return strawberry.subscription(
            stream,
            graphql_type=returns,
            description=describe(body, access),
            metadata={ACCESS: access, ROOT: "subscription"},
        )

    return build


def mutation(
    access: Access,
    *,
    payload: type | None = None,
    before: Callable[[Any], Awaitable[Any]] | None = None,
    **parts: Any,
) -> Callable[[Body], StrawberryField]:
    """A root mutation field: one transaction as the caller, with its events and audit as last statement.

    The body takes `input` and answers the payload's `parts` by name. Rows among them are read again after
    the commit under the caller's reach, so a row that has passed out of it comes back as null; functions
    are called then, for what must not hold a transaction open. A `UserFault` rolls everything back and becomes a user
    error. A dry run raises `Rehearsed` at its end, and is rolled back: what it shows are functions, since its rows are
    not there to be read again. What must be counted or worked out outside the transaction is done by `before`; the body
    gets what it answers. A request's `Idempotency-Key` makes the change happen once, see `kit/idempotency.py`. The body
    of a public mutation opens its own transaction, since its tenant is not known before it looked, and knows no keys.
    """

    def build(body: Body) -> StrawberryField:
        description = describe(body, access)
        answer_type = payload or payload_type(body.__name__, parts)
        run = body if access is Open.PUBLIC else _in_transaction(body, before, Parts(parts))

        async def resolve(input: Any, info: strawberry.Info) -> Any:
            change = run if access is Open.PUBLIC else partial(run, once(body.__name__, info.path.key, input))
            return await _run(change, answer_type, input)

        resolve.__name__ = body.__name__
        resolve.__annotations__ = {
            "input": _described(get_type_hints(body)["input"]),
            "info": strawberry.Info,
            "return": answer_type,
        }
        return strawberry.field(resolve, description=description, metadata={ACCESS: access, ROOT: "mutation"})

    return build


def _described(input_type: Any) -> Any:
    description = input_type.__strawberry_definition__.description
    return Annotated[input_type, strawberry.argument(description=description)]


def _in_transaction(
    body: Body, before: Callable[[Any], Awaitable[Any]] | None, parts: Parts
) -> Callable[[Once | None, Any], Awaitable[Answer]]:
    async def run(key: Once | None, input: Any) -> Answer:
        try:
            ready = () if before is None else (await before(input),)
        except UserFault:
            # What was right then may be wrong now for the very reason that it was done, such as the old password.
            if key is None or (outcome := await key.earlier()) is None:
                raise
            return parts.answer(outcome)
        async with unit():
            if key is None:
                return await body(input, *ready)
            if (outcome := await key.claim()) is not None:
                return parts.answer(outcome)
            answer = await body(input, *ready)
            await key.keep(parts.outcome(answer))
            return answer

    return run


async def _run(body: Body, answer_type: type, input: Any) -> Any:
    faults: list[UserFault] = []
    try:
        answer = await _persistently(body, input)
    except UserFaults as several:
        answer, faults = {}, several.faults
    except UserFault as fault:
        answer, faults = fault.shows, [fault]
    except Rehearsed as over:
        answer = over.shows
    finally:
        new_loaders()
    for refused in faults:
        if refused.aftermath is not None:
            await refused.aftermath()
    parts = {name: await _read_again(part) for name, part in answer.items()}
    return answer_type(**parts, user_errors=[user_error(refused) for refused in faults])


async def _persistently(body: Body, input: Any) -> Answer:
    for _ in range(_TRIES - 1):
        try:
            return await body(input)
        except _WORTH_ANOTHER_TRY:
            continue
    return await body(input)


async def _read_again(part: Any) -> Any:
    if isinstance(part, TenantModel):
        return await type(part).seen(part.id)
    if callable(part):
        return await part()
    if isinstance(part, list):
        rows = [await _read_again(row) for row in part]
        return [row for row in rows if row is not None]
    return part
