"""Who acts: one value per operation, from which permissions and row security follow."""

import time
from collections import OrderedDict
from collections.abc import Callable, Coroutine, Hashable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from leadhub.errors import Unauthenticated
from leadhub.kit.scopes import Reach, Role, Scope

if TYPE_CHECKING:
    from leadhub.kit.events import Reaction
    from leadhub.kit.feed import Feed
    from leadhub.kit.mail import Mail
    from leadhub.kit.signals import Signals
    from leadhub.kit.standing import Standing
    from leadhub.kit.tokens import SigningKeys


class ActorKind(StrEnum):
    """What kind of caller acted."""

    MEMBER = "MEMBER"
    API_KEY = "API_KEY"
    FORM = "FORM"
    SYSTEM = "SYSTEM"


@dataclass(frozen=True, slots=True)
class Actor:
    """A caller inside one tenant.

    `id` names the actor in events and audit (a member, an API key or a capture form; None for the system); `member_id` is
    set for members alone, since only they own leads. `team_ids` are the teams whose rows the reach covers:
    the subtree for a manager, the direct teams for an agent. `until` is when the credential expires.
    """

    kind: ActorKind
    tenant_id: UUID
    id: UUID | None = None
    role: Role | None = None
    scopes: frozenset[Scope] = frozenset()
    reach: Reach = Reach.NONE
    team_ids: tuple[UUID, ...] = ()
    own_team_ids: tuple[UUID, ...] = ()
    masked: bool = False
    session_id: UUID | None = None
    until: datetime | None = None
    on_behalf_of: UUID | None = None
    country: str = "US"

    @property
    def member_id(self) -> UUID | None:
        return self.id if self.kind is ActorKind.MEMBER else None


def system_actor(tenant_id: UUID, *, on_behalf_of: UUID | None = None) -> Actor:
    """LeadHub itself in one tenant: sees every row of it and can do what its caller does in code."""
    return Actor(ActorKind.SYSTEM, tenant_id, reach=Reach.ALL, on_behalf_of=on_behalf_of)


@dataclass(frozen=True, slots=True)
class Services:
    """What the process lends to an operation: how it signs, mails and limits, whether webhooks may go to this
    machine, whom it remembers, how it tells other processes, what follows from events, and a place for work that goes on after
    the answer."""

    signing_keys: "SigningKeys"
    mail: "Mail"
    issuer: str
    sign_in_limit: int
    invitation_limit: int
    webhook_loopback: bool
    remembered: "Remembered"
    signals: "Signals"
    feed: "Feed"
    reactions: Sequence["Reaction"]
    spawn: Callable[[Coroutine[Any, Any, None]], object]


class Remembered:
    """Actors by credential for two seconds, so that a busy caller is not looked up for each request, and
    a demotion or a revoked key still works within seconds. Bounded."""

    SECONDS = 2.0
    MOST = 10_000

    def __init__(self) -> None:
        self._actors: OrderedDict[Hashable, tuple[float, Actor]] = OrderedDict()

    def get(self, key: Hashable) -> Actor | None:
        found = self._actors.get(key)
        return found[1] if found and found[0] > time.monotonic() else None

    def put(self, key: Hashable, who: Actor) -> None:
        self._actors[key] = (time.monotonic() + self.SECONDS, who)
        self._actors.move_to_end(key)
        while len(self._actors) > self.MOST:
            self._actors.popitem(last=False)

    def forget(self, tenant_id: UUID) -> None:
        """Drops all actors of a tenant: after a change of members, teams, sessions or keys."""
        for key in [key for key, (_, who) in self._actors.items() if who.tenant_id == tenant_id]:
            del self._actors[key]


@dataclass(slots=True)
class Request:
    """What audit and logs say of where a call came from, and what the guard put off until sign-in.

    `refused` is why a credential that came along is not good, for operations that do not need one.
    `after_sign_in` holds the scopes that parts below a public field need, checked by `become`; `needed` those of the
    whole operation, which a subscription asks for again with each event. `standing` is the caller's on a connection
    that stays open. `idempotency_key` makes each change of the operation happen once; `replayed` says that one had
    happened before.
    """

    id: str = "-"
    address: str | None = None
    refused: Unauthenticated | None = None
    services: Services | None = None
    after_sign_in: frozenset[Scope] = field(default_factory=frozenset)
    needed: frozenset[Scope] = field(default_factory=frozenset)
    standing: "Standing | None" = None
    idempotency_key: str | None = None
    replayed: bool = False


_actor: ContextVar[Actor | None] = ContextVar("leadhub_actor", default=None)
_request: ContextVar[Request] = ContextVar("leadhub_request")


def acting() -> Actor | None:
    """The actor of this task, or None."""
    return _actor.get()


def actor() -> Actor:
    """The actor of this task; raises Unauthenticated when there is none."""
    current = _actor.get()
    if current is None:
        raise Unauthenticated
    return current


def request() -> Request:
    """Where this call came from; an empty one outside a request."""
    return _request.get(None) or Request()


def services() -> Services:
    """What the process lends to this operation."""
    lent = request().services
    if lent is None:
        raise RuntimeError("No services here: this code runs inside a request")
    return lent


@contextmanager
def as_actor(who: Actor | None, where: Request | None = None) -> Iterator[None]:
    """Acts as `who` inside the block. Never inside a transaction: its connection was taken as another."""
    token = _actor.set(who)
    where_token = _request.set(where) if where is not None else None
    try:
        yield
    finally:
        if where_token is not None:
            _request.reset(where_token)
        _actor.reset(token)


def become(who: Actor) -> None:
    """Makes the rest of this operation act as whoever just signed in."""
    _actor.set(who)
