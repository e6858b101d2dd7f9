"""A pipeline that has everything does not take a skipped test for a passed one."""

import subprocess
import sys
from pathlib import Path

TREE = Path(__file__).parents[2]


def test_a_skipped_test_fails_where_nothing_may_be_skipped(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text("from tests.skips import *\n")
    (tmp_path / "test_it.py").write_text("import pytest\ndef test_it(): pytest.skip('no engine')\n")

    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "--rootdir", tmp_path, tmp_path, "--no-skips"]
    done = subprocess.run(command, cwd=TREE, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1
    assert "no engine" in done.stdout
