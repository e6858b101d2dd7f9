"""Which exceptions are a slow or missing database, and which are defects of ours."""

import asyncio

import asyncpg
import pytest
from asyncpg.exceptions import _base
from tortoise.exceptions import OperationalError

from leadhub.answers import known_fault
from leadhub.errors import NotFound

FAULTS = {
    "TIMEOUT": [TimeoutError(), asyncpg.QueryCanceledError("canceling statement due to statement timeout")],
    "UNAVAILABLE": [
        ConnectionRefusedError(),
        ConnectionResetError(),
        asyncpg.ConnectionDoesNotExistError("connection was closed in the middle of operation"),
        asyncpg.AdminShutdownError("terminating connection due to administrator command"),
        asyncpg.CrashShutdownError("terminating connection because of crash of another server process"),
        asyncpg.CannotConnectNowError("the database system is starting up"),
        asyncpg.TooManyConnectionsError("too many clients already"),
        asyncpg.InterfaceError("connection is closed"),
        asyncpg.InternalClientError("cannot switch to state 12; another operation (2) is in progress"),
    ],
    "NOT_FOUND": [NotFound()],
}
DEFECTS = [
    None,
    KeyError("x"),
    asyncpg.UndefinedTableError('relation "x" does not exist'),
    asyncpg.InsufficientPrivilegeError("permission denied for table lead"),
    _base.DataError("value out of int32 range"),
    OperationalError("x"),
]


@pytest.mark.parametrize(("code", "error"), [(code, error) for code in FAULTS for error in FAULTS[code]])
def test_fault_is_named(code: str, error: BaseException) -> None:
    fault = known_fault(error)
    assert fault is not None
    assert fault.code == code


def test_cause_is_looked_at() -> None:
    error = OperationalError("wrapped")
    error.__cause__ = ConnectionResetError()
    fault = known_fault(error)
    assert fault is not None
    assert fault.code == "UNAVAILABLE"


@pytest.mark.parametrize("error", DEFECTS)
def test_anything_else_is_a_defect(error: BaseException | None) -> None:
    assert known_fault(error) is None


def test_cancelling_is_no_fault() -> None:
    assert known_fault(asyncio.CancelledError()) is None
