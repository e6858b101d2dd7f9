"""When members work, and how much they take."""

from typing import Any

from leadhub.errors import NotYours
from leadhub.kit.actor import Actor, actor
from leadhub.kit.inputs import Inputs, is_given
from leadhub.kit.schedule import WorkingHoursInput, read_hours
from leadhub.kit.scopes import Reach
from leadhub.members.models import Member
from leadhub.members.rules import check_colleague
from leadhub.pipelines.rules import read_number
from leadhub.routing.inputs import SetAvailabilityInput
from leadhub.tenants.models import Tenant

LARGEST_CAPACITY = 100_000

_CAPACITIES = {"capacity_open": "capacityOpen", "capacity_30_days": "capacity30Days"}


async def read_availability(inputs: Inputs, given: SetAvailabilityInput) -> dict[str, Any]:
    """The columns of a member that an input sets."""
    values: dict[str, Any] = {}
    if is_given(given.away_until):
        values["away_until"] = given.away_until
    if is_given(given.working_hours):
        values["working_hours"] = await _hours(inputs, given.working_hours)
    for column, shown in _CAPACITIES.items():
        value = getattr(given, column)
        if is_given(value):
            values[column] = (
                None if value is None else read_number(inputs, value, shown, low=0, high=LARGEST_CAPACITY)
            )
    return values


async def _hours(inputs: Inputs, given: WorkingHoursInput | None) -> dict[str, Any] | None:
    if given is None:
        return None
    tenant = await Tenant.mine().get(id=actor().tenant_id)
    hours = read_hours(inputs, given, "workingHours", timezone=tenant.timezone)
    return hours.stored() if hours else None


async def check_may_set(who: Actor, member: Member, values: dict[str, Any]) -> None:
    """Everybody says when they are here; how much somebody takes is said by managers of their teams and above."""
    if who.reach is Reach.ALL:
        return
    if who.member_id == member.id:
        if who.reach is Reach.OWN and values.keys() & _CAPACITIES.keys():
            raise NotYours("How much you take is for your manager to say.", path=["input"])
        return
    if who.reach is not Reach.TEAM:
        raise NotYours("You say when you are here yourself, and nobody else.", path=["input", "memberId"])
    await check_colleague(who, member, "input", "memberId")
