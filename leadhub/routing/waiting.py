"""The queue: leads that wait until somebody has room, each placed once, whoever looks."""

from collections.abc import Sequence
from uuid import UUID

from leadhub.kit.actor import actor
from leadhub.kit.db import fetch
from leadhub.kit.events import unit
from leadhub.kit.inputs import now
from leadhub.leads.changing import give
from leadhub.leads.models import Lead
from leadhub.leads.states import state_of
from leadhub.routing.matching import key_of, members_of, rules_in_use
from leadhub.routing.models import AssignmentRule, QueuedLead
from leadhub.routing.placing import Placing, place, waits_for
from leadhub.routing.standing import sellers_of

# Without a lock: who has no room now need not be asked for each lead again.
_WAITED_FOR = (
    "select distinct rule_id, member_id from queued_lead where tenant_id = $1 and rule_id is not null"
)
# The lead's row is what workers share: locked first, and passed over where another has it in hand.
_OLDEST = """
select l.id from queued_lead q join lead l on l.tenant_id = q.tenant_id and l.id = q.lead_id
where q.tenant_id = $1 and l.id <> all($4::uuid[])
  and (q.look_again or q.asked <> $5 or (q.rule_id = any($2::uuid[]) and (q.member_id is null or q.member_id = any($3::uuid[]))))
  and l.owner_id is null and l.deleted_at is null and l.merged_into_id is null and l.converted_at is null
  and l.status in ('OPEN', 'QUALIFIED')
order by q.since, q.id limit 1 for no key update of l skip locked
"""


async def place_next(but: Sequence[UUID]) -> UUID | None:
    """Decides anew about the lead of the actor's tenant that has waited longest among those for which there may be room
    now; its id, or None when there is no more. `but` are left out: those that were just decided about."""
    rules = await rules_in_use()
    room = await _with_room(rules)
    async with unit():
        rows = await fetch(_OLDEST, actor().tenant_id, *room, list(but), key_of(rules))
        if not rows:
            return None
        lead = await Lead.mine().get(id=rows[0]["id"])
        # Gone where somebody had the lead for a moment while its row was waited for.
        row = await QueuedLead.mine().get_or_none(lead_id=lead.id)
        if row is not None:
            await _carry_out(await place(await state_of(lead.id), for_real=True), lead, row)
    return lead.id


async def _with_room(rules: Sequence[AssignmentRule]) -> tuple[list[UUID], list[UUID]]:
    """Those of these rules, and the members, that leads wait for and that have room."""
    rows = await fetch(_WAITED_FOR, actor().tenant_id)
    waited_for = {row["rule_id"] for row in rows}
    choices = {rule.id: await members_of(rule) for rule in rules if rule.id in waited_for}
    only = {row["member_id"] for row in rows} - {None}
    sellers = await sellers_of(dict.fromkeys(only.union(*choices.values()), 1), now(), locked=False)
    able = {one.id for one in sellers if one.obstacle is None}
    kept = {row["rule_id"] for row in rows if row["member_id"] in able}
    return [id for id, ids in choices.items() if able.intersection(ids) or id in kept], list(able)


async def _carry_out(placing: Placing | None, lead: Lead, row: QueuedLead) -> None:
    """Does what was decided about a lead that waits. What leaves it waiting for the same as before is not logged again."""
    if placing is None:
        await _wait_on(row, (None, None), key_of([]))
        return
    await give(lead, owner_id=placing.owner_id, team_id=placing.team_id)
    waits_on = waits_for(placing)
    if placing.owner_id is not None or waits_on != (row.rule_id, row.member_id):
        await placing.decision.save(force_create=True)
    if placing.waits or placing.decision.rule_id is None:
        await _wait_on(row, waits_on, placing.asked)
    elif placing.owner_id is None:
        await row.delete()


async def _wait_on(row: QueuedLead, what: tuple[UUID | None, UUID | None], asked: str) -> None:
    row.rule_id, row.member_id = what
    row.asked, row.look_again = asked, False
    await row.save(update_fields=["rule_id", "member_id", "asked", "look_again"])
