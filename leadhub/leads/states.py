"""What leads were like before and after events: the lead as it is now, with what came later unwound."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from leadhub.events.models import Event
from leadhub.kit.actor import actor
from leadhub.kit.db import fetch
from leadhub.kit.node import from_global
from leadhub.leads.models import UNVERSIONED, LeadEvent, LeadRating, SlaStatus
from leadhub.leads.spelling import READ
from leadhub.pipelines.models import LeadStatus

SUBJECT = "Lead"
_NO_EVENT = 2**62


@dataclass(frozen=True, slots=True)
class LeadState:
    """What a filter or somebody's reach asks of a lead, by the names of its columns; the rows that hang on it
    as they are compared. A phone number that could not be understood is None. `tags` (their names) and
    `external_ids` (system and id) are sorted."""

    id: UUID
    version: int
    number: str
    first_name: str | None
    last_name: str | None
    job_title: str | None
    company_name: str | None
    website: str | None
    status: LeadStatus
    rating: LeadRating | None
    score: int | None
    sla_status: SlaStatus | None
    sla_due_at: datetime | None
    pipeline_id: UUID
    stage_id: UUID
    owner_id: UUID | None
    team_id: UUID | None
    source_id: UUID | None
    lost_reason_id: UUID | None
    deal_id: UUID | None
    estimated_amount: Decimal | None
    do_not_contact: bool
    next_follow_up_at: datetime | None
    last_activity_at: datetime | None
    stage_since: datetime
    converted_at: datetime | None
    created_at: datetime
    updated_at: datetime
    deleted_at: datetime | None
    merged_into_id: UUID | None
    emails: tuple[str, ...]
    phones: tuple[str | None, ...]
    tags: tuple[str, ...]
    external_ids: tuple[tuple[str, str], ...]


def state_to_be(lead: Any, **lists: tuple[Any, ...]) -> LeadState:
    """What a lead will be like that is not stored yet. `lists` are its rows as a LeadState holds them."""
    columns: dict[str, Any] = {name: getattr(lead, name) for name in _COLUMNS}
    return LeadState(**columns | lists)


async def state_of(lead_id: UUID) -> LeadState:
    """What a lead is like now, as far as this transaction has written."""
    return (await states_of([lead_id]))[lead_id]


@dataclass(frozen=True, slots=True)
class Passage:
    """What a lead was like right before and right after an event. Before: None for a lead that just came in.
    Both None: the lead was purged since, so that nobody knows. `others` are the leads that came or went with it: those
    that were merged into it, or brought back."""

    lead_id: UUID
    before: LeadState | None
    after: LeadState | None
    others: "tuple[Passage, ...]" = ()


async def passages(events: Sequence[Event]) -> dict[int, Passage]:
    """The passage of each event that is about a lead, by its `seq`; the others are left out.

    Exact however far the leads have come meanwhile, in all that events carry. What they do not carry is as it is
    now: `last_activity_at`, `stage_since`, `updated_at`; tags by the names they have now where no later event
    tells of the lead's tags; whether it was merged, but for the events of merges; and the normal form of a phone number
    that the lead has no more follows from the tenant's country of today. `version` is the event's after it, and one less
    before, or the same where an event gives none.

    Two statements at most. The caller sees the whole tenant, and is not about to change these leads itself: a
    transaction writes its events last. Events may be any of the tenant's, in any order, with gaps.
    """
    given = {event.seq: event for event in events if event.subject_type == SUBJECT}
    if not given:
        return {}
    ids = {id for event in given.values() for id in (event.subject_id, *_merged(event))}
    found = await _now(ids, min(given))
    along = defaultdict[UUID, list[Event]](list)
    for event in [*given.values(), *await _missing(given.values(), found)]:
        for id in (event.subject_id, *_merged(event)):
            along[id].append(event)
    result: dict[tuple[int, UUID], Passage] = {}
    for lead_id, steps in along.items():
        if lead_id in found:
            result.update(((seq, lead_id), passage) for seq, passage in _unwind(found[lead_id], steps))
        else:
            result.update(((event.seq, lead_id), Passage(lead_id, None, None)) for event in steps)
    return {
        seq: replace(result[seq, event.subject_id], others=tuple(result[seq, id] for id in _merged(event)))
        for seq, event in given.items()
    }


def _merged(event: Event) -> list[UUID]:
    """The leads that an event merged into its subject, or brought back."""
    return merged_leads(event.changes) if event.type in {LeadEvent.MERGED, LeadEvent.MERGE_UNDONE} else []


def merged_leads(changes: dict[str, Any]) -> list[UUID]:
    """The leads that a merge, or its undoing, is about besides the survivor, by what its event says."""
    names = changes["mergedFrom"]
    return [from_global(name)[1] for name in names["from"] or names["to"]]


@dataclass(frozen=True, slots=True)
class Found:
    """A lead as it is now, and the normal forms of what was typed, as it is known for the rows it has; `unversioned`
    are the numbers of the events of late that gave it no version."""

    state: LeadState
    country: str
    emails: dict[str, str]
    phones: dict[str, str | None]
    unversioned: list[int]


_LISTS = {"emails", "phones", "tags", "external_ids"}
_COLUMNS = [field.name for field in fields(LeadState) if field.name not in _LISTS]


def _array(what: str, table: str, order: str) -> str:
    return (
        f"array(select c.{what} from {table} c where c.tenant_id = l.tenant_id and c.lead_id = l.id"
        f" order by c.{order}, c.id)"
    )


_LEADS_NOW = f"""
select {", ".join(f"l.{column}" for column in _COLUMNS)}, t.default_country,
  {_array("value", "lead_email", "position")} as email_values,
  {_array("normalised", "lead_email", "position")} as emails,
  {_array("value", "lead_phone", "position")} as phone_values,
  {_array("normalised", "lead_phone", "position")} as phones,
  {_array("system", "external_id", "system")} as systems,
  {_array("external_id", "external_id", "system")} as external_ids,
  array(
    select g.name from lead_tag c join tag g on g.tenant_id = c.tenant_id and g.id = c.tag_id
    where c.tenant_id = l.tenant_id and c.lead_id = l.id
  ) as tags,
  array(
    select e.seq from event e
    where e.tenant_id = l.tenant_id and e.subject_id = l.id and e.seq > $3 and e.type = any($4)
  ) as unversioned
