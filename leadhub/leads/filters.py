"""The filter grammar, the orders and the search of leads."""

import re
from collections.abc import Callable
from enum import Enum
from typing import Any

import strawberry
from strawberry import UNSET
from tortoise.expressions import Q, RawSQL, Subquery
from tortoise.queryset import QuerySet

from leadhub.errors import BadRequest, MissingScope
from leadhub.kit.actor import Actor
from leadhub.kit.connection import Key, read_amount, read_time
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
    condition,
    given,
    reads_id,
)
from leadhub.kit.model import TenantModel, where
from leadhub.kit.words import camel
from leadhub.labels.models import Tag
from leadhub.leads.children import terms_of
from leadhub.leads.models import ExternalId, Lead, LeadEmail, LeadPhone, LeadRating, LeadTag
from leadhub.pipelines.models import LeadStatus


def _maybe(description: str) -> Any:
    return strawberry.field(default=UNSET, description=description)


@strawberry.input(description="Conditions on the status.")
class LeadStatusFilter:
    eq: LeadStatus | None = _maybe("This one.")
    ne: LeadStatus | None = _maybe("Not this one.")
    in_: list[LeadStatus] | None = strawberry.field(name="in", default=UNSET, description="One of these.")


@strawberry.input(description="Conditions on the rating.")
class LeadRatingFilter:
    eq: LeadRating | None = _maybe("This one.")
    ne: LeadRating | None = _maybe("Not this one; leads without a rating count.")
    in_: list[LeadRating] | None = strawberry.field(name="in", default=UNSET, description="One of these.")
    is_null: bool | None = _maybe("True: not rated; false: rated.")


@strawberry.input(description="The lead that another system calls so.")
class ExternalIdFilter:
    system: str = strawberry.field(description="The other system.")
    id: str = strawberry.field(description="Its id there.")


@strawberry.input(description="Which leads. All that is given must hold; combine with `and`, `or` and `not`.")
class LeadFilter:
    id: IDFilter | None = _maybe("The lead itself.")
    number: StringFilter | None = _maybe("Its number.")
    first_name: StringFilter | None = _maybe("Given name.")
    last_name: StringFilter | None = _maybe("Family name.")
    job_title: StringFilter | None = _maybe("What they do.")
    company_name: StringFilter | None = _maybe("Where they work.")
    website: StringFilter | None = _maybe("Their website.")
    email: MatchFilter | None = _maybe("Any of their e-mail addresses.")
    phone: MatchFilter | None = _maybe("Any of their phone numbers, in any spelling.")
    status: LeadStatusFilter | None = _maybe("The category of the stage.")
    rating: LeadRatingFilter | None = _maybe("The score in one word.")
    score: IntFilter | None = _maybe("The score.")
    pipeline_id: IDFilter | None = _maybe("The pipeline.")
    stage_id: IDFilter | None = _maybe("The stage.")
    owner_id: IDFilter | None = _maybe("Who works on it.")
    team_id: IDFilter | None = _maybe("The team it belongs to.")
    source_id: IDFilter | None = _maybe("Where it came from.")
    lost_reason_id: IDFilter | None = _maybe("Why it was lost.")
    tag: StringFilter | None = _maybe("Any of its tags, by name.")
    external_id: ExternalIdFilter | None = _maybe("What another system calls it.")
    estimated_value: DecimalFilter | None = _maybe("The amount it may be worth.")
    do_not_contact: BooleanFilter | None = _maybe("Whether nobody may contact them.")
    next_follow_up_at: DateTimeFilter | None = _maybe("When to get in touch again.")
    last_activity_at: DateTimeFilter | None = _maybe("When something last happened.")
    stage_since: DateTimeFilter | None = _maybe("When it came into its stage.")
    created_at: DateTimeFilter | None = _maybe("When it came in.")
    updated_at: DateTimeFilter | None = _maybe("When it last changed.")
    and_: list["LeadFilter"] | None = strawberry.field(name="and", default=UNSET, description="All of these.")
    or_: list["LeadFilter"] | None = strawberry.field(
        name="or", default=UNSET, description="One of these at least."
    )
    not_: "LeadFilter | None" = strawberry.field(name="not", default=UNSET, description="Not this.")


@strawberry.enum(description="What leads can be ordered by. Leads without a value come last.")
class LeadOrderField(Enum):
    CREATED_AT = strawberry.enum_value("created_at", description="When they came in.")
    UPDATED_AT = strawberry.enum_value("updated_at", description="When they last changed.")
    NUMBER = strawberry.enum_value("number", description="Their number.")
    FIRST_NAME = strawberry.enum_value("first_name", description="Given name.")
    LAST_NAME = strawberry.enum_value("last_name", description="Family name.")
    COMPANY_NAME = strawberry.enum_value("company_name", description="Company.")
    SCORE = strawberry.enum_value("score", description="Score.")
    ESTIMATED_VALUE = strawberry.enum_value("estimated_amount", description="Amount, whatever the currency.")
    NEXT_FOLLOW_UP_AT = strawberry.enum_value("next_follow_up_at", description="When to get in touch again.")
    LAST_ACTIVITY_AT = strawberry.enum_value("last_activity_at", description="When something last happened.")
    STAGE_SINCE = strawberry.enum_value("stage_since", description="When they came into their stage.")


