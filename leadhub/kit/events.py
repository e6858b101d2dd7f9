"""What happened: changes collected while a transaction runs, and written by its last statement.

One statement numbers the events, chains the audit entries and takes the tenant's one lock; see
`leadhub_finish` in the migrations for the order and the hash.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Any
from uuid import UUID

import orjson
import strawberry

from leadhub.kit.actor import Actor, ActorKind, actor, as_actor, request
from leadhub.kit.contacts import mask_email, mask_phone, mask_text
from leadhub.kit.db import connection, transaction
from leadhub.kit.model import TenantModel
from leadhub.kit.node import to_global
from leadhub.kit.signals import Topic

Changes = Mapping[str, tuple[Any, Any]]


class EventType(StrEnum):
    """What can happen: each slice lists its own. A client may ask for these by name."""


def event_types() -> list[str]:
    """The types of all events that there are, sorted."""
    return sorted(type.value for kind in EventType.__subclasses__() for type in kind)


_MASKS = {"emails": mask_email, "email": mask_email, "phones": mask_phone, "address": mask_text}


@dataclass(slots=True)
class Entry:
    """One thing that happened: an audit entry, and an event too when `event` is its type."""

    action: str
    subject: TenantModel | None
    changes: dict[str, dict[str, Any]]
    event: bool
    outcome: str = "DONE"
    reason: str | None = None


@dataclass(slots=True)
class _Work:
    """What a running transaction will write last, and what is called once it is committed."""

    entries: list[Entry] = field(default_factory=list)
    changes_actors: bool = False
    later: list[Callable[[], None]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Reaction:
    """What follows from events in the very transaction in which they come about, such as a score or a due time.

    A slice declares its own in `reactions.py`, as `REACTIONS`; they act in the order of the slices. `act` gets the
    entries of these types so far, those of earlier reactions included, and may write rows and emit more. It may lock
    nothing that comes before what the transaction has locked.
    """

    types: frozenset[str]
    act: Callable[[Sequence[Entry]], Awaitable[None]]


_work: ContextVar[_Work] = ContextVar("leadhub_work")


@asynccontextmanager
async def unit() -> AsyncIterator[None]:
    """One transaction as the current actor that writes its events and audit entries last."""
    async with transaction():
        work = _Work()
        _work.set(work)
        yield
        await react()
        await finish()
    for call in work.later:
        call()


def after_commit(call: Callable[[], None]) -> None:
    """Calls this when the running unit has committed, and never when it was rolled back."""
    _work.get().later.append(call)


def emit(type: str, subject: TenantModel, changes: Changes) -> None:
    """Records a change of `subject`: an event of this type and an audit entry.

    `changes` maps a field as the schema names it to its value before and after.
    """
    plain_changes = {name: {"from": plain(old), "to": plain(new)} for name, (old, new) in changes.items()}
    _work.get().entries.append(Entry(type, subject, plain_changes, event=True))


def witness(action: str, subject: TenantModel | None = None, *, refused: str | None = None) -> None:
    """Records something for the audit alone: a sign-in, or a refusal and its reason."""
    outcome = "REFUSED" if refused else "DONE"
    _work.get().entries.append(Entry(action, subject, {}, event=False, outcome=outcome, reason=refused))


def forget_actors() -> None:
    """Makes all processes look callers of the tenant up again, once the change is committed: this one at
    once, the others when they hear of it."""
    tenant_id, lent = actor().tenant_id, request().services
    _work.get().changes_actors = True
    if lent is not None:
        after_commit(lambda: lent.remembered.forget(tenant_id))
        after_commit(lambda: lent.signals.announce(Topic.ACTORS, tenant_id))


async def react() -> None:
    """Lets follow what follows from the events so far, as is done at the end of a unit. A dry run, which comes to no end,
    calls it before it shows what would be."""
    lent, work = request().services, _work.get()
    for reaction in lent.reactions if lent is not None else ():
        entries = [entry for entry in work.entries if entry.event and entry.action in reaction.types]
        if entries:
            await reaction.act(entries)


async def finish() -> None:
    """Writes what was collected. The last statement of a transaction: nothing is written after it."""
    work = _work.get()
    if not work.entries and not work.changes_actors:
        return
    who, where = actor(), request()
    document = {
        "actor_kind": who.kind,
        "actor_id": who.id,
        "on_behalf_of": who.on_behalf_of,
        "address": where.address,
        "request_id": where.id,
        "actors": work.changes_actors,
        "entries": [_as_json(entry) for entry in work.entries],
    }
    await connection().execute_query(
        "select leadhub_finish($1, $2::jsonb)", [who.tenant_id, orjson.dumps(document, default=str).decode()]
    )
    lent = where.services
    if lent is not None and any(entry.event for entry in work.entries):
        after_commit(lambda: lent.signals.announce(Topic.EVENTS, who.tenant_id))
    work.entries, work.changes_actors = [], False


def _as_json(entry: Entry) -> dict[str, Any]:
    subject = entry.subject
    return {
        "action": entry.action,
        "event": entry.event,
        "outcome": entry.outcome,
        "reason": entry.reason,
        "subject_type": type(subject).__name__ if subject else None,
        "subject_id": subject.id if subject else None,
        "version": getattr(subject, "version", None),
        "changes": entry.changes,
        "masked": mask_changes(entry.changes),
    }


async def record_refusal(who: Actor, action: str, reason: str, subject: TenantModel | None = None) -> None:
    """Audits a refusal in a transaction of its own, since the refused one left nothing behind."""
    with as_actor(who):
        async with unit():
            witness(action, subject, refused=reason)


def mask_changes(changes: dict[str, Any]) -> dict[str, Any]:
    """The same changes without contact data that could be used."""
    return {name: _masked(name, change) if name in _MASKS else change for name, change in changes.items()}


def _masked(name: str, value: Any) -> Any:
    if isinstance(value, str):
        return _MASKS[name](value)
    if isinstance(value, dict):
        return {key: _masked(name, part) for key, part in value.items()}
    if isinstance(value, list):
        return [_masked(name, part) for part in value]
    return value


_ACTOR_TYPES = {ActorKind.MEMBER: "Member", ActorKind.API_KEY: "ApiKey", ActorKind.FORM: "CaptureForm"}


def actor_of(kind: str, id: UUID | None) -> strawberry.ID | None:
    """The global id of who acted; None for LeadHub itself."""
    return to_global(_ACTOR_TYPES[ActorKind(kind)], id) if id is not None else None


def plain(value: Any) -> Any:
    """A value as events carry it: ids as clients know them, times in ISO, amounts as text."""
    match value:
        case TenantModel():
            return to_global(type(value).__name__, value.id)
        case Enum():
            return value.value
        case datetime():
            return value.isoformat()
        case Decimal() | UUID():
            return str(value)
        case list() | tuple():
            return [plain(part) for part in value]
        case dict():
            return {key: plain(part) for key, part in value.items()}
        case _:
            return value
