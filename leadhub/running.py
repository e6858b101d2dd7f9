"""Runs operations for every way in: their time is bounded, their refusals audited, their outcome counted."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import aclosing
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar, cast

import strawberry
import structlog
from aiohttp import web
from graphql import ExecutionResult, GraphQLError, OperationType
from prometheus_client import Counter, Histogram

from leadhub.admission import REFUSED, Admission, Bill
from leadhub.answers import known_fault, outcome_of, show_all, status_of
from leadhub.errors import AccessRefused, TimedOut
from leadhub.executing import Execution, failed
from leadhub.kit import metrics, traces
from leadhub.kit.actor import acting, request
from leadhub.kit.cost import counted
from leadhub.kit.events import record_refusal
from leadhub.kit.writing import dump
from leadhub.preparing import Prepared, Refused
from leadhub.wire import GRAPHQL_JSON, Asked

log = structlog.get_logger()

T = TypeVar("T")

READING = frozenset({OperationType.QUERY})
ONCE = READING | {OperationType.MUTATION}
ANY = frozenset(OperationType)

# The outcomes that are failures of ours, see docs/decisions/013-watching.md.
_OURS = frozenset({"internal", "unavailable", "timeout"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an operation answers, or one item of a stream. `is_last`: nothing may follow, it went wrong as a whole.
    `headers` are what HTTP says besides."""

    body: dict[str, Any]
    errors: list[GraphQLError]
    is_last: bool = False
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def has_data(self) -> bool:
        return self.body.get("data") is not None


def outcome(result: ExecutionResult, bill: Bill | None = None) -> Outcome:
    """A result as clients get it: errors shown or masked, `data` only where execution began."""
    errors = result.errors or []
    body: dict[str, Any] = {}
    if errors:
        body["errors"] = show_all(errors)
    began = result.data is not None or any(error.path for error in errors)
    if began:
        body["data"] = result.data
    if bill is not None:
        body["extensions"] = {"cost": bill.shown()}
        if request().replayed:
            body["extensions"]["idempotentReplay"] = True
    return Outcome(body, errors, is_last=not began, headers=_headers(errors, bill))


def json_response(answer: Outcome, kind: str) -> web.Response:
    """An outcome as JSON of this media type."""
    return web.Response(
        body=dump(answer.body),
        status=status_of(answer.errors, has_data=answer.has_data) if kind == GRAPHQL_JSON else 200,
        headers={"Content-Type": f"{kind}; charset=utf-8", **answer.headers},
    )


def _headers(errors: list[GraphQLError], bill: Bill | None) -> dict[str, str]:
    headers = bill.headers() if bill is not None else {}
    for error in errors:
        fault = known_fault(error.original_error)
        if fault is not None and "retryAfter" in fault.meta:
            return headers | {"Retry-After": str(fault.meta["retryAfter"])}
    return headers