from lead l join tenant t on t.tenant_id = l.tenant_id
where l.tenant_id = $1 and l.id = any($2::uuid[])
"""


async def states_of(ids: Iterable[UUID]) -> dict[UUID, LeadState]:
    """What leads are like now, for who sees the whole tenant; those that are not there are left out."""
    return {id: found.state for id, found in (await _now(ids, _NO_EVENT)).items()}


async def _now(ids: Iterable[UUID], seq: int) -> dict[UUID, Found]:
    """The leads, with what gave them no version after the event `seq`."""
    rows = await fetch(_LEADS_NOW, actor().tenant_id, sorted(ids), seq, sorted(UNVERSIONED))
    return {row["id"]: _found(row) for row in rows}


def _found(row: dict[str, Any]) -> Found:
    columns = {name: row[name] for name in _COLUMNS}
    columns["status"] = LeadStatus(row["status"])
    columns["rating"] = row["rating"] and LeadRating(row["rating"])
    columns["sla_status"] = row["sla_status"] and SlaStatus(row["sla_status"])
    state = LeadState(
        **columns,
        emails=tuple(row["emails"]),
        phones=tuple(row["phones"]),
        tags=tuple(sorted(row["tags"])),
        external_ids=tuple(sorted(zip(row["systems"], row["external_ids"], strict=True))),
    )
    return Found(
        state,
        row["default_country"],
        dict(zip(row["email_values"], row["emails"], strict=True)),
        dict(zip(row["phone_values"], row["phones"], strict=True)),
        row["unversioned"],
    )


async def _missing(given: Iterable[Event], found: dict[UUID, Found]) -> list[Event]:
    """The events between the first given one of a lead and the lead as it was found, without those given. Most
    often the given ones lead there without a gap, version by version, and there is nothing to load."""
    known = defaultdict[UUID, list[Event]](list)
    for event in given:
        known[event.subject_id].append(event)
    behind = {id for id, events in known.items() if id in found and not _leads_there(events, found[id])}
    # A lead that was merged or brought back has no number of its own in that event.
    behind |= {id for event in given for id in _merged(event) if id in found}
    if not behind:
        return []
    here = [event.seq for event in given if behind.intersection((event.subject_id, *_merged(event)))]
    # What was committed since the lead was read comes along and does no harm: it is unwound to what was read.
    return await Event.mine().filter(
        subject_type=SUBJECT, subject_id__in=list(behind), seq__gt=min(here), seq__not_in=here
    )


def _leads_there(events: Sequence[Event], found: Found) -> bool:
    """Whether nothing lies between these events of a lead and the lead as it was found. What gives no
    version is counted apart."""
    seqs = {event.seq for event in events}
    versions = {event.version for event in events if event.type not in UNVERSIONED}
    first = min((event.version or 0) + (event.type in UNVERSIONED) for event in events)
    is_whole = found.state.version - first + 1 == len(versions)
    return is_whole and all(seq in seqs for seq in found.unversioned if seq > min(seqs))


def _unwind(found: Found, steps: Iterable[Event]) -> Iterator[tuple[int, Passage]]:
    """The passage of each event of one lead, from the last back to the first."""
    state = found.state
    for event in sorted(steps, key=lambda event: event.seq, reverse=True):
        if event.subject_id != state.id:
            after, state = _around_merge(event, state)
            yield event.seq, Passage(after.id, state, after)
            continue
        after = replace(state, version=event.version or state.version)
        state = _before(event, after, found)
        is_new = event.type == LeadEvent.CREATED
        yield event.seq, Passage(after.id, None if is_new else state, after)


def _around_merge(event: Event, state: LeadState) -> tuple[LeadState, LeadState]:
    """A lead after and before it was merged or brought back, which changes nothing else of it."""
    merged, free = replace(state, merged_into_id=event.subject_id), replace(state, merged_into_id=None)
    return (merged, free) if event.type == LeadEvent.MERGED else (free, merged)


def _before(event: Event, after: LeadState, found: Found) -> LeadState:
    columns: dict[str, Any] = {"version": after.version - (event.type not in UNVERSIONED)}
    for name, change in event.changes.items():
        if name in READ:
            column, read = READ[name]
            columns[column] = read(change["from"], found)
    return replace(after, **columns)
