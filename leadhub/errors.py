"""The errors LeadHub raises on purpose; whatever is not one of these is a defect and is masked."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, ClassVar

Aftermath = Callable[[], Awaitable[None]]


class LeadHubError(Exception):
    """Something went wrong."""

    code: ClassVar[str] = "INTERNAL"

    def __init__(self, message: str | None = None, **meta: Any) -> None:
        self.message = message or " ".join((type(self).__doc__ or "").split())
        self.meta = meta
        super().__init__(self.message)


class SetupError(LeadHubError):
    """LeadHub is not set up correctly."""


class RequestFault(LeadHubError):
    """The request cannot be answered: a top-level GraphQL error with `extensions.code`."""

    status: ClassVar[int] = 400


class BadRequest(RequestFault):
    """The request is malformed."""

    code = "BAD_REQUEST"


class TooComplex(RequestFault):
    """The operation asks for too much at once: ask for smaller pages, or for less of each row."""

    code = "TOO_COMPLEX"


class PersistedQueryNotFound(RequestFault):
    """PersistedQueryNotFound"""  # Clients look for this message: they send the document then.

    code = "PERSISTED_QUERY_NOT_FOUND"


class UntrustedDocument(RequestFault):
    """This server runs published operations alone: send one of them, or its SHA-256."""

    code = "UNTRUSTED_DOCUMENT"


class IdempotencyMismatch(RequestFault):
    """This `Idempotency-Key` was used for something else: make a new one for each change you want."""

    code = "IDEMPOTENCY_MISMATCH"
    status = 422


class Unauthenticated(RequestFault):
    """Sign in first: send `Authorization: Bearer <access token or API key>`."""

    code = "UNAUTHENTICATED"
    status = 401


class AccessRefused(RequestFault):
    """This is not for you. `reason` is what the audit says of it."""

    code = "FORBIDDEN"
    status = 403
    reason = ""
    caller: Any = None  # who is refused, where nobody acts yet: a sign-in that asks for more than they may


class MissingScope(AccessRefused):
    """You lack a permission that this operation needs; `extensions.missing` names it."""

    def __init__(self, missing: Sequence[str]) -> None:
        super().__init__(f"You lack the permission {', '.join(missing)}.", missing=list(missing))
        self.reason = f"missing {', '.join(missing)}"


class MaskedForYou(AccessRefused):
    """You see contact data masked, so you may not look for it either; `extensions.argument` says where."""

    reason = "looked for masked contact data"


class Throttled(RequestFault):
    """Too many attempts; wait for `extensions.retryAfter` seconds."""

    code = "THROTTLED"
    status = 429


class TimedOut(RequestFault):
    """The operation took too long and was stopped. Ask for less at once; after a change, look whether it was made."""

    code = "TIMEOUT"
    status = 503


class Unavailable(RequestFault):
    """The database cannot be reached right now. Try again in a moment; after a change, look whether it was made."""

    code = "UNAVAILABLE"
    status = 503


class FeedExpired(RequestFault):
    """Events after this number are deleted already: read your data anew, and go on from `extensions.headSeq`."""

    code = "FEED_EXPIRED"
    status = 410


class SlowReader(RequestFault):
    """You take events slower than they come: subscribe again with `after`, from `extensions.lastSeq`."""

    code = "SLOW_READER"
    status = 503


class ReachChanged(RequestFault):
    """What you may see has changed since you subscribed: read your data anew and subscribe again."""

    code = "REACH_CHANGED"
    status = 409


class UserFault(LeadHubError):
    """What a user can put right: a `userErrors` entry of a mutation, or a top-level error of a query.

    `path` leads to the input field at fault. `aftermath` is written in a transaction of its own after
    the failed one was rolled back: what must outlive the refusal, such as its audit entry. `shows` are the
    parts of the payload that are answered all the same.
    """

    def __init__(
        self,
        message: str | None = None,
        *,
        path: Sequence[str | int] = (),
        aftermath: Aftermath | None = None,
        shows: Mapping[str, Any] | None = None,
        **meta: Any,
    ) -> None:
        super().__init__(message, **meta)
        self.path = [str(step) for step in path]
        self.aftermath = aftermath
        self.shows = shows or {}


class Required(UserFault):
    """A value is needed here."""

    code = "REQUIRED"


class Invalid(UserFault):
    """This value cannot be used."""

    code = "INVALID"


class TooLong(UserFault):
    """This text is too long."""

    code = "TOO_LONG"


class NotFound(UserFault):
    """There is nothing with this id that you may see."""

    code = "NOT_FOUND"


class NotYours(UserFault):
    """You may see this, but not change it."""

    code = "FORBIDDEN"


class StaleVersion(UserFault):
    """Somebody changed this since you read it: read it again, then repeat your change."""

    code = "CONFLICT_VERSION"


class Taken(UserFault):
    """This value is already in use."""

    code = "UNIQUE"


class IllegalTransition(UserFault):
    """The lead cannot move to this stage from where it is."""

    code = "ILLEGAL_TRANSITION"


class AlreadyConverted(UserFault):
    """This lead was converted before: the payload names what it became."""

    code = "ALREADY_CONVERTED"


class Duplicate(UserFault):
    """There is a lead like this one already."""

    code = "DUPLICATE"


class Merged(UserFault):
    """This lead was merged into another one; `meta.survivorId` names it."""

    code = "MERGED"


class LimitExceeded(UserFault):
    """This is more than one request may ask for."""

    code = "LIMIT_EXCEEDED"


class QuotaExceeded(UserFault):
    """The tenant has used up what it may use of this."""

    code = "QUOTA_EXCEEDED"


class InUse(UserFault):
    """This is still in use: name a replacement."""

    code = "IN_USE"


class UserFaults(LeadHubError):
    """Several inputs are at fault."""

    def __init__(self, faults: Sequence[UserFault]) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = list(faults)


class Rehearsed(LeadHubError):
    """A dry run is over: the mutation did all its work, which is rolled back now. `shows` are the parts of the payload:
    what would have been there."""

    def __init__(self, shows: Mapping[str, Any]) -> None:
        super().__init__()
        self.shows = shows


class Problems:
    """Collects what is wrong with an input, so that a user sees all of it at once."""

    def __init__(self) -> None:
        self.faults: list[UserFault] = []

    def add(self, fault: UserFault) -> None:
        self.faults.append(fault)

    def done(self) -> None:
        """Raises UserFaults when anything was added."""
        if self.faults:
            raise UserFaults(self.faults)
