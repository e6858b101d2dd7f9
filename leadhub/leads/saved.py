"""Filters of leads that somebody saves, such as those of rules and webhooks: checked when they are made, kept as JSON, read
again for years, and shown without contact data."""

from collections import defaultdict
from typing import Any
from uuid import UUID

import orjson
from tortoise import Tortoise

from leadhub.errors import NotFound, TooLong
from leadhub.kit.actor import Actor, actor
from leadhub.kit.contacts import mask_email, mask_phone
from leadhub.kit.grammar import Parts, Term
from leadhub.kit.inputs import Inputs, is_given
from leadhub.kit.stored import read_stored, stored
from leadhub.leads.filters import IDS, LEADS, LeadFilter
from leadhub.leads.meeting import Meets, compile_filter

LONGEST_FILTER = 20_000

_MASKS = {"email": mask_email, "phone": mask_phone}


async def read_filter(inputs: Inputs, filter: LeadFilter | None) -> dict[str, Any] | None:
    """The filter of an input as it is kept. BAD_REQUEST when leads could not be listed with it either; and what it
    names must be there, since nobody would notice a filter that no lead ever meets."""
    if filter is None or not is_given(filter):
        return None
    named: dict[str, set[UUID]] = defaultdict(set)
    _collect(LEADS.read(filter, actor()), named)
    assert Tortoise.apps is not None
    for type_name, ids in named.items():
        model: Any = Tortoise.apps["models"][type_name]
        if await model.mine().filter(id__in=ids).count() < len(ids):
            inputs.fault(
                NotFound(f"The filter names a {type_name} that is not there.", path=["input", "filter"])
            )
    kept = stored(filter)
    if len(orjson.dumps(kept)) > LONGEST_FILTER:
        inputs.fault(TooLong("This filter is too long to be kept.", path=["input", "filter"]))
    return kept


def _collect(part: Term | Parts, named: dict[str, set[UUID]]) -> None:
    """Adds the ids that a filter names, by type."""
    if isinstance(part, Parts):
        for one in part.parts:
            _collect(one, named)
    elif part.field in IDS:
        for operator, value in part.conditions:
            if operator != "is_null":
                named[IDS[part.field]].update(value if isinstance(value, list) else [value])


def compile_saved(kept: dict[str, Any], who: Actor) -> Meets:
    """A kept filter as a function of a lead's state. Raises ValueError or a LeadHubError when it cannot be read any
    more. Phone numbers without a country code are of `who`'s country."""
    return compile_filter(read_stored(LeadFilter, kept), who)


def masked(kept: Any, mask: Any = None) -> Any:
    """A kept filter as events and audit may carry it, since it may name people."""
    match kept:
        case dict():
            return {name: masked(part, _MASKS.get(name, mask)) for name, part in kept.items()}
        case list():
            return [masked(part, mask) for part in kept]
        case str() if mask is not None:
            return mask(kept)
        case _:
            return kept
