"""The filter grammar, the orders and the search of leads."""

from collections.abc import Callable
from enum import Enum
from typing import Any

import strawberry
from strawberry import UNSET
from tortoise.expressions import Q, Subquery

from leadhub.errors import BadRequest, MaskedForYou
from leadhub.kit.actor import Actor
from leadhub.kit.contacts import ContactProblem, normalise_email, normalise_phone
from leadhub.kit.filters import (
    DEEPEST_NESTING,
    LONGEST_LIST,
    BooleanFilter,
    DateTimeFilter,
    DecimalFilter,
    IDFilter,
    IntFilter,
    MatchFilter,
    StringFilter,
    check_text,
    comparison,
    condition,
    given,
    reads_amount,
    reads_id,
)
from leadhub.kit.inputs import maybe
from leadhub.kit.model import TenantModel
from leadhub.kit.words import camel
from leadhub.labels.models import Tag
from leadhub.leads.models import ExternalId, Lead, LeadEmail, LeadPhone, LeadRating, LeadTag
from leadhub.pipelines.models import LeadStatus


@strawberry.input(description="Conditions on the status.")
class LeadStatusFilter:
    eq: LeadStatus | None = maybe("This one.")
    ne: LeadStatus | None = maybe("Not this one.")
    in_: list[LeadStatus] | None = maybe("One of these.", name="in")


@strawberry.input(description="Conditions on the rating.")
class LeadRatingFilter:
    eq: LeadRating | None = maybe("This one.")
    ne: LeadRating | None = maybe("Not this one; leads without a rating count.")
    in_: list[LeadRating] | None = maybe("One of these.", name="in")
    is_null: bool | None = maybe("True: not rated; false: rated.")


@strawberry.input(description="The lead that another system calls so.")
class ExternalIdFilter:
    system: str = strawberry.field(description="The other system.")
    id: str = strawberry.field(description="Its id there.")


@strawberry.input(description="Which leads. All that is given must hold; combine with `and`, `or` and `not`.")
class LeadFilter:
    id: IDFilter | None = maybe("The lead itself.")
    number: StringFilter | None = maybe("Its number.")
    first_name: StringFilter | None = maybe("Given name.")
    last_name: StringFilter | None = maybe("Family name.")
    job_title: StringFilter | None = maybe("What they do.")
    company_name: StringFilter | None = maybe("Where they work.")
    website: StringFilter | None = maybe("Their website.")
    email: MatchFilter | None = maybe("Any of their e-mail addresses.")
    phone: MatchFilter | None = maybe("Any of their phone numbers, in any spelling.")
    status: LeadStatusFilter | None = maybe("The category of the stage.")
    rating: LeadRatingFilter | None = maybe("The score in one word.")
    score: IntFilter | None = maybe("The score.")
    pipeline_id: IDFilter | None = maybe("The pipeline.")
    stage_id: IDFilter | None = maybe("The stage.")
    owner_id: IDFilter | None = maybe("Who works on it.")
    team_id: IDFilter | None = maybe("The team it belongs to.")
    source_id: IDFilter | None = maybe("Where it came from.")
    lost_reason_id: IDFilter | None = maybe("Why it was lost.")
    tag: StringFilter | None = maybe("Any of its tags, by name; `ne`: it has no tag of this name.")
    external_id: ExternalIdFilter | None = maybe("What another system calls it.")
    estimated_value: DecimalFilter | None = maybe("The amount it may be worth.")
    do_not_contact: BooleanFilter | None = maybe("Whether nobody may contact them.")
    next_follow_up_at: DateTimeFilter | None = maybe("When to get in touch again.")
    last_activity_at: DateTimeFilter | None = maybe("When something last happened.")
    stage_since: DateTimeFilter | None = maybe("When it came into its stage.")
    created_at: DateTimeFilter | None = maybe("When it came in.")
    updated_at: DateTimeFilter | None = maybe("When it last changed.")
    and_: list["LeadFilter"] | None = maybe("All of these.", name="and")
    or_: list["LeadFilter"] | None = maybe("One of these at least.", name="or")
    not_: "LeadFilter | None" = maybe("Not this.", name="not")


@strawberry.enum(description="Whether deleted leads are among them.")
class Deleted(Enum):
    EXCLUDE = strawberry.enum_value("EXCLUDE", description="Live leads alone.")
    ONLY = strawberry.enum_value("ONLY", description="Deleted leads alone, to restore one.")
    INCLUDE = strawberry.enum_value("INCLUDE", description="Both.")


_PLAIN = {
    "number",
    "first_name",
    "last_name",
    "job_title",
    "company_name",
    "website",
    "status",
    "rating",
    "score",
    "do_not_contact",
    "next_follow_up_at",
    "last_activity_at",
    "stage_since",
    "created_at",
    "updated_at",
}
_IDS = {
    "id": "Lead",
    "pipeline_id": "Pipeline",
    "stage_id": "Stage",
    "owner_id": "Member",
    "team_id": "Team",
    "source_id": "LeadSource",
    "lost_reason_id": "LostReason",
}


