"""Who acts: one value per operation, from which permissions and row security follow."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from leadhub.errors import Unauthenticated
from leadhub.kit.scopes import Reach, Role, Scope


class ActorKind(StrEnum):
    """What kind of caller acted."""

    MEMBER = "MEMBER"
    API_KEY = "API_KEY"
    SYSTEM = "SYSTEM"


@dataclass(frozen=True, slots=True)
class Actor:
    """A caller inside one tenant.

    `id` names the actor in events and audit (a member or an API key; None for the system); `member_id` is
    set for members alone, since only they own leads. `team_ids` are the teams whose rows the reach covers:
    the subtree for a manager, the direct teams for an agent.
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
    on_behalf_of: UUID | None = None
    country: str = "US"

    @property
    def member_id(self) -> UUID | None:
        return self.id if self.kind is ActorKind.MEMBER else None


def system_actor(tenant_id: UUID, *, country: str = "US") -> Actor:
    """LeadHub itself in one tenant: sees every row of it and can do what its caller does in code."""
    return Actor(ActorKind.SYSTEM, tenant_id, reach=Reach.ALL, country=country)


@dataclass(slots=True)
class Request:
    """What audit and logs say of where a call came from, and what the guard put off until sign-in.

    `refused` is why a credential that came along is not good, for operations that do not need one.
    `after_sign_in` holds the scopes that parts below a public field need, checked by `become`.
    """

    id: str = "-"
    address: str | None = None
    refused: Unauthenticated | None = None
    after_sign_in: frozenset[Scope] = field(default_factory=frozenset)


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
