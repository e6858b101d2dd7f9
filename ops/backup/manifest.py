"""What stands beside a dump: how to know that it is whole, and what the database held at its moment."""

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from ops.backup.facts import Facts
from ops.backup.folder import PART, create, settle
from ops.backup.problem import BackupProblem


@dataclass(frozen=True)
class Manifest:
    """`sha256` and `size` are of the file, `tables` of the database."""

    made: str
    database: str
    postgres: str
    tenants: int
    size: int
    sha256: str
    tables: Facts

    @property
    def rows(self) -> int:
        return sum(table["rows"] for table in self.tables.values())

    def write(self, dump: Path) -> None:
        """Beside this dump."""
        path = beside(dump)
        part = path.with_name(path.name + PART)
        with os.fdopen(create(part), "w") as file:
            json.dump(asdict(self), file, indent=1)
        settle(part, path)


def beside(dump: Path) -> Path:
    """Where the manifest of a dump is."""
    return dump.with_name(f"{dump.name}.json")


def checked(dump: Path) -> Manifest:
    """The manifest of a dump that is what it was when it was made; raises BackupProblem."""
    try:
        manifest = Manifest(**json.loads(beside(dump).read_text()))
        size, sha256 = dump.stat().st_size, sha256_of(dump)
    except OSError as error:
        raise BackupProblem(f"{error.filename} cannot be read: {error.strerror}.") from None
    except (TypeError, ValueError):
        raise BackupProblem(f"{beside(dump)} is no manifest of a backup: take another backup.") from None
    if (size, sha256) != (manifest.size, manifest.sha256):
        raise BackupProblem(f"{dump} is damaged, it is not the file that was written: take another backup.")
    return manifest


def sha256_of(path: Path) -> str:
    """In hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
