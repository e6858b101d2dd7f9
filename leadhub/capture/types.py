"""How capture forms and submissions look from outside."""

from datetime import datetime
from typing import Any

import strawberry
from strawberry.scalars import JSON

from leadhub.capture import models
from leadhub.capture.models import CaptureFieldType, DuplicateMode, SubmissionVerdict
from leadhub.kit.actor import actor
from leadhub.kit.enums import describe_enum
from leadhub.kit.loaders import One, related
from leadhub.kit.node import Node, computed, described, entity
from leadhub.kit.scopes import Scope
from leadhub.labels import models as labels
from leadhub.labels.types import LeadSource
from leadhub.leads import models as leads
from leadhub.leads.types import Lead
from leadhub.leads.types_parts import Utm
from leadhub.members import models as members
from leadhub.members.types import Member, Team

describe_enum(
    SubmissionVerdict,
    "What became of a submission.",
    PENDING="It waits to be judged.",
    ACCEPTED="It led to a lead.",
    SPAM="It came from a program.",
    QUARANTINED="Somebody should look at it, and release it if it is in order.",
    REJECTED="No lead can be made of it, as the form is.",
)


@strawberry.type(description="A field of a form.")
class CaptureField:
    name: str = strawberry.field(description="What it is called when it is sent.")
    label: str | None = strawberry.field(description="What people read beside it; its name when null.")
    lead_field: str | None = strawberry.field(
        description="What it becomes of the lead; null where it is kept with the submission alone."
    )
    type: CaptureFieldType = strawberry.field(description="What it takes.")
    required: bool = strawberry.field(description="Whether it must be filled in.")


def _fields(root: Any) -> list[CaptureField]:
    return [
        CaptureField(
            name=ask["name"],
            label=ask["label"],
            lead_field=ask["leadField"],
            type=CaptureFieldType(ask["type"]),
            required=ask["required"],
        )
        for ask in root.asks
    ]


@entity(models.CaptureForm, Scope.CONFIG_READ)
class CaptureForm(Node):
    """A form on somebody's website, whose submissions become leads."""

    version: int = described("Rises with every change; name it as `expectedVersion` when you change this.")
    name: str = described("Its name, unique among those in use.")
    public_key: str = described("What it is found by: `/f/{publicKey}`. It is no secret.")
    fields: list[CaptureField] = computed(_fields, "All that it takes.", "asks")
    allowed_origins: list[str] = described("Where it may stand.")
    honeypot_field: str | None = described("A field that people do not see.")
    min_fill_seconds: int = described("How long people need at least, where LeadHub gave out the page.")
    rate_limit: int = described("How many submissions a minute it takes from everybody together.")
    duplicate_mode: DuplicateMode = described("What it does where the person may be a lead already.")
    redirect_url: str | None = described("Where people go who have sent it.")
    consent_text: str | None = described("What people may agree to.")
    source: LeadSource | None = related(One(labels.LeadSource, "source_id"), "The source of its leads.")
    owner: Member | None = related(One(members.Member, "owner_id"), "Who gets its leads.")
    team: Team | None = related(One(members.Team, "team_id"), "Whose team gets its leads.")
    archived_at: datetime | None = described("When it was archived; null while it is in use.")
    created_at: datetime = described("When it was made.")


def _reasons(root: Any) -> list[str]:
    return [reason.split(" ")[0] for reason in root.reasons] if actor().masked else root.reasons


def _values(root: Any) -> JSON | None:
    return None if actor().masked else JSON(root.values)


def _address(root: Any) -> str | None:
    return None if actor().masked else root.address


def _user_agent(root: Any) -> str | None:
    return None if actor().masked else root.user_agent


def _utm(root: Any) -> Utm | None:
    return Utm(**root.utm) if root.utm else None


@entity(models.Submission, Scope.LEAD_READ)
class Submission(Node):
    """What came through a form. Who sees its lead sees it; without a lead, who may change forms."""

    form: CaptureForm | None = related(One(models.CaptureForm, "form_id"), "The form.")
    lead: Lead | None = related(One(leads.Lead, "lead_id"), "The lead that it led to, if you see it.")
    verdict: SubmissionVerdict = described("What became of it.")
    reasons: list[str] = computed(
        _reasons, "Why: a code each, such as `HONEYPOT`, and the field where it is about one.", "reasons"
    )
    values: JSON | None = computed(
        _values, "All that was sent, by name; null where you see contact data masked.", "values"
    )
    consent_text: str | None = described("What the form asked people to agree to when it came.")
    utm: Utm | None = computed(_utm, "Which campaign brought them.", "utm")
    referrer: str | None = described("The page that led to the form.")
    landing_page: str | None = described("The page that the form stood on.")
    address: str | None = computed(
        _address, "Where it was sent from; null where you see contact data masked.", "address"
    )
    user_agent: str | None = computed(
        _user_agent, "What it was sent with; null where you see contact data masked.", "user_agent"
    )
    created_at: datetime = described("When it came.")
    judged_at: datetime | None = described("When it was judged; null while it waits.")
