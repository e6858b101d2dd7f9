"""What can be asked of leads, and what is asked of the rows that hang on them in SQL."""

from enum import Enum
from functools import partial

import strawberry
from tortoise.expressions import Q, Subquery

from leadhub.kit.filters import (
    BooleanFilter,
    DateTimeFilter,
    DecimalFilter,
    IDFilter,
    IntFilter,
    MatchFilter,
    StringFilter,
    check_text,
    comparison,
    reads_amount,
    reads_email,
    reads_phone,
)
from leadhub.kit.grammar import Conditions, Grammar, having, having_contact
from leadhub.kit.inputs import maybe
from leadhub.labels.models import Tag
from leadhub.leads.models import ExternalId, Lead, LeadEmail, LeadPhone, LeadRating, LeadTag, SlaStatus
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


@strawberry.input(description="Conditions on how an answer stands.")
class SlaStatusFilter:
    eq: SlaStatus | None = maybe("This one.")
    ne: SlaStatus | None = maybe("Not this one; leads under no policy count.")
    in_: list[SlaStatus] | None = maybe("One of these.", name="in")
    is_null: bool | None = maybe("True: under no policy; false: under one.")


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
    sla_status: SlaStatusFilter | None = maybe("How the answer stands that it waits for.")
    sla_due_at: DateTimeFilter | None = maybe("When an answer that is still missing is, or was, due.")
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
    converted_at: DateTimeFilter | None = maybe("When it was converted; `isNull`: whether it is not.")
    deal_id: IDFilter | None = maybe("The deal that it became, or a part of.")
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
        "sla_status",
        "sla_due_at",
        "do_not_contact",
        "next_follow_up_at",
        "last_activity_at",
        "stage_since",
        "converted_at",
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
    "deal_id": "Deal",
}
# The column that each field asks about; the other fields ask about rows that hang on the lead.
COLUMNS = {name: name for name in (*PLAIN, *IDS)} | {"estimated_value": "estimated_amount"}


def _read_external_id(asked: ExternalIdFilter, shown: str) -> tuple[str, str]:
    check_text([asked.system, asked.id], shown)
    return asked.system, asked.id


def _tag(conditions: Conditions) -> Q:
    """One tag must meet all conditions; `ne` and `isNull` ask what the lead does not carry."""
    terms, result = [], Q()
    for operator, value in conditions:
        if operator == "is_null":
            has_any = having(LeadTag, "lead_id", Q())
            result = Q(result, ~has_any if value else has_any)
        elif operator == "ne":
            result = Q(result, ~_carrying(Q(name=value)))
        else:
            terms.append(comparison("name", operator, value))
    return Q(result, _carrying(Q(*terms))) if terms else result


def _carrying(named: Q) -> Q:
    return having(LeadTag, "lead_id", Q(tag_id__in=Subquery(Tag.mine().filter(named).values("id"))))


def _external_id(conditions: Conditions) -> Q:
    [(_, (system, id))] = conditions
    return having(ExternalId, "lead_id", Q(system=system, external_id=id))


LEADS = Grammar(
    Lead,
    ids=IDS,
    readers={
        "estimated_value": lambda shown, _: reads_amount(shown),
        "email": reads_email,
        "phone": reads_phone,
    },
    pairs={"external_id": _read_external_id},
    columns=COLUMNS,
    children={
        "email": partial(having_contact, LeadEmail, "lead_id"),
        "phone": partial(having_contact, LeadPhone, "lead_id"),
        "tag": _tag,
        "external_id": _external_id,
    },
)
