"""Which leads a caller sees and may change: what row security says, said again in plain predicates."""

from typing import Protocol
from uuid import UUID

from tortoise.expressions import Q

from leadhub.errors import NotYours
from leadhub.kit.actor import Actor
from leadhub.kit.model import where
from leadhub.kit.scopes import Reach


class Held(Protocol):
    """Whatever has an owner and a team: a lead, or what a lead was like."""

    @property
    def owner_id(self) -> UUID | None: ...
    @property
    def team_id(self) -> UUID | None: ...


def within_reach(who: Actor, lead: str = "") -> Q:
    """The caller's reach in a form that indexes serve: an agent with 7 of 200,000 leads waits for those 7. For rows that
    refer to a lead, `lead` is how, such as `lead__`."""
    if who.reach is Reach.ALL:
        return Q()
    own = where(f"{lead}owner_id", who.member_id)
    team = where(f"{lead}team_id__in", list(who.team_ids))
    if who.reach is Reach.TEAM:
        return own | team
    return own | (where(f"{lead}owner_id__isnull", True) & team)


def is_in_reach(who: Actor, lead: Held) -> bool:
    """Whether the caller sees this lead; for code that runs with the whole tenant in reach."""
    if who.reach is Reach.OWN and lead.owner_id is None:
        return lead.team_id in who.team_ids
    return is_writable(who, lead)


def is_writable(who: Actor, lead: Held) -> bool:
    """An agent sees unassigned leads of their teams, but changes their own alone."""
    if who.reach is Reach.ALL or (who.member_id is not None and lead.owner_id == who.member_id):
        return True
    return who.reach is Reach.TEAM and lead.team_id in who.team_ids


def check_changeable(who: Actor, row: Held, *path: str) -> None:
    """Raises NotYours for a row that is seen but not the caller's to change."""
    if not is_writable(who, row):
        raise NotYours(path=path)


def check_writable(who: Actor, lead: Held, *path: str) -> None:
    """Raises NotYours for a lead that is seen but not the caller's to change."""
    if not is_writable(who, lead):
        raise NotYours("You may see this lead but not change it; claim it first.", path=path)
