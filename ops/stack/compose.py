"""Docker compose on one folder: the variables of ops/compose/production.yml are kept in `compose.env` there, so that
everybody who works on the stack means the same one."""

import errno
import socket
import subprocess
from pathlib import Path

import click

FILE = Path(__file__).parents[1] / "compose" / "production.yml"
_HINT = "Stop what uses it, or name other ports: just up --http 127.0.0.1:8080 --https 127.0.0.1:8443"


class Stack:
    """`variables` are what was chosen, now or before."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self._file = self.folder / "compose.env"
        lines = self._file.read_text().splitlines() if self._file.exists() else []
        self.variables = dict(line.split("=", 1) for line in lines)

    @property
    def is_there(self) -> bool:
        """Whether it was ever started, and not erased since."""
        return self._file.exists()

    def choose(self, **variables: str) -> None:
        """Remembers these."""
        self.variables |= {"LEADHUB_FOLDER": str(self.folder), **variables}
        self._file.write_text("".join(f"{name}={value}\n" for name, value in self.variables.items()))

    def __call__(self, *words: str, within: float = 300) -> str:
        """What `docker compose` printed; raises ClickException with what it complained about."""
        command = ["docker", "compose", "--env-file", str(self._file), "--file", str(FILE), *words]
        try:
            done = subprocess.run(  # noqa: S603
                command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=within, check=False
            )
        except subprocess.TimeoutExpired:
            raise click.ClickException(
                f"`docker compose {words[0]}` did not end within {within:.0f} s."
            ) from None
        if done.returncode != 0:
            said = (done.stderr or done.stdout).strip()
            raise click.ClickException(f"docker compose {' '.join(words)}:\n{said[-2000:]}")
        return done.stdout

    def need_ports(self) -> None:
        """Raises ClickException when somebody else listens where NGINX is to: before anything is started."""
        if self("ps", "--quiet", "nginx").strip():
            return
        for name in ("LEADHUB_HTTP", "LEADHUB_HTTPS"):
            host, _, port = self.variables[name].rpartition(":")
            with socket.socket() as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                if _is_taken(probe, (host, int(port))):
                    raise click.ClickException(f"Port {port} on {host} is taken. {_HINT}")


def _is_taken(probe: socket.socket, address: tuple[str, int]) -> bool:
    try:
        probe.bind(address)
    except OSError as error:
        return error.errno == errno.EADDRINUSE  # a port below 1024 may be Docker's to take, though not ours
    return False


def need_engine() -> None:
    """Raises ClickException when there is no Docker to work with."""
    try:
        asked = subprocess.run(
            ["docker", "compose", "version"],  # noqa: S607
            capture_output=True,
            timeout=30,
            check=False,
        )
    except FileNotFoundError:
        raise click.ClickException("The program `docker` is not here: install Docker.") from None
    if asked.returncode != 0:
        raise click.ClickException("`docker compose` is not here: install Docker's compose plugin.")
    if subprocess.run(["docker", "info"], capture_output=True, timeout=30, check=False).returncode != 0:  # noqa: S607
        raise click.ClickException("No Docker engine answers: start it, or say where it is in DOCKER_HOST.")
