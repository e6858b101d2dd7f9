"""Which image is meant: one that cannot become another while nobody looks."""

import re

from ops.deploy.commands import run
from ops.deploy.errors import DeployError
from ops.deploy.say import Say

_BY_DIGEST = re.compile(r"[^@\s]+@sha256:[0-9a-f]{64}")


def pin(wanted: str, say: Say) -> str:
    """What containers are made of, on this host now: NAME@sha256:... is pulled; anything else must be the id or the tag
    of an image that was built here, and stands for its id. Raises DeployError."""
    if _BY_DIGEST.fullmatch(wanted):
        with say.step(f"pull {wanted}"):
            run("docker", "pull", "--quiet", wanted, within=900)
        return wanted
    try:
        id = run("docker", "image", "inspect", "--format", "{{.Id}}", wanted, within=30)
    except DeployError as problem:
        raise DeployError(
            f"{wanted} is no image on this host. One in a registry is named by its digest, NAME@sha256:..., "
            f"since a tag may be another image tomorrow. ({problem})"
        ) from None
    say(f"not pulled: {wanted} is on this host, as {id}")
    return id
