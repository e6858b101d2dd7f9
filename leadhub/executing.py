"""Executes operations that were let in: within their time, and by their plans where there are some."""

import asyncio
from collections.abc import Awaitable
from typing import Any, TypeVar, cast

import strawberry
import structlog
from graphql import ExecutionResult, GraphQLError, OperationType, execute, subscribe
from strawberry.execution import optimized_is_awaitable
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext
from strawberry.utils.await_maybe import await_maybe

from leadhub.errors import BadRequest, TimedOut
from leadhub.kit import metrics
from leadhub.kit.executor import Attempt, CompiledExecutor
from leadhub.kit.loaders import new_loaders
from leadhub.kit.pool import one_connection
from leadhub.preparing import Prepared
from leadhub.tracing import TracedExecutor
from leadhub.wire import Asked

log = structlog.get_logger()

T = TypeVar("T")


class Execution:
    """One per process."""

    def __init__(
        self, schema: strawberry.Schema, *, timeout_seconds: float, suggestions: bool, traced: bool
    ) -> None:
        self._schema = schema._schema  # noqa: SLF001
        self._timeout_seconds = timeout_seconds
        self._compiled = TracedExecutor if traced else CompiledExecutor
        self._options: dict[str, Any] = {
            "executor_class": TracedExecutor if traced else StrawberryGraphQLCoreExecutionContext,
            "hide_suggestions": not suggestions,
        }

    async def execute(self, operation: Prepared, asked: Asked) -> ExecutionResult:
        """What a query or a mutation comes to."""
        try:
            async with asyncio.timeout(self._timeout_seconds):
                if operation.kind is not OperationType.QUERY:
                    return await self._run(operation, asked)
                async with one_connection():
                    return await self._read(operation, asked)
        except TimeoutError:
            return failed(TimedOut())
        except RecursionError:
            return failed(BadRequest("The variables are nested too deeply."))

    async def subscribe(self, operation: Prepared, asked: Asked) -> Any:
        """The results of a subscription, or the one result that says why there are none."""
        new_loaders()
        return await await_maybe(
            subscribe(self._schema, operation.document, **_arguments(asked), **self._options)
        )

    async def _read(self, operation: Prepared, asked: Asked) -> ExecutionResult:
        plans = operation.plans
        if plans is None:
            return await self._run(operation, asked)
        try:
            result = await _carried_out(plans.answer(self._schema, operation.operation, asked.variables))
        except Exception as error:  # noqa: BLE001  (graphql-core comes to the same, and says where)
            return await self._again(operation, asked, error)
        if result is not None:
            return result
        attempt = Attempt(plans)
        result = await self._run(operation, asked, executor_class=self._compiled, attempt=attempt)
        if attempt.used and result.errors:
            return await self._again(operation, asked, result.errors[0])
        return result

    async def _again(self, operation: Prepared, asked: Asked, why: Exception) -> ExecutionResult:
        """What graphql-core says of a query that a plan failed at. If it finds nothing wrong, a plan asked for too much or
        read too little; the answer is right, but costs twice."""
        result = await self._run(operation, asked)
        if not result.errors:
            metrics.ran_twice.inc()
            log.warning("ran_twice", exc_info=why)
        return result

    async def _run(self, operation: Prepared, asked: Asked, **options: Any) -> ExecutionResult:
        new_loaders()
        running = execute(
            self._schema,
            operation.document,
            is_awaitable=cast("Any", optimized_is_awaitable),
            **_arguments(asked),
            **(self._options | options),
        )
        try:
            return await _carried_out(await_maybe(running))
        except GivenUp as error:
            return failed(error)


class GivenUp(Exception):
    """Part of an operation was cancelled, and not because the operation was."""


async def _carried_out(work: Awaitable[T]) -> T:
    """What something comes to; raises GivenUp. Who loads the same row as another waits for the same thing, and is cancelled
    with the other: without this, whoever asked would see the connection close."""
    try:
        return await work
    except asyncio.CancelledError as error:
        task = asyncio.current_task()
        if task is None or task.cancelling():
            raise
        raise GivenUp from error


def failed(error: Exception) -> ExecutionResult:
    """The result of what was ended by an error."""
    return ExecutionResult(
        None,
        [error if isinstance(error, GraphQLError) else GraphQLError(str(error), original_error=error)],
    )


def _arguments(asked: Asked) -> dict[str, Any]:
    return {
        "context_value": {},
        "variable_values": asked.variables,
        "operation_name": asked.operation_name,
        "operation_extensions": asked.extensions,
    }
