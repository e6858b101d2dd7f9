"""Reading inputs: every text normalised and bounded, every version checked, and each fault with its path."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, TypeVar

import strawberry
from strawberry import UNSET

from leadhub.errors import Invalid, Problems, Required, StaleVersion, TooLong, UserFault
from leadhub.kit.model import RecordModel
from leadhub.kit.text import TextProblem, clean

_FAULTS: dict[str, type[UserFault]] = {"TOO_LONG": TooLong, "INVALID": Invalid, "REQUIRED": Required}

R = TypeVar("R", bound=RecordModel)


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def maybe(description: str, **options: Any) -> Any:
    """An input field that may be left out, which is told from null."""
    return strawberry.field(default=UNSET, description=description, **options)


def is_given(value: Any) -> bool:
    """Whether the client sent this input, be it null."""
    return value is not UNSET


class Inputs:
    """Reads the fields of one `input`, or of an object `at` some place in it, and collects what is wrong with them;
    `done()` raises it."""

    def __init__(self, *at: str, problems: Problems | None = None) -> None:
        self.at = at
        self.problems = problems or Problems()

    def below(self, *at: str) -> "Inputs":
        """The object at this place; what is wrong with it is noted here."""
        return Inputs(*self.at, *at, problems=self.problems)

    def path(self, *path: str) -> list[str]:
        """The way to a field, as faults name it."""
        return ["input", *self.at, *path]

    @contextmanager
    def collect(self) -> Iterator[None]:
        """Notes a fault and goes on, so that the user sees the others too."""
        try:
            yield
        except UserFault as fault:
            self.problems.add(fault)

    def text(
        self, value: str | None, *path: str, limit: int, multiline: bool = False, required: bool = False
    ) -> str | None:
        """A normalised text, or None when it is empty."""
        if value is None or value is UNSET:
            cleaned = None
        else:
            try:
                cleaned = clean(value, limit=limit, multiline=multiline)
            except TextProblem as problem:
                self.problems.add(_FAULTS[problem.code](str(problem), path=self.path(*path)))
                return None
        if cleaned is None and required:
            self.problems.add(Required(path=self.path(*path)))
        return cleaned

    def name(self, value: str | None, *path: str, limit: int) -> str:
        """A text that must not be empty. Empty only when a fault was noted."""
        return self.text(value, *path, limit=limit, required=True) or ""

    def fault(self, fault: UserFault) -> None:
        self.problems.add(fault)

    def done(self) -> None:
        self.problems.done()


async def locked(row: R, expected_version: int | None) -> R:
    """The same row, locked until the transaction ends, if it still has the version that the caller read.

    Read before the lock under the caller's reach, this is what tells "never saw it" from "saw it and lost".
    """
    # Not the key: rows that refer to this one may be written meanwhile.
    current = await type(row).mine().select_for_update(no_key=True).get_or_none(id=row.id)
    if current is None:
        raise StaleVersion(path=["input", "expectedVersion"])
    check_version(current, expected_version)
    return current


def check_version(row: RecordModel, expected_version: int | None) -> None:
    """Raises StaleVersion with the version that there is, when the caller read another one."""
    if expected_version is not None and row.version != expected_version:
        raise StaleVersion(path=["input", "expectedVersion"], version=row.version)


def read_archived(row: Any, given: bool | None) -> dict[str, Any]:
    """The column that an input's `archived` sets of a row; nothing when it says what is so already."""
    if not is_given(given) or bool(given) is (row.archived_at is not None):
        return {}
    return {"archived_at": now() if given else None}


async def save(row: RecordModel, **values: Any) -> dict[str, tuple[Any, Any]]:
    """Sets what differs and writes it with the next version; what changed, by column. Nothing differs:
    nothing is written."""
    changed = {
        name: (getattr(row, name), value) for name, value in values.items() if getattr(row, name) != value
    }
    if changed:
        await write(row, **{name: new for name, (_, new) in changed.items()})
    return changed


async def write(row: RecordModel, **values: Any) -> None:
    """Writes these columns of a locked row with the next version."""
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    row.updated_at = now()
    await row.save(update_fields=[*values, "version", "updated_at"])
