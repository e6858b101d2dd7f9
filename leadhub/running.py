"""Runs operations for every way in: their time is bounded, their refusals audited, their outcome counted."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

import strawberry
import structlog
from graphql import ExecutionResult, GraphQLError, GraphQLSyntaxError, OperationType, parse
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types.graphql import OperationType as Allowed

from leadhub.answers import known_fault, outcome_of, show_all
from leadhub.errors import AccessRefused, LeadHubError, TimedOut
from leadhub.kit import metrics
from leadhub.kit.actor import acting
from leadhub.kit.events import record_refusal
from leadhub.schema import operation_of
from leadhub.wire import Asked

log = structlog.get_logger()

ONCE = frozenset({Allowed.QUERY, Allowed.MUTATION})
READING = frozenset({Allowed.QUERY})


class WrongKind(Exception):
    """The document holds a kind of operation that this way in does not take."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an operation answers, or one item of a stream. `is_last`: nothing may follow, it went wrong as a whole."""

    body: dict[str, Any]
    errors: list[GraphQLError]
    is_last: bool = False

    @property
    def has_data(self) -> bool:
        return self.body.get("data") is not None


def outcome(result: Any) -> Outcome:
    """A result as clients get it: errors shown or masked, `data` only where execution began."""
    errors = result.errors or []
    body: dict[str, Any] = {}
    if errors:
        body["errors"] = show_all(errors)
    began = result.data is not None or any(error.path for error in errors)
    if began:
        body["data"] = result.data
    return Outcome(body, errors, is_last=not began)


def is_subscription(asked: Asked) -> bool:
    """Whether this asks for a stream. A document that cannot be read does not: running it says why."""
    try:
        operation = operation_of(parse(asked.query), asked.operation_name)
    except (GraphQLSyntaxError, LeadHubError, RecursionError, StopIteration):
        return False
    return bool(operation.operation is OperationType.SUBSCRIPTION)


class Runner:
    """One per process."""

    def __init__(
        self, schema: strawberry.Schema, *, timeout_seconds: float, known_operations: frozenset[str]
    ) -> None:
        self._schema = schema
        self._timeout_seconds = timeout_seconds
        self._known_operations = known_operations

    async def run(self, asked: Asked, allowed: frozenset[Allowed] = ONCE) -> Outcome:
        """Runs a query or a mutation to its end. Raises WrongKind for what is not allowed here."""
        started = time.perf_counter()
        answer = outcome(await self._execute(asked, allowed))
        await _audit_refusals(answer.errors)
        self._note(asked, outcome_of(answer.errors), time.perf_counter() - started)
        return answer

    async def stream(self, asked: Asked) -> AsyncGenerator[Outcome, None]:
        """Runs a subscription; its items as they come. An item that `is_last` is an error that ended it."""
        started, errors = time.perf_counter(), []
        results = await self._schema.subscribe(
            asked.query,
            variable_values=asked.variables,
            operation_name=asked.operation_name,
            context_value={},
            operation_extensions=asked.extensions,
        )
        metrics.subscriptions.inc()
        try:
            async with aclosing(results):
                async for result in results:
                    item = outcome(result)
                    errors = item.errors
                    await _audit_refusals(item.errors)
                    metrics.items.inc()
                    yield item
                    if item.is_last:
                        return
        finally:
            metrics.subscriptions.dec()
            self._note(asked, outcome_of(errors), time.perf_counter() - started, streamed=True)

    async def _execute(self, asked: Asked, allowed: frozenset[Allowed]) -> Any:
        try:
            async with asyncio.timeout(self._timeout_seconds):
                return await self._schema.execute(
                    asked.query,
                    variable_values=asked.variables,
                    operation_name=asked.operation_name,
                    context_value={},
                    allowed_operation_types=set(allowed),
                    operation_extensions=asked.extensions,
                )
        except CannotGetOperationTypeError:
            named = f"called {asked.operation_name!r}" if asked.operation_name else "to run"
            return ExecutionResult(None, [GraphQLError(f"The document has no operation {named}.")])
        except InvalidOperationTypeError:
            raise WrongKind from None
        except RecursionError:
            return ExecutionResult(None, [GraphQLError("The document is nested too deeply.")])
        except TimeoutError:
            return ExecutionResult(None, [GraphQLError("timeout", original_error=TimedOut())])

    def _note(self, asked: Asked, how: str, seconds: float, *, streamed: bool = False) -> None:
        # Only names that the published documents use become labels: a client must not fill the metrics.
        name = asked.operation_name if asked.operation_name in self._known_operations else "other"
        metrics.requests.labels(operation=name, outcome=how).inc()
        if not streamed:
            metrics.request_seconds.labels(operation=name).observe(seconds)
        log.info(
            "stream" if streamed else "request", operation=name, outcome=how, ms=round(seconds * 1000, 1)
        )


async def _audit_refusals(errors: list[GraphQLError]) -> None:
    for error in errors:
        fault = error.original_error
        if isinstance(fault, AccessRefused) and (who := fault.caller or acting()) is not None:
            await record_refusal(who, "access.refused", fault.reason)


def retry_after(errors: list[GraphQLError]) -> int | None:
    """After how many seconds it may be tried again, where an error says so."""
    for error in errors:
        fault = known_fault(error.original_error)
        if fault is not None and "retryAfter" in fault.meta:
            return int(fault.meta["retryAfter"])
    return None
