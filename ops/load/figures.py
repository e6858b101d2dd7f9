"""What became of the load."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Figures:
    """Counts by kind of request: `query` comes by GET, `mutation` has a key, `plain` is a query by POST without one."""

    sent: Counter[str] = field(default_factory=Counter)
    # By kind and by what came instead of an answer: a status, a GraphQL code, or the name of a transport error.
    failed: Counter[tuple[str, str]] = field(default_factory=Counter)
    # Sent again since the connection had been closed before anything of an answer came.
    repeated: int = 0
    slowest_seconds: float = 0
    # The names of the leads that the server said it made.
    made: list[str] = field(default_factory=list)
    # How often sockets were closed, by code.
    closed: Counter[int] = field(default_factory=Counter)
    connected: int = 0
    events: int = 0
    # Events that a socket got out of turn: one is missing before it, or it came twice.
    out_of_turn: int = 0
    # Sockets that never got the last event.
    behind: int = 0

    def failures(self, *kinds: str) -> int:
        """How many requests of these kinds, or of all, got no answer that is one."""
        return sum(count for (kind, _), count in self.failed.items() if not kinds or kind in kinds)

    @property
    def is_clean(self) -> bool:
        return not (self.failures() or self.out_of_turn or self.behind)

    def told(self) -> str:
        """All of it in a few lines."""
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(self.sent.items()))
        failed = ", ".join(f"{count} {kind} {what}" for (kind, what), count in sorted(self.failed.items()))
        closed = ", ".join(f"{count} with {code}" for code, count in sorted(self.closed.items()))
        return (
            f"{self.sent.total()} requests ({kinds}); failed: {failed or 'none'}; "
            f"sent again on a new connection: {self.repeated}; slowest {self.slowest_seconds:.2f} s\n"
            f"{len(self.made)} leads made; sockets: {self.connected} connections, closed {closed or 'never'}; "
            f"{self.events} events, {self.out_of_turn} out of turn, {self.behind} sockets behind"
        )
