"""What a deploy reads of ops/env/ENV.env, and what it says when that will not do."""

import subprocess
import sys
from pathlib import Path

import pytest

from ops.deploy.errors import DeployError
from ops.deploy.settings import TREE, find, read


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the command is run: ops/env is here."""
    (tmp_path / "ops" / "env").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    for name in ("FOLDER", "IMAGE", "TRIAL_SECONDS", "READY_SECONDS"):
        monkeypatch.delenv(f"LEADHUB_{name}", raising=False)
    return tmp_path


def test_an_environment_is_a_file_with_a_folder_in_it(here: Path) -> None:
    (here / "ops/env/staging.env").write_text(
        "# Ours\nLEADHUB_FOLDER=/srv/leadhub\nLEADHUB_TRIAL_SECONDS=30\n"
    )
    found = find("staging")
    assert (found.kept, found.upstream, found.member) == (
        Path("/srv/leadhub/deploy"), Path("/srv/leadhub/upstream"), Path("/srv/leadhub/smoke.json"),
    )  # fmt: skip
    assert (found.image, found.trial_seconds, found.ready_seconds) == (None, 30, 60)


@pytest.mark.parametrize("name", ["nowhere", "../etc/passwd", "Staging", ""])
def test_an_environment_that_is_not_there_is_named(here: Path, name: str) -> None:
    with pytest.raises(DeployError, match=r"environment|cannot be read"):
        find(name)


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({}, "LEADHUB_FOLDER must be set, to an absolute path"),
        ({"LEADHUB_FOLDER": "leadhub"}, "LEADHUB_FOLDER must be set, to an absolute path"),
        (
            {"LEADHUB_FOLDER": "/srv", "LEADHUB_TRIAL_SECONDS": "a minute"},
            "LEADHUB_TRIAL_SECONDS must be a number",
        ),
        ({"LEADHUB_FOLDER": "/srv", "LEADHUB_READY_SECONDS": "0"}, "LEADHUB_READY_SECONDS must be a number"),
        (
            {"LEADHUB_FOLDER": "/srv", "LEADHUB_READY_SECONDS": "nan"},
            "LEADHUB_READY_SECONDS must be a number",
        ),
    ],
)
def test_a_setting_that_will_not_do_is_named(values: dict[str, str], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        read("staging", values)


@pytest.mark.parametrize("name", ["staging", "production"])
def test_the_examples_are_complete(here: Path, name: str) -> None:
    example = (TREE / "ops" / "env" / f"{name}.env.example").read_text()
    (here / "ops" / "env" / f"{name}.env").write_text(example)
    assert find(name).values["LEADHUB_ENV"] == name


def test_a_host_needs_python_and_no_library() -> None:
    bare = [sys.executable, "-S", "-m", "ops.deploy", "health", "no-such-environment"]
    done = subprocess.run(bare, cwd=TREE, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "ops/env/no-such-environment.env cannot be read" in done.stderr
