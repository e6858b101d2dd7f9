"""What serves in an environment, and how it is."""

from collections.abc import Iterator

from ops import upstream
from ops.deploy.settings import Settings
from ops.deploy.site import Site
from ops.deploy.state import Colour, State, load


def health(settings: Settings) -> bool:
    """Prints a line for each part; whether all are well."""
    state = load(settings.kept)
    if state.live is None or state.image is None:
        print(f"{settings.name}: nothing was deployed yet")
        return False
    print(
        f"{settings.name}: {state.live} serves {state.image}; a rollback leads to {state.previous or 'nothing'}"
    )
    is_well = True
    for part, reason in _parts(settings, state, state.live, state.image):
        print(f"  {part}: {reason or 'well'}")
        is_well = is_well and reason is None
    return is_well


def _parts(settings: Settings, state: State, live: Colour, image: str) -> Iterator[tuple[str, str | None]]:
    """Each part, and None or what is wrong with it."""
    if state.underway is not None:
        yield "deploy", f"a {state.underway} is underway, or was cut short and the next one puts it right"
    named = upstream.serving(settings.upstream)
    yield "upstream", None if named == live else f"NGINX is told that {named} serves"
    site = Site(settings, dict.fromkeys(Colour, image), image)
    for service, question in ((live, "look"), ("worker", "worker")):
        containers = site.containers(service)
        if not containers:
            yield service, "no container runs"
        for container in containers:
            yield container.name, container.reason(question)
        if service == live and containers:
            yield "NGINX", containers[0].reason("front")