class Runner:
    """One per process."""

    def __init__(
        self,
        schema: strawberry.Schema,
        admission: Admission,
        spawn: Callable[[Coroutine[Any, Any, Any]], asyncio.Task[Any]],
        *,
        timeout_seconds: float,
        known_operations: frozenset[str],
        suggestions: bool = False,
        traced: bool = False,
    ) -> None:
        self._execution = Execution(
            schema, timeout_seconds=timeout_seconds, suggestions=suggestions, traced=traced
        )
        self._admission = admission
        self._spawn = spawn
        self._known_operations = known_operations

    async def turned_away(self) -> Outcome | None:
        """What callers without any points are told, before their request is read; None for all others."""
        bill = self._admission.bill()
        try:
            await self._admission.gate(bill)
        except Refused as refusal:
            return outcome(ExecutionResult(None, refusal.errors), bill)
        return None

    def charge_unreadable(self) -> None:
        """Lets the caller pay for a request that had to be read to see that there is no operation in it."""
        self._admission.bill().refuse(REFUSED)
        metrics.cost_points.inc(REFUSED)

    async def run(self, asked: Asked, kinds: frozenset[OperationType] = ONCE) -> Outcome:
        """Runs a query or a mutation to its end. Raises WrongKind for what is not one of these kinds.

        When the caller goes away, which cancels this, a query stops, and so does its statement in the database. A
        mutation is carried through: who sends it again must find it done or not begun.
        """
        started, bill = time.perf_counter(), self._admission.bill()
        try:
            operation = await self._admission.admit(asked, kinds, bill)
        except Refused as refusal:
            answer = outcome(ExecutionResult(None, refusal.errors), bill)
            await self._done(asked, answer.errors, bill, started)
            return answer
        return await self._answer(operation, asked, bill, started)

    async def stream(self, asked: Asked) -> AsyncGenerator[Outcome, None]:
        """Runs any operation; what it answers as it comes, one item of a query or mutation, any number of a
        subscription. An item that `is_last` is an error that ended it."""
        started, bill = time.perf_counter(), self._admission.bill()
        try:
            operation = await self._admission.admit(asked, ANY, bill)
        except Refused as refusal:
            answer = outcome(ExecutionResult(None, refusal.errors), bill)
            await self._done(asked, answer.errors, bill, started)
            yield answer
            return
        if operation.kind is not OperationType.SUBSCRIPTION:
            yield await self._answer(operation, asked, bill, started)
            return
        metrics.cost_points.inc(bill.actual)
        async with aclosing(self._items(operation, asked)) as items:
            async for item in items:
                yield item

    async def _items(self, operation: Prepared, asked: Asked) -> AsyncGenerator[Outcome, None]:
        started, errors = time.perf_counter(), []
        with self._span(operation, asked):
            results = await self._execution.subscribe(operation, asked)
        metrics.subscriptions.inc()
        try:
            async with aclosing(_each(results)) as each:
                async for result in each:
                    item = outcome(result)
                    errors = item.errors
                    await self._audit_refusals(item.errors)
                    metrics.items.inc()
                    yield item
                    if item.is_last:
                        return
        finally:
            metrics.subscriptions.dec()
            self._note(asked, outcome_of(errors), time.perf_counter() - started, streamed=True)

    async def _answer(self, operation: Prepared, asked: Asked, bill: Bill, started: float) -> Outcome:
        work = self._work(operation, asked, bill, started)
        return await (self._through(work) if operation.kind is OperationType.MUTATION else work)

    async def _through(self, work: Coroutine[Any, Any, T]) -> T:
        """Does it to its end, though whoever waits for it may go away."""
        return cast("T", await asyncio.shield(self._spawn(work)))

    async def _work(self, operation: Prepared, asked: Asked, bill: Bill, started: float) -> Outcome:
        with self._span(operation, asked) as span, metrics.execution_seconds.time():
            result = await self._execution.execute(operation, asked)
            how = outcome_of(result.errors)
            span.set("leadhub.outcome", how)
            if how in _OURS:
                span.fail(how)
        is_mutation = operation.kind is OperationType.MUTATION
        if result.data is None:
            # Much may have been read, or done, before it turned out that there is no answer.
            bill.refuse(max(bill.requested, REFUSED))
        elif not _took_too_long(result):
            bill.settle(counted(result.data, is_mutation=is_mutation))
        answer = outcome(result, bill)
        await self._done(asked, answer.errors, bill, started)
        return answer

    async def _done(self, asked: Asked, errors: list[GraphQLError], bill: Bill, started: float) -> None:
        metrics.cost_points.inc(bill.actual)
        await self._audit_refusals(errors)
        self._note(asked, outcome_of(errors), time.perf_counter() - started)

    def _note(self, asked: Asked, how: str, seconds: float, *, streamed: bool = False) -> None:
        name = self._name(asked)
        _count_of(name, how).inc()
        if not streamed:
            _seconds_of(name).observe(seconds)
        log.info(
            "stream" if streamed else "request", operation=name, outcome=how, ms=round(seconds * 1000, 1)
        )

    def _name(self, asked: Asked) -> str:
        # Only names that the published documents use become labels: a client must not fill the metrics.
        name = asked.operation_name
        return name if name is not None and name in self._known_operations else "other"

    def _span(self, operation: Prepared, asked: Asked) -> traces.Span:
        kind, name = operation.kind.value, self._name(asked)
        return traces.span(f"{kind} {name}", graphql__operation__type=kind, graphql__operation__name=name)

    async def _audit_refusals(self, errors: list[GraphQLError]) -> None:
        for error in errors:
            fault = error.original_error
            if isinstance(fault, AccessRefused) and (who := fault.caller or acting()) is not None:
                await self._through(record_refusal(who, "access.refused", fault.reason))


# Finding a metric by its labels takes longer than counting; there are few, see `metrics`.
@cache
def _count_of(operation: str, outcome: str) -> Counter:
    return metrics.requests.labels(operation=operation, outcome=outcome)


@cache
def _seconds_of(operation: str) -> Histogram:
    return metrics.request_seconds.labels(operation=operation)


async def _each(results: Any) -> AsyncGenerator[ExecutionResult, None]:
    """The items of a subscription; what ends it on the way is the last of them."""
    if isinstance(results, ExecutionResult):
        yield results
        return
    try:
        async with aclosing(results):
            async for result in results:
                yield result
    except Exception as error:  # noqa: BLE001  (shown or masked as all errors are)
        yield failed(error)


def _took_too_long(result: ExecutionResult) -> bool:
    """Whether something was stopped. What that cost is not known, so that it stays at its estimate."""
    return any(isinstance(known_fault(error.original_error), TimedOut) for error in result.errors or ())
