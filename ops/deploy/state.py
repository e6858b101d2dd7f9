"""What an environment remembers between two deploys, and the lock that keeps them apart."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from ops.deploy.errors import DeployError


class Colour(StrEnum):
    """One of the two sets of replicas; it is the name of their service too."""

    BLUE = "blue"
    GREEN = "green"

    @property
    def other(self) -> "Colour":
        return Colour.GREEN if self is Colour.BLUE else Colour.BLUE


class Underway(StrEnum):
    """What a run has begun and not ended. When nobody holds the lock, it was cut short."""

    DEPLOY = "deploy"
    ROLLBACK = "rollback"
    TIDYING = "tidying"  # the switch is made for good; what it left over is still to be stopped


@dataclass(frozen=True)
class State:
    """`live` serves, with `image`. `previous` is the image that served before, to which a rollback leads."""

    live: Colour | None = None
    image: str | None = None
    previous: str | None = None
    underway: Underway | None = None

    @property
    def idle(self) -> Colour:
        """The colour that does not serve, and that the next version gets."""
        return Colour.BLUE if self.live is None else self.live.other


def load(folder: Path) -> State:
    """The state that is kept in this folder; an empty one before the first deploy. Raises DeployError."""
    path = folder / "state.json"
    try:
        found = json.loads(path.read_text())
        live, underway = found.pop("live"), found.pop("underway")
        return State(
            live=Colour(live) if live else None, underway=Underway(underway) if underway else None, **found
        )
    except FileNotFoundError:
        return State()
    except (ValueError, TypeError, KeyError) as error:
        raise DeployError(
            f"{path} cannot be read ({error}); docs/operations.md says what is in it."
        ) from None


def save(folder: Path, state: State) -> None:
    """Keeps the state: the whole of it or, when the power fails, the one before."""
    new = folder / "state.json.new"
    with new.open("w") as file:
        file.write(json.dumps(asdict(state), indent=2) + "\n")
        file.flush()
        os.fsync(file.fileno())
    new.replace(folder / "state.json")


@contextmanager
def locked(folder: Path, what: str) -> Iterator[None]:
    """Nothing else changes this environment meanwhile; raises DeployError when something does. The lock is the
    kernel's, and goes with the process however that ends."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise DeployError(f"Wait for what is underway: {file.read().strip()}.") from None
        file.truncate(0)
        file.write(f"{what}, process {os.getpid()}")
        file.flush()
        yield
