"""How events look from outside."""

from datetime import datetime
from typing import Any

import strawberry
from strawberry.scalars import JSON

from leadhub.events import models
from leadhub.kit.actor import ActorKind, actor
from leadhub.kit.enums import describe_enum
from leadhub.kit.events import actor_of, mask_changes
from leadhub.kit.node import Node, described, entity, to_global
from leadhub.kit.scopes import Scope

describe_enum(
    ActorKind,
    "What kind of caller acted.",
    MEMBER="A person.",
    API_KEY="A program with a key.",
    FORM="A capture form, for somebody who filled it in.",
    SYSTEM="LeadHub itself.",
)


@strawberry.type(description="Who made an event happen.")
class EventActor:
    kind: ActorKind = strawberry.field(description="What kind of caller.")
    id: strawberry.ID | None = strawberry.field(
        description="The member, API key or capture form; null for LeadHub itself."
    )


def _subject_id(root: Any) -> strawberry.ID:
    return to_global(root.subject_type, root.subject_id)


def _actor(root: Any) -> EventActor:
    return EventActor(kind=ActorKind(root.actor_kind), id=actor_of(root.actor_kind, root.actor_id))


def _changes(root: Any) -> JSON:
    return JSON(mask_changes(root.changes) if actor().masked else root.changes)


@entity(models.Event, Scope.EVENT_READ)
class Event(Node):
    """Something that happened, written together with the change itself and never changed afterwards."""

    seq: int = described("Its number: rises by one per tenant, without gaps, in the order of the commits.")
    type: str = described("What happened, such as `lead.created` or `lead.stage_changed`.")
    subject_id: strawberry.ID = strawberry.field(
        resolver=_subject_id, description="What it happened to; ask `node` for it."
    )
    actor: EventActor = strawberry.field(resolver=_actor, description="Who did it.")
    at: datetime = described("When.")
    version: int | None = described("The version of the subject that this made, where it has versions.")
    changes: JSON = strawberry.field(
        resolver=_changes, description="What changed: `{field: {from, to}}`, fields as the schema names them."
    )


@strawberry.type(description="Some of the events, oldest first.")
class EventPage:
    events: list[Event] = strawberry.field(description="The events.")
    last_seq: int = strawberry.field(
        description="The last number that this page covers, whatever `types` left out: pass it as `after`."
    )
    head_seq: int = strawberry.field(description="The number of the newest event of all.")
    has_more: bool = strawberry.field(description="Whether events follow this page.")
