"""How a lead looks from outside."""

from datetime import datetime
from typing import Any

import strawberry
from strawberry.scalars import JSON
from strawberry.types.lazy_type import LazyType

from leadhub.kit.enums import describe_enum
from leadhub.kit.loaders import Many, One, Through, related
from leadhub.kit.node import Node, computed, described, entity
from leadhub.kit.scopes import Scope
from leadhub.labels import models as labels
from leadhub.labels.types import LeadSource, Tag
from leadhub.leads import models
from leadhub.leads.models import LeadChangeKind, LeadRating, SlaStatus
from leadhub.leads.types_parts import (
    Address,
    Consent,
    ConsentBasis,
    ExternalId,
    LeadEmail,
    LeadPhone,
    Money,
    StageChange,
    Utm,
    shown_address,
    shown_email,
    shown_phone,
)
from leadhub.members import models as members
from leadhub.members.types import Member, Team
from leadhub.pipelines import models as pipelines
from leadhub.pipelines.models import LeadStatus
from leadhub.pipelines.types import LostReason, Pipeline, Stage

EMAILS = Many(models.LeadEmail, "lead_id", "position")
PHONES = Many(models.LeadPhone, "lead_id", "position")
EXTERNAL_IDS = Many(models.ExternalId, "lead_id", "system")
TAGS = Through(Many(models.LeadTag, "lead_id", "id"), One(labels.Tag, "tag_id"))
HISTORY = Many(models.StageChange, "lead_id", "at")


def full_name(lead: models.Lead) -> str:
    """What to call a lead: the person, else the company, else the number."""
    person = " ".join(part for part in (lead.first_name, lead.last_name) if part)
    return person or lead.company_name or lead.number


def _full_name(root: Any) -> str:
    return full_name(root)


def _primary_email(emails: list[models.LeadEmail]) -> str | None:
    return shown_email(emails[0].value) if emails else None


def _primary_phone(phones: list[models.LeadPhone]) -> str | None:
    return shown_phone(phones[0].value) if phones else None


def _estimated_value(root: Any) -> Money | None:
    if root.estimated_amount is None:
        return None
    return Money(amount=root.estimated_amount, currency=root.estimated_currency)


def _utm(root: Any) -> Utm | None:
    return Utm(**root.utm) if root.utm else None


def _consent(root: Any) -> Consent | None:
    if root.consent is None:
        return None
    said = root.consent
    return Consent(
        marketing=said["marketing"],
        basis=ConsentBasis(said["basis"]),
        at=datetime.fromisoformat(said["at"]),
        text=said.get("text"),
    )


def _custom(root: Any) -> JSON:
    return JSON(root.custom)


def _conversion(root: Any) -> Any:
    return root if root.converted_at is not None else None


@entity(models.Lead, Scope.LEAD_READ)
class Lead(Node):
    """Somebody who may buy."""

    number: str = described("`LD-2026-000123`: unique in the tenant, for people to quote.")
    version: int = described("Rises with every change; name it as `expectedVersion` when you change this.")
    first_name: str | None = described("Given name.")
    last_name: str | None = described("Family name.")
    full_name: str = computed(
        _full_name,
        "What to call the lead: the person, else the company, else the number.",
        *("first_name", "last_name", "company_name", "number"),
    )
    job_title: str | None = described("What they do.")
    company_name: str | None = described("Where they work.")
    emails: list[LeadEmail] = related(EMAILS, "Their e-mail addresses, the primary one first.")
    phones: list[LeadPhone] = related(PHONES, "Their phone numbers, the primary one first.")
    primary_email: str | None = related(EMAILS, "The address to write to.", _primary_email)
    primary_phone: str | None = related(PHONES, "The number to call.", _primary_phone)
    website: str | None = described("Their website.")
    address: Address | None = computed(shown_address, "Where they are.", "address")
    locale: str | None = described("Their language, such as `de-DE`.")
    source: LeadSource | None = related(One(labels.LeadSource, "source_id"), "Where the lead came from.")
    source_detail: str | None = described("More about where it came from.")
    utm: Utm | None = computed(_utm, "Which campaign brought them.", "utm")
    referrer: str | None = described("The page that led to the form.")
    landing_page: str | None = described("The first page they saw.")
    pipeline: Pipeline = related(One(pipelines.Pipeline, "pipeline_id"), "The pipeline the lead is in.")
    stage: Stage = related(One(pipelines.Stage, "stage_id"), "The stage the lead is in.")
    stage_since: datetime = described("When it came into this stage.")
    status: LeadStatus = described("The category of its stage.")
    stage_history: list[StageChange] = related(HISTORY, "Its way so far, oldest first.")
    owner: Member | None = related(One(members.Member, "owner_id"), "Who works on it; null when nobody does.")
    team: Team | None = related(One(members.Team, "team_id"), "The team it belongs to.")
    score: int | None = described("How well it fits, in points; null while nothing was scored.")
    rating: LeadRating | None = described("The score in one word; null while nothing was scored.")
    estimated_value: Money | None = computed(
        _estimated_value, "What it may be worth.", "estimated_amount", "estimated_currency"
    )
    external_ids: list[ExternalId] = related(EXTERNAL_IDS, "What other systems call it.")
    custom_fields: JSON = computed(_custom, "The values of the tenant's own fields, by their keys.", "custom")
    consent: Consent | None = computed(_consent, "What they agreed to.", "consent")
    do_not_contact: bool = described("True: nobody may write to or call them.")
    lost_reason: LostReason | None = related(One(pipelines.LostReason, "lost_reason_id"), "Why it was lost.")
    lost_note: str | None = described("More about why.")
    conversion: Any = computed(
        _conversion,
        "What it became; null while it is not converted.",
        *("converted_at", "converted_by_id", "company_id", "contact_id", "deal_id"),
        graphql_type=LazyType("Conversion", "leadhub.conversion.types") | None,
    )
    tags: list[Tag] = related(TAGS, "The words it is marked with.")
    next_follow_up_at: datetime | None = described("When somebody should get in touch again.")
    last_activity_at: datetime | None = described("When something last happened with it.")
    first_responded_at: datetime | None = described("When somebody first answered it.")
    created_at: datetime = described("When it came in.")
    updated_at: datetime = described("When it last changed.")
    deleted_at: datetime | None = described("When it was deleted; null while it is not.")


describe_enum(
    SlaStatus,
    "How the answer stands that a lead waits for.",
    PENDING="It is due, and there is time.",
    PAUSED="The time stands still, since the lead is in a stage that pauses it.",
    BREACHED="It was due, and has not come yet.",
    MET="It came in time.",
    LATE="It came too late.",
    ENDED="The lead was closed, converted or deleted before it came.",
)
describe_enum(
    LeadChangeKind,
    "What a change of a lead is to somebody who watches.",
    ENTERED="It came into the filter or into your reach; new leads too.",
    UPDATED="It changed and is still among those you watch.",
    LEFT="It went out of the filter or of your reach, or was deleted.",
)


@strawberry.type(description="A change of a lead that you watch.")
class LeadChange:
    kind: LeadChangeKind = strawberry.field(description="What it is to you.")
    lead_id: strawberry.ID = strawberry.field(description="The lead.")
    lead: Lead | None = strawberry.field(
        description="The lead as it is now, which may be newer than this change; null for LEFT."
    )
    seq: int = strawberry.field(description="The number of the event, to go on from with `after`.")
    type: str = strawberry.field(description="The type of the event, such as `lead.assigned`.")
