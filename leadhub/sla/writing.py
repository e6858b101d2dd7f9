"""Writing the SLAs of many leads at once, and telling of what changed."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from leadhub.kit.actor import actor
from leadhub.kit.db import connection
from leadhub.kit.events import emit
from leadhub.kit.words import camel_changes
from leadhub.leads.models import Lead, LeadEvent, SlaStatus
from leadhub.sla.models import LeadSla

_WAITING = {SlaStatus.PENDING, SlaStatus.BREACHED}

_WRITE = """
insert into lead_sla (tenant_id, id, lead_id, policy_id, target, status, started_at, counted_from, used_seconds, due_at,
  responded_at, breached_at)
select $1, n.id, n.id, n.policy_id, n.target, n.status, n.started_at, n.counted_from, n.used_seconds, n.due_at,
  n.responded_at, n.breached_at
from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::float8[],
  $9::timestamptz[], $10::timestamptz[], $11::timestamptz[])
  as n (id, policy_id, target, status, started_at, counted_from, used_seconds, due_at, responded_at, breached_at)
on conflict (tenant_id, id) do update set policy_id = excluded.policy_id, target = excluded.target,
  status = excluded.status, started_at = excluded.started_at, counted_from = excluded.counted_from,
  used_seconds = excluded.used_seconds, due_at = excluded.due_at, responded_at = excluded.responded_at,
  breached_at = excluded.breached_at
"""
_COLUMNS = (
    *("id", "policy_id", "target", "status", "started_at", "counted_from", "used_seconds", "due_at"),
    *("responded_at", "breached_at"),
)
# Without the next version: what somebody is about to change does not go stale by the time that passes.
_SHOW = """
update lead l set sla_status = n.status, sla_due_at = n.due_at
from unnest($2::uuid[], $3::text[], $4::timestamptz[]) as n (id, status, due_at)
where l.tenant_id = $1 and l.id = n.id
"""
_GONE = "delete from lead_sla where tenant_id = $1 and id = any($2::uuid[])"


@dataclass
class Written:
    """What is to be written, of many leads at once."""

    slas: list[LeadSla] = field(default_factory=list)
    gone: list[UUID] = field(default_factory=list)
    shown: list[Lead] = field(default_factory=list)

    def note(self, lead: Lead, sla: LeadSla | None, *, is_breach: bool = False) -> None:
        """Notes what a lead has now, and tells of what changed of what leads are found by."""
        if sla is not None:
            self.slas.append(sla)
        elif lead.sla_status is not None:
            self.gone.append(lead.id)
        shown: dict[str, Any] = {
            "sla_status": None if sla is None else sla.status,
            "sla_due_at": sla.due_at if sla is not None and sla.status in _WAITING else None,
        }
        changes = {
            name: (getattr(lead, name), new) for name, new in shown.items() if getattr(lead, name) != new
        }
        lead.update_from_dict(shown)
        if changes or is_breach:
            self.shown.append(lead)
            emit(LeadEvent.SLA_BREACHED if is_breach else LeadEvent.SLA_CHANGED, lead, camel_changes(changes))

    async def write(self) -> None:
        statements: list[tuple[str, list[list[Any]]]] = []
        if self.gone:
            statements.append((_GONE, [self.gone]))
        if self.slas:
            statements.append((_WRITE, [[getattr(sla, name) for sla in self.slas] for name in _COLUMNS]))
        if self.shown:
            ids = [lead.id for lead in self.shown]
            columns: list[list[Any]] = [[lead.sla_status for lead in self.shown]]
            columns.append([lead.sla_due_at for lead in self.shown])
            statements.append((_SHOW, [ids, *columns]))
        for sql, values in statements:
            await connection().execute_query(sql, [actor().tenant_id, *values])
