"""A program that ends while it is spoken to is heard."""

import os
import subprocess

import pytest

from ops.backup.problem import BackupProblem
from ops.backup.programs import Programs, without_password


def speak_to_the_dead() -> None:
    gone = ("sh", "-c", "echo 'psql: error: the server is away' >&2; exit 2")
    with Programs(os.environ).running(*gone, stdin=subprocess.PIPE) as process:
        process.wait()
        assert process.stdin is not None
        process.stdin.write(b"select 1;")


def test_program_that_went_away_before_it_was_told_everything_says_why() -> None:
    with pytest.raises(BackupProblem, match="sh failed: psql: error: the server is away"):
        speak_to_the_dead()


def test_password_goes_by_the_environment_and_is_no_argument() -> None:
    url = "postgres://leadhub_backup:it%27s@db1:5432,db2:5432/leadhub"  # pragma: allowlist secret
    assert without_password(url) == "postgres://leadhub_backup@db1:5432,db2:5432/leadhub"
    assert Programs({}).with_password(url)["PGPASSWORD"] == "it's"