def matching(filter: LeadFilter, who: Actor, *, depth: int = 0) -> Q:
    """The filter as a condition on leads."""
    if depth > DEEPEST_NESTING:
        raise BadRequest(f"Filters may be nested {DEEPEST_NESTING} levels deep.", argument="filter")
    terms = [
        _term(name, conditions, who, depth)
        for name, conditions in vars(filter).items()
        if conditions is not UNSET
    ]
    return Q(*terms)


def _term(name: str, conditions: Any, who: Actor, depth: int) -> Q:
    shown = camel(name.rstrip("_"))
    if conditions is None:
        raise BadRequest(f"`{shown}` is null: leave it out.", argument=shown)
    if name in {"and_", "or_"}:
        return _combined(name, conditions, who, depth)
    if name == "not_":
        return _not(matching(conditions, who, depth=depth + 1))
    if name in _PLAIN:
        return condition(name, conditions, shown)
    if name in _IDS:
        return condition(name, conditions, shown, reads_id(_IDS[name], shown))
    if name == "estimated_value":
        return condition("estimated_amount", conditions, shown, reads_amount(shown))
    return _CHILDREN[name](conditions, who)


def _combined(name: str, filters: list[LeadFilter], who: Actor, depth: int) -> Q:
    if len(filters) > LONGEST_LIST:
        raise BadRequest(f"At most {LONGEST_LIST} filters side by side.", argument=name)
    parts = [matching(part, who, depth=depth + 1) for part in filters]
    if name == "and_":
        return Q(*parts)
    if any(_asks_nothing(part) for part in parts):
        return Q()
    return Q(*parts, join_type="OR") if parts else Q(id__in=[])


def _asks_nothing(part: Q) -> bool:
    # Every lead meets it. Tortoise (1.1) leaves an empty part out of an OR, as if no lead did.
    return not part.filters and all(_asks_nothing(child) for child in part.children)


def _not(inner: Q) -> Q:
    # A comparison with a missing value is neither true nor false; "not" means every lead that did not match.
    return ~Q(id__in=Subquery(Lead.mine().filter(inner).values("id")))


def _leads_with(model: type[TenantModel], terms: Q) -> Q:
    return Q(id__in=Subquery(model.mine().filter(terms).values("lead_id")))


def _child(
    model: type[TenantModel], column: str, conditions: Any, name: str, read: Callable[[Any], Any]
) -> Q:
    """One child row must meet all conditions; `isNull` asks whether there is any row at all."""
    terms, result = [], Q()
    for operator, value in given(conditions, name):
        if operator == "is_null":
            has_any = _leads_with(model, Q())
            result = ~has_any if value else has_any
        else:
            terms.append((operator, value))
    if not terms:
        return result
    found = Q(*(comparison(column, operator, value, read) for operator, value in terms))
    return Q(result, _leads_with(model, found))


def _email(conditions: MatchFilter, who: Actor) -> Q:
    check_unmasked(who, "email")

    def read(text: str) -> str:
        try:
            return normalise_email(text)
        except ContactProblem as problem:
            raise BadRequest(f"`email`: {problem}", argument="email") from None

    return _child(LeadEmail, "normalised", conditions, "email", read)


def _phone(conditions: MatchFilter, who: Actor) -> Q:
    check_unmasked(who, "phone")

    def read(text: str) -> str:
        number = normalise_phone(text, who.country)
        if number is None:
            raise BadRequest(
                "`phone`: this is not a phone number that LeadHub understands.", argument="phone"
            )
        return number

    return _child(LeadPhone, "normalised", conditions, "phone", read)


def check_unmasked(who: Actor, argument: str) -> None:
    """Who sees contact data masked may not look for it either: that would tell by trying."""
    if who.masked:
        raise MaskedForYou(f"You see contact data masked, so `{argument}` is not for you.", argument=argument)


def _tag(conditions: StringFilter, _who: Actor) -> Q:
    """One tag must meet all conditions; `ne` and `isNull` ask what the lead does not carry."""
    terms, result = [], Q()
    for operator, value in given(conditions, "tag"):
        if operator == "is_null":
            has_any = _leads_with(LeadTag, Q())
            result = Q(result, ~has_any if value else has_any)
        elif operator == "ne":
            result = Q(result, ~_carrying(Q(name=value)))
        else:
            terms.append(comparison("name", operator, value))
    return Q(result, _carrying(Q(*terms))) if terms else result


def _carrying(named: Q) -> Q:
    return _leads_with(LeadTag, Q(tag_id__in=Subquery(Tag.mine().filter(named).values("id"))))


def _external_id(asked: ExternalIdFilter, _who: Actor) -> Q:
    check_text([asked.system, asked.id], "externalId")
    return _leads_with(ExternalId, Q(system=asked.system, external_id=asked.id))


_CHILDREN: dict[str, Callable[[Any, Actor], Q]] = {
    "email": _email,
    "phone": _phone,
    "tag": _tag,
    "external_id": _external_id,
}
