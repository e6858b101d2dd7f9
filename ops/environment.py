"""The settings of an environment, as operators' commands see them: `ops/env/ENV.env`, and over it this process's own."""

import os
import re
from pathlib import Path

ENV_FILES = Path("ops/env")


class EnvironmentProblem(Exception):
    """The environment cannot be used; the message is one line that says what to do."""


def read_environment(env: str) -> dict[str, str]:
    """The settings of `env`, such as `staging`: lines of NAME=value, where # begins a comment line. What is set in
    this process's own environment wins. Raises EnvironmentProblem."""
    if not re.fullmatch(r"[a-z][a-z0-9-]*", env):
        raise EnvironmentProblem(
            f"{env!r} is no name of an environment: use small letters, digits and hyphens."
        )
    file = ENV_FILES / f"{env}.env"
    try:
        text = file.read_text()
    except OSError as error:
        raise EnvironmentProblem(
            f"{file} cannot be read ({error.strerror}): copy {file}.example and fill it in."
        ) from None
    return _parse(text, file) | dict(os.environ)


def _parse(text: str, file: Path) -> dict[str, str]:
    found = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, is_set, value = line.partition("=")
        if not is_set or not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name.strip()):
            raise EnvironmentProblem(f"{file}, line {number}, is not NAME=value.")
        found[name.strip()] = _unquoted(value.strip())
    return found


def _unquoted(value: str) -> str:
    is_quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "'\""
    return value[1:-1] if is_quoted else value
