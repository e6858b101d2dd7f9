"""What can be wrong with a statement of a migration."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """`text` says what, why, and what to do instead. A contract step may do what `breaks` the version before, but
    nothing may stop everybody else for as long as a table is read. `removes` is a table, or a column as `lead.score`."""

    text: str
    breaks: bool = True
    removes: str | None = None


def stops(text: str) -> Fault:
    """One that keeps others waiting."""
    return Fault(text, breaks=False)


def unknown(what: str) -> Fault:
    """One of a kind that these checks do not know."""
    return Fault(f"{what}: nobody has said that the version before bears it")
