"""Working scores out: what each lead has got by each rule, and the sum, which is its score."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from leadhub.kit.actor import actor
from leadhub.kit.db import connection
from leadhub.kit.events import emit
from leadhub.kit.uuid7 import uuid7
from leadhub.leads.models import Lead, LeadEvent, LeadRating
from leadhub.leads.states import LeadState, states_of
from leadhub.scoring.happenings import happenings
from leadhub.scoring.models import ScoreItem, ScoringRule, ScoringSettings
from leadhub.scoring.rules import Scoring, meeting
from leadhub.scoring.worth import rating, worth_of_all

# What a lead has by each rule; under None, what is taken off a score above the highest.
Items = Mapping[UUID | None, ScoreItem]
Absorbed = Mapping[UUID, Sequence[UUID]]


async def score(
    leads: Sequence[Lead], scoring: Scoring | None, moment: datetime, absorbed: Absorbed | None = None
) -> None:
    """Scores leads that are locked, and writes the event of each whose score changed. Without `scoring` they have none.
    Leads that were just merged into one of them, `absorbed`, lend it since when they met a rule. Needs the whole tenant."""
    if not leads:
        return
    merged = absorbed or {}
    states = await states_of(lead.id for lead in leads)
    items_of = await _items([*states, *(id for ids in merged.values() for id in ids)])
    happened = await happenings(list(states), scoring.rules if scoring else [])
    written = _Written()
    for lead in leads:
        lent = [items_of[id] for id in merged.get(lead.id, ())]
        known = _Known(states[lead.id], items_of[lead.id], lent, happened[lead.id])
        items = _score(known, scoring, moment) if scoring else {}
        written.note(known.items, items)
        before = _Score(states[lead.id].score, states[lead.id].rating)
        after = _sum(items, scoring)
        if after != before:
            written.scores[lead.id] = after
            _tell(lead, before, after)
    await written.write()


async def rest(leads: Sequence[UUID]) -> None:
    """Lets the scores of leads stand as they are: those of leads that are deleted, or merged into others."""
    if leads:
        await ScoreItem.mine().filter(lead_id__in=leads, decays_at__isnull=False).update(decays_at=None)


async def _items(leads: Iterable[UUID]) -> dict[UUID, dict[UUID | None, ScoreItem]]:
    found: dict[UUID, dict[UUID | None, ScoreItem]] = defaultdict(dict)
    for item in await ScoreItem.mine().filter(lead_id__in=list(leads)):
        found[item.lead_id][item.rule_id] = item
    return found


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a lead before it is scored: what it has, what the leads that were merged into it had, and when what
    rules count has happened."""

    state: LeadState
    items: Items
    lent: Sequence[Items]
    happened: Mapping[UUID, Sequence[datetime]]


def _score(known: _Known, scoring: Scoring, moment: datetime) -> dict[UUID | None, ScoreItem]:
    """What a lead has got by each rule that it meets now, and what is taken off."""
    items: dict[UUID | None, ScoreItem] = {}
    for rule in scoring.rules:
        if meeting(rule)(known.state) and (moments := _moments(rule, known, moment)):
            items[rule.id] = _item(rule, known, moments, moment)
    excess = _excess(scoring.settings, sum(item.points for item in items.values()))
    if excess:
        items[None] = _taken_off(known, excess, moment)
    return items


def _moments(rule: ScoringRule, known: _Known, moment: datetime) -> Sequence[datetime]:
    """Since when a lead has met a rule, or when what it counts has happened."""
    if rule.activity_kind is not None:
        return known.happened.get(rule.id, ())
    before = known.items.get(rule.id)
    if before is not None:
        return [before.since]
    return [min([moment, *(items[rule.id].since for items in known.lent if rule.id in items)])]


def _item(rule: ScoringRule, known: _Known, moments: Sequence[datetime], moment: datetime) -> ScoreItem:
    before = known.items.get(rule.id)
    # Points that fell do not come back when the clock goes back.
    until = moment if before is None else max(moment, before.worked_out_at)
    points, decays_at = worth_of_all(rule, moments, until)
    return ScoreItem(
        id=uuid7() if before is None else before.id,
        lead_id=known.state.id,
        rule_id=rule.id,
        points=points,
        since=min(moments),
        decays_at=decays_at,
        worked_out_at=until,
    )


def _excess(settings: ScoringSettings, total: int) -> int:
    return 0 if settings.highest is None else max(0, total - settings.highest)


def _taken_off(known: _Known, excess: int, moment: datetime) -> ScoreItem:
    before = known.items.get(None)
    id, since = (uuid7(), moment) if before is None else (before.id, before.since)
    return ScoreItem(id=id, lead_id=known.state.id, points=-excess, since=since, worked_out_at=moment)


@dataclass(frozen=True, slots=True)
class _Score:
    """A score, and what it is called."""

    score: int | None
    rating: LeadRating | None


def _sum(items: Items, scoring: Scoring | None) -> _Score:
    if scoring is None:
        return _Score(None, None)
    total = sum(item.points for item in items.values())
    return _Score(total, rating(total, scoring.settings))


def _tell(lead: Lead, before: _Score, after: _Score) -> None:
    changes = {"score": (before.score, after.score), "rating": (before.rating, after.rating)}
    emit(LeadEvent.SCORED, lead, {name: (old, new) for name, (old, new) in changes.items() if old != new})


_DELETE = "delete from score_item where tenant_id = $1 and id = any($2::uuid[])"
_WRITE = """
insert into score_item (tenant_id, id, lead_id, rule_id, points, since, decays_at, worked_out_at)
select $1, * from unnest(
  $2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::timestamptz[], $7::timestamptz[], $8::timestamptz[]
)
on conflict (tenant_id, id) do update
set points = excluded.points, since = excluded.since, decays_at = excluded.decays_at, worked_out_at = excluded.worked_out_at
"""
# Without the next version: what somebody is about to change does not go stale by a score.
_SCORE = """
update lead l set score = n.score, rating = n.rating
from unnest($2::uuid[], $3::int[], $4::text[]) as n (id, score, rating)
where l.tenant_id = $1 and l.id = n.id
"""
_COLUMNS = ("id", "lead_id", "rule_id", "points", "since", "decays_at", "worked_out_at")


def _differs(old: ScoreItem, new: ScoreItem) -> bool:
    return (old.points, old.since, old.decays_at) != (new.points, new.since, new.decays_at)


@dataclass
class _Written:
    """What is to be written, of many leads at once."""

    gone: list[UUID] = field(default_factory=list)
    changed: list[ScoreItem] = field(default_factory=list)
    scores: dict[UUID, _Score] = field(default_factory=dict)

    def note(self, before: Items, after: Items) -> None:
        """Notes what differs. When it was worked out is written with the rest alone."""
        self.gone += [item.id for rule_id, item in before.items() if rule_id not in after]
        for rule_id, item in after.items():
            known = before.get(rule_id)
            if known is None or _differs(known, item):
                self.changed.append(item)

    async def write(self) -> None:
        tenant_id = actor().tenant_id
        statements: list[tuple[str, list[list[Any]]]] = []
        if self.gone:
            statements.append((_DELETE, [self.gone]))
        if self.changed:
            columns = [[getattr(item, name) for item in self.changed] for name in _COLUMNS]
            statements.append((_WRITE, columns))
        if self.scores:
            scores = self.scores.values()
            columns = [[one.score for one in scores], [one.rating for one in scores]]
            statements.append((_SCORE, [list(self.scores), *columns]))
        for sql, values in statements:
            await connection().execute_query(sql, [tenant_id, *values])
