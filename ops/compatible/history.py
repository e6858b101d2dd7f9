"""The migrations as files: what they do, what the models looked like then, and what the releases contained."""

import asyncio
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from aerich.utils import decompress_dict, import_py_file

FOLDER = Path(__file__).parents[2] / "migrations"


@dataclass
class _Scripts:
    """Stands for the database, to see what a migration would send."""

    sent: list[str] = field(default_factory=list)

    async def execute_script(self, sql: str) -> None:
        self.sent.append(sql)

    async def execute_query(self, sql: str, _values: list[Any] | None = None) -> tuple[int, list[Any]]:
        self.sent.append(sql)
        return 0, []


@dataclass(frozen=True)
class Migration:
    """One file in migrations/models."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def number(self) -> int:
        return int(self.name.split("_")[0])

    @property
    def module(self) -> ModuleType:
        return import_py_file(self.path)

    @property
    def contract(self) -> str | None:
        """The release that stopped using what this removes."""
        return getattr(self.module, "CONTRACT", None)

    def scripts(self) -> list[str]:
        """The SQL that it sends, in order."""
        database = _Scripts()
        last = asyncio.run(self.module.upgrade(database))
        return [*database.sent, last]

    def columns(self) -> dict[str, set[str]]:
        """The columns of each table as the models stood when it was made."""
        state = decompress_dict(self.module.MODELS_STATE)
        return {model["table"]: set(_columns(model)) for model in state.values()}


def _columns(model: dict[str, Any]) -> Iterator[str]:
    for one in [model["pk_field"], *model["data_fields"]]:
        yield one["db_column"]


def migrations(folder: Path = FOLDER) -> list[Migration]:
    """All, oldest first."""
    found = [Migration(path) for path in (folder / "models").glob("*_*.py")]
    return sorted(found, key=lambda one: one.number)


def releases(folder: Path = FOLDER) -> dict[str, str]:
    """The newest migration in each release, oldest first."""
    found: dict[str, str] = tomllib.loads((folder / "releases.toml").read_text())
    return found
