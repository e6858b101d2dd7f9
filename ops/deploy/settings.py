"""Where an environment is on this host, and how careful its deploys are: read from `ops/env/ENV.env`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ops.deploy.errors import DeployError
from ops.environment import ENV_FILES, EnvironmentProblem, read_environment

TREE = Path(__file__).parents[2]
_PREFIX = "LEADHUB_"


@dataclass(frozen=True)
class Settings:
    """`file` is for compose, `values` are what it and this process's own environment say. `image` is what is deployed
    when no other one is named."""

    name: str
    file: Path
    values: Mapping[str, str]
    folder: Path
    image: str | None
    trial_seconds: float
    ready_seconds: float

    @property
    def kept(self) -> Path:
        """Where a deploy keeps its state, its lock and its log."""
        return self.folder / "deploy"

    @property
    def upstream(self) -> Path:
        """The folder in which NGINX finds who serves."""
        return self.folder / "upstream"

    @property
    def member(self) -> Path:
        """Who signs in to try a version out."""
        return self.folder / "smoke.json"


def find(name: str) -> Settings:
    """The settings of this environment; raises DeployError."""
    try:
        return read(name, read_environment(name))
    except EnvironmentProblem as problem:
        raise DeployError(str(problem)) from None
    except ValueError as error:
        raise DeployError(f"{ENV_FILES / name}.env: {error}") from None


def read(name: str, values: Mapping[str, str]) -> Settings:
    """What the variables mean to a deploy; raises ValueError that names the wrong one."""
    folder = Path(values.get(f"{_PREFIX}FOLDER", ""))
    if not folder.is_absolute():
        raise ValueError(f"{_PREFIX}FOLDER must be set, to an absolute path")
    return Settings(
        name=name,
        file=ENV_FILES / f"{name}.env",
        values=values,
        folder=folder,
        image=values.get(f"{_PREFIX}IMAGE") or None,
        trial_seconds=_seconds(values, "TRIAL_SECONDS", 60),
        ready_seconds=_seconds(values, "READY_SECONDS", 60),
    )


def _seconds(values: Mapping[str, str], name: str, otherwise: float) -> float:
    try:
        seconds = float(values.get(f"{_PREFIX}{name}", otherwise))
    except ValueError:
        seconds = -1
    if not 0 < seconds <= 3600:
        raise ValueError(f"{_PREFIX}{name} must be a number of seconds, up to 3600")
    return seconds
