"""The containers of one environment, as `docker compose` runs them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ops.deploy.commands import run
from ops.deploy.errors import DeployError
from ops.deploy.settings import TREE, Settings
from ops.deploy.state import Colour

COMPOSE_FILE = TREE / "ops" / "compose" / "production.yml"
_PROBE = Path(__file__).with_name("probe.py").read_text()


@dataclass(frozen=True)
class Container:
    """One container, which may have ended."""

    id: str
    name: str
    is_running: bool

    def ask(self, question: str, given: Any = None) -> dict[str, Any]:
        """What the probe says inside it; its `reason` is None or what is wrong. Raises DeployError when it cannot run."""
        words = ("docker", "exec", "--interactive", self.id, "python", "-IS", "-c", _PROBE, question)
        answer: dict[str, Any] = json.loads(run(*words, within=60, given=json.dumps(given)))
        return answer

    def reason(self, question: str) -> str | None:
        """What is wrong with it; None when nothing is."""
        try:
            reason: str | None = self.ask(question)["reason"]
        except DeployError as problem:  # it does not run, or it is between two starts
            return str(problem)
        return reason

    def last_words(self) -> str:
        """The end of its log. Raises DeployError when it is gone."""
        return run("docker", "logs", "--tail", "5", self.id, within=20)


class Site:
    """What each colour runs, and what the worker does and the migrations. Compose makes a container anew when its image
    is another one."""

    def __init__(self, settings: Settings, colours: Mapping[Colour, str], image: str) -> None:
        self._settings = settings
        self._images = {f"LEADHUB_IMAGE_{colour.upper()}": one for colour, one in colours.items()}
        self._images["LEADHUB_IMAGE"] = image

    def compose(self, *words: str, within: float = 60) -> str:
        """What `docker compose` printed; raises DeployError."""
        where = ("--env-file", str(self._settings.file), "--file", str(COMPOSE_FILE), "--profile", "*")
        return run("docker", "compose", *where, *words, within=within, env=self._images)

    def containers(self, service: str) -> list[Container]:
        """All of this service."""
        lines = self.compose("ps", "--all", "--format", "json", service).splitlines()
        found = [json.loads(line) for line in lines]
        return [Container(one["ID"], one["Name"], one["State"] == "running") for one in found]

    def runs(self, service: str) -> bool:
        """Whether any of them does."""
        return any(container.is_running for container in self.containers(service))

    def start(self, service: str, *options: str) -> None:
        """Runs its containers: those that were stopped, or new ones when their image or settings are others."""
        self.compose("up", "--detach", "--no-deps", *options, service, within=300)

    def stop(self, *services: str) -> None:
        """Lets their containers finish what they do, and keeps them."""
        self.compose("stop", *services, within=180)

    def migrate(self) -> str:
        """Applies what is missing; the names of it."""
        return self.compose("run", "--rm", "--no-deps", "--no-TTY", "migrate", within=3600)

    def reload(self) -> None:
        """Has NGINX read its configuration. Raises DeployError when there is a fault in it; nothing changes then."""
        self.compose("exec", "--no-TTY", "nginx", "nginx", "-t", "-q")
        self.compose("exec", "--no-TTY", "nginx", "nginx", "-s", "reload")
