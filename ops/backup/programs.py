"""Starts PostgreSQL's programs. No password is ever an argument, where every user of the machine could read it."""

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import IO, Any
from urllib.parse import unquote, urlsplit

from ops.backup.problem import BackupProblem
from ops.backup.settings import Settings

CONNECT_SECONDS = "10"


@dataclass(frozen=True)
class Programs:
    """The programs of one environment, in its own PATH or wherever `via` leads."""

    environment: Mapping[str, str]
    via: Sequence[str] = ()

    @classmethod
    def of(cls, settings: Settings) -> "Programs":
        return cls(settings.values, settings.via)

    @property
    def here(self) -> "Programs":
        """Those of this machine, for what writes files by itself."""
        return Programs(self.environment)

    @contextmanager
    def running(self, *command: str, url: str = "", **streams: Any) -> Iterator[subprocess.Popen[bytes]]:
        """A program for as long as the block lasts. Raises BackupProblem with its last words when it fails."""
        with tempfile.TemporaryFile() as said:
            try:
                process = subprocess.Popen(  # noqa: S603  (the programs' names are ours)
                    [*self.via, *command], env=self.with_password(url), stderr=said, **streams
                )
            except OSError as error:
                raise BackupProblem(
                    f"{[*self.via, *command][0]} cannot be started ({error.strerror}): install PostgreSQL's client "
                    "programs, or set LEADHUB_BACKUP_VIA to what leads to them."
                ) from None
            try:
                yield process
            except BaseException:
                process.kill()
                raise
            finally:
                _let_go(process)
            if process.returncode:
                raise BackupProblem(f"{command[0]} failed: {last_words(said)}")

    def run(self, *command: str, url: str = "", **streams: Any) -> None:
        """A program to its end."""
        with self.running(*command, url=url, **{"stdin": subprocess.DEVNULL, **streams}):
            pass

    def output(self, *command: str) -> str:
        """What a program prints."""
        with self.running(*command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            return process.stdout.read().decode()

    def major(self, program: str) -> int:
        """The major version of a program."""
        found = re.search(r"\(PostgreSQL\) (\d+)", self.output(program, "--version"))
        if found is None:
            raise BackupProblem(f"{program} does not say its version.")
        return int(found[1])

    def with_password(self, url: str) -> dict[str, str]:
        """The environment of a program that connects to this address."""
        password = unquote(urlsplit(url).password or "")
        chosen = {"PGPASSWORD": password} if password else {}
        return {
            **os.environ,
            **self.environment,
            "PGCONNECT_TIMEOUT": CONNECT_SECONDS,
            "LC_ALL": "C",
            **chosen,
        }


def _let_go(process: subprocess.Popen[bytes]) -> None:
    for stream in (process.stdout, process.stdin):
        if stream is not None:
            # A program that is gone cannot take what is still to be sent. Its exit status tells.
            with suppress(BrokenPipeError):
                stream.close()
    process.wait()


def last_words(said: IO[bytes]) -> str:
    """The lines in which a program says what went wrong, as one."""
    said.seek(0)
    lines = [line.strip() for line in said.read().decode(errors="replace").splitlines() if line.strip()]
    wrong = [line for line in lines if re.search(r"error:|ERROR:|FATAL:", line)] or lines[-1:]
    return " ".join(wrong[-2:]) or "it does not say why"


def without_password(url: str) -> str:
    """The address as it may be an argument."""
    netloc = urlsplit(url).netloc
    account, at, hosts = netloc.rpartition("@")
    return url.replace(netloc, account.partition(":")[0] + at + hosts, 1)
