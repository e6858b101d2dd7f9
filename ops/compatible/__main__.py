"""Prints what is wrong, a line each; exit status 1 when something is."""

import sys
from collections.abc import Iterator
from pathlib import Path

from pglast.parser import ParseError

from ops.compatible.fault import Fault
from ops.compatible.history import FOLDER, Migration, migrations, releases
from ops.compatible.statements import faults


def check(folder: Path = FOLDER) -> Iterator[str]:
    """What is wrong with the migrations that came after the first release, as lines."""
    everything = {one.name: one for one in migrations(folder)}
    released = {release: everything[name] for release, name in releases(folder).items()}
    first = next(iter(released.values()))
    for one in everything.values():
        if one.number > first.number:
            yield from (f"{one.name}: {text}" for text in _check(one, released))


def _check(migration: Migration, released: dict[str, Migration]) -> Iterator[str]:
    try:
        found = list(faults(migration.scripts()))
    except ParseError as error:
        yield f"cannot be read: {error}"
        return
    yield from (fault.text for fault in found if not fault.breaks)
    breaking = [fault for fault in found if fault.breaks]
    if migration.contract is None:
        for fault in breaking:
            yield f'{fault.text}; when no version that runs needs it any more, say CONTRACT = "RELEASE"'
    else:
        yield from _contract(migration, released.get(migration.contract), breaking)


def _contract(migration: Migration, release: Migration | None, breaking: list[Fault]) -> Iterator[str]:
    if release is None or release.number >= migration.number:
        yield f"CONTRACT = {migration.contract!r} is no earlier release in migrations/releases.toml"
        return
    columns = release.columns()
    for fault in breaking:
        table, _, column = (fault.removes or "").partition(".")
        if table in columns and (not column or column in columns[table]):
            yield f"{fault.text}, but the models of {migration.contract} still have it"


if __name__ == "__main__":
    wrong = list(check())
    print("\n".join(wrong), end="\n" if wrong else "")  # noqa: T201
    sys.exit(1 if wrong else 0)
