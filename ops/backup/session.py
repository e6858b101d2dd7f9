"""A connection through psql that stays open, so that one transaction can do several things and lend its snapshot."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from ops.backup.problem import BackupProblem
from ops.backup.programs import Programs, without_password

_END = "that-was-all"
# Rows as text must be the same text wherever they are read. With row security off, a policy that hides rows is an error.
_ALIKE = """
set client_encoding = 'UTF8';
set row_security = off;
set timezone = 'UTC';
set datestyle = 'ISO, YMD';
set intervalstyle = 'postgres';
set bytea_output = 'hex';
set extra_float_digits = 1;
set search_path = pg_catalog;
"""


class Session:
    """What is said over one connection. Errors end it, and with it what was not committed."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._script, self._answers = process.stdin, process.stdout

    def alike(self) -> None:
        """From here on rows are read as everywhere else."""
        self.do(_ALIKE)

    def do(self, sql: str) -> None:
        """Statements without an answer."""
        self._lines(sql)

    def ask(self, sql: str) -> list[dict[str, Any]]:
        """The rows of a query."""
        return [json.loads(line) for line in self._lines(f"select to_jsonb(answer) from ({sql}) answer;")]

    def one(self, sql: str) -> dict[str, Any]:
        """The only row of a query."""
        [row] = self.ask(sql)
        return row

    def feed(self, script: IO[bytes]) -> None:
        """A whole script, as pg_restore writes it."""
        try:
            shutil.copyfileobj(script, self._script)
        except BrokenPipeError:
            raise _Ended from None
        self.do("")

    def _lines(self, sql: str) -> list[str]:
        try:
            self._script.write(f"{sql}\n\\echo {_END}\n".encode())
            self._script.flush()
        except BrokenPipeError:
            raise _Ended from None
        lines: list[str] = []
        while (line := self._answers.readline().decode()) != f"{_END}\n":
            if not line:
                raise _Ended
            lines.append(line)
        return lines


class _Ended(Exception):
    """psql is gone; it says why."""


@contextmanager
def session(programs: Programs, url: str) -> Iterator[Session]:
    """A session on the database of this address. Raises BackupProblem with PostgreSQL's words when it ends early."""
    psql = ("psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--no-password")
    with programs.running(
        *psql, "--set=ON_ERROR_STOP=1", f"--dbname={without_password(url)}",
        url=url, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        opened = Session(process)
        try:
            opened.alike()
            yield opened
        except _Ended:
            # When psql failed, `running` tells what it said.
            if process.wait() == 0:
                raise BackupProblem("psql ended before it was done.") from None
