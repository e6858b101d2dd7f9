"""What the tests of tools share: the tools, wherever pytest was started from."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(autouse=True, scope="module")
def tools() -> Iterator[None]:
    """The programs of this Python's environment come first, as they do for `just`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
        yield
