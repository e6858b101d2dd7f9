"""The review queue: keeps the pairs of leads that may be one person, and the groups that they make, in step with the
leads."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from uuid import UUID, uuid5

from tortoise.expressions import Q

from leadhub.duplicates.matching import MOST_MATCHES, Match, hold, matches, person_of, remember_keys
from leadhub.duplicates.models import DuplicateGroup, DuplicatePair, DuplicateReason, DuplicateState
from leadhub.leads.children import Children
from leadhub.leads.models import Lead

SUSPECTED, IGNORED = DuplicateState.SUSPECTED, DuplicateState.IGNORED


async def note_likeness(lead: Lead, children: Children) -> None:
    """Brings what a lead is matched by, and whom it is suspected to be, up to what it is now. Whoever creates or
    changes leads calls it, with the whole tenant in reach. What fifty leads have in common makes no new suspicion: it
    is a switchboard, and a queue of thousands of pairs would help nobody."""
    person = person_of(lead, children)
    await remember_keys(lead.id, person)
    await _suspect(lead.id, await matches(person, but=lead.id))


async def _suspect(lead_id: UUID, found: Sequence[Match]) -> None:
    known = {pair.id: pair for pair in await _pairs_of([lead_id])}
    wanted = {_pair_id(lead_id, match.lead_id): match for match in found}
    crowded = {reason for reason in DuplicateReason if _count(found, reason) >= MOST_MATCHES}
    changed = [
        _pair(lead_id, match.lead_id, match)
        for id, match in wanted.items()
        if _said(known.get(id)) != _said(match) and (id in known or not crowded.issuperset(match.reasons))
    ]
    stale = [
        pair.id
        for pair in known.values()
        # Of a crowd not all are found.
        if pair.state is SUSPECTED and pair.id not in wanted and crowded.isdisjoint(pair.reasons)
    ]
    if changed or stale:
        groups = await _hold_groups([lead_id])
        await _write(changed, ["reasons", "weight"])
        await DuplicatePair.mine().filter(id__in=stale, state=SUSPECTED).delete()
        await _regroup(groups)


def _count(found: Sequence[Match], reason: DuplicateReason) -> int:
    return sum(reason in match.reasons for match in found)


def _said(one: DuplicatePair | Match | None) -> tuple[list[str], int] | None:
    return None if one is None else ([str(reason) for reason in one.reasons], one.weight)


async def ignore(leads: Sequence[UUID]) -> None:
    """Says of each two of these leads that they are different people, for good."""
    groups = await _hold_groups(leads)
    pairs = [_pair(one, other, state=IGNORED) for one, other in combinations(leads, 2)]
    await _write(pairs, ["state"])
    await _regroup(groups)


async def forget_suspicions(leads: Sequence[UUID]) -> None:
    """Nobody is suspected to be a lead that was merged away; `note_likeness` suspects again when it is back."""
    gone = [pair.id for pair in await _pairs_of(leads) if pair.state is SUSPECTED]
    if gone:
        groups = await _hold_groups(leads)
        await DuplicatePair.mine().filter(id__in=gone, state=SUSPECTED).delete()
        await _regroup(groups)


async def carry_ignored(survivor: UUID, absorbed: Sequence[UUID]) -> list[UUID]:
    """Who was told from an absorbed lead is told from the lead it went into; the pairs of which this was new."""
    told = [pair for pair in await _pairs_of(absorbed) if pair.state is IGNORED]
    others = {id for pair in told for id in (pair.low_id, pair.high_id)} - {survivor, *absorbed}
    if not others:
        return []
    groups = await _hold_groups([survivor])
    known = {pair.id for pair in await _pairs_of([survivor]) if pair.state is IGNORED}
    pairs = [_pair(survivor, other, state=IGNORED) for other in sorted(others)]
    new = [pair for pair in pairs if pair.id not in known]
    await _write(new, ["state"])
    await _regroup(groups)
    return [pair.id for pair in new]


async def drop_ignored(survivor: UUID, pairs: Sequence[UUID]) -> None:
    """Takes back what `carry_ignored` made; `note_likeness` then suspects who is still alike."""
    if pairs:
        groups = await _hold_groups([survivor])
        await DuplicatePair.mine().filter(id__in=list(pairs), state=IGNORED).delete()
        await _regroup(groups)


async def _hold_groups(leads: Sequence[UUID]) -> set[UUID]:
    """Has the queue alone until the transaction ends; the groups that these leads are in."""
    await hold(["the queue of duplicates"])
    return {pair.group_id for pair in await _pairs_of(leads) if pair.group_id is not None}


async def _write(pairs: Sequence[DuplicatePair], columns: list[str]) -> None:
    """Writes new pairs, and these columns of those that are there."""
    if pairs:
        await DuplicatePair.bulk_create(pairs, on_conflict=["tenant_id", "id"], update_fields=columns)


async def _pairs_of(leads: Iterable[UUID]) -> list[DuplicatePair]:
    ids = list(leads)
    return await DuplicatePair.mine().filter(Q(low_id__in=ids) | Q(high_id__in=ids))


_NAMESPACE = UUID("6f1c9a0e-63b5-4c1d-9a53-0d1f0f3f5c11")


def _pair_id(one: UUID, other: UUID) -> UUID:
    return uuid5(_NAMESPACE, f"{min(one, other)} {max(one, other)}")


def _pair(
    one: UUID, other: UUID, match: Match | None = None, *, state: DuplicateState = SUSPECTED
) -> DuplicatePair:
    return DuplicatePair(
        id=_pair_id(one, other),
        low_id=min(one, other),
        high_id=max(one, other),
        reasons=[str(reason) for reason in match.reasons] if match else [],
        weight=match.weight if match else 0,
        state=state,
    )


async def _regroup(groups: set[UUID]) -> None:
    """Puts the pairs of these groups, those that have none yet, and whatever hangs together with them, into groups."""
    pairs = await _around(groups)
    kept: set[UUID] = set()
    for state in (SUSPECTED, IGNORED):
        for members in _hanging_together([pair for pair in pairs if pair.state is state]):
            kept.add(await _group(members, state))
    gone = (groups | {pair.group_id for pair in pairs}) - kept
    await DuplicateGroup.mine().filter(id__in=[id for id in gone if id is not None]).delete()


async def _around(groups: set[UUID]) -> list[DuplicatePair]:
    pairs = await DuplicatePair.mine().filter(Q(group_id__in=list(groups)) | Q(group_id__isnull=True))
    known: set[UUID] = set()
    while found := {pair.id for pair in pairs} - known:
        known |= found
        pairs = await _pairs_of({id for pair in pairs for id in (pair.low_id, pair.high_id)})
    return pairs


async def _group(members: Sequence[DuplicatePair], state: DuplicateState) -> UUID:
    first = min(pair.low_id for pair in members)
    group = DuplicateGroup(
        id=uuid5(_NAMESPACE, f"{first} {state}"), state=state, weight=max(pair.weight for pair in members)
    )
    await DuplicateGroup.bulk_create([group], on_conflict=["tenant_id", "id"], update_fields=["weight"])
    await DuplicatePair.mine().filter(id__in=[pair.id for pair in members]).update(group_id=group.id)
    return group.id


def _hanging_together(pairs: Sequence[DuplicatePair]) -> list[list[DuplicatePair]]:
    """The pairs in the least number of lists such that no lead is in two."""
    list_of: dict[UUID, list[DuplicatePair]] = {}
    for pair in pairs:
        one, other = (list_of.get(id, []) for id in (pair.low_id, pair.high_id))
        joined = [*one, *(other if other is not one else []), pair]
        for member in joined:
            list_of[member.low_id] = list_of[member.high_id] = joined
    return list({id(found): found for found in list_of.values()}.values())
