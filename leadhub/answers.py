"""How a result is put on the wire: error codes, masking, status."""

import asyncio
from typing import Any

import asyncpg
import structlog
from graphql import GraphQLError

from leadhub.errors import (
    BadRequest,
    LeadHubError,
    RequestFault,
    TimedOut,
    Unavailable,
    UserFault,
    UserFaults,
)
from leadhub.kit import metrics
from leadhub.kit.actor import request

log = structlog.get_logger()

_SHOWN = 10
# Others' messages repeat what was sent: a name of any length, or the whole of an input.
_LONGEST_MESSAGE = 300
_GONE = (
    ConnectionError,
    asyncpg.PostgresConnectionError,
    asyncpg.AdminShutdownError,
    asyncpg.CannotConnectNowError,
    asyncpg.CrashShutdownError,
    asyncpg.TooManyConnectionsError,
    asyncpg.InterfaceError,
    # What asyncpg (0.32) says of an idle connection that the server has ended, before anything is sent.
    asyncpg.InternalClientError,
)


def known_fault(error: BaseException | None) -> LeadHubError | None:
    """The fault behind an exception: ours, the database's that we can name, or None for a defect. A query has no place for
    several faults of its input: they are told in one."""
    if isinstance(error, UserFaults):
        return BadRequest(error.message)
    if isinstance(error, LeadHubError):
        return error
    if isinstance(error, asyncpg.QueryCanceledError | TimeoutError | asyncio.TimeoutError):
        return TimedOut()
    if _is_gone(error) or _is_gone(error.__cause__ if error else None):
        return Unavailable()
    return None


def _is_gone(error: BaseException | None) -> bool:
    # A ValueError among asyncpg's InterfaceErrors is a value of ours that it cannot send: that is a defect.
    return isinstance(error, _GONE) and not isinstance(error, ValueError)


def show(error: GraphQLError) -> dict[str, Any]:
    """An error as clients see it; a defect is logged whole and shown as INTERNAL with the request id."""
    original = error.original_error
    shown: dict[str, Any] = {"message": _shortened(error.message)}
    if error.locations:
        shown["locations"] = [{"line": place.line, "column": place.column} for place in error.locations]
    if error.path:
        shown["path"] = error.path
    if _is_request_error(error):
        shown["extensions"] = {"code": BadRequest.code}
    elif (fault := known_fault(original)) is not None:
        shown["message"] = fault.message
        shown["extensions"] = {"code": fault.code, **fault.meta}
    else:
        log.error("internal_error", exc_info=original, path=error.path)
        shown["message"] = f"Something went wrong on our side; quote {request().id} when you ask about it."
        shown["extensions"] = {"code": "INTERNAL", "requestId": request().id}
    metrics.refusals.labels(code=shown["extensions"]["code"]).inc()
    return shown


def _shortened(message: str) -> str:
    return message if len(message) <= _LONGEST_MESSAGE else f"{message[:_LONGEST_MESSAGE]}…"


def _is_request_error(error: GraphQLError) -> bool:
    """Syntax, validation, or a value that a scalar refused: the last carries a ValueError and no path."""
    original = error.original_error
    if original is None or isinstance(original, GraphQLError):
        return True
    return isinstance(original, ValueError) and error.path is None


def show_all(errors: list[GraphQLError]) -> list[dict[str, Any]]:
    """The first ten errors; more help nobody."""
    return [show(error) for error in errors[:_SHOWN]]


def status_of(errors: list[GraphQLError], *, has_data: bool) -> int:
    """The HTTP status for `application/graphql-response+json`."""
    fault = known_fault(errors[0].original_error) if errors else None
    if has_data or not errors:
        return 200
    if isinstance(fault, RequestFault):
        return fault.status
    return 400 if isinstance(fault, UserFault) or (fault is None and _is_request_error(errors[0])) else 500


def outcome_of(errors: list[GraphQLError] | None) -> str:
    """One word for metrics and logs."""
    if not errors:
        return "ok"
    fault = known_fault(errors[0].original_error)
    if fault is not None:
        return fault.code.lower()
    return "bad_request" if _is_request_error(errors[0]) else "internal"
