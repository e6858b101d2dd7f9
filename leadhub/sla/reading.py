"""Reading what is said about policies, and telling of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from leadhub.errors import Invalid, LimitExceeded, NotFound, Required
from leadhub.kit.actor import actor
from leadhub.kit.grammar import Parts, Term
from leadhub.kit.hours import Hours
from leadhub.kit.inputs import Inputs, is_given
from leadhub.kit.named import LONGEST_NAME
from leadhub.kit.node import read_id, to_global
from leadhub.kit.schedule import read_hours
from leadhub.kit.words import camel_changes
from leadhub.leads.filters import LEADS, LeadFilter
from leadhub.leads.saved import masked, read_filter
from leadhub.pipelines.models import Stage
from leadhub.sla.inputs import CreateSlaPolicyInput, UpdateSlaPolicyInput
from leadhub.sla.models import SlaPolicy, SlaRecipient, SlaTarget
from leadhub.sla.policies import read_hours_of
from leadhub.tenants.models import Tenant

SHORTEST, LONGEST = 60, 365 * 24 * 3600
# So that a due time is always one that somebody will see, and quickly found.
MOST_WEEKS = 104
MOST_HOLIDAYS = 500
MOST_STAGES = 100

_SECONDS = {"first_response_seconds": "firstResponseSeconds", "next_response_seconds": "nextResponseSeconds"}


async def read_policy(inputs: Inputs, given: CreateSlaPolicyInput | UpdateSlaPolicyInput) -> dict[str, Any]:
    """The columns that an input sets of a policy."""
    values: dict[str, Any] = {}
    if is_given(given.name):
        values["name"] = inputs.name(given.name, "name", limit=LONGEST_NAME)
    if is_given(given.filter):
        values["lead_filter"] = await _filter(inputs, given.filter)
    values |= await _read_times(inputs, given)
    if is_given(given.pausing_stage_ids):
        with inputs.collect():
            values["pausing_stage_ids"] = await _stages(inputs, given.pausing_stage_ids or ())
    if is_given(given.notify):
        values["notify"] = [one.value for one in SlaRecipient if one in (given.notify or ())]
    for column, name in (("reassign", "reassign"), ("is_active", "active")):
        value = getattr(given, name)
        if is_given(value):
            values[column] = value
            if value is None:
                inputs.fault(Required(path=inputs.path(name)))
    return values


async def _read_times(inputs: Inputs, given: Any) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for column, name in _SECONDS.items():
        seconds = getattr(given, column)
        if is_given(seconds):
            values[column] = seconds
            if seconds is not None and not SHORTEST <= seconds <= LONGEST:
                inputs.fault(Invalid(f"This must be from {SHORTEST} to {LONGEST}.", path=inputs.path(name)))
    if is_given(given.hours):
        values["hours"] = await _hours(inputs, given.hours)
    if is_given(given.holidays):
        values["holidays"] = _holidays(inputs, given.holidays or ())
    return values


async def _filter(inputs: Inputs, filter: LeadFilter | None) -> dict[str, Any] | None:
    if filter is None:
        inputs.fault(Required(path=inputs.path("filter")))
        return None
    if _asks_of_sla(LEADS.read(filter, actor())):
        problem = "What is due cannot follow from what is due: leave `slaStatus` and `slaDueAt` out."
        inputs.fault(Invalid(problem, path=inputs.path("filter")))
    return await read_filter(inputs, filter)


def _asks_of_sla(part: Term | Parts) -> bool:
    if isinstance(part, Parts):
        return any(_asks_of_sla(one) for one in part.parts)
    return part.field in {"sla_status", "sla_due_at"}


async def _hours(inputs: Inputs, given: Any) -> dict[str, Any] | None:
    if given is None:
        return None
    tenant = await Tenant.mine().get()
    hours = read_hours(inputs, given, "hours", timezone=tenant.timezone)
    return None if hours is None else hours.stored()


def _holidays(inputs: Inputs, given: Sequence[date]) -> list[str]:
    if len(given) > MOST_HOLIDAYS:
        inputs.fault(LimitExceeded(f"At most {MOST_HOLIDAYS} days.", path=inputs.path("holidays")))
    return sorted({day.isoformat() for day in given})


async def _stages(inputs: Inputs, given: Sequence[str]) -> list[str]:
    if len(given) > MOST_STAGES:
        raise LimitExceeded(f"At most {MOST_STAGES} stages.", path=inputs.path("pausingStageIds"))
    live = set(await Stage.mine().filter(archived_at__isnull=True).values_list("id", flat=True))
    found = set()
    for at, id in enumerate(given):
        path = inputs.path("pausingStageIds", str(at))
        stage_id = read_id(id, "Stage", path)
        if stage_id not in live:
            raise NotFound("There is no such stage in use.", path=path)
        found.add(str(stage_id))
    return sorted(found)


def check_whole(inputs: Inputs, policy: SlaPolicy) -> None:
    """What must hold of a policy as a whole: it asks for an answer, in a time that comes to an end."""
    if policy.first_response_seconds is None and policy.next_response_seconds is None:
        inputs.fault(
            Required(
                "Say how soon leads are answered for the first time, or later.",
                path=inputs.path("firstResponseSeconds"),
            )
        )
    hours = read_hours_of(policy)
    for target, name in zip(SlaTarget, _SECONDS.values(), strict=True):
        seconds = policy.seconds(target)
        if hours is not None and seconds is not None and seconds > MOST_WEEKS * _weekly(hours):
            problem = f"With these hours that takes more than {MOST_WEEKS} weeks."
            inputs.fault(Invalid(problem, path=inputs.path(name)))


def _weekly(hours: Hours) -> int:
    return sum(one.end - one.start for one in hours.week) * 60


_SHOWN = {"lead_filter": "filter", "is_active": "active"}


def told(changes: Mapping[str, tuple[Any, Any]]) -> dict[str, tuple[Any, Any]]:
    """Changes of a policy, by the names of the schema, without contact data of its filter."""
    shown = {_SHOWN.get(name, name): change for name, change in changes.items()}
    for name, show in (("filter", masked), ("pausing_stage_ids", _shown_stages)):
        if name in shown:
            old, new = shown[name]
            shown[name] = (show(old), show(new))
    return camel_changes(shown)


def _shown_stages(ids: Sequence[str] | None) -> list[str] | None:
    return None if ids is None else [to_global("Stage", id) for id in ids]  # type: ignore[arg-type]
