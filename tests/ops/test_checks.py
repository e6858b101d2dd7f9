"""`just lint` and `just scan`: what runs, what cannot, and what is done about a finding."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ops import checks, lint, scan
from ops.checks import FoundError, NotRunError

THREE = """
from ops.checks import run, tool
def absent(): tool("no-such-program")
def clean(): tool("true")
def faulty(): tool("sh", "-c", "echo line 7 is wrong; exit 3")
run({})
"""


def ran(checks_to_run: str, **variables: str) -> tuple[int, list[str]]:
    """Exit status and lines of a command that runs these checks."""
    command, env = [sys.executable, "-c", THREE.format(checks_to_run)], dict(os.environ)
    env.pop("NEED_EVERY_TOOL", None)
    done = subprocess.run(
        command, cwd=checks.TREE, env=env | variables, capture_output=True, text=True, timeout=60, check=False
    )
    return done.returncode, (done.stdout + done.stderr).splitlines()


def test_a_tool_that_is_missing_has_not_run_and_nobody_says_that_it_passed() -> None:
    status, lines = ran("absent, clean")
    assert status == 0
    assert lines == ["absent: not run: no-such-program is not installed", "clean: passed"]


def test_a_finding_fails_and_is_shown() -> None:
    status, lines = ran("faulty, clean")
    assert status == 1
    assert lines == ["faulty: failed: ", "line 7 is wrong", "clean: passed"]


def test_a_pipeline_that_has_every_tool_fails_without_one() -> None:
    assert ran("absent, clean", NEED_EVERY_TOOL="yes")[0] == 1
    assert ran("clean", NEED_EVERY_TOOL="yes")[0] == 0


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty checkout instead of this one."""
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    for module in (checks, lint):
        monkeypatch.setattr(module, "TREE", tmp_path)
    return tmp_path


def write(tree: Path, name: str, text: str) -> None:
    file = tree / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    subprocess.run(["git", "-C", tree, "add", name], check=True)


def test_zizmor_refuses_an_action_that_can_be_changed_behind_our_back(tree: Path) -> None:
    steps = "    steps: [{uses: somebody/something@v1}]\n"
    write(tree, ".github/workflows/a.yml", f"on: push\njobs:\n  a:\n    runs-on: x\n{steps}")
    with pytest.raises(FoundError, match="unpinned-uses"):
        lint.zizmor()


def test_hadolint_refuses_an_image_without_a_version(tree: Path) -> None:
    write(tree, "Dockerfile", "FROM python\n")
    with pytest.raises(FoundError, match="DL3006"):
        lint.hadolint()


def test_shellcheck_finds_scripts_by_their_first_line(tree: Path) -> None:
    write(tree, "ops/go", "#!/usr/bin/env bash\nrm -r $1\n")
    write(tree, "ops/py", "#!/usr/bin/env python3\nprint($1)\n")
    with pytest.raises(FoundError, match="SC2086"):
        lint.shellcheck()


def test_what_is_not_there_is_not_checked(tree: Path) -> None:
    with pytest.raises(NotRunError, match="there is no Dockerfile"):
        lint.hadolint()


def test_a_key_that_is_committed_is_found_and_a_made_up_password_is_not(tree: Path) -> None:
    write(tree, "docs/a.md", "postgres://user:password@host/leadhub\n")
    scan.detect_secrets()
    write(tree, "docs/b.md", "postgres://user:iK3phu8Xab2@host/leadhub\n")  # pragma: allowlist secret
    with pytest.raises(FoundError, match=r"docs/b\.md:1 Basic Auth"):
        scan.detect_secrets()


CLEAN = {"name": "aiohttp", "version": "3.14.5", "vulns": []}
VULNERABLE = CLEAN | {"vulns": [{"id": "CVE-2026-1", "fix_versions": ["3.14.6"]}]}
UNKNOWN = {"name": "leadhoop", "skip_reason": "leadhoop is not there"}


@pytest.mark.parametrize(
    ("packages", "outcome"),
    [
        ([CLEAN], None),
        ([CLEAN, VULNERABLE], (FoundError, "aiohttp 3.14.5: CVE-2026-1, mended in 3.14.6")),
        ([CLEAN, UNKNOWN], (FoundError, "leadhoop is not there")),
        ([UNKNOWN, UNKNOWN], (NotRunError, "the advisories cannot be reached")),
        (None, (NotRunError, "the advisories cannot be reached")),
    ],
)
def test_an_audit_without_advisories_is_none(
    packages: list[object] | None,
    outcome: tuple[type[Exception], str] | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Says what pip-audit says, whose own exit status is 0 when it found nothing because it could ask nobody."""
    program = tmp_path / "pip-audit"
    printed = "" if packages is None else json.dumps({"dependencies": packages})
    program.write_text(f"#!/bin/sh\ncat <<'END'\n{printed}\nEND\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    if outcome is None:
        scan.pip_audit()
    else:
        with pytest.raises(outcome[0], match=outcome[1]):
            scan.pip_audit()
