"""Reading the audit."""

from typing import Annotated, Any

import strawberry
from strawberry import UNSET
from tortoise.expressions import Q

from leadhub.audit import models
from leadhub.audit.types import AuditEntry, AuditFilter
from leadhub.errors import BadRequest
from leadhub.kit.connection import After, Connection, First, Key, Listing, read_page, window
from leadhub.kit.fields import query
from leadhub.kit.filters import condition, reads_id
from leadhub.kit.scopes import Scope
from leadhub.kit.words import camel

_COLUMNS: dict[str, tuple[str, Any]] = {
    "action": ("action", str),
    "outcome": ("outcome", lambda value: value),
    "actor_id": ("actor_id", reads_id("Member", "actorId")),
    "subject_id": ("subject_id", reads_id("Lead", "subjectId")),
    "at": ("at", lambda value: value),
}


@query(Scope.AUDIT_READ, Connection[AuditEntry])
async def audit_log(
    filter: Annotated[AuditFilter | None, strawberry.argument(description="Which entries.")] = None,
    first: First = None,
    after: After = None,
) -> Connection[AuditEntry]:
    """Who did what, newest first. A manager sees what concerns the leads, contacts, deals and people in their
    reach, and companies."""
    rows = models.AuditEntry.mine()
    for name, conditions in vars(filter).items() if filter is not None else ():
        if conditions is None:
            raise BadRequest(f"`{camel(name)}` is null: leave it out.", argument=camel(name))
        if conditions is not UNSET:
            column, read = _COLUMNS[name]
            rows = rows.filter(Q(condition(column, conditions, name, read)))
    keys = (Key("seq", int, descending=True),)
    return read_page(Listing("auditLog", rows, keys), window(first, after))
