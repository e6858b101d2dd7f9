"""The filter grammar of leads: what can be asked, how it is read, and what it is in SQL."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import Any, Literal

import strawberry
from strawberry import UNSET
from tortoise.expressions import Q, Subquery

from leadhub.errors import BadRequest, MaskedForYou
from leadhub.kit.actor import Actor
from leadhub.kit.contacts import ContactProblem, normalise_email, normalise_phone
from leadhub.kit.filters import (
    DEEPEST_NESTING,
    BooleanFilter,
    DateTimeFilter,
    DecimalFilter,
    IDFilter,
    IntFilter,
    MatchFilter,
    Read,
    StringFilter,
    check_size,
    check_text,
    comparison,
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


# Fields whose column has their own name, and holds what the filter says.
PLAIN = frozenset(
    {
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
)
# Fields that name another row, or the lead itself: whose id.
IDS = {
    "id": "Lead",
    "pipeline_id": "Pipeline",
    "stage_id": "Stage",
    "owner_id": "Member",
    "team_id": "Team",
    "source_id": "LeadSource",
    "lost_reason_id": "LostReason",
}
# The column that each field asks about; the other fields ask about rows that hang on the lead.
COLUMNS = {name: name for name in (*PLAIN, *IDS)} | {"estimated_value": "estimated_amount"}

Conditions = tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Term:
    """What is asked about one field: operators, each beside a value as the database holds it."""

    field: str
    conditions: Conditions


@dataclass(frozen=True, slots=True)
class Parts:
    """Filters that all hold (`and`), of which one holds (`or`), or a single one that does not (`not`)."""

    word: Literal["and", "or", "not"]
    parts: "tuple[Term | Parts, ...]"


def read_filter(filter: LeadFilter, who: Actor, *, depth: int = 0) -> Parts:
    """The filter checked and normalised, for every interpreter of it: `matching` here, and `meeting`."""
    if depth > DEEPEST_NESTING:
        raise BadRequest(f"Filters may be nested {DEEPEST_NESTING} levels deep.", argument="filter")
    if depth == 0:
        check_size(filter)
    given_fields = ((name, asked) for name, asked in vars(filter).items() if asked is not UNSET)
    return Parts("and", tuple(_read(name, asked, who, depth) for name, asked in given_fields))


def _read(name: str, asked: Any, who: Actor, depth: int) -> Term | Parts:
    shown = camel(name.rstrip("_"))
    if asked is None:
        raise BadRequest(f"`{shown}` is null: leave it out.", argument=shown)
    if name in {"and_", "or_"}:
        parts = tuple(read_filter(part, who, depth=depth + 1) for part in asked)
        return Parts("and" if name == "and_" else "or", parts)
    if name == "not_":
        return Parts("not", (read_filter(asked, who, depth=depth + 1),))
    if name == "external_id":
        check_text([asked.system, asked.id], shown)
        return Term(name, (("eq", (asked.system, asked.id)),))
    read = _reader(name, shown, who)
    return Term(name, tuple((word, _value(word, value, read)) for word, value in given(asked, shown)))


def _value(operator: str, value: Any, read: Read) -> Any:
    if isinstance(value, list):
        return [read(part) for part in value]
    return value if operator == "is_null" else read(value)


def _reader(name: str, shown: str, who: Actor) -> Read:
    """What turns each value that is asked for into what the database holds."""
    if name in IDS:
        return reads_id(IDS[name], shown)
    if name == "estimated_value":
        return reads_amount(shown)
    if name == "email":
        check_unmasked(who, "email")
        return _read_email
    if name == "phone":
        check_unmasked(who, "phone")
        return partial(_read_phone, who.country)
    return lambda value: value


def _read_email(text: str) -> str:
    try:
        return normalise_email(text)
    except ContactProblem as problem:
        raise BadRequest(f"`email`: {problem}", argument="email") from None


def _read_phone(country: str, text: str) -> str:
    number = normalise_phone(text, country)
    if number is None:
        raise BadRequest("`phone`: this is not a phone number that LeadHub understands.", argument="phone")
    return number


def check_unmasked(who: Actor, argument: str) -> None:
    """Who sees contact data masked may not look for it either: that would tell by trying."""
    if who.masked:
        raise MaskedForYou(f"You see contact data masked, so `{argument}` is not for you.", argument=argument)


def matching(filter: LeadFilter, who: Actor) -> Q:
    """The filter as a condition on leads."""
    return _condition(read_filter(filter, who))


def _condition(part: Term | Parts) -> Q:
    if isinstance(part, Term):
        column = COLUMNS.get(part.field)
        if column is None:
            return _CHILDREN[part.field](part.conditions)
        return Q(*(comparison(column, operator, value) for operator, value in part.conditions))
    parts = [_condition(one) for one in part.parts]
    if part.word == "or":
        return _either(parts)
    return _not(*parts) if part.word == "not" else Q(*parts)


def _either(parts: list[Q]) -> Q:
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


def _contact(model: type[TenantModel], conditions: Conditions) -> Q:
    """One child row must meet all conditions; `isNull` asks whether there is any row at all."""
    terms, result = [], Q()
    for operator, value in conditions:
        if operator == "is_null":
            has_any = _leads_with(model, Q())
            result = ~has_any if value else has_any
        else:
            terms.append(comparison("normalised", operator, value))
    return Q(result, _leads_with(model, Q(*terms))) if terms else result


def _tag(conditions: Conditions) -> Q:
    """One tag must meet all conditions; `ne` and `isNull` ask what the lead does not carry."""
    terms, result = [], Q()
    for operator, value in conditions:
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


def _external_id(conditions: Conditions) -> Q:
    [(_, (system, id))] = conditions
    return _leads_with(ExternalId, Q(system=system, external_id=id))


_CHILDREN: dict[str, Callable[[Conditions], Q]] = {
    "email": partial(_contact, LeadEmail),
    "phone": partial(_contact, LeadPhone),
    "tag": _tag,
    "external_id": _external_id,
}
