"""Runs checkers that may be missing: each has passed, has failed, or did not run, and says so.

What did not run is never called passed. At a desk it fails nothing; it does with NEED_EVERY_TOOL, for a pipeline that has
them all.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click

import leadhub

TREE = Path(__file__).parents[1]

# Named like its tool. Returns a remark on what it left out, if anything.
Check = Callable[[], str | None]

# Long enough for a scanner that fetches its database first.
LONGEST_SECONDS = 600


class NotRunError(Exception):
    """A checker cannot run here; the message says why."""


class FoundError(Exception):
    """A checker has found something; the message is what it printed."""


def call(*command: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
    """The end of a program in the checkout, given this as its input; raises NotRunError where it is not installed."""
    if shutil.which(command[0]) is None:
        raise NotRunError(f"{command[0]} is not installed")
    return subprocess.run(  # noqa: S603 - the commands are written in this folder
        command, cwd=TREE, input=given, capture_output=True, text=True, timeout=LONGEST_SECONDS, check=False
    )


def tool(*command: str, given: str | None = None) -> str:
    """What a program prints that ends with 0 when all is well; raises FoundError when it does not, and NotRunError."""
    done = call(*command, given=given)
    if done.returncode:
        raise FoundError((done.stdout + done.stderr).strip())
    return done.stdout


def built_image() -> str:
    """The name of the image of this version; raises NotRunError where there is none."""
    name = f"leadhub:{leadhub.VERSION}"
    if call("docker", "image", "inspect", name).returncode:
        raise NotRunError(f"there is no image {name}; `just image` builds it")
    return name


def _outcome(check: Check) -> tuple[str, str | None]:
    try:
        return "passed", check()
    except NotRunError as reason:
        return "not run", str(reason)
    except FoundError as findings:
        return "failed", f"\n{findings}"


def run(*checks: Check) -> None:
    """Runs them side by side, says how it went, and ends with exit status 1 after a finding."""
    with ThreadPoolExecutor() as threads:
        found = list(threads.map(_outcome, checks))
    for check, (outcome, remark) in zip(checks, found, strict=True):
        name = check.__name__.replace("_", "-")
        click.echo(f"{name}: {outcome}{f': {remark}' if remark else ''}")
    bad = {"failed", "not run"} if "NEED_EVERY_TOOL" in os.environ else {"failed"}
    if any(outcome in bad for outcome, _ in found):
        sys.exit(1)
