"""Runs one command with the settings of an environment: `python -m ops.within staging leadhub migrate status`."""

import subprocess
import sys

from ops.environment import EnvironmentProblem, read_environment


def main(env: str, *command: str) -> int:
    """The exit status of the command, or 1 when the settings are missing or another environment's."""
    try:
        found = read_environment(env)
    except EnvironmentProblem as problem:
        print(problem, file=sys.stderr)  # noqa: T201
        return 1
    if (says := found.setdefault("LEADHUB_ENV", env)) != env:
        print(f"LEADHUB_ENV is {says}, so these are not the settings of {env}.", file=sys.stderr)  # noqa: T201
        return 1
    return subprocess.run(command, env=found, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
