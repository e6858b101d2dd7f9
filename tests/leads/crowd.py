"""A crowd of leads with many ties and many gaps, made straight in the database, and what is true of each."""

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from leadhub.kit.node import to_global
from leadhub.labels.models import LeadSource, Tag
from leadhub.leads.models import ExternalId, Lead, LeadEmail, LeadPhone, LeadRating, LeadTag, SlaStatus
from leadhub.members.models import Member, Team
from leadhub.pipelines.models import Stage
from tests.world import Company

START = datetime(2026, 1, 1, tzinfo=UTC)
FIRST = ["Ada", "ada", "Bo%b", "bo_b", "Ärger", "o'Neil", "back\\slash", "Zoé", None, None]
FIRMS = ["Acme", "ACME", "Zeta", None]
SCORES = [0, 0, 10, 10, 25, None, None]
AMOUNTS = [Decimal("0"), Decimal("10.50"), Decimal("10.5001"), Decimal("999"), None]
DAYS = [0, 0, 1, 2, None]
EMAILS = ["ada@x.test", "bob@x.test", "info@y.test"]
PHONES = ["+4930123456", "+14155552671"]
TAGS = ["hot", "cold", "Hot%"]


@dataclass
class Crowd:
    """What is true of each lead, by the names of the schema; and the ids there are to ask about."""

    facts: list[dict[str, Any]]
    ids: dict[str, list[str]] = field(default_factory=dict)


async def crowd(company: Company, count: int, seed: int = 1) -> Crowd:
    """Makes the leads. The same seed makes the same crowd."""
    dice = random.Random(seed)  # noqa: S311
    async with company.inside():
        known = {
            "stageId": list(await Stage.mine().order_by("position")),
            "ownerId": [*await Member.mine().order_by("name"), None],
            "teamId": [*await Team.mine().order_by("name"), None],
            "sourceId": [*(await LeadSource.mine().order_by("name"))[:2], None],
            "tag": [await Tag.create(name=name) for name in TAGS],
        }
        made = [_one(known, dice, at) for at in range(count)]
        for rows in zip(*(rows for _, rows in made), strict=True):
            several = [row for some in rows for row in some]
            if several:
                await type(several[0]).bulk_create(several)
    ids = {
        name: [to_global(type(row).__name__, row.id) for row in rows if row is not None]
        for name, rows in known.items()
    }
    return Crowd([facts for facts, _ in made], ids)


def _one(known: dict[str, list[Any]], dice: random.Random, at: int) -> tuple[dict[str, Any], list[list[Any]]]:
    chosen = {name: dice.choice(known[name]) for name in ("stageId", "ownerId", "teamId", "sourceId")}
    day, stage = dice.choice(DAYS), chosen["stageId"]
    lead = Lead(
        number=f"LD-2025-{at + 1:06}",
        first_name=dice.choice(FIRST),
        last_name=f"L{at}",
        company_name=dice.choice(FIRMS),
        score=dice.choice(SCORES),
        rating=dice.choice([*LeadRating, None]),
        sla_status=dice.choice([*SlaStatus, None]),
        sla_due_at=dice.choice([None, START, START + timedelta(days=1)]),
        estimated_amount=dice.choice(AMOUNTS),
        next_follow_up_at=None if day is None else START + timedelta(days=day),
        last_activity_at=START + timedelta(days=dice.randrange(3)),
        stage_since=START + timedelta(days=dice.randrange(3)),
        created_at=START + timedelta(days=dice.randrange(5)),
        do_not_contact=dice.random() < 0.3,
        pipeline_id=stage.pipeline_id,
        stage_id=stage.id,
        status=stage.category,
        owner_id=_id(chosen["ownerId"]),
        team_id=_id(chosen["teamId"]),
        source_id=_id(chosen["sourceId"]),
    )
    lead.estimated_currency = "EUR" if lead.estimated_amount is not None else None
    emails = dice.sample(EMAILS, dice.randrange(3))
    phones = dice.sample(PHONES, dice.randrange(2))
    tags = dice.sample(known["tag"], dice.randrange(3))
    facts = {
        "id": to_global("Lead", lead.id),
        "number": lead.number,
        "firstName": lead.first_name,
        "lastName": lead.last_name,
        "companyName": lead.company_name,
        "score": lead.score,
        "rating": lead.rating,
        "slaStatus": lead.sla_status,
        "slaDueAt": lead.sla_due_at,
        "estimatedValue": lead.estimated_amount,
        "nextFollowUpAt": lead.next_follow_up_at,
        "lastActivityAt": lead.last_activity_at,
        "stageSince": lead.stage_since,
        "createdAt": lead.created_at,
        "doNotContact": lead.do_not_contact,
        "status": lead.status,
        **{name: to_global(type(row).__name__, row.id) if row else None for name, row in chosen.items()},
        "email": emails,
        "phone": phones,
        "tag": [tag.name for tag in tags],
        "externalId": ("crm", str(at)) if at % 3 == 0 else None,
    }
    children = [
        [
            LeadEmail(lead_id=lead.id, value=text, normalised=text, position=place)
            for place, text in enumerate(emails)
        ],
        [
            LeadPhone(lead_id=lead.id, value=text, normalised=text, position=place)
            for place, text in enumerate(phones)
        ],
        [LeadTag(lead_id=lead.id, tag_id=tag.id) for tag in tags],
        [ExternalId(lead_id=lead.id, system="crm", external_id=str(at))] if at % 3 == 0 else [],
    ]
    return facts, [[lead], *children]


def _id(row: Any) -> UUID | None:
    return row.id if row is not None else None
