"""How activities look from outside."""

from datetime import datetime

from leadhub.activities import models
from leadhub.activities.models import ActivityDirection, ActivityKind, ActivityVisibility
from leadhub.kit.enums import describe_enum
from leadhub.kit.loaders import One, related
from leadhub.kit.node import Node, described, entity
from leadhub.kit.scopes import Scope
from leadhub.leads import models as leads
from leadhub.leads.types import Lead
from leadhub.members import models as members
from leadhub.members.types import Member, Team

describe_enum(
    ActivityKind,
    "What was done.",
    CALL="A call.",
    EMAIL="An e-mail.",
    MEETING="A meeting.",
    MESSAGE="A message by chat, text or the like.",
    NOTE="Something worth remembering.",
    SYSTEM="What LeadHub did itself, such as attaching what a form brought in.",
)
describe_enum(
    ActivityDirection,
    "Who got in touch with whom.",
    INBOUND="The lead with you.",
    OUTBOUND="You with the lead.",
)
describe_enum(
    ActivityVisibility,
    "Who sees a note, of those who see its lead.",
    TENANT="All of them.",
    TEAM="Whoever is in the team, those above it, and who sees all of the tenant.",
    PRIVATE="Whoever wrote it, and nobody else, owners and API keys included.",
)


@entity(models.Activity, Scope.ACTIVITY_READ)
class Activity(Node):
    """Something that was done about a lead."""

    version: int = described("Rises with every change; name it as `expectedVersion` when you change this.")
    lead: Lead | None = related(One(leads.Lead, "lead_id"), "The lead.")
    kind: ActivityKind = described("What was done.")
    direction: ActivityDirection | None = described("Who got in touch; null for a note.")
    outcome: str | None = described("What came of it.")
    duration_seconds: int | None = described("How long it took.")
    occurred_at: datetime = described("When it happened.")
    body: str | None = described("What was said.")
    visibility: ActivityVisibility = described("Who sees it.")
    team: Team | None = related(One(members.Team, "team_id"), "The team that sees it, where it is a team's.")
    by: Member | None = related(One(members.Member, "by_id"), "Who logged it; null for a program.")
    created_at: datetime = described("When it was logged.")
    updated_at: datetime = described("When it last changed.")