@strawberry.enum(description="Which way.")
class Direction(Enum):
    ASC = strawberry.enum_value("ASC", description="Smallest, earliest or A first.")
    DESC = strawberry.enum_value("DESC", description="Largest, latest or Z first.")


@strawberry.input(description="One level of an order.")
class LeadOrder:
    field: LeadOrderField = strawberry.field(description="By what.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Which way.")


@strawberry.enum(description="Whether deleted leads are among them.")
class Deleted(Enum):
    EXCLUDE = strawberry.enum_value("EXCLUDE", description="Live leads alone.")
    ONLY = strawberry.enum_value("ONLY", description="Deleted leads alone, to restore one.")
    INCLUDE = strawberry.enum_value("INCLUDE", description="Both.")


_READ: dict[str, Callable[[str], Any]] = {
    "score": int,
    "estimated_amount": read_amount,
    "number": str,
    "first_name": str,
    "last_name": str,
    "company_name": str,
}
_ALWAYS_THERE = {"created_at", "updated_at", "number", "stage_since"}

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
MOST_ORDERS = 3


def order_keys(order: list[LeadOrder] | None) -> list[Key]:
    """The keys of an order, newest first when none is asked for; BAD_REQUEST for one asked for twice."""
    if not order:
        return [Key("created_at", read_time, descending=True)]
    columns = [str(one.field.value) for one in order]
    if len(order) > MOST_ORDERS or len(set(columns)) < len(columns):
        raise BadRequest(f"Order by at most {MOST_ORDERS} different fields.", argument="orderBy")
    return [
        Key(
            column,
            _READ.get(column, read_time),
            descending=one.direction is Direction.DESC,
            nullable=column not in _ALWAYS_THERE,
        )
        for column, one in zip(columns, order, strict=True)
    ]


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
        return condition("estimated_amount", conditions, shown)
    return _CHILDREN[name](conditions, who)


def _combined(name: str, filters: list[LeadFilter], who: Actor, depth: int) -> Q:
    if len(filters) > LONGEST_LIST:
        raise BadRequest(f"At most {LONGEST_LIST} filters side by side.", argument=name)
    parts = [matching(part, who, depth=depth + 1) for part in filters]
    if name == "and_":
        return Q(*parts)
    return Q(*parts, join_type="OR") if parts else Q(id__in=[])


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
    found = Q(*(condition_of(column, operator, value, read) for operator, value in terms))
    return Q(result, _leads_with(model, found))


def condition_of(column: str, operator: str, value: Any, read: Callable[[Any], Any]) -> Q:
    """One comparison of a child's column."""
    if operator == "in_":
        return where(f"{column}__in", [read(part) for part in value])
    return where(column, read(value))


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
        raise MissingScope(
            f"You see contact data masked, so `{argument}` is not for you.", missing=["contact:read"]
        )


def _tag(conditions: StringFilter, _who: Actor) -> Q:
    wants_none = [value for operator, value in given(conditions, "tag") if operator == "is_null"]
    if wants_none:
        has_any = _leads_with(LeadTag, Q())
        return ~has_any if wants_none[0] else has_any
    named = Subquery(Tag.mine().filter(condition("name", conditions, "tag")).values("id"))
    return _leads_with(LeadTag, Q(tag_id__in=named))


def _external_id(asked: ExternalIdFilter, _who: Actor) -> Q:
    return _leads_with(ExternalId, Q(system=asked.system, external_id=asked.id))


_CHILDREN: dict[str, Callable[[Any, Actor], Q]] = {
    "email": _email,
    "phone": _phone,
    "tag": _tag,
    "external_id": _external_id,
}

_PHONE_LIKE = re.compile(r"[+0-9][0-9 ()/.\-]*")
_NUMBER_LIKE = re.compile(r"ld-[0-9-]*")
# What remains needs no quoting in SQL: RawSQL takes no parameters.
_UNSAFE = re.compile(r"[^\w@.+-]")
_LONGEST_SEARCH = 200
_MOST_TERMS = 8


def search_terms(text: str) -> list[str]:
    """What a search looks for: each a beginning of a word; all must be found."""
    if len(text) > _LONGEST_SEARCH:
        raise BadRequest(f"Search for at most {_LONGEST_SEARCH} characters.", argument="search")
    digits = re.sub(r"\D", "", text)
    if _PHONE_LIKE.fullmatch(text.strip()) and len(digits) >= 5:
        return [digits.lstrip("0") or digits]
    found: list[str] = []
    for token in text.split():
        word = token.casefold()
        found += [_UNSAFE.sub("", word)] if "@" in word or _NUMBER_LIKE.fullmatch(word) else terms_of(word)
    return [term for term in found if term][:_MOST_TERMS]


def searched(rows: QuerySet[Lead], text: str, who: Actor) -> QuerySet[Lead]:
    """Those of the rows that a search finds. A definer function looks the words up, since the operator
    behind it may use no index under row security; what it finds is cut by row security all the same."""
    check_unmasked(who, "search")
    terms = search_terms(text)
    if not terms:
        return rows.filter(id__in=[])
    quoted = ", ".join(f"'{_UNSAFE.sub('', term)}'" for term in terms)
    found = RawSQL(f"(select leadhub_search_leads(array[{quoted}]::text[]))")
    return rows.filter(id__in=found)
