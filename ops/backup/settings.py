"""What the commands need to know of an environment, and what is wrong with it."""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ops.backup.problem import BackupProblem


@dataclass(frozen=True)
class Settings:
    """Read from an environment's `LEADHUB_...`; docs/operations.md says the same in a table."""

    values: Mapping[str, str]

    def need(self, name: str) -> str:
        """A setting that this command cannot do without, by its name without the prefix."""
        if not (value := self.values.get(f"LEADHUB_{name}")):
            raise BackupProblem(f"LEADHUB_{name} is not set; see docs/operations.md, Back up and restore.")
        return value

    def url(self, name: str) -> str:
        """The same for an address."""
        value = self.need(name)
        if not value.startswith(("postgres://", "postgresql://")):
            raise BackupProblem(f"LEADHUB_{name} must look like postgres://user:password@host:5432/leadhub.")
        return value

    @property
    def folder(self) -> Path:
        """Where backups are kept."""
        return Path(self.need("BACKUP_FOLDER")).absolute()

    @property
    def keep(self) -> int:
        """How many dumps, and how many base backups, are kept."""
        text = self.values.get("LEADHUB_BACKUP_KEEP") or "14"
        if not text.isascii() or not text.isdigit() or int(text) < 1:
            raise BackupProblem("LEADHUB_BACKUP_KEEP must be a number from 1 on.")
        return int(text)

    @property
    def via(self) -> list[str]:
        """What PostgreSQL's programs are started with, such as `docker compose exec -T postgres`."""
        return shlex.split(self.values.get("LEADHUB_BACKUP_VIA") or "")
