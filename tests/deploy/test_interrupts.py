"""Being stopped."""

import subprocess
import sys

import pytest

STOPPED = """
import os, signal
from ops.deploy import interrupts
interrupts.listen()
try:
    with interrupts.undisturbed():
        os.kill(os.getpid(), signal.{name})
        print("undone")
    os.kill(os.getpid(), signal.{name})
    print("never")
except interrupts.Interrupted as stop:
    print(stop)
"""


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_it_ends_what_is_done_and_never_its_undoing(name: str) -> None:
    run = [sys.executable, "-c", STOPPED.format(name=name)]
    done = subprocess.run(run, capture_output=True, text=True, check=True)
    assert done.stdout == f"undone\nstopped by {name}\n"
