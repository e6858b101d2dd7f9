"""Running other programs."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ops.deploy.commands import run
from ops.deploy.errors import DeployError

PYTHON = (sys.executable, "-c")


def test_a_program_says_what_it_printed() -> None:
    assert run(*PYTHON, "print(input()[::-1])", within=10, given="abc") == "cba"
    assert run(*PYTHON, "import os; print(os.environ['COLOUR'])", within=10, env={"COLOUR": "blue"}) == "blue"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ((*PYTHON, "raise SystemExit('no such service: blue')"), "no such service: blue"),
        ((*PYTHON, "print('said so'); raise SystemExit(3)"), "said so"),
        (("no-such-program",), "The program no-such-program is not here"),
    ],
)
def test_a_program_that_fails_says_why(words: tuple[str, ...], complaint: str) -> None:
    with pytest.raises(DeployError, match=complaint):
        run(*words, within=10)


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_program_that_does_not_end_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    with pytest.raises(DeployError, match="did not end within 1 s"):
        run("sh", "-c", f"sleep 60 & echo $! > {tmp_path}/pid; wait", within=1)
    started = int((tmp_path / "pid").read_text())
    end = time.monotonic() + 10
    while is_alive(started):
        assert time.monotonic() < end
        time.sleep(0.05)


SLOW = """
import signal
from ops.deploy import interrupts
from ops.deploy.commands import run
interrupts.listen()
print("begun", flush=True)
try:
    run("sh", "-c", "sleep 60 & wait", within=60)
except interrupts.Interrupted as stop:
    print(stop)
"""


def test_ctrl_c_ends_what_is_under_way() -> None:
    process = subprocess.Popen([*PYTHON, SLOW], stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    time.sleep(0.3)
    os.killpg(process.pid, 2)
    assert process.communicate(timeout=30)[0] == "stopped by SIGINT\n"
