"""How the audit looks from outside."""

from datetime import datetime
from typing import Any

import strawberry
from strawberry.scalars import JSON

from leadhub.audit import models
from leadhub.audit.models import AuditOutcome
from leadhub.kit.actor import ActorKind
from leadhub.kit.enums import describe_enum
from leadhub.kit.events import actor_of
from leadhub.kit.filters import DateTimeFilter, IDFilter, StringFilter
from leadhub.kit.inputs import maybe
from leadhub.kit.loaders import One, related
from leadhub.kit.node import Node, described, entity, to_global
from leadhub.kit.scopes import Scope
from leadhub.members import models as members
from leadhub.members.types import Member

describe_enum(
    AuditOutcome, "Whether it was done.", DONE="It was done.", REFUSED="It was refused; `reason` says why."
)


def _subject_id(root: Any) -> strawberry.ID | None:
    return to_global(root.subject_type, root.subject_id) if root.subject_id else None


def _actor_id(root: Any) -> strawberry.ID | None:
    return actor_of(root.actor_kind, root.actor_id)


def _changes(root: Any) -> JSON:
    return JSON(root.changes)


@entity(models.AuditEntry, Scope.AUDIT_READ)
class AuditEntry(Node):
    """Who did what. Entries are chained by hashes and can be neither changed nor deleted."""

    seq: int = described("Its place in the tenant's chain, from 1 without gaps.")
    at: datetime = described("When.")
    actor_kind: ActorKind = described("What kind of caller acted.")
    actor_id: strawberry.ID | None = strawberry.field(
        resolver=_actor_id, description="The member, API key or capture form."
    )
    actor: Member | None = related(One(members.Member, "actor_id"), "The member, when it was one.")
    on_behalf_of: Member | None = related(
        One(members.Member, "on_behalf_of"), "The member behind an API key or a sign-in."
    )
    action: str = described("What was done, such as `lead.updated`, or tried, such as `session.opened`.")
    outcome: AuditOutcome = described("Whether it was done.")
    reason: str | None = described("Why it was refused.")
    subject_type: str | None = described("The type of what it was done to.")
    subject_id: strawberry.ID | None = strawberry.field(
        resolver=_subject_id, description="The id of what it was done to."
    )
    changes: JSON = strawberry.field(
        resolver=_changes, description="`{field: {from, to}}`, with contact data masked."
    )
    address: str | None = described("The caller's address.")
    request_id: str | None = described("The request's id.")


@strawberry.input(description="Conditions on the outcome.")
class AuditOutcomeFilter:
    eq: AuditOutcome | None = maybe("This one.")


@strawberry.input(description="Which entries; all that is given must hold.")
class AuditFilter:
    action: StringFilter | None = maybe("What was done.")
    outcome: AuditOutcomeFilter | None = maybe("Whether it was done.")
    actor_id: IDFilter | None = maybe("The member who did it.")
    subject_id: IDFilter | None = maybe("The lead it was done to.")
    at: DateTimeFilter | None = maybe("When.")
