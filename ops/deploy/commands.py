"""Running other programs: bounded in time, apart from the terminal, and with their complaint when they fail."""

import os
import signal
import subprocess
from collections.abc import Mapping

from ops.deploy.errors import DeployError


def run(*words: str, within: float, given: str | None = None, env: Mapping[str, str] | None = None) -> str:
    """What the program printed; raises DeployError with the end of what it complained about.

    It has a session of its own: Ctrl-C is for this process, which ends in its own order, and the program with all that
    it started only when this process wants to.
    """
    try:
        process = subprocess.Popen(  # noqa: S603  (no shell, and the words are ours or the operator's)
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **(env or {})},
            start_new_session=True,
        )
    except FileNotFoundError:
        raise DeployError(f"The program {words[0]} is not here.") from None
    with process:
        try:
            said, complained = process.communicate(given, timeout=within)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise DeployError(f"`{_shown(words)}` did not end within {within:.0f} s.") from None
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    if process.returncode != 0:
        raise DeployError(f"`{_shown(words)}` failed: {_end(complained) or _end(said)}")
    return said.strip()


def _shown(words: tuple[str, ...]) -> str:
    return " ".join(word if len(word) < 100 else "..." for word in words)


def _end(text: str) -> str:
    """The last lines: what went before is progress."""
    return "\n".join(text.strip().splitlines()[-8:])[-1500:]
