"""The commands behind `just deploy`, `just rollback` and `just health`. Exit status 1 when one fails."""

import argparse
import sys

from ops.deploy import interrupts
from ops.deploy.errors import DeployError
from ops.deploy.health import health
from ops.deploy.run import Run
from ops.deploy.say import Say
from ops.deploy.settings import Settings, find
from ops.deploy.state import locked


def main() -> int:
    """Runs one command; its exit status."""
    interrupts.listen()
    asked = _arguments().parse_args()
    try:
        settings = find(asked.environment)
        if asked.command == "health":
            return 0 if health(settings) else 1
        _change(settings, asked)
    except (DeployError, interrupts.Interrupted) as problem:
        print(f"{asked.command}: {problem}", file=sys.stderr)
        return 1
    return 0


def _change(settings: Settings, asked: argparse.Namespace) -> None:
    with locked(settings.kept, f"{asked.command} {settings.name}"):
        run = Run(settings, Say(settings.kept / "deploy.log"))
        if asked.command == "rollback":
            run.rollback()
            return
        image = asked.image or settings.image
        if image is None:
            raise DeployError("Name the image, or set LEADHUB_IMAGE.")
        run.deploy(image)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ops.deploy", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, what in (
        ("deploy", "has a new image serve, or leaves everything as it was"),
        ("rollback", "has the image serve that did before"),
        ("health", "says what serves, and how it is"),
    ):
        command = commands.add_parser(name, help=what)
        command.add_argument("environment", metavar="ENV", help="its settings are in ops/env/ENV.env")
        if name == "deploy":
            command.add_argument(
                "image", nargs="?", metavar="IMAGE", help="NAME@sha256:..., or one that was built here"
            )
    return parser


if __name__ == "__main__":
    sys.exit(main())
